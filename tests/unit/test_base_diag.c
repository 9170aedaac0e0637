/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include <string.h>

#include "base/utf8.h"
#include "tests/unit/unit.h"

static void prints(const struct diags *d, const char *expected)
{
	struct buf b = BUF_INIT;

	diag_print_all(d, &b);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(looks_as_the_manual_says)
{
	const char *line = "      when negated @muttu near 5 sosialisasi";
	struct diag_at at = { "jones.codebook", 14, 20, 6 };
	struct diags d = DIAGS_INIT;
	struct diag *g = diag_add(&d, DIAG_ERROR, "E009", &at, "unknown word list '%s'", "@muttu");

	diag_excerpt(&d, g, line, strlen(line));
	diag_hint(&d, g, "did you mean '%s'?", "@mutu");
	prints(&d, "jones.codebook:14:20: error[E009]: unknown word list '@muttu'\n"
		   "   14 |       when negated @muttu near 5 sosialisasi\n"
		   "      |                    ^^^^^^\n"
		   "      = did you mean '@mutu'?\n");
	diags_release(&d);
}
END_TEST

START_TEST(parts_without_a_place_are_left_out)
{
	struct diags d = DIAGS_INIT;

	diag_add(&d, DIAG_WARNING, "W065", NULL, "no test");
	diag_add(&d, DIAG_REMARK, "R001", &(struct diag_at){ "a.txt", 0, 0, 0 }, "empty");
	diag_add(&d, DIAG_ERROR, "E001", &(struct diag_at){ "a.txt", 3, 0, 0 }, "odd");
	diag_add(&d, DIAG_ERROR, "E001", &(struct diag_at){ NULL, 3, 2, 1 }, "odd");
	prints(&d, "warning[W065]: no test\na.txt: remark[R001]: empty\n"
		   "a.txt:3: error[E001]: odd\n3:2: error[E001]: odd\n");
	ck_assert_uint_eq(d.count[DIAG_ERROR], 2);
	ck_assert_uint_eq(d.count[DIAG_REMARK], 1);
	diags_release(&d);
}
END_TEST

static void shows(uint32_t column, uint32_t width, const char *line, const char *expected)
{
	struct diag_at at = { "f", 1, column, width };
	struct diags d = DIAGS_INIT;
	struct diag *g = diag_add(&d, DIAG_ERROR, "E001", &at, "x");
	struct buf b = BUF_INIT;

	diag_excerpt(&d, g, line, strlen(line));
	diag_print(g, 0, &b);
	ck_assert_str_eq(strchr(b.data, '\n') + 1, expected);
	buf_release(&b);
	diags_release(&d);
}

START_TEST(carets_stand_under_the_place)
{
	shows(2, 1, "\tx", "    1 |  x\n      |  ^\n");
	shows(3, 2,
		"\xc3\xa9\xc3\xa9"
		"ab",
		"    1 | \xc3\xa9\xc3\xa9"
		"ab\n      |   ^^\n");
	shows(2, 1, "\xe4\xb8\xad\xe4\xb8\xad", "    1 | \xe4\xb8\xad\xe4\xb8\xad\n      |   ^^\n");
	shows(1, 9, "ab", "    1 | ab\n      | ^^\n");
	shows(3, 1, "ab", "    1 | ab\n      |   ^\n");
	shows(9, 5, "ab\r\n", "    1 | ab\n      |   ^\n");
	shows(1, 0, "ab", "    1 | ab\n      | ^\n");
	shows(1, 1, "", "    1 | \n      | ^\n");
}
END_TEST

START_TEST(excerpts_are_clean_and_keep_columns)
{
	shows(4, 1,
		"a\x1b\xff"
		"b",
		"    1 | a\xef\xbf\xbd\xef\xbf\xbd"
		"b\n      |    ^\n");
}
END_TEST

START_TEST(names_cannot_command_a_terminal)
{
	struct diags d = DIAGS_INIT;

	diag_add(&d, DIAG_ERROR, "E001", &(struct diag_at){ "a\x1b[1m", 1, 1, 1 }, "b\x1b[2m");
	prints(&d, "a[1m:1:1: error[E001]: b[2m\n");
	diags_release(&d);
}
END_TEST

START_TEST(only_a_part_of_a_long_line_is_kept)
{
	struct diag_at at = { "f", 1, 50001, 3 };
	struct diags d = DIAGS_INIT;
	struct diag *g = diag_add(&d, DIAG_ERROR, "E001", &at, "x");
	struct buf line = BUF_INIT, b = BUF_INIT;
	char *second, *third;

	while (line.len < 50000)
		buf_adds(&line, "0123456789");
	buf_adds(&line, "SPOTabc");
	while (line.len < 100000)
		buf_adds(&line, "0123456789");
	diag_excerpt(&d, g, line.data, line.len);
	diag_print(g, 0, &b);
	ck_assert_uint_lt(b.len, 600);
	second = strchr(b.data, '\n') + 1;
	third = strchr(second, '\n') + 1;
	ck_assert_uint_eq(utf8_cells(second, (size_t)(strstr(second, "SPOT") - second)),
		(size_t)(strchr(third, '^') - third));
	buf_release(&line);
	buf_release(&b);
	diags_release(&d);
}
END_TEST

START_TEST(sorts_by_place_and_keeps_the_order_of_equals)
{
	static const char *const expected[] = { "a", "b", "c", "d", "e", "f" };
	struct diags d = DIAGS_INIT;

	diag_add(&d, DIAG_ERROR, "E1", &(struct diag_at){ "z", 2, 1, 0 }, "c");
	diag_add(&d, DIAG_ERROR, "E1", &(struct diag_at){ "a", 1, 1, 0 }, "e");
	diag_add(&d, DIAG_ERROR, "E1", &(struct diag_at){ "z", 1, 5, 0 }, "b");
	diag_add(&d, DIAG_ERROR, "E1", &(struct diag_at){ "z", 2, 1, 0 }, "d");
	diag_add(&d, DIAG_ERROR, "E1", NULL, "f");
	diag_add(&d, DIAG_ERROR, "E1", &(struct diag_at){ "z", 1, 2, 0 }, "a");
	diag_sort(&d);
	for (size_t i = 0; i < d.list.n; i++)
		ck_assert_str_eq(d.list.items[i].text, expected[i]);
	ck_assert_uint_eq(d.list.n, 6);
	diags_release(&d);
	diag_sort(&d);
	diags_release(&d);
}
END_TEST

START_TEST(on_a_narrow_terminal_shows_what_is_around_the_place)
{
	static const char line[] =
		"  keywords { undang-undang*, peraturan*, kebijakan*, sosialisasi }";
	const struct diag_at at = { "k", 5, 42, 10 }, first = { "k", 5, 14, 14 };
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT;

	diag_excerpt(&d, diag_add(&d, DIAG_ERROR, "W081", &at, "x"), line, strlen(line));
	diag_print(&d.list.items[0], 40, &b);
	ck_assert_str_eq(b.data, "k:5:42: error[W081]: x\n"
				 "    5 | …raturan*, kebijakan*, sosiali…\n"
				 "      |            ^^^^^^^^^^\n");
	buf_reset(&b);
	diag_excerpt(&d, diag_add(&d, DIAG_ERROR, "W081", &first, "x"), line, strlen(line));
	diag_print(&d.list.items[1], 40, &b);
	ck_assert_str_eq(b.data, "k:5:14: error[W081]: x\n"
				 "    5 |   keywords { undang-undang*, p…\n"
				 "      |              ^^^^^^^^^^^^^^\n");
	buf_release(&b);
	diags_release(&d);
}
END_TEST

UNIT_MAIN("diag", looks_as_the_manual_says, parts_without_a_place_are_left_out,
	carets_stand_under_the_place, excerpts_are_clean_and_keep_columns,
	names_cannot_command_a_terminal, only_a_part_of_a_long_line_is_kept,
	sorts_by_place_and_keeps_the_order_of_equals,
	on_a_narrow_terminal_shows_what_is_around_the_place)
