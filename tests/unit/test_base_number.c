/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number.h"

#include <math.h>
#include <string.h>

#include "tests/unit/comma_locale.h"
#include "tests/unit/unit.h"

static void prints(double v, const char *expected)
{
	struct buf b = BUF_INIT;

	number_add(&b, v);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

static void prints_fixed(double v, int digits, const char *expected)
{
	struct buf b = BUF_INIT;

	number_add_fixed(&b, v, digits);
	ck_assert_str_eq(b.data, expected);
	buf_release(&b);
}

START_TEST(prints_the_shortest_form)
{
	prints(0.1, "0.1");
	prints(3, "3.0");
	prints(-0.0, "0.0");
	prints(1.0 / 3, "0.3333333333333333");
	prints(1e100, "1e+100");
	prints(123456789, "123456789.0");
	prints(0.1 + 0.2, "0.30000000000000004");
}
END_TEST

START_TEST(prints_fixed_digits)
{
	prints_fixed(0.25, 3, "0.250");
	prints_fixed(-0.001, 2, "0.00");
	prints_fixed(-1.5, 0, "-2");
	prints_fixed(12, 1, "12.0");
}
END_TEST

START_TEST(what_is_printed_reads_back)
{
	const double values[] = { 0.1, 1e-5, 5e-324, 1.7976931348623157e308, 2.0 / 3, 1e15 + 0.5 };

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct buf b = BUF_INIT;

		number_add(&b, values[i]);
		ck_assert(strtod(b.data, NULL) == values[i]);
		buf_release(&b);
	}
}
END_TEST

START_TEST(reads_decimals_only)
{
	static const char *const bad[] = { "", "-", ".", ".5", "5.", "1e5", "1,5", " 1", "1 ",
		"0x1", "inf", "nan", "--1", "1.5.2" };
	double v = 9;

	ck_assert(number_parse("12", &v) && v == 12);
	ck_assert(number_parse("-0.5", &v) && v == -0.5);
	ck_assert(number_parse("+1.25", &v) && v == 1.25);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!number_parse(bad[i], &v), "'%s'", bad[i]);
}
END_TEST

START_TEST(too_large_is_no_number)
{
	char digits[401];
	double v;

	memset(digits, '9', sizeof digits - 1);
	digits[sizeof digits - 1] = '\0';
	ck_assert(!number_parse(digits, &v));
}
END_TEST

START_TEST(no_locale_shows)
{
	char text[8];
	double v;

	if (!comma_locale_set())
		return;
	snprintf(text, sizeof text, "%.1f", 0.5);
	ck_assert_str_eq(text, "0,5"); /* the locale is really on */
	prints(0.5, "0.5");
	prints(1.0 / 3, "0.3333333333333333");
	prints_fixed(0.25, 2, "0.25");
	ck_assert(number_parse("0.5", &v) && v == 0.5);
	ck_assert(!number_parse("0,5", &v));
}
END_TEST

UNIT_MAIN("number", prints_the_shortest_form, prints_fixed_digits, what_is_printed_reads_back,
	reads_decimals_only, too_large_is_no_number, no_locale_shows)
