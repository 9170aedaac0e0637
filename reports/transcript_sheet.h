/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of transcript_text.c and transcript_margin.c: the sheet that is being written. */
#ifndef TEMA_REPORTS_TRANSCRIPT_SHEET_H
#define TEMA_REPORTS_TRANSCRIPT_SHEET_H

#include "reports/transcript_rows.h"

#define SHEET_OFF "\033[0m"
#define SHEET_BOLD "\033[1m"
#define SHEET_DIM "\033[2m"
#define SHEET_CODED "\033[4m"	   /* text that is coded */
#define SHEET_CONFIRMED "\033[32m" /* in the margin */
#define SHEET_SUGGESTED "\033[33m"

struct sheet {
	const struct transcript *t;
	const struct transcript_page *p;
	struct text_layout l;
	size_t number, time, speaker, text, label; /* cells; 0 = no such column */
	size_t next;				   /* mark that has not begun */
	size_t in_lane[LANES_MAX];		   /* mark that began last in each lane, + 1 */
	size_t passed;				   /* marks before it end before the text at hand */
	VEC(size_t) due;			   /* marks that are to be named */
	struct buf margin;			   /* of the row at hand */
	size_t margin_cells;
	struct buf *out;
};

extern const char *const sheet_lanes[2][3]; /* confirmed, suggested: begins, goes on, ends */

void sheet_style(struct sheet *s, struct buf *out, const char *on); /* if colours are allowed */
void sheet_blanks(struct buf *out, size_t n);
size_t sheet_cells(const char *s);
/* s in exactly `cells` cells, cut with "…" where it is longer. */
void sheet_put_cut(struct buf *out, const char *s, size_t cells);

/* The marks up to this row begin: they get their lanes and are to be named. */
void sheet_begin_marks(struct sheet *s, uint32_t row);
/* s->margin: lanes and names beside a row; behind: beside what is put in behind that row. */
void sheet_make_margin(struct sheet *s, uint32_t row, bool behind);

#endif
