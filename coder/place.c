/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/place.h"

static int compare(const void *pa, const void *pb)
{
	const struct place *a = pa, *b = pb;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return a->last < b->last ? -1 : a->last > b->last;
}

static bool is_sorted(const struct place_list *l)
{
	for (size_t i = 1; i < l->n; i++)
		if (compare(&l->items[i - 1], &l->items[i]) >= 0)
			return false;
	return true;
}

void place_sort(struct place_list *l)
{
	size_t n = 0;

	if (is_sorted(l))
		return;
	vec_sort(l, compare);
	for (size_t i = 0; i < l->n; i++)
		if (n == 0 || compare(&l->items[n - 1], &l->items[i]) != 0)
			l->items[n++] = l->items[i];
	l->n = n;
}

size_t place_from(const struct place_list *l, uint32_t word)
{
	size_t lo = 0, hi = l->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (l->items[mid].first < word)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

void place_add_all(struct place_list *to, const struct place_list *from)
{
	vec_each (struct place, p, from)
		vec_push(to, *p);
}

void place_slice(const struct place_list *l, struct range r, struct place_list *out)
{
	vec_reset(out);
	for (size_t i = place_from(l, r.lo); i < l->n && l->items[i].first < r.hi; i++)
		if (l->items[i].last < r.hi)
			vec_push(out, l->items[i]);
}

void place_subtract(struct place_list *l, const struct place_list *not_in)
{
	size_t n = 0, k = 0;
	uint32_t reach =
		0; /* 1 + the furthest last word of the places that begin at or before ours */

	for (size_t i = 0; i < l->n; i++) {
		struct place p = l->items[i];

		for (; k < not_in->n && not_in->items[k].first <= p.first; k++)
			if (not_in->items[k].last + 1 > reach)
				reach = not_in->items[k].last + 1;
		if (reach <= p.last)
			l->items[n++] = p;
	}
	l->n = n;
}
