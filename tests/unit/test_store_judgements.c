/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

static const char one[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";
static const char book[] = "codebook t language id\n"
			   "code A { keywords { optimal } }\n"
			   "code B { keywords { kader, paham } }\n";

static struct lab filled(void)
{
	struct lab l = lab_new();

	lab_document(&l, "Satu", one);
	lab_precode(&l, book);
	return l;
}

START_TEST(a_new_verdict_replaces_the_old_one)
{
	struct lab l = filled();
	struct judgement_filter all = { 0 }, history = { .history = true };

	lab_judge(&l, 1, "A", 18, 32, VERDICT_UNSURE);
	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n", lab_judgements(&l, &all));
	lab_expect("1:18-32 A unsure single Rini Wahyuni\n1:18-32 A confirm single Rini Wahyuni\n",
		lab_judgements(&l, &history));
	lab_free(&l);
}
END_TEST

START_TEST(the_same_verdict_again_changes_nothing)
{
	struct lab l = filled();

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	ck_assert_int_eq(lab_verify(&l), 4);
	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	ck_assert_int_eq(lab_verify(&l), 4);
	lab_free(&l);
}
END_TEST

START_TEST(two_coders_may_differ_on_one_passage)
{
	struct lab l = filled();
	struct judgement_filter f = { 0 };

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	l.who = lab_person("Orang Lain");
	lab_judge(&l, 1, "A", 18, 32, VERDICT_REJECT);
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n1:18-32 A reject single Orang Lain\n",
		lab_judgements(&l, &f));
	f.coder = lab_coder(&l);
	lab_expect("1:18-32 A reject single Orang Lain\n", lab_judgements(&l, &f));
	f = (struct judgement_filter){ .verdicts = 1u << VERDICT_CONFIRM };
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n", lab_judgements(&l, &f));
	f = (struct judgement_filter){ .code = lab_code(&l, "B") };
	lab_expect("", lab_judgements(&l, &f));
	lab_free(&l);
}
END_TEST

START_TEST(a_verdict_can_be_taken_back)
{
	struct lab l = filled();
	struct judgement_filter all = { 0 };
	bool was;

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	lab_begin(&l, "withdraw");
	lab_ok(&l, store_unjudge(l.s, 1, lab_code(&l, "A"), 18, 32, &was, &l.e));
	ck_assert(was);
	lab_ok(&l, store_unjudge(l.s, 1, lab_code(&l, "A"), 18, 33, &was, &l.e));
	ck_assert(!was);
	lab_commit(&l);
	lab_expect("", lab_judgements(&l, &all));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_passage_that_is_none_is_refused)
{
	struct lab l = filled();
	static const struct span bad[] = { { 5, 5 }, { 7, 3 }, { 50, 500 }, { 500, 501 } };
	struct judgement_new j = { .document = 1, .code = 1, .verdict = VERDICT_CONFIRM };

	lab_begin(&l, "code");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		j.start = bad[i].start;
		j.end = bad[i].end;
		ck_assert_int_eq(store_judge(l.s, &j, NULL, &l.e), RC_INPUT);
	}
	j.document = 5;
	ck_assert_int_eq(store_judge(l.s, &j, NULL, &l.e), RC_NOTFOUND);
	store_rollback(l.s);
	lab_free(&l);
}
END_TEST

START_TEST(half_a_letter_is_no_passage)
{
	struct lab l = lab_new();
	struct judgement_new j = { .document = 1, .start = 4, .end = 6, .code = 1 };

	lab_document(&l, "Satu", "J: Café itu ramai.");
	lab_begin(&l, "code");
	for (j.start = 3; j.start < 8; j.start++)
		for (j.end = j.start + 1; j.end < 9; j.end++) {
			bool inside = j.start == 7 || j.end == 7; /* é = bytes 6 and 7 */

			ck_assert_int_eq(store_judge(l.s, &j, NULL, &l.e) == RC_INPUT, inside);
		}
	store_rollback(l.s);
	lab_free(&l);
}
END_TEST

struct seen {
	char words[64], rule[64], book[16];
	size_t n, spans;
	double score;
};

static enum rc note(const struct store_evidence *v, void *arg, struct err *e)
{
	struct seen *seen = arg;

	(void)e;
	snprintf(seen->words, sizeof seen->words, "%s", v->words);
	snprintf(seen->rule, sizeof seen->rule, "%s", v->rule);
	snprintf(seen->book, sizeof seen->book, "%s", v->codebook);
	seen->n++;
	seen->spans += v->nspans;
	seen->score = v->score;
	return RC_OK;
}

static enum rc confirm(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct {
		struct lab *l;
		int64_t id;
	} *c = arg;
	struct judgement_new j = { .document = g->document,
		.code = g->code,
		.start = g->start,
		.end = g->end,
		.unit = g->unit,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_SINGLE,
		.score = g->score,
		.hits = g->hits,
		.nhits = g->nhits,
		.note = "jelas" };

	return store_judge(c->l->s, &j, &c->id, e);
}

START_TEST(evidence_is_copied_and_outlives_the_rule)
{
	struct lab l = filled();
	struct suggestion_filter f = { .code = lab_code(&l, "B") };
	struct {
		struct lab *l;
		int64_t id;
	} c = { &l, 0 };
	struct seen seen = { .n = 0 };

	lab_begin(&l, "confirm");
	lab_ok(&l, store_suggestions(l.s, &f, confirm, &c, &l.e));
	lab_commit(&l);
	lab_precode(&l, "codebook t language id\ncode A { keywords { optimal } }\ncode B { "
			"keywords { lain } }\n");
	lab_ok(&l, store_evidence(l.s, c.id, note, &seen, &l.e));
	ck_assert_uint_eq(seen.n, 2);
	ck_assert_uint_eq(seen.spans, 2);
	ck_assert_str_eq(seen.rule, "paham");
	ck_assert_str_eq(seen.words, "paham");
	ck_assert_str_eq(seen.book, "t");
	ck_assert_double_eq_tol(seen.score, 0.75, 1e-9);
	lab_free(&l);
}
END_TEST

static enum rc keep(const struct store_judgement *j, void *arg, struct err *e)
{
	struct store_judgement *out = arg;

	(void)e;
	*out = *j;
	ck_assert_str_eq(j->note, "jelas");
	return RC_OK;
}

START_TEST(a_coding_has_the_id_of_its_suggestion)
{
	struct lab l = filled();
	struct suggestion_filter f = { .code = lab_code(&l, "B") };
	struct judgement_filter by = { .document = 1 };
	struct {
		struct lab *l;
		int64_t id;
	} c = { &l, 0 };
	struct store_judgement j = { .row = 0 };
	char *got;

	lab_begin(&l, "confirm");
	lab_ok(&l, store_suggestions(l.s, &f, confirm, &c, &l.e));
	lab_commit(&l);
	lab_ok(&l, store_judgements(l.s, &by, keep, &j, &l.e));
	ck_assert_int_eq(j.row, c.id);
	ck_assert_int_eq(j.unit, UNIT_SENTENCE);
	f = (struct suggestion_filter){ .id = j.id, .coder = lab_coder(&l) };
	got = lab_suggestions(&l, &f);
	ck_assert_str_eq(got, "1:33-52 B confirmed kader paham\n");
	free(got);
	by = (struct judgement_filter){ .id = j.id };
	lab_ok(&l, store_judgements(l.s, &by, keep, &j, &l.e));
	by.id = "xyz";
	ck_assert_int_eq(store_judgements(l.s, &by, keep, &j, &l.e), RC_NOTFOUND);
	lab_free(&l);
}
END_TEST

START_TEST(reading_is_noted_once)
{
	struct lab l = filled();

	for (int i = 0; i < 2; i++) {
		lab_begin(&l, "review");
		lab_ok(&l, store_reading_put(l.s, 1, 18, 52, &l.e));
		lab_commit(&l);
	}
	ck_assert_int_eq(lab_verify(&l), 4);
	lab_begin(&l, "memo");
	ck_assert_int_eq(store_memo_add(l.s, 1, 18, 52, "", &l.e), RC_INPUT);
	lab_ok(&l, store_memo_add(l.s, 1, 18, 52, "Nada suaranya ragu.", &l.e));
	lab_commit(&l);
	ck_assert_int_eq(lab_verify(&l), 5);
	lab_free(&l);
}
END_TEST

START_TEST(text_that_is_no_utf8_is_refused)
{
	struct lab l = filled();
	struct judgement_new j = {
		.document = 1, .code = lab_code(&l, "A"), .start = 18, .end = 32, .note = "a\xff"
	};

	lab_begin(&l, "code");
	ck_assert_int_eq(store_judge(l.s, &j, NULL, &l.e), RC_INPUT);
	store_rollback(l.s);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store judgements", a_new_verdict_replaces_the_old_one,
	the_same_verdict_again_changes_nothing, two_coders_may_differ_on_one_passage,
	a_verdict_can_be_taken_back, a_passage_that_is_none_is_refused, half_a_letter_is_no_passage,
	evidence_is_copied_and_outlives_the_rule, a_coding_has_the_id_of_its_suggestion,
	reading_is_noted_once, text_that_is_no_utf8_is_refused)
