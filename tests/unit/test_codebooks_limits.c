/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large and hostile files: limits hold, time is linear, the stack stays small. */
#include "unit.h"

#include <string.h>
#include <time.h>

#include "codebooks/parser.h"

static struct buf text;

static const char *first_error(enum rc expected)
{
	static char id[8];
	struct diags d = DIAGS_INIT;
	struct codebook *cb;
	struct err e = ERR_INIT;
	enum rc rc = codebook_parse("t", text.data, text.len, &cb, &d, &e);

	ck_assert_msg(rc == expected, "%d: %s", (int)rc, e.msg);
	id[0] = '\0';
	vec_each (const struct diag, g, &d.list)
		if (g->level == DIAG_ERROR && id[0] == '\0')
			snprintf(id, sizeof id, "%s", g->id);
	codebook_free(cb);
	diags_release(&d);
	return id;
}

static void start(void)
{
	buf_init(&text);
	buf_adds(&text, "codebook t\n");
}

static void repeat(const char *s, size_t n)
{
	while (n-- > 0)
		buf_adds(&text, s);
}

static void numbered(const char *fmt_head, size_t n, const char *tail)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(&text, "%s%zu%s", fmt_head, i, tail);
}

START_TEST(deep_brackets_do_not_exhaust_the_stack)
{
	static const char *const openers[] = { "(", "not ", "negated (", "in turn (",
		"within 2 sentences (", "1 of (", "1 of (a, ", "a and (", "a near 3 (" };

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
		start();
		buf_adds(&text, "code A { rule r { when ");
		repeat(openers[i], 200000);
		ck_assert_str_eq(first_error(RC_INPUT), "E022");
		buf_release(&text);
	}
}
END_TEST

START_TEST(deep_conditions_do_not_exhaust_the_stack)
{
	static const char *const openers[] = { "(", "not ", "speaker.x = 1 and (" };

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
		start();
		buf_adds(&text, "code A { rule r { when a where ");
		repeat(openers[i], 200000);
		ck_assert_str_eq(first_error(RC_INPUT), "E022");
		buf_release(&text);
	}
}
END_TEST

START_TEST(deep_codes_do_not_exhaust_the_stack)
{
	start();
	numbered("code A", 200000, " {");
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(long_chains_of_lists_are_refused)
{
	start();
	for (int i = 0; i < 50000; i++)
		buf_printf(&text, "words @a%d { @a%d }\n", i, i + 1);
	buf_adds(&text, "words @a50000 { x }\n");
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(long_chains_of_rules_are_refused)
{
	start();
	buf_adds(&text, "code A {\n");
	for (int i = 0; i < 50000; i++)
		buf_printf(&text, "rule r%d { when <:r%d> }\n", i, i + 1);
	buf_adds(&text, "rule r50000 { when x } }\n");
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(a_large_circle_is_found)
{
	start();
	buf_adds(&text, "code A {\n");
	for (int i = 0; i < 50000; i++)
		buf_printf(&text, "rule r%d { when <:r%d> }\n", i, (i + 1) % 50000);
	buf_adds(&text, "}\n");
	ck_assert_str_eq(first_error(RC_INPUT), "E015");
	buf_release(&text);
}
END_TEST

START_TEST(items_have_a_limit)
{
	start();
	buf_adds(&text, "code A { keywords {");
	numbered("a", 200000, ",");
	buf_adds(&text, "} }");
	ck_assert_str_eq(first_error(RC_OK), "");
	text.len -= 3;
	buf_adds(&text, "b} }");
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(each_does_not_multiply_without_end)
{
	start();
	buf_adds(&text, "words @m {");
	numbered("a", 1000, ",");
	buf_adds(&text, "}\n");
	numbered("code C", 1000, " { keywords { each @m } }\n");
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

/* Lists that hold the next one twice: short to write. */
static void doubled_lists(int n)
{
	start();
	for (int i = 0; i < n; i++)
		buf_printf(&text, "words @l%d { @l%d, @l%d }\n", i, i + 1, i + 1);
	buf_printf(&text, "words @l%d { a, b, c }\ncode A { keywords { @l0 } }\n", n);
}

START_TEST(lists_do_not_multiply_without_end)
{
	doubled_lists(16); /* 196,608 */
	ck_assert_str_eq(first_error(RC_OK), "");
	buf_release(&text);
	doubled_lists(17);
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
	doubled_lists(31);
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(a_file_of_16_mib_is_read_and_one_byte_more_is_not)
{
	start();
	buf_adds(&text, "code A { keywords { a } }\n");
	repeat("# comment of sixteen bytes here\n", (CODEBOOK_MAX - text.len) / 32);
	while (text.len < CODEBOOK_MAX)
		buf_addc(&text, '\n');
	ck_assert_str_eq(first_error(RC_OK), "");
	buf_addc(&text, '\n');
	ck_assert_str_eq(first_error(RC_INPUT), "E022");
	buf_release(&text);
}
END_TEST

START_TEST(one_long_line_takes_linear_time)
{
	clock_t begin = clock();

	start();
	buf_adds(&text, "code A { keywords {");
	repeat(" aaaaaaaaaaaaaaaa\xc3\xa9,", 100000);
	buf_adds(&text, " b c } }");
	ck_assert_str_eq(first_error(RC_INPUT), "E007");
	ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, 20);
	buf_release(&text);
}
END_TEST

START_TEST(many_unknown_names_take_linear_time)
{
	clock_t begin = clock();

	start();
	numbered("words @list", 20000, " { a }\n");
	buf_adds(&text, "code A { keywords {\n");
	numbered("@lost", 100000, "\n");
	buf_adds(&text, "} }");
	ck_assert_str_eq(first_error(RC_INPUT), "E009");
	ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, 20);
	buf_release(&text);
}
END_TEST

START_TEST(fifty_thousand_rules_are_read_at_once)
{
	clock_t begin = clock();

	start();
	for (int c = 0; c < 50; c++) {
		buf_printf(&text, "code C%d {\n", c);
		for (int i = 0; i < 1000; i++)
			buf_printf(&text,
				"rule r%d { when kata%d near 5 \"dua kata%d\" unless ~akar }\n", i,
				i, i);
		buf_adds(&text, "}\n");
	}
	ck_assert_str_eq(first_error(RC_OK), "");
	ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, 20);
	buf_release(&text);
}
END_TEST

UNIT_MAIN("codebooks limits", deep_brackets_do_not_exhaust_the_stack,
	deep_conditions_do_not_exhaust_the_stack, deep_codes_do_not_exhaust_the_stack,
	long_chains_of_lists_are_refused, long_chains_of_rules_are_refused, a_large_circle_is_found,
	items_have_a_limit, each_does_not_multiply_without_end, lists_do_not_multiply_without_end,
	a_file_of_16_mib_is_read_and_one_byte_more_is_not, one_long_line_takes_linear_time,
	many_unknown_names_take_linear_time, fifty_thousand_rules_are_read_at_once)
