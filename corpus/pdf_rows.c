/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_rows.h"

#define SIZES 400 /* half points */

/* What words are sorted by. */
struct place {
	float at, x;
	uint32_t word;
};

static int by_place(const void *a, const void *b)
{
	const struct place *p = a, *q = b;

	if (p->at != q->at)
		return p->at < q->at ? -1 : 1;
	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->word < q->word ? -1 : p->word > q->word;
}

static bool same_row(const struct pdf_word *tallest, const struct pdf_word *w)
{
	float top = w->y0 > tallest->y0 ? w->y0 : tallest->y0;
	float bottom = w->y1 < tallest->y1 ? w->y1 : tallest->y1;
	float least = w->y1 - w->y0 < tallest->y1 - tallest->y0 ? w->y1 - w->y0
								: tallest->y1 - tallest->y0;

	return bottom - top >= least / 2;
}

static void add_size(uint32_t *sizes, const struct pdf_word *w)
{
	float half = w->size * 2 + 0.5F;

	sizes[half < 0 ? 0 : half < SIZES ? (size_t)half : SIZES - 1] += w->len;
}

static float most_used(const uint32_t *sizes)
{
	size_t best = 0;

	for (size_t i = 1; i < SIZES; i++)
		if (sizes[i] > sizes[best])
			best = i;
	return (float)best / 2;
}

/* The words of a row are known: order them from left to right and measure. */
static void close_row(
	const struct pdf_words *w, struct place *places, size_t n, struct pdf_rows *out)
{
	struct pdf_row row = { .first = (uint32_t)out->order.n, .n = (uint32_t)n };
	uint32_t sizes[SIZES] = { 0 };

	for (size_t i = 0; i < n; i++)
		places[i].at = places[i].x;
	qsort(places, n, sizeof *places, by_place);
	for (size_t i = 0; i < n; i++) {
		const struct pdf_word *word = &w->words.items[places[i].word];

		row.x0 = i == 0 || word->x0 < row.x0 ? word->x0 : row.x0;
		row.x1 = i == 0 || word->x1 > row.x1 ? word->x1 : row.x1;
		row.y0 = i == 0 || word->y0 < row.y0 ? word->y0 : row.y0;
		row.y1 = i == 0 || word->y1 > row.y1 ? word->y1 : row.y1;
		add_size(sizes, word);
		vec_push(&out->order, places[i].word);
	}
	row.size = most_used(sizes);
	vec_push(&out->rows, row);
}

void pdf_rows_of(const struct pdf_words *w, const struct pdf_page *page, pdf_word_fn *which,
	const void *arg, struct pdf_rows *out)
{
	VEC(struct place) places = VEC_INIT;
	const struct pdf_word *tallest = NULL;
	size_t start = 0;

	vec_reset(&out->order);
	vec_reset(&out->rows);
	for (uint32_t i = page->first; i < page->first + page->n; i++) {
		const struct pdf_word *word = &w->words.items[i];

		if (!word->dropped && (which == NULL || which(word, arg)))
			vec_push(&places,
				((struct place){ (word->y0 + word->y1) / 2, word->x0, i }));
	}
	vec_sort(&places, by_place);
	for (size_t i = 0; i < places.n; i++) {
		const struct pdf_word *word = &w->words.items[places.items[i].word];

		if (tallest != NULL && !same_row(tallest, word)) {
			close_row(w, places.items + start, i - start, out);
			start = i;
			tallest = NULL;
		}
		if (tallest == NULL || word->y1 - word->y0 > tallest->y1 - tallest->y0)
			tallest = word;
	}
	if (places.n > start)
		close_row(w, places.items + start, places.n - start, out);
	vec_release(&places);
}

void pdf_rows_release(struct pdf_rows *r)
{
	vec_release(&r->order);
	vec_release(&r->rows);
}

void pdf_rows_text(const struct pdf_words *w, const struct pdf_rows *r, const struct pdf_row *row,
	struct buf *out)
{
	for (uint32_t i = 0; i < row->n; i++) {
		const struct pdf_word *word = &w->words.items[r->order.items[row->first + i]];

		if (i > 0 && !word->glued)
			buf_addc(out, ' ');
		buf_add(out, w->text.data + word->text, word->len);
	}
}

float pdf_body_size(const struct pdf_words *w)
{
	uint32_t sizes[SIZES] = { 0 };

	vec_each (const struct pdf_word, word, &w->words)
		if (!word->dropped)
			add_size(sizes, word);
	return most_used(sizes);
}
