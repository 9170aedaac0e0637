/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_notes.h"

#include <float.h>
#include <string.h>

#include "corpus/pdf_rows.h"

#define SMALLER 0.93F /* of the text's size is a note's */
#define RAISED 0.8F   /* of the row's size is a mark's */
#define MARK_MAX 4    /* bytes */

static bool is_mark(const char *p, size_t len)
{
	size_t digits = strspn(p, "0123456789");

	if (len == 0 || len > MARK_MAX)
		return false;
	return digits >= len || strspn(p, "*") >= len ||
	       (len == 3 && memcmp(p, "\xe2\x80\xa0", 3) == 0);
}

/* The length of the mark at the start of a note's first word ("3", "3Lihat", "*"), 0 = none. */
static size_t leading_mark(const char *p, size_t len)
{
	size_t n = strspn(p, "0123456789");

	n = n > 0 ? n : strspn(p, "*");
	return n <= MARK_MAX && n <= len ? n : 0;
}

static struct pdf_word *word_of(struct pdf_words *w, const struct pdf_rows *r, uint32_t at)
{
	return &w->words.items[r->order.items[at]];
}

static size_t mark_of_row(
	const struct pdf_words *w, const struct pdf_rows *r, const struct pdf_row *row)
{
	const struct pdf_word *first = &w->words.items[r->order.items[row->first]];

	return leading_mark(w->text.data + first->text, first->len);
}

/* The first row of the notes of a page; rows.n = none. */
static size_t first_note(const struct pdf_words *w, const struct pdf_rows *r, float body)
{
	size_t i = r->rows.n, found = r->rows.n;

	while (i > 0 && r->rows.items[i - 1].size < body * SMALLER) {
		i--;
		if (mark_of_row(w, r, &r->rows.items[i]) > 0)
			found = i;
	}
	return i > 0 ? found : r->rows.n; /* a page of notes alone is a page of text */
}

/* Raised and small: the number of a note behind a word. */
static bool is_raised(const struct pdf_word *word, const struct pdf_row *row)
{
	return word->size < row->size * RAISED && word->y1 < row->y1 - row->size * 0.1F;
}

static bool is_noted(const struct pdf_words *w, const struct pdf_rows *r, size_t top,
	const struct pdf_word *mark)
{
	for (size_t i = top; i < r->rows.n; i++) {
		const struct pdf_row *row = &r->rows.items[i];
		const struct pdf_word *first = &w->words.items[r->order.items[row->first]];
		size_t n = mark_of_row(w, r, row);

		if (n > 0 && n == mark->len &&
			memcmp(w->text.data + first->text, w->text.data + mark->text, n) == 0)
			return true;
	}
	return false;
}

static void drop_marks(struct pdf_words *w, const struct pdf_rows *r, size_t top)
{
	for (size_t i = 0; i < top; i++) {
		const struct pdf_row *row = &r->rows.items[i];

		for (uint32_t k = 0; k < row->n; k++) {
			struct pdf_word *word = word_of(w, r, row->first + k);

			if (is_mark(w->text.data + word->text, word->len) && is_raised(word, row) &&
				is_noted(w, r, top, word))
				word->dropped = true;
		}
	}
}

void pdf_notes_find(struct pdf_words *w, struct pdf_notes *out)
{
	float body = pdf_body_size(w);
	struct pdf_rows rows = PDF_ROWS_INIT;

	vec_each (struct pdf_page, page, &w->pages) {
		float y = FLT_MAX;
		size_t top;

		pdf_rows_of(w, page, NULL, NULL, &rows);
		top = first_note(w, &rows, body);
		if (top < rows.rows.n) {
			drop_marks(w, &rows, top);
			y = rows.rows.items[top].y0;
		}
		vec_push(&out->tops, y);
	}
	pdf_rows_release(&rows);
}

void pdf_notes_release(struct pdf_notes *n)
{
	vec_release(&n->tops);
}
