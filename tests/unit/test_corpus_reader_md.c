/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/md_inline.h"
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

/* One paragraph in, its text out. */
static void expect_text(const char *source, const char *text)
{
	struct reading r;

	reading_of(&r, &reader_md, source);
	ck_assert_int_eq(r.rc, RC_OK);
	expect_count(&r, 1);
	expect_para(&r, 0, r.draft.paras.items[0].kind, NULL, text);
	reading_end(&r);
}

START_TEST(takes_title_and_date_from_front_matter)
{
	struct reading r;

	reading_of(&r, &reader_md,
		"---\ntitle: \"Pasar: Pagi\"\ndate: 2021-03-04 10:00:00 +07:00\ntags:\n- "
		"a\n---\n\nIsi.\n");
	ck_assert_str_eq(r.draft.title, "Pasar: Pagi");
	ck_assert_str_eq(r.draft.date, "2021-03-04");
	ck_assert(reading_has(&r, "R020"));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi.");
	reading_end(&r);
}
END_TEST

START_TEST(speech_between_rules_is_no_front_matter)
{
	struct reading r;

	reading_of(&r, &reader_md, "---\nT: Apa kabar?\nJ: Baik.\nT: Lalu?\n---\nSelesai.\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "T: Apa kabar?\nJ: Baik.\nT: Lalu?");
	reading_end(&r);
}
END_TEST

START_TEST(removes_emphasis_and_notes_leading_bold)
{
	struct reading r;

	reading_of(&r, &reader_md,
		"**T: Sejak kapan?**\n\n**Rina:** \\[01:46\\] *Ya*, __betul__ ~~tidak~~ `kode`.\n\n"
		"**Sari: **Belum.\n");
	expect_para(&r, 0, PARA_BODY, NULL, "T: Sejak kapan?");
	ck_assert_uint_eq(r.draft.paras.items[0].bold, 15);
	expect_para(&r, 1, PARA_BODY, NULL, "Rina: [01:46] Ya, betul tidak kode.");
	ck_assert_uint_eq(r.draft.paras.items[1].bold, 5);
	expect_para(&r, 2, PARA_BODY, NULL, "Sari: Belum.");
	ck_assert_uint_eq(r.draft.paras.items[2].bold, 6);
	reading_end(&r);
}
END_TEST

START_TEST(marks_without_a_partner_stay)
{
	expect_text("5 * 3 * 2 dan nama_file_saya, _____ lalu 2**3",
		"5 * 3 * 2 dan nama_file_saya, _____ "
		"lalu 2**3");
	expect_text("satu ` dua", "satu ` dua");
	expect_text("a < b & c > d &salah; [x", "a < b & c > d &salah; [x");
	expect_text("***tebal miring*** biasa", "tebal miring biasa");
}
END_TEST

START_TEST(links_keep_their_text_and_images_go)
{
	expect_text("Menurut [Bu *Rina*](http://a.id/x_(y) \"judul\") begitu.",
		"Menurut Bu Rina begitu.");
	expect_text("![foto](/f.jpg){: .besar }Lihat <https://a.id>.", "Lihat https://a.id.");
	expect_text("Baca [ini][1] atau [Satu][].\n\n[1]: http://a.id 'x'\n[satu]: /b",
		"Baca ini atau "
		"Satu.");
}
END_TEST

START_TEST(brackets_of_a_transcript_are_no_links)
{
	expect_text(
		"[tertawa](keras) [tidak jelas](04:12)", "[tertawa](keras) [tidak jelas](04:12)");
	expect_text("[diam][batuk] [00:12]", "[diam][batuk] [00:12]");
	expect_text("[Budi]: Halo semua", "[Budi]: Halo semua");
}
END_TEST

START_TEST(only_known_tags_and_comments_go)
{
	struct reading r;

	expect_text("Tulis lapor <spasi> nama <b>desa</b><br>lalu <tertawa>.",
		"Tulis lapor <spasi> nama "
		"desa\nlalu <tertawa>.");
	reading_of(&r, &reader_md,
		"Satu<!-- catatan -->.\n\n<!--\nbanyak\n\nbaris -->\nDua <!-- terbuka\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu.");
	expect_para(&r, 1, PARA_BODY, NULL, "Dua <!-- terbuka");
	ck_assert(reading_has(&r, "R021"));
	reading_end(&r);
}
END_TEST

START_TEST(knows_headings_lists_quotes_and_rules)
{
	struct reading r;

	reading_of(&r, &reader_md,
		"# Judul #\nIsi satu\nisi dua\n\nBab\n===\n* butir\n  lanjut\n- lain\n2. dua\n\n> "
		"kutipan\n> lagi\n\n"
		"---\nAkhir\n");
	expect_count(&r, 8);
	expect_para(&r, 0, PARA_HEADING, NULL, "Judul");
	expect_para(&r, 1, PARA_BODY, NULL, "Isi satu\nisi dua");
	ck_assert(r.draft.paras.items[1].tight);
	expect_para(&r, 2, PARA_HEADING, NULL, "Bab");
	expect_para(&r, 3, PARA_BODY, NULL, "- butir\nlanjut");
	expect_para(&r, 4, PARA_BODY, NULL, "- lain");
	expect_para(&r, 6, PARA_QUOTE, NULL, "kutipan\nlagi");
	expect_para(&r, 7, PARA_BODY, NULL, "Akhir");
	reading_end(&r);
}
END_TEST

START_TEST(an_answer_above_a_rule_is_no_heading)
{
	struct reading r;

	reading_of(&r, &reader_md, "J: Ya, sejak dulu.\n---\nT: Lalu?\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "J: Ya, sejak dulu.");
	reading_end(&r);
}
END_TEST

START_TEST(a_year_at_the_start_of_a_line_is_no_list)
{
	expect_text("Itu pada tahun\n2014. Lalu berhenti.", "Itu pada tahun\n2014. Lalu berhenti.");
}
END_TEST

START_TEST(hard_breaks_and_code_stay_readable)
{
	struct reading r;

	reading_of(&r, &reader_md, "satu  \ndua\\\ntiga\n\n```\n**bukan** tebal\n```\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "satu\ndua\ntiga");
	expect_para(&r, 1, PARA_BODY, NULL, "**bukan** tebal");
	reading_end(&r);
}
END_TEST

START_TEST(tables_with_speakers_become_turns)
{
	struct reading r;

	reading_of(&r, &reader_md,
		"| Pembicara | Teks |\n|---|:--|\n| Rina | Sejak **2009**. |\n| | Lalu pindah. "
		"|\n| Budi | Oh. |\n\nUsai\n");
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Rina", "Sejak 2009.");
	expect_para(&r, 1, PARA_BODY, "Rina", "Lalu pindah.");
	expect_para(&r, 2, PARA_BODY, "Budi", "Oh.");
	expect_para(&r, 3, PARA_BODY, NULL, "Usai");
	ck_assert(r.draft.paras.items[3].fresh);
	reading_end(&r);
}
END_TEST

START_TEST(other_tables_are_rows)
{
	struct reading r;

	reading_of(&r, &reader_md, "Desa | Warga\n---|---\nMelati | 120\nMawar | 80\n");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_TABLE, NULL, "Desa\tWarga");
	expect_para(&r, 2, PARA_TABLE, NULL, "Mawar\t80");
	reading_end(&r);
}
END_TEST

START_TEST(footnotes_are_paragraphs_of_their_own)
{
	struct reading r;

	reading_of(&r, &reader_md, "Isi[^1] lain[^2].\n\n[^1]: Catatan.\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Isi lain[^2].");
	expect_para(&r, 1, PARA_FOOTNOTE, NULL, "Catatan.");
	reading_end(&r);
}
END_TEST

START_TEST(long_rows_of_marks_are_read_in_no_time)
{
	static const char *const rows[] = { "[", "*a ", "`", "<", "![", "a](", "_*", "&", "<!--",
		"\\" };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf text = BUF_INIT;
		struct reading r;

		for (size_t k = 0; k < 200000; k++)
			buf_adds(&text, rows[i]);
		reading_bytes(&r, &reader_md, text.data, text.len);
		ck_assert_int_eq(r.rc, RC_OK);
		reading_end(&r);
		buf_release(&text);
	}
}
END_TEST

UNIT_MAIN("corpus_reader_md", takes_title_and_date_from_front_matter,
	speech_between_rules_is_no_front_matter, removes_emphasis_and_notes_leading_bold,
	marks_without_a_partner_stay, links_keep_their_text_and_images_go,
	brackets_of_a_transcript_are_no_links, only_known_tags_and_comments_go,
	knows_headings_lists_quotes_and_rules, an_answer_above_a_rule_is_no_heading,
	a_year_at_the_start_of_a_line_is_no_list, hard_breaks_and_code_stay_readable,
	tables_with_speakers_become_turns, other_tables_are_rows,
	footnotes_are_paragraphs_of_their_own, long_rows_of_marks_are_read_in_no_time)
