/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "corpus/draft.h"

static void text_is(const struct draft *d, size_t para, const char *expected)
{
	const struct draft_para *p = &d->paras.items[para];

	ck_assert_uint_eq(p->end - p->start, strlen(expected));
	ck_assert_int_eq(memcmp(d->text.data + p->start, expected, p->end - p->start), 0);
}

START_TEST(runs_of_a_paragraph_are_joined)
{
	struct draft d;

	draft_init(&d);
	draft_para(&d, PARA_BODY);
	draft_text(&d, "satu ", 5);
	draft_text(&d, "dua", 3);
	draft_para(&d, PARA_HEADING)->ms = 5;
	draft_text(&d, "tiga", 4);
	draft_end(&d);
	ck_assert_uint_eq(d.paras.n, 2);
	text_is(&d, 0, "satu dua");
	text_is(&d, 1, "tiga");
	ck_assert_int_eq(d.paras.items[0].ms, -1);
	ck_assert_int_eq(d.paras.items[1].ms, 5);
	ck_assert_int_eq(d.paras.items[1].kind, PARA_HEADING);
	draft_release(&d);
}
END_TEST

START_TEST(paragraphs_without_visible_text_go_away)
{
	struct draft d;

	draft_init(&d);
	draft_para(&d, PARA_BODY);
	draft_para(&d, PARA_BODY);
	draft_text(&d, " \n\t\u00a0\u200b", 8);
	draft_para(&d, PARA_BODY);
	draft_text(&d, "ada", 3);
	draft_para(&d, PARA_BODY);
	draft_end(&d);
	draft_end(&d);
	ck_assert_uint_eq(d.paras.n, 1);
	ck_assert_uint_eq(d.paras.items[0].start, 0);
	text_is(&d, 0, "ada");
	draft_release(&d);
}
END_TEST

START_TEST(marks_compose_over_the_border_of_runs)
{
	struct draft d;

	draft_init(&d);
	draft_para(&d, PARA_BODY);
	draft_text(&d, "cafe", 4);
	draft_text(&d, "\u0301", 2);
	draft_text(&d, "\u0323!", 3);
	draft_para(&d, PARA_BODY);
	draft_text(&d, "\u0301x", 3);
	draft_end(&d);
	text_is(&d, 0, "caf\u1eb9\u0301!");
	text_is(&d, 1, "\u0301x");
	ck_assert(d.changed_nfc);
	draft_release(&d);
}
END_TEST

START_TEST(labels_are_normalised_and_kept)
{
	struct draft d;
	char label[] = "Bu\tSari\x01";

	draft_init(&d);
	draft_para(&d, PARA_BODY);
	draft_label(&d, label, strlen(label));
	memset(label, 'x', sizeof label - 1);
	draft_text(&d, "Ya.", 3);
	draft_end(&d);
	ck_assert_str_eq(d.paras.items[0].label, "Bu Sari");
	ck_assert_uint_eq(d.controls, 1);
	draft_release(&d);
}
END_TEST

UNIT_MAIN("draft", runs_of_a_paragraph_are_joined, paragraphs_without_visible_text_go_away,
	marks_compose_over_the_border_of_runs, labels_are_normalised_and_kept)
