/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"

#include "reader_test.h"
#include "unit.h"

#define CUE(N, FROM, TO, TEXT) N "\n00:00:" FROM ",000 --> 00:00:" TO ",000\n" TEXT "\n\n"

START_TEST(reads_numbers_times_and_wrapped_lines)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		"1\r\n00:00:01,500 --> 00:00:02,000\r\nSejak kapan\r\nIbu berjualan?\r\n\r\n"
		"2\r\n01:00:00.000 --> 01:00:02.000\r\nSejak 2009.\r\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Sejak kapan Ibu berjualan?");
	expect_para(&r, 1, PARA_BODY, NULL, "Sejak 2009.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1500);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 3600000);
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(who_is_named_speaks_on)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		CUE("1", "01", "02", "Rina: Saya mulai") CUE("2", "02", "03", "berjualan.")
			CUE("3", "09", "10", "Budi: Oh?") CUE("4", "11", "12", "Rina: Ya.")
				CUE("5", "12", "13", "Budi: Lalu?"));
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_BODY, "Rina", "Saya mulai berjualan.");
	expect_para(&r, 1, PARA_BODY, "Budi", "Oh?");
	expect_para(&r, 3, PARA_BODY, "Budi", "Lalu?");
	reading_end(&r);
}
END_TEST

START_TEST(takes_times_as_programs_write_them)
{
	static const char *const lines[] = { "00:00:01,5 --> 00:00:02,25", "0:00:01,500-->0:00:02",
		"00:00:01:500 --> 00:00:02:250", "00:01.500 --> 00:02.250",
		"00:00:01,500 --> 00:00:02,250 X1:10 X2:20 Y1:3 Y2:4" };

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		char *text = mem_printf("1\n%s\nHalo.\n", lines[i]);
		struct reading r;

		reading_of(&r, &reader_srt, text);
		expect_count(&r, 1);
		expect_para(&r, 0, PARA_BODY, NULL, "Halo.");
		ck_assert_int_eq(r.draft.paras.items[0].ms, 1500);
		ck_assert_uint_eq(r.diags.list.n, 0);
		reading_end(&r);
		free(text);
	}
}
END_TEST

START_TEST(blank_lines_between_cues_may_be_missing)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		"1\n00:00:01,000 --> 00:00:02,000\nSatu\n2\n00:00:02,000 --> 00:00:03,000\n1998\n "
		"\t\n"
		"3\n00:00:03,000 --> 00:00:04,000\ndua\n00:00:04,000 --> 00:00:05,000\ntiga\n");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu 1998 dua tiga");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(a_blank_line_may_stand_in_front_of_the_text)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		"1\n00:00:01,000 --> 00:00:02,000\n \nselamat pagi\n\n"
		"2\n00:00:02,000 --> 00:00:02,010\n\n3\n00:00:05,000 --> 00:00:06,000\nsemua\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "selamat pagi");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1000);
	expect_para(&r, 1, PARA_BODY, NULL, "semua");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(marks_of_players_are_no_words)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		CUE("1", "01", "02",
			"{\\an8}<i>Satu</i> <font color=\"#fff\">dua</font> {tiga} a < b"));
	expect_para(&r, 0, PARA_BODY, NULL, "Satu dua {tiga} a < b");
	reading_end(&r);
}
END_TEST

START_TEST(no_word_is_lost_where_times_are_bad)
{
	struct reading r;

	reading_of(&r, &reader_srt,
		CUE("1", "01", "02", "Satu") "2\nTanpa waktu\n\n" CUE("3", "72", "99", "dua")
			CUE("4", "03", "04", "a --> b\n\nLagi"));
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Satu Tanpa waktu dua a --> b Lagi");
	ck_assert_uint_eq(r.diags.list.n, 3);
	ck_assert_str_eq(r.diags.list.items[0].id, "R026");
	ck_assert_uint_eq(r.diags.list.items[0].at.line, 5);
	ck_assert_uint_eq(r.diags.list.items[1].at.line, 9);
	ck_assert_uint_eq(r.diags.list.items[2].at.line, 16);
	reading_end(&r);
}
END_TEST

START_TEST(refuses_what_has_no_cue)
{
	static const char *const bad[] = { "1", "some text", "1\nsome text",
		"some text\n00:00:00,500 --> 00:00:07,000",
		"1\n00:00:01,000 --> 00:00:02,000\n\n" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct reading r;

		reading_of(&r, &reader_srt, bad[i]);
		expect_refused(&r, "no cue with a time and text");
		reading_end(&r);
	}
}
END_TEST

START_TEST(reads_the_broken_files_of_others)
{
	static const struct {
		const char *file;
		size_t paras;
		const char *text;
	} files[] = {
		{ "invalid_timeframe.srt", 1,
			"Caption text #1 Caption text #2 Caption text #3 Caption text #4 "
			"Caption text #5" },
		{ "missing_timeframe.srt", 2, "Caption text #1 Caption text #2" },
		{ "missing_caption_text.srt", 2, "Caption text #1" },
		{ "one_caption.srt", 1, "Caption text #1" },
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *path = unit_shared(unit_keep(
			mem_printf("data/transcripts/vtt-edge/webvtt-py/%s", files[i].file)));
		struct buf data = BUF_INIT;
		struct err e = ERR_INIT;
		struct reading r;

		if (path == NULL)
			return;
		ck_assert_int_eq(file_read(path, 1 << 20, &data, &e), RC_OK);
		reading_bytes(&r, &reader_srt, data.data, data.len);
		expect_count(&r, files[i].paras);
		expect_para(&r, 0, PARA_BODY, NULL, files[i].text);
		reading_end(&r);
		buf_release(&data);
	}
}
END_TEST

UNIT_MAIN("corpus_reader_srt", reads_numbers_times_and_wrapped_lines, who_is_named_speaks_on,
	takes_times_as_programs_write_them, blank_lines_between_cues_may_be_missing,
	a_blank_line_may_stand_in_front_of_the_text, marks_of_players_are_no_words,
	no_word_is_lost_where_times_are_bad, refuses_what_has_no_cue,
	reads_the_broken_files_of_others)
