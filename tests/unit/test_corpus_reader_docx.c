/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "docx_make.h"
#include "reader_test.h"
#include "unit.h"

#define P(X) "<w:p>" X "</w:p>"
#define T(X) "<w:r><w:t xml:space=\"preserve\">" X "</w:t></w:r>"
#define B(X) "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" X "</w:t></w:r>"
#define STYLED(S, X) P("<w:pPr><w:pStyle w:val=\"" S "\"/></w:pPr>" T(X))
#define TC(X) "<w:tc><w:tcPr/>" X "</w:tc>"
#define TR(X) "<w:tr>" X "</w:tr>"
#define PAIR(A, C) TR(TC(P(T(A))) TC(P(T(C))))
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

static void reading_document(struct reading *r, const char *document)
{
	const struct docx_part parts[] = { part("_rels/.rels", rels),
		part("word/document.xml", document) };

	reading_parts(r, parts, 2);
}

START_TEST(reads_paragraphs_runs_tabs_and_breaks)
{
	struct reading r;

	reading_document(&r, BODY(P("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>"
				    "<w:r><w:t>  Ibu </w:t><w:tab/></w:r>" T(
					    " Rina") "<w:r><w:br/><w:t>dua</w:t><w:noBreakHyphen/>"
						     "<w:t>dua</w:t><w:softHyphen/></w:r>") P("")
					     P("<w:hyperlink>" T("tautan") "</w:hyperlink>")));
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Ibu\t Rina\ndua-dua");
	expect_para(&r, 1, PARA_BODY, NULL, "tautan");
	reading_end(&r);
}
END_TEST

START_TEST(notes_bold_at_the_start)
{
	struct reading r;

	reading_document(&r, BODY(P(B("T") B(":") T(" Apa?")) P(T("J: ") B("ya"))
					     P("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" T("biasa"))));
	ck_assert_uint_eq(r.draft.paras.items[0].bold, 2);
	ck_assert_uint_eq(r.draft.paras.items[1].bold, 0);
	ck_assert_uint_eq(r.draft.paras.items[2].bold, 0);
	reading_end(&r);
}
END_TEST

START_TEST(tracked_changes_count_as_accepted)
{
	struct reading r;

	reading_document(
		&r, BODY(P(T("Saya ") "<w:del><w:r><w:delText>tidak "
				      "</w:delText></w:r></w:del><w:ins>" T("sudah ") "</w:ins>" T(
					      "makan.") "<w:moveFrom>" T("pindah") "</w:moveFrom>")
				    P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("Satu "))
					    P(T("paragraf."))));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Saya sudah makan.");
	expect_para(&r, 1, PARA_BODY, NULL, "Satu paragraf.");
	ck_assert(reading_has(&r, "R025"));
	reading_end(&r);
}
END_TEST

START_TEST(hidden_text_and_comments_go_with_a_remark)
{
	struct reading r;

	reading_document(&r,
		BODY(P(T("Tampak") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>sembunyi</w:t></w:r>"
				   "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r>"
				   "<w:r><w:commentReference w:id=\"1\"/></w:r>")));
	expect_para(&r, 0, PARA_BODY, NULL, "Tampak.");
	ck_assert(reading_has(&r, "R022"));
	ck_assert(reading_has(&r, "R023"));
	reading_end(&r);
}
END_TEST

START_TEST(fields_show_their_result_and_forms_no_prompt)
{
	struct reading r;

	reading_document(&r,
		BODY(P("<w:r><w:fldChar "
		       "w:fldCharType=\"begin\"/><w:instrText>ADDIN "
		       "RAHASIA</w:instrText>"
		       "<w:fldChar w:fldCharType=\"separate\"/></w:r>" T(
			       "(Sari, 2019)") "<w:r><w:fldChar "
					       "w:fldCharType=\"end\"/></"
					       "w:r>") "<w:sdt><w:sdtPr><w:"
						       "showingPlcHdr/></"
						       "w:sdtPr><w:"
						       "sdtContent>" P(
							       T("Kli"
								 "k "
								 "di "
								 "sin"
								 "i")) "</w:sdtContent></"
								       "w:sdt><w:sdt><w:"
								       "sdtContent>" P(
									       T("Isian")) "<"
											   "/"
											   "w"
											   ":"
											   "s"
											   "d"
											   "t"
											   "C"
											   "o"
											   "n"
											   "t"
											   "e"
											   "n"
											   "t"
											   ">"
											   "<"
											   "/"
											   "w"
											   ":"
											   "s"
											   "d"
											   "t"
											   ">"));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "(Sari, 2019)");
	expect_para(&r, 1, PARA_BODY, NULL, "Isian");
	reading_end(&r);
}
END_TEST

START_TEST(a_text_box_comes_once_and_behind_its_paragraph)
{
	static const char box[] =
		"<w:document " DOCX_W
		" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
		"<w:body><w:p><w:r><mc:AlternateContent><mc:Choice "
		"Requires=\"wps\"><w:txbxContent>" P(
			T("Kotak")) "</w:txbxContent></"
				    "mc:Choice><mc:Fallback><w:"
				    "txbxContent>" P(
					    T("Kotak")) "</"
							"w:txbxContent><"
							"/mc:Fallback></"
							"mc:"
							"AlternateConten"
							"t></w:r>" T(
								"Lu"
								"a"
								"r") "</w:p></w:body></w:document>";
	struct reading r;

	reading_document(&r, box);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Luar");
	expect_para(&r, 1, PARA_BODY, NULL, "Kotak");
	reading_end(&r);
}
END_TEST

START_TEST(knows_headings_in_any_language_of_word)
{
	static const char styles[] =
		"<w:styles " DOCX_W
		"><w:style w:styleId=\"Judul1\"><w:name w:val=\"heading 1\"/></w:style>"
		"<w:style w:styleId=\"Bab\"><w:name w:val=\"Bab Skripsi\"/><w:basedOn "
		"w:val=\"Judul1\"/></w:style>"
		"<w:style w:styleId=\"Tanya\"><w:name "
		"w:val=\"Tanya\"/><w:rPr><w:b/></w:rPr></w:style>"
		"<w:style w:styleId=\"L\"><w:name w:val=\"L\"/><w:basedOn "
		"w:val=\"L\"/></w:style></w:styles>";
	static const char document_rels[] = DOCX_RELS(DOCX_REL("styles", "styles.xml"));
	const struct docx_part parts[] = { part("_rels/.rels", rels),
		part("word/document.xml",
			BODY(STYLED("Judul1", "Hasil") STYLED("Bab", "Bab I") STYLED(
				"Tanya", "Apa?") STYLED("L", "Isi")
					P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" T("Sub")))),
		part("word/_rels/document.xml.rels", document_rels),
		part("word/styles.xml", styles) };
	struct reading r;

	reading_parts(&r, parts, 4);
	expect_para(&r, 0, PARA_HEADING, NULL, "Hasil");
	expect_para(&r, 1, PARA_HEADING, NULL, "Bab I");
	expect_para(&r, 2, PARA_BODY, NULL, "Apa?");
	ck_assert_uint_eq(r.draft.paras.items[2].bold, 4);
	expect_para(&r, 3, PARA_BODY, NULL, "Isi");
	expect_para(&r, 4, PARA_HEADING, NULL, "Sub");
	reading_end(&r);
}
END_TEST

START_TEST(headers_and_footers_are_told_unless_they_only_number_pages)
{
	static const char document[] = BODY(P(T("Isi.")));
	static const char number[] = "<w:ftr " DOCX_W ">" P(T(
		"Halaman ") "<w:r><w:instrText>PAGE</w:instrText></w:r>" T("3 dari 9")) "</w:ftr>";
	static const char head[] = "<w:hdr " DOCX_W ">" P(T("Wawancara Bu Sari")) "</w:hdr>";
	struct docx_part parts[] = { part("_rels/.rels", rels), part("word/document.xml", document),
		part("word/footer1.xml", number), part("word/header1.xml", head),
		part("word/_rels/document.xml.rels",
			DOCX_RELS(DOCX_REL("footer", "footer1.xml"))) };
	struct reading r;

	reading_parts(&r, parts, 5);
	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
	parts[4] = part("word/_rels/document.xml.rels",
		DOCX_RELS(DOCX_REL("footer", "footer1.xml") DOCX_REL("header", "header1.xml")
				DOCX_REL("header", "header1.xml")));
	reading_parts(&r, parts, 5);
	expect_count(&r, 1);
	ck_assert_uint_eq(r.diags.list.n, 1);
	ck_assert_str_eq(r.diags.list.items[0].id, "R032");
	ck_assert_ptr_nonnull(strstr(r.diags.list.items[0].text, ": 2 ('Wawancara Bu Sari')"));
	reading_end(&r);
}
END_TEST

START_TEST(symbols_tabs_and_controls_around_blocks_are_text)
{
	struct reading r;

	reading_document(&r,
		BODY(
			"<w:sdt><w:sdtContent>" P(T("Dalam kendali")) "</w:sdtContent></w:sdt>" P(
				"<w:r><w:sym w:font=\"Times\" w:char=\"2192\"/><w:sym "
				"w:font=\"Wingdings\" "
				"w:char=\"F0E0\"/></w:r>" T("panah") "<w:r><w:ptab/></w:r>" T("tab") "<w:sdt><w:sdtContent>" T(
					" sebaris") "</w:sdtContent></w:sdt>") "<w:altChunk/"
									       "><w:tbl>" TR(TC(P(T("Luar")) "<w:tbl>" TR(TC(
										       P(T("dala"
											   "m")))) "<"
												   "/"
												   "w"
												   ":"
												   "t"
												   "b"
												   "l"
												   ">" P(""))) "</w:tbl>"));
	ck_assert_int_eq(r.rc, RC_OK);
	expect_para(&r, 0, PARA_BODY, NULL, "Dalam kendali");
	expect_para(&r, 1, PARA_BODY, NULL, "\xe2\x86\x92panah\ttab sebaris");
	expect_para(&r, 2, PARA_BODY, NULL, "Luar");
	expect_para(&r, 3, PARA_BODY, NULL, "dalam");
	expect_count(&r, 4);
	ck_assert(reading_has(&r, "R024"));
	reading_end(&r);
}
END_TEST

START_TEST(footnotes_come_at_the_end)
{
	static const char notes[] = "<w:footnotes " DOCX_W "><w:footnote w:type=\"separator\">" P(T(
		"--")) "</w:footnote><w:footnote w:id=\"2\">" P(T(" Lihat Sari.")) "</w:footnote></"
										   "w:footnotes>";
	static const char document_rels[] = DOCX_RELS(DOCX_REL("footnotes", "/word/notes.xml"));
	const struct docx_part parts[] = { part("_rels/.rels", rels),
		part("word/document.xml",
			BODY(P(T("Isi") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))),
		part("word/_rels/document.xml.rels", document_rels),
		part("word/notes.xml", notes) };
	struct reading r;

	reading_parts(&r, parts, 4);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi");
	expect_para(&r, 1, PARA_FOOTNOTE, NULL, " Lihat Sari.");
	ck_assert(r.draft.paras.items[1].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(a_strict_document_may_have_any_name)
{
	const struct docx_part parts[] = {
		part("_rels/.rels",
			"<Relationships "
			"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
			"<Relationship "
			"Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
			"officeDocument\" "
			"Target=\"/isi/utama.xml\"/></Relationships>"),
		part("isi/utama.xml",
			"<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" "
			"xmlns:a=\"http://purl.oclc.org/ooxml/drawingml/main\"><w:body><w:p>" T(
				"Isi") "<a:p><a:t>gambar</a:t></a:p></w:p></w:body></w:document>"),
	};
	struct reading r;

	reading_parts(&r, parts, 2);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi");
	reading_end(&r);
}
END_TEST

START_TEST(takes_a_title_that_a_person_gave)
{
	static const struct {
		const char *written, *title;
	} titles[] = { { " Wawancara 3\n", "Wawancara 3" }, { "Word Document", NULL },
		{ "", NULL } };

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		char *core = mem_printf(
			"<c xmlns:dc=\"d\"><dc:creator>x</dc:creator><dc:title>%s</dc:title></c>",
			titles[i].written);
		const struct docx_part parts[] = {
			part("_rels/.rels",
				DOCX_RELS(DOCX_REL("officeDocument", "word/document.xml") DOCX_REL(
					"metadata/core-properties", "docProps/core.xml"))),
			part("word/document.xml", BODY(P(T("Isi")))),
			part("docProps/core.xml", core)
		};
		struct reading r;

		reading_parts(&r, parts, 3);
		ck_assert_pstr_eq(r.draft.title, titles[i].title);
		reading_end(&r);
		free(core);
	}
}
END_TEST

/* ---- tables ---- */

START_TEST(a_speaker_column_becomes_labels)
{
	struct reading r;

	reading_document(
		&r, BODY(P(T("Pembuka")) "<w:tbl>" PAIR("P :", "Sejak kapan ibu di sini?") PAIR(
			    "Rina", "Sejak 2009, ya.") PAIR("", "Lalu saya pindah.")
				    PAIR("P :", "Ke mana ibu pindah?") "</w:tbl>" P(T("Penutup"))));
	expect_count(&r, 6);
	expect_para(&r, 0, PARA_BODY, NULL, "Pembuka");
	expect_para(&r, 1, PARA_BODY, "P", "Sejak kapan ibu di sini?");
	expect_para(&r, 2, PARA_BODY, "Rina", "Sejak 2009, ya.");
	expect_para(&r, 3, PARA_BODY, "Rina", "Lalu saya pindah.");
	expect_para(&r, 4, PARA_BODY, "P", "Ke mana ibu pindah?");
	expect_para(&r, 5, PARA_BODY, NULL, "Penutup");
	ck_assert(r.draft.paras.items[5].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(a_table_of_questions_becomes_turns)
{
	struct reading r;

	reading_document(
		&r, BODY("<w:tbl>" TR(TC(P(T("No"))) TC(P(T("Pertanyaan"))) TC(P(T("Jawaban"))) TC(
			    P(T("Waktu")))) TR(TC(P(T("1."))) TC(P(T("Apa itu?"))) TC(P(T("Sawah."))
				    P(T("Dan kebun."))) TC(P(T("00:12")))) "</w:tbl>"));
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "Pertanyaan", "Apa itu?");
	expect_para(&r, 1, PARA_BODY, "Jawaban", "Sawah.");
	expect_para(&r, 2, PARA_BODY, "Jawaban", "Dan kebun.");
	reading_end(&r);
}
END_TEST

START_TEST(questions_left_and_answers_right_need_no_header)
{
	struct reading r;

	reading_document(&r,
		BODY("<w:tbl>" PAIR("Apa itu?", "Itu sawah kami.") PAIR("Milik siapa?",
			"Milik kami semua.") PAIR("Sejak kapan?", "Sejak tahun lalu.") "</w:tbl>"));
	expect_count(&r, 6);
	expect_para(&r, 4, PARA_BODY, "Pertanyaan", "Sejak kapan?");
	expect_para(&r, 5, PARA_BODY, "Jawaban", "Sejak tahun lalu.");
	reading_end(&r);
}
END_TEST

START_TEST(other_tables_are_rows)
{
	struct reading r;

	reading_document(&r, BODY("<w:tbl>" PAIR("Nama", "Rina") PAIR("Usia", "45 tahun")
					     PAIR("Tempat", "Balai desa") "</w:tbl>"));
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_TABLE, NULL, "Nama\tRina");
	expect_para(&r, 2, PARA_TABLE, NULL, "Tempat\tBalai desa");
	ck_assert(r.draft.paras.items[0].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(a_frame_around_text_is_no_table)
{
	struct reading r;

	reading_document(&r, BODY("<w:tbl>" TR(TC(P(T("P: Apa?")) P(T("N: Itu.")))) "</w:tbl>"));
	expect_count(&r, 2);
	expect_para(&r, 1, PARA_BODY, NULL, "N: Itu.");
	reading_end(&r);
}
END_TEST

START_TEST(a_dialogue_beside_notes_is_read_as_text)
{
	struct reading r;

	reading_document(
		&r, BODY("<w:tbl>" TR(TC(P(T("P: Sejak kapan?")) P(T("N: Sejak 2009."))) TC(
			    P(T("Pindah usaha")))) TR(TC(P(T("P: Ke mana?")) P(T("N: Bandung.")))
				    TC(P(T("Mobilitas")))) "</w:tbl>"));
	expect_count(&r, 6);
	expect_para(&r, 1, PARA_BODY, NULL, "N: Sejak 2009.");
	expect_para(&r, 2, PARA_TABLE, NULL, "Pindah usaha");
	expect_para(&r, 3, PARA_BODY, NULL, "P: Ke mana?");
	reading_end(&r);
}
END_TEST

/* ---- bad files ---- */

START_TEST(refuses_what_is_no_document)
{
	static const char *const bad[][2] = {
		{ BODY("<w:p>"), "broken XML" },
		{ "<!DOCTYPE w [<!ENTITY a \"x\">]><w:document " DOCX_W "/>", "DOCTYPE" },
	};
	const struct docx_part other = part("isi.txt", "halo");
	struct reading r;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		reading_document(&r, bad[i][0]);
		expect_refused(&r, bad[i][1]);
		reading_end(&r);
	}
	reading_parts(&r, &other, 1);
	expect_refused(&r, "no Word document: 'word/document.xml' is missing");
	reading_end(&r);
	reading_of(&r, &reader_docx, "PK\3\4 terpotong");
	expect_refused(&r, "damaged or cut off");
	reading_end(&r);
}
END_TEST

START_TEST(every_cut_of_a_file_is_an_error_or_text)
{
	const struct docx_part parts[] = { part("_rels/.rels", rels),
		part("word/document.xml", BODY(P(T("Isi")))) };
	struct buf zip = BUF_INIT;

	docx_make(&zip, parts, 2);
	for (size_t len = 0; len < zip.len; len++) {
		struct reading r;

		reading_bytes(&r, &reader_docx, zip.data, len);
		ck_assert_int_eq(r.rc, RC_INPUT);
		reading_end(&r);
	}
	buf_release(&zip);
}
END_TEST

UNIT_MAIN("corpus_reader_docx", reads_paragraphs_runs_tabs_and_breaks, notes_bold_at_the_start,
	tracked_changes_count_as_accepted, hidden_text_and_comments_go_with_a_remark,
	fields_show_their_result_and_forms_no_prompt,
	a_text_box_comes_once_and_behind_its_paragraph, knows_headings_in_any_language_of_word,
	headers_and_footers_are_told_unless_they_only_number_pages,
	symbols_tabs_and_controls_around_blocks_are_text, footnotes_come_at_the_end,
	a_strict_document_may_have_any_name, takes_a_title_that_a_person_gave,
	a_speaker_column_becomes_labels, a_table_of_questions_becomes_turns,
	questions_left_and_answers_right_need_no_header, other_tables_are_rows,
	a_frame_around_text_is_no_table, a_dialogue_beside_notes_is_read_as_text,
	refuses_what_is_no_document, every_cut_of_a_file_is_an_error_or_text)
