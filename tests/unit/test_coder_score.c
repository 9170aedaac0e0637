/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CODEBOOK 6.9-6.11: keywords, scores, suggestions and their order. */
#include "tests/unit/coder_help.h"

#define HEAD "codebook t language id\n"

START_TEST(a_keyword_scores_a_half_and_two_three_quarters)
{
	const char *book = HEAD "code A { keywords { iuran, rutin } }";

	assert_scores(book, "Iuran.", "A 0.5000");
	assert_scores(book, "Iuran rutin.", "A 0.7500");
	assert_scores(book, "Iuran, iuran dan iuran.", "A 0.5000");
	assert_scores(book, "Iuran. Rutin.", "A 0.5000; A 0.5000");
}
END_TEST

START_TEST(no_word_counts_twice)
{
	const char *book = HEAD "code A { keywords { media, \"media promosi\" } }";

	assert_scores(book, "media promosi", "A 0.5000");
	assert_scores(book, "media promosi, media sosial", "A 0.7500");
}
END_TEST

START_TEST(words_go_to_the_weightier_rule_then_to_the_longer)
{
	assert_scores(HEAD "code A { keywords weight 0.8 { media } keywords weight 0.3 { \"media "
			   "promosi\" } }",
		"media promosi", "A 0.8600");
	assert_scores(HEAD "code A { keywords weight 0.3 { media } keywords weight 0.8 { \"media "
			   "promosi\" } }",
		"media promosi", "A 0.8000");
	/* Equal weights: two words before one, in whatever order they stand. */
	assert_scores(HEAD "code A { keywords weight 0.6 { \"media promosi\", promosi, media } }",
		"media promosi", "A 0.6000");
}
END_TEST

START_TEST(the_threshold_decides)
{
	const char *book = HEAD "code A { threshold 0.7 keywords { iuran, rutin }\n"
				" keywords weight 0.7 { lunas } }";

	assert_scores(book, "Iuran.", "");
	assert_scores(book, "Iuran rutin.", "A 0.7500");
	assert_scores(book, "Lunas.", "A 0.7000");
}
END_TEST

START_TEST(scores_have_four_decimals)
{
	assert_scores(HEAD "code A { keywords weight 0.33 { satu, dua, tiga } threshold 0.1 }",
		"satu dua tiga", "A 0.6992");
}
END_TEST

START_TEST(a_list_is_one_rule_and_each_makes_many)
{
	const char *lists = HEAD "words @m { optimal, maksimal }\n";
	char *one = mem_printf("%scode A { keywords { @m } }", lists);
	char *each = mem_printf("%scode A { keywords { each @m } }", lists);

	assert_scores(one, "optimal maksimal", "A 0.5000");
	assert_scores(each, "optimal maksimal", "A 0.7500");
	free(one);
	free(each);
}
END_TEST

START_TEST(kinds_of_units_never_add_up)
{
	assert_scores(HEAD "code A { rule s { when iuran } rule p { unit paragraph when iuran } }",
		"Iuran. Lain.", "A 0.5000; A 0.5000");
}
END_TEST

START_TEST(a_parent_inherits_the_larger_score_and_the_hits)
{
	const char *book = HEAD "code P { keywords weight 0.4 { iuran }\n"
				" code C { inherit up keywords { rutin, lunas }\n"
				"  code D { inherit up keywords weight 0.9 { tepat } } } }";

	assert_scores(book, "Iuran.", "");
	assert_scores(book, "Iuran rutin.", "C 0.5000; P 0.5000");
	assert_scores(book, "Rutin lunas.", "C 0.7500; P 0.7500");
	assert_scores(book, "Tepat.", "C 0.9000; D 0.9000; P 0.9000");
}
END_TEST

START_TEST(of_an_exclusive_group_one_stays)
{
	const char *book = HEAD "code A { exclusive g keywords { media } }\n"
				"code B { exclusive g keywords { \"media promosi\" } }\n"
				"code C { exclusive g keywords weight 0.9 { promosi } }\n"
				"code D { exclusive h keywords { media } }\n"
				"code E { keywords { media } }";

	assert_scores(book, "Media.", "A 0.5000; D 0.5000; E 0.5000");
	assert_scores(book, "Media promosi.", "B 0.5000; D 0.5000; E 0.5000");
	assert_scores(book, "Media dan promosi.", "C 0.9000; D 0.5000; E 0.5000");
	assert_scores(HEAD
		"code B { exclusive g keywords { satu } } code A { exclusive g keywords { dua } }",
		"Satu dua. Satu.", "A 0.5000; B 0.5000");
	assert_scores(HEAD "code A { exclusive g rule r { unit match when satu } }\n"
			   "code B { exclusive g rule r { unit match when \"satu dua\" } }",
		"satu dua satu", "B 0.5000; A 0.5000");
}
END_TEST

START_TEST(suggestions_come_by_place_then_code)
{
	assert_scores(HEAD "code Z { keywords { dua } }\ncode B { keywords { satu } }\n"
			   "code A { rule r { unit paragraph when satu } rule s { when dua } }",
		"Satu dua. Dua satu.",
		"A 0.5000; B 0.5000; Z 0.5000; A 0.5000; A 0.5000; B 0.5000; Z 0.5000");
}
END_TEST

struct order {
	int counted[8];
	char words[8][40];
	size_t n;
};

static enum rc note_hits(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct order *o = arg;

	(void)e;
	for (size_t i = 0; i < s->nhits; i++) {
		o->counted[o->n] = s->hits[i].counted;
		snprintf(o->words[o->n++], sizeof o->words[0], "%s", s->hits[i].rule->key);
	}
	return RC_OK;
}

START_TEST(hits_come_by_weight_and_say_whether_they_counted)
{
	struct codebook *cb = coder_book(HEAD
		"code A { keywords { media, \"media promosi\" } keywords weight 0.9 { lunas } }");
	struct document *doc = coder_document("media promosi lunas");
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;
	struct order o = { { 0 }, { { 0 } }, 0 };

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note_hits, &o, &d, &e), RC_OK);
	ck_assert_int_eq(o.n, 3);
	ck_assert_str_eq(o.words[0], "lunas");
	ck_assert_str_eq(o.words[1], "\"media promosi\"");
	ck_assert_str_eq(o.words[2], "media");
	ck_assert(o.counted[0] && o.counted[1] && !o.counted[2]);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

static enum rc disk_full(const struct engine_suggestion *s, void *arg, struct err *e)
{
	(void)s;
	++*(int *)arg;
	return err_set(e, RC_PROJECT, "disk full");
}

START_TEST(a_failing_callback_stops_the_run)
{
	struct codebook *cb = coder_book(HEAD "code A { keywords { satu } }");
	struct document *doc = coder_document("Satu. Satu.");
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;
	int calls = 0;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, disk_full, &calls, &d, &e), RC_PROJECT);
	ck_assert_int_eq(calls, 1);
	engine_free(g);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

START_TEST(documents_do_not_touch_each_other)
{
	struct codebook *cb =
		coder_book(HEAD "code A { keywords { satu, dua* } rule r { when /tiga/ } }");
	const char *texts[] = { "Satu.", "Dua tiga empat.", "Lain.", "Satu duanya." };
	struct coder_output o = { .shown = SHOW_WORDS, .out = BUF_INIT };
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	for (size_t i = 0; i < 4; i++) {
		struct document *doc = coder_document(texts[i]);

		o.doc = doc;
		ck_assert_int_eq(engine_run(g, doc, coder_note, &o, &d, &e), RC_OK);
		document_free(doc);
	}
	ck_assert_str_eq(o.out.data, "Satu | Dua | tiga | duanya | Satu");
	buf_release(&o.out);
	engine_free(g);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

static char *run_two(const struct codebook *a, const struct codebook *b, const struct document *doc)
{
	const struct codebook *const books[] = { a, b };
	struct coder_output o = { .doc = doc, .shown = SHOW_SCORES, .out = BUF_INIT };
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new(books, 2, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, coder_note, &o, &d, &e), RC_OK);
	engine_free(g);
	diags_release(&d);
	return buf_detach(&o.out);
}

START_TEST(the_order_of_codebooks_does_not_matter)
{
	struct codebook *a =
		coder_book("codebook zz language id\ncode A { keywords { satu, dua } }");
	struct codebook *b =
		coder_book("codebook yy language id\n"
			   "code B { keywords { satu } } code A { keywords { satu } }");
	struct document *doc = coder_document("Satu dua. Satu.");
	char *ab = run_two(a, b, doc), *ba = run_two(b, a, doc);

	ck_assert_str_eq(ab, "A 0.5000; B 0.5000; A 0.7500; A 0.5000; B 0.5000; A 0.5000");
	ck_assert_str_eq(ab, ba);
	free(ab);
	free(ba);
	document_free(doc);
	codebook_free(a);
	codebook_free(b);
}
END_TEST

/* The regex of line 2 gives up on the text: that is told once, and only WORD is found. */
static void check_limit(const char *book, const char *start, const char *word)
{
	struct codebook *cb = coder_book(book);
	struct diags d = DIAGS_INIT;
	struct document *doc;
	char text[4000], *found;

	memset(text, 'a', sizeof text);
	memcpy(text, start, strlen(start));
	memcpy(text + sizeof text - 4, " xz", 4);
	doc = coder_document(text);
	found = coder_run(cb, doc, SHOW_WORDS, &d);
	ck_assert_str_eq(found, word);
	ck_assert_int_eq(d.list.n, 1);
	ck_assert_str_eq(d.list.items[0].id, "W090");
	ck_assert_int_eq(d.list.items[0].at.line, 2);
	free(found);
	diags_release(&d);
	document_free(doc);
	codebook_free(cb);
}

START_TEST(a_regex_that_reaches_a_limit_is_reported_and_gives_nothing)
{
	check_limit(HEAD "code A { rule r { when /(a|aa)+z/ or satu } rule s { when satu } }",
		"satu ", "satu");
}
END_TEST

START_TEST(a_negation_that_reaches_a_limit_is_reported_and_gives_nothing)
{
	check_limit(HEAD "negation id add { /(a|aa)+z/ }\n"
			 "code A { rule r { when negated satu } rule s { when tidak } }",
		"tidak satu ", "tidak");
}
END_TEST

UNIT_MAIN("coder score", a_keyword_scores_a_half_and_two_three_quarters, no_word_counts_twice,
	words_go_to_the_weightier_rule_then_to_the_longer, the_threshold_decides,
	scores_have_four_decimals, a_list_is_one_rule_and_each_makes_many,
	kinds_of_units_never_add_up, a_parent_inherits_the_larger_score_and_the_hits,
	of_an_exclusive_group_one_stays, suggestions_come_by_place_then_code,
	hits_come_by_weight_and_say_whether_they_counted, a_failing_callback_stops_the_run,
	documents_do_not_touch_each_other, the_order_of_codebooks_does_not_matter,
	a_regex_that_reaches_a_limit_is_reported_and_gives_nothing,
	a_negation_that_reaches_a_limit_is_reported_and_gives_nothing)
