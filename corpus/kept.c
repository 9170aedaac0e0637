/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The diff.  A text is a list of atoms (words and single marks), each with the hash of its bytes;
 * equality is decided by hash and made sure of with the bytes at the end.  match[] says for each
 * old atom which new one it is.
 *
 *  1. in place: unique runs of 16, then of 5 atoms within each gap between those found before;
 *  2. elsewhere: unique runs of 5 and 3 atoms of what is left over, if they are long or a whole
 *     line, and what is left of their lines;
 *  3. in the gaps, without what moved: unique runs of 2 and 1 atoms, then Myers' algorithm with a
 *     bound on its edits and steps.  A gap where the bound is met has nothing more in common.
 */
#include "corpus/kept.h"

#include <string.h>

#include "corpus/kept_atoms.h"
#include "corpus/kept_runs.h"

#define NONE UINT32_MAX
#define LONG_RUN 16
#define SMALL_GAP 2000 /* atoms; needs no unique runs */
#define MAX_EDITS 1000 /* of one gap; the trace takes two million bytes */
#define MAX_STEPS (UINT64_C(1) << 30)

struct diff {
	const char *old, *now;
	struct atom_list a, b;
	uint32_t *match; /* [a.n]: which new atom it is, or NONE */
	bool *moved;	 /* [a.n] */
	bool *used;	 /* [b.n]: an old atom is it */
	uint64_t budget;
};

/* [a0,a1) of one sequence against [b0,b1) of another. */
struct gap {
	size_t a0, a1, b0, b1;
};
VEC_TYPE(gap_list, struct gap);

/* The two sequences that a pass works on. */
struct sides {
	struct diff *d;
	struct seq a, b;
};

static void sides_release(struct sides *s)
{
	free(s->a.hash);
	free(s->a.atom);
	free(s->b.hash);
	free(s->b.atom);
}

/* Has atom i no partner yet?  Of the old text by match, of the new one by used; the other is NULL.
 */
static bool is_free(const uint32_t *match, const bool *used, size_t i)
{
	if (match != NULL)
		return match[i] == NONE;
	return used == NULL || !used[i];
}

/* The atoms that have no partner yet. */
static struct seq free_atoms(const struct atom_list *list, const uint32_t *match, const bool *used)
{
	struct seq s = { mem_zalloc(list->n + 1, sizeof *s.hash),
		mem_zalloc(list->n + 1, sizeof *s.atom), 0 };

	for (size_t i = 0; i < list->n; i++) {
		if (!is_free(match, used, i))
			continue;
		s.hash[s.n] = list->items[i].hash;
		s.atom[s.n++] = (uint32_t)i;
	}
	return s;
}

static struct sides free_sides(struct diff *d)
{
	struct sides s = { d, free_atoms(&d->a, d->match, NULL), free_atoms(&d->b, NULL, d->used) };

	return s;
}

static bool equal(const struct sides *s, size_t i, size_t j)
{
	return s->a.hash[i] == s->b.hash[j];
}

static void pair(struct sides *s, size_t i, size_t j)
{
	s->d->match[s->a.atom[i]] = s->b.atom[j];
	s->d->used[s->b.atom[j]] = true;
}

/* --- in place --- */

static size_t least(const struct gap *g)
{
	size_t a = g->a1 - g->a0, b = g->b1 - g->b0;

	return a < b ? a : b;
}

/* What the ends of a gap share, from k atoms on. */
static void trim(struct sides *s, struct gap *g, size_t k)
{
	size_t n = 0, most = least(g);

	while (n < most && equal(s, g->a0 + n, g->b0 + n))
		n++;
	if (n < k)
		n = 0;
	for (; n > 0; n--)
		pair(s, g->a0++, g->b0++);
	most = least(g);
	for (n = 0; n < most && equal(s, g->a1 - n - 1, g->b1 - n - 1);)
		n++;
	if (n < k)
		n = 0;
	for (; n > 0; n--)
		pair(s, --g->a1, --g->b1);
}

static struct seq part(const struct seq *s, size_t from, size_t to)
{
	return (struct seq){ s->hash + from, s->atom + from, to - from };
}

/* An anchor grows both ways as far as both sides agree; the gap in front of it goes to `out`, the
 * one behind it stays in g. */
static void take_anchor(struct sides *s, struct gap *g, size_t i, size_t j, struct gap_list *out)
{
	size_t a = i, b = j;

	while (a > g->a0 && b > g->b0 && equal(s, a - 1, b - 1)) {
		a--;
		b--;
	}
	if (a > g->a0 || b > g->b0)
		vec_push(out, ((struct gap){ g->a0, a, g->b0, b }));
	while (a < g->a1 && b < g->b1 && equal(s, a, b))
		pair(s, a++, b++);
	g->a0 = a;
	g->b0 = b;
}

/* Splits a gap at its unique runs of k atoms. */
static void split(struct sides *s, struct gap g, size_t k, struct gap_list *out)
{
	struct run_list runs = VEC_INIT;
	struct seq a, b;
	size_t a0, b0;

	trim(s, &g, k);
	a0 = g.a0;
	b0 = g.b0;
	a = part(&s->a, g.a0, g.a1);
	b = part(&s->b, g.b0, g.b1);
	runs_unique(&a, &b, k, false, &runs);
	runs_in_order(&runs);
	vec_each (struct run, r, &runs)
		if (a0 + r->i >= g.a0 && b0 + r->j >= g.b0)
			take_anchor(s, &g, a0 + r->i, b0 + r->j, out);
	if (g.a0 < g.a1 && g.b0 < g.b1)
		vec_push(out, g);
	vec_release(&runs);
}

static void split_all(struct sides *s, size_t k, size_t small, struct gap_list *gaps)
{
	struct gap_list out = VEC_INIT;

	vec_each (struct gap, g, gaps)
		if (g->a1 - g->a0 + g->b1 - g->b0 > small)
			split(s, *g, k, &out);
		else
			vec_push(&out, *g);
	vec_release(gaps);
	*gaps = out;
}

static void find_in_place(struct diff *d)
{
	struct sides s = free_sides(d);
	struct gap_list gaps = VEC_INIT;

	vec_push(&gaps, ((struct gap){ 0, s.a.n, 0, s.b.n }));
	split_all(&s, LONG_RUN, 0, &gaps);
	split_all(&s, KEPT_MOVED_WORDS, 0, &gaps);
	vec_release(&gaps);
	sides_release(&s);
}

/* Myers within a gap. */
static void solve(struct sides *s, struct gap g)
{
	struct run_list runs = VEC_INIT;
	struct seq a, b;

	trim(s, &g, 1);
	a = part(&s->a, g.a0, g.a1);
	b = part(&s->b, g.b0, g.b1);
	if (a.n > 0 && b.n > 0)
		runs_myers(&a, &b, MAX_EDITS, &s->d->budget, &runs);
	vec_each (struct run, r, &runs)
		pair(s, g.a0 + r->i, g.b0 + r->j);
	vec_release(&runs);
}

/* --- elsewhere --- */

static bool may_pair(const struct diff *d, size_t i, size_t j)
{
	return d->match[i] == NONE && !d->used[j] && d->a.items[i].hash == d->b.items[j].hash;
}

static void pair_moved(struct diff *d, size_t i, size_t j)
{
	d->match[i] = (uint32_t)j;
	d->used[j] = true;
	d->moved[i] = true;
}

static bool on_new_line(const char *text, const struct atom *before, const struct atom *after)
{
	return memchr(text + before->end, '\n', after->start - before->end) != NULL;
}

static bool begins_line(const char *text, const struct atom_list *list, size_t at)
{
	return at == 0 || on_new_line(text, &list->items[at - 1], &list->items[at]);
}

static bool ends_line(const char *text, const struct atom_list *list, size_t end)
{
	return end == list->n || on_new_line(text, &list->items[end - 1], &list->items[end]);
}

/* Whether a run of len atoms is a block of its own: long, or a whole line. */
static bool is_block(const struct diff *d, size_t i, size_t j, size_t len, size_t words)
{
	if (words >= KEPT_MOVED_WORDS)
		return true;
	return words >= KEPT_MOVED_LINE && ends_line(d->old, &d->a, i + len) &&
	       ends_line(d->now, &d->b, j + len) &&
	       (begins_line(d->old, &d->a, i) || begins_line(d->now, &d->b, j));
}

/* A run of free atoms that holds i and j, grown both ways: a block that moved if it has words
 * enough. */
static void take_moved(struct diff *d, size_t i, size_t j)
{
	size_t len = 0, words = 0;

	if (!may_pair(d, i, j))
		return;
	while (i > 0 && j > 0 && may_pair(d, i - 1, j - 1)) {
		i--;
		j--;
	}
	for (; i + len < d->a.n && j + len < d->b.n && may_pair(d, i + len, j + len); len++)
		words += d->a.items[i + len].word;
	if (!is_block(d, i, j, len, words))
		return;
	for (size_t k = 0; k < len; k++)
		pair_moved(d, i + k, j + k);
}

/* The free atoms behind atom `at` up to the end of its line. */
static size_t line_rest(const char *text, const struct atom_list *list, const uint32_t *match,
	const bool *used, size_t at)
{
	size_t end = at + 1;

	while (end < list->n && is_free(match, used, end) &&
		!on_new_line(text, &list->items[end - 1], &list->items[end]))
		end++;
	return end;
}

/* A moved paragraph may have been corrected, too: behind a moved run, the rest of the two lines is
 * compared word by word. */
static void compare_rest(struct diff *d, struct sides *scratch, size_t i)
{
	size_t j = d->match[i], a1 = line_rest(d->old, &d->a, d->match, NULL, i),
	       b1 = line_rest(d->now, &d->b, NULL, d->used, j);
	struct run_list runs = VEC_INIT;

	scratch->a.n = scratch->b.n = 0;
	for (size_t k = i + 1; k < a1 && scratch->a.n < SMALL_GAP; k++)
		scratch->a.hash[scratch->a.n++] = d->a.items[k].hash;
	for (size_t k = j + 1; k < b1 && scratch->b.n < SMALL_GAP; k++)
		scratch->b.hash[scratch->b.n++] = d->b.items[k].hash;
	if (scratch->a.n > 0 && scratch->b.n > 0)
		runs_myers(&scratch->a, &scratch->b, MAX_EDITS, &d->budget, &runs);
	vec_each (struct run, r, &runs)
		pair_moved(d, i + 1 + r->i, j + 1 + r->j);
	vec_release(&runs);
}

static void compare_rests(struct diff *d)
{
	struct sides scratch = { .a = { mem_zalloc(SMALL_GAP, sizeof(uint32_t)), NULL, 0 },
		.b = { mem_zalloc(SMALL_GAP, sizeof(uint32_t)), NULL, 0 } };

	for (size_t i = 0; i + 1 < d->a.n; i++)
		if (d->moved[i] && d->match[i + 1] == NONE)
			compare_rest(d, &scratch, i);
	sides_release(&scratch);
}

static void find_moved(struct diff *d, size_t k)
{
	struct sides s = free_sides(d);
	struct run_list runs = VEC_INIT;

	runs_unique(&s.a, &s.b, k, true, &runs);
	vec_each (struct run, r, &runs)
		take_moved(d, s.a.atom[r->i], s.b.atom[r->j]);
	vec_release(&runs);
	sides_release(&s);
}

/* --- the gaps --- */

/* The gaps between the atoms in place, among the free atoms only. */
static void list_gaps(const struct sides *s, struct gap_list *out)
{
	const struct diff *d = s->d;
	struct gap g = { 0, 0, 0, 0 };

	for (size_t i = 0; i <= d->a.n; i++) {
		size_t j = i < d->a.n ? d->match[i] : d->b.n;

		if (i < d->a.n && (j == NONE || d->moved[i]))
			continue;
		while (g.a1 < s->a.n && s->a.atom[g.a1] < i)
			g.a1++;
		while (g.b1 < s->b.n && s->b.atom[g.b1] < j)
			g.b1++;
		if (g.a0 < g.a1 && g.b0 < g.b1)
			vec_push(out, g);
		g.a0 = g.a1;
		g.b0 = g.b1;
	}
}

static void find_in_gaps(struct diff *d)
{
	struct sides s = free_sides(d);
	struct gap_list gaps = VEC_INIT;

	list_gaps(&s, &gaps);
	split_all(&s, 2, SMALL_GAP, &gaps);
	split_all(&s, 1, SMALL_GAP, &gaps);
	vec_each (struct gap, g, &gaps)
		solve(&s, *g);
	vec_release(&gaps);
	sides_release(&s);
}

/* --- the list --- */

static bool same_bytes(const struct diff *d, uint32_t from, uint32_t to, uint32_t len)
{
	return memcmp(d->old + from, d->now + to, len) == 0;
}

/* Whether old atom i goes on the stretch that atom i - 1 ends. */
static bool goes_on(const struct diff *d, size_t i)
{
	const struct atom *a = &d->a.items[i], *b = &d->b.items[d->match[i]];

	return d->match[i] > 0 && d->match[i] - 1 == d->match[i - 1] &&
	       d->moved[i] == d->moved[i - 1] && a->end - a[-1].end == b->end - b[-1].end &&
	       same_bytes(d, a[-1].end, b[-1].end, a->end - a[-1].end);
}

static void list_stretches(const struct diff *d, struct kept_list *out)
{
	bool open = false;

	for (size_t i = 0; i < d->a.n; i++) {
		const struct atom *a = &d->a.items[i], *b;
		uint32_t len = a->end - a->start;

		if (d->match[i] == NONE) {
			open = false;
			continue;
		}
		b = &d->b.items[d->match[i]];
		if (open && goes_on(d, i)) {
			vec_last(out)->len = a->end - vec_last(out)->from;
			continue;
		}
		open = b->end - b->start == len && same_bytes(d, a->start, b->start, len);
		if (open)
			vec_push(out, ((struct kept){ a->start, b->start, len, d->moved[i] }));
	}
}

/* A run found as moved may lie where it lay: between the same neighbours in place. */
static void settle(struct kept_list *list)
{
	uint32_t *next =
		mem_zalloc(list->n + 1, sizeof *next); /* where the next one in place begins */
	uint32_t before = 0;

	next[list->n] = UINT32_MAX;
	for (size_t i = list->n; i-- > 0;)
		next[i] = list->items[i].moved ? next[i + 1] : list->items[i].to;
	for (size_t i = 0; i < list->n; i++) {
		struct kept *k = &list->items[i];

		if (k->moved && k->to >= before && k->to + k->len <= next[i + 1])
			k->moved = false;
		if (!k->moved)
			before = k->to + k->len;
	}
	free(next);
}

static void diff_middle(struct diff *d, size_t old_from, size_t old_to, size_t now_from,
	size_t now_to, struct kept_list *out)
{
	atoms_of(d->old, old_from, old_to, &d->a);
	atoms_of(d->now, now_from, now_to, &d->b);
	d->match = mem_zalloc(d->a.n + 1, sizeof *d->match);
	d->moved = mem_zalloc(d->a.n + 1, sizeof *d->moved);
	d->used = mem_zalloc(d->b.n + 1, sizeof *d->used);
	memset(d->match, 0xff, (d->a.n + 1) * sizeof *d->match);
	find_in_place(d);
	find_moved(d, KEPT_MOVED_WORDS);
	find_moved(d, KEPT_MOVED_LINE);
	compare_rests(d);
	find_in_gaps(d);
	list_stretches(d, out);
	settle(out);
	free(d->match);
	free(d->moved);
	free(d->used);
	vec_release(&d->a);
	vec_release(&d->b);
}

/* Whole lines at both ends that are the same need no diff. */
void kept_by_diff(
	const char *old, size_t old_len, const char *now, size_t now_len, struct kept_list *out)
{
	struct diff d = { .old = old, .now = now, .budget = MAX_STEPS };
	size_t most = old_len < now_len ? old_len : now_len, head = 0, tail = 0;

	while (head < most && old[head] == now[head])
		head++;
	if (head < old_len || head < now_len)
		while (head > 0 && old[head - 1] != '\n')
			head--;
	while (tail < most - head && old[old_len - tail - 1] == now[now_len - tail - 1])
		tail++;
	while (tail > 0 && old[old_len - tail] != '\n')
		tail--;
	if (head > 0)
		vec_push(out, ((struct kept){ 0, 0, (uint32_t)head, false }));
	diff_middle(&d, head, old_len - tail, head, now_len - tail, out);
	if (tail > 0)
		vec_push(out, ((struct kept){ (uint32_t)(old_len - tail),
				      (uint32_t)(now_len - tail), (uint32_t)tail, false }));
}

void kept_by_cutting(uint32_t old_len, const struct kept_cut *cuts, size_t n, struct kept_list *out)
{
	uint32_t from = 0, to = 0;

	for (size_t i = 0; i <= n; i++) {
		uint32_t end = i < n ? cuts[i].start : old_len;

		if (end > from)
			vec_push(out, ((struct kept){ from, to, end - from, false }));
		to += end - from;
		if (i < n) {
			to += cuts[i].put;
			from = cuts[i].end;
		}
	}
}
