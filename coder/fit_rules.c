/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules that never hit (W081), `unless` and `where` that change nothing (W082),
 * rules that hit only beside another one (W084).
 */
#include <string.h>

#include "coder/fit_run.h"

#define HITS_MIN 3 /* of fewer hits W084 says nothing */

static const struct trial *trial_of(const struct fit *f, size_t i)
{
	return &f->engine->tree.trials.items[i];
}

/* The places that the rule asks for: not those that forbid, not those of rules that it names. */
static void find_places(struct fit_trial *t, struct expr *x)
{
	size_t nkids = x->kind == NODE_NOT_NEAR ? 1 : x->nkids;

	if (x->kind == NODE_NOT || x->kind == NODE_REF)
		return;
	if (x->kind == NODE_PLACE)
		vec_push(&t->places, ((struct fit_place){ x, 0 }));
	for (size_t i = 0; i < nkids; i++)
		find_places(t, x->kids[i]);
}

void fit_rules_find(struct fit *f)
{
	for (size_t i = 0; i < f->engine->tree.trials.n; i++) {
		struct fit_trial *t = vec_new(&f->trials);

		t->own = trial_of(f, i)->rule->at.file == 0;
		if (t->own && !trial_of(f, i)->rule->is_keyword)
			find_places(t, trial_of(f, i)->when);
	}
}

void fit_rules_release(struct fit *f)
{
	vec_each (struct fit_trial, t, &f->trials) {
		vec_release(&t->places);
		vec_release(&t->beside);
	}
	vec_release(&f->trials);
}

/* --- reading --- */

/* Hits that the trial has when it is tried now; they are not kept. */
static size_t try_again(struct engine *g, uint32_t trial, struct diags *d)
{
	size_t hits = g->hits.n, words = g->hit_words.n, n;

	trial_run(g, trial, d);
	n = g->hits.n - hits;
	g->hits.n = hits;
	g->hit_words.n = words;
	return n;
}

/* A regex limit was told of already, when the rule was tried first. */
static size_t try_quietly(struct engine *g, uint32_t trial)
{
	struct diags quiet = DIAGS_INIT;
	size_t n = try_again(g, trial, &quiet);

	diags_release(&quiet);
	return n;
}

static void try_without_unless(struct fit *f, uint32_t i, size_t hits)
{
	struct trial *t = &f->engine->tree.trials.items[i];
	struct expr *unless = t->unless;
	size_t all;

	t->unless = NULL;
	all = try_quietly(f->engine, i);
	t->unless = unless;
	f->trials.items[i].silenced += all > hits ? all - hits : 0;
}

static void read_where(struct fit *f, struct fit_trial *t, struct reader *r)
{
	const struct stream *s = &f->engine->stream;
	struct reader without = { .speakers_all = r->speakers_all };

	if (t->works && t->holds)
		return;
	reader_prepare(r, s, f->engine->epoch, false);
	reader_prepare(&without, s, f->engine->epoch, false);
	for (size_t i = 0; i < r->reads.n; i++) {
		t->holds = t->holds || r->reads.items[i];
		t->works = t->works || r->reads.items[i] != without.reads.items[i];
	}
	reader_release(&without);
}

static void count_places(struct fit *f, struct fit_trial *t)
{
	vec_each (struct fit_place, p, &t->places)
		p->count += eval_places(f->engine, p->x)->n;
}

static int compare_units(const void *pa, const void *pb)
{
	const struct hit *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	return a->trial < b->trial ? -1 : a->trial > b->trial;
}

static bool same_unit(const struct hit *a, const struct hit *b)
{
	return a->rank == b->rank && a->start == b->start && a->end == b->end && a->unit == b->unit;
}

/* All words of a are words of b; both are sorted. */
static bool lies_in(const struct engine *g, const struct hit *a, const struct hit *b)
{
	const uint32_t *wa = g->hit_words.items + a->word, *wb = g->hit_words.items + b->word;
	uint32_t k = 0;

	if (a->nwords > b->nwords)
		return false;
	for (uint32_t i = 0; i < a->nwords; i++) {
		while (k < b->nwords && wb[k] < wa[i])
			k++;
		if (k == b->nwords || wb[k] != wa[i])
			return false;
	}
	return true;
}

/*
 * a adds nothing beside b (6.10): b is stronger and has all its words; or they
 * are of equal weight and it has all words of b, so that only one of them counts.
 */
static bool is_idle_beside(const struct fit *f, const struct hit *a, const struct hit *b)
{
	double wa = trial_of(f, a->trial)->rule->set.weight;
	double wb = trial_of(f, b->trial)->rule->set.weight;

	if (a->trial == b->trial || !f->trials.items[b->trial].own || wa > wb)
		return false;
	return lies_in(f->engine, a, b) || (!(wa < wb) && lies_in(f->engine, b, a));
}

static bool is_beside(
	const struct fit *f, const struct hit *a, const struct hit *unit, size_t n, uint32_t trial)
{
	for (size_t i = 0; i < n; i++)
		if (unit[i].trial == trial && is_idle_beside(f, a, &unit[i]))
			return true;
	return false;
}

static void note_beside(struct fit *f, const struct hit *a, const struct hit *unit, size_t n)
{
	struct fit_trial *t = &f->trials.items[a->trial];
	size_t kept = 0;

	if (t->hits++ == 0) {
		for (size_t i = 0; i < n; i++)
			if (is_idle_beside(f, a, &unit[i]) &&
				(t->beside.n == 0 || *vec_last(&t->beside) != unit[i].trial))
				vec_push(&t->beside, unit[i].trial);
		return;
	}
	for (size_t i = 0; i < t->beside.n; i++)
		if (is_beside(f, a, unit, n, t->beside.items[i]))
			t->beside.items[kept++] = t->beside.items[i];
	t->beside.n = kept;
}

static void read_hits(struct fit *f)
{
	const struct hit *hits;

	vec_reset(&f->sorted);
	vec_each (const struct hit, h, &f->engine->hits)
		vec_push(&f->sorted, *h);
	vec_sort(&f->sorted, compare_units);
	hits = f->sorted.items;
	for (size_t i = 0, k; i < f->sorted.n; i = k) {
		for (k = i + 1; k < f->sorted.n && same_unit(&hits[i], &hits[k]);)
			k++;
		for (size_t j = i; j < k; j++)
			note_beside(f, &hits[j], &hits[i], k - i);
	}
}

void fit_rules_read(struct fit *f)
{
	struct engine *g = f->engine;

	vec_each (struct fit_trial, t, &f->trials)
		t->before = t->hits;
	read_hits(f);
	for (uint32_t i = 0; i < f->trials.n; i++) {
		struct fit_trial *t = &f->trials.items[i];
		struct trial *trial = &g->tree.trials.items[i];

		if (!t->own)
			continue;
		if (trial->rule->is_private)
			t->hits += try_quietly(g, i);
		if (trial->unless != NULL)
			try_without_unless(f, i, (size_t)(t->hits - t->before));
		if (trial->rule->where != NULL)
			read_where(f, t, trial->reader);
		if (t->hits == 0)
			count_places(f, t);
	}
}

/* --- telling --- */

static const struct fit_trial *of_rule(const struct fit *f, const struct rule *rule)
{
	for (size_t i = 0; i < f->trials.n; i++)
		if (trial_of(f, i)->rule == rule)
			return &f->trials.items[i];
	return NULL;
}

bool fit_rule_is_dead(const struct fit *f, const struct rule *rule)
{
	const struct fit_trial *t = rule->is_keyword ? NULL : of_rule(f, rule);

	return t != NULL && t->hits == 0;
}

bool fit_rule_unless_is_idle(const struct fit *f, const struct rule *rule)
{
	const struct fit_trial *t = of_rule(f, rule);

	return t != NULL && t->silenced == 0;
}

static const char *name_of(const struct fit_place *p)
{
	const struct pattern *w = p->x->finder->pattern;

	if (p->x->node != NULL)
		w = p->x->node->pattern;
	return w->kind == PATTERN_LIST ? w->list_name : w->source;
}

/* The same pattern may stand twice in a rule. */
static void add_item(struct fit_items *items, const char *item)
{
	vec_each (const char *, have, items)
		if (strcmp(*have, item) == 0)
			return;
	vec_push(items, item);
}

static void hint_places(struct fit *f, const struct fit_trial *t, struct diag *g)
{
	struct fit_items none = VEC_INIT, some = VEC_INIT;
	struct buf near = BUF_INIT;

	vec_each (const struct fit_place, p, &t->places) {
		if (p->count == 0) {
			add_item(&none, name_of(p));
			fit_words_near(f, p->x->finder->pattern, &near);
		} else
			add_item(&some, arena_printf(&f->arena, "%s %llu", name_of(p),
						(unsigned long long)p->count));
	}
	if (none.n > 0 && some.n > 0)
		fit_hint(f, g, SAY(H_SOME_FOUND), fit_join(f, &some), fit_join(f, &none));
	else if (none.n > 0 && near.len > 0)
		fit_hint(f, g, SAY(H_NOTHING_FOR_NEAR), fit_join(f, &none), near.data);
	else if (none.n > 0)
		fit_hint(f, g, SAY(H_NOTHING_FOR), fit_join(f, &none));
	else if (some.n > 0)
		fit_hint(f, g, SAY(H_NOT_TOGETHER), fit_join(f, &some));
	vec_release(&none);
	vec_release(&some);
	buf_release(&near);
}

static void tell_dead(struct fit *f, const struct fit_trial *t, const struct rule *r)
{
	struct diag *g;

	if (r->where != NULL && !t->holds) /* told there */
		return;
	g = fit_warn(f, r, &r->at, SAY(W081_RULE), r->key);
	if (t->silenced > 0)
		fit_hint(f, g, SAY(H_ALL_SILENCED), (unsigned long long)t->silenced);
	else
		hint_places(f, t, g);
}

static void tell_where(struct fit *f, const struct fit_trial *t, const struct rule *r)
{
	if (fit_where_is_told(f, r))
		return;
	if (!t->holds)
		fit_warn(f, r, &r->where->at, SAY(W082_WHERE_NEVER));
	else if (!t->works)
		fit_warn(f, r, &r->where->at, SAY(W082_WHERE_ALWAYS));
}

/* Of two rules with the same hits the one that stands later in the file is told of. */
static const struct rule *beside(const struct fit *f, uint32_t i)
{
	vec_each (const uint32_t, k, &f->trials.items[i].beside) {
		bool mutual = false;

		vec_each (const uint32_t, back, &f->trials.items[*k].beside)
			mutual = mutual || *back == i;
		if (!mutual || *k < i)
			return trial_of(f, *k)->rule;
	}
	return NULL;
}

static void tell_beside(struct fit *f, uint32_t i)
{
	const struct fit_trial *t = &f->trials.items[i];
	const struct rule *r = trial_of(f, i)->rule, *other = beside(f, i);

	if (t->hits < HITS_MIN || other == NULL || r->is_private ||
		fit_is_told(f, &r->at, "W053") || fit_is_told(f, &r->at, "W052"))
		return;
	fit_hint(f,
		fit_warn(f, r, &r->at, SAY(W084_INSIDE), r->key, other->key, other->at.line,
			(unsigned long long)t->hits),
		SAY(H_INSIDE));
}

void fit_rules_tell(struct fit *f)
{
	for (uint32_t i = 0; i < f->trials.n; i++) {
		const struct fit_trial *t = &f->trials.items[i];
		const struct rule *r = trial_of(f, i)->rule;

		if (!t->own)
			continue;
		if (t->hits == 0 && !r->is_keyword)
			tell_dead(f, t, r);
		if (r->where != NULL)
			tell_where(f, t, r);
		if (r->unless != NULL && t->hits > 0 && t->silenced == 0)
			fit_hint(f, fit_warn(f, r, &r->unless->at, SAY(W082_UNLESS)), SAY(H_UNLESS),
				(unsigned long long)t->hits);
		tell_beside(f, i);
	}
}
