/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook whose used files were not read is an error at its place, never run in part. */
#include "tests/unit/coder_help.h"

static void assert_refused(const char *text, const char *id, unsigned line, unsigned column)
{
	char *book = mem_printf("codebook t language id\n%s", text);
	struct codebook *cb = coder_book(book);
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_INPUT);
	ck_assert_ptr_null(g);
	ck_assert_int_eq(d.list.n, 1);
	ck_assert_str_eq(d.list.items[0].id, id);
	ck_assert_ptr_nonnull(d.list.items[0].excerpt);
	ck_assert_msg(d.list.items[0].at.line == line && d.list.items[0].at.column == column,
		"%s: %u:%u", text, d.list.items[0].at.line, d.list.items[0].at.column);
	diags_release(&d);
	codebook_free(cb);
	free(book);
}

START_TEST(refuses_files_that_were_not_read)
{
	assert_refused("use \"b.codebook\"\ncode A { keywords { a, @b.x } }", "E021", 2, 5);
}
END_TEST

START_TEST(refuses_codes_that_are_not_there)
{
	assert_refused("extend b.X { keywords { a } }", "E010", 2, 8);
}
END_TEST

UNIT_MAIN("coder refuse", refuses_files_that_were_not_read, refuses_codes_that_are_not_there)
