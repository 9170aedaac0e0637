/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For pdf_*.c only: words that stand side by side on a page, over its whole
 * width, from top to bottom.
 */
#ifndef TEMA_CORPUS_PDF_ROWS_H
#define TEMA_CORPUS_PDF_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "corpus/pdf_words.h"

struct pdf_row {
	uint32_t first, n; /* in pdf_rows.order, from left to right */
	float x0, x1, y0, y1;
	float size; /* of the font of most characters */
};

struct pdf_rows {
	VEC(uint32_t) order; /* numbers of words */
	VEC(struct pdf_row) rows;
};

#define PDF_ROWS_INIT                                                                              \
	{                                                                                          \
		.order = VEC_INIT, .rows = VEC_INIT                                                \
	}

/* Which words take part; NULL = all that are not dropped. */
typedef bool pdf_word_fn(const struct pdf_word *w, const void *arg);

/* The rows of one page; what was in out before is gone. */
void pdf_rows_of(const struct pdf_words *w, const struct pdf_page *page, pdf_word_fn *which,
	const void *arg, struct pdf_rows *out);
void pdf_rows_release(struct pdf_rows *r);

/* The words of a row with blanks between them, appended. */
void pdf_rows_text(const struct pdf_words *w, const struct pdf_rows *r, const struct pdf_row *row,
	struct buf *out);

/* The font size of most of the text, in words that are not dropped; 0 = no text. */
float pdf_body_size(const struct pdf_words *w);

#endif
