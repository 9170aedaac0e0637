/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A hyphen at the end of a line: does it divide a word ("kebi-/jakan") or belong
 * to one ("anak-/anak", "non-/Islam", "2019-/2020")?  For rejoin.c and
 * pdf_paras.c only.
 *
 * In this order: numbers, addresses and capitals keep it; reduplications keep it
 * (anak-anak, sama-samanya, sayur-mayur by its rhyme); names of several hyphens keep all; then what
 * stands elsewhere in the same text decides: the whole word with or without a hyphen, or both
 * halves as words of their own; else it divides a word.
 */
#ifndef TEMA_CORPUS_REJOIN_HYPHEN_H
#define TEMA_CORPUS_REJOIN_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "base/vec.h"

/* The words of a text, folded, with their number. */
struct rejoin_words {
	struct intern words;
	VEC(uint32_t) counts;
};

#define REJOIN_WORDS_INIT                                                                          \
	{                                                                                          \
		INTERN_INIT, VEC_INIT                                                              \
	}

enum rejoin_hyphen {
	REJOIN_NO_HYPHEN,   /* none, or a dash: a blank goes between */
	REJOIN_KEEP_HYPHEN, /* nothing goes between */
	REJOIN_DROP_HYPHEN, /* it goes away, nothing goes between */
};

/* Counts the words of the text that no line's end cuts. */
void rejoin_words_count(struct rejoin_words *w, const char *text, size_t len);
void rejoin_words_release(struct rejoin_words *w);

/* The line [p,end) is followed by the line [q,stop). */
enum rejoin_hyphen rejoin_hyphen_between(const struct rejoin_words *w, const char *p,
	const char *end, const char *q, const char *stop);

#endif
