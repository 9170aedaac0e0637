/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/spans.h"

#include "corpus/tokens.h"

static int by_start(const void *a, const void *b)
{
	const struct study_segment *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

void spans_unite(struct segment_list *list)
{
	size_t kept = 0;

	vec_sort(list, by_start);
	for (size_t i = 0; i < list->n; i++) {
		struct study_segment *now = &list->items[i];
		struct study_segment *last = kept > 0 ? &list->items[kept - 1] : NULL;

		if (last != NULL && now->start < last->end) {
			last->end = now->end > last->end ? now->end : last->end;
			last->suggested = last->suggested && now->suggested;
		} else {
			list->items[kept++] = *now;
		}
	}
	list->n = kept;
}

void word_starts_init(struct word_starts *w, const char *text, size_t len)
{
	struct tokens t = { text, len, 0 };
	size_t start, end;

	*w = (struct word_starts){ VEC_INIT };
	while (tokens_next(&t, &start, &end))
		vec_push(&w->at, (uint32_t)start);
}

static size_t first_at_or_behind(const struct word_starts *w, uint32_t pos)
{
	size_t low = 0, high = w->at.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (w->at.items[middle] < pos)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t word_starts_between(const struct word_starts *w, uint32_t start, uint32_t end)
{
	return (uint32_t)(first_at_or_behind(w, end) - first_at_or_behind(w, start));
}

void word_starts_release(struct word_starts *w)
{
	vec_release(&w->at);
}
