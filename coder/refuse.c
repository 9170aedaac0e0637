/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/refuse.h"

#include <string.h>

#include "coder/diag_place.h"

struct check {
	const struct codebook *cb;
	struct diags *d;
	bool refused;
};

static void refuse(struct check *c, const struct at *at, const char *what)
{
	diag_place(c->d, DIAG_ERROR, "E090", c->cb, at,
		"%s is not evaluated by this version of tema", what);
	c->refused = true;
}

static void check_pattern(struct check *c, const struct pattern *p)
{
	if (p->kind == PATTERN_STEM)
		refuse(c, &p->at, "'stem:'");
	if (p->kind == PATTERN_LIST && p->list == NULL)
		refuse(c, &p->at, "a list of another file");
	for (size_t i = 0; i < p->nparts; i++) {
		check_pattern(c, p->parts[i]);
		if (p->parts[i]->kind == PATTERN_ROOT && strchr(p->parts[i]->form, '_') != NULL)
			refuse(c, &p->at, "a compound root inside a phrase");
	}
	for (size_t i = 0; i < p->nexcept; i++)
		check_pattern(c, p->except[i]);
}

static void check_node(struct check *c, const struct node *n)
{
	if (n->kind == NODE_REF && n->ref_rule == NULL)
		refuse(c, &n->at, "a reference to a code's suggestions");
	if (n->pattern != NULL)
		check_pattern(c, n->pattern);
	for (size_t i = 0; i < n->nkids; i++)
		check_node(c, n->kids[i]);
}

static void check_rule(struct check *c, const struct rule *r)
{
	check_node(c, r->when);
	if (r->unless != NULL)
		check_node(c, r->unless);
}

static void check_code(struct check *c, const struct code *code)
{
	if (code->expand_before > 0 || code->expand_after > 0)
		refuse(c, &code->at, "'expand'");
	for (size_t i = 0; i < code->nrules; i++)
		check_rule(c, code->rules[i]);
}

/* Single words; exceptions may be phrases of plain words. */
static bool can_change_negation(const struct negation_change *c, const struct pattern *p)
{
	if (p->exact || p->nexcept > 0)
		return false;
	if (p->kind == PATTERN_WORD)
		return true;
	if (c->what != NEGATION_EXCEPT || p->kind != PATTERN_PHRASE)
		return false;
	for (size_t i = 0; i < p->nparts; i++)
		if (p->parts[i]->kind != PATTERN_WORD || p->parts[i]->exact ||
			(i + 1 < p->nparts && p->gaps[i][0] != '\0'))
			return false;
	return true;
}

bool refuse_check(const struct codebook *cb, struct diags *d)
{
	struct check c = { cb, d, false };

	vec_each (struct use, u, &cb->uses)
		refuse(&c, &u->at, "'use'");
	vec_each (struct extension, x, &cb->extensions)
		refuse(&c, &x->at, "'extend'");
	vec_each (struct negation_change, n, &cb->negations)
		for (size_t i = 0; i < n->nitems; i++)
			if (!can_change_negation(n, n->items[i]))
				refuse(&c, &n->items[i]->at,
					"in 'negation' anything but plain words and, in 'except', "
					"plain phrases");
	vec_each (struct wordlist *, list, &cb->lists)
		for (size_t i = 0; i < (*list)->nitems; i++)
			check_pattern(&c, (*list)->items[i]);
	vec_each (struct code *, code, &cb->codes)
		check_code(&c, *code);
	return c.refused;
}
