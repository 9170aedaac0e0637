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
	complain_hint(p->c,
		complain_error(p->c, d->when_at, "E016",
			"with 'unit match' the rule needs one place or a near chain"),
		"write another unit, or join the places by 'near N' or by 'or' in ( )");
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
	complain_error(p->c, u->at, "E011", "the list '@%s' has only %zu item%s", l->name,
		l->nitems, l->nitems == 1 ? "" : "s");
}

void check_codebook(struct parser *p)
{
	vec_each (struct code_draft, c, &p->codes)
		vec_each (struct rule_draft, d, &c->rules)
			check_match(p, d);
	vec_each (struct count_use, u, &p->counts)
		check_count(p, u);
}
