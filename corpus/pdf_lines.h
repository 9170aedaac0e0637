/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_pdf.c and pdf_*.c only: the lines of a PDF file in the order of
 * reading.  Two columns are told from one by the white space between them; a
 * line over both (a heading) divides what is above from what is below.
 */
#ifndef TEMA_CORPUS_PDF_LINES_H
#define TEMA_CORPUS_PDF_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/pdf_notes.h"
#include "corpus/pdf_words.h"

struct pdf_line {
	uint32_t text, len; /* in pdf_lines.text */
	uint32_t bold;	    /* bytes at its start that are bold */
	float x0, x1, y0, y1, size;
	float first;  /* width of the first word */
	float text_x; /* behind a speaker or number that stands beside it: where the text is; else
			 x0 */
	uint32_t aside, tabs; /* bytes of that speaker or number, 0 = none; wide gaps in the line */
	float left, right;    /* borders of the text in its column, over all pages */
	uint32_t block;	      /* lines of one block follow each other on one page, in one column */
	uint32_t column;      /* 0 = over the whole width, 1 = left, 2 = right */
	uint32_t page;
	bool note;
	bool marked; /* a note begins here */
};

struct pdf_lines {
	struct buf text; /* a '\n' behind every line */
	VEC(struct pdf_line) lines;
	float body;   /* font size of most text */
	float beside; /* where text begins that speakers stand beside; 0 = nowhere */
};

#define PDF_LINES_INIT                                                                             \
	{                                                                                          \
		.text = BUF_INIT                                                                   \
	}

/* w: without running heads (pdf_running.h). */
void pdf_lines_of(const struct pdf_words *w, const struct pdf_notes *notes, struct pdf_lines *out);
void pdf_lines_release(struct pdf_lines *l);

/* Where the columns of a page are parted (x); 0 = it has one column.  Words below notes_top do
 * not count. */
float pdf_gutter(const struct pdf_words *w, const struct pdf_page *page, float notes_top);

#endif
