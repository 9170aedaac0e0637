/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include <string.h>

#include "tests/unit/unit.h"

START_TEST(an_empty_buffer_is_a_string)
{
	struct buf b = BUF_INIT;

	ck_assert_str_eq(b.data, "");
	buf_reset(&b);
	buf_add(&b, NULL, 0);
	ck_assert_str_eq(b.data, "");
	buf_release(&b);
	buf_release(&b);
}
END_TEST

START_TEST(grows_by_parts)
{
	struct buf b = BUF_INIT;

	for (int i = 0; i < 1000; i++) {
		buf_addc(&b, 'x');
		buf_adds(&b, "yz");
		buf_printf(&b, "%03d", i);
	}
	ck_assert_uint_eq(b.len, 6000);
	ck_assert_uint_eq(strlen(b.data), 6000);
	ck_assert_str_eq(b.data + 5994, "xyz999");
	buf_reset(&b);
	ck_assert_str_eq(b.data, "");
	buf_release(&b);
}
END_TEST

START_TEST(holds_nul_bytes)
{
	struct buf b = BUF_INIT;

	buf_add(&b, "a\0b", 3);
	ck_assert_uint_eq(b.len, 3);
	ck_assert_int_eq(b.data[2], 'b');
	ck_assert_int_eq(b.data[3], '\0');
	buf_release(&b);
}
END_TEST

START_TEST(encodes_code_points)
{
	struct buf b = BUF_INIT;

	buf_add_utf8(&b, 'a');
	buf_add_utf8(&b, 0xe9);
	buf_add_utf8(&b, 0x20ac);
	buf_add_utf8(&b, 0x1f600);
	ck_assert_str_eq(b.data, "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
	buf_release(&b);
}
END_TEST

START_TEST(detach_gives_the_bytes_away)
{
	struct buf b = BUF_INIT;
	char *s = buf_detach(&b);

	ck_assert_str_eq(s, "");
	free(s);
	buf_adds(&b, "isi");
	s = buf_detach(&b);
	ck_assert_str_eq(s, "isi");
	ck_assert_uint_eq(b.len, 0);
	ck_assert_str_eq(b.data, "");
	free(s);
}
END_TEST

START_TEST(long_printf_is_whole)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "%5000d|%s", 7, "end");
	ck_assert_uint_eq(b.len, 5004);
	ck_assert_str_eq(b.data + 4998, " 7|end");
	buf_release(&b);
}
END_TEST

UNIT_MAIN("buf", an_empty_buffer_is_a_string, grows_by_parts, holds_nul_bytes, encodes_code_points,
	detach_gives_the_bytes_away, long_printf_is_whole)
