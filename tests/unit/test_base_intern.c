/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/intern.h"

#include <string.h>

#include "tests/unit/unit.h"

START_TEST(equal_strings_get_equal_numbers)
{
	struct intern t = INTERN_INIT;

	ck_assert_uint_eq(intern_find(&t, "a", 1), INTERN_NONE);
	ck_assert_uint_eq(intern_add(&t, "rumah", 5), 0);
	ck_assert_uint_eq(intern_add(&t, "sawah", 5), 1);
	ck_assert_uint_eq(intern_add(&t, "rumah", 5), 0);
	ck_assert_uint_eq(intern_find(&t, "sawah", 5), 1);
	ck_assert_uint_eq(intern_find(&t, "sawa", 4), INTERN_NONE);
	intern_release(&t);
	ck_assert_uint_eq(intern_find(&t, "rumah", 5), INTERN_NONE);
}
END_TEST

START_TEST(compares_bytes_with_nul)
{
	struct intern t = INTERN_INIT;

	ck_assert_uint_eq(intern_add(&t, "a\0b", 3), 0);
	ck_assert_uint_eq(intern_add(&t, "a\0c", 3), 1);
	ck_assert_uint_eq(intern_add(&t, "a", 1), 2);
	ck_assert_uint_eq(intern_add(&t, "", 0), 3);
	ck_assert_uint_eq(intern_add(&t, NULL, 0), 3);
	intern_release(&t);
}
END_TEST

START_TEST(many_strings_stay_where_they_are)
{
	struct intern t = INTERN_INIT;
	const char *first;
	char name[16];

	intern_add(&t, "0", 1);
	first = t.items[0].s;
	for (uint32_t i = 0; i < 20000; i++) {
		int n = snprintf(name, sizeof name, "%u", i);

		ck_assert_uint_eq(intern_add(&t, name, (size_t)n), i);
	}
	ck_assert_ptr_eq(t.items[0].s, first);
	for (uint32_t i = 0; i < 20000; i++) {
		int n = snprintf(name, sizeof name, "%u", i);

		ck_assert_uint_eq(intern_find(&t, name, (size_t)n), i);
		ck_assert_str_eq(t.items[i].s, name);
	}
	intern_release(&t);
}
END_TEST

START_TEST(hash_is_the_same_everywhere)
{
	ck_assert_uint_eq(hash_bytes("", 0), 0xab3e7c0bu);
	ck_assert_uint_eq(hash_bytes("tema", 4), 0xf694e794u);
	ck_assert_uint_ne(hash_bytes("ab", 2), hash_bytes("ba", 2));
}
END_TEST

UNIT_MAIN("intern", equal_strings_get_equal_numbers, compares_bytes_with_nul,
	many_strings_stay_where_they_are, hash_is_the_same_everywhere)
