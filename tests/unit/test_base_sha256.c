/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sha256.h"

#include <string.h>

#include "tests/unit/unit.h"

static void sums_to(const char *text, const char *expected)
{
	uint8_t sum[SHA256_LEN];
	char hex[2 * SHA256_LEN + 1];

	sha256_of(text, strlen(text), sum);
	hex_of(sum, sizeof sum, hex);
	ck_assert_str_eq(hex, expected);
}

START_TEST(gives_the_standard_values)
{
	sums_to("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	sums_to("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sums_to("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
END_TEST

START_TEST(parts_are_the_same_as_the_whole)
{
	uint8_t whole[SHA256_LEN], parts[SHA256_LEN];
	struct sha256 s;

	sha256_of("abc\0def", 8, whole);
	sha256_start(&s);
	sha256_adds(&s, "abc");
	sha256_add(&s, NULL, 0);
	sha256_adds(&s, "def");
	sha256_end(&s, parts);
	ck_assert_mem_eq(whole, parts, SHA256_LEN);
}
END_TEST

START_TEST(hex_goes_both_ways)
{
	uint8_t bytes[3];
	char hex[7];

	ck_assert_int_eq(hex_parse("00fFa1", bytes, 3), 0);
	hex_of(bytes, 3, hex);
	ck_assert_str_eq(hex, "00ffa1");
	ck_assert_int_eq(hex_parse("00ff", bytes, 3), -1);
	ck_assert_int_eq(hex_parse("00ffa1b2", bytes, 3), -1);
	ck_assert_int_eq(hex_parse("00fga1", bytes, 3), -1);
	ck_assert_int_eq(hex_parse("", bytes, 3), -1);
}
END_TEST

UNIT_MAIN("sha256", gives_the_standard_values, parts_are_the_same_as_the_whole, hex_goes_both_ways)
