/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "tests/unit/unit.h"

START_TEST(set_fills_and_returns)
{
	struct err e = ERR_INIT;

	ck_assert_int_eq(err_set(&e, RC_INPUT, "cannot read '%s'", "a.txt"), RC_INPUT);
	ck_assert_int_eq(e.rc, RC_INPUT);
	ck_assert_str_eq(e.msg, "cannot read 'a.txt'");
}
END_TEST

START_TEST(wrap_puts_context_first)
{
	struct err e = ERR_INIT;

	err_set(&e, RC_PROJECT, "disk full");
	ck_assert_int_eq(err_wrap(&e, "writing '%s'", "p.tema"), RC_PROJECT);
	ck_assert_str_eq(e.msg, "writing 'p.tema': disk full");
}
END_TEST

START_TEST(errno_tells_the_reason)
{
	struct err e = ERR_INIT;

	errno = ENOENT;
	ck_assert_int_eq(err_errno(&e, RC_INPUT, "cannot read '%s'", "x"), RC_INPUT);
	ck_assert_str_eq(e.msg, "cannot read 'x': No such file or directory");
}
END_TEST

START_TEST(message_may_be_its_own_argument)
{
	struct err e = ERR_INIT;

	err_set(&e, RC_INPUT, "inner");
	err_set(&e, RC_PART, "outer (%s)", e.msg);
	ck_assert_str_eq(e.msg, "outer (inner)");
}
END_TEST

START_TEST(long_messages_are_cut_at_a_character)
{
	struct err e = ERR_INIT;
	char word[3001];

	for (size_t shift = 0; shift < 3; shift++) {
		memset(word, 'a', shift);
		for (size_t i = shift; i + 3 <= sizeof word - 1; i += 3)
			memcpy(word + i, "\xe2\x82\xac", 4);
		err_set(&e, RC_INPUT, "%s", word);
		ck_assert_uint_gt(strlen(e.msg), sizeof e.msg - 6);
		ck_assert(utf8_valid(e.msg, strlen(e.msg), NULL));
		err_wrap(&e, "x");
		ck_assert_int_eq(strncmp(e.msg, "x: ", 3), 0);
		ck_assert(utf8_valid(e.msg, strlen(e.msg), NULL));
	}
}
END_TEST

UNIT_MAIN("err", set_fills_and_returns, wrap_puts_context_first, errno_tells_the_reason,
	message_may_be_its_own_argument, long_messages_are_cut_at_a_character)
