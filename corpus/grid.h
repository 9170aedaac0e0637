/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables in transcripts: who speaks in which column.
 *
 * A reader (docx, md) hands over a table cell by cell; grid_emit() looks at
 * the whole and writes it to the draft in one of these shapes:
 *
 *   speaker column   "Peneliti | Sejak kapan ...?" or a header "Nama | Teks":
 *                    the paragraphs of the text column, labelled by row; an
 *                    empty speaker cell continues the one above
 *   question columns header "Pertanyaan | Jawaban" (also Informan 1, 2, ...):
 *                    row by row, labelled by the header; without a header when
 *                    the left column asks and the right one does not
 *   one column       a frame around text, or a dialogue ("P: ...") in the cells of a column with
 *                    notes beside it: ordinary paragraphs
 *   anything else    PARA_TABLE, a paragraph a row, cells parted by a tab
 *
 * Columns that only hold numbers or ":" are left out of the first two shapes,
 * columns of times give the paragraph its time.
 */
#ifndef TEMA_CORPUS_GRID_H
#define TEMA_CORPUS_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/draft.h"

#define GRID_COLUMNS 64 /* further ones count as the last */

struct grid_para {
	uint32_t row, column;
	size_t start, end; /* bytes in text */
	size_t bold;	   /* leading bold bytes, as in draft_para */
};

struct grid {
	struct buf text;
	VEC(struct grid_para) paras; /* by row, then column */
};

#define GRID_INIT                                                                                  \
	{                                                                                          \
		BUF_INIT, VEC_INIT                                                                 \
	}

void grid_release(struct grid *t);
void grid_reset(struct grid *t);
/* One paragraph of a cell.  Rows and columns count from 0 and do not go back; one without visible
 * text is ignored. */
void grid_para(
	struct grid *t, uint32_t row, uint32_t column, const char *p, size_t len, size_t bold);
/* True: the table gave speakers, so what follows in the file is not said by the last of them. */
bool grid_emit(const struct grid *t, struct draft *out);
/* What grid_emit() would give back. */
bool grid_has_speakers(const struct grid *t);

/* "[00:12:03]", "12:03", "1:02:03.5" and nothing else: milliseconds; -1 = no time. */
int64_t grid_time(const char *p, size_t len);

#endif
