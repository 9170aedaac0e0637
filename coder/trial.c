/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule over one document: which units to try, and the hits (CODEBOOK 6.7, 6.8). */
#include "coder/diag_place.h"
#include "coder/run.h"

static int compare_words(const void *pa, const void *pb)
{
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return a < b ? -1 : a > b;
}

static void sort_words(struct positions *l, size_t from)
{
	size_t n = from;

	if (l->n > from + 1)
		qsort(l->items + from, l->n - from, sizeof *l->items, compare_words);
	for (size_t i = from; i < l->n; i++)
		if (n == from || l->items[n - 1] != l->items[i])
			l->items[n++] = l->items[i];
	l->n = n;
}

static bool is_place(const struct expr *x)
{
	return x->kind == NODE_PLACE || x->kind == NODE_ANY || x->kind == NODE_NEGATED ||
	       x->kind == NODE_AFFIRMED;
}

/* Where x is true in a unit, one of its places lies in that unit. */
static bool is_local(const struct expr *x)
{
	size_t local = 0;

	if (is_place(x) || x->kind == NODE_CHAIN || x->kind == NODE_NOT_NEAR)
		return true;
	if (x->kind == NODE_REF)
		return x->nkids > 0 && is_local(x->kids[0]);
	if (x->kind != NODE_AND && x->kind != NODE_OR && x->kind != NODE_COUNT)
		return false;
	for (size_t i = 0; i < x->nkids; i++)
		local += is_local(x->kids[i]);
	return x->kind == NODE_AND ? local > 0 : local == x->nkids;
}

static void gather_places(
	struct engine *g, struct expr *x, enum unit_kind kind, struct positions *units)
{
	vec_each (const struct place, p, eval_places(g, x)) {
		uint32_t unit = stream_unit(&g->stream, kind, p->first);

		if (units->n == 0 || *vec_last(units) != unit)
			vec_push(units, unit);
	}
}

/* <CODE>: the words of its hits. */
static void gather_standing(
	struct engine *g, const struct expr *x, enum unit_kind kind, struct positions *units)
{
	struct place_list words = VEC_INIT;

	standing_words(g, engine_rank(g, x->node->code), &words);
	vec_each (const struct place, p, &words) {
		uint32_t unit = stream_unit(&g->stream, kind, p->first);

		if (units->n == 0 || *vec_last(units) != unit)
			vec_push(units, unit);
	}
	vec_release(&words);
}

/* Where all kids must be true in the unit, the places of one are enough: of the rarest pattern. */
static struct expr *rarest_kid(struct engine *g, const struct expr *x)
{
	struct expr *best = NULL;

	for (size_t i = 0; i < x->nkids; i++) {
		struct expr *kid = x->kids[i];

		if (!is_local(kid))
			continue;
		if (best == NULL || (is_place(kid) && !is_place(best)) ||
			(is_place(kid) && eval_places(g, kid)->n < eval_places(g, best)->n))
			best = kid;
	}
	return best;
}

/*
 * Units where x may be true with a place in the unit; in no order, with doubles.
 * elsewhere: x is tried in another scope than the unit, so that each of its
 * places counts, not only one of them.
 */
static void gather(struct engine *g, struct expr *x, enum unit_kind kind, bool elsewhere,
	struct positions *units)
{
	struct expr *only = NULL;
	size_t nkids = x->nkids;

	if (is_place(x)) {
		gather_places(g, x, kind, units);
		return;
	}
	if (x->kind == NODE_NOT)
		return;
	if (x->kind == NODE_REF && x->nkids == 0) {
		gather_standing(g, x, kind, units);
		return;
	}
	if (x->kind == NODE_IN || x->kind == NODE_WITHIN)
		elsewhere = true;
	if (!elsewhere && (x->kind == NODE_AND || x->kind == NODE_CHAIN))
		only = rarest_kid(g, x);
	if (only != NULL) {
		gather(g, only, kind, false, units);
		return;
	}
	if (x->kind == NODE_NOT_NEAR || x->kind == NODE_REF)
		nkids = 1; /* the others only forbid */
	for (size_t i = 0; i < nkids; i++)
		gather(g, x->kids[i], kind, elsewhere, units);
}

/* A hit of the places in g->found that lie in r and are read (a question is not); none, no hit. */
static void add_hit(
	struct engine *g, uint32_t trial, enum unit_kind kind, struct range r, struct span span)
{
	const struct reader *reader = g->tree.trials.items[trial].reader;
	struct positions *words = &g->hit_words;
	size_t first = words->n;

	vec_each (struct place, p, &g->found)
		if (p->first >= r.lo && p->last < r.hi &&
			reader_reads(reader, &g->stream, p->first))
			for (uint32_t w = p->first; w <= p->last; w++)
				vec_push(words, w);
	sort_words(words, first);
	if (words->n == first)
		return;
	vec_push(&g->hits, ((struct hit){ .trial = trial,
				   .rank = g->rank_of_trial[trial],
				   .unit = kind,
				   .start = span.start,
				   .end = span.end,
				   .word = (uint32_t)first,
				   .nwords = (uint32_t)(words->n - first) }));
}

/* The unit of `unit match` is the text from the first to the last of its words. */
static void add_match(struct engine *g, uint32_t trial, struct range sentence)
{
	struct place all = g->found.items[0];
	const struct word *words = g->stream.words.items;

	vec_each (struct place, p, &g->found) {
		all.first = p->first < all.first ? p->first : all.first;
		all.last = p->last > all.last ? p->last : all.last;
	}
	add_hit(g, trial, UNIT_MATCH, sentence,
		(struct span){ words[all.first].start, words[all.last].end });
}

static void add_matches(struct engine *g, uint32_t trial, struct range sentence)
{
	struct expr *when = g->tree.trials.items[trial].when;
	struct place_list each = VEC_INIT;

	if (when->kind == NODE_CHAIN) {
		for (size_t i = 0; chain_nearest(g, when, i, &g->found); i++)
			add_match(g, trial, sentence);
		return;
	}
	place_add_all(&each, &g->found);
	place_sort(&each);
	vec_each (struct place, p, &each) {
		vec_reset(&g->found);
		vec_push(&g->found, *p);
		add_match(g, trial, sentence);
	}
	vec_release(&each);
}

static void try_unit(struct engine *g, uint32_t trial, uint32_t unit)
{
	const struct trial *t = &g->tree.trials.items[trial];
	enum unit_kind kind = t->rule->set.unit;
	struct range r = stream_range(&g->stream, kind, unit);

	vec_reset(&g->silenced);
	if (t->unless != NULL && eval_expr(g, t->unless, r, &g->silenced))
		return;
	vec_reset(&g->found);
	if (!eval_expr(g, t->when, r, &g->found))
		return;
	if (kind == UNIT_MATCH)
		add_matches(g, trial, r);
	else
		add_hit(g, trial, kind, r, stream_span(&g->stream, kind, unit));
}

static const struct finder *limit_in(const struct engine *g, const struct expr *x)
{
	const struct finder *found = NULL;

	if (x->kind == NODE_PLACE)
		return finder_limit(x->finder, g->epoch);
	if (x->kind == NODE_NEGATED || x->kind == NODE_AFFIRMED)
		found = negate_limit(&g->tree.negate, x->tongues, g->epoch);
	for (size_t i = 0; i < x->nkids && found == NULL; i++)
		found = limit_in(g, x->kids[i]);
	return found;
}

/* Reaching a limit is an error of the rule in the document, never "no match" (CODEBOOK 4). */
static bool reached_limit(struct engine *g, const struct trial *t, struct diags *d)
{
	const struct finder *x = limit_in(g, t->when);

	if (x == NULL && t->unless != NULL)
		x = limit_in(g, t->unless);
	if (x == NULL)
		return false;
	if (g->testing)
		diag_say(d, DIAG_WARNING, t->book, &x->pattern->at, SAY(W090_TEST), t->rule->key,
			t->rule->code->full);
	else
		diag_say(d, DIAG_WARNING, t->book, &x->pattern->at, SAY(W090_LIMIT), t->rule->key,
			t->rule->code->full,
			g->stream.doc->name != NULL ? g->stream.doc->name : "a text");
	return true;
}

void trial_run(struct engine *g, uint32_t trial, struct diags *d)
{
	const struct trial *t = &g->tree.trials.items[trial];
	size_t hits = g->hits.n, words = g->hit_words.n;

	reader_prepare(t->reader, &g->stream, g->epoch, g->testing);
	vec_reset(&g->units);
	gather(g, t->when, t->rule->set.unit, false, &g->units);
	sort_words(&g->units, 0);
	vec_each (uint32_t, unit, &g->units)
		try_unit(g, trial, *unit);
	if (t->has_regex && reached_limit(g, t, d)) {
		g->hits.n = hits;
		g->hit_words.n = words;
	}
}
