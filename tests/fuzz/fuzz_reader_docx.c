/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zip file is read as it is.  Anything else is taken for the parts of a
 * document, parted by a byte 1: document, styles, footnotes, properties, and
 * packed, so that the fuzzer need not find checksums.
 */
#include "tests/fuzz/fuzz_reader.h"
#include "tests/unit/docx_make.h"

#define FIXED 2
#define PARTS 4

static const char rels[] = DOCX_RELS(DOCX_REL("officeDocument", "word/document.xml")
		DOCX_REL("metadata/core-properties", "core.xml"));
static const char document_rels[] =
	DOCX_RELS(DOCX_REL("styles", "styles.xml") DOCX_REL("footnotes", "notes.xml"));

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[PARTS] = { "word/document.xml", "word/styles.xml",
		"word/notes.xml", "core.xml" };
	struct docx_part parts[FIXED + PARTS] = {
		{ "_rels/.rels", rels, sizeof rels - 1 },
		{ "word/_rels/document.xml.rels", document_rels, sizeof document_rels - 1 },
	};
	const char *p = (const char *)data;
	struct buf zip = BUF_INIT;
	size_t n = FIXED;

	if (size >= 2 && data[0] == 'P' && data[1] == 'K')
		return fuzz_reader(&reader_docx, p, size);
	n += docx_split(p, size, names, PARTS, parts + FIXED);
	docx_make(&zip, parts, n);
	fuzz_reader(&reader_docx, zip.data, zip.len);
	buf_release(&zip);
	return 0;
}
