/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of kept.c that know only numbers: sequences of hashes. */
#ifndef TEMA_CORPUS_KEPT_RUNS_H
#define TEMA_CORPUS_KEPT_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* Some atoms of a text, in order: their hashes, and which atoms they are. */
struct seq {
	uint32_t *hash, *atom;
	size_t n;
};

/* The same hashes stand at i of one sequence and j of the other. */
struct run {
	uint32_t i, j;
};
VEC_TYPE(run_list, struct run);

/* Runs of k hashes that stand exactly once in a[0,na) and once in b[0,nb), in order of i.  Where
 * a->atom and b->atom count on without a hole only, if whole is set. */
void runs_unique(
	const struct seq *a, const struct seq *b, size_t k, bool whole, struct run_list *out);
/* Leaves the longest series that ascends in j, too. */
void runs_in_order(struct run_list *runs);

/* The longest common subsequence (Myers 1986, greedy) as runs of one, in order.  false: it would
 * take more than max_edits edits or *budget steps; nothing is given then. */
bool runs_myers(const struct seq *a, const struct seq *b, size_t max_edits, uint64_t *budget,
	struct run_list *out);

#endif
