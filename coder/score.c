/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From hits to suggestions (CODEBOOK 6.10, 6.11, 6.13).  Hits are sorted so that those of
 * one unit and code lie together, by weight, number of words and key; each
 * such group has one score.
 */
#include "coder/score.h"

#include <math.h>
#include <string.h>

struct scoring {
	struct engine *g;
	struct proposals list;
	VEC(struct hit) sorted;
	VEC(struct engine_hit) hits; /* scratch of the callback */
	VEC(struct span) spans;
	VEC(bool) used; /* scratch: by word of the document */
};

static const struct rule *rule_of(const struct engine *g, const struct hit *h)
{
	return g->tree.trials.items[h->trial].rule;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return a < b ? -1 : a > b;
}

/* By weight, number of words, key: the order in which words are given away. */
static int compare_strength(const struct engine *g, const struct hit *a, const struct hit *b)
{
	double wa = rule_of(g, a)->set.weight, wb = rule_of(g, b)->set.weight;

	if (wa < wb || wa > wb)
		return wa > wb ? -1 : 1;
	if (a->nwords != b->nwords)
		return a->nwords > b->nwords ? -1 : 1;
	return strcmp(rule_of(g, a)->key, rule_of(g, b)->key);
}

static int compare_hits(const void *pa, const void *pb, void *arg)
{
	const struct hit *a = pa, *b = pb;
	int diff = compare_numbers(a->start, b->start);

	if (diff == 0)
		diff = compare_numbers(a->end, b->end);
	if (diff == 0)
		diff = compare_numbers(a->unit, b->unit);
	if (diff == 0)
		diff = compare_numbers(a->rank, b->rank);
	return diff != 0 ? diff : compare_strength(arg, a, b);
}

static bool same_unit(const struct hit *a, const struct hit *b)
{
	return a->start == b->start && a->end == b->end && a->unit == b->unit;
}

/* A rule all of whose words stronger rules have used adds nothing. */
static double score_of(struct scoring *s, struct proposal *p)
{
	const uint32_t *words = s->g->hit_words.items;
	double miss = 1;

	vec_each (struct hit, h, &p->hits) {
		h->counted = false;
		for (uint32_t i = h->word; i < h->word + h->nwords; i++) {
			h->counted = h->counted || !s->used.items[words[i]];
			s->used.items[words[i]] = true;
		}
		if (h->counted)
			miss *= 1 - rule_of(s->g, h)->set.weight;
	}
	vec_each (struct hit, h, &p->hits)
		for (uint32_t i = h->word; i < h->word + h->nwords; i++)
			s->used.items[words[i]] = false;
	return round((1 - miss) * 10000) / 10000;
}

static void propose(struct scoring *s, const struct hit *hits, size_t n)
{
	struct proposal *p = vec_new(&s->list);

	p->rank = hits->rank;
	p->unit = hits->unit;
	p->start = hits->start;
	p->end = hits->end;
	for (size_t i = 0; i < n; i++)
		vec_push(&p->hits, hits[i]);
	p->score = score_of(s, p);
	p->suggested = p->score >= s->g->codes.items[p->rank]->set.threshold;
}

static struct proposal *proposal_of(
	struct scoring *s, size_t first, const struct proposal *like, uint32_t rank)
{
	struct proposal p = {
		.rank = rank, .unit = like->unit, .start = like->start, .end = like->end
	};

	for (size_t i = first; i < s->list.n; i++)
		if (s->list.items[i].rank == rank)
			return &s->list.items[i];
	vec_push(&s->list, p);
	return vec_last(&s->list);
}

/* The parent of proposal i gets its hits and the larger score (6.11). */
static void inherit(struct scoring *s, size_t first, size_t i)
{
	const struct code *parent = s->g->codes.items[s->list.items[i].rank]->parent;
	struct proposal child = s->list.items[i];
	struct proposal *p = proposal_of(s, first, &child, engine_rank(s->g, parent));

	p->suggested = true;
	if (child.score > p->score)
		p->score = child.score;
	vec_each (struct hit, h, &child.hits)
		vec_push(&p->hits, *h);
}

/* Deepest codes first, so that what a code inherits goes on to its own parent. */
static void inherit_all(struct scoring *s, size_t first)
{
	uint32_t deepest = 0;

	for (size_t i = first; i < s->list.n; i++) {
		const struct code *code = s->g->codes.items[s->list.items[i].rank];

		if (code->inherit_up && code->depth > deepest)
			deepest = code->depth;
	}
	for (; deepest > 0; deepest--) {
		for (size_t i = first, n = s->list.n; i < n; i++) {
			const struct code *code = s->g->codes.items[s->list.items[i].rank];

			if (code->depth == deepest && code->inherit_up && code->parent != NULL &&
				s->list.items[i].suggested)
				inherit(s, first, i);
		}
	}
}

/* Hits of one unit, sorted: a proposal for each code. */
static void propose_unit(struct scoring *s, const struct hit *hits, size_t n)
{
	size_t first = s->list.n;

	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && hits[k].rank == hits[i].rank;)
			k++;
		propose(s, hits + i, k - i);
	}
	inherit_all(s, first);
}

static int compare_proposals(const void *pa, const void *pb)
{
	const struct proposal *a = pa, *b = pb;
	int diff = compare_numbers(a->start, b->start);

	if (diff == 0)
		diff = compare_numbers(a->end, b->end);
	if (diff == 0)
		diff = compare_numbers(a->rank, b->rank);
	return diff != 0 ? diff : compare_numbers(a->unit, b->unit);
}

static void add_engine_hit(struct scoring *s, const struct hit *h)
{
	const struct engine *g = s->g;

	vec_push(&s->hits, ((struct engine_hit){ rule_of(g, h), NULL, h->nwords, h->counted }));
	for (uint32_t i = h->word; i < h->word + h->nwords; i++) {
		const struct word *w = &g->stream.words.items[g->hit_words.items[i]];

		vec_push(&s->spans, ((struct span){ w->start, w->end }));
	}
}

static int compare_for_output(const void *a, const void *b, void *arg)
{
	return compare_strength(arg, a, b);
}

static enum rc emit(struct scoring *s, struct proposal *p, engine_fn *fn, void *arg, struct err *e)
{
	struct engine_suggestion out = { .code = s->g->codes.items[p->rank],
		.unit = p->unit,
		.start = p->start,
		.end = p->end,
		.score = p->score };
	const struct span *spans;

	vec_reset(&s->hits);
	vec_reset(&s->spans);
	qsort_r(p->hits.items, p->hits.n, sizeof *p->hits.items, compare_for_output, s->g);
	vec_each (struct hit, h, &p->hits)
		add_engine_hit(s, h);
	spans = s->spans.items;
	vec_each (struct engine_hit, h, &s->hits) {
		h->spans = spans;
		spans += h->nspans;
	}
	out.hits = s->hits.items;
	out.nhits = s->hits.n;
	return fn(&out, arg, e);
}

void score_release(struct proposals *list)
{
	vec_each (struct proposal, p, list)
		vec_release(&p->hits);
	vec_release(list);
}

static void release(struct scoring *s)
{
	vec_release(&s->sorted);
	vec_release(&s->hits);
	vec_release(&s->spans);
	vec_release(&s->used);
}

/* Private rules are tried in a codebook's tests only, and never suggest. */
static void sort_hits(struct scoring *s)
{
	vec_each (struct hit, h, &s->g->hits)
		if (!rule_of(s->g, h)->is_private)
			vec_push(&s->sorted, *h);
	if (s->sorted.n > 1)
		qsort_r(s->sorted.items, s->sorted.n, sizeof *s->sorted.items, compare_hits, s->g);
}

void score_propose(struct engine *g, struct proposals *out)
{
	struct scoring s = { .g = g };
	const struct hit *hits;

	sort_hits(&s);
	hits = s.sorted.items;
	for (size_t i = 0; s.sorted.n > 0 && i < g->stream.words.n; i++)
		vec_push(&s.used, false);
	for (size_t i = 0, k; i < s.sorted.n; i = k) {
		for (k = i + 1; k < s.sorted.n && same_unit(&hits[i], &hits[k]);)
			k++;
		propose_unit(&s, hits + i, k - i);
	}
	release(&s);
	vec_sort(&s.list, compare_proposals);
	*out = s.list;
}

enum rc score_emit(struct engine *g, engine_fn *fn, void *arg, struct err *e)
{
	struct scoring s = { .g = g };
	enum rc rc = RC_OK;

	score_propose(g, &s.list);
	exclusive_choose(g, &s.list);
	if (expand_all(g, &s.list)) {
		vec_sort(&s.list, compare_proposals);
		expand_merge(&s.list);
	}
	for (size_t i = 0; i < s.list.n && rc == RC_OK; i++)
		if (s.list.items[i].suggested)
			rc = emit(&s, &s.list.items[i], fn, arg, e);
	release(&s);
	score_release(&s.list);
	return rc;
}
