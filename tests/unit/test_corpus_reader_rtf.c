/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

#define RTF(X) "{\\rtf1\\ansi\\ansicpg1252\\deff0 " X "}"
#define CELL(X) "\\pard\\intbl " X "\\cell "
#define PAIR(A, C) "\\trowd\\cellx1\\cellx2 " CELL(A) CELL(C) "\\row "

static void expect_text(const char *rtf, const char *text)
{
	struct reading r;

	reading_of(&r, &reader_rtf, rtf);
	ck_assert_msg(r.rc == RC_OK, "%s: %s", rtf, r.err.msg);
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, text);
	reading_end(&r);
}

START_TEST(reads_paragraphs_lines_and_tabs)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator X;}\\pard\\plain "
		    "Ibu\n {\\i Ri}na\\tab kata\\line dua\\par\n\\par tiga\\\nempat \\{\\\\\\}"));
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, "Ibu Rina\tkata\ndua");
	expect_para(&r, 1, PARA_BODY, NULL, "tiga");
	expect_para(&r, 2, PARA_BODY, NULL, "empat {\\}");
	reading_end(&r);
}
END_TEST

START_TEST(reads_characters_in_all_their_spellings)
{
	expect_text(RTF("caf\\'e9 \\'93\\ldblquote\\'94"), "café ““”");
	expect_text(RTF("\\u8217?s \\u8220\\'93x\\u-3905?"), "’s “x");
	expect_text(RTF("\\uc0\\u8217 s{\\uc2\\u8212\\'81\\'82}-"), "’s—-");
	expect_text(RTF("\\u-10179?\\u-8704? ok"), "\xf0\x9f\x98\x80 ok");
	expect_text(RTF("{\\upr{lama}{\\*\\ud{baru}}}"), "baru");
	expect_text(RTF("dua\\_dua\\~ku\\-cing\\emdash \\bullet"), "dua-dua\xc2\xa0kucing—•");
	expect_text("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}", "Пр");
	expect_text("{\\rtf1\\mac \\'8e}", "é");
	expect_text(RTF("{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset2 S;}}a"
			"{\\f1\\'cf}{\\f2\\'b7}\\'e9"),
		"aПé");
	expect_text("{\\rtf1\\ansi\\ansicpg932 \\'83A\\'83\\'6e}", "アハ");
	expect_text("{\\rtf1\\ansi caf\xc3\xa9}", "café");
}
END_TEST

START_TEST(notes_bold_at_the_start)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\b Sari}{\\b\\i :} ya\\par Sari: {\\b ya}\\par\\b Rina:\\b0  "
		    "a\\par\\b\\plain "
		    "biasa"));
	expect_count(&r, 4);
	ck_assert_uint_eq(r.draft.paras.items[0].bold, 5);
	ck_assert_uint_eq(r.draft.paras.items[1].bold, 0);
	ck_assert_uint_eq(r.draft.paras.items[2].bold, 5);
	ck_assert_uint_eq(r.draft.paras.items[3].bold, 0);
	reading_end(&r);
}
END_TEST

START_TEST(leaves_out_what_is_no_text)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\info{\\title Wawancara 1}{\\author Ani}}{\\header kepala\\par}"
		    "{\\*\\baru {dalam}x}{\\pict 0a0b}\\bin3 }{\\Lihat{\\v sembunyi}{\\field"
		    "{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt { tautan}}}"
		    "{\\*\\annotation benarkah?}{\\listtext 1.}\\revised0 ."));
	ck_assert_pstr_eq(r.draft.title, "Wawancara 1");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Lihat tautan.");
	ck_assert(reading_has(&r, "R022"));
	ck_assert(reading_has(&r, "R023"));
	ck_assert(!reading_has(&r, "R025"));
	reading_end(&r);
}
END_TEST

START_TEST(numbers_of_lists_stand_in_front)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\listtext\\pard\\plain \\hich\\af0\\f0 1.\\tab}\\pard Satu\\par"
		    "{\\pntext\\f0 a)\\tab}Dua\\par"
		    "{\\listtext\\u8226\\'95\\tab}Tiga\\par"
		    "{\\pntext\\'b7\\tab}Empat\\par"
		    "{\\listtext\\bullet\\tab}Lima\\par"
		    "{\\listtext 6.\\tab}\\par Enam\\par"
		    "{\\listtext 7.\\tab}Sari: ya\\par"
		    " Delapan{\\listtext 8.} saja\\par Sembilan"));
	expect_count(&r, 9);
	expect_para(&r, 0, PARA_BODY, NULL, "1. Satu");
	expect_para(&r, 1, PARA_BODY, NULL, "a) Dua");
	expect_para(&r, 2, PARA_BODY, NULL, "\u2022 Tiga");
	expect_para(&r, 3, PARA_BODY, NULL, "\u2022 Empat");
	expect_para(&r, 4, PARA_BODY, NULL, "\u2022 Lima");
	expect_para(&r, 5, PARA_BODY, NULL, "Enam");
	expect_para(&r, 6, PARA_BODY, NULL, "Sari: ya"); /* it counts lines */
	expect_para(&r, 7, PARA_BODY, NULL, "Delapan saja");
	reading_end(&r);
}
END_TEST

START_TEST(signs_of_symbol_fonts_are_bullets)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\fonttbl{\\f0 Arial;}{\\f3\\fcharset2 Symbol;}}"
		    "{\\listtext\\f3\\'b7\\tab}Satu\\par {\\pntext\\f3 n\\tab}Dua"));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "\u2022 Satu");
	expect_para(&r, 1, PARA_BODY, NULL, "\u2022 Dua");
	reading_end(&r);
}
END_TEST

START_TEST(tracked_changes_count_as_accepted)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("Saya {\\deleted tidak }{\\revised sudah }makan.\\par Satu "
		    "{\\deleted\\par}paragraf.\\par"));
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Saya sudah makan.");
	expect_para(&r, 1, PARA_BODY, NULL, "Satu paragraf.");
	ck_assert(reading_has(&r, "R025"));
	reading_end(&r);
}
END_TEST

START_TEST(notes_come_at_the_end_and_boxes_behind_their_paragraph)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("Satu{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} kaki\\par lanjut}}"
		    "{\\footnote\\ftnalt akhir} saja.{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn a}"
		    "{\\sv b}}{\\shptxt\\pard Dalam\\par}}{\\shprslt ulang}}\\par "
		    "Dua{\\*\\footnote "
		    "lagi}"));
	expect_count(&r, 7);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu saja.");
	expect_para(&r, 1, PARA_BODY, NULL, "Dalam");
	expect_para(&r, 2, PARA_BODY, NULL, "Dua");
	expect_para(&r, 3, PARA_FOOTNOTE, NULL, " kaki");
	expect_para(&r, 4, PARA_FOOTNOTE, NULL, "lanjut");
	expect_para(&r, 5, PARA_FOOTNOTE, NULL, "lagi");
	expect_para(&r, 6, PARA_FOOTNOTE, NULL, "akhir");
	ck_assert(r.draft.paras.items[3].fresh && !r.draft.paras.items[4].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(knows_headings_by_style_and_outline)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s7\\sbasedon1 Bab;}"
		    "{\\*\\cs9 Judul;}{\\s8 Quote;}}\\pard\\s1 Satu\\par\\pard\\s7 "
		    "Dua\\par\\pard\\s8 "
		    "Tiga\\par\\pard\\outlinelevel2 Empat\\par\\pard Lima"));
	expect_count(&r, 5);
	expect_para(&r, 0, PARA_HEADING, NULL, "Satu");
	expect_para(&r, 1, PARA_HEADING, NULL, "Dua");
	expect_para(&r, 2, PARA_QUOTE, NULL, "Tiga");
	expect_para(&r, 3, PARA_HEADING, NULL, "Empat");
	expect_para(&r, 4, PARA_BODY, NULL, "Lima");
	reading_end(&r);
}
END_TEST

START_TEST(a_speaker_column_becomes_labels)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("Pembuka\\par " PAIR("P :", "Sejak kapan ibu di sini?") PAIR(
			"Rina", "Sejak 2009, ya.") PAIR("", "Lalu{\\footnote Catatan} saya pindah.")
				PAIR("P :", "Ke mana\\par ibu?") "\\pard Penutup"));
	expect_count(&r, 8);
	expect_para(&r, 0, PARA_BODY, NULL, "Pembuka");
	expect_para(&r, 1, PARA_BODY, "P", "Sejak kapan ibu di sini?");
	expect_para(&r, 3, PARA_BODY, "Rina", "Lalu saya pindah.");
	expect_para(&r, 5, PARA_BODY, "P", "ibu?");
	expect_para(&r, 6, PARA_BODY, NULL, "Penutup");
	expect_para(&r, 7, PARA_FOOTNOTE, NULL, "Catatan");
	reading_end(&r);
}
END_TEST

START_TEST(nested_tables_count_as_text_of_the_cell)
{
	struct reading r;

	reading_of(&r, &reader_rtf,
		RTF("\\trowd\\cellx1\\cellx2 \\pard\\intbl Usia\\cell\\pard\\intbl\\itap2 "
		    "45\\nestcell "
		    "tahun\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}"
		    "\\pard\\intbl\\cell\\row\\pard"));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_TABLE, NULL, "Usia\t45\ntahun");
	reading_end(&r);
}
END_TEST

/* ---- bad files ---- */

START_TEST(refuses_what_is_no_rtf_and_what_is_too_deep)
{
	struct buf deep = BUF_INIT;
	struct reading r;

	reading_of(&r, &reader_rtf, "Halo");
	expect_refused(&r, "no RTF file");
	reading_end(&r);
	buf_adds(&deep, "{\\rtf1 ");
	for (int i = 0; i < 2000; i++)
		buf_addc(&deep, '{');
	reading_bytes(&r, &reader_rtf, deep.data, deep.len);
	expect_refused(&r, "nested more than 1000 deep");
	reading_end(&r);
	buf_release(&deep);
}
END_TEST

START_TEST(every_cut_of_a_file_is_text_with_a_warning)
{
	static const char whole[] =
		RTF("Halo{\\footnote a\\'e9\\u8217?}{\\b dunia}\\trowd x\\cell");

	for (size_t len = 5; len < sizeof whole - 1; len++) {
		struct reading r;

		reading_bytes(&r, &reader_rtf, whole, len);
		ck_assert_int_eq(r.rc, RC_OK);
		ck_assert(reading_has(&r, "R043"));
		reading_end(&r);
	}
}
END_TEST

START_TEST(tells_damaged_and_unknown_characters)
{
	struct reading r;

	reading_of(&r, &reader_rtf, RTF("a\\u-10179?b"));
	expect_para(&r, 0, PARA_BODY, NULL,
		"a\xef\xbf\xbd"
		"b");
	ck_assert(reading_has(&r, "R003"));
	reading_end(&r);
	reading_of(&r, &reader_rtf, "{\\rtf1\\ansicpg99999 caf\\'e9}");
	expect_para(&r, 0, PARA_BODY, NULL, "café");
	ck_assert(reading_has(&r, "R040"));
	reading_end(&r);
}
END_TEST

UNIT_MAIN("corpus_reader_rtf", reads_paragraphs_lines_and_tabs,
	reads_characters_in_all_their_spellings, notes_bold_at_the_start,
	leaves_out_what_is_no_text, numbers_of_lists_stand_in_front,
	signs_of_symbol_fonts_are_bullets, tracked_changes_count_as_accepted,
	notes_come_at_the_end_and_boxes_behind_their_paragraph, knows_headings_by_style_and_outline,
	a_speaker_column_becomes_labels, nested_tables_count_as_text_of_the_cell,
	refuses_what_is_no_rtf_and_what_is_too_deep, every_cut_of_a_file_is_text_with_a_warning,
	tells_damaged_and_unknown_characters)
