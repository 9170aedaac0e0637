/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of a transcript as rows of a screen, and the marks in its margin:
 * a mark over several rows has a lane of its own, one column wide.
 */
#ifndef TEMA_REPORTS_TRANSCRIPT_ROWS_H
#define TEMA_REPORTS_TRANSCRIPT_ROWS_H

#include "reports/transcript.h"

#define NO_LANE UINT32_MAX
#define LANES_MAX 12 /* marks for which there is no lane are named where they begin and end */

struct text_row {
	uint32_t line;			    /* from 1 */
	uint32_t start, end;		    /* bytes of the text; equal: an empty row */
	const struct transcript_para *para; /* begins on this row, or NULL */
	bool first;			    /* of its line */
};
VEC_TYPE(text_rows, struct text_row);

struct row_mark {
	uint32_t first, last; /* rows */
	uint32_t lane;	      /* NO_LANE: a mark of one row */
};

struct text_layout {
	struct text_rows rows;
	VEC(struct row_mark) marks; /* as the transcript has them */
	uint32_t lanes;
};

/* width: cells of the text; 0 = one row a line. */
void text_layout_init(struct text_layout *l, const struct transcript *t, size_t width);
void text_layout_release(struct text_layout *l);

#endif
