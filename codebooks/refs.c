/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References between codes and rules: <CODE>, <CODE:rule>, see, and what
 * `inherit up` adds.  A code waits for its rules and for the children that
 * inherit up; a rule waits for what it refers to.  Cycles are E015.
 *
 * Nodes of the graph: the codes by draft, behind them the rules by number.
 */
#include "codebooks/parse.h"

#include <string.h>

#include "base/opt.h"
#include "codebooks/graph.h"

#define NAMES_TRIED 1000

static const char *nearest_code(const struct parser *p, const char *key)
{
	const char *names[NAMES_TRIED];
	size_t n = 0;

	while (n < NAMES_TRIED && n < p->code_of_name.n) {
		names[n] = p->codes.items[p->code_of_name.items[n]].code->key;
		n++;
	}
	return opt_nearest(key, names, n);
}

static const char *nearest_rule(const struct parser *p, uint32_t code, const char *key)
{
	const char *names[NAMES_TRIED];
	const struct rule_drafts *d = &p->codes.items[code].rules;
	size_t n = 0;

	for (size_t i = 0; i < d->n && n < NAMES_TRIED; i++)
		if (d->items[i].rule != NULL && !d->items[i].rule->is_keyword)
			names[n++] = d->items[i].rule->key;
	return opt_nearest(key, names, n);
}

static void unknown_code(struct parser *p, struct at at, const char *path, bool foreign)
{
	struct diag *g;
	const char *near;

	if (p->blind || (p->unsure & UNSURE_CODES) != 0)
		return;
	g = complain_error(p->c, at, SAY(E010_CODE), path);
	near = g == NULL || foreign || strlen(path) < 3 ? NULL : nearest_code(p, path);
	if (foreign)
		complain_hint(p->c, g, SAY(H_USE), (int)strcspn(path, "."), path);
	else if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
}

void resolve_unknown_code(struct parser *p, struct at at, const char *path)
{
	const char *dot = strchr(path, '.');

	unknown_code(p, at, path,
		dot != NULL && codebook_named(p->cb, path, (size_t)(dot - path)) == NULL);
}

static void unknown_rule(struct parser *p, const struct ref_node *r)
{
	const char *near;
	struct diag *g;

	if ((p->unsure & UNSURE_RULES) != 0)
		return;
	g = complain_error(p->c, r->node.at, SAY(E010_RULE), r->node.code->key, r->node.ref_rule);
	near = g != NULL && r->target_code != NO_PARENT
		       ? nearest_rule(p, r->target_code, r->node.ref_rule)
		       : NULL;
	if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
}

/* The draft of a code of this file, or of the block that extends the code. */
static const struct code *find_code(struct parser *p, struct ref_node *r)
{
	const char *path = r->node.ref_code, *key;
	bool foreign = false;

	r->target_code = path == NULL ? r->code : NO_PARENT;
	if (path != NULL) {
		key = resolve_path(p, path, &foreign);
		if (foreign)
			return resolve_used_code(p, path);
		r->target_code = resolve_code(p, key);
	}
	if (r->target_code == NO_PARENT)
		return NULL;
	if (p->codes.items[r->target_code].extends)
		return p->codes.items[r->target_code].target;
	return p->codes.items[r->target_code].code;
}

/* The rule may stand in the code itself, or in a block of this file that extends it. */
static const struct rule *find_rule(struct parser *p, struct ref_node *r)
{
	if (r->target_code != NO_PARENT)
		r->target = resolve_rule(p, r->target_code, r->node.ref_rule);
	for (uint32_t i = 0; i < p->codes.n && r->target == NULL && r->node.code != NULL; i++)
		if (p->codes.items[i].target == r->node.code ||
			p->codes.items[i].code == r->node.code)
			r->target = resolve_rule(p, i, r->node.ref_rule);
	if (r->target != NULL || r->node.code == NULL)
		return r->target;
	return r->node.code->book != p->cb ? code_rule(r->node.code, r->node.ref_rule) : NULL;
}

static void find_target(struct parser *p, struct ref_node *r)
{
	r->node.code = find_code(p, r);
	if (r->node.code == NULL &&
		(r->target_code == NO_PARENT || !p->codes.items[r->target_code].extends)) {
		resolve_unknown_code(p, r->node.at, r->node.ref_code);
		return;
	}
	if (r->node.ref_rule == NULL)
		return;
	r->node.rule = find_rule(p, r);
	if (r->node.rule == NULL && r->node.code != NULL)
		unknown_rule(p, r);
}

/* `see KEY` of this file; other codebooks need not be there. */
static void check_see(struct parser *p)
{
	vec_each (const struct see_use, see, &p->sees) {
		bool foreign;
		const char *key = resolve_path(p, see->path, &foreign);

		if (!foreign && strcmp(key, "?") != 0 && resolve_code(p, key) == NO_PARENT)
			unknown_code(p, see->at, key, false);
	}
}

/* --- cycles -------------------------------------------------------------------------------------
 */

/* The node of a rule; false: the rule is not in the table, because its key is wrong. */
static bool node_of(const struct parser *p, const struct rule *r, uint32_t *node)
{
	uint32_t number = resolve_number(r);

	*node = (uint32_t)p->codes.n + number;
	return number != NO_PARENT;
}

/* The nodes a reference joins; false: one of them is unknown or in another file. */
static bool ends_of(const struct parser *p, const struct ref_node *r, uint32_t *from, uint32_t *to)
{
	if (!node_of(p, r->from, from))
		return false;
	if (r->target != NULL)
		return node_of(p, r->target, to);
	*to = r->target_code;
	return r->node.ref_rule == NULL && r->target_code != NO_PARENT;
}

static void add_edges(const struct parser *p, struct graph *g)
{
	uint32_t from, to;

	vec_each (struct ref_node *, r, &p->refs) {
		if (!ends_of(p, *r, &from, &to))
			continue;
		if (!(*r)->from->is_private)
			graph_edge(g, (*r)->code, from);
		graph_edge(g, from, to);
	}
	for (uint32_t i = 0; i < p->codes.n; i++)
		if (p->codes.items[i].parent != NO_PARENT && p->codes.items[i].code->inherit_up)
			graph_edge(g, p->codes.items[i].parent, i);
}

static void report_cycles(struct parser *p)
{
	struct graph g;
	uint32_t from, to;
	bool *told;

	graph_init(&g, (uint32_t)(p->codes.n + p->rules.n));
	add_edges(p, &g);
	graph_solve(&g);
	told = mem_zalloc((size_t)g.n + 1, sizeof *told);
	/* From the end: the reference that closes the circle is the one to look at. */
	for (size_t i = p->refs.n; i-- > 0;) {
		const struct ref_node *r = p->refs.items[i];

		if (!ends_of(p, r, &from, &to) || g.component[from] != g.component[to] ||
			told[g.component[from]])
			continue;
		told[g.component[from]] = true;
		complain_hint(
			p->c, complain_error(p->c, r->node.at, SAY(E015_REFERENCE)), SAY(H_CYCLE));
	}
	free(told);
	graph_release(&g);
}

/* Rules that refer to rules are tried one inside the other. */
static void report_depth(struct parser *p)
{
	struct graph g = resolve_rule_graph(p);
	uint32_t *depths = graph_depths(&g);

	for (uint32_t i = 0; i < g.n; i++)
		if (depths[i] > NESTING_MAX)
			complain_error(
				p->c, p->rules.items[i]->at, SAY(E022_REFERENCES), NESTING_MAX);
	free(depths);
	graph_release(&g);
}

void resolve_refs(struct parser *p)
{
	vec_each (struct ref_node *, r, &p->refs)
		find_target(p, *r);
	check_see(p);
	if (p->refs.n == 0)
		return;
	report_cycles(p);
	report_depth(p);
}
