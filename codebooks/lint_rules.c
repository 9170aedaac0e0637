/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings about rules that cannot do what they say. */
#include "codebooks/lint.h"

#include <string.h>

static bool same_pattern(const struct pattern *a, const struct pattern *b)
{
	if (a == b)
		return true;
	if (a == NULL || b == NULL || a->nexcept != b->nexcept || strcmp(a->key, b->key) != 0)
		return false;
	for (size_t i = 0; i < a->nexcept; i++)
		if (strcmp(a->except[i]->key, b->except[i]->key) != 0)
			return false;
	return true;
}

static bool same_step(const struct node *a, const struct node *b, size_t i)
{
	return a->steps[i].kind == b->steps[i].kind && a->steps[i].distance == b->steps[i].distance;
}

static bool same_node(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->nkids != b->nkids || a->number != b->number ||
		a->scope != b->scope || a->code != b->code || a->rule != b->rule ||
		!same_pattern(a->pattern, b->pattern))
		return false;
	for (size_t i = 0; i < a->nkids; i++)
		if (!same_node(a->kids[i], b->kids[i]) ||
			(i > 0 && a->steps != NULL && a->kind == NODE_CHAIN &&
				!same_step(a, b, i - 1)))
			return false;
	return a->kind != NODE_NOT_NEAR || same_step(a, b, 0);
}

/* --- W054 --- */

/* a and not a, anywhere below. */
static const struct node *contradiction(const struct node *n)
{
	for (size_t i = 0; i < n->nkids && n->kind == NODE_AND; i++)
		for (size_t k = 0; k < n->nkids; k++)
			if (n->kids[k]->kind == NODE_NOT &&
				same_node(n->kids[i], n->kids[k]->kids[0]))
				return n->kids[k];
	for (size_t i = 0; i < n->nkids; i++) {
		const struct node *found = contradiction(n->kids[i]);

		if (found != NULL)
			return found;
	}
	return NULL;
}

/* Where `when` is true, so is this: it, or one of its conditions. */
static bool follows(const struct node *when, const struct node *unless)
{
	if (same_node(when, unless))
		return true;
	for (size_t i = 0; i < when->nkids && when->kind == NODE_AND; i++)
		if (same_node(when->kids[i], unless))
			return true;
	return false;
}

/* field = "a" and field = "b" of a field that has one value. */
static bool is_single(const struct cond *c)
{
	static const char *const single[] = { "role", "code", "method", "date", "kind" };

	for (size_t i = 0; i < sizeof single / sizeof *single; i++)
		if (strcmp(c->field, single[i]) == 0)
			return true;
	return false;
}

static bool differ(const struct cond *a, const struct cond *b)
{
	return a->kind == COND_TEST && b->kind == COND_TEST && a->op == OP_EQ && b->op == OP_EQ &&
	       a->object == b->object && strcmp(a->field, b->field) == 0 && is_single(a) &&
	       strcmp(a->value, b->value) != 0;
}

static const struct cond *impossible(const struct cond *c)
{
	for (size_t i = 0; i < c->nkids && c->kind == COND_AND; i++)
		for (size_t k = 0; k < i; k++)
			if (differ(c->kids[k], c->kids[i]))
				return c->kids[i];
	for (size_t i = 0; i < c->nkids; i++) {
		const struct cond *found = impossible(c->kids[i]);

		if (found != NULL)
			return found;
	}
	return NULL;
}

/* Can a word of the unit be among those that make it true?  Those of the question are not. */
static bool finds_in_unit(const struct node *n)
{
	if (n->kind == NODE_NOT || (n->kind == NODE_IN && n->scope == SCOPE_QUESTION))
		return false;
	for (size_t i = 0; i < n->nkids; i++)
		if (finds_in_unit(n->kids[i]))
			return true;
	return n->nkids == 0;
}

/* Of alternatives each is looked at. */
static void lint_question(struct parser *p, const struct rule *r, const struct node *n)
{
	if (n->kind == NODE_OR)
		for (size_t i = 0; i < n->nkids; i++)
			lint_question(p, r, n->kids[i]);
	else if (!finds_in_unit(n))
		complain_hint(p->c, lint_warning(p, r, n->at, SAY(W054_QUESTION)), SAY(H_QUESTION));
}

static void lint_truth(struct parser *p, const struct rule *r)
{
	const struct node *no = contradiction(r->when);
	const struct cond *cond = r->where != NULL ? impossible(r->where) : NULL;

	if (no != NULL)
		lint_warning(p, r, no->at, SAY(W054_DENIED));
	if (r->unless != NULL && follows(r->when, r->unless))
		lint_warning(p, r, r->unless->at, SAY(W054_UNLESS));
	if (cond != NULL)
		lint_warning(p, r, cond->at, SAY(W054_FIELD));
	if (!r->is_private) /* the rule that refers to it may have a word of its own */
		lint_question(p, r, r->when);
}

/* --- W066 --- */

static const enum scope_kind no_scope = SCOPE_QUESTION;

static enum scope_kind scope_of_unit(enum unit_kind unit)
{
	static const enum scope_kind scopes[] = {
		[UNIT_MATCH] = SCOPE_SENTENCE,
		[UNIT_SENTENCE] = SCOPE_SENTENCE,
		[UNIT_TURN] = SCOPE_TURN,
		[UNIT_PARAGRAPH] = SCOPE_PARAGRAPH,
		[UNIT_DOCUMENT] = SCOPE_DOCUMENT,
	};

	return scopes[unit];
}

static void lint_scope(
	struct parser *p, const struct rule *r, const struct node *n, enum scope_kind around)
{
	static const char *const names[] = { "sentence", "turn", "paragraph", "document" };

	if (n->kind == NODE_IN && n->scope == around && around != no_scope)
		complain_hint(p->c,
			lint_warning(p, r, n->at, SAY(W066_SCOPE), names[around], names[around]),
			SAY(H_SCOPE));
	if (n->kind == NODE_IN)
		around = n->scope;
	if (n->kind == NODE_WITHIN)
		around = no_scope;
	for (size_t i = 0; i < n->nkids; i++)
		lint_scope(p, r, n->kids[i], around);
}

/* --- W055 --- */

/* The best score of rules with this unit; *first: one of them. */
static double reach(const struct code *c, enum unit_kind unit, const struct rule **first)
{
	double miss = 1;

	*first = NULL;
	for (size_t i = 0; i < c->nrules; i++) {
		const struct rule *r = c->rules[i];

		if (r->is_private || r->set.unit != unit)
			continue;
		*first = *first == NULL ? r : *first;
		miss *= 1 - r->set.weight;
	}
	return 1 - miss;
}

static void lint_threshold(struct parser *p, const struct code *c)
{
	for (int unit = UNIT_MATCH; unit <= UNIT_DOCUMENT; unit++) {
		const struct rule *first;
		double best = reach(c, (enum unit_kind)unit, &first);

		if (first != NULL && best + 0.00005 < c->set.threshold)
			complain_hint(p->c,
				lint_warning(p, first, first->at, SAY(W055_THRESHOLD), c->key,
					unit_names[unit], best, c->set.threshold),
				SAY(H_THRESHOLD));
	}
}

void lint_rules(struct parser *p)
{
	vec_each (struct code *, c, &p->cb->codes) {
		if ((*c)->book != p->cb)
			continue;
		lint_threshold(p, *c);
		for (size_t i = 0; i < (*c)->nrules; i++) {
			const struct rule *r = (*c)->rules[i];

			if (r->is_keyword || r->book != p->cb)
				continue;
			lint_truth(p, r);
			lint_scope(p, r, r->when, scope_of_unit(r->set.unit));
			if (r->unless != NULL)
				lint_scope(p, r, r->unless, scope_of_unit(r->set.unit));
		}
	}
}

/* --- W072 --- */

static void lint_inherit(struct parser *p, const struct code *c, struct at at)
{
	if (c->parent == NULL)
		complain_hint(p->c, lint_warning(p, NULL, at, SAY(W072_NO_PARENT), c->full),
			SAY(H_NO_PARENT));
}

/* A parent may also be given by an `extend`, of this file or of one it uses. */
void lint_parents(struct parser *p)
{
	vec_each (struct code *, c, &p->cb->codes)
		if ((*c)->book == p->cb && (*c)->inherit_up)
			lint_inherit(p, *c, (*c)->at);
	vec_each (const struct extension, x, &p->cb->extensions)
		if (x->body->inherit_up && x->target != NULL && x->target->book != p->cb)
			lint_inherit(p, x->target, x->at);
}

/* --- W073 --- */

void lint_seams(struct parser *p)
{
	vec_each (const struct at, at, &p->seams)
		complain_hint(p->c, lint_warning(p, NULL, *at, SAY(W073_JOINED)), SAY(H_JOINED));
}

/* --- W067 --- */

void lint_hidden(struct parser *p)
{
	vec_each (struct wordlist *, l, &p->cb->lists)
		vec_each (struct codebook *, used, &p->cb->used)
			if (codebook_list(*used, (*l)->name) != NULL)
				complain_hint(p->c,
					lint_warning(p, NULL, (*l)->at, SAY(W067_HIDDEN),
						(*l)->name, (*used)->name),
					SAY(H_OTHER_LIST), (*used)->name, (*l)->name);
}
