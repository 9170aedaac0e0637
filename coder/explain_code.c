/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the score of a code comes about in each unit, and what becomes of it:
 * inherited, below the threshold, given way to another code of its group, grown.
 * The same steps as score_emit(), with a look at the suggestions in between.
 */
#include <string.h>

#include "coder/explain.h"
#include "coder/score.h"

static const char *text_of(const struct engine *g, struct arena *a, uint32_t start, uint32_t end)
{
	return arena_dup(a, g->stream.doc->text + start, end - start);
}

static int compare_strength(const void *pa, const void *pb)
{
	const struct explain_hit *a = pa, *b = pb;

	if (a->counted != b->counted)
		return a->counted ? -1 : 1;
	if (a->rule->set.weight < b->rule->set.weight || a->rule->set.weight > b->rule->set.weight)
		return a->rule->set.weight > b->rule->set.weight ? -1 : 1;
	return strcmp(a->rule->key, b->rule->key);
}

static void tell_words(
	const struct engine *g, const struct hit *h, struct arena *a, struct explain_hit *out)
{
	struct span *places = arena_calloc(a, h->nwords, sizeof *places);

	for (uint32_t i = 0; i < h->nwords; i++) {
		const struct word *w = &g->stream.words.items[g->hit_words.items[h->word + i]];

		places[i] = (struct span){ w->start, w->end };
	}
	out->places = places;
	out->nplaces = h->nwords;
}

static void tell_hits(
	const struct engine *g, const struct proposal *p, struct arena *a, struct explain_unit *u)
{
	const struct code *code = g->codes.items[p->rank];
	struct explain_hit *hits = arena_calloc(a, p->hits.n, sizeof *hits);
	double miss = 1;

	for (size_t i = 0; i < p->hits.n; i++) {
		const struct hit *h = &p->hits.items[i];

		hits[i].rule = g->tree.trials.items[h->trial].rule;
		hits[i].counted = h->counted;
		tell_words(g, h, a, &hits[i]);
		if (hits[i].rule->code == code && h->counted)
			miss *= 1 - hits[i].rule->set.weight;
	}
	u->hits = hits;
	u->nhits = p->hits.n;
	u->own = 1 - miss;
	qsort(hits, u->nhits, sizeof *hits, compare_strength);
}

/* The suggestion of the group that covers the place of P. */
static const struct code *winner(
	const struct engine *g, const struct proposals *list, const struct proposal *p)
{
	const struct code *code = g->codes.items[p->rank];

	vec_each (const struct proposal, other, list) {
		const struct code *its = g->codes.items[other->rank];

		if (other->suggested && its->exclusive != NULL && its->book == code->book &&
			strcmp(its->exclusive, code->exclusive) == 0 && other->unit == p->unit &&
			other->start < p->end && p->start < other->end)
			return its;
	}
	return NULL;
}

static struct explain_code *code_of(struct explanation *out, const struct code *code)
{
	vec_each (struct explain_code, c, &out->codes)
		if (c->code == code)
			return c;
	vec_push(&out->codes, ((struct explain_code){ .code = code }));
	return vec_last(&out->codes);
}

static struct explain_unit tell_unit(
	const struct engine *g, const struct proposal *p, struct explanation *out)
{
	struct explain_unit u = { .unit = p->unit,
		.start = p->start,
		.end = p->end,
		.text = text_of(g, &out->arena, p->start, p->end),
		.score = p->score,
		.reached = p->suggested };

	tell_hits(g, p, &out->arena, &u);
	return u;
}

/* What became of it behind the score: its group, its span. */
static void tell_fate(const struct engine *g, const struct proposals *list,
	const struct proposal *p, struct explanation *out, struct explain_unit *u)
{
	u->suggested = p->suggested;
	if (u->reached && !p->suggested)
		u->instead = winner(g, list, p);
	if (p->start == u->start && p->end == u->end)
		return;
	u->grown = (struct span){ p->start, p->end };
	u->grown_text = text_of(g, &out->arena, p->start, p->end);
}

void explain_codes(struct engine *g, const struct code *only, struct explanation *out)
{
	struct proposals list;
	VEC(struct explain_unit) units = VEC_INIT;

	score_propose(g, &list);
	vec_each (const struct proposal, p, &list)
		vec_push(&units, tell_unit(g, p, out));
	exclusive_choose(g, &list);
	expand_all(g, &list);
	for (size_t i = 0; i < list.n; i++) {
		const struct proposal *p = &list.items[i];
		const struct code *code = g->codes.items[p->rank];
		struct explain_code *c;

		if (only != NULL && code != only)
			continue;
		tell_fate(g, &list, p, out, &units.items[i]);
		c = code_of(out, code);
		vec_push(&c->units, units.items[i]);
		if (c->suggested == p->suggested ? p->score > c->score : p->suggested)
			c->score = p->score;
		c->suggested = c->suggested || p->suggested;
	}
	vec_release(&units);
	score_release(&list);
}
