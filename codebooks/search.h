/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One expression typed on a command line, as a codebook of its own: one code
 * with one rule, which the coder's engine runs like any other.  So a search
 * and a rule mean the same.
 *
 * The pattern is an `expr` of CODEBOOK.md section 3, the condition a `cond`.
 * The rule reads all paragraphs (headings, footnotes too) of all speakers, and
 * negation of Indonesian and English.  A place or a near chain is a unit of its
 * own (`unit match`); everything else is tried in each sentence.
 */
#ifndef TEMA_CODEBOOKS_SEARCH_H
#define TEMA_CODEBOOKS_SEARCH_H

#include "base/diag.h"
#include "base/err.h"
#include "codebooks/model.h"

/* where may be NULL.  RC_INPUT: what is wrong is in d, as of a codebook, with the caret; *out is
 * then NULL.  RC_USAGE: not UTF-8. */
enum rc search_parse(const char *pattern, const char *where, struct codebook **out, struct diags *d,
	struct err *e);

#endif
