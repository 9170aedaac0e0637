/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small caption formats: lrc and sbv. */
#include "corpus/reader.h"

#include <string.h>

#include "reader_test.h"
#include "unit.h"

START_TEST(lrc_lines_become_cues)
{
	struct reading r;

	reading_of(&r, &reader_lrc,
		"[ti:Wawancara di balai]\r\n[ar:Rina]\r\n[00:01.50]Sejak kapan Ibu "
		"berjualan?\r\n[00:03.00]\r\n\r\n"
		"[75:00.250]Sejak <75:01.00>2009.\r\n[75:02]\r\n[1:16:00]Di pasar.\r\n");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, NULL, "Sejak kapan Ibu berjualan?");
	expect_para(&r, 1, PARA_BODY, NULL, "Sejak 2009.");
	expect_para(&r, 2, PARA_BODY, NULL, "Di pasar.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1500);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 4500250);
	ck_assert_int_eq(r.draft.paras.items[2].ms, 4560000);
	ck_assert_str_eq(r.draft.title, "Wawancara di balai");
	ck_assert_uint_eq(r.diags.list.n, 0);
	reading_end(&r);
}
END_TEST

START_TEST(lrc_times_may_repeat_and_be_moved)
{
	struct reading r;

	reading_of(
		&r, &reader_lrc, "[offset:+500]\n[01:00.00][00:10.00]Iya.\n[00:30.00]Bagaimana?\n");
	expect_count(&r, 1);
	expect_para(&r, 0, PARA_BODY, NULL, "Iya. Bagaimana? Iya.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 9500);
	reading_end(&r);
}
END_TEST

START_TEST(lrc_text_without_a_time_is_told)
{
	struct reading r;

	reading_of(&r, &reader_lrc, "Catatan\n[00:01.00]Ya,\nbetul.\n[00:99.00]salah\n");
	expect_para(&r, 0, PARA_BODY, NULL, "Ya, betul. [00:99.00]salah");
	ck_assert_uint_eq(r.diags.list.n, 3);
	reading_end(&r);
	reading_of(&r, &reader_lrc, "[ar:Rina]\n");
	ck_assert_int_eq(r.rc, RC_INPUT);
	reading_end(&r);
}
END_TEST

START_TEST(sbv_blocks_become_cues)
{
	struct reading r;

	reading_of(&r, &reader_sbv,
		"0:00:01.500,0:00:02.000\nSejak kapan[br]Ibu\nberjualan?\n\n"
		"1:00:00.000,1:00:02.000\nSejak 2009.\n\nDi pasar.\n");
	expect_count(&r, 2);
	expect_para(&r, 0, PARA_BODY, NULL, "Sejak kapan Ibu berjualan?");
	expect_para(&r, 1, PARA_BODY, NULL, "Sejak 2009. Di pasar.");
	ck_assert_int_eq(r.draft.paras.items[0].ms, 1500);
	ck_assert_int_eq(r.draft.paras.items[1].ms, 3600000);
	ck_assert_uint_eq(r.diags.list.n, 1);
	reading_end(&r);
	reading_of(&r, &reader_sbv, "00:00,0:00:11.378\nApa?\n");
	ck_assert_int_eq(r.rc, RC_INPUT);
	reading_end(&r);
}
END_TEST

/* One recording as lrc and as vtt. */
START_TEST(lrc_agrees_with_vtt)
{
	static const char *const names[] = { "data/transcripts/hitsave/goodboy-galaxy.lrc",
		"data/transcripts/hitsave/goodboy-galaxy.vtt" };
	static const struct reader *const how[] = { &reader_lrc, &reader_vtt };
	struct buf data[2] = { BUF_INIT, BUF_INIT };
	struct reading r[2];
	struct err e = ERR_INIT;

	for (int i = 0; i < 2; i++) {
		const char *path = unit_shared(names[i]);

		if (path == NULL)
			return;
		ck_assert_int_eq(file_read(path, 1 << 20, &data[i], &e), RC_OK);
		reading_bytes(&r[i], how[i], data[i].data, data[i].len);
	}
	ck_assert_uint_eq(r[0].draft.paras.n, r[1].draft.paras.n);
	ck_assert_str_eq(r[0].draft.text.data, r[1].draft.text.data);
	for (size_t i = 0; i < r[0].draft.paras.n; i++)
		ck_assert_int_eq(r[0].draft.paras.items[i].ms, r[1].draft.paras.items[i].ms);
	for (int i = 0; i < 2; i++) {
		reading_end(&r[i]);
		buf_release(&data[i]);
	}
}
END_TEST

UNIT_MAIN("corpus_reader_lrc", lrc_lines_become_cues, lrc_times_may_repeat_and_be_moved,
	lrc_text_without_a_time_is_told, sbv_blocks_become_cues, lrc_agrees_with_vtt)
