/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project makes of codes: the overlay, `was`, and codes that vanish. */
#include "tests/unit/store_help.h"

#include "store/fact.h"

static const char text[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";

/* A and B suggest 18-32 and 33-52; C suggests 33-52. */
static const char abc[] =
	"codebook t language id\n"
	"code A \"Alfa\" { keywords { optimal } }\n"
	"code B \"Beta\" { keywords { kader } code D { keywords { bagaimana } } }\n"
	"code C \"Ce\" { keywords { paham } }\n";

static enum rc note(const struct store_code *c, void *arg, struct err *e)
{
	(void)e;
	buf_printf(arg, "%*s%s%s%s%s\n", 2 * (int)c->depth, "", c->full,
		c->merged_into != 0 ? " merged" : "", c->retired ? " retired" : "",
		c->gone ? " gone" : "");
	return RC_OK;
}

static char *codes(struct lab *l)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_codes(l->s, note, &out, &l->e));
	return buf_detach(&out);
}

static char *codes_all(struct lab *l)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_codes_all(l->s, note, &out, &l->e));
	return buf_detach(&out);
}

static char *suggested(struct lab *l)
{
	struct suggestion_filter f = { .coder = lab_coder(l) };

	return lab_suggestions(l, &f);
}

static char *judged(struct lab *l)
{
	struct judgement_filter f = { 0 };

	return lab_judgements(l, &f);
}

static int64_t any(struct lab *l, const char *typed)
{
	int64_t id = 0;

	lab_ok(l, store_code_find_any(l->s, typed, &id, &l->e));
	return id;
}

static void refer(struct lab *l, const char *code, const char *field, const char *to)
{
	int64_t from = any(l, code), target = to != NULL ? any(l, to) : 0;

	lab_begin(l, "codes");
	if (to != NULL)
		lab_ok(l, store_overlay_refer(l->s, from, field, target, &l->e));
	else
		lab_ok(l, store_overlay_put(l->s, from, field, NULL, &l->e));
	lab_commit(l);
}

static void retire(struct lab *l, const char *code, const char *value)
{
	lab_begin(l, "codes");
	lab_ok(l, store_overlay_put(l->s, any(l, code), "retired", value, &l->e));
	lab_commit(l);
}

/* Puts several codebooks as one op. */
static enum rc put_all(struct lab *l, const char *const *books, size_t n, bool retired)
{
	struct codebook *owned[4];
	const struct codebook *list[4];
	struct store_codebook_set set = { .books = list, .n = n };
	struct store_lost lost;
	int64_t versions[4];
	bool changed;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		list[i] = owned[i] = coder_book(books[i]);
	lab_begin(l, "precode");
	set.retire = retired;
	rc = store_codebooks_put(l->s, &set, versions, &changed, &lost, &l->e);
	if (rc == RC_OK)
		lab_commit(l);
	else
		store_rollback(l->s);
	store_lost_release(&lost);
	for (size_t i = 0; i < n; i++)
		codebook_free(owned[i]);
	return rc;
}

static enum rc put(struct lab *l, const char *book, bool retired)
{
	return put_all(l, &book, 1, retired);
}

/* ---- merging ---- */

START_TEST(a_merged_code_is_listed_where_everything_is)
{
	struct lab l = lab_new();

	lab_precode(&l, abc);
	refer(&l, "B", "merged_into", "C");
	lab_expect("t.A\nt.C\n  t.D\n", codes(&l)); /* what hung below B hangs below C */
	lab_expect("t.A\nt.B merged\nt.C\n  t.D\n", codes_all(&l));
	ck_assert_int_eq(lab_code(&l, "t.B"), lab_code(&l, "C"));
	ck_assert_int_ne(any(&l, "t.B"), any(&l, "C"));
	refer(&l, "B", "merged_into", NULL);
	lab_expect("t.A\nt.B\n  t.D\nt.C\n", codes(&l));
	lab_free(&l);
}
END_TEST

START_TEST(suggestions_of_codes_that_became_one_are_one)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, abc);
	lab_expect("1:18-32 A open optimal\n1:33-52 B open kader\n1:33-52 C open paham\n",
		suggested(&l));
	refer(&l, "B", "merged_into", "C");
	lab_expect("1:18-32 A open optimal\n1:33-52 C open paham kader\n", suggested(&l));
	lab_judge(&l, doc, "B", 33, 52, VERDICT_REJECT);
	lab_expect("1:18-32 A open optimal\n1:33-52 C rejected paham kader\n", suggested(&l));
	ck_assert_uint_eq(lab_precode(&l, abc).unsupported, 0);
	lab_free(&l);
}
END_TEST

START_TEST(of_two_verdicts_that_became_one_the_newer_counts)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);
	bool was = false;

	lab_precode(&l, abc);
	lab_judge(&l, doc, "B", 33, 52, VERDICT_CONFIRM);
	lab_judge(&l, doc, "C", 33, 52, VERDICT_REJECT);
	refer(&l, "B", "merged_into", "C");
	lab_expect("1:33-52 C reject single Rini Wahyuni\n", judged(&l));
	lab_expect("1:18-32 A open optimal\n1:33-52 C rejected paham kader\n", suggested(&l));
	lab_begin(&l, "withdraw"); /* takes both back, or the older one would come forth */
	lab_ok(&l, store_unjudge(l.s, doc, lab_code(&l, "C"), 33, 52, &was, &l.e));
	lab_commit(&l);
	ck_assert(was);
	lab_expect("", judged(&l));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(lab_step(&l, false, 0), ""); /* the merge */
	lab_expect("1:33-52 B confirm single Rini Wahyuni\n1:33-52 C reject single Rini Wahyuni\n",
		judged(&l));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_circle_of_merges_loses_nothing)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	refer(&l, "A", "merged_into", "B");
	refer(&l, "B", "merged_into", "A");
	lab_expect("t.A\n  t.D\nt.C\n", codes(&l));
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n", judged(&l));
	lab_free(&l);
}
END_TEST

/* ---- retiring ---- */

START_TEST(a_retired_code_keeps_what_was_decided)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text), id = 0;

	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	retire(&l, "A", "yes");
	retire(&l, "C", "yes");
	lab_expect("t.A retired\nt.B\n  t.D\n", codes(&l));
	lab_expect("t.A retired\nt.B\n  t.D\nt.C retired\n", codes_all(&l));
	lab_expect("1:18-32 A confirmed optimal\n1:33-52 B open kader\n", suggested(&l));
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n", judged(&l));
	ck_assert_int_eq(store_code_find(l.s, "t.C", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "tema codes restore t.C"));
	retire(&l, "C", NULL);
	lab_expect("1:18-32 A confirmed optimal\n1:33-52 B open kader\n1:33-52 C open paham\n",
		suggested(&l));
	lab_free(&l);
}
END_TEST

START_TEST(what_a_retired_code_would_suggest_is_no_news)
{
	struct lab l = lab_new();

	lab_document(&l, "Satu", text);
	lab_ok(&l, put(&l, abc, false));
	retire(&l, "A", "yes");
	ck_assert_uint_eq(lab_precode(&l, abc).added, 2);
	lab_free(&l);
}
END_TEST

/* ---- `was` ---- */

START_TEST(was_leads_through_several_renamings)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text), a;

	lab_precode(&l, abc);
	a = lab_code(&l, "A");
	lab_judge(&l, doc, "A", 18, 32, VERDICT_REJECT);
	lab_precode(&l, "codebook t language id\ncode AA { was A keywords { optimal } }\n");
	lab_precode(&l, "codebook t language id\ncode AAA { was AA keywords { optimal } }\n");
	ck_assert_int_eq(lab_code(&l, "AAA"), a);
	ck_assert_int_eq(lab_code(&l, "t.A"), a);
	lab_expect("1:18-32 AAA rejected optimal\n", suggested(&l));
	lab_expect("t.AAA\n", codes_all(&l));
	lab_free(&l);
}
END_TEST

START_TEST(was_carries_over_to_a_code_that_is_there_already)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, "codebook t language id\ncode Z { keywords { optimal } }\n");
	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_REJECT);
	lab_judge(&l, doc, "B", 33, 52, VERDICT_CONFIRM);
	lab_precode(
		&l, "codebook t language id\ncode Z { was A, B keywords { optimal, kader } }\n");
	lab_expect("1:18-32 Z rejected optimal\n1:33-52 Z confirmed kader\n", suggested(&l));
	lab_expect("t.Z\n", codes(&l));
	lab_expect("t.Z\nt.A merged retired gone\nt.B merged retired gone\n", codes_all(&l));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect("1:18-32 A reject single Rini Wahyuni\n1:33-52 B confirm single Rini Wahyuni\n",
		judged(&l));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(was_carries_over_from_another_codebook)
{
	static const char *const both[] = {
		"codebook t language id\ncode B { keywords { kader } }\n",
		"codebook u language id\ncode X { was t.A keywords { optimal } }\n"
	};
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, "codebook t language id\ncode A { keywords { optimal } }\n"
			"code B { keywords { kader } }\n");
	lab_judge(&l, doc, "A", 18, 32, VERDICT_REJECT);
	ck_assert_int_eq(put(&l, both[1], false), RC_INPUT); /* t still has A */
	ck_assert_ptr_nonnull(strstr(l.e.msg, "'t.A' is still a code"));
	ck_assert_int_eq(put(&l, both[0], false), RC_INPUT); /* and nobody takes it over */
	lab_ok(&l, put_all(&l, both, 2, false));
	lab_expect("1:18-32 X reject single Rini Wahyuni\n", judged(&l));
	lab_ok(&l, put_all(&l, both, 2, false));
	lab_expect("t.B\nu.X\n", codes(&l));
	lab_free(&l);
}
END_TEST

/* ---- codes that vanish ---- */

static const char without[] = "codebook t language id\ncode C \"Ce\" { keywords { paham } }\n";

START_TEST(codes_with_decisions_stop_the_new_version)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);
	uint8_t before[SHA256_LEN], after[SHA256_LEN];

	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	lab_judge(&l, doc, "B", 33, 52, VERDICT_REJECT);
	lab_judge(&l, doc, "A", 33, 52, VERDICT_UNSURE);
	lab_digest(&l, before);
	ck_assert_int_eq(put(&l, without, false), RC_INPUT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "2 codes with decisions"));
	ck_assert_ptr_nonnull(strstr(l.e.msg, "  t.A  2 decisions\n  t.B  1 decision\n"));
	ck_assert_ptr_nonnull(strstr(l.e.msg, "--retire-missing"));
	lab_digest(&l, after);
	ck_assert(memcmp(before, after, sizeof before) == 0);
	lab_free(&l);
}
END_TEST

START_TEST(they_may_stay_as_retired_codes_and_come_back)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	lab_ok(&l, put(&l, without, true));
	lab_expect("t.C\nt.A retired gone\n", codes(&l));
	lab_expect("1:18-32 A confirm single Rini Wahyuni\n", judged(&l));
	lab_ok(&l, put(&l, without, false)); /* said once is said */
	lab_precode(&l, abc);
	lab_expect("t.A\nt.B\n  t.D\nt.C\n", codes_all(&l));
	lab_expect("1:18-32 A confirmed optimal\n1:33-52 B open kader\n1:33-52 C open paham\n",
		suggested(&l));
	ck_assert_int_eq(put(&l, without, false), RC_INPUT); /* and has to be said again */
	for (int i = 0; i < 2; i++)
		ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect("t.A\nt.B\n  t.D\nt.C\n", codes_all(&l));
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(decisions_of_merged_codes_hold_what_they_became)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, abc);
	lab_judge(&l, doc, "C", 33, 52, VERDICT_CONFIRM);
	refer(&l, "C", "merged_into", "A");
	lab_ok(&l, put(&l, "codebook t language id\ncode A { keywords { optimal } }\n", false));
	lab_expect("1:33-52 A confirm single Rini Wahyuni\n", judged(&l)); /* though C is gone */
	ck_assert_int_eq(
		put(&l, "codebook t language id\ncode E { keywords { optimal } }\n", false),
		RC_INPUT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "t.A  1 decision"));
	lab_free(&l);
}
END_TEST

/* ---- undo ---- */

START_TEST(an_overlay_that_holds_decisions_is_not_undone)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);

	lab_precode(&l, abc);
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	retire(&l, "A", "yes"); /* op 5 */
	lab_ok(&l, put(&l, without, false));
	ck_assert_ptr_nonnull(strstr(lab_step(&l, false, 5), "op 6 (precode) builds on it"));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(lab_step(&l, false, 5), "");
	lab_expect("t.A\nt.B\n  t.D\nt.C\n", codes_all(&l));
	lab_free(&l);
}
END_TEST

START_TEST(what_brought_a_code_is_not_undone_under_its_overlay)
{
	struct lab l = lab_new();

	lab_ok(&l, put(&l, without, false));
	lab_ok(&l, put(&l, abc, false)); /* op 3 */
	refer(&l, "A", "parent", "C");	 /* op 4 */
	ck_assert_ptr_nonnull(strstr(lab_step(&l, false, 3), "op 4 (codes) builds on it"));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect("t.C\n", codes_all(&l));
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	ck_assert_str_eq(lab_step(&l, true, 0), "");
	lab_expect("t.B\n  t.D\nt.C\n  t.A\n", codes_all(&l));
	lab_free(&l);
}
END_TEST

/* ---- codes of the project's own ---- */

START_TEST(only_own_codes_are_defined_here)
{
	struct lab l = lab_new();
	int64_t id = 0;

	lab_ok(&l, put(&l, abc, false));
	lab_begin(&l, "codes");
	lab_ok(&l, store_code_new(l.s, "LUPA", "Lupa", "Satu.", any(&l, "A"), &id, &l.e));
	lab_commit(&l);
	lab_begin(&l, "codes");
	lab_ok(&l, store_code_define(l.s, id, "Dua.", &l.e));
	ck_assert_int_eq(store_code_define(l.s, any(&l, "A"), "Dua.", &l.e), RC_INPUT);
	lab_commit(&l);
	lab_expect("t.A\n  project.LUPA\nt.B\n  t.D\nt.C\n", codes(&l));
	ck_assert_ptr_nonnull(strstr(lab_step(&l, false, 3), "op 4 (codes) builds on it"));
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	ck_assert_str_eq(lab_step(&l, false, 0), "");
	lab_expect("t.A\nt.B\n  t.D\nt.C\n", codes_all(&l));
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store/codes", a_merged_code_is_listed_where_everything_is,
	suggestions_of_codes_that_became_one_are_one,
	of_two_verdicts_that_became_one_the_newer_counts, a_circle_of_merges_loses_nothing,
	a_retired_code_keeps_what_was_decided, what_a_retired_code_would_suggest_is_no_news,
	was_leads_through_several_renamings, was_carries_over_to_a_code_that_is_there_already,
	was_carries_over_from_another_codebook, codes_with_decisions_stop_the_new_version,
	they_may_stay_as_retired_codes_and_come_back,
	decisions_of_merged_codes_hold_what_they_became,
	an_overlay_that_holds_decisions_is_not_undone,
	what_brought_a_code_is_not_undone_under_its_overlay, only_own_codes_are_defined_here)
