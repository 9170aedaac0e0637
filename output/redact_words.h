/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, their forms, clitics and what stands between words: for redact.c only. */
#ifndef TEMA_OUTPUT_REDACT_WORDS_H
#define TEMA_OUTPUT_REDACT_WORDS_H

#include "output/redact.h"

/* Does the text at P go on a word (letter, mark or digit)? */
bool redact_in_word(const char *p, const char *end);
/* The first border inside the word [start,end) behind `from`: of letters and digits, of a small
 * letter and a capital; end if there is none. */
size_t redact_border(const char *p, size_t from, size_t end);
/* Where the last n letters of the word [start,end) begin. */
size_t redact_back(const char *p, size_t start, size_t end, size_t n);
/* What stands between two words: white space left out, apostrophes and hyphens made equal.
 * false: too much for a name (three line breaks, very long). *space: there was white space. */
bool redact_gap(const char *p, size_t len, struct buf *out, bool *space);

#endif
