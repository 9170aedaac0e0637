/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * near, before, after (CODEBOOK 6.4).
 *
 * The operands' places are cut down to those that have a partner in the
 * operand before, from left to right, then to those that have one in the
 * operand behind, from right to left: what is left takes part in a solution.
 */
#include "coder/run.h"

static int compare_words(const void *pa, const void *pb)
{
	uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return a < b ? -1 : a > b;
}

static void set_lasts(struct expr *x)
{
	bool sorted = true;

	vec_reset(&x->lasts);
	vec_each (struct place, p, &x->here) {
		sorted = sorted && (x->lasts.n == 0 || *vec_last(&x->lasts) <= p->last);
		vec_push(&x->lasts, p->last);
	}
	if (!sorted)
		vec_sort(&x->lasts, compare_words);
}

/* Words from a to b, a before b; none over a turn's border. */
static bool within(
	const struct engine *g, const struct reader *r, uint32_t a, uint32_t b, uint32_t distance)
{
	const struct stream *s = &g->stream;

	return reader_count(r, s, b) - reader_count(r, s, a) <= distance &&
	       stream_turn(s, a) == stream_turn(s, b);
}

/* The nearest place that begins behind p decides: others are further. */
static bool has_behind(
	const struct engine *g, const struct expr *x, struct place p, uint32_t distance)
{
	size_t i = place_from(&x->here, p.last + 1);

	return i < x->here.n && within(g, x->reader, p.last, x->here.items[i].first, distance);
}

static bool has_before(
	const struct engine *g, const struct expr *x, struct place p, uint32_t distance)
{
	size_t lo = 0, hi = x->lasts.n;

	while (lo < hi) { /* how many end before p */
		size_t mid = lo + (hi - lo) / 2;

		if (x->lasts.items[mid] < p.first)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && within(g, x->reader, x->lasts.items[lo - 1], p.first, distance);
}

/* Has p, on the left of the step, a partner in x?  turned: p is on the right. */
static bool has_partner(const struct engine *g, const struct expr *x, struct place p,
	const struct step *step, bool turned)
{
	enum step_kind kind = step->kind;

	if (turned && kind != STEP_NEAR)
		kind = kind == STEP_BEFORE ? STEP_AFTER : STEP_BEFORE;
	return (kind != STEP_AFTER && has_behind(g, x, p, step->distance)) ||
	       (kind != STEP_BEFORE && has_before(g, x, p, step->distance));
}

static void keep_partners(const struct engine *g, struct expr *of, const struct expr *with,
	const struct step *step, bool turned, bool wanted)
{
	size_t n = 0;

	vec_each (struct place, p, &of->here)
		if (has_partner(g, with, *p, step, turned) == wanted)
			of->here.items[n++] = *p;
	of->here.n = n;
	set_lasts(of);
}

static void cut_out(struct engine *g, struct expr *x, struct range r)
{
	place_slice(eval_places(g, x), r, &x->here);
	set_lasts(x);
}

bool chain_holds(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	const struct step *steps = x->node->steps;

	for (size_t i = 0; i < x->nkids; i++) {
		cut_out(g, x->kids[i], r);
		if (i > 0)
			keep_partners(g, x->kids[i], x->kids[i - 1], &steps[i - 1], true, true);
		if (x->kids[i]->here.n == 0)
			return false;
	}
	for (size_t i = x->nkids - 1; i-- > 0;)
		keep_partners(g, x->kids[i], x->kids[i + 1], &steps[i], false, true);
	for (size_t i = 0; i < x->nkids; i++)
		place_add_all(out, &x->kids[i]->here);
	return true;
}

bool chain_lacks(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	struct expr *of = x->kids[0];

	cut_out(g, of, r);
	cut_out(g, x->kids[1], r);
	keep_partners(g, of, x->kids[1], &x->node->steps[0], false, false);
	place_add_all(out, &of->here);
	return of->here.n > 0;
}

uint32_t chain_distance(
	const struct engine *g, const struct reader *r, struct place a, struct place b)
{
	const struct stream *s = &g->stream;

	if (a.last < b.first)
		return reader_count(r, s, b.first) - reader_count(r, s, a.last);
	if (b.last < a.first)
		return reader_count(r, s, a.first) - reader_count(r, s, b.last);
	return 0;
}

static bool step_allows(const struct step *step, struct place a, struct place b, uint32_t distance)
{
	if (distance == 0 || distance > step->distance)
		return false;
	return step->kind == STEP_NEAR || (step->kind == STEP_BEFORE) == (a.first < b.first);
}

/* Of two equally near ones the first in the text. */
static struct place nearest(
	const struct engine *g, const struct expr *x, struct place a, const struct step *step)
{
	struct place best = a;
	uint32_t least = 0;

	vec_each (struct place, b, &x->here) {
		uint32_t distance = chain_distance(g, x->reader, a, *b);

		if (step_allows(step, a, *b, distance) && (least == 0 || distance < least)) {
			least = distance;
			best = *b;
		}
	}
	return best;
}

bool chain_nearest(struct engine *g, struct expr *x, size_t i, struct place_list *out)
{
	struct place at;

	if (i >= x->kids[0]->here.n)
		return false;
	vec_reset(out);
	at = x->kids[0]->here.items[i];
	vec_push(out, at);
	for (size_t k = 1; k < x->nkids; k++) {
		at = nearest(g, x->kids[k], at, &x->node->steps[k - 1]);
		vec_push(out, at);
	}
	return true;
}
