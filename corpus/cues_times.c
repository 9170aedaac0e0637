/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "corpus/cues.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\f' || c == '\n';
}

static void skip_blanks(const char **p, const char *end)
{
	while (*p < end && is_space(**p))
		++*p;
}

static bool take_digits(const char **p, const char *end, size_t least, size_t most, int64_t *out)
{
	size_t n = 0;

	*out = 0;
	for (; *p < end && **p >= '0' && **p <= '9'; ++*p, n++) {
		if (n >= most)
			return false;
		*out = *out * 10 + (**p - '0');
	}
	return n >= least;
}

static bool take_char(const char **p, const char *end, const char *set)
{
	if (*p >= end || **p == '\0' || strchr(set, **p) == NULL)
		return false;
	++*p;
	return true;
}

/* Behind the seconds.  Loose: one to three digits, or none at all. */
static bool take_fraction(const char **p, const char *end, bool loose, int64_t *fraction)
{
	const char *start;

	if (!take_char(p, end, loose ? ".,:" : ".,"))
		return loose;
	start = *p;
	if (!take_digits(p, end, loose ? 1 : 3, 3, fraction))
		return false;
	for (size_t n = (size_t)(*p - start); n < 3; n++)
		*fraction *= 10;
	return true;
}

/* "00:12.000", "01:00:12.000", more digits for the hours. */
static bool take_time(const char **p, const char *end, bool loose, int64_t *ms)
{
	const char *start = *p;
	int64_t hours = 0, minutes = 0, seconds = 0, fraction = 0;
	size_t first;

	if (!take_digits(p, end, 1, 9, &minutes))
		return false;
	first = (size_t)(*p - start);
	if (!take_char(p, end, ":") || !take_digits(p, end, 2, 2, &seconds))
		return false;
	if (first != 2 || minutes > 59 || (*p < end && **p == ':')) {
		hours = minutes;
		minutes = seconds;
		if (!take_char(p, end, ":") || !take_digits(p, end, 2, 2, &seconds))
			return false;
	}
	if (!take_fraction(p, end, loose, &fraction))
		return false;
	*ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
	return minutes <= 59 && seconds <= 59;
}

/* Two times with SEPARATOR between them. */
static size_t take_times(
	const char *line, size_t len, const char *separator, bool loose, int64_t *from, int64_t *to)
{
	const char *p = line, *end = p + len;
	size_t n = strlen(separator);

	skip_blanks(&p, end);
	if (!take_time(&p, end, loose, from))
		return 0;
	skip_blanks(&p, end);
	if ((size_t)(end - p) < n || memcmp(p, separator, n) != 0)
		return 0;
	p += n;
	skip_blanks(&p, end);
	return take_time(&p, end, loose, to) ? (size_t)(p - line) : 0;
}

size_t cues_times(const char *line, size_t len, int64_t *from, int64_t *to)
{
	return take_times(line, len, "-->", false, from, to);
}

size_t cues_times_loose(const char *line, size_t len, int64_t *from, int64_t *to)
{
	return take_times(line, len, "-->", true, from, to);
}

size_t cues_times_pair(const char *line, size_t len, int64_t *from, int64_t *to)
{
	return take_times(line, len, ",", false, from, to);
}

size_t cues_clock(const char *p, size_t len, int64_t *ms)
{
	const char *start = p, *end = p + len;
	int64_t parts[3], fraction = 0;
	size_t n = 0;

	do {
		if (!take_digits(&p, end, 1, 6, &parts[n++]))
			return 0;
	} while (n < 3 && take_char(&p, end, ":"));
	if (n < 2 || parts[n - 1] > 59 || (n == 3 && parts[1] > 59) ||
		!take_fraction(&p, end, true, &fraction))
		return 0;
	*ms = (n == 3 ? (parts[0] * 60 + parts[1]) * 60 : parts[0] * 60) + parts[n - 1];
	*ms = *ms * 1000 + fraction;
	return (size_t)(p - start);
}
