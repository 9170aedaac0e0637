/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "coder/score.h"

/* One suggestion that stands in a group. */
struct rival {
	size_t index; /* in the list */
	const char *book, *group, *key;
	const struct proposal *p;
	uint32_t longest; /* words of its longest hit */
};
VEC_TYPE(rivals, struct rival);

static uint32_t longest_hit(const struct proposal *p)
{
	uint32_t longest = 0;

	vec_each (const struct hit, h, &p->hits)
		longest = h->nwords > longest ? h->nwords : longest;
	return longest;
}

static int compare_groups(const struct rival *a, const struct rival *b)
{
	int diff = strcmp(a->book, b->book);

	if (diff == 0)
		diff = strcmp(a->group, b->group);
	return diff != 0 ? diff : (int)a->p->unit - (int)b->p->unit;
}

/* Group by group, in each the strongest first. */
static int compare_rivals(const void *pa, const void *pb)
{
	const struct rival *a = pa, *b = pb;
	int diff = compare_groups(a, b);

	if (diff != 0)
		return diff;
	if (a->longest != b->longest)
		return a->longest > b->longest ? -1 : 1;
	if (a->p->score < b->p->score || a->p->score > b->p->score)
		return a->p->score > b->p->score ? -1 : 1;
	diff = strcmp(a->key, b->key);
	if (diff != 0)
		return diff;
	return a->p->start < b->p->start ? -1 : a->p->start > b->p->start;
}

static void find_rivals(const struct engine *g, const struct proposals *list, struct rivals *out)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct proposal *p = &list->items[i];
		const struct code *code = g->codes.items[p->rank];

		if (p->suggested && code->exclusive != NULL)
			vec_push(out, ((struct rival){ i, code->book->name, code->exclusive,
					      code->key, p, longest_hit(p) }));
	}
}

/* The units that stay in a group do not overlap, so they have one order by start. */
VEC_TYPE(kept, struct span);

/* Puts the unit among those that stay, unless one of them overlaps. */
static bool keep(struct kept *l, struct span unit)
{
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->items[mid].end <= unit.start)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < l->n && l->items[lo].start < unit.end)
		return false;
	vec_push(l, unit);
	memmove(l->items + lo + 1, l->items + lo, (l->n - 1 - lo) * sizeof *l->items);
	l->items[lo] = unit;
	return true;
}

void exclusive_choose(const struct engine *g, struct proposals *list)
{
	struct rivals rivals = VEC_INIT;
	struct kept kept = VEC_INIT;

	find_rivals(g, list, &rivals);
	vec_sort(&rivals, compare_rivals);
	for (size_t i = 0; i < rivals.n; i++) {
		const struct rival *r = &rivals.items[i];

		if (i == 0 || compare_groups(r - 1, r) != 0)
			vec_reset(&kept);
		if (!keep(&kept, (struct span){ r->p->start, r->p->end }))
			list->items[r->index].suggested = false;
	}
	vec_release(&kept);
	vec_release(&rivals);
}
