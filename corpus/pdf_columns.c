/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_lines.h"

#include <string.h>

#define BINS 2048	 /* of one point; pages are seldom wider */
#define LEAST_LINES 6	 /* in each column */
#define LEAST_WORDS 2.5F /* in a line, on average: a column of speakers has fewer */

/* How many words stand over each point of the page's width. */
struct profile {
	uint32_t over[BINS];
	size_t from, to; /* the text */
};

static size_t bin(float x)
{
	return x < 0 ? 0 : x < BINS - 1 ? (size_t)x : BINS - 1;
}

static void measure(
	const struct pdf_words *w, const struct pdf_page *page, float bottom, struct profile *p)
{
	memset(p, 0, sizeof *p);
	p->from = BINS;
	for (uint32_t i = page->first; i < page->first + page->n; i++) {
		const struct pdf_word *word = &w->words.items[i];

		if (word->dropped || word->y0 >= bottom)
			continue;
		for (size_t x = bin(word->x0); x <= bin(word->x1); x++)
			p->over[x]++;
		p->from = bin(word->x0) < p->from ? bin(word->x0) : p->from;
		p->to = bin(word->x1) > p->to ? bin(word->x1) : p->to;
	}
}

/* The widest stretch in the middle third over which hardly any word stands. */
static float widest_gap(const struct profile *p, float least)
{
	size_t from = p->from + (p->to - p->from) / 3, to = p->to - (p->to - p->from) / 3;
	size_t best = 0, best_at = 0, run = 0;
	uint32_t most = 0, few;

	for (size_t x = p->from; x <= p->to; x++)
		most = p->over[x] > most ? p->over[x] : most;
	few = most / 5;
	for (size_t x = from; x <= to; x++) {
		run = p->over[x] <= few ? run + 1 : 0;
		if (run > best) {
			best = run;
			best_at = x;
		}
	}
	return (float)best >= least ? (float)best_at + 0.5F - (float)best / 2 : 0;
}

/* One side of the gutter; wide: lines that fill most of it. */
struct side {
	uint32_t words, lines, wide;
};

static void add_line(struct side *s, float x0, float x1, float column)
{
	s->lines++;
	s->wide += x1 - x0 >= column * 0.7F;
}

/* Words come in the order of poppler, line by line in each column. */
static void measure_side(const struct pdf_words *w, const struct pdf_page *page, float bottom,
	float from, float to, struct side *s)
{
	float x0 = 0, x1 = 0, y = -1;

	for (uint32_t i = page->first; i < page->first + page->n; i++) {
		const struct pdf_word *word = &w->words.items[i];

		if (word->dropped || word->y0 >= bottom || word->x0 < from || word->x1 > to)
			continue;
		s->words++;
		if (y >= 0 && word->y0 < y && word->y1 > y) {
			x1 = word->x1 > x1 ? word->x1 : x1;
			continue;
		}
		if (y >= 0)
			add_line(s, x0, x1, to - from);
		x0 = word->x0;
		x1 = word->x1;
		y = (word->y0 + word->y1) / 2;
	}
	if (y >= 0)
		add_line(s, x0, x1, to - from);
}

static bool is_column(const struct side *s)
{
	return s->lines >= LEAST_LINES && s->wide * 2 >= s->lines &&
	       (float)s->words >= LEAST_WORDS * (float)s->lines;
}

float pdf_gutter(const struct pdf_words *w, const struct pdf_page *page, float notes_top)
{
	struct profile p;
	struct side left = { 0 }, right = { 0 };
	float at;

	measure(w, page, notes_top, &p);
	if (p.from >= p.to)
		return 0;
	at = widest_gap(&p, 8);
	if (at <= 0)
		return 0;
	measure_side(w, page, notes_top, (float)p.from - 1, at, &left);
	measure_side(w, page, notes_top, at, (float)p.to + 2, &right);
	return is_column(&left) && is_column(&right) ? at : 0;
}
