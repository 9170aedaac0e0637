/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Negation (CODEBOOK 6.5).  A *tongue* is a language as one codebook knows it:
 * the words of corpus/negation.h, changed by the codebook's own `negation`
 * lines.  Rules name tongues by a mask, so there are at most 32 of them.
 */
#ifndef TEMA_CODER_NEGATE_H
#define TEMA_CODER_NEGATE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/intern.h"
#include "codebooks/model.h"
#include "coder/form.h"
#include "coder/place.h"

#define NEGATE_TONGUES 32
#define NEGATE_REACH 3 /* words before the place that are looked at */

struct stream;
struct tongue;
struct finder;
struct finders;
struct reader;

struct negate {
	struct arena arena;
	struct tongue *tongues[NEGATE_TONGUES];
	uint32_t ntongues;
	struct intern words;	/* triggers and border words, by number in: */
	VEC(uint32_t) triggers; /* masks */
	VEC(uint32_t) borders;
	/* What a codebook adds that is not a plain word is found by place: */
	struct finders *finders;
	struct reader *reader; /* reads all */
	uint64_t epoch;
};

void negate_init(struct negate *n, struct finders *f);
void negate_release(struct negate *n);
/* The mask of a rule's languages (NULL-terminated) in codebook cb, which was loaded by top.
 * RC_INPUT: too many, or a pattern that cannot be compiled. */
enum rc negate_tongues(struct negate *n, const struct codebook *top, const struct codebook *cb,
	const char *const *languages, uint32_t *mask, struct err *e);
/* What a word is, for types.h. */
void negate_word(
	const struct negate *n, const struct form *f, uint32_t *triggers, uint32_t *borders);
/* Do these tongues have patterns that are more than a plain word? */
bool negate_has_patterns(const struct negate *n, uint32_t mask);
/* A regex of these tongues that gave up in this epoch, else NULL. */
const struct finder *negate_limit(const struct negate *n, uint32_t mask, uint64_t epoch);
/* To be called for a document before negate_place() is. */
void negate_prepare(struct negate *n, const struct stream *s, uint64_t epoch);
/* Is the place negated?  Triggers before it and negation inside it affirm each other. */
bool negate_place(const struct negate *n, uint32_t mask, const struct stream *s, struct place p,
	struct form *scratch);

#endif
