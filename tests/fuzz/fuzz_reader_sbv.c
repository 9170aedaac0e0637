/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/fuzz_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&reader_sbv, (const char *)data, size);
}
