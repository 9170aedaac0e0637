/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <string.h>

#include "tests/unit/unit.h"

static bool is_valid(const char *s)
{
	return utf8_valid(s, strlen(s), NULL);
}

START_TEST(refuses_overlong_forms)
{
	ck_assert(!is_valid("\xc0\x80"));
	ck_assert(!is_valid("\xc1\xbf"));
	ck_assert(!is_valid("\xe0\x80\xaf"));
	ck_assert(!is_valid("\xe0\x9f\xbf"));
	ck_assert(!is_valid("\xf0\x80\x80\x80"));
	ck_assert(!is_valid("\xf0\x8f\xbf\xbf"));
}
END_TEST

START_TEST(refuses_surrogates_and_what_is_beyond)
{
	ck_assert(!is_valid("\xed\xa0\x80"));
	ck_assert(!is_valid("\xed\xbf\xbf"));
	ck_assert(!is_valid("\xf4\x90\x80\x80"));
	ck_assert(!is_valid("\xf5\x80\x80\x80"));
	ck_assert(!is_valid("\xff"));
	ck_assert(is_valid("\xed\x9f\xbf"));
	ck_assert(is_valid("\xee\x80\x80"));
	ck_assert(is_valid("\xf4\x8f\xbf\xbf"));
	ck_assert(is_valid("\xc2\x80"));
}
END_TEST

START_TEST(refuses_what_is_cut_off)
{
	size_t bad;

	ck_assert(!is_valid("\x80"));
	ck_assert(!is_valid("a\xc3"));
	ck_assert(!is_valid("\xe2\x82"));
	ck_assert(!is_valid("\xe2\x82x"));
	ck_assert(!is_valid("\xf0\x9f\x98"));
	ck_assert(!utf8_valid("abc\xe2\x82", 5, &bad));
	ck_assert_uint_eq(bad, 3);
	/* Only the given bytes are looked at. */
	ck_assert(!utf8_valid("\xe2\x82\xac", 2, NULL));
}
END_TEST

START_TEST(every_code_point_survives)
{
	struct buf b = BUF_INIT;
	uint32_t back;

	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		if (cp >= 0xd800 && cp <= 0xdfff)
			continue;
		buf_reset(&b);
		buf_add_utf8(&b, cp);
		if (utf8_next(b.data, b.data + b.len, &back) != b.len || back != cp)
			ck_abort_msg("U+%04X", cp);
		if (utf8_prev(b.data, b.data + b.len, &back) != b.data || back != cp)
			ck_abort_msg("U+%04X backwards", cp);
	}
	buf_release(&b);
}
END_TEST

START_TEST(counts_and_cuts_at_borders)
{
	const char *s = "a\xc3\xa9\xe2\x82\xac"
			"b"; /* a é € b */
	size_t len = strlen(s);

	ck_assert_uint_eq(utf8_count(s, len), 4);
	ck_assert_uint_eq(utf8_offset(s, len, 0), 0);
	ck_assert_uint_eq(utf8_offset(s, len, 2), 3);
	ck_assert_uint_eq(utf8_offset(s, len, 3), 6);
	ck_assert_uint_eq(utf8_offset(s, len, 4), len);
	ck_assert_uint_eq(utf8_offset(s, len, 99), len);
	ck_assert_uint_eq(utf8_cut(s, len, 5), 3);
	ck_assert_uint_eq(utf8_cut(s, len, 6), 6);
	ck_assert_uint_eq(utf8_cut(s, len, 2), 1);
	ck_assert_uint_eq(utf8_cut(s, len, 99), len);
	ck_assert_uint_eq(utf8_cut("\xe2\x82\xac", 3, 1), 0);
}
END_TEST

START_TEST(counts_alike_however_the_bytes_lie)
{
	char s[40];

	for (size_t at = 0; at < 20; at++) {
		memset(s, 'a', sizeof s);
		memcpy(s + at, "\xe2\x82\xac\xf0\x9f\x98\x80\xc3\xa9\x7f", 10);
		ck_assert_uint_eq(utf8_ascii(s, sizeof s), at);
		ck_assert_uint_eq(utf8_ascii(s, at), at);
		ck_assert_uint_eq(utf8_ascii(s + at + 9, sizeof s - at - 9), sizeof s - at - 9);
		for (size_t len = at + 9; len <= sizeof s; len++)
			ck_assert_uint_eq(utf8_count(s, len), len - 6);
	}
}
END_TEST

static void folds_to(const char *s, const char *expected)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "<");
	utf8_fold(s, strlen(s), &b);
	ck_assert_str_eq(b.data + 1, expected);
	buf_release(&b);
}

START_TEST(folds_fully)
{
	folds_to("", "");
	folds_to("Pelayanan PUBLIK 24 [@Z]", "pelayanan publik 24 [@z]");
	folds_to("Stra\xc3\x9f"
		 "e",
		"strasse");
	folds_to("\xc3\x89T\xc3\x89", "\xc3\xa9t\xc3\xa9");
	folds_to("\xce\xa3\xcf\x82", "\xcf\x83\xcf\x83"); /* both sigmas */
	folds_to("I", "i");				  /* not Turkish */
	folds_to("\xef\xac\x81", "fi");			  /* ligature */
	folds_to("\xe2\x80\x9cYa\xe2\x80\x9d", "\xe2\x80\x9cya\xe2\x80\x9d");
}
END_TEST

START_TEST(folding_gives_nfc)
{
	folds_to("CAFE\xcc\x81", "caf\xc3\xa9");
	folds_to("E\xcc\x81"
		 "E",
		"\xc3\xa9"
		"e");
}
END_TEST

static void composes_to(const char *s, const char *expected)
{
	struct buf b = BUF_INIT;

	utf8_nfc(s, strlen(s), &b);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(composes)
{
	composes_to("", "");
	composes_to("plain \xe2\x80\x9cquoted\xe2\x80\x9d", "plain \xe2\x80\x9cquoted\xe2\x80\x9d");
	composes_to("xe\xcc\x81y", "x\xc3\xa9y");
	composes_to("e\xcc\x81", "\xc3\xa9");
	composes_to("\xcc\x81", "\xcc\x81");		  /* nothing to join with */
	composes_to("\xe2\x84\xab", "\xc3\x85");	  /* Angstrom sign */
	composes_to("a\xcc\xa3\xcc\x82", "\xe1\xba\xad"); /* two marks */
	composes_to("a\xcc\x82\xcc\xa3", "\xe1\xba\xad"); /* in the other order */
	composes_to("\xe1\x84\x80\xe1\x85\xa1", "\xea\xb0\x80");
	composes_to("o\xcc\x88\ne\xcc\x81", "\xc3\xb6\n\xc3\xa9");
	composes_to("\xef\xac\x81", "\xef\xac\x81"); /* compatibility forms stay */
}
END_TEST

START_TEST(quick_check_never_errs_on_the_wrong_side)
{
	ck_assert(utf8_is_nfc_quick("abc \xc3\xa9 \xe2\x80\x99", 10));
	ck_assert(utf8_is_nfc_quick("", 0));
	ck_assert(!utf8_is_nfc_quick("e\xcc\x81", 3));
	for (uint32_t cp = 1; cp < 0x30000; cp++) {
		struct buf b = BUF_INIT, n = BUF_INIT;

		if (cp >= 0xd800 && cp <= 0xdfff)
			continue;
		buf_add_utf8(&b, 'e');
		buf_add_utf8(&b, cp);
		utf8_nfc(b.data, b.len, &n);
		if (utf8_is_nfc_quick(b.data, b.len) &&
			(n.len != b.len || memcmp(n.data, b.data, n.len) != 0))
			ck_abort_msg("U+%04X", cp);
		buf_release(&b);
		buf_release(&n);
	}
}
END_TEST

START_TEST(knows_the_kinds_of_characters)
{
	ck_assert(utf8_is_letter('a') && utf8_is_letter(0xe9) && utf8_is_letter(0x4e2d));
	ck_assert(!utf8_is_letter('1') && !utf8_is_letter('-') && !utf8_is_letter(0x301));
	ck_assert(utf8_is_mark(0x301) && !utf8_is_mark('a'));
	ck_assert(utf8_is_digit('7') && utf8_is_digit(0x663) && !utf8_is_digit(0xbd));
	ck_assert(utf8_is_upper('A') && utf8_is_upper(0x1c5) && !utf8_is_upper('a'));
	ck_assert(utf8_is_lower('a') && !utf8_is_lower('A') && !utf8_is_lower('1'));
	ck_assert(utf8_is_space(' ') && utf8_is_space('\t') && utf8_is_space(0xa0));
	ck_assert(utf8_is_space(0x2003) && utf8_is_space(0x2028) && utf8_is_space(0x85));
	ck_assert(!utf8_is_space(0x200b) && !utf8_is_space('x') && !utf8_is_space(0));
	ck_assert(utf8_is_control(0x1b) && utf8_is_control(0x7f) && utf8_is_control(0x9b));
	ck_assert(!utf8_is_control(' ') && !utf8_is_control(0xa0));
	ck_assert(utf8_is_bidi(0x202e) && utf8_is_bidi(0x2066) && utf8_is_bidi(0x200f));
	ck_assert(!utf8_is_bidi(0x200d) && !utf8_is_bidi('a'));
	ck_assert(!utf8_is_letter(UTF8_BAD) && !utf8_is_space(UTF8_BAD));
}
END_TEST

START_TEST(measures_cells)
{
	const char *s = "a\xe4\xb8\xad"
			"e\xcc\x81\n"; /* a, a wide one, e with a mark, line end */

	ck_assert_uint_eq(utf8_cells(s, strlen(s)), 4);
	ck_assert_int_eq(utf8_width(0x4e2d), 2);
	ck_assert_int_eq(utf8_width(0x301), 0);
	ck_assert_int_eq(utf8_width(0x1b), 0);
}
END_TEST

START_TEST(cleaned_text_cannot_command_a_terminal)
{
	const char s[] = "a\x1b[31mb\xc2\x9b"
			 "31m\r\n\tc\xe2\x80\xaexy\xff\x07\x7f";
	struct buf b = BUF_INIT;

	utf8_clean(s, sizeof s - 1, &b);
	ck_assert_str_eq(b.data, "a[31mb31m\n\tcxy\xef\xbf\xbd");
	buf_release(&b);
}
END_TEST

UNIT_MAIN("utf8", refuses_overlong_forms, refuses_surrogates_and_what_is_beyond,
	refuses_what_is_cut_off, every_code_point_survives, counts_and_cuts_at_borders,
	counts_alike_however_the_bytes_lie, folds_fully, folding_gives_nfc, composes,
	quick_check_never_errs_on_the_wrong_side, knows_the_kinds_of_characters, measures_cells,
	cleaned_text_cannot_command_a_terminal)
