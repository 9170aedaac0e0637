/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and dates in front of, behind and in labels (turns_label.h). */
#include <string.h>

#include "base/ascii.h"
#include "corpus/turns_label.h"

#define WITH_HOURS 7 /* bytes of "0:00:12" */

static const char *skip(const char *p, const char *end, bool (*is)(char))
{
	while (p < end && is(*p))
		p++;
	return p;
}

static size_t digits(const char *p, const char *end, int64_t *value)
{
	const char *q = p;

	*value = 0;
	while (q < end && ascii_digit(*q) && q - p < 4)
		*value = *value * 10 + (*q++ - '0');
	return (size_t)(q - p);
}

size_t label_time(const char *p, size_t len, int64_t *ms)
{
	const char *q = p, *end = p + len;
	int64_t part[3] = { 0, 0, 0 }, fraction = 0, frames;
	size_t n = digits(q, end, &part[0]), parts = 1, width = 0;

	if (n == 0 || n > 3)
		return 0;
	q += n;
	while (parts < 3 && end - q >= 3 && *q == ':' && digits(q + 1, end, &part[parts]) == 2) {
		q += 3;
		parts++;
	}
	if (parts == 1 || (q < end && ascii_digit(*q)))
		return 0;
	if (parts == 3 && end - q >= 3 && *q == ':' && digits(q + 1, end, &frames) == 2)
		q += 3;
	if (end - q >= 2 && (*q == '.' || *q == ',') && (width = digits(q + 1, end, &fraction)) > 0)
		q += 1 + width;
	for (; width > 0 && width < 3; width++)
		fraction *= 10;
	if (width > 3)
		fraction /= 10;
	*ms = parts == 2 ? part[0] * 60 + part[1] : (part[0] * 60 + part[1]) * 60 + part[2];
	*ms = *ms * 1000 + fraction;
	return (size_t)(q - p);
}

size_t label_clock(const char *p, size_t len, int64_t *ms)
{
	size_t n = label_time(p, len, ms);
	int64_t part[3];

	if (n > 0 || len < 8 || (len > 8 && ascii_digit(p[8])))
		return n;
	for (size_t i = 0; i < 3; i++)
		if (digits(p + 3 * i, p + 3 * i + 2, &part[i]) != 2 ||
			(i < 2 && p[3 * i + 2] != '.'))
			return 0;
	if (part[1] > 59 || part[2] > 59)
		return 0;
	*ms = ((part[0] * 60 + part[1]) * 60 + part[2]) * 1000;
	return 8;
}

static bool is_range_mark(char c)
{
	return ascii_blank(c) || c == '-' || c == '>';
}

/* "#00:01:23-4#", as f4 and MAXQDA write it. */
static const char *skip_hashed(const char *p, const char *end, int64_t *ms)
{
	size_t n = label_time(p + 1, (size_t)(end - p) - 1, ms);
	const char *q = p + 1 + n;

	if (n == 0)
		return p;
	if (end - q > 2 && *q == '-' && ascii_digit(q[1]))
		q += 2;
	return q < end && *q == '#' ? q + 1 : p;
}

const char *label_skip_time(const char *p, const char *end, int64_t *ms)
{
	const char *q = p + 1;
	int64_t until;
	size_t n;

	if (p < end && *p == '#')
		return skip_hashed(p, end, ms);
	if (p == end || (*p != '[' && *p != '('))
		return p;
	q = skip(q, end, ascii_blank);
	n = label_clock(q, (size_t)(end - q), ms);
	if (n == 0)
		return p;
	q = skip(q + n, end, is_range_mark);
	q += label_clock(q, (size_t)(end - q), &until);
	q = skip(q, end, ascii_blank);
	return q < end && (*q == ']' || *q == ')') ? q + 1 : p;
}

/* "0:1:23.4", with single digits too. */
static size_t loose_time(const char *p, const char *end, int64_t *ms)
{
	size_t n = label_clock(p, (size_t)(end - p), ms), width;
	int64_t part[3], rest;
	const char *q = p;

	if (n > 0)
		return n;
	for (size_t i = 0; i < 3; i++) {
		width = digits(q, end, &part[i]);
		q += width;
		if (width < 1 || width > 2 || (i < 2 && (q == end || *q++ != ':')))
			return 0;
	}
	if (end - q >= 2 && *q == '.')
		q += 1 + digits(q + 1, end, &rest);
	*ms = ((part[0] * 60 + part[1]) * 60 + part[2]) * 1000;
	return (size_t)(q - p);
}

size_t label_span(const char *p, size_t len, int64_t *ms)
{
	const char *end = p + len, *mark;
	size_t n = loose_time(p, end, ms), until = 0;
	int64_t ignored;

	if (n == 0)
		return label_clock(p, len, ms);
	mark = skip(p + n, end, ascii_blank);
	if (end - mark > 3 && memcmp(mark, "-->", 3) == 0)
		mark += 3;
	else if (end - mark > 1 && *mark == '-')
		mark++;
	else
		return label_clock(p, len, ms);
	mark = skip(mark, end, ascii_blank);
	until = loose_time(mark, end, &ignored);
	return until > 0 ? (size_t)(mark - p) + until : label_clock(p, len, ms);
}

const char *label_find_time(
	const char *p, const char *end, bool bracket, const char **behind, int64_t *ms)
{
	for (const char *q = p; q < end; q++) {
		size_t n = 0;

		*behind = q;
		if (strchr("[(#", *q) != NULL && *q != '\0')
			*behind = label_skip_time(q, end, ms);
		else if (ascii_digit(*q) && q > p && ascii_blank(q[-1]))
			n = label_clock(q, (size_t)(end - q), ms);
		if (bracket && n > 0 && q + n < end && q[n] == ']')
			*behind = q + n + 1;
		else if (!bracket && n >= WITH_HOURS && q + n < end && ascii_blank(q[n]))
			*behind = q + n;
		if (*behind > q)
			return q;
	}
	return NULL;
}

const char *label_skip_said_time(const char *p, const char *end, int64_t *ms)
{
	const char *q = label_skip_time(p, end, ms);
	int64_t bare;
	size_t n;

	if (q > p)
		return q;
	n = label_clock(p, (size_t)(end - p), &bare);
	if (n == 0 || (n < WITH_HOURS && skip(p + n, end, ascii_blank) < end) ||
		(p + n < end && !ascii_blank(p[n])))
		return p;
	*ms = bare;
	return p + n;
}

const char *label_cut_marks(const char *p, const char *end)
{
	static const char *const marks[] = { " ", "\t", "-", "|", ",", "\u2013", "\u2014",
		"\u2022" };
	const char *before;

	do {
		before = end;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			size_t n = strlen(marks[i]);

			if ((size_t)(end - p) >= n && memcmp(end - n, marks[i], n) == 0)
				end -= n;
		}
	} while (end < before);
	return end;
}

/* Behind numbers of one to four digits that stand between marks of the set: "12/03/2023", "08.14";
 * NULL where there are fewer than LEAST or more than three. */
static const char *skip_numbers(const char *p, const char *end, const char *between, size_t least)
{
	int64_t value;
	size_t n = digits(p, end, &value), count = 0;

	while (n > 0) {
		p += n;
		count++;
		if (end - p < 2 || *p == '\0' || strchr(between, *p) == NULL)
			break;
		n = digits(p + 1, end, &value);
		p += n > 0;
	}
	return count >= least && count <= 3 && (p == end || !ascii_digit(*p)) ? p : NULL;
}

/* Behind "AM", " p.m." at p. */
static const char *skip_half(const char *p, const char *end)
{
	static const char *const halves[] = { "am", "pm", "a.m.", "p.m." };
	const char *q = p;

	if (end - q >= 3 && memcmp(q, "\u202f", 3) == 0)
		q += 3;
	q = skip(q, end, ascii_blank);
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
		size_t n = strlen(halves[i]), k = 0;

		while (k < n && (size_t)(end - q) > k && (q[k] | 0x20) == (halves[i][k] | 0x20))
			k++;
		if (k == n)
			return q + n;
	}
	return p;
}

const char *label_skip_date(const char *p, const char *end)
{
	bool bracket = p < end && *p == '[';
	const char *q = skip_numbers(p + bracket, end, "/.-", 3);

	if (q == NULL)
		return p;
	q = skip(q + (q < end && *q == ','), end, ascii_blank);
	q = skip_numbers(q, end, ":.", 2);
	if (q == NULL)
		return p;
	q = skip_half(q, end);
	if (bracket) {
		if (q == end || *q != ']')
			return p;
		q++;
	}
	if (q == end || !ascii_blank(*q))
		return p;
	q = skip(q, end, ascii_blank);
	if (end - q > 2 && *q == '-' && ascii_blank(q[1]))
		q = skip(q + 1, end, ascii_blank);
	return q;
}
