/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/md_line.h"
#include "base/ascii.h"

#include <string.h>

bool md_line_next(const char **pos, const char *end, struct md_line *line)
{
	const char *stop;

	if (*pos >= end)
		return false;
	stop = memchr(*pos, '\n', (size_t)(end - *pos));
	line->p = *pos;
	line->len = (size_t)((stop != NULL ? stop : end) - *pos);
	*pos += line->len + (stop != NULL);
	return true;
}

void md_line_trim(struct md_line *line)
{
	while (line->len > 0 && ascii_blank(*line->p)) {
		line->p++;
		line->len--;
	}
	while (line->len > 0 && ascii_blank(line->p[line->len - 1]))
		line->len--;
}

size_t md_line_run(const struct md_line *line, size_t at, char c)
{
	size_t n = 0;

	while (at + n < line->len && line->p[at + n] == c)
		n++;
	return n;
}

bool md_line_is_rule(const struct md_line *line, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < line->len; i++) {
		if (line->p[i] != c && !ascii_blank(line->p[i]))
			return false;
		n += line->p[i] == c;
	}
	return n >= 3;
}

size_t md_line_marker(const struct md_line *line, bool *ordered)
{
	size_t n = 0;

	*ordered = false;
	if (line->len > 1 && memchr("-*+", *line->p, 3) != NULL && ascii_blank(line->p[1]))
		return 1;
	while (n < line->len && n < 9 && line->p[n] >= '0' && line->p[n] <= '9')
		n++;
	*ordered = n > 0;
	if (n == 0 || n + 1 >= line->len || (line->p[n] != '.' && line->p[n] != ')') ||
		!ascii_blank(line->p[n + 1]))
		return 0;
	return n + 1;
}

bool md_line_is_delimiter(const struct md_line *line)
{
	size_t dashes = 0, bars = 0;

	for (size_t i = 0; i < line->len; i++) {
		if (memchr("-|: \t+", line->p[i], 6) == NULL)
			return false;
		dashes += line->p[i] == '-';
		bars += line->p[i] == '|';
	}
	return dashes > 0 && bars > 0;
}

/* An address and perhaps a title: "https://x.org", "/a 'b'". */
static bool is_definition(const char *p, const char *end)
{
	struct md_line rest = { p, (size_t)(end - p) };
	size_t n = 0;

	md_line_trim(&rest);
	while (n < rest.len && !ascii_blank(rest.p[n]))
		n++;
	if (n == 0 || !md_is_address(rest.p, n))
		return false;
	while (n < rest.len && ascii_blank(rest.p[n]))
		n++;
	return n == rest.len || memchr("\"'(", rest.p[n], 3) != NULL;
}

void md_line_definitions(const char *pos, const char *end, struct md_inline *marks)
{
	struct md_line line;

	while (md_line_next(&pos, end, &line)) {
		const char *stop;

		md_line_trim(&line);
		stop = line.len > 4 && *line.p == '[' ? memmem(line.p, line.len, "]:", 2) : NULL;
		if (stop == NULL || stop < line.p + 2)
			continue;
		if (line.p[1] == '^')
			md_ref_add(&marks->footnotes, line.p + 2, (size_t)(stop - line.p - 2));
		else if (is_definition(stop + 2, line.p + line.len))
			md_ref_add(&marks->refs, line.p + 1, (size_t)(stop - line.p - 1));
	}
}
