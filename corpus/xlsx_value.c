/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/xlsx_value.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"

#define COLUMNS 16384
#define ROWS 1048576
#define LAST_DAY 2958465.0 /* 9999-12-31 */
#define DAY_MS 86400000.0
#define DIGITS 15 /* that a workbook's numbers are good for */
#define MANTISSA_MAX 40

enum xlsx_kind xlsx_kind_built_in(unsigned id)
{
	if (id == 22)
		return XLSX_MOMENT;
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id == 36)
		return XLSX_DATE;
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
		return XLSX_TIME;
	return XLSX_NUMBER;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* "[h]" and the like count time; "[Red]", "[$-421]" say nothing of it. */
static bool is_elapsed(const char *p, const char *stop)
{
	char first = lower(p[0]);

	for (const char *q = p; q < stop; q++)
		if (lower(*q) != first)
			return false;
	return p < stop && (first == 'h' || first == 'm' || first == 's');
}

enum xlsx_kind xlsx_kind_of(const char *code)
{
	bool date = false, time = false, month = false;

	for (const char *p = code; *p != '\0' && *p != ';'; p++) {
		const char *stop = NULL;
		char c = lower(*p);

		if (*p == '"' || *p == '[')
			stop = strchr(p + 1, *p == '"' ? '"' : ']');
		if (*p == '[' && stop != NULL)
			time |= is_elapsed(p + 1, stop);
		if (stop != NULL)
			p = stop;
		else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
			p++;
		date |= stop == NULL && (c == 'd' || c == 'y');
		time |= stop == NULL && (c == 'h' || c == 's');
		month |= stop == NULL && c == 'm';
	}
	date |= month && !time;
	if (date)
		return time ? XLSX_MOMENT : XLSX_DATE;
	return time ? XLSX_TIME : XLSX_NUMBER;
}

/* ---- numbers ---- */

/* "-1.5E-2": whole or not, with an exponent or not. */
static bool parse(const char *raw, double *out)
{
	char mantissa[MANTISSA_MAX];
	size_t n = strcspn(raw, "eE");
	int exponent = 0, sign = 1;
	const char *p = raw + n;

	if (n == 0 || n >= sizeof mantissa)
		return false;
	memcpy(mantissa, raw, n);
	mantissa[n] = '\0';
	if (*p != '\0') {
		p++;
		sign = *p == '-' ? -1 : 1;
		p += *p == '-' || *p == '+';
		for (; *p >= '0' && *p <= '9' && exponent < 1000; p++)
			exponent = 10 * exponent + (*p - '0');
		if (*p != '\0')
			return false;
	}
	if (!number_parse(mantissa, out))
		return false;
	*out *= pow(10, sign * exponent);
	return isfinite(*out);
}

static bool is_whole(const char *raw)
{
	raw += *raw == '-';
	return *raw != '\0' && raw[strspn(raw, "0123456789")] == '\0';
}

/* 0.30000000000000004 is 0.3. */
static void add_number(struct buf *out, double v)
{
	double size = fabs(v);
	int whole = size >= 1 ? (int)floor(log10(size)) + 1 : 0;

	if (whole > DIGITS || (v != 0 && size < 1e-5)) {
		number_add(out, v);
		return;
	}
	number_add_fixed(out, v, DIGITS - whole);
	if (strchr(out->data, '.') == NULL)
		return;
	while (out->data[out->len - 1] == '0')
		out->data[--out->len] = '\0';
	if (out->data[out->len - 1] == '.')
		out->data[--out->len] = '\0';
}

/* ---- dates ---- */

/* Day 1 is 1900-01-01; the calendar of workbooks has a 1900-02-29, which was none. */
static void add_date(struct buf *out, int64_t day, bool from_1904)
{
	int64_t z, era, doe, yoe, doy, mp, year, month;

	if (!from_1904)
		day -= day < 60 ? 1 : 2;
	/* days from 0000-03-01 of a calendar whose years end with February */
	z = day + (from_1904 ? 695361 : 693901);
	era = z / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	month = mp < 10 ? mp + 3 : mp - 9;
	year = yoe + era * 400 + (month <= 2);
	buf_printf(
		out, "%04d-%02d-%02d", (int)year, (int)month, (int)(doy - (153 * mp + 2) / 5 + 1));
}

static void add_time(struct buf *out, int64_t ms)
{
	buf_printf(out, "%02d:%02d:%02d", (int)(ms / 3600000), (int)(ms / 60000 % 60),
		(int)(ms / 1000 % 60));
	if (ms % 1000 != 0)
		buf_printf(out, ".%03d", (int)(ms % 1000));
}

static void add_moment(struct buf *out, double v, enum xlsx_kind kind, bool from_1904)
{
	int64_t ms = (int64_t)llround(v * DAY_MS), day = ms / (int64_t)DAY_MS,
		rest = ms % (int64_t)DAY_MS;

	if (kind == XLSX_TIME || (day == 0 && !from_1904)) {
		add_time(out, ms);
		return;
	}
	add_date(out, day, from_1904);
	if (kind == XLSX_MOMENT && rest != 0) {
		buf_addc(out, ' ');
		add_time(out, rest);
	}
}

void xlsx_value_add(struct buf *out, const char *raw, enum xlsx_kind kind, bool from_1904)
{
	struct buf number = BUF_INIT;
	double v;

	if ((kind == XLSX_NUMBER && is_whole(raw)) || !parse(raw, &v)) {
		buf_adds(out, raw);
	} else if (kind == XLSX_NUMBER || v < 0 || v > LAST_DAY) {
		add_number(&number, v);
		buf_adds(out, number.data);
	} else {
		add_moment(out, v, kind, from_1904);
	}
	buf_release(&number);
}

bool xlsx_place(const char *ref, unsigned *column, unsigned *row)
{
	unsigned c = 0, r = 0;

	for (; *ref >= 'A' && *ref <= 'Z' && c <= COLUMNS; ref++)
		c = 26 * c + (unsigned)(*ref - 'A' + 1);
	for (; *ref >= '0' && *ref <= '9' && r <= ROWS; ref++)
		r = 10 * r + (unsigned)(*ref - '0');
	if (c < 1 || c > COLUMNS || r < 1 || r > ROWS)
		return false;
	*column = c - 1;
	*row = r;
	return true;
}
