/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/opt.h"

#include <string.h>

#include "tests/unit/unit.h"

struct values {
	bool yes, quiet;
	const char *project;
	struct opt_list vars;
	long limit;
	double score;
	int format;
};

static const char *const formats[] = { "text", "csv", "json", NULL };

/* The words, split at spaces, as arguments. The copy is kept: values point into it. */
static enum rc parse(const char *words, struct values *v, struct opt_list *rest, struct err *e)
{
	const struct opt table[] = {
		{ .name = "yes", .letter = 'y', .kind = OPT_FLAG, .value = &v->yes },
		{ .name = "quiet", .letter = 'q', .kind = OPT_FLAG, .value = &v->quiet },
		{ .name = "project",
			.letter = 'p',
			.kind = OPT_TEXT,
			.value = &v->project,
			.arg = "FILE" },
		{ .name = "var", .kind = OPT_LIST, .value = &v->vars, .arg = "KEY=VALUE" },
		{ .name = "limit",
			.kind = OPT_NUMBER,
			.value = &v->limit,
			.arg = "N",
			.min = 1,
			.max = 100 },
		{ .name = "score", .kind = OPT_REAL, .value = &v->score, .arg = "X" },
		{ .name = "format",
			.kind = OPT_CHOICE,
			.value = &v->format,
			.arg = "F",
			.choices = formats },
	};
	static char *copy;
	char *argv[32], *save = NULL;
	int argc = 0;

	free(copy);
	copy = mem_printf("tema %s", words);

	for (char *w = strtok_r(copy, " ", &save); w != NULL; w = strtok_r(NULL, " ", &save))
		argv[argc++] = w;
	return opt_parse(table, sizeof table / sizeof *table, argc, argv, rest, e);
}

START_TEST(takes_values_in_every_form)
{
	struct values v = { 0 };
	struct opt_list rest = VEC_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(parse("a --project=x.tema -y --var k=1 b --var=k=2 --limit 7 --score -0.5 "
			       "--format json -",
				 &v, &rest, &e),
		RC_OK);
	ck_assert_str_eq(v.project, "x.tema");
	ck_assert(v.yes && !v.quiet);
	ck_assert_uint_eq(v.vars.n, 2);
	ck_assert_str_eq(v.vars.items[1], "k=2");
	ck_assert_int_eq(v.limit, 7);
	ck_assert_double_eq(v.score, -0.5);
	ck_assert_int_eq(v.format, 2);
	ck_assert_uint_eq(rest.n, 3);
	ck_assert_str_eq(rest.items[1], "b");
	ck_assert_str_eq(rest.items[2], "-");
	vec_release(&v.vars);
	vec_release(&rest);
}
END_TEST

START_TEST(takes_short_forms)
{
	struct values v = { 0 };
	struct opt_list rest = VEC_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(parse("-yqpx.tema", &v, &rest, &e), RC_OK);
	ck_assert(v.yes && v.quiet);
	ck_assert_str_eq(v.project, "x.tema");
	ck_assert_int_eq(parse("-p y.tema -p z.tema", &v, &rest, &e), RC_OK);
	ck_assert_str_eq(v.project, "z.tema");
	ck_assert_uint_eq(rest.n, 0);
}
END_TEST

START_TEST(two_dashes_end_the_options)
{
	struct values v = { 0 };
	struct opt_list rest = VEC_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(parse("-y -- -q --nonsense --", &v, &rest, &e), RC_OK);
	ck_assert(v.yes && !v.quiet);
	ck_assert_uint_eq(rest.n, 3);
	ck_assert_str_eq(rest.items[2], "--");
	vec_release(&rest);
}
END_TEST

static void refuses(const char *words, const char *expected)
{
	struct values v = { 0 };
	struct opt_list rest = VEC_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(parse(words, &v, &rest, &e), RC_USAGE);
	ck_assert_str_eq(e.msg, expected);
	vec_release(&v.vars);
	vec_release(&rest);
}

START_TEST(refuses_with_advice)
{
	refuses("--projetc x", "unknown option '--projetc'; did you mean '--project'?");
	refuses("--proj x", "unknown option '--proj'");
	refuses("--zzzzzz", "unknown option '--zzzzzz'");
	refuses("-x", "unknown option '-x'");
	refuses("-yx", "unknown option '-x'");
	refuses("--project", "option '--project' needs a value (FILE)");
	refuses("-p", "option '-p' needs a value (FILE)");
	refuses("--yes=1", "option '--yes' takes no value");
	refuses("--limit 0", "option '--limit': '0' is not between 1 and 100");
	refuses("--limit 7x", "option '--limit': '7x' is no whole number");
	refuses("--limit=", "option '--limit': '' is no whole number");
	refuses("--limit 99999999999999999999",
		"option '--limit': '99999999999999999999' is no whole number");
	refuses("--score 0,5", "option '--score': '0,5' is no decimal number like 0.5");
	refuses("--score nan", "option '--score': 'nan' is no decimal number like 0.5");
	refuses("--format xml", "option '--format': 'xml' is none of text, csv, json");
}
END_TEST

START_TEST(finds_the_nearest_word)
{
	static const char *const words[] = { "confirm", "reject", "review", "code", "codes" };

	ck_assert_str_eq(opt_nearest("confrim", words, 5), "confirm");
	ck_assert_str_eq(opt_nearest("rewiev", words, 5), "review");
	ck_assert_str_eq(opt_nearest("codes", words, 5), "codes");
	ck_assert_str_eq(opt_nearest("cod", words, 5), "code");
	ck_assert_ptr_null(opt_nearest("cx", words, 5));
	ck_assert_ptr_null(opt_nearest("something", words, 5));
	ck_assert_ptr_null(opt_nearest(
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", words, 5));
	ck_assert_ptr_null(opt_nearest("x", words, 0));
}
END_TEST

START_TEST(help_is_aligned)
{
	const struct opt table[] = {
		{ .name = "project",
			.letter = 'p',
			.kind = OPT_TEXT,
			.arg = "FILE",
			.help = "Project" },
		{ .name = "yes", .kind = OPT_FLAG, .help = "Do not ask" },
		{ .name = "a-very-long-option-name",
			.kind = OPT_TEXT,
			.arg = "SOMETHING",
			.help = "Long" },
	};
	struct buf b = BUF_INIT;

	opt_help(table, 3, &b);
	ck_assert_str_eq(b.data, "  -p, --project FILE  Project\n"
				 "      --yes           Do not ask\n"
				 "      --a-very-long-option-name SOMETHING\n"
				 "                      Long\n");
	buf_release(&b);
}
END_TEST

START_TEST(words_are_quoted_where_a_shell_asks_for_it)
{
	static const char *const pairs[][2] = { { "3:P", "3:P" }, { "usia=41", "usia=41" },
		{ "", "\"\"" }, { "3:Bu Sari", "\"3:Bu Sari\"" }, { "~paham", "\"~paham\"" },
		{ "Jum'at", "\"Jum'at\"" }, { "é", "é" }, { "Rp$5", "'Rp$5'" },
		{ "awas! 'itu'", "'awas! '\\''itu'\\'''" } };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		buf_reset(&b);
		opt_quote(pairs[i][0], &b);
		ck_assert_str_eq(b.data, pairs[i][1]);
	}
	buf_release(&b);
}
END_TEST

UNIT_MAIN("opt", takes_values_in_every_form, takes_short_forms, two_dashes_end_the_options,
	refuses_with_advice, finds_the_nearest_word, help_is_aligned,
	words_are_quoted_where_a_shell_asks_for_it)
