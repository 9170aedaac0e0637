/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/charset.h"

#include <string.h>

#include "tests/unit/unit.h"

static void gives(const char *name, const char *bytes, const char *text, size_t bad)
{
	struct buf out = BUF_INIT;
	size_t found = 0;

	ck_assert_msg(charset_decode(name, bytes, strlen(bytes), &out, &found), "%s", name);
	ck_assert_str_eq(out.data, text);
	ck_assert_uint_eq(found, bad);
	buf_release(&out);
}

START_TEST(knows_windows_1252_by_its_names)
{
	static const char *const names[] = { "windows-1252", "ISO-8859-1", "Latin1", "CP1252",
		"ansi" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		ck_assert(charset_is_1252(names[i]));
		gives(names[i], "caf\xe9 \x93\x94\x80", "café “”€", 0);
	}
	gives("latin1", "a\x81", "a\xef\xbf\xbd", 1);
	ck_assert(!charset_is_1252("utf-8"));
	ck_assert(!charset_is_1252("iso-8859-15"));
	ck_assert(!charset_is_1252(""));
}
END_TEST

START_TEST(reads_other_encodings)
{
	gives("CP1251", "\xcf\xf0", "Пр", 0);
	gives("CP932", "\x83\x41", "ア", 0);
	gives("iso-8859-2", "\xb1", "ą", 0);
}
END_TEST

START_TEST(counts_what_is_no_character)
{
	gives("CP932", "a\x83", "a\xef\xbf\xbd", 1); /* cut off */
	gives("UTF-8",
		"a\xff"
		"b",
		"a\xef\xbf\xbd"
		"b",
		1);
}
END_TEST

START_TEST(reads_more_than_a_piece)
{
	struct buf in = BUF_INIT, out = BUF_INIT;
	size_t bad = 0;

	for (int i = 0; i < 20000; i++)
		buf_addc(&in, '\xcf');
	ck_assert(charset_decode("CP1251", in.data, in.len, &out, &bad));
	ck_assert_uint_eq(out.len, 40000);
	ck_assert_uint_eq(bad, 0);
	buf_release(&in);
	buf_release(&out);
}
END_TEST

START_TEST(says_when_an_encoding_is_unknown)
{
	struct buf out = BUF_INIT;
	size_t bad = 0;

	ck_assert(!charset_decode("x-klingon", "a", 1, &out, &bad));
	ck_assert_uint_eq(out.len, 0);
}
END_TEST

UNIT_MAIN("charset", knows_windows_1252_by_its_names, reads_other_encodings,
	counts_what_is_no_character, reads_more_than_a_piece, says_when_an_encoding_is_unknown)
