/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Regular expressions with limits: the one way to PCRE2 for codebooks (checks)
 * and the coder (matching).  UTF and UCP are on, case does not count unless
 * REGEX_CASE.  Refused (E014): what matches the empty text, \K, \C,
 * (*VERB), callouts.  Match, depth and heap limits are set; reaching one is
 * REGEX_LIMIT, never "no match".
 */
#ifndef TEMA_CODEBOOKS_PATTERN_H
#define TEMA_CODEBOOKS_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "codebooks/messages.h"

struct regex;

struct regex_flaw {
	size_t where;	  /* byte offset in the regex */
	enum message why; /* one of E014_… */
	char detail[256]; /* of E014_PCRE: what PCRE2 says, in English */
};

/* flags: enum regex_flag of model.h.  false: *flaw says why. */
bool regex_new(
	const char *re, size_t len, unsigned flags, struct regex **out, struct regex_flaw *flaw);
void regex_free(struct regex *r);

enum regex_result { REGEX_NONE, REGEX_FOUND, REGEX_LIMIT };
/* Leftmost match at or behind FROM in text[0..len). Not thread safe per regex (owns its match
 * data). */
enum regex_result regex_find(
	struct regex *r, const char *text, size_t len, size_t from, size_t *start, size_t *end);

#endif
