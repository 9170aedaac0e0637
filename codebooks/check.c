/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be said only when settings and lists are known. */
#include "codebooks/parse.h"

static bool is_match_unit(const struct node *n)
{
	return node_is_place(n) || n->kind == NODE_CHAIN || n->kind == NODE_NOT_NEAR;
}

/* CODEBOOK 6.8 */
static void check_match(struct parser *p, const struct rule_draft *d)
{
	const struct rule *r = d->rule;

	if (r == NULL || r->when == NULL || r->set.unit != UNIT_MATCH || is_match_unit(r->when))
		return;
	complain_hint(p->c, complain_error(p->c, d->when_at, SAY(E016_MATCH)), SAY(H_MATCH));
}

/* CODEBOOK 6.6: sentences are counted from the unit's own. */
static void check_within(struct parser *p, const struct rule *r, const struct node *n)
{
	if (n == NULL)
		return;
	if (n->kind == NODE_WITHIN && r->set.unit > UNIT_SENTENCE)
		complain_hint(
			p->c, complain_error(p->c, n->at, SAY(E013_WITHIN)), SAY(H_WITHIN_UNIT));
	for (size_t i = 0; i < n->nkids; i++)
		check_within(p, r, n->kids[i]);
}

static void check_rule(struct parser *p, const struct rule_draft *d)
{
	check_match(p, d);
	if (d->rule == NULL)
		return;
	check_within(p, d->rule, d->rule->when);
	check_within(p, d->rule, d->rule->unless);
}

static bool has_inner_list(const struct wordlist *l)
{
	for (size_t i = 0; i < l->nitems; i++)
		if (l->items[i]->kind == PATTERN_LIST)
			return true;
	return false;
}

/* "5 of @mutu" with four items. */
static void check_count(struct parser *p, const struct count_use *u)
{
	const struct wordlist *l = u->node->pattern->list;

	if (l == NULL || l->nitems >= u->node->number || resolve_list(l)->broken ||
		has_inner_list(l))
		return;
	complain_error(p->c, u->at, SAY(E011_COUNT_LIST), l->name, l->nitems);
}

void check_codebook(struct parser *p)
{
	vec_each (struct code_draft, c, &p->codes)
		vec_each (struct rule_draft, d, &c->rules)
			check_rule(p, d);
	vec_each (struct count_use, u, &p->counts)
		check_count(p, u);
}
