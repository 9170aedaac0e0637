/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/chats.h"

#include "reader_test.h"
#include "unit.h"

static void read_ok(struct reading *r, const char *text)
{
	reading_of(r, &reader_txt, text);
	ck_assert_msg(r->rc == RC_OK, "%s", r->err.msg);
}

START_TEST(android_in_indonesian)
{
	struct reading r;

	read_ok(&r, "17/08/24 09.30 - Pesan dan panggilan dienkripsi secara end-to-end.\n"
		    "17/08/24 09.30 - Sari membuat grup \"Peserta: satu\"\n"
		    "17/08/24 09.31 - Sari: Selamat pagi\napa kabar: baik?\n\nsemua\n"
		    "17/08/24 09.32 - Budi: <Media tidak disertakan>\n"
		    "17/08/24 09.32 - ~ Budi: Pagi <Pesan ini diedit>\n"
		    "17/08/24 09.35 - +62 812-345: Halo: saya baru\n"
		    "17/08/24 09.36 - Budi: Pesan ini dihapus\n"
		    "17/08/24 09.36 - Budi: IMG-1.jpg (file terlampir)\n");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "Sari", "Selamat pagi\napa kabar: baik?\n\nsemua");
	expect_para(&r, 1, PARA_BODY, "Budi", "Pagi");
	expect_para(&r, 2, PARA_BODY, "+62 812-345", "Halo: saya baru");
	ck_assert_int_eq(r.draft.paras.items[0].ms, -1);
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	ck_assert(reading_has(&r, "R029"));
	ck_assert(reading_has(&r, "R033"));
	reading_end(&r);
}
END_TEST

START_TEST(iphone_over_two_days)
{
	struct reading r;

	read_ok(&r, "[17/08/24 09.30.12] Grup: \u200ePesan dienkripsi secara end-to-end.\n"
		    "[17/08/24 09.31.05] Sari: Selamat pagi\n"
		    "\u200e[17/08/24 09.32.05] Budi: \u200egambar tidak disertakan\n"
		    "[18/08/24 09.37.00] Budi: Pagi\n");
	expect_count(&r, 4);
	expect_para(&r, 0, PARA_HEADING, NULL, "17/08/24");
	expect_para(&r, 1, PARA_BODY, "Sari", "Selamat pagi");
	expect_para(&r, 2, PARA_HEADING, NULL, "18/08/24");
	expect_para(&r, 3, PARA_BODY, "Budi", "Pagi");
	reading_end(&r);
}
END_TEST

START_TEST(twelve_hours_and_months_first)
{
	struct reading r;

	read_ok(&r, "8/17/24, 9:31\u202fAM - Sari: Good morning\n8/17/24, 9:32\u202fAM - Budi: "
		    "Morning\n"
		    "8/17/24, 9:32\u202fPM - Sari: Why?\n");
	expect_count(&r, 3);
	expect_para(&r, 2, PARA_BODY, "Sari", "Why?");
	ck_assert_str_eq(r.draft.date, "2024-08-17");
	reading_end(&r);
}
END_TEST

START_TEST(chats_of_meetings)
{
	struct reading r;

	read_ok(&r, "09:30:12\t From Sari W to Everyone:\n\tSelamat pagi\n"
		    "09:30:45\t From Budi to Everyone:\n\tPagi\n\tsemua\n"
		    "09:31:02\t From  Sari W : Siap?\n");
	expect_count(&r, 3);
	expect_para(&r, 0, PARA_BODY, "Sari W", "Selamat pagi");
	expect_para(&r, 1, PARA_BODY, "Budi", "Pagi\nsemua");
	expect_para(&r, 2, PARA_BODY, "Sari W", "Siap?");
	reading_end(&r);
}
END_TEST

START_TEST(diaries_and_transcripts_are_no_chats)
{
	static const char *const texts[] = {
		"17/08/24 09.30 - berangkat ke pasar\n17/08/24 10.30 - pulang\n17/08/24 11.00 - "
		"tidur\n",
		"Catatan\n17/08/24 09.30 - Sari: ya\n17/08/24 09.31 - Budi: ya\n17/08/24 09.32 - "
		"Sari: "
		"ya\n",
		"09:30 Sari: ya\n09:31 Budi: ya\n09:32 Sari: ya\n",
		"17/08/24 09.30 - Sari: ya\n17/08/24 09.31 - Budi: ya\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct draft draft;
		struct diags d = DIAGS_INIT;

		draft_init(&draft);
		ck_assert_msg(
			!chats_read("uji", texts[i], strlen(texts[i]), &draft, &d), "%s", texts[i]);
		ck_assert_uint_eq(draft.paras.n, 0);
		draft_release(&draft);
		diags_release(&d);
	}
}
END_TEST

UNIT_MAIN("corpus_chats", android_in_indonesian, iphone_over_two_days,
	twelve_hours_and_months_first, chats_of_meetings, diaries_and_transcripts_are_no_chats)
