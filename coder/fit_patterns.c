/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which patterns find what: exclusions that keep nothing out (W082), very much (W083). */
#include <string.h>

#include "codebooks/suppress.h"
#include "coder/fit_run.h"

#define FREQUENT 100	  /* one word in so many ... */
#define FREQUENT_COUNT 20 /* ... and so many at least */

/* --- who reads what --- */

struct part { /* of a rule */
	const struct rule *rule;
	const struct wordlist *list;
	struct reader *reader;
	bool denied, alone, in_unless;
};

/* A pattern's number; a new one for the first time. */
static struct fit_pattern *pattern_of(
	struct fit *f, const struct pattern *p, const struct part *part, uint32_t *number)
{
	struct fit_pattern *fp;

	*number = intern_add(&f->pattern_keys, (const char *)&p, sizeof p);
	if (*number < f->patterns.n)
		return &f->patterns.items[*number];
	fp = vec_new(&f->patterns);
	fp->pattern = p;
	fp->list = part->list;
	fp->rule = part->list == NULL ? part->rule : NULL;
	fp->keeps_out = arena_calloc(&f->arena, p->nexcept + 1, sizeof *fp->keeps_out);
	fp->parts = arena_calloc(&f->arena, p->nparts + 1, sizeof *fp->parts);
	return fp;
}

static void add_use(struct fit *f, struct finder *x, const struct part *part)
{
	struct fit_use use = { 0, x, part->reader };
	struct fit_pattern *p;
	uint32_t before = f->use_keys.n;
	const void *key[] = { x, part->reader };

	if (x->pattern->at.file != 0)
		return;
	p = pattern_of(f, x->pattern, part, &use.pattern);
	p->finder = x;
	p->asked = p->asked || !part->denied;
	p->alone = p->alone || part->alone;
	p->in_unless = p->in_unless || part->in_unless;
	if (intern_add(&f->use_keys, (const char *)key, sizeof key) == before)
		vec_push(&f->uses, use);
}

/* Down to the patterns that find words themselves; a list's exclusions are its own. */
static void find_uses(struct fit *f, struct finder *x, struct part part)
{
	bool is_list = x->pattern->kind == PATTERN_LIST;

	if (!is_list || x->nexcept > 0)
		add_use(f, x, &part);
	if (!is_list)
		return;
	if (x->nexcept > 0) {
		find_uses(f, x->kids[0], part);
		return;
	}
	part.list = x->pattern->list;
	for (size_t i = 0; i < x->nkids; i++)
		find_uses(f, x->kids[i], part);
}

static bool stays_alone(const struct expr *x)
{
	if (x->kind == NODE_COUNT)
		return x->node->number == 1;
	return x->kind == NODE_PLACE || x->kind == NODE_ANY || x->kind == NODE_OR ||
	       x->kind == NODE_AFFIRMED;
}

/* Rules that are named (REF) are looked at by themselves. */
static void find_places(struct fit *f, struct expr *x, struct part part)
{
	part.alone = part.alone && stays_alone(x);
	if (x->kind == NODE_PLACE) {
		part.reader = x->reader;
		find_uses(f, x->finder, part);
	}
	if (x->kind == NODE_NOT)
		part.denied = !part.denied;
	if (x->kind == NODE_REF)
		return;
	for (size_t i = 0; i < x->nkids; i++) {
		struct part kid = part;

		if (x->kind == NODE_NOT_NEAR && i > 0)
			kid.denied = !part.denied;
		find_places(f, x->kids[i], kid);
	}
}

/* A list that no rule uses is read as a plain rule would do. */
static void find_loose(struct fit *f)
{
	size_t used = f->patterns.n;

	vec_each (struct expr *, x, &f->engine->tree.loose) {
		const struct wordlist *l = (*x)->finder->pattern->list;
		bool known = false;

		for (size_t i = 0; i < l->nitems; i++) {
			const struct pattern *p = l->items[i];
			uint32_t number = intern_find(&f->pattern_keys, (const char *)&p, sizeof p);

			known = known || (number != INTERN_NONE && number < used);
		}
		if (!known)
			find_places(f, *x, (struct part){ .reader = (*x)->reader });
	}
}

void fit_patterns_find(struct fit *f)
{
	vec_each (struct trial, t, &f->engine->tree.trials) {
		struct part part = {
			.rule = t->rule, .reader = t->reader, .alone = !t->rule->is_private
		};

		if (t->rule->at.file != 0)
			continue;
		find_places(f, t->when, part);
		part.alone = false;
		part.denied = part.in_unless = true;
		if (t->unless != NULL)
			find_places(f, t->unless, part);
	}
	find_loose(f);
}

/* --- reading --- */

static bool lies_in(struct place p, const struct place_list *l)
{
	for (size_t i = 0; i < l->n && l->items[i].first <= p.first; i++)
		if (l->items[i].last >= p.last)
			return true;
	return false;
}

/* Which exclusions hold a place that is read. */
static void read_exclusions(struct fit *f, const struct fit_use *u, struct fit_pattern *p)
{
	struct engine *g = f->engine;
	struct finders *all = &g->tree.finders;
	const struct place_list *inner;

	if (u->finder->nexcept == 0 || p->pattern->nexcept != u->finder->nexcept)
		return;
	inner = finder_places(all, u->finder->kids[0], &g->stream, g->epoch);
	vec_each (const struct place, at, inner)
		p->inner += reader_reads(u->reader, &g->stream, at->first);
	for (size_t i = 0; i < u->finder->nexcept; i++) {
		const struct place_list *out;

		if (p->keeps_out[i])
			continue;
		out = finder_places(all, u->finder->except[i], &g->stream, g->epoch);
		vec_each (const struct place, at, inner) {
			if (out->n == 0 || p->keeps_out[i])
				break;
			p->keeps_out[i] =
				reader_reads(u->reader, &g->stream, at->first) && lies_in(*at, out);
		}
	}
}

static void read_use(struct fit *f, const struct fit_use *u, uint32_t *counted)
{
	struct engine *g = f->engine;
	struct fit_pattern *p = &f->patterns.items[u->pattern];
	const struct place_list *places;

	reader_prepare(u->reader, &g->stream, g->epoch, false);
	places = finder_places(&g->tree.finders, u->finder, &g->stream, g->epoch);
	vec_each (const struct place, at, places) {
		if (!reader_reads(u->reader, &g->stream, at->first)) {
			p->elsewhere++;
			continue;
		}
		p->read++;
		if (counted[u->pattern] == 0 && reader_reads(&f->plain, &g->stream, at->first))
			p->words += at->last - at->first + 1;
	}
	if (places->n > 0)
		counted[u->pattern] = 1;
	read_exclusions(f, u, p);
}

static void read_parts(struct fit *f, struct fit_pattern *p)
{
	const struct finder *x = p->finder;

	while (x->kind == FIND_ANY && x->nkids > 0)
		x = x->kids[0];
	for (size_t i = 0; x->kind == FIND_PHRASE && i < p->pattern->nparts; i++)
		p->parts[i] += f->engine->stream.atoms[x->parts[i]].n;
}

void fit_patterns_read(struct fit *f)
{
	uint32_t *counted = mem_zalloc(f->patterns.n + 1, sizeof *counted);

	vec_each (const struct fit_use, u, &f->uses)
		read_use(f, u, counted);
	vec_each (struct fit_pattern, p, &f->patterns)
		if (p->pattern->kind == PATTERN_PHRASE && p->read == 0)
			read_parts(f, p);
	free(counted);
}

/* --- W082: exclusions, W083 --- */

static void tell_exclusions(struct fit *f, const struct fit_pattern *p)
{
	const struct pattern *w = p->pattern;
	struct fit_items items = VEC_INIT;
	const struct pattern *first = NULL;

	for (size_t i = 0; i < w->nexcept; i++) {
		if (p->keeps_out[i] || suppress_holds(f->cb, p->rule, w->except[i]->at, "W082"))
			continue;
		first = first == NULL ? w->except[i] : first;
		vec_push(&items, arena_printf(&f->arena, "-%s", w->except[i]->source));
	}
	if (first != NULL)
		fit_warn(f, p->rule, &first->at, SAY(W082_EXCEPT),
			w->kind == PATTERN_LIST ? w->list_name : w->source, fit_join(f, &items));
	vec_release(&items);
}

static void tell_frequent(struct fit *f, const struct fit_pattern *p)
{
	if (!p->alone || p->words < FREQUENT_COUNT || p->words * FREQUENT < f->vocabulary.total)
		return;
	fit_hint(f,
		fit_warn(f, p->rule, &p->pattern->at, SAY(W083_FREQUENT), p->pattern->source,
			(unsigned long long)p->words,
			(double)p->words * 100 / (double)f->vocabulary.total),
		SAY(H_FREQUENT));
}

void fit_patterns_tell(struct fit *f)
{
	fit_nowhere_tell(f);
	vec_each (const struct fit_pattern, p, &f->patterns) {
		if (p->inner > 0 || p->pattern->kind == PATTERN_LIST)
			tell_exclusions(f, p);
		tell_frequent(f, p);
	}
}
