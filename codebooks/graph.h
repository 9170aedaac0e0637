/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A directed graph of numbered things that refer to each other: which are in a
 * cycle, and in what order can the others be done.  Linear time, no recursion.
 */
#ifndef TEMA_CODEBOOKS_GRAPH_H
#define TEMA_CODEBOOKS_GRAPH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

struct graph_edge {
	uint32_t from, to;
};

struct graph {
	uint32_t n;
	VEC(struct graph_edge) edges;
	/* Made by graph_solve(): */
	uint32_t *component; /* of each node; what it refers to has a smaller or the same number */
	uint32_t *order;     /* nodes, those that are referred to first */
	bool *cyclic;	     /* by node: is it part of a cycle? */
};

void graph_init(struct graph *g, uint32_t n);
void graph_release(struct graph *g);
void graph_edge(struct graph *g, uint32_t from, uint32_t to);
void graph_solve(struct graph *g);
/* By node: the longest way down from it, in nodes, for nodes without cycles (0 for the others).
 * The caller frees it.  Behind graph_solve(). */
uint32_t *graph_depths(const struct graph *g);

#endif
