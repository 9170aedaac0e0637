/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hash of a rule (CODEBOOK 8): SHA-256 of what it means, written in one
 * canonical way.  Layout, comments, labels, notes, tests, weight and the names
 * of lists are not in it; the order of a list's items is not either.  A rule it
 * refers to stands in it by that rule's hash.
 *
 * Canonical text: (kind ...) with a pattern's key, its exclusions sorted.  What
 * lies in another file stands in it by name.
 */
#include "codebooks/parse.h"

#include <string.h>

#include "base/sha256.h"
#include "codebooks/graph.h"
#include "corpus/tokens.h"

VEC_TYPE(string_vec, char *);

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted and without doubles, each with SEPARATOR in front; empties v. */
static void add_sorted(struct string_vec *v, const char *separator, struct buf *out)
{
	vec_sort(v, compare_strings);
	for (size_t i = 0; i < v->n; i++)
		if (i == 0 || strcmp(v->items[i - 1], v->items[i]) != 0)
			buf_printf(out, "%s%s", separator, v->items[i]);
	for (size_t i = 0; i < v->n; i++)
		free(v->items[i]);
	vec_release(v);
}

static void add_digest(const uint8_t digest[SHA256_LEN], struct buf *out)
{
	char hex[2 * SHA256_LEN + 1];

	hex_of(digest, SHA256_LEN, hex);
	buf_adds(out, hex);
}

/* --- patterns and lists -------------------------------------------------------------------------
 */

static void add_pattern(const struct pattern *w, struct buf *out)
{
	struct string_vec except = VEC_INIT;

	if (w->kind == PATTERN_LIST && w->list != NULL) {
		buf_addc(out, '@');
		add_digest(resolve_list(w->list)->digest, out);
	} else {
		buf_adds(out, w->key);
	}
	for (size_t i = 0; i < w->nexcept; i++)
		vec_push(&except, mem_strdup(w->except[i]->key));
	add_sorted(&except, " -", out);
}

static void add_items(const struct pattern *const *items, size_t n, struct buf *out)
{
	struct string_vec v = VEC_INIT;

	for (size_t i = 0; i < n; i++) {
		struct buf item = BUF_INIT;

		add_pattern(items[i], &item);
		vec_push(&v, buf_detach(&item));
	}
	add_sorted(&v, "\n", out);
}

static bool is_list_of(const struct codebook *cb, const struct wordlist *l)
{
	uint32_t index = resolve_list(l)->index;

	return index < cb->lists.n && cb->lists.items[index] == l;
}

/* Lists that others hold come first; those of other files have their digests. */
static void digest_lists(const struct codebook *cb)
{
	struct graph g;

	graph_init(&g, (uint32_t)cb->lists.n);
	vec_each (struct wordlist *, l, &cb->lists)
		for (size_t k = 0; k < (*l)->nitems; k++)
			if ((*l)->items[k]->list != NULL && is_list_of(cb, (*l)->items[k]->list))
				graph_edge(&g, resolve_list(*l)->index,
					resolve_list((*l)->items[k]->list)->index);
	graph_solve(&g);
	for (uint32_t i = 0; i < g.n; i++) {
		struct list_draft *l = resolve_list(cb->lists.items[g.order[i]]);
		struct buf text = BUF_INIT;

		add_items(l->list.items, l->list.nitems, &text);
		sha256_of(text.data, text.len, l->digest);
		buf_release(&text);
	}
	graph_release(&g);
}

/* --- expressions --------------------------------------------------------------------------------
 */

static const char *const node_names[] = {
	[NODE_PLACE] = "place",
	[NODE_ANY] = "or",
	[NODE_OR] = "or",
	[NODE_AND] = "and",
	[NODE_NOT] = "not",
	[NODE_CHAIN] = "chain",
	[NODE_NOT_NEAR] = "not-near",
	[NODE_NEGATED] = "negated",
	[NODE_AFFIRMED] = "affirmed",
	[NODE_COUNT] = "of",
	[NODE_REF] = "ref",
	[NODE_IN] = "in",
	[NODE_WITHIN] = "within",
};

static void add_ref(const struct node *n, struct buf *out)
{
	if (n->rule != NULL)
		add_digest(n->rule->hash, out);
	else if (n->ref_rule == NULL && n->code != NULL)
		buf_adds(out, n->code->full);
	else
		buf_printf(out, "%s:%s", n->ref_code != NULL ? n->ref_code : "",
			n->ref_rule != NULL ? n->ref_rule : "");
}

static void add_node(const struct node *n, struct buf *out)
{
	buf_printf(out, "(%s", node_names[n->kind]);
	if (n->kind == NODE_IN)
		buf_printf(out, " %d", (int)n->scope);
	if (n->kind == NODE_COUNT || n->kind == NODE_WITHIN)
		buf_printf(out, " %u", n->number);
	if (n->pattern != NULL) {
		buf_addc(out, ' ');
		add_pattern(n->pattern, out);
	}
	if (n->kind == NODE_REF) {
		buf_addc(out, ' ');
		add_ref(n, out);
	}
	for (size_t i = 0; i < n->nkids; i++) {
		if (i > 0 && n->steps != NULL)
			buf_printf(
				out, " %d:%u", (int)n->steps[i - 1].kind, n->steps[i - 1].distance);
		buf_addc(out, ' ');
		add_node(n->kids[i], out);
	}
	buf_addc(out, ')');
}

static void add_cond(const struct cond *c, struct buf *out)
{
	static const char *const names[] = { "and", "or", "not", "test" };

	buf_printf(out, "(%s", names[c->kind]);
	if (c->kind == COND_TEST) {
		buf_printf(out, " %d %s\n%d ", (int)c->object, c->field, (int)c->op);
		token_form(c->value, strlen(c->value), true, out);
	}
	for (size_t i = 0; i < c->nkids; i++) {
		buf_addc(out, ' ');
		add_cond(c->kids[i], out);
	}
	buf_addc(out, ')');
}

static bool uses_negation(const struct node *n)
{
	if (n == NULL)
		return false;
	if (n->kind == NODE_NEGATED || n->kind == NODE_AFFIRMED)
		return true;
	for (size_t i = 0; i < n->nkids; i++)
		if (uses_negation(n->kids[i]))
			return true;
	return false;
}

/* --- rules --------------------------------------------------------------------------------------
 */

/* The file's changes of negation in one language, made once. */
struct negation_text {
	const struct codebook *book;
	const char *lang;
	char *text;
};

struct canon {
	VEC(struct negation_text) negations;
};

static char *negation_text(const struct codebook *cb, const char *lang)
{
	struct string_vec v = VEC_INIT;
	struct buf out = BUF_INIT;

	vec_each (struct negation_change, n, &cb->negations)
		for (size_t i = 0; strcmp(n->lang, lang) == 0 && i < n->nitems; i++) {
			struct buf item = BUF_INIT;

			buf_printf(&item, "%d ", (int)n->what);
			add_pattern(n->items[i], &item);
			vec_push(&v, buf_detach(&item));
		}
	add_sorted(&v, "\n", &out);
	return buf_detach(&out);
}

static const char *negations_in(struct canon *c, const struct codebook *book, const char *lang)
{
	struct negation_text t = { book, lang, NULL };

	vec_each (struct negation_text, have, &c->negations)
		if (have->book == book && strcmp(have->lang, lang) == 0)
			return have->text;
	t.text = negation_text(book, lang);
	vec_push(&c->negations, t);
	return t.text;
}

static void hash_rule(struct canon *c, struct rule *r)
{
	struct buf out = BUF_INIT;
	bool negation = uses_negation(r->when) || uses_negation(r->unless);

	buf_adds(&out, "rule 1\nwhen ");
	add_node(r->when, &out);
	if (r->unless != NULL) {
		buf_adds(&out, "\nunless ");
		add_node(r->unless, &out);
	}
	if (r->where != NULL) {
		buf_adds(&out, "\nwhere ");
		add_cond(r->where, &out);
	}
	buf_printf(&out, "\nunit %s\nspeakers %s", unit_names[r->set.unit],
		r->set.speakers_all ? "all" : "informant");
	for (size_t i = 0; r->set.languages[i] != NULL; i++)
		buf_printf(&out, "\nlanguage %s%s", r->set.languages[i],
			negation ? negations_in(c, r->book, r->set.languages[i]) : "");
	sha256_of(out.data, out.len, r->hash);
	buf_release(&out);
}

/* --- all rules, those that others refer to first -----------------------------------------------
 */

VEC_TYPE(rule_vec, struct rule *);

static void gather(const struct codebook *cb, struct rule_vec *out)
{
	vec_each (struct code *, code, &cb->codes)
		for (size_t i = 0; i < (*code)->nrules; i++) {
			struct rule_full *r = (struct rule_full *)(void *)(*code)->rules[i];

			r->place = (uint32_t)out->n;
			vec_push(out, &r->rule);
		}
}

static uint32_t place_of(const struct rule *r)
{
	return ((const struct rule_full *)(const void *)r)->place;
}

/* Nodes: the rules, behind them the codes. */
static void add_edges(struct graph *g, uint32_t from, const struct node *n, uint32_t rules)
{
	if (n == NULL)
		return;
	if (n->kind == NODE_REF && n->rule != NULL)
		graph_edge(g, from, place_of(n->rule));
	else if (n->kind == NODE_REF && n->code != NULL)
		graph_edge(g, from, rules + n->code->index);
	for (size_t i = 0; i < n->nkids; i++)
		add_edges(g, from, n->kids[i], rules);
}

static struct graph graph_of(const struct codebook *cb, const struct rule_vec *rules)
{
	struct graph g;
	uint32_t n = (uint32_t)rules->n;

	graph_init(&g, (uint32_t)(rules->n + cb->codes.n));
	for (uint32_t i = 0; i < n; i++) {
		const struct rule *r = rules->items[i];

		add_edges(&g, i, r->when, n);
		add_edges(&g, i, r->unless, n);
		if (!r->is_private)
			graph_edge(&g, n + r->code->index, i);
	}
	vec_each (struct code *, c, &cb->codes)
		if ((*c)->inherit_up && (*c)->parent != NULL)
			graph_edge(&g, n + (*c)->parent->index, n + (*c)->index);
	graph_solve(&g);
	return g;
}

const struct code *canon_codebook(struct codebook *cb)
{
	struct canon c = { VEC_INIT };
	struct rule_vec rules = VEC_INIT;
	const struct code *cyclic = NULL;
	struct graph g;

	gather(cb, &rules);
	g = graph_of(cb, &rules);
	for (uint32_t i = 0; i < g.n && cyclic == NULL; i++)
		if (g.cyclic[i])
			cyclic = i < rules.n ? rules.items[i]->code : cb->codes.items[i - rules.n];
	vec_each (struct codebook *, used, &cb->used)
		digest_lists(*used);
	digest_lists(cb);
	for (uint32_t i = 0; i < g.n && cyclic == NULL; i++)
		if (g.order[i] < rules.n)
			hash_rule(&c, rules.items[g.order[i]]);
	vec_each (struct negation_text, t, &c.negations)
		free(t->text);
	vec_release(&c.negations);
	vec_release(&rules);
	graph_release(&g);
	return cyclic;
}
