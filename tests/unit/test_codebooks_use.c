/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CODEBOOK 6.15: use and extend; what is kept of a version; section 8 over several files. */
#include <string.h>
#include <sys/stat.h>

#include "tests/unit/unit.h"

#include "codebooks/parser.h"

static char *dir;

static void put(const char *name, const char *text)
{
	struct err e = ERR_INIT;
	char *path = mem_printf("%s/%s", dir, name);

	ck_assert_int_eq(file_write(path, text, strlen(text), &e), RC_OK);
	free(path);
}

static void setup(void)
{
	struct err e = ERR_INIT;
	char *sub;

	dir = unit_tmpdir();
	sub = mem_printf("%s/sub", dir);
	ck_assert_int_eq(file_mkdirs(sub, &e), RC_OK);
	free(sub);
}

static void teardown(void)
{
	struct file_list files = VEC_INIT;
	struct err e = ERR_INIT;
	char *sub = mem_printf("%s/sub", dir), *link = mem_printf("%s/out.codebook", dir);

	unlink(link);
	free(link);
	file_walk(dir, &files, &e);
	vec_each (char *, path, &files)
		unlink(*path);
	file_list_release(&files);
	rmdir(sub);
	free(sub);
	rmdir(dir);
	free(dir);
}

static struct codebook *load(const char *name, struct diags *d)
{
	struct codebook *cb = NULL;
	struct err e = ERR_INIT;
	char *path = mem_printf("%s/%s", dir, name);

	codebook_load(path, &cb, d, &e);
	free(path);
	return cb;
}

static char *said(const struct diags *d)
{
	struct buf all = BUF_INIT;

	buf_adds(&all, "");
	vec_each (const struct diag, g, &d->list)
		if (g->level == DIAG_ERROR)
			buf_printf(&all, "%s%s:%u:%u %s", all.len > 0 ? "; " : "",
				file_base(g->at.file), g->at.line, g->at.column, g->id);
	return buf_detach(&all);
}

/* Errors as "file:line:column id; ..." */
static void assert_errors(const char *name, const char *wanted)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = load(name, &d);
	char *got = said(&d);

	ck_assert_str_eq(got, wanted);
	ck_assert((cb == NULL) == (*wanted != '\0'));
	free(got);
	codebook_free(cb);
	diags_release(&d);
}

static struct codebook *good(const char *name)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = load(name, &d);
	char *got = said(&d);

	ck_assert_msg(cb != NULL, "%s", got);
	free(got);
	diags_release(&d);
	return cb;
}

#define JAMSOS                                                                                     \
	"codebook jamsos language id\n"                                                            \
	"words @acara { \"temu warga\", bimtek }\n"                                                \
	"code PATUH \"Patuh\" { threshold 0.7 keywords { ~patuh } rule lunas { when lunas } }\n"   \
	"code IKUT { keywords { ikut } }\n"

START_TEST(codes_and_lists_of_used_files_join_under_their_own_key)
{
	struct codebook *cb;

	setup();
	put("jamsos.codebook", JAMSOS);
	put("a.codebook",
		"codebook a language id\nuse \"jamsos.codebook\"\n"
		"code X { keywords { @jamsos.acara, @acara } rule r { when <jamsos.PATUH> "
		"and <jamsos.PATUH:lunas> } }\n");
	cb = good("a.codebook");
	ck_assert_uint_eq(cb->codes.n, 3);
	ck_assert_str_eq(cb->codes.items[0]->full, "a.X");
	ck_assert_str_eq(cb->codes.items[1]->full, "jamsos.PATUH");
	ck_assert_uint_eq(cb->codes.items[2]->index, 2);
	ck_assert_str_eq(codebook_code(cb, "jamsos.patuh")->full, "jamsos.PATUH");
	ck_assert_ptr_null(codebook_code(cb, "PATUH"));
	ck_assert_uint_eq(cb->files.n, 2);
	ck_assert_uint_eq(codebook_code(cb, "jamsos.PATUH")->at.file, 1);
	codebook_free(cb);
	teardown();
}
END_TEST

START_TEST(a_file_that_two_files_use_is_read_once)
{
	struct codebook *cb;

	setup();
	put("sub/jamsos.codebook", JAMSOS);
	put("sub/b.codebook", "codebook b language id\nuse \"jamsos.codebook\"\n"
			      "code B { keywords { @acara } }\n");
	put("a.codebook", "codebook a language id\nuse \"sub/b.codebook\"\n"
			  "use \"./sub//jamsos.codebook\"\ncode X { keywords { @acara } }\n");
	cb = good("a.codebook");
	ck_assert_uint_eq(cb->used.n, 2);
	ck_assert_uint_eq(cb->codes.n, 4);
	codebook_free(cb);
	teardown();
}
END_TEST

START_TEST(errors_of_a_used_file_stand_at_their_place_in_it)
{
	setup();
	put("b.codebook",
		"codebook b language id\nwords @x { p }\ncode B { keywords { @x, \"\" } }\n");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\"\n"
			  "code A { keywords { @b.x, @y } rule r { when <b.Z> } }\n");
	assert_errors("a.codebook", "b.codebook:3:25 E023");
	put("b.codebook", "codebook b language id\nwords @x { p }\ncode B { keywords { @x } }\n");
	assert_errors("a.codebook", "a.codebook:3:27 E009; a.codebook:3:46 E010");
	teardown();
}
END_TEST

START_TEST(what_cannot_be_used_is_told_at_the_use)
{
	char *link;

	setup();
	put("a.codebook", "codebook a language id\nuse \"no.codebook\"\n"
			  "code A { keywords { @no.x } }\n");
	assert_errors("a.codebook", "a.codebook:2:5 E021");
	put("a.codebook",
		"codebook a language id\nuse \"nosuchname\"\ncode A { keywords { a } }\n");
	assert_errors("a.codebook", "a.codebook:2:5 E021");
	link = mem_printf("%s/out.codebook", dir);
	ck_assert_int_eq(symlink("/etc/passwd", link), 0);
	free(link);
	put("a.codebook",
		"codebook a language id\nuse \"out.codebook\"\ncode A { keywords { a } }\n");
	assert_errors("a.codebook", "a.codebook:2:5 E021");
	put("b.codebook", "codebook a language id\ncode B { keywords { b } }\n");
	put("a.codebook",
		"codebook a language id\nuse \"b.codebook\"\ncode A { keywords { a } }\n");
	assert_errors("a.codebook", "a.codebook:2:5 E021");
	teardown();
}
END_TEST

START_TEST(files_that_use_each_other_are_a_cycle)
{
	setup();
	put("b.codebook",
		"codebook b language id\nuse \"a.codebook\"\ncode B { keywords { b } }\n");
	put("a.codebook",
		"codebook a language id\nuse \"b.codebook\"\ncode A { keywords { a } }\n");
	/* a is read a second time as the file of that name, and uses b, which is still open */
	assert_errors("a.codebook", "a.codebook:2:5 E015");
	teardown();
}
END_TEST

START_TEST(at_most_64_files_are_used)
{
	setup();
	for (int i = 1; i < 66; i++) {
		char *name = mem_printf("c%d.codebook", i);
		char *text =
			mem_printf("codebook c%d language id\n%s%d%s\ncode A { keywords { a } }\n",
				i, i < 65 ? "use \"c" : "# ", i + 1, i < 65 ? ".codebook\"" : "");

		put(name, text);
		free(name);
		free(text);
	}
	assert_errors("c1.codebook", "c64.codebook:2:5 E022");
	assert_errors("c2.codebook", "");
	teardown();
}
END_TEST

START_TEST(a_list_in_two_used_files_needs_its_file)
{
	setup();
	put("b.codebook", "codebook b language id\nwords @x { p }\ncode B { keywords { @x } }\n");
	put("c.codebook", "codebook c language id\nwords @x { q }\ncode C { keywords { @x } }\n");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\" use \"c.codebook\"\n"
			  "code A { keywords { @x } }\n");
	assert_errors("a.codebook", "a.codebook:3:21 E009");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\" use \"c.codebook\"\n"
			  "code A { keywords { @c.x } }\n");
	assert_errors("a.codebook", "");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\" use \"c.codebook\"\n"
			  "words @x { r }\ncode A { keywords { @x } }\n");
	assert_errors("a.codebook", "");
	teardown();
}
END_TEST

START_TEST(extend_adds_rules_replaces_clauses_and_moves)
{
	const struct code *patuh, *ikut;
	struct codebook *cb;

	setup();
	put("jamsos.codebook", JAMSOS);
	put("a.codebook",
		"codebook a language id\nuse \"jamsos.codebook\"\n"
		"code ORG \"Organisasi\" { keywords { mitra } }\n"
		"extend jamsos.PATUH { definition \"Baru.\" threshold 0.4 unit paragraph\n"
		"  keywords { nunggak*, ~patuh } code DENDA { keywords { denda } } parent ORG }\n"
		"extend jamsos.IKUT { parent jamsos.PATUH }\n");
	cb = good("a.codebook");
	patuh = codebook_code(cb, "jamsos.PATUH");
	ikut = codebook_code(cb, "jamsos.IKUT");
	ck_assert_str_eq(patuh->definition->text, "Baru.");
	ck_assert_str_eq(patuh->label->text, "Patuh");
	ck_assert_double_eq(patuh->set.threshold, 0.4);
	ck_assert_uint_eq(patuh->nrules, 3); /* ~patuh counts once */
	ck_assert_int_eq(patuh->rules[0]->set.unit, UNIT_PARAGRAPH);
	ck_assert_str_eq(patuh->parent->full, "a.ORG");
	ck_assert_ptr_eq(ikut->parent, patuh);
	ck_assert_ptr_eq(codebook_code(cb, "DENDA")->parent, patuh);
	ck_assert_uint_eq(ikut->depth, 2);
	for (size_t i = 0; i < cb->codes.n; i++) {
		ck_assert_uint_eq(cb->codes.items[i]->index, i);
		if (cb->codes.items[i]->parent != NULL)
			ck_assert_uint_lt(cb->codes.items[i]->parent->index, i);
	}
	codebook_free(cb);
	teardown();
}
END_TEST

START_TEST(extend_is_refused_where_it_contradicts)
{
	setup();
	put("jamsos.codebook", JAMSOS);
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "extend jamsos.NIHIL { keywords { a } }\n");
	assert_errors("a.codebook", "a.codebook:3:8 E010");
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "extend jamsos.PATUH { rule lunas { when a } }\n");
	assert_errors("a.codebook", "a.codebook:3:23 E012");
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "extend jamsos.PATUH { parent jamsos.IKUT }\n"
			  "extend jamsos.IKUT { parent jamsos.PATUH }\n");
	assert_errors("a.codebook", "a.codebook:3:8 E015");
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "code X { rule r { when <jamsos.PATUH> } }\n"
			  "extend jamsos.PATUH { rule s { when <X> } }\n");
	assert_errors("a.codebook", "a.codebook:4:8 E015");
	teardown();
}
END_TEST

/* Warnings as "line:column id (hint); ..." */
static void assert_warnings(const char *name, const char *wanted)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = load(name, &d);
	struct buf all = BUF_INIT;

	ck_assert_ptr_nonnull(cb);
	buf_adds(&all, "");
	vec_each (const struct diag, g, &d.list)
		buf_printf(&all, "%s%u:%u %s (%s)", all.len > 0 ? "; " : "", g->at.line,
			g->at.column, g->id, g->hint != NULL ? g->hint : "");
	ck_assert_str_eq(all.data, wanted);
	buf_release(&all);
	codebook_free(cb);
	diags_release(&d);
}

START_TEST(what_see_names_is_looked_for)
{
	setup();
	setenv("TEMA_LIBRARY", unit_srcdir("codebooks/library"), 1);
	put("jamsos.codebook", JAMSOS);
	put("lain.codebook", "codebook lain\ncode SATU { definition \"d\" code DUA { } }\n");
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "code X { definition \"d\" see jamsos.PATUH, jamsos.PATUT,\n"
			  "lain.DUA, lain.TIGA, jones.INT,\n"
			  "jones.INTT, jone.INT, entahlah.SATU, a.X, X }\n");
	assert_warnings("a.codebook",
		"3:43 W071 (did you mean 'jamsos.PATUH'?); 4:11 W071 (); "
		"5:1 W071 (did you mean 'jones.INT'?); 5:13 W071 (did you mean 'jones'?); "
		"5:23 W071 (if you have entahlah.codebook elsewhere, this is only for readers and "
		"may stay)");
	put("a.codebook", "codebook a language id\n# suppress: W071\n"
			  "code X { definition \"d\"\n  see entahlah.SATU }\n");
	assert_warnings("a.codebook", "");
	teardown();
}
END_TEST

START_TEST(two_files_that_replace_one_clause_contradict)
{
	struct codebook *cb;

	setup();
	put("jamsos.codebook", JAMSOS);
	put("b.codebook",
		"codebook b language id\nuse \"jamsos.codebook\"\n"
		"extend jamsos.PATUH { threshold 0.4 keywords { a } expand before 1 after 1 }\n");
	put("c.codebook", "codebook c language id\nuse \"jamsos.codebook\"\n\n"
			  "extend jamsos.PATUH { note \"c\" keywords { b } threshold 0.6 }\n");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\"\nuse \"c.codebook\"\n");
	assert_errors("a.codebook", "c.codebook:4:8 E013");
	put("a.codebook", "codebook a language id\nuse \"jamsos.codebook\"\n"
			  "extend jamsos.PATUH { unit turn }\n"
			  "extend jamsos.PATUH { color \"#000000\" unit turn }\n");
	assert_errors("a.codebook", "a.codebook:4:8 E013");
	/* what uses the other one may, and what is added never contradicts */
	put("c.codebook",
		"codebook c language id\nuse \"b.codebook\"\n"
		"extend jamsos.PATUH { keywords { b } threshold 0.6 expand before 0 after 0 }\n");
	put("a.codebook", "codebook a language id\nuse \"b.codebook\"\nuse \"c.codebook\"\n");
	cb = good("a.codebook");
	ck_assert_double_eq(codebook_code(cb, "jamsos.PATUH")->set.threshold, 0.6);
	ck_assert_uint_eq(codebook_code(cb, "jamsos.PATUH")->expand_before, 0);
	ck_assert_uint_eq(codebook_code(cb, "jamsos.PATUH")->expand_after, 0);
	codebook_free(cb);
	cb = good("b.codebook");
	ck_assert_uint_eq(codebook_code(cb, "jamsos.PATUH")->expand_after, 1);
	codebook_free(cb);
	teardown();
}
END_TEST

static void assert_same_hashes(const struct codebook *a, const struct codebook *b)
{
	ck_assert_uint_eq(a->codes.n, b->codes.n);
	for (size_t i = 0; i < a->codes.n; i++) {
		const struct code *x = a->codes.items[i], *y = b->codes.items[i];

		ck_assert_str_eq(x->full, y->full);
		ck_assert_uint_eq(x->nrules, y->nrules);
		for (size_t k = 0; k < x->nrules; k++)
			ck_assert_mem_eq(x->rules[k]->hash, y->rules[k]->hash, SHA256_LEN);
	}
}

START_TEST(a_version_is_read_again_without_its_files)
{
	struct codebook *cb, *back = NULL;
	struct buf kept = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	setup();
	put("sub/jamsos.codebook", JAMSOS);
	put("sub/b.codebook", "codebook b language id\nuse \"jamsos.codebook\"\n"
			      "code B { keywords { @acara } }");
	put("a.codebook", "codebook a language id\nuse \"sub/b.codebook\"\n"
			  "code X { keywords { each @jamsos.acara } }\n"
			  "extend jamsos.PATUH { parent X }\n");
	cb = good("a.codebook");
	codebook_bundle(cb, &kept);
	teardown();
	ck_assert_int_eq(codebook_parse("a", kept.data, kept.len, &back, &d, &e), RC_OK);
	assert_same_hashes(cb, back);
	ck_assert_mem_eq(cb->sha, back->sha, SHA256_LEN);
	codebook_free(cb);
	codebook_free(back);
	buf_release(&kept);
	diags_release(&d);
}
END_TEST

START_TEST(a_file_alone_is_kept_as_it_is)
{
	const char *plain = "codebook t language id\ncode A { keywords { a } } # files 23 4\n";
	struct buf kept = BUF_INIT;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct codebook *cb = NULL;

	ck_assert_int_eq(codebook_parse("t", plain, strlen(plain), &cb, &d, &e), RC_OK);
	codebook_bundle(cb, &kept);
	ck_assert_str_eq(kept.data, plain);
	buf_release(&kept);
	codebook_free(cb);
	diags_release(&d);
}
END_TEST

static void version_of(const char *name, uint8_t sha[SHA256_LEN], uint8_t rule[SHA256_LEN])
{
	struct codebook *cb = good(name);

	memcpy(sha, cb->sha, SHA256_LEN);
	memcpy(rule, codebook_code(cb, "A")->rules[0]->hash, SHA256_LEN);
	codebook_free(cb);
}

START_TEST(version_and_rule_change_with_the_used_list)
{
	uint8_t sha[3][SHA256_LEN], rule[3][SHA256_LEN];

	setup();
	put("a.codebook",
		"codebook a language id\nuse \"b.codebook\"\ncode A { keywords { @b.x } }\n");
	put("b.codebook", "codebook b language id\nwords @x { p, q }\n");
	version_of("a.codebook", sha[0], rule[0]);
	put("b.codebook", "codebook b language id\nwords @x { q, p } # order\n");
	version_of("a.codebook", sha[1], rule[1]);
	put("b.codebook", "codebook b language id\nwords @x { q, p, r }\n");
	version_of("a.codebook", sha[2], rule[2]);
	ck_assert_mem_ne(sha[0], sha[1], SHA256_LEN);
	ck_assert_mem_eq(rule[0], rule[1], SHA256_LEN);
	ck_assert_mem_ne(rule[1], rule[2], SHA256_LEN);
	teardown();
}
END_TEST

UNIT_MAIN("codebooks use", codes_and_lists_of_used_files_join_under_their_own_key,
	a_file_that_two_files_use_is_read_once, errors_of_a_used_file_stand_at_their_place_in_it,
	what_cannot_be_used_is_told_at_the_use, files_that_use_each_other_are_a_cycle,
	at_most_64_files_are_used, a_list_in_two_used_files_needs_its_file,
	extend_adds_rules_replaces_clauses_and_moves, extend_is_refused_where_it_contradicts,
	what_see_names_is_looked_for, two_files_that_replace_one_clause_contradict,
	a_version_is_read_again_without_its_files, a_file_alone_is_kept_as_it_is,
	version_and_rule_change_with_the_used_list)
