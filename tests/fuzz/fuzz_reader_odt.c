/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zip file is read as it is.  Anything else is taken for the parts of a text,
 * parted by a byte 1: content, styles, properties, manifest, and packed, so
 * that the fuzzer need not find checksums.
 */
#include "tests/fuzz/fuzz_reader.h"
#include "tests/unit/docx_make.h"

#define PARTS 4

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[PARTS] = { "content.xml", "styles.xml", "meta.xml",
		"META-INF/manifest.xml" };
	struct docx_part parts[PARTS];
	const char *p = (const char *)data;
	struct buf zip = BUF_INIT;
	size_t n;

	if (size >= 2 && data[0] == 'P' && data[1] == 'K')
		return fuzz_reader(&reader_odt, p, size);
	n = docx_split(p, size, names, PARTS, parts);
	docx_make(&zip, parts, n);
	fuzz_reader(&reader_odt, zip.data, zip.len);
	buf_release(&zip);
	return 0;
}
