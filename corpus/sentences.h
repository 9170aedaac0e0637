/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentence borders of Indonesian and English text, abbreviation-safe: "No. 24",
 * "Rp40.000.000,00", "dr.", "hlm.", "dkk.", "S.Sos.", "S.E., M.M.", "e.g.", "U.S.",
 * "a.n.", initials, ellipses, closing quotes and brackets behind the full stop,
 * list numbers ("1. Satu").  A sentence has no white space at its ends.
 */
#ifndef TEMA_CORPUS_SENTENCES_H
#define TEMA_CORPUS_SENTENCES_H

#include <stddef.h>

#include "corpus/document.h"

typedef void sentence_fn(size_t start, size_t end, void *arg);

/* Calls fn for each sentence of the paragraph text p[0..len); offsets relative to p. */
void sentences_split(const char *p, size_t len, sentence_fn *fn, void *arg);

#endif
