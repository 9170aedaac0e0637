/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an expression does not hold, in words: what is missing, and by how much. */
#include <string.h>

#include "codebooks/messages.h"
#include "coder/explain.h"
#include "coder/run.h"

#define say(a, ...) message_words((a)->arena, (a)->lang, __VA_ARGS__)
#define FAR 12 /* words before a place in which a negation is looked for */

static const char *word_text(struct engine *g, uint32_t word, struct explain_words *a)
{
	const struct word *w = &g->stream.words.items[word];

	return arena_dup(a->arena, g->stream.doc->text + w->start, w->end - w->start);
}

static const char *place_text(struct engine *g, struct place p, struct explain_words *a)
{
	const struct word *w = g->stream.words.items;

	return arena_dup(
		a->arena, g->stream.doc->text + w[p.first].start, w[p.last].end - w[p.first].start);
}

static bool place_in(const struct place_list *l, struct range r, struct place *out)
{
	size_t i = place_from(l, r.lo);

	for (; i < l->n && l->items[i].first < r.hi; i++) {
		if (l->items[i].last < r.hi) {
			*out = l->items[i];
			return true;
		}
	}
	return false;
}

/* --- a pattern: NULL when it is just not there --- */

static const struct place_list *places_of(struct engine *g, struct finder *x)
{
	return finder_places(&g->tree.finders, x, &g->stream, g->epoch);
}

/* It would be there but for an exclusion. */
static const char *excluded(
	struct engine *g, struct finder *x, struct range r, struct explain_words *a)
{
	struct place p, q;

	if (x->nexcept == 0 || !place_in(places_of(g, x->kids[0]), r, &p))
		return NULL;
	for (size_t i = 0; i < x->nexcept; i++) {
		const struct place_list *not_in = places_of(g, x->except[i]);

		vec_each (const struct place, n, not_in) {
			q = *n;
			if (q.first <= p.first && q.last >= p.last)
				return say(a, SAY(X_EXCLUDED), place_text(g, p, a),
					x->except[i]->pattern->source);
		}
	}
	return NULL;
}

/* The word in another case, or with something behind it. */
static const char *almost_word(
	struct engine *g, const struct pattern *p, struct range r, struct explain_words *a)
{
	struct form *f = &g->form;
	size_t len = strlen(p->form);

	for (uint32_t w = r.lo; w < r.hi; w++) {
		const char *raw = word_text(g, w, a);

		form_set(f, raw, strlen(raw));
		if (p->exact) {
			struct form wanted;
			bool same;

			form_init(&wanted);
			form_set(&wanted, p->form, len);
			same = strcmp(wanted.text[FORM_FOLDED].data, f->text[FORM_FOLDED].data) ==
			       0;
			form_release(&wanted);
			if (same)
				return say(a, SAY(X_CASE), raw);
		} else if (len >= 3 && form_starts(f, p->form) && f->text[FORM_FOLDED].len > len) {
			return say(a, SAY(X_LONGER), raw, p->form);
		}
	}
	return NULL;
}

/* Why one pattern has no place; NULL: it is just not there. */
static const char *why_pattern(struct engine *g, struct finder *x, const struct pattern *p,
	struct range r, struct explain_words *a)
{
	const char *why = excluded(g, x, r, a);

	if (why == NULL && p->kind == PATTERN_WORD && p->form != NULL)
		why = almost_word(g, p, r, a);
	return why;
}

/* It is there, but not where it is looked for. */
static const char *why_elsewhere(
	struct engine *g, struct expr *x, struct place p, struct explain_words *a)
{
	bool read;

	reader_prepare(x->reader, &g->stream, g->epoch, g->testing);
	read = reader_reads(x->reader, &g->stream, p.first);
	return read ? say(a, SAY(X_ELSEWHERE), place_text(g, p, a))
		    : say(a, SAY(X_NOT_READ), place_text(g, p, a));
}

static const char *why_place(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	const struct place_list *all = places_of(g, x->finder);
	struct place p;
	const char *why;

	if (place_in(all, r, &p))
		return why_elsewhere(g, x, p, a);
	why = why_pattern(g, x->finder, x->finder->pattern, r, a);
	if (why == NULL && all->n > 0)
		why = why_elsewhere(g, x, all->items[0], a);
	return why;
}

/* --- negation --- */

/* The nearest word of negation before the place, in its sentence; distance 0: none. */
static uint32_t trigger_before(struct engine *g, const struct expr *x, struct place p)
{
	const struct stream *s = &g->stream;
	struct range sentence =
		stream_range(s, UNIT_SENTENCE, stream_unit(s, UNIT_SENTENCE, p.first));

	for (uint32_t w = p.first; w > sentence.lo && p.first - w < FAR; w--)
		if ((s->types.list.items[s->words.items[w - 1].type].triggers & x->tongues) != 0)
			return p.first - (w - 1);
	return 0;
}

static const char *why_negation(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	struct place p;
	uint32_t distance;
	const char *trigger, *place;

	if (!place_in(eval_places(g, x->kids[0]), r, &p))
		return NULL;
	place = place_text(g, p, a);
	distance = trigger_before(g, x, p);
	trigger = distance > 0 ? word_text(g, p.first - distance, a) : "";
	if (x->kind == NODE_AFFIRMED && distance > 0 && distance <= NEGATE_REACH)
		return say(a, SAY(X_NEGATED_BY), place, trigger);
	if (x->kind == NODE_AFFIRMED)
		return say(a, SAY(X_NEGATED), place);
	if (distance == 0)
		return say(a, SAY(X_NO_NEGATION), NEGATE_REACH, place);
	if (distance > NEGATE_REACH)
		return say(a, SAY(X_NEGATION_FAR), trigger, distance, place, NEGATE_REACH);
	return say(a, SAY(X_NEGATION_STOPPED), trigger, place);
}

/* --- distance --- */

struct nearest {
	uint32_t distance; /* UINT32_MAX: none */
	struct place a, b;
	bool wrong_order, other_turn;
};

static bool in_order(enum step_kind kind, struct place a, struct place b)
{
	return kind == STEP_NEAR || (kind == STEP_BEFORE) == (a.first < b.first);
}

/* The pair of the step with the smallest distance, one in the right order before others. */
static struct nearest nearest_pair(
	struct engine *g, struct expr *x, size_t step, struct range r, const struct reader *reader)
{
	const struct place_list *left = eval_places(g, x->kids[step]);
	const struct place_list *right = eval_places(g, x->kids[step + 1]);
	struct nearest best = { .distance = UINT32_MAX, .wrong_order = true };

	for (size_t i = place_from(left, r.lo); i < left->n && left->items[i].last < r.hi; i++) {
		for (size_t k = place_from(right, r.lo);
			k < right->n && right->items[k].last < r.hi; k++) {
			struct place a = left->items[i], b = right->items[k];
			uint32_t distance = chain_distance(g, reader, a, b);
			bool wrong = !in_order(x->node->steps[step].kind, a, b);

			if (distance == 0 || (wrong && !best.wrong_order) ||
				(wrong == best.wrong_order && distance >= best.distance))
				continue;
			best = (struct nearest){ distance, a, b, wrong,
				stream_turn(&g->stream, a.first) !=
					stream_turn(&g->stream, b.first) };
		}
	}
	return best;
}

static const char *why_step(
	struct engine *g, struct expr *x, size_t step, struct range r, struct explain_words *a)
{
	struct nearest n = nearest_pair(g, x, step, r, x->reader);
	const char *first, *second;

	if (n.distance == UINT32_MAX)
		return say(a, SAY(X_SHARED));
	first = place_text(g, n.a, a);
	second = place_text(g, n.b, a);
	if (n.other_turn)
		return say(a, SAY(X_OTHER_TURNS), first, second);
	if (n.wrong_order)
		return n.a.first < n.b.first ? say(a, SAY(X_BEFORE), first, second)
					     : say(a, SAY(X_BEHIND), first, second);
	if (n.distance > x->node->steps[step].distance)
		return say(a, SAY(X_DISTANCE), first, second, n.distance,
			x->node->steps[step].distance);
	return NULL;
}

static const char *why_chain(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	const char *why = NULL;
	struct place p;

	for (size_t i = 0; i < x->nkids; i++)
		if (!place_in(eval_places(g, x->kids[i]), r, &p))
			return NULL;
	for (size_t i = 0; i + 1 < x->nkids && why == NULL; i++)
		why = why_step(g, x, i, r, a);
	return why != NULL ? why : say(a, SAY(X_NO_FIT));
}

static const char *why_not_near(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	struct place p;
	struct nearest n;

	if (!place_in(eval_places(g, x->kids[0]), r, &p))
		return NULL;
	n = nearest_pair(g, x, 0, r, x->reader);
	if (n.distance == UINT32_MAX)
		return NULL;
	return say(a, SAY(X_TOO_NEAR), place_text(g, n.a, a), place_text(g, n.b, a), n.distance,
		x->node->steps[0].distance);
}

void explain_distances(struct engine *g, struct expr *x, struct range r, struct explain_words *a,
	struct explain_node *n)
{
	static const char *const names[] = { "near", "before", "after" };
	bool negation = x->kind == NODE_NEGATED || x->kind == NODE_AFFIRMED;
	size_t count = x->kind == NODE_CHAIN ? x->nkids - 1 : x->kind == NODE_NOT_NEAR || negation;
	struct explain_step *steps = arena_calloc(a->arena, count, sizeof *steps);
	struct place p;

	for (size_t i = 0; i < count && !negation; i++) {
		struct nearest near = nearest_pair(g, x, i, r, x->reader);

		steps[i].what = names[x->node->steps[i].kind];
		steps[i].allowed = x->node->steps[i].distance;
		if (near.distance != UINT32_MAX && !near.wrong_order && !near.other_turn)
			steps[i].found = near.distance;
	}
	if (negation) {
		steps[0] = (struct explain_step){ n->what, 0, NEGATE_REACH };
		if (place_in(eval_places(g, x->kids[0]), r, &p))
			steps[0].found = trigger_before(g, x, p);
	}
	n->steps = steps;
	n->nsteps = count;
}

/* --- the others --- */

static const char *why_count(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	struct place_list places = VEC_INIT;
	uint32_t n = 0;

	for (size_t i = 0; i < x->nkids; i++)
		n += eval_expr(g, x->kids[i], r, &places);
	vec_release(&places);
	if (n >= x->node->number)
		return say(a, SAY(X_SAME_START));
	return say(a, SAY(X_COUNT), n, x->node->number);
}

static const char *why_scope(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	(void)r;
	if (x->node->scope == SCOPE_QUESTION && x->answer_epoch != g->epoch)
		return say(a, SAY(X_NO_QUESTION));
	return NULL;
}

static const char *why_not(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	(void)g;
	(void)x;
	(void)r;
	return say(a, SAY(X_FORBIDDEN));
}

static const char *why_ref(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	(void)g;
	(void)r;
	return x->nkids == 0 ? say(a, SAY(X_NOT_SUGGESTED)) : NULL;
}

const char *explain_reason(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a)
{
	static const char *(*const reasons[])(
		struct engine * g, struct expr * x, struct range r, struct explain_words * a) = {
		[NODE_PLACE] = why_place,
		[NODE_NOT] = why_not,
		[NODE_CHAIN] = why_chain,
		[NODE_NOT_NEAR] = why_not_near,
		[NODE_NEGATED] = why_negation,
		[NODE_AFFIRMED] = why_negation,
		[NODE_COUNT] = why_count,
		[NODE_REF] = why_ref,
		[NODE_IN] = why_scope,
		[NODE_WITHIN] = NULL,
	};

	return reasons[x->kind] != NULL ? reasons[x->kind](g, x, r, a) : NULL;
}
