/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A codebook for people to read: every code with its definition, what belongs
 * to it and what does not, and its rules.  As a page it is the appendix of a
 * thesis, printed on A4.
 */
#ifndef TEMA_REPORTS_CODEBOOK_PAGE_H
#define TEMA_REPORTS_CODEBOOK_PAGE_H

#include "base/buf.h"
#include "codebooks/model.h"
#include "output/table.h"

void codebook_html(const struct codebook *cb, const char *lang, struct buf *out);
/* width: columns of the terminal, 0 = lines are not wrapped. */
void codebook_text(const struct codebook *cb, const char *lang, int width, struct buf *out);
void codebook_json(const struct codebook *cb, struct buf *out);
/* The code list: one row a code; `tema codebook import` reads its CSV again. */
void codebook_table(const struct codebook *cb, const char *lang, struct table *t);

/* --- what the three have in common --------------------------------------------------------------
 */

/* One line of an entry: its name in LANG and its text. */
typedef void codebook_line_fn(void *arg, const char *name, const char *value);
/* The definition, what belongs and what does not, sources, keywords and rules of a code. */
void codebook_lines(const struct codebook *cb, const struct code *c, const char *lang,
	codebook_line_fn *line, void *arg);
/* The codebooks that it uses, with their versions; no line when there is none. */
void codebook_used(const struct codebook *cb, const char *lang, codebook_line_fn *line, void *arg);
/* "@mutu" and its words, as codebook_lines() gives the rest. */
void codebook_words(const struct wordlist *l, codebook_line_fn *line, void *arg);
/* "jones, version 3, 5 codes" */
void codebook_subtitle(const struct codebook *cb, const char *lang, struct buf *out);
/* The code's key; of a code of a used file with the codebook's in front. */
const char *codebook_code_name(const struct codebook *cb, const struct code *c);

#endif
