/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kwic_view.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define GAP 2
#define SPEAKER_MAX 14
#define CONTEXT_MIN 8 /* so much of each side is kept on the narrowest terminal */
#define ELLIPSIS "\xe2\x80\xa6"

struct layout {
	const struct kwic_view *v;
	size_t number, line, speaker; /* cells of the columns; 0 = not shown */
	size_t left, rest;	      /* cells before the keyword; of keyword and what follows */
	struct buf *out;
};

static size_t cells_of(const char *s)
{
	return utf8_cells(s, strlen(s));
}

static void blanks(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t digits(unsigned n)
{
	return (size_t)snprintf(NULL, 0, "%u", n);
}

/* The beginning of s in at most max cells, with "…" when it is cut; returns its cells. */
static size_t put_begin(struct buf *out, const char *s, size_t max)
{
	size_t len = strlen(s), all = utf8_cells(s, len), pos;

	if (all <= max) {
		utf8_clean(s, len, out);
		return all;
	}
	pos = utf8_fit(s, len, max - 1);
	utf8_clean(s, pos, out);
	buf_adds(out, ELLIPSIS);
	return utf8_cells(s, pos) + 1;
}

/* The end of s, right-aligned in max cells. */
static void put_end(struct buf *out, const char *s, size_t max)
{
	size_t len = strlen(s), cells = utf8_cells(s, len), pos = 0;
	bool cut = cells > max;

	while (pos < len && cells + cut > max) {
		uint32_t cp;

		pos += utf8_next(s + pos, s + len, &cp);
		cells -= (size_t)utf8_width(cp);
	}
	while (cut && pos < len) { /* marks of the letter that was cut off */
		uint32_t cp;
		size_t step = utf8_next(s + pos, s + len, &cp);

		if (utf8_width(cp) > 0)
			break;
		pos += step;
	}
	blanks(out, max - cells - cut);
	buf_adds(out, cut ? ELLIPSIS : "");
	utf8_clean(s + pos, len - pos, out);
}

static void measure(struct layout *l, const struct kwic_row *rows, size_t n)
{
	size_t before, match = 0, longest = 0, room;

	for (size_t i = 0; i < n; i++) {
		l->number = larger(l->number, digits(rows[i].document));
		l->line = larger(l->line, digits(rows[i].line));
		l->speaker = larger(l->speaker, cells_of(rows[i].speaker));
		longest = larger(longest, cells_of(rows[i].left));
		match = larger(match, cells_of(rows[i].match));
	}
	if (l->v->headings)
		l->number = 0;
	l->speaker = l->speaker < SPEAKER_MAX ? l->speaker : SPEAKER_MAX;
	before = (l->number > 0 ? l->number + GAP : 0) + l->line + GAP +
		 (l->speaker > 0 ? l->speaker + GAP : 0);
	l->left = longest;
	l->rest = SIZE_MAX;
	if (l->v->width == 0)
		return;
	room = (size_t)l->v->width > before ? (size_t)l->v->width - before : 0;
	match = match < room / 3 ? match : room / 3;
	room = room > match + 2 * GAP ? (room - match - 2 * GAP) / 2 : 0;
	l->left = larger(CONTEXT_MIN, longest < room ? longest : room);
	l->rest = larger(2 * CONTEXT_MIN, (size_t)l->v->width > before + l->left + GAP
						  ? (size_t)l->v->width - before - l->left - GAP
						  : 0);
}

/* A mark that ends the keyword stays with it. */
static size_t gap_before(const char *right)
{
	return strchr(".,;:!?)", right[0]) != NULL ? 0 : GAP;
}

static void put_keyword(struct layout *l, const struct kwic_row *row)
{
	size_t used, gap = gap_before(row->right);

	buf_adds(l->out, l->v->colour ? "\033[1;31m" : "");
	used = put_begin(l->out, row->match, l->rest);
	buf_adds(l->out, l->v->colour ? "\033[0m" : "");
	if (row->right[0] == '\0' || l->rest < used + gap + 2)
		return;
	blanks(l->out, gap);
	put_begin(l->out, row->right, l->rest == SIZE_MAX ? SIZE_MAX : l->rest - used - gap);
}

static void put_row(struct layout *l, const struct kwic_row *row)
{
	if (l->number > 0)
		buf_printf(l->out, "%*u%*s", (int)l->number, row->document, GAP, "");
	buf_printf(l->out, "%*u%*s", (int)l->line, row->line, GAP, "");
	if (l->speaker > 0) {
		size_t used = put_begin(l->out, row->speaker, l->speaker);

		blanks(l->out, l->speaker - used + GAP);
	}
	put_end(l->out, row->left, l->left);
	blanks(l->out, GAP);
	put_keyword(l, row);
	buf_addc(l->out, '\n');
}

static void put_heading(struct layout *l, const struct kwic_row *row, bool first)
{
	buf_adds(l->out, first ? "" : "\n");
	buf_adds(l->out, l->v->colour ? "\033[1m" : "");
	buf_printf(l->out, "%u  ", row->document);
	utf8_clean(row->title, strlen(row->title), l->out);
	buf_adds(l->out, l->v->colour ? "\033[0m\n" : "\n");
}

void kwic_view_write(
	const struct kwic_view *v, const struct kwic_row *rows, size_t n, struct buf *out)
{
	struct layout l = { .v = v, .out = out };

	measure(&l, rows, n);
	for (size_t i = 0; i < n; i++) {
		if (v->headings && (i == 0 || rows[i].document != rows[i - 1].document))
			put_heading(&l, &rows[i], i == 0);
		put_row(&l, &rows[i]);
	}
}
