/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/numbering.h"

#include <string.h>

#include "unit.h"

static const char *nth(enum numbering_format format, uint32_t n)
{
	static char out[NUMBERING_MAX];
	struct numbering list;

	numbering_init(&list);
	list.levels[0].format = format;
	numbering_restart(&list, 0, n);
	numbering_next(&list, 0, out);
	return out;
}

START_TEST(writes_every_kind_of_number)
{
	ck_assert_str_eq(nth(NUMBERING_NONE, 3), "");
	ck_assert_str_eq(nth(NUMBERING_BULLET, 3), "\xe2\x80\xa2 ");
	ck_assert_str_eq(nth(NUMBERING_DECIMAL, 3), "3. ");
	ck_assert_str_eq(nth(NUMBERING_DECIMAL, UINT32_MAX), "4294967295. ");
	ck_assert_str_eq(nth(NUMBERING_ZERO, 3), "03. ");
	ck_assert_str_eq(nth(NUMBERING_LOWER_LETTER, 26), "z. ");
	ck_assert_str_eq(nth(NUMBERING_LOWER_LETTER, 28), "bb. ");
	ck_assert_str_eq(nth(NUMBERING_UPPER_LETTER, 1), "A. ");
	ck_assert_str_eq(nth(NUMBERING_LOWER_ROMAN, 14), "xiv. ");
	ck_assert_str_eq(nth(NUMBERING_UPPER_ROMAN, 1994), "MCMXCIV. ");
	ck_assert_str_eq(nth(NUMBERING_UPPER_ROMAN, 3888), "MMMDCCCLXXXVIII. ");
}
END_TEST

START_TEST(deeper_levels_begin_again)
{
	struct numbering list;
	char out[NUMBERING_MAX];

	numbering_init(&list);
	numbering_text(&list.levels[1], "%1.%2)");
	numbering_next(&list, 0, out);
	numbering_next(&list, 1, out);
	ck_assert_str_eq(out, "1.1) ");
	numbering_next(&list, 1, out);
	ck_assert_str_eq(out, "1.2) ");
	numbering_next(&list, 0, out);
	ck_assert_str_eq(out, "2. ");
	numbering_next(&list, 1, out);
	ck_assert_str_eq(out, "2.1) ");
	numbering_next(&list, 99, out);
	ck_assert_str_eq(out, "1. "); /* the deepest level */
}
END_TEST

START_TEST(long_texts_are_cut_at_a_character)
{
	struct numbering list;
	char out[NUMBERING_MAX];

	numbering_init(&list);
	numbering_text(&list.levels[0], "Pertanyaan nomor satu\xe2\x80\xa6\xe2\x80\xa6%1");
	ck_assert_str_eq(list.levels[0].text, "Pertanyaan nomor satu");
	numbering_next(&list, 0, out);
	ck_assert_str_eq(out, "Pertanyaan nomor satu ");
	numbering_text(&list.levels[0], "%1%1%1%1%1%1%1%1%1%1%1");
	numbering_restart(&list, 0, 123456789);
	numbering_next(&list, 0, out);
	ck_assert_uint_lt(strlen(out), NUMBERING_MAX);
}
END_TEST

UNIT_MAIN("corpus_numbering", writes_every_kind_of_number, deeper_levels_begin_again,
	long_texts_are_cut_at_a_character)
