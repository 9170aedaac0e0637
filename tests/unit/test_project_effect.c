/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another version of a codebook would do to a project. */
#include "tests/unit/store_help.h"

#include "project/effect.h"

#define HEAD "codebook t\ncode A { "

static const char text[] = "Warga paham aturan. Warga membayar iuran.\n"
			   "Kader datang. Kader pulang.\n"
			   "Rapat rutin.";

struct trial {
	struct lab l;
	struct codebook *before, *after;
	struct changes c;
	struct effect x;
};

/* A project with the text, precoded with the first version. */
static struct trial begin(const char *before)
{
	struct trial t = { .l = lab_new() };

	lab_document(&t.l, "Satu", text);
	lab_precode(&t.l, before);
	t.before = coder_book(before);
	return t;
}

static void look(struct trial *t, const char *after, size_t limit)
{
	struct effect_options o = { .limit = limit };
	struct diags d = DIAGS_INIT;

	t->after = coder_book(after);
	changes_find(t->before, t->after, &t->c);
	lab_ok(&t->l, effect_find(t->l.s, &t->c, &o, &t->x, &d, &t->l.e));
	ck_assert_uint_eq(d.list.n, 0);
	diags_release(&d);
}

static void end(struct trial *t)
{
	effect_release(&t->x);
	changes_release(&t->c);
	codebook_free(t->before);
	codebook_free(t->after);
	lab_free(&t->l);
}

/* "confirmed-lost A 0-19 paham>; ": kind, code, place, rules of both versions. */
static char *told(const struct trial *t)
{
	struct buf out = BUF_INIT;

	vec_each (const struct effect_place, p, &t->x.places) {
		const struct change_code *k = &t->c.codes.items[p->code];

		buf_printf(&out, "%s %s %u-%u", effect_kind_names[p->kind],
			(k->after != NULL ? k->after : k->before)->key, p->start, p->end);
		for (size_t i = 0; i < p->before.n; i++)
			buf_printf(&out, " -%s", p->before.rules[i].key);
		for (size_t i = 0; i < p->after.n; i++)
			buf_printf(&out, " +%s%s", p->after.rules[i].key,
				p->after.rules[i].outside ? "!" : "");
		buf_adds(&out, "; ");
	}
	return buf_detach(&out);
}

static void expect(const struct trial *t, const char *expected)
{
	char *got = told(t);

	ck_assert_str_eq(got, expected);
	free(got);
}

static void judge(struct trial *t, uint32_t start, uint32_t stop, enum verdict verdict)
{
	lab_judge(&t->l, 1, "A", start, stop, verdict);
}

START_TEST(losses_and_gains_are_told_with_the_rules_of_both_versions)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	look(&t, HEAD "keywords { iuran, rutin } }", SIZE_MAX);
	expect(&t, "lost A 0-19 -paham; gained A 72-84 +rutin; ");
	ck_assert_uint_eq(t.x.codes[0].before, 2);
	ck_assert_uint_eq(t.x.codes[0].after, 2);
	ck_assert_int_eq(t.x.places.items[0].before.rules[0].fate, FATE_ABSENT);
	ck_assert_uint_eq(t.x.places.items[1].line, 5);
	ck_assert_str_eq(t.x.places.items[1].text, "Rapat rutin.");
	end(&t);
}
END_TEST

START_TEST(a_suggestion_that_grows_is_neither_lost_nor_gained)
{
	struct trial t = begin(HEAD "keywords { paham } }");

	look(&t, HEAD "unit paragraph keywords { paham } }", SIZE_MAX);
	expect(&t, "");
	ck_assert_uint_eq(t.x.codes[0].changed, 1);
	end(&t);
}
END_TEST

START_TEST(a_confirmed_loss_is_told_once_and_not_as_another_loss)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	judge(&t, 0, 19, VERDICT_CONFIRM);
	t.l.who = lab_person("Orang lain");
	judge(&t, 0, 19, VERDICT_CONFIRM);
	look(&t, HEAD "keywords { iuran } }", SIZE_MAX);
	expect(&t, "confirmed-lost A 0-19 -paham; ");
	ck_assert_uint_eq(t.x.places.items[0].nverdicts, 2);
	ck_assert_uint_eq(t.x.codes[0].lost, 1);
	end(&t);
}
END_TEST

START_TEST(what_is_confirmed_by_hand_and_was_never_suggested_is_no_loss)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	judge(&t, 72, 84, VERDICT_CONFIRM);
	look(&t, HEAD "keywords { iuran } }", SIZE_MAX);
	expect(&t, "lost A 0-19 -paham; ");
	end(&t);
}
END_TEST

START_TEST(a_rejected_loss_is_settled)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	look(&t, HEAD "keywords { iuran } }", SIZE_MAX);
	expect(&t, "settled A 0-19 -paham; ");
	end(&t);
}
END_TEST

START_TEST(a_rejected_sentence_stays_answered_under_other_rules)
{
	struct trial t = begin(HEAD "keywords { paham } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	look(&t, HEAD "keywords { aturan } unit paragraph }", SIZE_MAX);
	expect(&t, "");
	end(&t);
}
END_TEST

START_TEST(a_rejected_sentence_returns_with_words_outside_of_it)
{
	struct trial t = begin(HEAD "keywords { paham } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	look(&t, HEAD "keywords { paham, iuran } unit paragraph }", SIZE_MAX);
	expect(&t, "rejected-again A 0-41 -paham +iuran! +paham; ");
	ck_assert_int_eq(t.x.places.items[0].reason, EFFECT_OTHER_WORDS);
	end(&t);
}
END_TEST

START_TEST(without_was_rejections_return_and_decided_codes_are_gone)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	judge(&t, 20, 41, VERDICT_CONFIRM);
	look(&t, "codebook t\ncode B { keywords { paham, iuran } }", SIZE_MAX);
	expect(&t, "rejected-again B 0-19 -paham +paham; "
		   "lost A 0-19 -paham; lost A 20-41 -iuran; gained B 20-41 +iuran; ");
	ck_assert_int_eq(t.x.places.items[0].reason, EFFECT_WAS_MISSING);
	ck_assert_uint_eq(t.x.gone.n, 1);
	ck_assert_str_eq(t.x.gone.items[0].full, "t.A");
	ck_assert_str_eq(t.x.gone.items[0].like->key, "B");
	ck_assert_uint_eq(t.x.gone.items[0].verdicts[VERDICT_REJECT], 1);
	ck_assert_uint_eq(t.x.gone.items[0].verdicts[VERDICT_CONFIRM], 1);
	end(&t);
}
END_TEST

START_TEST(with_was_decisions_are_carried_over)
{
	struct trial t = begin(HEAD "keywords { paham, iuran } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	judge(&t, 20, 41, VERDICT_CONFIRM);
	look(&t, "codebook t\ncode B { was A keywords { paham } }", SIZE_MAX);
	expect(&t, "confirmed-lost B 20-41 -iuran; ");
	ck_assert_uint_eq(t.x.gone.n, 0);
	end(&t);
}
END_TEST

START_TEST(decisions_on_a_code_that_another_takes_in_count_for_that)
{
	struct trial t =
		begin("codebook t\ncode A { keywords { paham } } code B { keywords { kader } }");

	judge(&t, 0, 19, VERDICT_REJECT);
	look(&t, "codebook t\ncode B { was A keywords { kader, paham } }", SIZE_MAX);
	expect(&t, "");
	ck_assert_uint_eq(t.x.gone.n, 0);
	end(&t);
}
END_TEST

START_TEST(retired_codes_are_not_looked_at)
{
	struct trial t = begin(HEAD "keywords { paham } }");

	lab_begin(&t.l, "codes");
	lab_ok(&t.l, store_overlay_put(t.l.s, lab_code(&t.l, "A"), "retired", "yes", &t.l.e));
	lab_commit(&t.l);
	look(&t, HEAD "keywords { iuran } }", SIZE_MAX);
	expect(&t, "");
	end(&t);
}
END_TEST

START_TEST(the_limit_keeps_the_counts)
{
	struct trial t = begin(HEAD "keywords { paham, kader } }");

	look(&t, HEAD "keywords { zzz } }", 1);
	expect(&t, "lost A 0-19 -paham; ");
	ck_assert_uint_eq(t.x.codes[0].kinds[EFFECT_LOST], 3);
	end(&t);
}
END_TEST

START_TEST(it_counts_what_precode_counts)
{
	static const char after[] = HEAD "keywords { iuran } }";
	struct trial t = begin(HEAD "keywords { paham, kader, iuran } }");
	struct judgement_new j = { .document = 1, .verdict = VERDICT_CONFIRM, .via = VIA_SINGLE };
	struct span at = { 0, 19 };
	struct store_hit hit = { .rule = "paham", .version = 1, .spans = &at, .nspans = 1 };
	struct store_change_count n;

	j.code = lab_code(&t.l, "A");
	j.end = 19;
	j.hits = &hit;
	j.nhits = 1;
	lab_begin(&t.l, "confirm");
	lab_ok(&t.l, store_judge(t.l.s, &j, NULL, &t.l.e));
	lab_commit(&t.l);
	look(&t, after, SIZE_MAX);
	n = lab_precode(&t.l, after);
	ck_assert_uint_eq(t.x.codes[0].lost, n.gone);
	ck_assert_uint_eq(t.x.codes[0].gained, n.added);
	ck_assert_uint_eq(t.x.codes[0].kinds[EFFECT_CONFIRMED_LOST], n.unsupported);
	end(&t);
}
END_TEST

/* The excerpt of the only place, with its marks in brackets. */
static char *excerpt(const struct trial *t)
{
	const struct effect_place *p = &t->x.places.items[0];
	struct buf out = BUF_INIT;
	uint32_t at = 0;

	ck_assert_uint_eq(t->x.places.n, 1);
	for (size_t i = 0; i < p->nmarks; i++) {
		buf_add(&out, p->text + at, p->marks[i].start - at);
		buf_addc(&out, '[');
		buf_add(&out, p->text + p->marks[i].start, p->marks[i].end - p->marks[i].start);
		buf_addc(&out, ']');
		at = p->marks[i].end;
	}
	buf_adds(&out, p->text + at);
	return buf_detach(&out);
}

START_TEST(a_long_passage_is_cut_around_the_words)
{
	struct trial t = begin(HEAD "keywords { zzz } }");
	struct buf longer = BUF_INIT;
	char *got;

	for (int i = 0; i < 40; i++)
		buf_adds(&longer, "panjang ");
	buf_adds(&longer, "rumah  sakit\xc2\xa0itu ");
	for (int i = 0; i < 40; i++)
		buf_adds(&longer, "sekali ");
	lab_document(&t.l, "Dua", longer.data);
	look(&t, HEAD "keywords { \"rumah sakit\" } }", SIZE_MAX);
	got = excerpt(&t);
	ck_assert_str_eq(got,
		"\xe2\x80\xa6 panjang panjang panjang panjang panjang panjang panjang panjang "
		"panjang [rumah sakit] itu sekali sekali sekali sekali sekali sekali sekali "
		"sekali sekali sekali \xe2\x80\xa6");
	free(got);
	buf_release(&longer);
	end(&t);
}
END_TEST

UNIT_MAIN("effect", losses_and_gains_are_told_with_the_rules_of_both_versions,
	a_suggestion_that_grows_is_neither_lost_nor_gained,
	a_confirmed_loss_is_told_once_and_not_as_another_loss,
	what_is_confirmed_by_hand_and_was_never_suggested_is_no_loss, a_rejected_loss_is_settled,
	a_rejected_sentence_stays_answered_under_other_rules,
	a_rejected_sentence_returns_with_words_outside_of_it,
	without_was_rejections_return_and_decided_codes_are_gone,
	with_was_decisions_are_carried_over,
	decisions_on_a_code_that_another_takes_in_count_for_that, retired_codes_are_not_looked_at,
	the_limit_keeps_the_counts, it_counts_what_precode_counts,
	a_long_passage_is_cut_around_the_words)
