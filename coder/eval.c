/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Is a rule true in a unit?  (CODEBOOK 6.)  An expression is tried in a range
 * of words; places are found once for the whole document and cut out of their
 * sorted lists.  Only units with a place that could make `when` true are tried.
 */
#include <string.h>

#include "coder/run.h"

static void keep_read(struct engine *g, const struct reader *r, const struct place_list *from,
	struct place_list *to)
{
	vec_each (const struct place, p, from)
		if (reader_reads(r, &g->stream, p->first))
			vec_push(to, *p);
}

static void keep_negated(struct engine *g, struct expr *x)
{
	bool wanted = x->kind == NODE_NEGATED;

	negate_prepare(&g->tree.negate, &g->stream, g->epoch);
	vec_each (const struct place, p, eval_places(g, x->kids[0]))
		if (negate_place(&g->tree.negate, x->tongues, &g->stream, *p, &g->form) == wanted)
			vec_push(&x->places, *p);
}

const struct place_list *eval_places(struct engine *g, struct expr *x)
{
	if (x->epoch == g->epoch)
		return &x->places;
	x->epoch = g->epoch;
	vec_reset(&x->places);
	switch (x->kind) {
	case NODE_PLACE:
		reader_prepare(x->reader, &g->stream, g->epoch, g->testing);
		keep_read(g, x->reader,
			finder_places(&g->tree.finders, x->finder, &g->stream, g->epoch),
			&x->places);
		break;
	case NODE_NEGATED:
	case NODE_AFFIRMED:
		keep_negated(g, x);
		break;
	default:
		for (size_t i = 0; i < x->nkids; i++)
			place_add_all(&x->places, eval_places(g, x->kids[i]));
		place_sort(&x->places);
		break;
	}
	return &x->places;
}

static bool holds_place(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	const struct place_list *all = eval_places(g, x);
	size_t before = out->n;

	for (size_t i = place_from(all, r.lo); i < all->n && all->items[i].first < r.hi; i++)
		if (all->items[i].last < r.hi)
			vec_push(out, all->items[i]);
	return out->n > before;
}

static bool holds_and(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	size_t before = out->n;

	for (size_t i = 0; i < x->nkids; i++) {
		if (!eval_expr(g, x->kids[i], r, out)) {
			out->n = before;
			return false;
		}
	}
	return true;
}

/* All true sides give places. */
static bool holds_or(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	bool some = false;

	for (size_t i = 0; i < x->nkids; i++)
		some = eval_expr(g, x->kids[i], r, out) || some;
	return some;
}

static bool holds_not(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	size_t before = out->n;
	bool inner = eval_expr(g, x->kids[0], r, out);

	out->n = before;
	return !inner;
}

static int compare_places(const void *pa, const void *pb)
{
	uint32_t a = ((const struct place *)pa)->first, b = ((const struct place *)pb)->first;

	return a < b ? -1 : a > b;
}

static size_t different_firsts(const struct place_list *l, size_t from)
{
	size_t n = 0;

	if (l->n > from + 1)
		qsort(l->items + from, l->n - from, sizeof *l->items, compare_places);
	for (size_t i = from; i < l->n; i++)
		n += i == from || l->items[i].first != l->items[i - 1].first;
	return n;
}

/* `N of (...)`: N of them true. `N of @list`: N different items and N different first words. */
static bool holds_count(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	size_t before = out->n, n = 0;
	bool is_list = x->node->pattern != NULL;

	for (size_t i = 0; i < x->nkids; i++)
		n += eval_expr(g, x->kids[i], r, out);
	if (n >= x->node->number && (!is_list || different_firsts(out, before) >= x->node->number))
		return true;
	out->n = before;
	return false;
}

/* <CODE:rule>: that rule, tried here.  <CODE>: what is suggested already. */
static bool holds_ref(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	size_t before = out->n, yes;

	if (x->nkids == 0)
		return standing_holds(g, engine_rank(g, x->node->code), r, out);
	if (!eval_expr(g, x->kids[0], r, out))
		return false;
	yes = out->n;
	if (x->nkids < 2 || !eval_expr(g, x->kids[1], r, out)) {
		out->n = yes;
		return true;
	}
	out->n = before;
	return false;
}

/* One answer is kept, for the units of one scope ask the same. */
static bool ask(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	if (x->answer_epoch != g->epoch || x->asked.lo != r.lo || x->asked.hi != r.hi) {
		x->answer_epoch = g->epoch;
		x->asked = r;
		vec_reset(&x->answer_places);
		x->answer = eval_expr(g, x->kids[0], r, &x->answer_places);
	}
	place_add_all(out, &x->answer_places);
	return x->answer;
}

static bool is_question(const struct document *doc, uint32_t turn)
{
	int32_t label = doc->turns.items[turn].label;

	return label != DOCUMENT_NOBODY && doc->labels.items[label].role == ROLE_INTERVIEWER;
}

/* The interviewer's last turn before TURN.  Units come in order, so it goes back no further than to
 * the turn that asked before. */
static uint32_t question_before(struct engine *g, struct expr *x, uint32_t turn)
{
	bool known = x->question_epoch == g->epoch && x->asking <= turn;
	uint32_t stop = known ? x->asking : 0, found = known ? x->question : NO_TURN;

	for (uint32_t t = turn; t > stop; t--) {
		if (is_question(g->stream.doc, t - 1)) {
			found = t - 1;
			break;
		}
	}
	x->question_epoch = g->epoch;
	x->asking = turn;
	x->question = found;
	return found;
}

static bool holds_question(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	uint32_t turn = question_before(g, x, stream_turn(&g->stream, r.lo));

	return turn != NO_TURN && ask(g, x, stream_range(&g->stream, UNIT_TURN, turn), out);
}

/* A unit of which nothing is read does not exist for the rule (6.1). */
static bool exists(struct engine *g, const struct expr *x, struct range r)
{
	if (r.lo == r.hi)
		return false;
	for (uint32_t p = stream_para(&g->stream, r.lo); p <= stream_para(&g->stream, r.hi - 1);
		p++)
		if (x->reader->reads.items[p])
			return true;
	return false;
}

/* `in S (e)`: in the S around the range, or in some S inside it (6.6). */
static bool holds_in(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	static const enum unit_kind units[] = {
		[SCOPE_SENTENCE] = UNIT_SENTENCE,
		[SCOPE_TURN] = UNIT_TURN,
		[SCOPE_PARAGRAPH] = UNIT_PARAGRAPH,
		[SCOPE_DOCUMENT] = UNIT_DOCUMENT,
	};
	uint32_t first, last;
	enum unit_kind kind;
	bool some = false;

	if (r.lo == r.hi)
		return false;
	if (x->node->scope == SCOPE_QUESTION)
		return holds_question(g, x, r, out);
	kind = units[x->node->scope];
	first = stream_unit(&g->stream, kind, r.lo);
	last = stream_unit(&g->stream, kind, r.hi - 1);
	reader_prepare(x->reader, &g->stream, g->epoch, g->testing);
	for (uint32_t unit = first; unit <= last; unit++) {
		struct range scope = stream_range(&g->stream, kind, unit);

		some = (exists(g, x, scope) && ask(g, x, scope, out)) || some;
	}
	return some;
}

/* N sentences on from SENTENCE in one direction, those of the turn that are read. */
static uint32_t walk(struct engine *g, const struct expr *x, uint32_t sentence, int by)
{
	const struct document *doc = g->stream.doc;
	uint32_t reached = sentence, left = x->node->number;
	uint32_t turn = doc->paras.items[doc->sentences.items[sentence].para].turn;

	while (left > 0) {
		uint32_t para;

		if (by < 0 ? sentence == 0 : sentence + 1 >= doc->sentences.n)
			break;
		sentence += (uint32_t)by;
		para = doc->sentences.items[sentence].para;
		if (doc->paras.items[para].turn != turn)
			break;
		if (!x->reader->reads.items[para])
			continue;
		reached = sentence;
		left--;
	}
	return reached;
}

static bool holds_within(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	uint32_t first, last;

	if (r.lo == r.hi)
		return false;
	reader_prepare(x->reader, &g->stream, g->epoch, g->testing);
	first = walk(g, x, stream_unit(&g->stream, UNIT_SENTENCE, r.lo), -1);
	last = walk(g, x, stream_unit(&g->stream, UNIT_SENTENCE, r.hi - 1), 1);
	r.lo = stream_range(&g->stream, UNIT_SENTENCE, first).lo;
	r.hi = stream_range(&g->stream, UNIT_SENTENCE, last).hi;
	return ask(g, x, r, out);
}

static bool (*const holds[])(
	struct engine *g, struct expr *x, struct range r, struct place_list *out) = {
	[NODE_PLACE] = holds_place,
	[NODE_ANY] = holds_place,
	[NODE_OR] = holds_or,
	[NODE_AND] = holds_and,
	[NODE_NOT] = holds_not,
	[NODE_CHAIN] = chain_holds,
	[NODE_NOT_NEAR] = chain_lacks,
	[NODE_NEGATED] = holds_place,
	[NODE_AFFIRMED] = holds_place,
	[NODE_COUNT] = holds_count,
	[NODE_REF] = holds_ref,
	[NODE_IN] = holds_in,
	[NODE_WITHIN] = holds_within,
};

bool eval_expr(struct engine *g, struct expr *x, struct range r, struct place_list *out)
{
	return holds[x->kind](g, x, r, out);
}
