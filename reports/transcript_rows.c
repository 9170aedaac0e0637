/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/transcript_rows.h"

#include "base/utf8.h"

/* The end of the row that begins at START: broken behind a space or hyphen, a longer word where it
 * must. */
static uint32_t row_end(const char *text, uint32_t start, uint32_t end, size_t width)
{
	uint32_t pos = start, breaks = start;
	size_t cells = 0;

	while (pos < end) {
		uint32_t cp;
		uint32_t next = pos + (uint32_t)utf8_next(text + pos, text + end, &cp);
		size_t wide = cp == '\t' ? 1 : (size_t)utf8_width(cp);

		if (cp == ' ' || cp == '\t')
			breaks = next;
		else if (cells + wide > width)
			return breaks > start ? breaks : pos > start ? pos : next;
		if (cp == '-')
			breaks = next;
		cells += wide;
		pos = next;
	}
	return end;
}

static void add_line(struct text_layout *l, const struct transcript *t, size_t line, size_t width)
{
	struct text_row row = { .line = (uint32_t)line, .first = true };
	struct span span = transcript_line(t, line, &row.para);

	row.start = span.start;
	do {
		row.end = width > 0 ? row_end(t->text, row.start, span.end, width) : span.end;
		vec_push(&l->rows, row);
		row.start = row.end;
		row.first = false;
		row.para = NULL;
	} while (row.start < span.end);
}

/* The row that holds POS or the next one behind it that has text. */
static uint32_t row_at(const struct text_layout *l, uint32_t pos)
{
	size_t lo = 0, hi = l->rows.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->rows.items[mid].end <= pos)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (uint32_t)(lo < l->rows.n ? lo : l->rows.n - 1);
}

/* The last row with text before END. */
static uint32_t row_before(const struct text_layout *l, uint32_t end)
{
	uint32_t i = row_at(l, end - 1);

	while (i > 0 &&
		(l->rows.items[i].start >= end || l->rows.items[i].start == l->rows.items[i].end))
		i--;
	return i;
}

static void place_marks(struct text_layout *l, const struct transcript *t)
{
	uint32_t busy[LANES_MAX]; /* the row behind the last one of each lane */

	for (uint32_t k = 0; k < LANES_MAX; k++)
		busy[k] = 0;
	vec_each (const struct transcript_mark, m, &t->marks) {
		struct row_mark r = { row_at(l, m->start), row_before(l, m->end), NO_LANE };

		if (r.last < r.first)
			r.last = r.first;
		for (uint32_t k = 0; r.last > r.first && k < LANES_MAX; k++) {
			if (busy[k] > r.first)
				continue;
			busy[k] = r.last + 1;
			r.lane = k;
			if (k + 1 > l->lanes)
				l->lanes = k + 1;
			break;
		}
		vec_push(&l->marks, r);
	}
}

void text_layout_init(struct text_layout *l, const struct transcript *t, size_t width)
{
	*l = (struct text_layout){ .lanes = 0 };
	for (size_t line = t->first; line <= t->last; line++)
		add_line(l, t, line, width);
	if (l->rows.n > 0)
		place_marks(l, t);
}

void text_layout_release(struct text_layout *l)
{
	vec_release(&l->rows);
	vec_release(&l->marks);
}
