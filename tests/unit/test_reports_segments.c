/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole project, reported: who says a segment and which of its words count. */
#include "one_interview.h"

#include "project/decide.h"
#include "reports/study.h"

static const char text[] = "Peneliti: Bagaimana iurannya?\nBu Imas: Saya bayar tiap bulan.\n"
			   "Peneliti: Rutin?\nBu Imas: Rutin, Bu.\n";

START_TEST(a_passage_over_several_turns_is_said_by_who_answers)
{
	struct scratch k = open_scratch(text, NULL);
	struct study_options o = { .lang = "id", .unit = UNIT_SENTENCE };
	struct code_choice code = { .key = "IURAN", .label = "Iuran" };
	struct span span;
	struct study *st;
	char id[9];

	ck_assert_int_eq(decide_span(k.s, k.document, "Bagaimana iurannya? Bu Imas: Saya bayar",
				 &span, &k.e),
		RC_OK);
	ck_assert_int_eq(decide_code(k.s, &k.who, k.document, span, &code, NULL, id, &k.e), RC_OK);
	ck_assert_int_eq(study_load(k.s, &o, &st, &k.e), RC_OK);
	ck_assert_uint_eq(st->segments.n, 1);
	ck_assert_uint_eq(
		st->segments.items[0].words, 2); /* "Saya bayar": the question could not be coded */
	ck_assert_str_eq(st->speakers.items[st->segments.items[0].speaker].shown, "Bu Imas");
	ck_assert_uint_eq(st->words, 6); /* saya bayar tiap bulan rutin bu */
	ck_assert_uint_eq(st->hand, 1);
	study_free(st);
	close_scratch(&k);
}
END_TEST

UNIT_MAIN("segments", a_passage_over_several_turns_is_said_by_who_answers)
