/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine does not evaluate is an error at its place, never ignored. */
#include "tests/unit/coder_help.h"

static void assert_refused(const char *text, unsigned line, unsigned column)
{
	char *book = mem_printf("codebook t language id\n%s", text);
	struct codebook *cb = coder_book(book);
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_INPUT);
	ck_assert_ptr_null(g);
	ck_assert_int_eq(d.list.n, 1);
	ck_assert_str_eq(d.list.items[0].id, "E090");
	ck_assert_ptr_nonnull(d.list.items[0].excerpt);
	ck_assert_msg(d.list.items[0].at.line == line && d.list.items[0].at.column == column,
		"%s: %u:%u", text, d.list.items[0].at.line, d.list.items[0].at.column);
	diags_release(&d);
	codebook_free(cb);
	free(book);
}

START_TEST(refuses_files_that_are_used)
{
	assert_refused("use \"b.codebook\"\ncode A { keywords { a } }", 2, 5);
}
END_TEST

START_TEST(refuses_stems)
{
	assert_refused("code A { keywords { stem:implement } }", 2, 21);
}
END_TEST

START_TEST(refuses_codes_as_places)
{
	assert_refused("code A { keywords { a } }\ncode B { rule r { when <A> and b } }", 3, 24);
}
END_TEST

START_TEST(refuses_what_changes_stored_spans)
{
	assert_refused("code A { expand before 1 after 0 keywords { a } }", 2, 6);
}
END_TEST

START_TEST(reports_all_flaws_in_one_run)
{
	struct codebook *cb =
		coder_book("codebook t language id\n"
			   "code A { keywords { stem:a } }\n"
			   "code B { expand before 1 after 1 keywords { stem:b } }\n");
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_INPUT);
	ck_assert_int_eq(d.list.n, 3);
	diags_release(&d);
	codebook_free(cb);
}
END_TEST

UNIT_MAIN("coder refuse", refuses_files_that_are_used, refuses_stems, refuses_codes_as_places,
	refuses_what_changes_stored_spans, reports_all_flaws_in_one_run)
