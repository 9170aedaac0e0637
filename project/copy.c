/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/copy.h"

#include <string.h>

struct store_suggestion copy_suggestion(struct arena *a, const struct store_suggestion *g)
{
	struct store_suggestion copy = *g;
	struct store_hit *hits = arena_calloc(a, g->nhits + 1, sizeof *hits);

	for (size_t i = 0; i < g->nhits; i++) {
		hits[i] = g->hits[i];
		hits[i].rule = arena_strdup(a, g->hits[i].rule);
		hits[i].spans = (const struct span *)(void *)arena_dup(
			a, g->hits[i].spans, g->hits[i].nspans * sizeof *g->hits[i].spans);
	}
	copy.hits = hits;
	return copy;
}

enum rc copy_each(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct copy_all *c = arg;

	(void)e;
	vec_push(&c->list, copy_suggestion(&c->arena, g));
	return RC_OK;
}

void copy_release(struct copy_all *c)
{
	vec_release(&c->list);
	arena_release(&c->arena);
}
