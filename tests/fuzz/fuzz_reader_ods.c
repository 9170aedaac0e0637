/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flat XML, or a zip file: the reader tells them apart. */
#include "tests/fuzz/fuzz_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_reader(&reader_ods, (const char *)data, size);
}
