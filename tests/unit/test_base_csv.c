/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv.h"

#include <string.h>

#include "tests/unit/unit.h"

/* Rows as text: cells joined with |, each row ended with /. */
static void parses(const char *s, const char *expected)
{
	struct csv c = CSV_INIT;
	struct buf b = BUF_INIT;
	struct err e = ERR_INIT;

	ck_assert_msg(csv_parse(s, strlen(s), 0, &c, &e) == RC_OK, "%s", e.msg);
	vec_each (struct csv_row, row, &c.rows) {
		for (size_t i = 0; i < row->n; i++)
			buf_printf(&b, "%s%s", i > 0 ? "|" : "", row->cells[i]);
		buf_addc(&b, '/');
	}
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
	csv_release(&c);
}

static void refuses(const char *s, size_t len, const char *expected)
{
	struct csv c = CSV_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(csv_parse(s, len, 0, &c, &e), RC_INPUT);
	ck_assert_str_eq(e.msg, expected);
	ck_assert_uint_eq(c.rows.n, 0);
	csv_release(&c);
}

START_TEST(reads_plain_rows)
{
	parses("", "");
	parses("a", "a/");
	parses("a,b\n1,2\n", "a|b/1|2/");
	parses("a,b\r\n1,2", "a|b/1|2/");
	parses("a,,b,\n", "a||b|/");
	parses(",\n", "|/");
	parses("\xef\xbb\xbfkode,nama\n", "kode|nama/");
}
END_TEST

START_TEST(reads_quoted_cells)
{
	parses("\"a,b\",c\n", "a,b|c/");
	parses("\"a \"\"b\"\"\",c", "a \"b\"|c/");
	parses("\"two\nlines\",c\n", "two\nlines|c/");
	parses("\"\"\n", "/");
	parses("a\"b,c\n", "a\"b|c/");
	parses("\"a\"b,c\n", "ab|c/");
}
END_TEST

START_TEST(leaves_out_empty_lines_and_takes_ragged_rows)
{
	parses("\n\na,b\n\r\nc\nd,e,f\n\n", "a|b/c/d|e|f/");
}
END_TEST

START_TEST(finds_the_separator)
{
	parses("a;b;c,d\n1;2;3,5\n", "a|b|c,d/1|2|3,5/");
	parses("a\tb\n", "a|b/");
	parses("\"a;b;c\",d\n", "a;b;c|d/");
}
END_TEST

START_TEST(takes_the_separator_it_is_given)
{
	struct csv c = CSV_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(csv_parse("a;b,c", 5, ',', &c, &e), RC_OK);
	ck_assert_str_eq(c.rows.items[0].cells[0], "a;b");
	ck_assert_int_eq(c.separator, ',');
	csv_release(&c);
}
END_TEST

START_TEST(knows_the_line_of_a_row)
{
	const char s[] = "a\n\n\"x\ny\"\nb\n";
	struct csv c = CSV_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(csv_parse(s, sizeof s - 1, 0, &c, &e), RC_OK);
	ck_assert_uint_eq(c.rows.n, 3);
	ck_assert_uint_eq(c.rows.items[1].line, 3);
	ck_assert_uint_eq(c.rows.items[2].line, 5);
	csv_release(&c);
}
END_TEST

START_TEST(refuses_what_is_no_text)
{
	refuses("a\nb\xff", 4, "line 2: not UTF-8; save the table as \"CSV UTF-8\"");
	refuses("a\0b", 3, "line 1: a NUL character; this is no text file");
	refuses("a,b\n\"c,d\ne,f\n", 12, "line 2: a quote is opened and never closed");
	refuses("\"", 1, "line 1: a quote is opened and never closed");
}
END_TEST

static void writes(const char *s, bool guard, const char *expected)
{
	struct buf b = BUF_INIT;

	csv_cell(&b, s, strlen(s), true, guard);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(quotes_when_it_must)
{
	writes("plain", false, "plain");
	writes("a,b", false, "\"a,b\"");
	writes("say \"x\"", false, "\"say \"\"x\"\"\"");
	writes("two\nlines", false, "\"two\nlines\"");
	writes(" padded", false, "\" padded\"");
	writes("", false, "");
}
END_TEST

START_TEST(guards_against_formulas)
{
	writes("=1+1", true, "'=1+1");
	writes("@SUM(A1)", true, "'@SUM(A1)");
	writes("+62 812", true, "'+62 812");
	writes("-a,b", true, "\"'-a,b\"");
	writes("-5", true, "-5");
	writes("-0.5", true, "-0.5");
	writes("+12,5%", true, "\"+12,5%\"");
	writes("-", true, "'-");
	writes("-1-1", true, "'-1-1");
	writes("=1+1", false, "=1+1");
	writes("a=b", true, "a=b");
}
END_TEST

START_TEST(what_is_written_reads_back)
{
	static const char *const cells[] = { "a", "", "b;c", "\"", "x\r\ny", " z ", "\t", "'=" };
	const size_t n = sizeof cells / sizeof *cells;
	struct buf b = BUF_INIT;
	struct csv c = CSV_INIT;
	struct err e = ERR_INIT;

	for (int row = 0; row < 2; row++) {
		for (size_t i = 0; i < n; i++)
			csv_cell(&b, cells[i], strlen(cells[i]), i == 0, false);
		csv_end(&b);
	}
	ck_assert_int_eq(csv_parse(b.data, b.len, 0, &c, &e), RC_OK);
	ck_assert_uint_eq(c.rows.n, 2);
	ck_assert_uint_eq(c.rows.items[1].n, n);
	for (size_t i = 0; i < n; i++)
		ck_assert_str_eq(c.rows.items[1].cells[i], cells[i]);
	csv_release(&c);
	buf_release(&b);
}
END_TEST

START_TEST(says_when_quotes_look_like_no_quoting)
{
	static const char s[] = "\"Halo,\" katanya.\tB\n";
	struct csv c = CSV_INIT;
	struct err e = ERR_INIT;

	ck_assert_int_eq(csv_parse("\"a\",b", 5, ',', &c, &e), RC_OK);
	ck_assert(!c.odd_quotes);
	csv_release(&c);
	ck_assert_int_eq(csv_parse(s, sizeof s - 1, '\t', &c, &e), RC_OK);
	ck_assert(c.odd_quotes);
	csv_release(&c);
	ck_assert_int_eq(csv_parse_unquoted(s, sizeof s - 1, '\t', &c, &e), RC_OK);
	ck_assert(!c.odd_quotes);
	ck_assert_str_eq(c.rows.items[0].cells[0], "\"Halo,\" katanya.");
	csv_release(&c);
}
END_TEST

UNIT_MAIN("csv", reads_plain_rows, reads_quoted_cells, leaves_out_empty_lines_and_takes_ragged_rows,
	finds_the_separator, takes_the_separator_it_is_given, knows_the_line_of_a_row,
	refuses_what_is_no_text, quotes_when_it_must, guards_against_formulas,
	what_is_written_reads_back, says_when_quotes_look_like_no_quoting)
