/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/kept_runs.h"

#include <string.h>

/* --- unique runs --- */

#define FACTOR 0x9e3779b97f4a7c15u
#define NOWHERE 0u
#define SEVERAL UINT32_MAX

/* One run of k hashes and where it stands, plus one, on each side. */
struct slot {
	uint64_t key;
	uint32_t a, b;
};

struct slots {
	struct slot *items;
	size_t mask;
};

static struct slot *slot_of(struct slots *t, uint64_t key)
{
	size_t at = (size_t)(key ^ key >> 29) & t->mask;

	while (t->items[at].a != NOWHERE && t->items[at].key != key)
		at = (at + 1) & t->mask;
	return &t->items[at];
}

/* The rolling hash of the k hashes that end with position `last`. */
struct window {
	const struct seq *s;
	size_t k, last;
	uint64_t sum, out; /* out: FACTOR to the k */
};

static void window_start(struct window *w, const struct seq *s, size_t k)
{
	*w = (struct window){ .s = s, .k = k, .out = 1 };
	for (size_t i = 0; i < k; i++) {
		w->sum = w->sum * FACTOR + s->hash[i] + 1;
		w->out *= FACTOR;
	}
	w->last = k - 1;
}

static void window_step(struct window *w)
{
	w->last++;
	if (w->last >= w->s->n)
		return;
	w->sum = w->sum * FACTOR + w->s->hash[w->last] + 1 -
		 w->out * ((uint64_t)w->s->hash[w->last - w->k] + 1);
}

static uint64_t window_key(const struct window *w)
{
	uint64_t h = (w->sum ^ w->sum >> 31) * 0xbf58476d1ce4e5b9u;

	return h ^ h >> 27;
}

static bool is_whole(const struct window *w)
{
	return w->s->atom[w->last] - w->s->atom[w->last + 1 - w->k] == w->k - 1;
}

static void count(uint32_t *where, size_t at)
{
	*where = *where == NOWHERE ? (uint32_t)(at + 1) : SEVERAL;
}

void runs_unique(
	const struct seq *a, const struct seq *b, size_t k, bool whole, struct run_list *out)
{
	struct slots t = { NULL, 1 };
	struct window w;

	if (a->n < k || b->n < k)
		return;
	while (t.mask < 2 * a->n)
		t.mask *= 2;
	t.items = mem_zalloc(t.mask--, sizeof *t.items);
	for (window_start(&w, a, k); w.last < a->n; window_step(&w)) {
		struct slot *slot = slot_of(&t, window_key(&w));

		slot->key = window_key(&w);
		count(&slot->a, w.last);
	}
	for (window_start(&w, b, k); w.last < b->n; window_step(&w)) {
		struct slot *slot = slot_of(&t, window_key(&w));

		if (slot->a != NOWHERE && (!whole || is_whole(&w)))
			count(&slot->b, w.last);
	}
	for (window_start(&w, a, k); w.last < a->n; window_step(&w)) {
		const struct slot *slot = slot_of(&t, window_key(&w));

		if (slot->a != SEVERAL && slot->b != SEVERAL && slot->b != NOWHERE &&
			(!whole || is_whole(&w)))
			vec_push(out, ((struct run){
					      (uint32_t)(w.last + 1 - k), slot->b - (uint32_t)k }));
	}
	free(t.items);
}

/* --- the longest ascending series --- */

void runs_in_order(struct run_list *runs)
{
	size_t n = runs->n, longest = 0;
	uint32_t *tail = mem_zalloc(n + 1, sizeof *tail); /* tail[l]: best end of a series of l+1 */
	uint32_t *before = mem_zalloc(n + 1, sizeof *before);
	struct run *kept = mem_zalloc(n + 1, sizeof *kept);

	for (size_t r = 0; r < n; r++) {
		size_t low = 0, high = longest;

		while (low < high) {
			size_t mid = low + (high - low) / 2;

			if (runs->items[tail[mid]].j < runs->items[r].j)
				low = mid + 1;
			else
				high = mid;
		}
		before[r] = low > 0 ? tail[low - 1] : 0;
		tail[low] = (uint32_t)r;
		if (low == longest)
			longest++;
	}
	for (size_t l = longest, r = longest > 0 ? tail[longest - 1] : 0; l > 0; r = before[r])
		kept[--l] = runs->items[r];
	if (longest > 0)
		memcpy(runs->items, kept, longest * sizeof *kept);
	runs->n = longest;
	free(kept);
	free(before);
	free(tail);
}

/* --- Myers --- */

/* The furthest i on each diagonal (i - j), one row for each number of edits d: diagonals
 * -d, -d+2, ... d. */
struct myers {
	const struct seq *a, *b;
	VEC(uint32_t) rows; /* row d begins at d(d+1)/2 */
	uint64_t steps;
};

static uint32_t reach(const struct myers *m, size_t d, long diagonal)
{
	return m->rows.items[d * (d + 1) / 2 + (size_t)(diagonal + (long)d) / 2];
}

/* Whether the way to this diagonal with d edits goes down (a new item comes in) from d - 1. */
static bool goes_down(const struct myers *m, size_t d, long diagonal)
{
	if (diagonal == -(long)d)
		return true;
	if (diagonal == (long)d)
		return false;
	return reach(m, d - 1, diagonal - 1) < reach(m, d - 1, diagonal + 1);
}

static size_t first_of(const struct myers *m, size_t d, long diagonal)
{
	if (d == 0)
		return 0;
	return goes_down(m, d, diagonal) ? reach(m, d - 1, diagonal + 1)
					 : reach(m, d - 1, diagonal - 1) + 1u;
}

static size_t slide(struct myers *m, size_t i, long diagonal)
{
	size_t from = i;

	while (i < m->a->n && (size_t)((long)i - diagonal) < m->b->n &&
		m->a->hash[i] == m->b->hash[(long)i - diagonal])
		i++;
	m->steps += 1 + i - from;
	return i;
}

/* Back from the end: the matches of each slide, in reverse order. */
static void trace(const struct myers *m, size_t d, long diagonal, struct run_list *out)
{
	size_t from = out->n;

	for (;;) {
		size_t first = first_of(m, d, diagonal), i = reach(m, d, diagonal);

		while (i > first) {
			i--;
			vec_push(
				out, ((struct run){ (uint32_t)i, (uint32_t)((long)i - diagonal) }));
		}
		if (d == 0)
			break;
		diagonal += goes_down(m, d, diagonal) ? 1 : -1;
		d--;
	}
	for (size_t low = from, high = out->n; low + 1 < high;) {
		struct run r = out->items[low];

		out->items[low++] = out->items[--high];
		out->items[high] = r;
	}
}

bool runs_myers(const struct seq *a, const struct seq *b, size_t max_edits, uint64_t *budget,
	struct run_list *out)
{
	struct myers m = { .a = a, .b = b };
	long goal = (long)a->n - (long)b->n;
	bool found = false;

	for (size_t d = 0; d <= max_edits && !found && m.steps < *budget; d++)
		for (long diagonal = -(long)d; diagonal <= (long)d && !found; diagonal += 2) {
			size_t i = first_of(&m, d, diagonal);

			i = slide(&m, i, diagonal); /* outside of a and b nothing is reached */
			vec_push(&m.rows, (uint32_t)i);
			found = diagonal == goal && i == a->n;
			if (found)
				trace(&m, d, diagonal, out);
		}
	*budget -= m.steps < *budget ? m.steps : *budget;
	vec_release(&m.rows);
	return found;
}
