/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems of words (libstemmer): what `stem:nl:werk` compares (CODEBOOK 4). */
#ifndef TEMA_CORPUS_STEM_H
#define TEMA_CORPUS_STEM_H

#include <stddef.h>
#include <stdint.h>

struct stemmers;

struct stemmers *stemmers_new(void);
void stemmers_free(struct stemmers *s); /* accepts NULL */
/* The number of a language of two letters; -1: libstemmer has none. */
int stemmers_language(struct stemmers *s, const char *lang);
int stemmers_count(const struct stemmers *s);
/* The stem of a word in matching form; borrowed until the next call for this language. */
const char *stemmers_stem(
	struct stemmers *s, int language, const char *word, size_t len, size_t *n);

#endif
