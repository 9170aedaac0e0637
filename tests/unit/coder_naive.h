/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A naive evaluator of rules (CODEBOOK 6): it looks at one unit at a time, tries all combinations
 * of places, and shares no code with the engine.  Words are bits, so a text has at most 64.
 */
#ifndef TEMA_TESTS_CODER_NAIVE_H
#define TEMA_TESTS_CODER_NAIVE_H

#include "tests/unit/coder_random.h"

struct run_of { /* a place: words first..last, and its turn */
	int first, last, turn;
};

struct found {
	struct run_of p[WORDS_MAX * 8];
	int n;
};

/* What the codebook says beside its rules. */
struct naive_world {
	const struct naive_text *all; /* of everyone */
	unsigned triggers;	      /* words */
	bool except, border;	      /* except "tidak kuning", border kuning */
	int code_unit;		      /* of B, as IN has it */
};

struct unit {
	const struct naive_world *world;
	const struct naive_text *t; /* the words that are read */
	int lo, hi;
};

static inline bool is(const struct naive_text *t, int i, int pattern)
{
	return patterns[pattern].finds >> t->w[i].word & 1;
}

static inline bool side_by_side(const struct naive_text *t, int i)
{
	return i + 1 < t->n && !t->w[i].comma && t->w[i].sentence == t->w[i + 1].sentence;
}

static inline bool phrase_at(const struct naive_text *t, int i, int a, int b)
{
	return side_by_side(t, i) && is(t, i, a) && is(t, i + 1, b);
}

/* merah-merah is "merah merah" in one word. */
static inline bool joined_at(const struct naive_text *t, int i, int a, int b)
{
	return t->w[i].word == TWICE && is(t, i, a) && is(t, i, b);
}

/* Is the trigger part of "tidak kuning"? */
static inline bool excepted(const struct naive_text *t, int i)
{
	return t->w[i].word == TIDAK && side_by_side(t, i) && t->w[i + 1].word == 1;
}

static inline bool negated_before(struct unit u, int first)
{
	for (int k = 1; k <= 3 && first - k >= 0; k++) {
		const struct naive_word *w = &u.t->w[first - k];

		if (w->sentence != u.t->w[first].sentence || w->comma)
			return false;
		if (u.world->triggers >> w->word & 1 &&
			!(u.world->except && excepted(u.t, first - k)))
			return true;
		if (u.world->border && w->word == 1)
			return false;
	}
	return false;
}

static inline bool negated_at(struct unit u, struct run_of p)
{
	bool self = false;

	for (int i = p.first; i <= p.last; i++)
		self = self || u.t->w[i].word == SELF_NEGATED;
	return negated_before(u, p.first) != self;
}

static inline void put(struct unit u, int first, int last, struct found *out)
{
	out->p[out->n++] = (struct run_of){ first, last, u.t->w[first].turn };
}

static inline void phrases(struct unit u, int i, int a, int b, struct found *out)
{
	if (joined_at(u.t, i, a, b))
		put(u, i, i, out);
	if (i + 1 < u.hi && phrase_at(u.t, i, a, b))
		put(u, i, i + 1, out);
}

static inline void item_places(struct unit u, int i, const int item[2], struct found *out)
{
	if (item[1] >= 0)
		phrases(u, i, item[0], item[1], out);
	else if (is(u.t, i, item[0]))
		put(u, i, i, out);
}

/* Is the word of a MINUS excluded? ~merah -merah: merah, merah-merah, merahnya. */
static inline bool taken_out(struct unit u, int i, const struct tree *t)
{
	if (t->a == ROOT)
		return (RED | BIT(7)) >> u.t->w[i].word & 1;
	return phrase_at(u.t, i, t->a, t->b) || joined_at(u.t, i, t->a, t->b) ||
	       (i > 0 && phrase_at(u.t, i - 1, t->a, t->b));
}

static inline void places(const struct naive_rule *r, int id, struct unit u, struct found *out)
{
	const struct tree *t = &r->nodes[id];
	struct found inner = { .n = 0 };

	for (int i = u.lo; i < u.hi; i++) {
		if (t->kind == PHRASE)
			phrases(u, i, t->a, t->b, out);
		if (t->kind == ITEMS)
			for (int k = 0; k < 3; k++)
				item_places(u, i, lists[t->list].item[k], out);
		if ((t->kind == WORD || t->kind == MINUS) && is(u.t, i, t->a) &&
			(t->kind == WORD || !taken_out(u, i, t)))
			put(u, i, i, out);
	}
	for (int k = 0; k < t->nkids; k++)
		places(r, t->kids[k], u, &inner);
	for (int i = 0; i < inner.n; i++)
		if (t->kind == EITHER || negated_at(u, inner.p[i]) == (t->kind == NEGATED))
			out->p[out->n++] = inner.p[i];
}

static inline bool step_fits(const struct tree *t, int step, struct run_of a, struct run_of b)
{
	bool a_first = a.last < b.first, b_first = b.last < a.first;
	int distance = a_first ? b.first - a.last : a.first - b.last;

	if ((!a_first && !b_first) || distance > t->distance[step] || a.turn != b.turn)
		return false;
	return t->step[step] == 0 || (t->step[step] == 1 ? a_first : b_first);
}

static inline void mark(uint64_t *words, struct run_of p)
{
	for (int i = p.first; i <= p.last; i++)
		*words |= (uint64_t)1 << i;
}

/* All combinations: the words of every solution. */
static inline bool solutions(const struct tree *t, const struct found *kids, int k,
	struct run_of *chosen, uint64_t *words)
{
	bool some = false;

	if (k == t->nkids) {
		for (int i = 0; i < k; i++)
			mark(words, chosen[i]);
		return true;
	}
	for (int i = 0; i < kids[k].n; i++) {
		chosen[k] = kids[k].p[i];
		if (k == 0 || step_fits(t, k - 1, chosen[k - 1], chosen[k]))
			some = solutions(t, kids, k + 1, chosen, words) || some;
	}
	return some;
}

static inline bool lonely(const struct tree *t, struct run_of p, const struct found *others)
{
	for (int k = 0; k < others->n; k++)
		if (step_fits(t, 0, p, others->p[k]))
			return false;
	return true;
}

static inline bool chain(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	struct found kids[SOLUTION_MAX] = { { .n = 0 } };
	struct run_of chosen[SOLUTION_MAX];
	bool some = false;

	for (int i = 0; i < t->nkids; i++)
		places(r, t->kids[i], u, &kids[i]);
	if (t->kind == CHAIN)
		return solutions(t, kids, 0, chosen, words);
	for (int i = 0; i < kids[0].n; i++) {
		if (!lonely(t, kids[0].p[i], &kids[1]))
			continue;
		mark(words, kids[0].p[i]);
		some = true;
	}
	return some;
}

static inline bool holds(const struct naive_rule *r, int id, struct unit u, uint64_t *words);

/* scope: 0 sentence, 1 paragraph, 2 turn, 3 document */
static inline bool same_scope(const struct naive_text *t, int scope, int i, int k)
{
	const struct naive_word *a = &t->w[i], *b = &t->w[k];

	return scope == 3 || (scope == 2	  ? a->turn == b->turn
				     : scope == 1 ? a->para == b->para
						  : a->sentence == b->sentence);
}

static inline struct unit around(struct unit u, int scope, int i)
{
	u.lo = i;
	u.hi = i + 1;
	while (u.lo > 0 && same_scope(u.t, scope, u.lo - 1, i))
		u.lo--;
	while (u.hi < u.t->n && same_scope(u.t, scope, u.hi, i))
		u.hi++;
	return u;
}

/* In the scope around the unit, or in some scope inside it. */
static inline bool holds_in(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	bool some = false;
	struct unit scope;

	for (int lo = u.lo; lo < u.hi; lo = scope.hi) {
		uint64_t here = 0;

		scope = around(u, t->scope, lo);
		if (holds(r, t->kids[0], scope, &here)) {
			*words |= here;
			some = true;
		}
	}
	return some;
}

/* The interviewer's last turn before the unit's. */
static inline bool holds_question(const struct naive_rule *r, const struct tree *t, struct unit u)
{
	const struct naive_text *all = u.world->all;
	struct unit question = { u.world, all, 0, 0 };
	uint64_t ignored = 0;
	bool some = false;

	for (int i = 0; i < all->n && all->w[i].turn < u.t->w[u.lo].turn; i++) {
		if (!all->w[i].asked)
			continue;
		question = around(question, 2, i);
		some = true;
	}
	return some && holds(r, t->kids[0], question, &ignored);
}

/* The unit's sentences and count on each side, in the turn. */
static inline bool holds_within(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	int first = u.t->w[u.lo].sentence - t->count, last = u.t->w[u.hi - 1].sentence + t->count;
	struct unit wide = u;

	while (wide.lo > 0 && u.t->w[wide.lo - 1].turn == u.t->w[u.lo].turn &&
		u.t->w[wide.lo - 1].sentence >= first)
		wide.lo--;
	while (wide.hi < u.t->n && u.t->w[wide.hi].turn == u.t->w[u.hi - 1].turn &&
		u.t->w[wide.hi].sentence <= last)
		wide.hi++;
	return holds(r, t->kids[0], wide, words);
}

/* So many different items, and so many different first words. */
static inline bool holds_list(const struct tree *t, struct unit u, uint64_t *words)
{
	uint64_t here = 0, firsts = 0;
	int items = 0, nfirsts = 0;

	for (int k = 0; k < 3; k++) {
		struct found f = { .n = 0 };

		for (int i = u.lo; i < u.hi; i++)
			item_places(u, i, lists[t->list].item[k], &f);
		items += f.n > 0;
		for (int i = 0; i < f.n; i++) {
			mark(&here, f.p[i]);
			firsts |= (uint64_t)1 << f.p[i].first;
		}
	}
	for (; firsts != 0; firsts &= firsts - 1)
		nfirsts++;
	if (items < t->count || nfirsts < t->count)
		return false;
	*words |= here;
	return true;
}

/* B is suggested in units with biru and kuning, and reads nobody who asks. */
static inline bool holds_code(struct unit u, uint64_t *words)
{
	bool some = false;
	struct unit b;

	for (int lo = 0; lo < u.t->n; lo = b.hi) {
		bool has[2] = { false, false };
		uint64_t here = 0;

		b = around(u, u.world->code_unit, lo);
		for (int i = b.lo; i < b.hi; i++) {
			if (u.t->w[i].asked || !(is(u.t, i, 3) || is(u.t, i, 1)))
				continue;
			has[is(u.t, i, 3)] = true;
			mark(&here, (struct run_of){ i, i, 0 });
		}
		if (!has[0] || !has[1] || b.hi <= u.lo || b.lo >= u.hi)
			continue;
		*words |= here;
		some = true;
	}
	return some;
}

static inline bool holds_rule(const struct naive_rule *r, struct unit u, uint64_t *words)
{
	uint64_t here = 0, ignored = 0;

	if (!holds(r, r->p_when, u, &here) ||
		(r->p_unless >= 0 && holds(r, r->p_unless, u, &ignored)))
		return false;
	*words |= here;
	return true;
}

static inline bool holds_kids(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	uint64_t all = 0;
	int yes = 0, needed = t->kind == AND ? 2 : t->kind == OF ? t->count : 1;

	for (int i = 0; i < t->nkids; i++) {
		uint64_t side = 0;

		if (!holds(r, t->kids[i], u, &side))
			continue;
		yes++;
		all |= side;
	}
	if (t->kind == NOT)
		return yes == 0;
	if (yes < needed)
		return false;
	*words |= all;
	return true;
}

static inline bool holds(const struct naive_rule *r, int id, struct unit u, uint64_t *words)
{
	const struct tree *t = &r->nodes[id];
	struct found here = { .n = 0 };

	switch (t->kind) {
	case IN:
		return holds_in(r, t, u, words);
	case QUESTION:
		return holds_question(r, t, u);
	case WITHIN:
		return holds_within(r, t, u, words);
	case LIST:
		return holds_list(t, u, words);
	case CODE:
		return holds_code(u, words);
	case RULE:
		return holds_rule(r, u, words);
	case CHAIN:
	case LACKS:
		return chain(r, t, u, words);
	case AND:
	case OR:
	case NOT:
	case OF:
		return holds_kids(r, t, u, words);
	default:
		places(r, id, u, &here);
		for (int i = 0; i < here.n; i++)
			mark(words, here.p[i]);
		return here.n > 0;
	}
}

#endif
