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

/* exclusive.c: of the suggestions of one group on overlapping units of one kind the one with the
 * longest hit stays, then the best score, then the first key (CODEBOOK 6.13). */
void exclusive_choose(const struct engine *g, struct proposals *list);

#endif
