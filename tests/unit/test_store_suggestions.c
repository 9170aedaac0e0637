/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include "store/sql.h"

/* Sentences of document 1: 18-32 "Belum optimal." 33-52 "Kader kurang paham." */
static const char one[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";
static const char two[] = "K: Optimal sekali, kader rajin.\nT: Optimal?\nJ: Ya.";

static const char book[] = "codebook t language id\n"
			   "code A { keywords { optimal } }\n"
			   "code B { keywords { kader, paham } code B1 { keywords { kurang } } }\n";
static const char sentences[] = "1:18-32 A open optimal\n"
				"1:33-52 B open kader paham\n"
				"1:33-52 B1 open kurang\n"
				"2:3-31 A open optimal\n"
				"2:3-31 B open kader\n";

static struct lab filled(void)
{
	struct lab l = lab_new();

	lab_document(&l, "Satu", one);
	lab_document(&l, "Dua", two);
	lab_precode(&l, book);
	return l;
}

START_TEST(suggestions_are_listed_in_order)
{
	struct lab l = filled();
	struct suggestion_filter all = { 0 };

	lab_expect(sentences, lab_suggestions(&l, &all));
	lab_free(&l);
}
END_TEST

START_TEST(every_filter_holds)
{
	struct lab l = filled();
	struct suggestion_filter f = { .document = 2 };
	int64_t sari = 0;

	lab_expect("2:3-31 A open optimal\n2:3-31 B open kader\n", lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .code = lab_code(&l, "B") };
	lab_expect("1:33-52 B open kader paham\n2:3-31 B open kader\n", lab_suggestions(&l, &f));
	f.code_below = true;
	f.document = 1;
	lab_expect("1:33-52 B open kader paham\n1:33-52 B1 open kurang\n", lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .score_min = 0.6 };
	lab_expect("1:33-52 B open kader paham\n", lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .score_max = 0.6, .rule = "*A*" };
	lab_expect("1:18-32 A open optimal\n1:33-52 B1 open kurang\n2:3-31 A open optimal\n2:3-31 "
		   "B open kader\n",
		lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .rule = "kurang" };
	lab_expect("1:33-52 B1 open kurang\n", lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .codebook = "nope" };
	lab_expect("", lab_suggestions(&l, &f));
	f = (struct suggestion_filter){ .document = 1, .start = 31, .end = 33 };
	lab_expect("1:18-32 A open optimal\n", lab_suggestions(&l, &f));
	lab_ok(&l, store_speaker_find(l.s, "Sari", &sari, &l.e));
	f = (struct suggestion_filter){ .speaker = sari };
	lab_expect("1:18-32 A open optimal\n1:33-52 B open kader paham\n1:33-52 B1 open kurang\n",
		lab_suggestions(&l, &f));
	lab_free(&l);
}
END_TEST

static enum rc keep_id(const struct store_suggestion *g, void *arg, struct err *e)
{
	(void)e;
	memcpy(arg, g->id, 9);
	return RC_OK;
}

START_TEST(one_is_found_by_the_beginning_of_its_id)
{
	struct lab l = filled();
	struct suggestion_filter f = { .rule = "kurang" };
	char id[9];

	lab_ok(&l, store_suggestions(l.s, &f, keep_id, id, &l.e));
	f = (struct suggestion_filter){ .id = id };
	lab_expect("1:33-52 B1 open kurang\n", lab_suggestions(&l, &f));
	id[5] = '\0';
	lab_expect("1:33-52 B1 open kurang\n", lab_suggestions(&l, &f));
	id[3] = '\0';
	ck_assert_int_eq(store_suggestions(l.s, &f, keep_id, id, &l.e), RC_NOTFOUND);
	f.id = "zzzz";
	ck_assert_int_eq(store_suggestions(l.s, &f, keep_id, id, &l.e), RC_NOTFOUND);
	f.id = "00000000";
	ck_assert_int_eq(store_suggestions(l.s, &f, keep_id, id, &l.e), RC_NOTFOUND);
	lab_free(&l);
}
END_TEST

static int64_t pages_written(struct lab *l)
{
	struct buf all = BUF_INIT;
	int64_t counter;

	lab_ok(l, file_read(l->path, 1u << 24, &all, &l->e)); /* the file's change counter */
	counter = (unsigned char)all.data[24] << 24 | (unsigned char)all.data[25] << 16 |
		  (unsigned char)all.data[26] << 8 | (unsigned char)all.data[27];
	buf_release(&all);
	return counter;
}

START_TEST(precoding_twice_writes_nothing)
{
	struct lab l = filled();
	int64_t before = pages_written(&l);
	struct store_change_count c = lab_precode(&l, book);

	ck_assert_uint_eq(c.added, 0);
	ck_assert_uint_eq(c.gone, 0);
	ck_assert_uint_eq(c.unchanged, 5);
	ck_assert_int_eq(pages_written(&l), before);
	ck_assert_int_eq(lab_verify(&l), 4);
	lab_free(&l);
}
END_TEST

START_TEST(a_new_version_says_what_changed_and_others_stay)
{
	struct lab l = filled();
	struct suggestion_filter all = { 0 };
	struct store_change_count c;

	c = lab_precode(&l, "codebook u language id\ncode U { keywords { rajin } }\n");
	ck_assert_uint_eq(c.added, 1);
	c = lab_precode(&l,
		"codebook t language id\ncode A { keywords { optimal } }\n"
		"code B { keywords { paham, rajin } code B1 { keywords { sekali } } }\n");
	ck_assert_uint_eq(c.added, 1);
	ck_assert_uint_eq(c.unchanged, 4);
	ck_assert_uint_eq(c.gone, 1);
	ck_assert_uint_eq(c.unsupported, 0);
	lab_expect("1:18-32 A open optimal\n1:33-52 B open paham\n"
		   "2:3-31 A open optimal\n2:3-31 B open rajin\n2:3-31 B1 open sekali\n2:3-31 U "
		   "open rajin\n",
		lab_suggestions(&l, &all));
	lab_free(&l);
}
END_TEST

/* What a coder of this lab sees. */
static char *seen(struct lab *l, int64_t document)
{
	struct suggestion_filter f = { .document = document, .coder = lab_coder(l) };

	return lab_suggestions(l, &f);
}

START_TEST(a_verdict_answers_for_its_coder_only)
{
	struct lab l = filled();

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	lab_judge(&l, 1, "B", 33, 52, VERDICT_REJECT);
	lab_judge(&l, 1, "B1", 33, 52, VERDICT_UNSURE);
	lab_expect("1:18-32 A confirmed optimal\n1:33-52 B rejected kader paham\n1:33-52 B1 unsure "
		   "kurang\n",
		seen(&l, 1));
	l.who = lab_person("Orang Lain");
	lab_judge(&l, 2, "A", 3, 31, VERDICT_CONFIRM);
	lab_expect("1:18-32 A open optimal\n1:33-52 B open kader paham\n1:33-52 B1 open kurang\n",
		seen(&l, 1));
	lab_free(&l);
}
END_TEST

START_TEST(states_can_be_asked_for)
{
	struct lab l = filled();
	struct suggestion_filter f = { .states = SUGGESTION_CONFIRMED | SUGGESTION_REJECTED };

	lab_judge(&l, 1, "A", 18, 32, VERDICT_CONFIRM);
	lab_judge(&l, 1, "B", 33, 52, VERDICT_REJECT);
	lab_expect("", lab_suggestions(&l, &f)); /* nobody's: all are open */
	f.coder = lab_coder(&l);
	lab_expect("1:18-32 A confirmed optimal\n1:33-52 B rejected kader paham\n",
		lab_suggestions(&l, &f));
	lab_free(&l);
}
END_TEST

START_TEST(what_was_rejected_stays_answered_under_a_new_rule)
{
	struct lab l = filled();

	lab_judge(&l, 1, "B", 33, 52, VERDICT_REJECT);
	lab_precode(&l,
		"codebook t language id\ncode A { keywords { optimal } }\n"
		"code B { keywords { kader, paham, kurang } code B1 { keywords { kurang } } }\n");
	lab_expect("1:18-32 A open optimal\n1:33-52 B rejected kader kurang paham\n1:33-52 B1 open "
		   "kurang\n",
		seen(&l, 1));
	lab_free(&l);
}
END_TEST

START_TEST(a_larger_unit_comes_back_only_with_evidence_elsewhere)
{
	struct lab l = filled();

	lab_judge(&l, 1, "B", 33, 52, VERDICT_REJECT);
	lab_precode(&l, "codebook t language id\ncode A { unit paragraph keywords { optimal } }\n"
			"code B { unit paragraph keywords { kader, paham } }\n");
	lab_expect("1:18-52 A open optimal\n1:18-52 B rejected kader paham\n", seen(&l, 1));
	lab_precode(&l, "codebook t language id\ncode A { unit paragraph keywords { optimal } }\n"
			"code B { unit paragraph keywords { kader, paham, belum } }\n");
	lab_expect("1:18-52 A open optimal\n1:18-52 B open again belum kader paham\n", seen(&l, 1));
	lab_free(&l);
}
END_TEST

START_TEST(a_confirmed_paragraph_answers_its_sentences)
{
	struct lab l = filled();

	lab_judge(&l, 1, "B", 18, 52, VERDICT_CONFIRM);
	lab_expect(
		"1:18-32 A open optimal\n1:33-52 B confirmed kader paham\n1:33-52 B1 open kurang\n",
		seen(&l, 1));
	lab_judge(&l, 1, "B", 33, 52, VERDICT_REJECT); /* the unit's own verdict is nearer */
	lab_expect(
		"1:18-32 A open optimal\n1:33-52 B rejected kader paham\n1:33-52 B1 open kurang\n",
		seen(&l, 1));
	lab_free(&l);
}
END_TEST

START_TEST(decided_without_a_rule_is_counted)
{
	struct lab l = filled();
	struct judgement_filter all = { 0 };
	struct store_change_count c;
	struct judgement_new j;
	struct store_hit hit = {
		.rule = "optimal", .spans = &(struct span){ 24, 31 }, .nspans = 1
	};
	struct query q;

	query_start(&q, l.s, SQL_HIT_RULES, &l.e, "i", (int64_t)0);
	ck_assert(query_next(&q));
	hit.version = query_int(&q, 1);
	query_end(&q);
	j = (struct judgement_new){ .document = 1,
		.code = lab_code(&l, "A"),
		.start = 18,
		.end = 32,
		.unit = UNIT_SENTENCE,
		.verdict = VERDICT_CONFIRM,
		.hits = &hit,
		.nhits = 1 };
	lab_begin(&l, "confirm");
	lab_ok(&l, store_judge(l.s, &j, NULL, &l.e));
	lab_commit(&l);
	lab_judge(&l, 2, "A", 3, 31, VERDICT_CONFIRM); /* by hand: no rule is missed */
	c = lab_precode(&l, "codebook t language id\ncode A { keywords { takada } }\ncode B { "
			    "keywords { kader } }\n");
	ck_assert_uint_eq(c.unsupported, 1);
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n2:3-31 A confirm single Rini Wahyuni\n",
		lab_judgements(&l, &all));
	lab_free(&l);
}
END_TEST

static enum rc ask_again(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct lab *l = arg;
	struct suggestion_filter f = { .document = g->document };

	(void)e;
	free(lab_suggestions(l, &f));
	ck_assert_uint_gt(g->nhits, 0); /* what was given is still there */
	ck_assert_uint_gt(strlen(g->hits[0].rule), 0);
	return RC_OK;
}

START_TEST(a_callback_may_list_again)
{
	struct lab l = filled();
	struct suggestion_filter all = { 0 };

	lab_ok(&l, store_suggestions(l.s, &all, ask_again, &l, &l.e));
	lab_free(&l);
}
END_TEST

static enum rc decide(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct lab *l = arg;
	struct judgement_new j = { .document = g->document,
		.code = g->code,
		.start = g->start,
		.end = g->end,
		.unit = g->unit,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_BULK,
		.score = g->score,
		.hits = g->hits,
		.nhits = g->nhits };

	return store_judge(l->s, &j, NULL, e);
}

START_TEST(a_callback_may_decide)
{
	struct lab l = filled();
	struct suggestion_filter all = { 0 };
	char *got;

	lab_begin(&l, "confirm");
	lab_ok(&l, store_suggestions(l.s, &all, decide, &l, &l.e));
	lab_commit(&l);
	got = seen(&l, 0);
	ck_assert_ptr_null(strstr(got, "open"));
	free(got);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store suggestions", suggestions_are_listed_in_order, every_filter_holds,
	one_is_found_by_the_beginning_of_its_id, precoding_twice_writes_nothing,
	a_new_version_says_what_changed_and_others_stay, a_verdict_answers_for_its_coder_only,
	states_can_be_asked_for, what_was_rejected_stays_answered_under_a_new_rule,
	a_larger_unit_comes_back_only_with_evidence_elsewhere,
	a_confirmed_paragraph_answers_its_sentences, decided_without_a_rule_is_counted,
	a_callback_may_list_again, a_callback_may_decide)
