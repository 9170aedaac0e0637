/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/listed.h"

#include <string.h>

#include "tests/unit/unit.h"

START_TEST(finds_whole_names_only)
{
	ck_assert(listed("jones, emerson,servo", "jones"));
	ck_assert(listed("jones, emerson,servo", "emerson"));
	ck_assert(listed("jones, emerson,servo", "servo"));
	ck_assert(!listed("jones, emerson,servo", "jone"));
	ck_assert(!listed("jones, emerson,servo", "jones-jamsos"));
	ck_assert(!listed("jones-jamsos", "jones"));
}
END_TEST

START_TEST(nothing_is_in_an_empty_list)
{
	ck_assert(!listed("", "jones"));
	ck_assert(!listed("", ""));
	ck_assert(!listed(", ,", ""));
}
END_TEST

START_TEST(gives_the_names_one_by_one)
{
	static const char *const wanted[] = { "jones", "kerja sama", "servo" };
	const char *list = "jones, kerja sama, servo", *name;
	size_t len, n = 0;

	while ((name = listed_next(&list, &len)) != NULL) {
		ck_assert_uint_lt(n, 3);
		ck_assert_uint_eq(len, strlen(wanted[n]));
		ck_assert_int_eq(memcmp(name, wanted[n++], len), 0);
	}
	ck_assert_uint_eq(n, 3);
}
END_TEST

UNIT_MAIN("listed", finds_whole_names_only, nothing_is_in_an_empty_list, gives_the_names_one_by_one)
