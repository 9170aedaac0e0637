/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two passes over the lines: the first counts, to find out how the file was
 * made; the second puts lines together.  Nothing is kept per line.
 */
#include "corpus/rejoin.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/kinds.h"

#define NARROW 30 /* a text cut at fewer characters is a list or a poem */
#define WIDE 140  /* one cut at more was not cut */
#define BINS (WIDE + 2)

struct line {
	const char *p, *end; /* without white space at the ends and '\n' */
	size_t width;	     /* in characters */
	bool indented;
};

/* Steps through the lines that are not blank. */
struct cursor {
	const char *pos, *end;
	struct line line;
	size_t blanks; /* blank lines in front of it */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

static bool next_line(struct cursor *c)
{
	for (c->blanks = 0; c->pos < c->end; c->blanks++) {
		const char *nl = memchr(c->pos, '\n', (size_t)(c->end - c->pos));
		struct line l = { c->pos, nl != NULL ? nl : c->end, 0, is_blank(*c->pos) };

		c->pos = nl != NULL ? nl + 1 : c->end;
		while (l.p < l.end && is_blank(*l.p))
			l.p++;
		if (l.p == l.end)
			continue;
		while (is_blank(l.end[-1]))
			l.end--;
		l.width = utf8_count(l.p, (size_t)(l.end - l.p));
		c->line = l;
		return true;
	}
	return false;
}

static bool ends_sentence(const struct line *l)
{
	const char *p = l->end;
	uint32_t cp = 0;

	for (int i = 0; i < 3 && p > l->p; i++) {
		p = utf8_prev(l->p, p, &cp);
		if (cp != '"' && cp != ')' && cp != 0x201d && cp != 0x2019)
			break;
	}
	return cp == '.' || cp == '?' || cp == '!' || cp == ':' || cp == 0x2026;
}

static bool starts_small(const struct line *l)
{
	uint32_t cp;

	utf8_next(l->p, l->end, &cp);
	return utf8_is_lower(cp);
}

/* What the first pass found. */
struct shape {
	size_t lines, widths[BINS];
	size_t glued, glued_on;	  /* line on line; of these, sentence goes on in the next */
	size_t spaced, spaced_on; /* one blank line between; same */
	size_t width;		  /* at which lines are cut */
};

/* The width that nine lines in ten do not exceed. */
static size_t cut_width(const struct shape *s)
{
	size_t seen = 0, w = 0;

	while (w < BINS - 1 && (seen += s->widths[w]) * 10 < s->lines * 9)
		w++;
	return w;
}

static void measure(const char *text, size_t len, struct shape *s)
{
	struct cursor c = { .pos = text, .end = text + len };
	bool open = false;

	memset(s, 0, sizeof *s);
	while (next_line(&c)) {
		bool goes_on = open && starts_small(&c.line);

		if (s->lines > 0 && c.blanks == 0) {
			s->glued++;
			s->glued_on += goes_on;
		} else if (s->lines > 0 && c.blanks == 1) {
			s->spaced++;
			s->spaced_on += goes_on;
		}
		s->lines++;
		s->widths[c.line.width < BINS ? c.line.width : BINS - 1]++;
		open = !ends_sentence(&c.line);
	}
	s->width = cut_width(s);
}

/* Lines near the cut: half of all at least, and hardly any beyond. */
static bool is_cut(const struct shape *s)
{
	size_t near = 0, beyond = 0;

	if (s->width < NARROW || s->width > WIDE)
		return false;
	for (size_t w = 0; w < BINS; w++) {
		near += w * 4 >= s->width * 3 ? s->widths[w] : 0;
		beyond += w > s->width + s->width / 5 ? s->widths[w] : 0;
	}
	return near * 5 >= s->lines * 2 && beyond * 20 <= s->lines;
}

enum wrap { ONE_LINE, WRAPPED, SPACED };

static enum wrap wrap_of(const struct shape *s)
{
	if (!is_cut(s))
		return ONE_LINE;
	if (s->lines >= 8 && s->spaced * 4 >= s->lines * 3 && s->spaced_on * 4 >= s->spaced)
		return SPACED;
	return s->glued >= 2 && s->glued_on * 4 >= s->glued ? WRAPPED : ONE_LINE;
}

/* "- ", "* ", bullets; "1. ", "a) " only where the line above is finished. */
static bool is_item(const struct line *l, bool finished)
{
	const char *p = l->p;
	uint32_t cp;
	size_t n = utf8_next(p, l->end, &cp);

	if (cp == '-' || cp == '*' || cp == 0x2022 || cp == 0x2013 || cp == 0x2014)
		return p + n < l->end && p[n] == ' ';
	while (p < l->end && p - l->p < 3 && *p >= '0' && *p <= '9')
		p++;
	if (p == l->p && *p >= 'a' && *p <= 'z')
		p++;
	return finished && p > l->p && l->end - p > 1 && (*p == '.' || *p == ')') && p[1] == ' ';
}

static bool is_heading(const struct line *l)
{
	return kinds_of_line(l->p, (size_t)(l->end - l->p)) != PARA_BODY;
}

/* Does a paragraph begin at `l`, `blanks` blank lines below `above`? */
static bool begins(const struct shape *s, enum wrap wrap, const struct line *above,
	const struct line *l, size_t blanks)
{
	bool finished = ends_sentence(above);

	if (wrap == ONE_LINE || blanks > (wrap == SPACED))
		return true;
	if (is_item(l, finished) || is_heading(above) || is_heading(l))
		return true;
	if (l->indented && !above->indented && finished)
		return true;
	if (wrap == WRAPPED)
		return false;
	if (finished && above->width * 5 < s->width * 4)
		return true;
	return above->width * 5 < s->width * 3 && !starts_small(l);
}

void rejoin_lines(const char *text, size_t len, struct draft *draft, struct diags *d)
{
	struct cursor c = { .pos = text, .end = text + len };
	const char *start = NULL, *end = NULL;
	struct line above = { NULL, NULL, 0, false };
	struct shape s;
	enum wrap wrap;

	measure(text, len, &s);
	wrap = wrap_of(&s);
	draft->plain = true;
	while (next_line(&c)) {
		if (start == NULL || begins(&s, wrap, &above, &c.line, c.blanks)) {
			if (start != NULL)
				draft_text(draft, start, (size_t)(end - start));
			draft_para(draft, PARA_BODY)->tight = start != NULL && c.blanks == 0;
			start = c.line.p;
		}
		end = c.line.end;
		above = c.line;
	}
	if (start != NULL)
		draft_text(draft, start, (size_t)(end - start));
	if (wrap == SPACED)
		diag_add(d, DIAG_REMARK, "R005", NULL,
			"a blank line stands behind every line: lines were joined to paragraphs");
}
