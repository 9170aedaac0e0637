/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_pdf.c only: lines of a PDF file to paragraphs of a draft.
 *
 * A line ends its paragraph when the next word would still have fitted into it;
 * further marks of a new paragraph are more white space above, another font
 * size, bold text, an indented first line, the sign of a list, a speaker's name.
 * A paragraph goes on over columns and pages, hyphens at line ends are joined
 * (rejoin_hyphen.h), ligatures become letters.
 */
#ifndef TEMA_CORPUS_PDF_PARAS_H
#define TEMA_CORPUS_PDF_PARAS_H

#include "corpus/draft.h"
#include "corpus/pdf_lines.h"

/* Footnotes come behind all other paragraphs. The caller calls draft_end(). */
void pdf_paras(const struct pdf_lines *lines, struct draft *out);

#endif
