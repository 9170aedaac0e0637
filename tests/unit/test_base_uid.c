/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/uid.h"

#include <string.h>

#include "tests/unit/unit.h"

START_TEST(random_ones_differ)
{
	struct uid a, b;

	unsetenv("TEMA_SEED");
	uid_random(&a);
	uid_random(&b);
	ck_assert_mem_ne(a.b, b.b, UID_LEN);
}
END_TEST

/* Each test is a process of its own, so the sequence begins here. */
START_TEST(seed_gives_its_sequence)
{
	char first[UID_HEX], second[UID_HEX];
	struct uid u;

	setenv("TEMA_SEED", "1", 1);
	uid_random(&u);
	uid_hex(&u, first);
	uid_random(&u);
	uid_hex(&u, second);
	ck_assert_str_eq(first, "b75d9dbec44ffa0af4be4a240a297124");
	ck_assert_str_eq(second, "442a3d9395109981aa8cec418b61805a");
}
END_TEST

START_TEST(other_seed_gives_another_sequence)
{
	char hex[UID_HEX];
	struct uid u;

	setenv("TEMA_SEED", "2", 1);
	uid_random(&u);
	uid_hex(&u, hex);
	ck_assert_str_ne(hex, "b75d9dbec44ffa0af4be4a240a297124");
}
END_TEST

START_TEST(long_requests_are_filled)
{
	uint8_t bytes[100] = { 0 };
	int zeros = 0;

	setenv("TEMA_SEED", "x", 1);
	uid_bytes(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		zeros += bytes[i] == 0;
	ck_assert_int_lt(zeros, 10);
	unsetenv("TEMA_SEED");
	memset(bytes, 0, sizeof bytes);
	uid_bytes(bytes, sizeof bytes);
	zeros = 0;
	for (size_t i = 0; i < sizeof bytes; i++)
		zeros += bytes[i] == 0;
	ck_assert_int_lt(zeros, 20);
}
END_TEST

START_TEST(hash_and_hex_go_together)
{
	struct uid u, v;
	char hex[UID_HEX];

	uid_hash(&u, "abc", 3);
	uid_hex(&u, hex);
	ck_assert_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223");
	ck_assert_int_eq(uid_parse(hex, &v), 0);
	ck_assert_mem_eq(u.b, v.b, UID_LEN);
	ck_assert_int_eq(uid_parse("ba78", &v), -1);
	ck_assert_int_eq(uid_parse("za7816bf8f01cfea414140de5dae2223", &v), -1);
}
END_TEST

UNIT_MAIN("uid", random_ones_differ, seed_gives_its_sequence, other_seed_gives_another_sequence,
	long_requests_are_filled, hash_and_hex_go_together)
