/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

#include <time.h>

#include "tests/unit/unit.h"

START_TEST(given_time_moves_by_one_per_call)
{
	setenv("TEMA_NOW", "1700000000000", 1);
	ck_assert_int_eq(clock_now_ms(), 1700000000000);
	ck_assert_int_eq(clock_now_ms(), 1700000000001);
	ck_assert_int_eq(clock_now_ms(), 1700000000002);
}
END_TEST

START_TEST(nonsense_is_not_taken_for_a_time)
{
	static const char *const bad[] = { "", "x", "-5", "12x", "99999999999999999999" };
	int64_t now = (int64_t)time(NULL) * 1000;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		setenv("TEMA_NOW", bad[i], 1);
		ck_assert_int_ge(clock_now_ms(), now - 1000);
		ck_assert_int_le(clock_now_ms(), now + 60000);
	}
}
END_TEST

START_TEST(formats_in_the_zone)
{
	char s[32];

	clock_format(1723861800000, 0, s);
	ck_assert_str_eq(s, "2024-08-17 02:30");
	clock_format(1723861800000, 420, s);
	ck_assert_str_eq(s, "2024-08-17 09:30");
	clock_format(1723861800000, -210, s);
	ck_assert_str_eq(s, "2024-08-16 23:00");
	clock_format(-1, 0, s);
	ck_assert_str_eq(s, "1969-12-31 23:59");
	clock_format(INT64_MAX, 0, s);
	ck_assert_str_eq(s, "?");
	clock_format(INT64_MIN, 0, s);
	ck_assert_str_eq(s, "?");
}
END_TEST

START_TEST(reads_zones)
{
	static const struct {
		const char *s;
		int minutes;
	} good[] = { { "WIB", 420 }, { "WITA", 480 }, { "WIT", 540 }, { "UTC", 0 },
		{ "+07:00", 420 }, { "-0330", -210 }, { "+14:00", 840 }, { "+0000", 0 } };
	static const char *const bad[] = { "", "WI", "wib", "WIBX", "+7", "+07", "+07:0", "+07:60",
		"+14:01", "+99:00", "07:00", "+07:00x", "+", "-" };
	int minutes = -1;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ck_assert_msg(clock_zone_parse(good[i].s, &minutes), "%s", good[i].s);
		ck_assert_int_eq(minutes, good[i].minutes);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!clock_zone_parse(bad[i], &minutes), "%s", bad[i]);
}
END_TEST

START_TEST(dates_must_exist)
{
	static const char *const good[] = { "2024", "2024-08", "2024-08-17", "2024-02-29",
		"2000-02-29", "1999-12-31" };
	static const char *const bad[] = { "", "24", "2024-", "2024-13", "2024-00", "2024-8",
		"2023-02-29", "1900-02-29", "2024-04-31", "2024-08-00", "2024-08-17x", "2024-08-1",
		"2024/08/17", "0000", "17-08-2024", "2024-08-" };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ck_assert_msg(clock_date_valid(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!clock_date_valid(bad[i]), "%s", bad[i]);
}
END_TEST

UNIT_MAIN("clock", given_time_moves_by_one_per_call, nonsense_is_not_taken_for_a_time,
	formats_in_the_zone, reads_zones, dates_must_exist)
