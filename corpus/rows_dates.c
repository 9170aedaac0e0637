/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rows_dates.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/clock.h"

/* Digits at *p, at most max of them, as a number; goes behind them.  -1: there are none, or more.
 */
static int take_number(const char **p, int max)
{
	int value = 0, n = 0;

	for (; ascii_digit(**p); (*p)++) {
		if (++n > max)
			return -1;
		value = 10 * value + (**p - '0');
	}
	return n > 0 ? value : -1;
}

/* "17/08/2024", "17-8-2024", "17.8.2024 10:30" */
static bool parse_slashed(const char *p, int number[3])
{
	char mark;

	p += strspn(p, " \t\n");
	number[0] = take_number(&p, 2);
	mark = *p;
	if (number[0] < 1 || mark == '\0' || strchr("/-.", mark) == NULL)
		return false;
	p++;
	number[1] = take_number(&p, 2);
	if (number[1] < 1 || *p++ != mark)
		return false;
	number[2] = take_number(&p, 4);
	return number[2] >= 1000 && (*p == '\0' || strchr(" ,T", *p) != NULL);
}

static bool parse_iso(const char *cell, char out[ROWS_DATE_MAX])
{
	size_t len;

	cell += strspn(cell, " \t\n");
	len = strcspn(cell, " T");
	if (len >= ROWS_DATE_MAX)
		return false;
	memcpy(out, cell, len);
	out[len] = '\0';
	return clock_date_valid(out);
}

void rows_dates_look(struct rows_dates *s, const char *cell)
{
	char iso[ROWS_DATE_MAX];
	int number[3];

	if (cell[strspn(cell, " \t\n")] == '\0')
		return;
	if (parse_slashed(cell, number)) {
		s->slashed++;
		s->day_above |= number[0] > 12;
		s->month_above |= number[1] > 12;
	} else if (parse_iso(cell, iso)) {
		s->iso++;
	} else {
		s->others++;
	}
}

bool rows_dates_unclear(const struct rows_dates *s)
{
	return s->slashed > 0 && s->day_above == s->month_above;
}

bool rows_date(const struct rows_dates *s, const char *cell, char out[ROWS_DATE_MAX])
{
	int number[3];
	char text[40];

	if (!parse_slashed(cell, number))
		return parse_iso(cell, out);
	snprintf(text, sizeof text, "%04d-%02d-%02d", number[2],
		s->day_above ? number[1] : number[0], s->day_above ? number[0] : number[1]);
	return !rows_dates_unclear(s) && parse_iso(text, out);
}
