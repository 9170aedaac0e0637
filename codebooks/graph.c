/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tarjan's components with a stack of its own. */
#include "codebooks/graph.h"

#include <string.h>

#include "base/mem.h"

#define UNSEEN 0

void graph_init(struct graph *g, uint32_t n)
{
	*g = (struct graph){ .n = n };
}

void graph_release(struct graph *g)
{
	vec_release(&g->edges);
	free(g->component);
	free(g->order);
	free(g->cyclic);
}

void graph_edge(struct graph *g, uint32_t from, uint32_t to)
{
	vec_push(&g->edges, ((struct graph_edge){ from, to }));
}

/* Targets of node v: to[first[v]] ... to[first[v + 1] - 1]. */
struct adjacency {
	uint32_t *first, *to;
};

static struct adjacency adjacency_of(const struct graph *g)
{
	struct adjacency a = { mem_zalloc((size_t)g->n + 2, sizeof *a.first),
		mem_zalloc(g->edges.n + 1, sizeof *a.to) };

	/* Counts, shifted by two, become starts while they are used up. */
	vec_each (const struct graph_edge, e, &g->edges)
		a.first[e->from + 2]++;
	for (uint32_t v = 2; v < g->n + 2; v++)
		a.first[v] += a.first[v - 1];
	vec_each (const struct graph_edge, e, &g->edges)
		a.to[a.first[e->from + 1]++] = e->to;
	return a;
}

struct solver {
	struct graph *g;
	struct adjacency a;
	uint32_t *seen; /* number of first visit, UNSEEN */
	uint32_t *low;	/* the smallest number reached */
	uint32_t *next; /* next edge to follow */
	bool *open;	/* on the stack of components not yet complete */
	VEC(uint32_t) path, stack;
	uint32_t visits, components, done;
};

static void enter(struct solver *s, uint32_t v)
{
	s->seen[v] = s->low[v] = ++s->visits;
	s->next[v] = s->a.first[v];
	s->open[v] = true;
	vec_push(&s->stack, v);
	vec_push(&s->path, v);
}

/* v and what lies above it on the stack refer to each other. */
static void complete(struct solver *s, uint32_t v)
{
	bool cycle = *vec_last(&s->stack) != v;
	uint32_t w;

	do {
		w = s->stack.items[--s->stack.n];
		s->open[w] = false;
		s->g->component[w] = s->components;
		s->g->order[s->done++] = w;
		s->g->cyclic[w] = s->g->cyclic[w] || cycle;
	} while (w != v);
	s->components++;
}

static void leave(struct solver *s, uint32_t v)
{
	s->path.n--;
	if (s->low[v] == s->seen[v])
		complete(s, v);
	if (s->path.n > 0) {
		uint32_t up = *vec_last(&s->path);

		if (s->low[v] < s->low[up])
			s->low[up] = s->low[v];
	}
}

static void follow(struct solver *s, uint32_t v)
{
	uint32_t w = s->a.to[s->next[v]++];

	if (w == v)
		s->g->cyclic[v] = true;
	if (s->seen[w] == UNSEEN)
		enter(s, w);
	else if (s->open[w] && s->seen[w] < s->low[v])
		s->low[v] = s->seen[w];
}

static void visit(struct solver *s, uint32_t root)
{
	if (s->seen[root] != UNSEEN)
		return;
	enter(s, root);
	while (s->path.n > 0) {
		uint32_t v = *vec_last(&s->path);

		if (s->next[v] < s->a.first[v + 1])
			follow(s, v);
		else
			leave(s, v);
	}
}

void graph_solve(struct graph *g)
{
	size_t n = (size_t)g->n + 1;
	struct solver s = { .g = g, .a = adjacency_of(g) };

	g->component = mem_zalloc(n, sizeof *g->component);
	g->order = mem_zalloc(n, sizeof *g->order);
	g->cyclic = mem_zalloc(n, sizeof *g->cyclic);
	s.seen = mem_zalloc(n, sizeof *s.seen);
	s.low = mem_zalloc(n, sizeof *s.low);
	s.next = mem_zalloc(n, sizeof *s.next);
	s.open = mem_zalloc(n, sizeof *s.open);
	for (uint32_t v = 0; v < g->n; v++)
		visit(&s, v);
	vec_release(&s.path);
	vec_release(&s.stack);
	free(s.open);
	free(s.next);
	free(s.low);
	free(s.seen);
	free(s.a.to);
	free(s.a.first);
}

uint32_t *graph_depths(const struct graph *g)
{
	uint32_t *depth = mem_zalloc((size_t)g->n + 1, sizeof *depth);
	struct adjacency a = adjacency_of(g);

	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t v = g->order[i], below = 0;

		for (uint32_t k = a.first[v]; k < a.first[v + 1]; k++)
			if (depth[a.to[k]] > below)
				below = depth[a.to[k]];
		depth[v] = g->cyclic[v] ? 0 : below + 1;
	}
	free(a.to);
	free(a.first);
	return depth;
}
