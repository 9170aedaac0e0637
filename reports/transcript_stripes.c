/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/transcript_html.h"

void page_rows_fill(const struct transcript *t, struct page_rows *out)
{
	for (size_t line = t->first; line <= t->last; line++) {
		struct page_row row = { .line = (uint32_t)line };

		row.text = transcript_line(t, line, &row.para);
		if (row.text.end > row.text.start)
			vec_push(out, row);
	}
}

/* The first row that ends behind POS. */
static uint32_t row_behind(const struct page_rows *rows, uint32_t pos)
{
	size_t lo = 0, hi = rows->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rows->items[mid].text.end <= pos)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (uint32_t)(lo < rows->n ? lo : rows->n - 1);
}

static uint32_t row_before(const struct page_rows *rows, uint32_t end)
{
	uint32_t i = row_behind(rows, end - 1);

	return i > 0 && rows->items[i].text.start >= end ? i - 1 : i;
}

/* Codings of one code that share a row are one stripe. */
static void add_mark(struct stripes *out, size_t *open, const struct stripe *s)
{
	struct stripe *before = *open > 0 ? &out->items[*open - 1] : NULL;

	if (before != NULL && s->first <= before->last) {
		before->last = s->last > before->last ? s->last : before->last;
		return;
	}
	vec_push(out, *s);
	*open = out->n;
}

static int by_row(const void *pa, const void *pb)
{
	const struct stripe *a = pa, *b = pb;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return (int)a->suggested - (int)b->suggested;
}

static void give_lanes(struct stripes *list, uint32_t *lanes)
{
	uint32_t busy[STRIPES_MAX] = { 0 }; /* the row behind the last one */

	*lanes = 0;
	vec_each (struct stripe, s, list) {
		s->lane = STRIPES_MAX;
		for (uint32_t k = 0; k < STRIPES_MAX && s->lane == STRIPES_MAX; k++)
			if (busy[k] <= s->first)
				s->lane = k;
		if (s->lane == STRIPES_MAX)
			continue;
		busy[s->lane] = s->last + 1;
		*lanes = s->lane + 1 > *lanes ? s->lane + 1 : *lanes;
	}
}

void stripes_fill(const struct transcript *t, const struct page_rows *rows, struct stripes *out,
	uint32_t *lanes)
{
	size_t *open = mem_zalloc(2 * t->codes.n + 1, sizeof *open); /* the last stripe, + 1 */

	for (size_t i = 0; rows->n > 0 && i < t->marks.n; i++) {
		const struct transcript_mark *m = &t->marks.items[i];
		struct stripe s = { .code = m->code, .suggested = m->suggested };

		s.first = row_behind(rows, m->start);
		s.last = row_before(rows, m->end);
		if (s.last < s.first)
			s.last = s.first;
		add_mark(out, &open[2 * m->code + m->suggested], &s);
	}
	free(open);
	vec_sort(out, by_row);
	give_lanes(out, lanes);
}
