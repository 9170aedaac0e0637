/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What score.c and exclusive.c share; everybody else includes run.h. */
#ifndef TEMA_CODER_SCORE_H
#define TEMA_CODER_SCORE_H

#include "coder/run.h"

/* The suggestion of a code for a unit, not yet known to reach its threshold. */
struct proposal {
	uint32_t rank; /* of the code */
	enum unit_kind unit;
	uint32_t start, end;
	double score;
	bool suggested;
	VEC(struct hit) hits;
};
VEC_TYPE(proposals, struct proposal);

/* What the hits so far suggest, with what is inherited; in the order of the units. */
void score_propose(struct engine *g, struct proposals *out);
void score_release(struct proposals *list);

/* exclusive.c: of the suggestions of one group on overlapping units of one kind the one with the
 * longest hit stays, then the best score, then the first key (CODEBOOK 6.13). */
void exclusive_choose(const struct engine *g, struct proposals *list);

/* expand.c: the spans of codes that `expand` grow by whole units of the turn (6.14).  False: none
 * did. */
bool expand_all(const struct engine *g, struct proposals *list);
/* Of suggestions of one code that now have the same span, in order, the best one stays and gets the
 * hits of the others. */
void expand_merge(struct proposals *list);

#endif
