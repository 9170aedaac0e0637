/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kinds of paragraphs that no markup tells: headings ("BAB I", "1.1 Latar
 * Belakang", "PENDAHULUAN", "# Title"), captions ("Tabel 1. ..."), footnotes
 * ("<sup>1</sup> ..."), table rows ("| a | b |") in plain text, and the list of
 * references in any format.  The rules are careful: in doubt a paragraph is
 * body, because body is what is coded.
 */
#ifndef TEMA_CORPUS_KINDS_H
#define TEMA_CORPUS_KINDS_H

#include "corpus/draft.h"

/* For a draft with plain set: gives body paragraphs another kind where the text says so. */
void kinds_guess(struct draft *draft);
/* A part of it: what only a series shows, page numbers with running heads (footnotes) and headings
 * by letters (kinds_series.c). */
void kinds_series(struct draft *draft);
/* Of a document whose kinds were guessed: remark R010 counts what is no body. */
void kinds_report(const struct document *doc, struct diags *d);
/* For every draft: body paragraphs between a heading DAFTAR PUSTAKA, References, ... and the next
 * heading become PARA_REFERENCE. */
void kinds_references(struct draft *draft);
/* What one line of plain text would be as a paragraph of its own. */
enum para_kind kinds_of_line(const char *p, size_t len);

#endif
