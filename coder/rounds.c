/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In which order codes are known: one whose rules refer to <CODE> waits for
 * that code, and a parent for the children that inherit up (CODEBOOK 6.12).
 * There are no cycles: they are E015.
 */
#include "coder/run.h"

struct wait {
	uint32_t code, on; /* ranks */
	bool later;	   /* in a later round; else in the same or a later one */
};

VEC_TYPE(waits, struct wait);

static void find_refs(
	const struct engine *g, uint32_t rank, const struct expr *x, struct waits *out)
{
	if (x->kind == NODE_REF && x->nkids == 0)
		vec_push(out, ((struct wait){ rank, engine_rank(g, x->node->code), true }));
	for (size_t i = 0; i < x->nkids; i++)
		find_refs(g, rank, x->kids[i], out);
}

static void find_waits(const struct engine *g, struct waits *out)
{
	for (size_t i = 0; i < g->tree.trials.n; i++) {
		const struct trial *t = &g->tree.trials.items[i];

		find_refs(g, g->rank_of_trial[i], t->when, out);
		if (t->unless != NULL)
			find_refs(g, g->rank_of_trial[i], t->unless, out);
	}
	if (out->n == 0)
		return;
	for (uint32_t i = 0; i < g->codes.n; i++) {
		const struct code *code = g->codes.items[i];

		if (code->inherit_up && code->parent != NULL)
			vec_push(out, ((struct wait){ engine_rank(g, code->parent), i, false }));
	}
}

void rounds_find(struct engine *g)
{
	struct waits waits = VEC_INIT;
	bool changed = true;

	g->round_of_rank = mem_zalloc(g->codes.n + 1, sizeof *g->round_of_rank);
	g->rounds = 1;
	find_waits(g, &waits);
	/* Without cycles every pass settles one more code at least. */
	for (size_t pass = 0; changed && pass <= g->codes.n; pass++) {
		changed = false;
		vec_each (struct wait, w, &waits) {
			uint32_t least = g->round_of_rank[w->on] + w->later;

			if (g->round_of_rank[w->code] >= least)
				continue;
			g->round_of_rank[w->code] = least;
			g->rounds = least + 1 > g->rounds ? least + 1 : g->rounds;
			changed = true;
		}
	}
	vec_release(&waits);
}
