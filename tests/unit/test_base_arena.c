/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#include "tests/unit/unit.h"

START_TEST(memory_is_zero_and_aligned)
{
	struct arena a = ARENA_INIT;

	for (size_t size = 0; size < 300; size++) {
		unsigned char *p = arena_alloc(&a, size);

		ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			ck_assert_uint_eq(p[i], 0);
		memset(p, 0xff, size);
	}
	arena_release(&a);
}
END_TEST

START_TEST(pointers_stay_valid_while_it_grows)
{
	struct arena a = ARENA_INIT;
	char *first = arena_strdup(&a, "first");
	char *large = arena_dup(&a, "large", 5);

	for (int i = 0; i < 10000; i++)
		arena_alloc(&a, (size_t)i % 700);
	arena_alloc(&a, 3u << 20);
	ck_assert_str_eq(first, "first");
	ck_assert_str_eq(large, "large");
	arena_release(&a);
}
END_TEST

START_TEST(a_large_item_does_not_waste_the_open_block)
{
	struct arena a = ARENA_INIT;
	char *before = arena_alloc(&a, 16), *after;

	arena_alloc(&a, 1u << 20);
	after = arena_alloc(&a, 16);
	ck_assert_ptr_eq(after, before + 16);
	arena_release(&a);
}
END_TEST

START_TEST(strings_are_terminated)
{
	struct arena a = ARENA_INIT;

	ck_assert_str_eq(arena_dup(&a, "abcdef", 2), "ab");
	ck_assert_str_eq(arena_dup(&a, NULL, 0), "");
	ck_assert_str_eq(arena_printf(&a, "%d %s", 12, "dua belas"), "12 dua belas");
	ck_assert_ptr_null(arena_strdup(&a, NULL));
	arena_release(&a);
}
END_TEST

START_TEST(release_empties_for_reuse)
{
	struct arena a = ARENA_INIT;

	arena_release(&a);
	arena_alloc(&a, 100);
	arena_release(&a);
	ck_assert_uint_eq(a.used, 0);
	ck_assert_str_eq(arena_strdup(&a, "again"), "again");
	arena_release(&a);
}
END_TEST

UNIT_MAIN("arena", memory_is_zero_and_aligned, pointers_stay_valid_while_it_grows,
	a_large_item_does_not_waste_the_open_block, strings_are_terminated,
	release_empties_for_reuse)
