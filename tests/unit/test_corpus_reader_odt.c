/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "docx_make.h"
#include "odt_make.h"
#include "reader_test.h"
#include "unit.h"

#define P(X) "<text:p>" X "</text:p>"
#define STYLED(S, X) "<text:p text:style-name=\"" S "\">" X "</text:p>"
#define SPAN(S, X) "<text:span text:style-name=\"" S "\">" X "</text:span>"
#define NOTE(CLASS, X)                                                                             \
	"<text:note text:note-class=\"" CLASS "\"><text:note-citation>1</text:note-citation>"      \
	"<text:note-body>" X "</text:note-body></text:note>"
#define TC(X) "<table:table-cell>" X "</table:table-cell>"
#define TR(X) "<table:table-row>" X "</table:table-row>"
#define PAIR(A, C) TR(TC(P(A)) TC(P(C)))
#define TABLE(X) "<table:table><table:table-column/>" X "</table:table>"

static void reading_parts(struct reading *r, const struct docx_part *parts, size_t n)
{
	struct buf zip = BUF_INIT;

	docx_make(&zip, parts, n);
	reading_bytes(r, &reader_odt, zip.data, zip.len);
	buf_release(&zip);
}

static struct docx_part part(const char *name, const char *data)
{
	return (struct docx_part){ name, data, strlen(data) };
}

static void reading_content(struct reading *r, const char *content)
{
	const struct docx_part one = part("content.xml", content);

	reading_parts(r, &one, 1);
}

START_TEST(reads_paragraphs_blanks_tabs_and_breaks)
{
	struct reading r;

	reading_content(&r, ODT_BODY(P("  Ibu \n <text:s text:c=\"2\"/>Rina<text:tab/>kata"
				       "<text:line-break/> dua ") P("")
					    P("<text:a>tau<text:soft-page-break/>tan</text:a> "
					      "ini") "<text:list>"
						     "<text:list-item><text:number>1.</"
						     "text:number>" P("butir") "</text:list-item></"
									       "text:list>"));
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, "Ibu   Rina\tkata\ndua");
	expect_para(&r, 1, PARA_BODY, NULL, "tautan ini");
	expect_para(&r, 2, PARA_BODY, NULL, "butir");
	reading_end(&r);
}
END_TEST

START_TEST(bold_comes_from_automatic_styles)
{
	struct reading r;

	reading_content(
		&r, ODT_DOCUMENT(ODT_STYLE("text", "T1", "", "fo:font-weight=\"bold\"") ODT_STYLE(
					 "text", "T2", "", "fo:font-weight=\"normal\"")
					 ODT_STYLE("paragraph", "T1", "", "fo:font-weight=\"700\""),
			    P(SPAN("T1", "Sari") SPAN("T1", ":") " ya") P("Sari: " SPAN("T1", "ya"))
				    STYLED("T1", "Rina: " SPAN("T2", "tidak")) P("biasa")));
	expect_count(&r, 4);
	ck_assert_uint_eq(r.draft.paras.items[0].bold, 5);
	ck_assert_uint_eq(r.draft.paras.items[1].bold, 0);
	ck_assert_uint_eq(r.draft.paras.items[2].bold, 5);
	ck_assert_uint_eq(r.draft.paras.items[3].bold, 0);
	reading_end(&r);
}
END_TEST

START_TEST(knows_headings_and_kinds_by_style_names)
{
	static const char styles[] = ODT_STYLES(ODT_STYLE("paragraph", "Judul_20_Bab",
		"style:parent-style-name=\"Heading_20_2\"", "") ODT_STYLE("paragraph", "Kutipan",
		"style:parent-style-name=\"Quotations\"", ""));
	const struct docx_part parts[] = { part("styles.xml", styles),
		part("content.xml",
			ODT_DOCUMENT(ODT_STYLE("paragraph", "P1",
					     "style:parent-style-name=\"Judul_20_Bab\"", ""),
				"<text:h text:outline-level=\"1\">Satu</text:h>" STYLED("P1", "Dua")
					STYLED("Kutipan", "Tiga") STYLED("Title", "Empat")
						STYLED("Illustration", "Lima")
							STYLED("Text_20_body", "Enam"))) };
	static const enum para_kind kinds[] = { PARA_HEADING, PARA_HEADING, PARA_QUOTE,
		PARA_HEADING, PARA_BODY, PARA_BODY };
	struct reading r;

	reading_parts(&r, parts, 2);
	expect_count(&r, 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert_int_eq(r.draft.paras.items[i].kind, kinds[i]);
	reading_end(&r);
}
END_TEST

#define ITEM(X) "<text:list-item>" X "</text:list-item>"

START_TEST(numbers_of_lists_become_text)
{
	static const char content[] = ODT_DOCUMENT(
		"<text:list-style style:name=\"L1\">"
		"<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
		"style:num-suffix=\".\"/>"
		"<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" "
		"style:num-suffix=\")\" text:display-levels=\"2\"/></text:list-style>"
		"<text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" "
		"text:bullet-char=\"x\"/></text:list-style>",
		"<text:list text:style-name=\"L1\">" ITEM(P("satu") P("lanjut")) ITEM(
			P("dua") "<text:list>" ITEM(P("anak")) ITEM(P("cucu")) "</text:list>")
			ITEM(P("J: Ya.")) "</text:list>"
					  "<text:list text:style-name=\"L2\">" ITEM(P(
						  "titik")) "</text:list>"
							    "<text:list text:style-name=\"L1\" "
							    "text:continue-numbering="
							    "\"true\">" ITEM(P(
								    "empat")) "</text:list>"
									      "<text:list "
									      "text:style-name="
									      "\"L1\">" ITEM(P(
										      "lagi")) "</"
											       "tex"
											       "t:"
											       "lis"
											       "t>"
											       "<te"
											       "xt:"
											       "lis"
											       "t"
											       ">" ITEM(P(
												       "tanpa")) "</text:list>");
	struct reading r;

	reading_content(&r, content);
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 10);
	expect_para(&r, 0, PARA_BODY, NULL, "1. satu");
	expect_para(&r, 1, PARA_BODY, NULL, "lanjut");
	expect_para(&r, 2, PARA_BODY, NULL, "2. dua");
	expect_para(&r, 3, PARA_BODY, NULL, "2.a) anak");
	expect_para(&r, 4, PARA_BODY, NULL, "2.b) cucu");
	expect_para(&r, 5, PARA_BODY, NULL, "J: Ya."); /* a speaker's turn is no item */
	expect_para(&r, 6, PARA_BODY, NULL, "\xe2\x80\xa2 titik");
	expect_para(&r, 7, PARA_BODY, NULL, "4. empat");
	expect_para(&r, 8, PARA_BODY, NULL, "1. lagi");
	expect_para(&r, 9, PARA_BODY, NULL, "tanpa");
	reading_end(&r);
}
END_TEST

START_TEST(notes_come_at_the_end_footnotes_first)
{
	struct reading r;

	reading_content(
		&r, ODT_BODY(P("Satu" NOTE("endnote", P("akhir")) "." NOTE(
			    "footnote", P("kaki") P("lanjut"))) P("Dua")
				    TABLE(PAIR("a" NOTE("footnote", P("dalam tabel")), "b"))));
	expect_count(&r, 7);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu.");
	expect_para(&r, 1, PARA_BODY, NULL, "Dua");
	expect_para(&r, 2, PARA_TABLE, NULL, "a\tb");
	expect_para(&r, 3, PARA_FOOTNOTE, NULL, "kaki");
	expect_para(&r, 4, PARA_FOOTNOTE, NULL, "lanjut");
	expect_para(&r, 5, PARA_FOOTNOTE, NULL, "dalam tabel");
	expect_para(&r, 6, PARA_FOOTNOTE, NULL, "akhir");
	ck_assert(r.draft.paras.items[3].fresh && !r.draft.paras.items[4].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(changes_count_as_accepted_and_annotations_go)
{
	struct reading r;

	reading_content(
		&r, ODT_BODY("<text:tracked-changes><text:changed-region><text:deletion>" P(
			    "tidak ") "</text:deletion></text:changed-region></"
				      "text:tracked-changes>" P(
					      "Saya <text:change "
					      "text:change-id=\"1\"/>sudah"
					      "<office:annotation><dc:creator>"
					      "Ani</dc:creator>" P("benarkah?") "</"
										"office:"
										"annotation> "
										"makan.<"
										"office:"
										"annotation-"
										"end/>")));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Saya sudah makan.");
	ck_assert(reading_has(&r, "R022"));
	ck_assert(reading_has(&r, "R025"));
	reading_end(&r);
}
END_TEST

START_TEST(hidden_text_and_titles_of_pictures_go)
{
	struct reading r;

	reading_content(&r,
		ODT_DOCUMENT(ODT_STYLE("text", "T1", "", "text:display=\"none\""),
			P("Tampak" SPAN("T1",
				"sembunyi") "<text:hidden-text "
					    "text:is-hidden=\"true\">x</"
					    "text:hidden-text>.") "<text:section "
								  "text:display="
								  "\"none\">" P(
									  "bagia"
									  "n") "<"
									       "/"
									       "t"
									       "e"
									       "x"
									       "t"
									       ":"
									       "s"
									       "e"
									       "c"
									       "t"
									       "i"
									       "o"
									       "n"
									       ">" P("<draw:frame><"
										     "draw:image/"
										     "><svg:title>"
										     "foto"
										     "</"
										     "svg:title></"
										     "draw:frame>"
										     "Usai")));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Tampak.");
	expect_para(&r, 1, PARA_BODY, NULL, "Usai");
	ck_assert(reading_has(&r, "R023"));
	reading_end(&r);
}
END_TEST

START_TEST(a_text_box_comes_behind_its_paragraph_and_an_index_is_no_speech)
{
	struct reading r;

	reading_content(&r,
		ODT_BODY(
			"<text:table-of-content><text:table-of-content-source>"
			"<text:index-title-template>Isi</text:index-title-template>"
			"</text:table-of-content-source><text:index-body>" P("Bab I<text:tab/>1") "</text:index-body></text:table-of-content>" P(
				"Luar<draw:frame><draw:text-box>" P(
					"Dalam") "</draw:text-box></draw:frame> lagi")));
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_HEADING, NULL, "Bab I\t1");
	expect_para(&r, 1, PARA_BODY, NULL, "Luar lagi");
	expect_para(&r, 2, PARA_BODY, NULL, "Dalam");
	reading_end(&r);
}
END_TEST

START_TEST(a_speaker_column_becomes_labels)
{
	struct reading r;

	reading_content(
		&r, ODT_BODY(P("Pembuka") TABLE(PAIR("P :", "Sejak kapan ibu di sini?")
				    PAIR("Rina", "Sejak 2009, ya.") PAIR("", "Lalu saya pindah.")
					    PAIR("P :", "Ke mana ibu pindah?")) P("Penutup")));
	expect_count(&r, 6);
	expect_para(&r, 1, PARA_BODY, "P", "Sejak kapan ibu di sini?");
	expect_para(&r, 3, PARA_BODY, "Rina", "Lalu saya pindah.");
	expect_para(&r, 5, PARA_BODY, NULL, "Penutup");
	ck_assert(r.draft.paras.items[5].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(covered_and_repeated_cells_take_their_columns)
{
	struct reading r;

	reading_content(&r,
		ODT_BODY(TABLE(TR(TC(P("a")) "<table:covered-table-cell/>" TC(P("c"))) TR(
			"<table:table-cell table:number-columns-repeated=\"2\"/>" TC(P("f"))))));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_TABLE, NULL, "a\tc");
	expect_para(&r, 1, PARA_TABLE, NULL, "f");
	reading_end(&r);
}
END_TEST

START_TEST(takes_the_title_of_the_properties)
{
	const struct docx_part parts[] = { part("content.xml", ODT_BODY(P("Isi"))),
		part("meta.xml", "<office:document-meta xmlns:office=\"urn:o\" xmlns:dc=\"urn:d\">"
				 "<office:meta><dc:title> Wawancara\n1 </dc:title></office:meta>"
				 "</office:document-meta>") };
	struct reading r;

	reading_parts(&r, parts, 2);
	ck_assert_pstr_eq(r.draft.title, "Wawancara 1");
	reading_end(&r);
}
END_TEST

/* ---- bad files ---- */

START_TEST(refuses_what_is_no_text)
{
	static const char *const bad[][2] = {
		{ "<text:p", "broken XML" },
		{ "<office:document-content " ODT_SPACES "><office:body><office:spreadsheet/>"
		  "</office:body></office:document-content>",
			"no text document" },
		{ "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "DOCTYPE" },
	};
	const struct docx_part other = part("isi.txt", "halo");
	struct reading r;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		reading_content(&r, bad[i][0]);
		expect_refused(&r, bad[i][1]);
		reading_end(&r);
	}
	reading_parts(&r, &other, 1);
	expect_refused(&r, "'content.xml' is missing");
	reading_end(&r);
	reading_of(&r, &reader_odt, "x");
	expect_refused(&r, "no OpenDocument text, or it is damaged or cut off");
	reading_end(&r);
}
END_TEST

START_TEST(an_encrypted_text_is_told_by_its_manifest)
{
	const struct docx_part parts[] = { part("content.xml", "\x93\x07 rahasia"),
		part("META-INF/manifest.xml",
			"<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:file-entry>"
			"<manifest:encryption-data/></manifest:file-entry></manifest:manifest>") };
	struct reading r;

	reading_parts(&r, parts, 2);
	expect_refused(&r, "password-protected");
	reading_end(&r);
}
END_TEST

START_TEST(every_cut_of_a_file_is_an_error)
{
	const struct docx_part one = part("content.xml", ODT_BODY(P("Isi")));
	struct buf zip = BUF_INIT;

	docx_make(&zip, &one, 1);
	for (size_t len = 0; len < zip.len; len++) {
		struct reading r;

		reading_bytes(&r, &reader_odt, zip.data, len);
		ck_assert_int_eq(r.rc, RC_INPUT);
		reading_end(&r);
	}
	buf_release(&zip);
}
END_TEST

#define FLAT(STYLES, X)                                                                            \
	"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<office:document " ODT_SPACES                        \
	"><office:styles>" STYLES "</office:styles>"                                               \
	"<office:master-styles><style:header><text:p>kepala</text:p></style:header>"               \
	"</office:master-styles><office:body><office:text>" X                                      \
	"</office:text></office:body></office:document>"
#define OUTLINE                                                                                    \
	"<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" "   \
	"style:num-format=\"I\" style:num-suffix=\".\"/><text:outline-level-style "                \
	"text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/>"                      \
	"<text:outline-level-style text:level=\"3\" style:num-format=\"\"/></text:outline-style>"
#define H(LEVEL, X) "<text:h text:outline-level=\"" LEVEL "\" " X "</text:h>"

START_TEST(headings_have_the_numbers_of_the_outline)
{
	static const char flat[] = FLAT(OUTLINE,
		H("1", ">Satu") P("isi") H("2", ">Dua") H("2", ">Tiga") H("3", ">Empat") H(
			"1", "text:is-list-header=\"true\">Lima") H("1", ">Enam") H("2", ">Tujuh"));
	static const char *const texts[] = { "I. Satu", "isi", "I.1 Dua", "I.2 Tiga", "Empat",
		"Lima", "II. Enam", "II.1 Tujuh" };
	struct reading r;

	reading_of(&r, &reader_odt, flat);
	ck_assert_msg(r.rc == RC_OK, "%s", r.err.msg);
	expect_count(&r, 8);
	for (size_t i = 0; i < 8; i++)
		expect_para(&r, i, i == 1 ? PARA_BODY : PARA_HEADING, NULL, texts[i]);
	reading_end(&r);
}
END_TEST

START_TEST(a_flat_file_is_read_without_its_headers_and_needs_a_text)
{
	struct reading r;

	reading_of(&r, &reader_odt, FLAT("", P("Halo.")));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Halo.");
	reading_end(&r);
	reading_of(&r, &reader_odt, "<office:document " ODT_SPACES "/>");
	expect_refused(&r, "this is no text document");
	reading_end(&r);
	reading_of(&r, &reader_odt, "<office:document");
	expect_refused(&r, "content.xml");
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_odt", reads_paragraphs_blanks_tabs_and_breaks,
	bold_comes_from_automatic_styles, knows_headings_and_kinds_by_style_names,
	numbers_of_lists_become_text, headings_have_the_numbers_of_the_outline,
	a_flat_file_is_read_without_its_headers_and_needs_a_text,
	notes_come_at_the_end_footnotes_first, changes_count_as_accepted_and_annotations_go,
	hidden_text_and_titles_of_pictures_go,
	a_text_box_comes_behind_its_paragraph_and_an_index_is_no_speech,
	a_speaker_column_becomes_labels, covered_and_repeated_cells_take_their_columns,
	takes_the_title_of_the_properties, refuses_what_is_no_text,
	an_encrypted_text_is_told_by_its_manifest, every_cut_of_a_file_is_an_error)
