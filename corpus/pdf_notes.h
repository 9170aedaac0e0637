/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_pdf.c only: footnotes, that is lines in a smaller font at the
 * bottom of a page, the first of which begins with a number or a star.
 */
#ifndef TEMA_CORPUS_PDF_NOTES_H
#define TEMA_CORPUS_PDF_NOTES_H

#include "base/vec.h"
#include "corpus/pdf_words.h"

/* For each page where its footnotes begin (y); the height of the page or more = it has none. */
struct pdf_notes {
	VEC(float) tops;
};

/* Call it behind pdf_running_drop(). The raised numbers in the text that lead to the notes, and the
 * numbers in front of them, are dropped. */
void pdf_notes_find(struct pdf_words *w, struct pdf_notes *out);
void pdf_notes_release(struct pdf_notes *n);

#endif
