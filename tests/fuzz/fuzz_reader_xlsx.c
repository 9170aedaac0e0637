/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zip file is read as it is.  Anything else is taken for the parts of a
 * workbook, parted by a byte 1: two sheets, shared strings, styles, and packed, so
 * that the fuzzer need not find checksums.
 */
#include "tests/fuzz/fuzz_reader.h"
#include "tests/unit/xlsx_make.h"

#define PARTS 4

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[PARTS] = { "xl/worksheets/a.xml", "xl/worksheets/b.xml",
		"xl/sharedStrings.xml", "xl/styles.xml" };
	static const char book[] = XLSX_BOOK(XLSX_SHEET("1", "a", "") XLSX_SHEET("2", "b", ""));
	struct docx_part parts[PARTS + 2];
	const char *p = (const char *)data;
	struct buf zip = BUF_INIT;
	size_t n;

	if (size >= 2 && data[0] == 'P' && data[1] == 'K')
		return fuzz_reader(&reader_xlsx, p, size);
	n = docx_split(p, size, names, PARTS, parts);
	parts[n++] = (struct docx_part){ "xl/workbook.xml", book, sizeof book - 1 };
	parts[n++] =
		(struct docx_part){ "xl/_rels/workbook.xml.rels", XLSX_RELS, sizeof XLSX_RELS - 1 };
	docx_make(&zip, parts, n);
	fuzz_reader(&reader_xlsx, zip.data, zip.len);
	buf_release(&zip);
	return 0;
}
