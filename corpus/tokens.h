/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words, the same for texts and for rules (CODEBOOK 2.5): letters, marks and
 * digits, with '-' or an apostrophe inside; digits with inner '.' ',' too.
 * U+2019 U+02BC equal "'", U+2010 U+2011 equal '-'.  Soft hyphen, ZWJ, ZWSP are
 * skipped; a hyphen at a line end joins.  All else ends a word, also '_' '/'.
 */
#ifndef TEMA_CORPUS_TOKENS_H
#define TEMA_CORPUS_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* A cursor over known good text; set text, len and pos (first byte to look at). */
struct tokens {
	const char *text;
	size_t len, pos;
};

/* The next word: [*start,*end) in bytes of text. false at the end. */
bool tokens_next(struct tokens *t, size_t *start, size_t *end);

/* The word's matching form, appended: marks above made equal, skipped characters gone; with fold,
 * full case fold too. */
void token_form(const char *raw, size_t len, bool fold, struct buf *out);

/* The parts of a form between its hyphens, one call each: *pos from 0; false when done. */
bool token_part(const char *form, size_t len, size_t *pos, size_t *start, size_t *end);

size_t tokens_count(const char *text, size_t len); /* words in text */

#endif
