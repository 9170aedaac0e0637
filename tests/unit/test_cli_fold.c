/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/fold.h"
#include "tests/unit/unit.h"

static void check(const char *text, int columns, const char *folded)
{
	struct buf out = BUF_INIT;

	fold_text(text, columns, &out);
	ck_assert_str_eq(out.data, folded);
	buf_release(&out);
}

START_TEST(leaves_a_text_as_it_is_that_goes_to_a_file)
{
	check("usage: tema\n\n  a   b\nxyz\n", 0, "usage: tema\n\n  a   b\nxyz\n");
}
END_TEST

START_TEST(joins_lines_of_a_paragraph_and_breaks_them_anew)
{
	check("check finds all errors in one run, each with file, line and column\n"
	      "and then runs the tests.\n\nshort\nlines\n",
		50,
		"check finds all errors in one run, each with\n"
		"file, line and column and then runs the tests.\n\nshort\nlines\n");
}
END_TEST

START_TEST(what_does_not_fit_stands_below_the_last_column)
{
	check("  codes        List the codes of the project, rename, move and merge\n"
	      "      --no  short\n",
		50,
		"  codes        List the codes of the project,\n"
		"               rename, move and merge\n"
		"      --no  short\n");
	check("                    how to write: check, test, forms, list\n", 50,
		"                    how to write: check, test,\n"
		"                    forms, list\n");
}
END_TEST

UNIT_MAIN("fold", leaves_a_text_as_it_is_that_goes_to_a_file,
	joins_lines_of_a_paragraph_and_breaks_them_anew,
	what_does_not_fit_stands_below_the_last_column)
