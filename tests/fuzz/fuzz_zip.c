/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/zip.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "word/document.xml", "a.txt", "[Content_Types].xml" };
	struct zipfile *z;
	struct buf out = BUF_INIT;
	struct err e = ERR_INIT;

	if (zip_open_memory(&z, (const char *)data, size, &e) != RC_OK)
		return 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (zip_has(z, names[i]))
			zip_read(z, names[i], &out, &e);
	fuzz_use(out.data, out.len);
	zip_close_file(z);
	buf_release(&out);
	return 0;
}
