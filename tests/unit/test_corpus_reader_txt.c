/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "docx_make.h"
#include "reader_test.h"
#include "unit.h"

START_TEST(reads_paragraphs_between_blank_lines)
{
	struct reading r;

	reading_of(&r, &reader_txt, "P: Sejak kapan ibu berjualan?\n\nN: Sejak 2009.\n");
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "P: Sejak kapan ibu berjualan?");
	expect_para(&r, 1, PARA_BODY, NULL, "N: Sejak 2009.");
	reading_end(&r);
}
END_TEST

START_TEST(refuses_binary_data)
{
	struct reading r;

	reading_bytes(&r, &reader_txt,
		"\x7f"
		"ELF\2\1\1\0\0\0\0\0\0\0\0\0",
		16);
	ck_assert_int_eq(r.rc, RC_INPUT);
	reading_end(&r);
}
END_TEST

START_TEST(reads_what_a_speech_recogniser_writes)
{
	struct reading r;

	reading_of(&r, &reader_txt,
		"[00:01.500 --> 00:03.000]  Selamat pagi,\n[00:03.000 --> 00:04.000]  Bu Rina.\n"
		"[00:09.000 --> 00:10.000]  Pagi.\n");
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Selamat pagi, Bu Rina.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1500);
	expect_para(&r, 1, PARA_BODY, NULL, "Pagi.");
	reading_end(&r);
}
END_TEST

START_TEST(reads_subrip_pasted_into_a_text)
{
	struct reading r;

	reading_of(&r, &reader_txt,
		"Rekaman 3\n\n1\n00:00:01,000 --> 00:00:02,000\nDuduk dulu.\n\n2\n00:00:02,500 --> "
		"00:00:03,000\n7 orang datang.\n\n3\n00:00:03,000 --> 00:00:04,000\nYa.\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Rekaman 3");
	expect_para(&r, 1, PARA_BODY, NULL, "Duduk dulu. 7 orang datang. Ya.");
	reading_end(&r);
}
END_TEST

/* ---- which reader ---- */

static const char *chosen(const char *name, const char *data, size_t len)
{
	struct err e = ERR_INIT;
	const struct reader *r = reader_for(name, data, len, &e);

	return r != NULL ? r->name : "none";
}

static void expect_advice(const char *name, const char *data, size_t len, const char *advice)
{
	struct err e = ERR_INIT;

	ck_assert_ptr_null(reader_for(name, data, len, &e));
	ck_assert_int_eq(e.rc, RC_INPUT);
	ck_assert_msg(strstr(e.msg, advice) != NULL, "%s: %s", name, e.msg);
}

START_TEST(chooses_by_extension_in_any_case)
{
	ck_assert_str_eq(chosen("a/b.c/wawancara.TXT", "T: a", 4), "txt");
	ck_assert_str_eq(chosen("x.markdown", "# a", 3), "md");
	ck_assert_str_eq(chosen("x.Md", "# a", 3), "md");
	ck_assert_str_eq(chosen("x.vtt", "WEBVTT\n", 7), "vtt");
	ck_assert_str_eq(chosen("x.srt", "1\n", 2), "srt");
	ck_assert_str_eq(chosen("x.json", "{}", 2), "json");
	ck_assert_str_eq(chosen("x.ndjson", "{}", 2), "jsonl");
	ck_assert_str_eq(chosen("x.TSV", "a\tb", 3), "csv");
}
END_TEST

START_TEST(content_tells_more_than_a_name)
{
	static const struct docx_part part = { "word/document.xml", "<a/>", 4 };
	static const struct docx_part odt = { "content.xml", "<a/>", 4 };
	struct buf zip = BUF_INIT;

	docx_make(&zip, &part, 1);
	ck_assert_str_eq(chosen("lama.doc", zip.data, zip.len), "docx");
	ck_assert_str_eq(chosen("x.docx", zip.data, zip.len), "docx");
	ck_assert_str_eq(chosen("x.docm", zip.data, zip.len), "docx");
	expect_advice("x.txt", zip.data, zip.len, "name it .docx");
	buf_reset(&zip);
	docx_make(&zip, &odt, 1);
	ck_assert_str_eq(chosen("x.odt", zip.data, zip.len), "odt");
	ck_assert_str_eq(chosen("x", zip.data, zip.len), "odt");
	ck_assert_str_eq(chosen("rusak.odt", "PK\3\4 terpotong", 14), "odt");
	ck_assert_str_eq(chosen("lama.doc", "{\\rtf1 x}", 9), "rtf");
	ck_assert_str_eq(chosen("x.rtf", "{\\rtf1 x}", 9), "rtf");
	ck_assert_str_eq(chosen("x.htm", "<html>", 6), "html");
	ck_assert_str_eq(chosen("x.xhtml", "<?xml version='1.0'?>", 21), "html");
	ck_assert_str_eq(chosen("x.html", "<p>potongan", 11), "html");
	ck_assert_str_eq(chosen("zoom.txt", "WEBVTT\n\n", 8), "vtt");
	buf_release(&zip);
}
END_TEST

START_TEST(says_what_to_do_with_other_formats)
{
	static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 isi";
	static const char locked[] =
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

	expect_advice("a.txt", "", 0, "empty");
	expect_advice("a.pages", "x", 1, "save it as .docx");
	expect_advice("a.mp3", "x", 1, "transcribe it first");
	expect_advice("a.ttml", "1\n", 2, "convert them to .srt or .vtt");
	expect_advice("a.xls", "x", 1, "save it as .xlsx or .csv");
	expect_advice("a.xyz", "x", 1, "unknown format '.xyz'");
	expect_advice("README", "x", 1, "this version reads .txt .md .docx");
	expect_advice("a.txt", "%PDF-1.4 ....", 13, "named .txt but holds .pdf");
	expect_advice("a.mht", "x", 1, "save the page as .html");
	expect_advice("a.txt", "<html></html>", 13, "named .txt but holds .html: name it so");
	expect_advice("a.md", "{\\rtf1 x}", 9, "named .md but holds .rtf: name it so");
	expect_advice("a.docx", ole, sizeof ole - 1, "password-protected or an old .doc");
	expect_advice("a.docx", locked, sizeof locked - 1, "is password-protected: open it");
}
END_TEST

START_TEST(refuses_other_packages_by_what_is_in_them)
{
	static const struct docx_part sheet = { "xl/workbook.xml", "<a/>", 4 };
	static const struct docx_part ods[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 46 },
		{ "content.xml", "<a/>", 4 },
	};
	struct buf zip = BUF_INIT;

	docx_make(&zip, &sheet, 1);
	expect_advice("a.docx", zip.data, zip.len, "named .docx but holds .xlsx");
	buf_reset(&zip);
	docx_make(&zip, ods, 2);
	expect_advice("a.odt", zip.data, zip.len, "named .odt but holds .ods");
	expect_advice("a.txt", zip.data, zip.len, "named .txt but holds .ods");
	buf_release(&zip);
}
END_TEST

UNIT_MAIN("corpus_reader_txt", reads_paragraphs_between_blank_lines, refuses_binary_data,
	reads_what_a_speech_recogniser_writes, reads_subrip_pasted_into_a_text,
	chooses_by_extension_in_any_case, content_tells_more_than_a_name,
	says_what_to_do_with_other_formats, refuses_other_packages_by_what_is_in_them)
