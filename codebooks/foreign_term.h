/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A search term of another program in our language: a word, a glob, a phrase;
 * where our word rules have no way to say it (`a*`, `:)`, `C++`, scripts without
 * spaces), a regular expression that finds the same.
 */
#ifndef TEMA_CODEBOOKS_FOREIGN_TERM_H
#define TEMA_CODEBOOKS_FOREIGN_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum term_result { TERM_WORDS, TERM_REGEX, TERM_NONE };

/* text: with '*' (any run) and '?' (one character); case does not count.  TERM_NONE: it cannot be
 * said, or it would find everything; then out is untouched. */
enum term_result term_source(const char *text, size_t len, struct buf *out);
/* Is this a pattern of our language? */
bool term_is_pattern(const char *source);
/* Does the text hold letters of a script that puts no spaces between words? */
bool term_is_unspaced(const char *text, size_t len);
/* The term as (part of) a regular expression, without slashes. */
void term_regex(const char *text, size_t len, struct buf *out);

#endif
