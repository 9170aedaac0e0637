/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For rows.c: the dates of a column.  "2024-08-17" and the like are clear;
 * whether 3/4/2024 is in March or April shows only where another cell of the
 * column has a number above 12.
 */
#ifndef TEMA_CORPUS_ROWS_DATES_H
#define TEMA_CORPUS_ROWS_DATES_H

#include <stdbool.h>
#include <stddef.h>

#define ROWS_DATE_MAX 11 /* "2024-08-17" and its end */

struct rows_dates {
	bool day_above, month_above; /* a first, a second number above 12 was seen */
	size_t iso, slashed, others; /* cells */
};

/* Looks at one more cell; an empty one does not count. */
void rows_dates_look(struct rows_dates *s, const char *cell);
/* Slashed dates were seen and nothing tells their order. */
bool rows_dates_unclear(const struct rows_dates *s);
/* The cell's date in ISO form, a time behind it left out; false: none, or unclear. */
bool rows_date(const struct rows_dates *s, const char *cell, char out[ROWS_DATE_MAX]);

#endif
