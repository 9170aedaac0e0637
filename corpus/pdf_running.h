/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_pdf.c only: page numbers and running heads and feet, that is lines
 * at the edge of a page which stand at the same place on other pages too, with
 * the same words or with numbers that count.
 */
#ifndef TEMA_CORPUS_PDF_RUNNING_H
#define TEMA_CORPUS_PDF_RUNNING_H

#include "base/buf.h"
#include "corpus/pdf_words.h"

/* Drops their words.  Gives how many lines were dropped; *named gets what they were, for people:
 * "'Laporan Desa', page numbers". */
size_t pdf_running_drop(struct pdf_words *w, struct buf *named);

#endif
