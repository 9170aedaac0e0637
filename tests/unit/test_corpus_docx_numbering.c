/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "docx_make.h"
#include "reader_test.h"
#include "unit.h"

#define P(X) "<w:p>" X "</w:p>"
#define T(X) "<w:r><w:t xml:space=\"preserve\">" X "</w:t></w:r>"
#define STYLED(S, X) P("<w:pPr><w:pStyle w:val=\"" S "\"/></w:pPr>" T(X))
#define BODY(X) "<w:document " DOCX_W "><w:body>" X "</w:body></w:document>"

static const char rels[] = DOCX_RELS(DOCX_REL("officeDocument", "word/document.xml"));

static void reading_parts(struct reading *r, const struct docx_part *parts, size_t n)
{
	struct buf zip = BUF_INIT;

	docx_make(&zip, parts, n);
	reading_bytes(r, &reader_docx, zip.data, zip.len);
	buf_release(&zip);
}

static struct docx_part part(const char *name, const char *data)
{
	return (struct docx_part){ name, data, strlen(data) };
}

#define ITEM(LIST, LEVEL, X)                                                                       \
	P("<w:pPr><w:numPr><w:ilvl w:val=\"" LEVEL "\"/><w:numId w:val=\"" LIST                    \
	  "\"/></w:numPr></w:pPr>" T(X))
#define LVL(N, FORMAT, TEXT)                                                                       \
	"<w:lvl w:ilvl=\"" N "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" FORMAT                  \
	"\"/><w:lvlText w:val=\"" TEXT "\"/></w:lvl>"

static const char numbering[] = "<w:numbering " DOCX_W "><w:abstractNum w:abstractNumId=\"7\">" LVL(
	"0", "decimal", "%1.") LVL("1", "lowerLetter",
	"%1.%2)") "</w:abstractNum><w:abstractNum "
		  "w:abstractNumId=\"8\">" LVL("0", "bullet", "\xef\x82\xb7") LVL("1", "upperRoman",
			  "(%2)") "</w:abstractNum>"
				  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
				  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
				  "<w:num w:numId=\"3\"><w:abstractNumId "
				  "w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
				  "<w:startOverride "
				  "w:val=\"5\"/></w:lvlOverride></w:num></w:numbering>";

START_TEST(numbers_of_lists_become_text)
{
	static const char styles[] =
		"<w:styles " DOCX_W "><w:style w:styleId=\"Butir\"><w:name w:val=\"butir\"/><w:pPr>"
		"<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
	static const char document[] = BODY(
		ITEM("1", "0", "Sejak kapan?") ITEM("1", "1", "Siapa?") ITEM("1", "1", "Di mana?")
			P(T("Sela.")) ITEM("1", "0", "Mengapa?") ITEM("2", "0", "titik")
				ITEM("2", "1", "romawi") STYLED("Butir", "lewat gaya") P(
					"<w:pPr><w:pStyle w:val=\"Butir\"/><w:numPr>"
					"<w:numId w:val=\"0\"/></w:numPr></w:pPr>" T("tanpa"))
					ITEM("3", "0", "mulai lima") ITEM("3", "0", "P: Ya?")
						ITEM("9", "0", "tak ada"));
	const struct docx_part parts[] = { part("_rels/.rels", rels),
		part("word/document.xml", document), part("word/styles.xml", styles),
		part("word/numbering.xml", numbering),
		part("word/_rels/document.xml.rels",
			DOCX_RELS(DOCX_REL("styles", "styles.xml")
					DOCX_REL("numbering", "numbering.xml"))) };
	static const char *const want[] = { "1. Sejak kapan?", "1.a) Siapa?", "1.b) Di mana?",
		"Sela.", "2. Mengapa?", "\xe2\x80\xa2 titik", "(I) romawi", "3. lewat gaya",
		"tanpa", "5. mulai lima", "P: Ya?", "tak ada" };
	struct reading r;

	reading_parts(&r, parts, 5);
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, sizeof want / sizeof *want);
	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		expect_para(&r, i, PARA_BODY, NULL, want[i]);
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_docx_numbering", numbers_of_lists_become_text)
