/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store_help.h"

#include "store/fact.h"

static const char text[] = "T: Bagaimana?\nJ: Belum optimal. Kader kurang paham.";

static const char version1[] = "codebook t language id\n"
			       "code A \"Alfa\" { definition \"Yang pertama\"\n"
			       "  keywords { optimal }\n"
			       "  code B \"Beta\" { keywords { kader } } }\n"
			       "code C { keywords { paham } }\n";
static const char version2[] = "codebook t language id\n"
			       "code C { keywords { paham } }\n"
			       "code AA \"Alfa baru\" { was A\n"
			       "  keywords { optimal } }\n"
			       "code B { keywords { kader } }\n";
static const char version3[] = "codebook t language id\n"
			       "code C { keywords { paham } }\n"
			       "code B { keywords { kader } }\n";

static enum rc note(const struct store_code *c, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)e;
	buf_printf(out, "%*s%s %s|%s%s\n", 2 * (int)c->depth, "", c->full, c->label_id, c->label_en,
		c->is_project ? " *" : "");
	return RC_OK;
}

static char *codes(struct lab *l)
{
	struct buf out = BUF_INIT;

	lab_ok(l, store_codes(l->s, note, &out, &l->e));
	return buf_detach(&out);
}

static enum rc put(struct lab *l, const char *book, bool *changed)
{
	struct codebook *cb = coder_book(book);
	int64_t version;
	enum rc rc;

	lab_begin(l, "precode");
	rc = store_codebook_put(l->s, cb, &version, changed, &l->e);
	if (rc == RC_OK)
		lab_commit(l);
	else
		store_rollback(l->s);
	codebook_free(cb);
	return rc;
}

START_TEST(a_codebook_is_listed_as_its_file_has_it)
{
	struct lab l = lab_new();
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	ck_assert(changed);
	lab_expect("t.A Alfa|\n  t.B Beta|\nt.C |\n", codes(&l));
	lab_free(&l);
}
END_TEST

START_TEST(the_same_version_is_not_added_twice)
{
	struct lab l = lab_new();
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_ok(&l, put(&l, version1, &changed));
	ck_assert(!changed);
	ck_assert_int_eq(lab_verify(&l), 2);
	lab_free(&l);
}
END_TEST

START_TEST(the_file_decides_which_codes_are_the_same)
{
	struct lab l = lab_new();
	int64_t a, b, c;
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	a = lab_code(&l, "A");
	b = lab_code(&l, "B");
	c = lab_code(&l, "C");
	lab_ok(&l, put(&l, version2, &changed));
	lab_expect("t.C |\nt.AA Alfa baru|\nt.B |\n", codes(&l));
	ck_assert_int_eq(lab_code(&l, "AA"), a);
	ck_assert_int_eq(lab_code(&l, "t.a"), a); /* the old key leads there too */
	ck_assert_int_eq(lab_code(&l, "B"), b);
	ck_assert_int_eq(lab_code(&l, "C"), c);
	lab_ok(&l, put(&l, version1, &changed)); /* and back */
	ck_assert(changed);
	ck_assert_int_eq(lab_code(&l, "A"), a);
	lab_expect("t.A Alfa|\n  t.B Beta|\nt.C |\n", codes(&l));
	lab_free(&l);
}
END_TEST

START_TEST(codes_of_one_file_are_the_same_in_every_project)
{
	struct lab l = lab_new(), m = lab_new();
	char *one, *two;
	struct suggestion_filter all = { 0 };
	bool changed;

	lab_ok(&m, put(&m, "codebook lain language id\ncode X { keywords { x1 } }\n", &changed));
	lab_document(&l, "Satu", text);
	lab_document(&m, "Satu", text);
	lab_precode(&l, version1);
	lab_precode(&m, version1);
	one = lab_suggestions(&l, &all);
	two = lab_suggestions(&m, &all);
	ck_assert_str_eq(one, two);
	free(one);
	free(two);
	lab_free(&l);
	lab_free(&m);
}
END_TEST

START_TEST(a_decided_code_may_not_vanish)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);
	bool changed;

	lab_precode(&l, version1);
	lab_ok(&l, put(&l, version3, &changed)); /* nothing was decided yet */
	lab_ok(&l, put(&l, version1, &changed));
	lab_judge(&l, doc, "A", 18, 32, VERDICT_CONFIRM);
	ck_assert_int_eq(put(&l, version3, &changed), RC_INPUT);
	ck_assert_msg(
		strstr(l.e.msg, "t.A  1 decision") != NULL && strstr(l.e.msg, "was A") != NULL,
		"%s", l.e.msg);
	lab_expect("t.A Alfa|\n  t.B Beta|\nt.C |\n", codes(&l));
	lab_ok(&l, put(&l, version2, &changed)); /* renamed: fine */
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

START_TEST(a_renamed_code_may_not_be_there_twice)
{
	struct lab l = lab_new();
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	ck_assert_int_eq(put(&l,
				 "codebook t language id\ncode A { keywords { optimal } }\n"
				 "code AA { was A keywords { kader } }\n",
				 &changed),
		RC_INPUT);
	lab_ok(&l, put(&l, version2, &changed));
	ck_assert_int_eq(put(&l,
				 "codebook t language id\ncode A { keywords { optimal } }\n"
				 "code AA { keywords { kader } }\n",
				 &changed),
		RC_INPUT);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "old name"));
	lab_free(&l);
}
END_TEST

static enum rc first_book(const struct store_codebook *c, void *arg, struct err *e)
{
	*(struct store_codebook *)arg = *c;
	(void)e;
	return RC_OK;
}

START_TEST(the_source_is_kept_and_parses_again)
{
	struct lab l = lab_new();
	struct codebook *cb = coder_book(version1), *back = NULL, *none = NULL;
	struct store_codebook seen = { 0 };
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_ok(&l, store_codebooks(l.s, first_book, &seen, &l.e));
	ck_assert_uint_eq(seen.codes, 3);
	ck_assert_mem_eq(seen.sha, cb->sha, SHA256_LEN);
	lab_ok(&l, store_codebook_load(l.s, seen.id, &back, &l.e));
	ck_assert_uint_eq(back->codes.n, 3);
	ck_assert_mem_eq(back->sha, cb->sha, SHA256_LEN);
	ck_assert_mem_eq(back->codes.items[0]->rules[0]->hash, cb->codes.items[0]->rules[0]->hash,
		SHA256_LEN);
	ck_assert_int_eq(store_codebook_load(l.s, 77, &none, &l.e), RC_NOTFOUND);
	codebook_free(back);
	codebook_free(cb);
	lab_free(&l);
}
END_TEST

START_TEST(one_key_in_two_codebooks_needs_its_full_name)
{
	struct lab l = lab_new();
	int64_t id = 0;
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_ok(&l, put(&l, "codebook u language id\ncode A { keywords { optimal } }\n", &changed));
	ck_assert_int_eq(store_code_find(l.s, "A", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "t.A, u.A"));
	ck_assert_int_ne(lab_code(&l, "t.A"), lab_code(&l, "U.a"));
	ck_assert_int_eq(store_code_find(l.s, "t.CC", &id, &l.e), RC_NOTFOUND);
	ck_assert_ptr_nonnull(strstr(l.e.msg, "did you mean 't.C'"));
	lab_free(&l);
}
END_TEST

START_TEST(open_coding_makes_codes_of_the_project)
{
	struct lab l = lab_new();
	int64_t id = 0, below = 0;
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_begin(&l, "code");
	lab_ok(&l,
		store_code_new(l.s, NULL, "Rasa malu & takut", "Sungkan bertanya", 0, &id, &l.e));
	lab_ok(&l, store_code_new(l.s, "MALU-2", "Malu lagi", NULL, id, &below, &l.e));
	ck_assert_int_eq(store_code_new(l.s, "malu-2", "x", NULL, 0, &id, &l.e), RC_INPUT);
	ck_assert_int_eq(store_code_new(l.s, "dua kata", "x", NULL, 0, &id, &l.e), RC_INPUT);
	lab_commit(&l);
	lab_expect("project.RASA-MALU-TAKUT Rasa malu & takut| *\n  project.MALU-2 Malu lagi| *\n"
		   "t.A Alfa|\n  t.B Beta|\nt.C |\n",
		codes(&l));
	ck_assert_int_eq(put(&l, "codebook project language id\ncode A { keywords { optimal } }\n",
				 &changed),
		RC_INPUT);
	lab_verify(&l);
	lab_free(&l);
}
END_TEST

static void overlay(struct lab *l, const char *code, const char *field, const char *value)
{
	lab_begin(l, "codes");
	lab_ok(l, store_overlay_put(l->s, lab_code(l, code), field, value, &l->e));
	lab_commit(l);
}

START_TEST(the_overlay_survives_new_versions)
{
	struct lab l = lab_new();
	char hex[UID_HEX];
	struct uid uid;
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_ok(&l, fact_uid(l.s, SQL_CODE_UID, lab_code(&l, "C"), &uid, &l.e));
	uid_hex(&uid, hex);
	overlay(&l, "B", "parent", hex);
	overlay(&l, "B", "label_id", "Beta kita");
	lab_expect("t.A Alfa|\nt.C |\n  t.B Beta kita|\n", codes(&l));
	lab_ok(&l, put(&l, version2, &changed));
	lab_expect("t.C |\n  t.B Beta kita|\nt.AA Alfa baru|\n", codes(&l));
	overlay(&l, "B", "label_id", NULL);
	overlay(&l, "C", "retired", "1");
	lab_expect("t.AA Alfa baru|\nt.B |\n", codes(&l));
	lab_free(&l);
}
END_TEST

START_TEST(decisions_on_a_merged_code_are_the_other_ones)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);
	struct judgement_filter all = { 0 };
	char hex[UID_HEX];
	struct uid uid;

	lab_precode(&l, version1);
	lab_judge(&l, doc, "B", 18, 32, VERDICT_CONFIRM);
	lab_ok(&l, fact_uid(l.s, SQL_CODE_UID, lab_code(&l, "C"), &uid, &l.e));
	uid_hex(&uid, hex);
	overlay(&l, "B", "merged_into", hex);
	lab_expect("1:18-32 C confirm single Rini Wahyuni\n", lab_judgements(&l, &all));
	lab_free(&l);
}
END_TEST

START_TEST(a_circle_of_parents_is_still_listed)
{
	struct lab l = lab_new();
	char a[UID_HEX], c[UID_HEX], *got;
	struct uid uid;
	bool changed;

	lab_ok(&l, put(&l, version1, &changed));
	lab_ok(&l, fact_uid(l.s, SQL_CODE_UID, lab_code(&l, "A"), &uid, &l.e));
	uid_hex(&uid, a);
	lab_ok(&l, fact_uid(l.s, SQL_CODE_UID, lab_code(&l, "C"), &uid, &l.e));
	uid_hex(&uid, c);
	overlay(&l, "A", "parent", c);
	overlay(&l, "C", "parent", a);
	got = codes(&l);
	ck_assert(strstr(got, "t.A") != NULL && strstr(got, "t.B") != NULL &&
		  strstr(got, "t.C") != NULL);
	free(got);
	lab_free(&l);
}
END_TEST

/* As the parser reads a version that was kept: the text with the file that it uses. */
static char *with_used(const char *a)
{
	static const char b[] = "codebook b language id\ncode P \"Patuh\" { keywords { kader } }\n"
				"code Q { keywords { paham } }\n";

	return mem_printf(
		"%s\n#: file b.codebook\n%s\n#: files %zu %zu\n", a, b, strlen(a), strlen(b));
}

START_TEST(codes_of_used_files_belong_to_their_own_codebook)
{
	struct lab l = lab_new();
	struct store_codebook seen = { 0 };
	struct codebook *back = NULL;
	char *book =
		with_used("codebook a language id\nuse \"b.codebook\"\n"
			  "code X \"Iks\" { keywords { optimal } }\nextend b.P { parent X }\n");
	char *alone, *found;
	bool changed;

	lab_ok(&l, put(&l, book, &changed));
	found = codes(&l);
	ck_assert_str_eq(found, "a.X Iks|\n  b.P Patuh|\nb.Q |\n");
	free(found);
	lab_ok(&l, store_codebooks(l.s, first_book, &seen, &l.e));
	lab_ok(&l, store_codebook_load(l.s, seen.id, &back, &l.e));
	ck_assert_uint_eq(back->codes.n, 3);
	ck_assert_str_eq(back->codes.items[1]->full, "b.P");
	codebook_free(back);
	/* The used file alone: the same codes, and each is listed once. */
	alone = mem_strdup("codebook b language id\ncode P \"Lain\" { keywords { kader } }\n");
	lab_ok(&l, put(&l, alone, &changed));
	found = codes(&l);
	ck_assert_str_eq(found, "a.X Iks|\n  b.P Patuh|\nb.Q |\n");
	free(found);
	free(alone);
	free(book);
	lab_free(&l);
}
END_TEST

START_TEST(a_decided_code_of_a_used_file_may_not_vanish)
{
	struct lab l = lab_new();
	int64_t doc = lab_document(&l, "Satu", text);
	char *book = with_used("codebook a language id\nuse \"b.codebook\"\n"
			       "code X { keywords { optimal } }\n");
	bool changed;

	lab_precode(&l, book);
	lab_judge(&l, doc, "b.P", 18, 32, VERDICT_CONFIRM);
	ck_assert_int_eq(
		put(&l, "codebook a language id\ncode X { keywords { optimal } }\n", &changed),
		RC_INPUT);
	ck_assert_msg(strstr(l.e.msg, "b.P  1 decision") != NULL, "%s", l.e.msg);
	lab_verify(&l);
	free(book);
	lab_free(&l);
}
END_TEST

UNIT_MAIN("store codebooks", a_codebook_is_listed_as_its_file_has_it,
	the_same_version_is_not_added_twice, the_file_decides_which_codes_are_the_same,
	codes_of_one_file_are_the_same_in_every_project, a_decided_code_may_not_vanish,
	a_renamed_code_may_not_be_there_twice, the_source_is_kept_and_parses_again,
	one_key_in_two_codebooks_needs_its_full_name, open_coding_makes_codes_of_the_project,
	the_overlay_survives_new_versions, decisions_on_a_merged_code_are_the_other_ones,
	a_circle_of_parents_is_still_listed, codes_of_used_files_belong_to_their_own_codebook,
	a_decided_code_of_a_used_file_may_not_vanish)
