/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

#define PAIR(A, C) "<tr><td>" A "</td><td>" C "</td></tr>"

static void expect_text(const char *html, const char *text)
{
	struct reading r;

	reading_of(&r, &reader_html, html);
	ck_assert_msg(r.rc == RC_OK, "%s: %s", html, r.err.msg);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, text);
	reading_end(&r);
}

START_TEST(reads_paragraphs_and_collapses_white_space)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<!DOCTYPE html>\n<title> Wawancara\n 1 </title><body>\n <p> Ibu\n  <i>Rina </i> \n"
		"ya.</p>lepas<div>satu<div>dua</div>tiga</div>\n<ul><li>butir</li></ul><hr>akhir");
	ck_assert_int_eq(r.rc, RC_OK);
	ck_assert_pstr_eq(r.draft.title, "Wawancara  1");
	expect_count(&r, 7);
	expect_para(&r, 0, PARA_BODY, NULL, "Ibu Rina ya.");
	expect_para(&r, 1, PARA_BODY, NULL, "lepas");
	expect_para(&r, 2, PARA_BODY, NULL, "satu");
	expect_para(&r, 3, PARA_BODY, NULL, "dua");
	expect_para(&r, 4, PARA_BODY, NULL, "tiga");
	expect_para(&r, 5, PARA_BODY, NULL, "\xe2\x80\xa2 butir");
	expect_para(&r, 6, PARA_BODY, NULL, "akhir");
	reading_end(&r);
}
END_TEST

START_TEST(one_break_is_a_line_two_are_a_paragraph)
{
	struct reading r;

	reading_of(&r, &reader_html, "<p>P: satu<br>\nN: dua<br>\n<br/>\nP: tiga<br></p>");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "P: satu\nN: dua\n");
	expect_para(&r, 1, PARA_BODY, NULL, "P: tiga\n");
	reading_end(&r);
}
END_TEST

START_TEST(knows_kinds)
{
	static const char *const pages[] = { "<h3>a</h3>", "<blockquote><p>a</p></blockquote>",
		"<figure><figcaption>a</figcaption></figure>", "<p class=MsoTitle>a</p>",
		"<p class='x MsoFootnoteText'>a</p>", "<div id=sdfootnote1><p>a</p></div>",
		"<section class=\"footnotes\" role=\"doc-endnotes\"><ol><li>a</li></ol></section>",
		"<table><caption>a</caption></table>", "<p class=MsoNormal>a</p>" };
	static const enum para_kind kinds[] = { PARA_HEADING, PARA_QUOTE, PARA_CAPTION,
		PARA_HEADING, PARA_FOOTNOTE, PARA_FOOTNOTE, PARA_FOOTNOTE, PARA_CAPTION,
		PARA_BODY };

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct reading r;

		reading_of(&r, &reader_html, pages[i]);
		expect_count(&r, 1);
		expect_para(&r, 0, kinds[i], NULL, "a");
		reading_end(&r);
	}
}
END_TEST

START_TEST(numbers_of_lists_become_text)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<ol start=\"3\"><li>tiga<p>lanjut</p></li><li>empat<ol type=\"a\"><li>a</li>"
		"<li>b</li></ol></li><li value=\"9\">sembilan</li><li><b>P:</b> Apa?</li></ol>"
		"<ul style=\"list-style-type: none\"><li>tanpa</li></ul><ul><li>titik</li></ul>"
		"<li>lepas</li>");
	expect_count(&r, 10);
	expect_para(&r, 0, PARA_BODY, NULL, "3. tiga");
	expect_para(&r, 1, PARA_BODY, NULL, "lanjut");
	expect_para(&r, 2, PARA_BODY, NULL, "4. empat");
	expect_para(&r, 3, PARA_BODY, NULL, "a. a");
	expect_para(&r, 4, PARA_BODY, NULL, "b. b");
	expect_para(&r, 5, PARA_BODY, NULL, "9. sembilan");
	expect_para(&r, 6, PARA_BODY, NULL, "P: Apa?"); /* a speaker's turn is no item */
	expect_para(&r, 7, PARA_BODY, NULL, "tanpa");
	expect_para(&r, 8, PARA_BODY, NULL, "\xe2\x80\xa2 titik");
	expect_para(&r, 9, PARA_BODY, NULL, "lepas");
	reading_end(&r);
}
END_TEST

START_TEST(notes_bold_at_the_start)
{
	static const struct {
		const char *page;
		size_t bold;
	} pages[] = {
		{ "<p><b>Sari</b><strong>:</strong> ya</p>", 5 },
		{ "<p>ya <b>Sari</b></p>", 0 },
		{ "<p><span style='color:red; font-weight: 700'>Sari:</span> ya</p>", 5 },
		{ "<b style='font-weight:normal'><p>Sari: ya</p></b>", 0 },
	};

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct reading r;

		reading_of(&r, &reader_html, pages[i].page);
		ck_assert_uint_eq(r.draft.paras.items[0].bold, pages[i].bold);
		reading_end(&r);
	}
}
END_TEST

START_TEST(only_the_main_text_is_read)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<head><style>p{}</style><script>var a='<p>x</p>';</script></head><header>kepala"
		"</header><nav><ul><li>menu</li></ul></nav><main><p>Isi<del>hapus</del>"
		"<ins> ya</ins><span hidden>rahasia</span><sup class=\"footnote-ref\">1</sup>.</p>"
		"<p style=\"display: none\">tak tampak</p><select><option>pilih</select></main>"
		"<aside>samping</aside><form><p>cari</p></form><footer>kaki</footer><!-- x -->");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi ya.");
	ck_assert(reading_has(&r, "R023"));
	ck_assert(reading_has(&r, "R025"));
	ck_assert(reading_has(&r, "R041"));
	ck_assert(reading_has(&r, "R042"));
	reading_end(&r);
}
END_TEST

START_TEST(a_page_that_is_one_form_is_read)
{
	struct reading r;

	reading_of(&r, &reader_html, "<body><form><p>Isi</p><button>Kirim</button></form></body>");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi");
	ck_assert(!reading_has(&r, "R042"));
	reading_end(&r);
}
END_TEST

START_TEST(preformatted_text_keeps_its_lines)
{
	struct reading r;

	reading_of(&r, &reader_html, "<pre>\nP: <b>satu</b>\n\nN: dua &amp; tiga\n</pre>");
	ck_assert(r.draft.plain);
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "P: satu");
	expect_para(&r, 1, PARA_BODY, NULL, "N: dua & tiga");
	reading_end(&r);
	reading_of(&r, &reader_html,
		"<p>a</p><pre>b</pre><table>" PAIR("<pre>c\nd</pre>", "e") "</table>");
	ck_assert(!r.draft.plain);
	expect_count(&r, 3);
	expect_para(&r, 2, PARA_TABLE, NULL, "c\nd\te");
	reading_end(&r);
}
END_TEST

START_TEST(a_speaker_column_becomes_labels)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<table width=100%><tr><td>Judul<table>" PAIR("P :", "Sejak kapan ibu di sini?")
			PAIR("<p>Rina</p>",
				"Sejak 2009, ya.") "<tr><td rowspan=2>P :<td>Ke mana "
						   "ibu pindah?</tr><tr><td>Dan "
						   "kapan?</tr></table>Penutup</td></tr></table>");
	expect_count(&r, 6);
	expect_para(&r, 0, PARA_BODY, NULL, "Judul");
	expect_para(&r, 1, PARA_BODY, "P", "Sejak kapan ibu di sini?");
	expect_para(&r, 2, PARA_BODY, "Rina", "Sejak 2009, ya.");
	expect_para(&r, 4, PARA_BODY, "P", "Dan kapan?");
	expect_para(&r, 5, PARA_BODY, NULL, "Penutup");
	reading_end(&r);
}
END_TEST

START_TEST(other_tables_are_rows)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<table><tbody>" PAIR("Nama", "Rina")
			PAIR("Usia", "45 tahun") "<tr><td colspan=2>"
						 "Balai</td><td>desa</td></tr></tbody></table>");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_TABLE, NULL, "Nama\tRina");
	expect_para(&r, 2, PARA_TABLE, NULL, "Balai\tdesa");
	reading_end(&r);
}
END_TEST

START_TEST(reads_the_encoding_that_bytes_or_the_page_tell)
{
	expect_text("<p>caf\xc3\xa9 &ldquo;&#8217;&eacute;", "café “’é");
	expect_text("\xef\xbb\xbf<p>caf\xc3\xa9", "café");
	expect_text("<meta charset=\"windows-1252\"><p>caf\xe9 \x93", "café “");
	expect_text("<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">"
		    "<p>caf\xe9",
		"café");
	expect_text("<meta charset=ISO-8859-2><p>\xb1", "ą");
	/* The page was converted, its meta element was not. */
	expect_text("<meta charset=\"iso-8859-1\"><p>caf\xc3\xa9", "café");
	expect_text("<?xml version='1.0' encoding='utf-8'?><html><body><p>caf\xc3\xa9<br/></p>"
		    "</body></html>",
		"café\n");
}
END_TEST

START_TEST(an_unknown_encoding_is_told)
{
	struct reading r;

	reading_of(&r, &reader_html, "<meta charset=x-klingon><p>caf\xe9 dan kopi tubruk</p>");
	expect_para(&r, 0, PARA_BODY, NULL, "café dan kopi tubruk");
	ck_assert(reading_has(&r, "R040"));
	reading_end(&r);
}
END_TEST

START_TEST(survives_soup_nuls_and_depth)
{
	struct buf deep = BUF_INIT;
	struct reading r;

	reading_bytes(&r, &reader_html, "<p>a\0b<td></div></table><tr>c dan seterusnya", 44);
	ck_assert_int_eq(r.rc, RC_OK);
	expect_para(&r, 0, PARA_BODY, NULL, "ab");
	ck_assert_uint_eq(r.draft.controls, 1);
	reading_end(&r);
	for (int i = 0; i < 100000; i++)
		buf_adds(&deep, "<div>");
	reading_bytes(&r, &reader_html, deep.data, deep.len);
	expect_refused(&r, "nested more than");
	reading_end(&r);
	buf_release(&deep);
}
END_TEST

START_TEST(comments_and_notes_of_google_docs)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<body><p><span>Halo</span><sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></sup>"
		"<span> Bu.</span><sup><a href=\"#cmnt1\" id=\"cmnt_ref1\">[a]</a></sup></p><hr>"
		"<div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a><span>Sapaan.</span></p></div>"
		"<div><p><a href=\"#cmnt_ref1\" id=\"cmnt1\">[a]</a><span>benarkah?</span></p>"
		"<p><span>ya</span></p></div><p>Akhir.</p></body>");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, "Halo Bu.");
	expect_para(&r, 1, PARA_BODY, NULL, "Akhir.");
	expect_para(&r, 2, PARA_FOOTNOTE, NULL, "Sapaan.");
	ck_assert(reading_has(&r, "R022"));
	reading_end(&r);
}
END_TEST

START_TEST(lists_of_word_keep_their_numbers_without_the_gap)
{
	struct reading r;

	reading_of(&r, &reader_html,
		"<p class=MsoListParagraphCxSpFirst><span>1.<span style='font:7.0pt \"Times New "
		"Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>Satu</p>"
		"<p class=MsoListParagraph><span style='font-family:Symbol'>\u00b7<span "
		"style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>Dua "
		"<span style='font-family:Symbol'>b</span></p>"
		"<p><span style='font-family:Symbol'>a</span> tiga</p>");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, "1. Satu");
	expect_para(&r, 1, PARA_BODY, NULL, "\u2022 Dua b");
	expect_para(&r, 2, PARA_BODY, NULL, "a tiga");
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_html", reads_paragraphs_and_collapses_white_space,
	one_break_is_a_line_two_are_a_paragraph, knows_kinds, numbers_of_lists_become_text,
	notes_bold_at_the_start, only_the_main_text_is_read, a_page_that_is_one_form_is_read,
	preformatted_text_keeps_its_lines, a_speaker_column_becomes_labels, other_tables_are_rows,
	reads_the_encoding_that_bytes_or_the_page_tell, an_unknown_encoding_is_told,
	survives_soup_nuls_and_depth, comments_and_notes_of_google_docs,
	lists_of_word_keep_their_numbers_without_the_gap)
