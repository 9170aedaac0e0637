/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finders: patterns compiled; each finds all its places in the document at
 * hand, once, when first asked (CODEBOOK 4).
 */
#ifndef TEMA_CODER_FINDER_H
#define TEMA_CODER_FINDER_H

#include "base/arena.h"
#include "base/diag.h"
#include "codebooks/model.h"
#include "codebooks/pattern.h"
#include "coder/atoms.h"
#include "coder/stream.h"
#include "coder/where.h"

enum finder_kind {
	FIND_ATOM,
	FIND_COMPOUND, /* two neighbours that joined are the root */
	FIND_PHRASE,
	FIND_REGEX,
	FIND_ANY, /* kids: lists, and roots that are compounds */
};

struct finder {
	enum finder_kind kind;
	const struct pattern *pattern;
	uint32_t atom;	       /* ATOM, COMPOUND: of the root */
	uint32_t tail;	       /* COMPOUND */
	const uint32_t *parts; /* PHRASE: atoms; gaps as in the pattern */
	const uint32_t *tails; /* PHRASE: of a compound the second word (NO_ATOM: none) */
	struct regex *regex;
	const struct reader *reader; /* REGEX: the paragraphs it reads */
	bool by_sentence;	     /* REGEX: reads sentence by sentence */
	struct finder **kids;
	size_t nkids;
	struct finder **except;
	size_t nexcept;
	/* For the document at hand: */
	uint64_t epoch;
	struct place_list places;
	bool hit_limit; /* REGEX: PCRE2 gave up; places are not complete */
};

/* What patterns are compiled for: a regex reads the scope's text. */
struct finder_use {
	const struct codebook *book;
	const struct reader *reader;
	bool by_sentence;
};

struct finders {
	struct arena arena;
	struct atoms *atoms;
	struct diags *diags; /* while compiling */
	VEC(struct finder *) all;
	VEC(struct finder *) lists; /* lists without a regex, shared by all who use them */
	/* While matching: */
	struct form form[2]; /* scratch */
	struct place_list scratch;
};

void finders_init(struct finders *f, struct atoms *a, struct diags *d);
void finders_release(struct finders *f);
/* NULL only after an error was added to the diags. */
struct finder *finder_new(struct finders *f, const struct pattern *p, const struct finder_use *use);
/* All places, by document; borrowed until the next epoch. */
const struct place_list *finder_places(
	struct finders *f, struct finder *x, const struct stream *s, uint64_t epoch);
/* A regex below x gave up in this epoch: it, else NULL. */
const struct finder *finder_limit(const struct finder *x, uint64_t epoch);
/* Adds atoms one of which occurs wherever x does; false: x may be anywhere (a regex). */
bool finder_needs(const struct finder *x, const struct atoms *a, struct atom_ids *out);

#endif
