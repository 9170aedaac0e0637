/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the whole file is needed for, first part: names of lists and codes,
 * `each`, settings, and the rules of a code with their keys.
 */
#include "codebooks/parse.h"

#include <string.h>

#include "base/opt.h"
#include "codebooks/graph.h"

#define NAMES_TRIED 1000 /* for "did you mean" */

struct rule *rule_new(struct arena *a)
{
	struct rule_full *r = arena_alloc(a, sizeof *r);

	r->number = NO_PARENT;
	return &r->rule;
}

uint32_t resolve_number(const struct rule *r)
{
	return ((const struct rule_full *)(const void *)r)->number; /* its first member */
}

struct graph resolve_rule_graph(const struct parser *p)
{
	struct graph g;

	graph_init(&g, (uint32_t)p->rules.n);
	vec_each (struct ref_node *, r, &p->refs)
		if ((*r)->target != NULL && resolve_number((*r)->from) != NO_PARENT)
			graph_edge(&g, resolve_number((*r)->from), resolve_number((*r)->target));
	graph_solve(&g);
	return g;
}

struct rule *rule_of_keyword(struct arena *a, const struct pattern *item, struct at at)
{
	struct rule *r = rule_new(a);
	struct node *n = arena_alloc(a, sizeof *n);

	n->kind = NODE_PLACE;
	n->pattern = item;
	n->at = at;
	r->when = n;
	r->key = item->key;
	r->is_keyword = true;
	r->at = at;
	return r;
}

struct list_draft *resolve_list(const struct wordlist *list)
{
	return (struct list_draft *)(void *)list; /* its first member */
}

/* --- names --------------------------------------------------------------------------------------
 */

static uint32_t add_name(struct parser *p, struct intern *names, const char *name, bool *is_new)
{
	uint32_t before = names->n;
	char *low = parse_lower(p, name);
	uint32_t id = intern_add(names, low, strlen(low));

	*is_new = names->n > before;
	return id;
}

static uint32_t find_name(struct parser *p, const struct intern *names, const char *name)
{
	char *low = parse_lower(p, name);

	return intern_find(names, low, strlen(low));
}

static void twice(
	struct parser *p, struct at at, enum message what, const char *name, struct at first)
{
	complain_hint(p->c,
		complain_error(p->c, at, SAY(E012_NAME), parse_piece(p, what), name, first.line),
		SAY(H_ANOTHER_NAME));
}

static void name_lists(struct parser *p)
{
	bool is_new;

	vec_each (struct wordlist *, l, &p->cb->lists) {
		struct list_draft *d = resolve_list(*l);
		uint32_t id = add_name(p, &p->list_names, d->list.name, &is_new);

		d->index = (uint32_t)(l - p->cb->lists.items);
		if (is_new)
			vec_push(&p->list_of_name, d);
		else
			twice(p, d->list.at, MSG_P_LIST, d->list.name,
				p->list_of_name.items[id]->list.at);
	}
}

static void name_codes(struct parser *p)
{
	bool is_new;

	for (uint32_t i = 0; i < p->codes.n; i++) {
		const struct code *c = p->codes.items[i].code;
		uint32_t id;

		if (p->codes.items[i].extends || strcmp(c->key, "?") == 0)
			continue;
		id = add_name(p, &p->code_names, c->key, &is_new);
		if (is_new)
			vec_push(&p->code_of_name, i);
		else
			twice(p, c->at, MSG_P_CODE, c->key,
				p->codes.items[p->code_of_name.items[id]].code->at);
	}
}

/* The codebook that PATH names, if it is this file or one that it uses; *key is what follows. */
static const struct codebook *book_of(const struct parser *p, const char *path, const char **key)
{
	const char *dot = strchr(path, '.');

	*key = dot != NULL ? dot + 1 : path;
	return dot != NULL ? codebook_named(p->cb, path, (size_t)(dot - path)) : p->cb;
}

const struct code *resolve_used_code(const struct parser *p, const char *path)
{
	const char *key;
	const struct codebook *book = book_of(p, path, &key);

	return book != NULL && book != p->cb ? codebook_code(book, key) : NULL;
}

const char *resolve_path(const struct parser *p, const char *path, bool *foreign)
{
	const char *dot = strchr(path, '.');
	size_t len;

	*foreign = false;
	if (dot == NULL)
		return path;
	len = (size_t)(dot - path);
	*foreign = strlen(p->cb->name) != len || memcmp(p->cb->name, path, len) != 0;
	return dot + 1;
}

uint32_t resolve_code(struct parser *p, const char *key)
{
	uint32_t id = find_name(p, &p->code_names, key);

	return id != INTERN_NONE ? p->code_of_name.items[id] : NO_PARENT;
}

/* --- lists --------------------------------------------------------------------------------------
 */

static void unknown_list(struct parser *p, const struct pattern *use, bool foreign)
{
	const char *names[NAMES_TRIED], *near;
	size_t n = 0;
	struct diag *g = complain_error(p->c, use->at, SAY(E009_UNKNOWN), use->list_name);

	while (g != NULL && n < NAMES_TRIED && n < p->list_of_name.n) {
		names[n] = p->list_of_name.items[n]->list.name;
		n++;
	}
	near = opt_nearest(use->list_name + 1, names, n);
	if (foreign)
		complain_hint(p->c, g, SAY(H_USE), (int)strcspn(use->list_name + 1, "."),
			use->list_name + 1);
	else if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN_LIST), near);
	else
		complain_hint(p->c, g, SAY(H_DEFINE_LIST), use->list_name);
}

static const struct wordlist *own_list(struct parser *p, const char *name)
{
	uint32_t id = find_name(p, &p->list_names, name);

	return id != INTERN_NONE ? &p->list_of_name.items[id]->list : NULL;
}

static void two_lists(struct parser *p, const struct pattern *use, const struct codebook *a,
	const struct codebook *b)
{
	complain_hint(p->c, complain_error(p->c, use->at, SAY(E009_TWO), use->list_name),
		SAY(H_WHICH_LIST), a->name, use->list_name + 1, b->name, use->list_name + 1);
}

/* The list that one of the used files has; *two: more than one has it, which is told. */
static const struct wordlist *used_list(struct parser *p, const struct pattern *use, bool *two)
{
	const struct wordlist *found = NULL, *l;
	const struct codebook *first = NULL;

	*two = false;
	vec_each (struct codebook *, book, &p->cb->used) {
		l = codebook_list(*book, use->list_name + 1);
		if (l != NULL && found != NULL) {
			two_lists(p, use, first, *book);
			*two = true;
			return NULL;
		}
		if (l != NULL) {
			found = l;
			first = *book;
		}
	}
	return found;
}

static void find_list(struct parser *p, struct pattern *use)
{
	bool two = false, foreign = strchr(use->list_name, '.') != NULL;
	const char *name;
	const struct codebook *book = book_of(p, use->list_name + 1, &name);

	if (book == p->cb)
		use->list = own_list(p, name);
	else if (book != NULL)
		use->list = codebook_list(book, name);
	if (use->list == NULL && !foreign)
		use->list = used_list(p, use, &two);
	if (use->list != NULL)
		resolve_list(use->list)->used = true;
	else if (!two && !p->blind && (p->unsure & UNSURE_LISTS) == 0)
		unknown_list(p, use, foreign && book == NULL);
}

/* Lists of other files cannot hold those of this one. */
static bool is_own(const struct parser *p, const struct wordlist *l)
{
	const struct list_draft *d = resolve_list(l);

	return d->index < p->cb->lists.n && p->cb->lists.items[d->index] == l;
}

static struct graph graph_of_lists(struct parser *p)
{
	struct graph g;

	graph_init(&g, (uint32_t)p->cb->lists.n);
	for (uint32_t i = 0; i < g.n; i++) {
		const struct wordlist *l = p->cb->lists.items[i];

		for (size_t k = 0; k < l->nitems; k++)
			if (l->items[k]->list != NULL && is_own(p, l->items[k]->list))
				graph_edge(&g, i, resolve_list(l->items[k]->list)->index);
	}
	graph_solve(&g);
	return g;
}

/* Lists that hold the same list twice, and so on, are short to write and endless to search. */
static void measure_lists(struct parser *p, const struct graph *g)
{
	for (uint32_t i = 0; i < g->n; i++) {
		const struct wordlist *l = p->cb->lists.items[g->order[i]];
		struct list_draft *d = resolve_list(l);
		bool inner = false; /* one in it is too large already */

		for (size_t k = 0; k < l->nitems && !g->cyclic[g->order[i]]; k++) {
			const struct wordlist *in = l->items[k]->list;
			size_t size = in != NULL ? resolve_list(in)->size : 1;

			inner = inner || size > ITEMS_MAX;
			d->size += size;
			if (d->size > ITEMS_MAX)
				d->size = ITEMS_MAX + 1;
		}
		if (d->size > ITEMS_MAX && !inner)
			complain_error(p->c, l->at, SAY(E022_LIST_SIZE), l->name);
	}
}

static void check_lists(struct parser *p)
{
	struct graph g = graph_of_lists(p);
	uint32_t *depths = graph_depths(&g);
	bool *told = mem_zalloc((size_t)g.n + 1, sizeof *told);

	for (uint32_t i = 0; i < g.n; i++) {
		const struct wordlist *l = p->cb->lists.items[i];

		if (g.cyclic[i] && !told[g.component[i]])
			complain_error(p->c, l->at, SAY(E015_LIST), l->name);
		if (g.cyclic[i])
			told[g.component[i]] = true;
		if (depths[i] > NESTING_MAX)
			complain_error(p->c, l->at, SAY(E022_LISTS), NESTING_MAX);
	}
	measure_lists(p, &g);
	free(told);
	free(depths);
	graph_release(&g);
}

/* --- rules of a code
 * ------------------------------------------------------------------------------ */

static char *rule_name(struct parser *p, uint32_t code, const char *key, bool is_keyword)
{
	const char *low = is_keyword ? key : parse_lower(p, key);

	return arena_printf(&p->c->arena, "%u:%s", code, low);
}

struct rule *resolve_rule(struct parser *p, uint32_t code, const char *key)
{
	char *name = rule_name(p, code, key, false);
	uint32_t id = intern_find(&p->rule_names, name, strlen(name));

	return id != INTERN_NONE ? p->rules.items[id] : NULL;
}

VEC_TYPE(rule_vec, struct rule *);

static void collision(struct parser *p, const struct rule *r, const struct rule *first, bool quiet)
{
	if (!r->is_keyword || !first->is_keyword)
		twice(p, r->at, r->is_keyword ? MSG_P_RULE_OR_KEYWORD : MSG_P_RULE, r->key,
			first->at);
	else if (!quiet)
		complain_hint(p->c,
			lint_warning(p, NULL, r->at, SAY(W052_KEYWORD), r->key, first->at.line),
			SAY(H_KEYWORD_ONCE));
}

/* quiet: the rule comes from `each`, where the same item twice is nobody's mistake. */
static void add_rule(
	struct parser *p, uint32_t code, struct rule *r, struct rule_vec *out, bool quiet)
{
	char *name;
	uint32_t id, before = p->rule_names.n;

	if (strcmp(r->key, "?") == 0 && !r->is_keyword)
		return;
	name = rule_name(p, code, r->key, r->is_keyword);
	id = intern_add(&p->rule_names, name, strlen(name));
	if (id < before) {
		collision(p, r, p->rules.items[id], quiet);
		return;
	}
	((struct rule_full *)(void *)r)->number = (uint32_t)p->rules.n;
	vec_push(&p->rules, r);
	vec_push(out, r);
}

static void settle(const struct parser *p, const struct code_draft *c, const struct own *own,
	struct setting *set)
{
	setting_default(set);
	setting_take(set, &p->defaults);
	if (c->target != NULL)
		setting_take(set, &((struct code_full *)(void *)c->target)->own);
	setting_take(set, &c->own);
	if (own != NULL)
		setting_take(set, own);
}

static void add_each(struct parser *p, uint32_t code, const struct rule_draft *d, struct rule *r,
	struct rule_vec *out)
{
	settle(p, &p->codes.items[code], &d->own, &r->set);
	((struct rule_full *)(void *)r)->own = d->own;
	add_rule(p, code, r, out, true);
}

static void expand_each(
	struct parser *p, uint32_t code, const struct rule_draft *d, struct rule_vec *out)
{
	const struct wordlist *l = d->each->list;
	struct rule *r;

	if (l == NULL) {
		r = rule_of_keyword(p->arena, d->each, d->each->at);
		r->key = arena_printf(p->arena, "each %s", d->each->key);
		add_each(p, code, d, r, out);
		return;
	}
	for (size_t i = 0; i < l->nitems && !p->stopped; i++) {
		if (p->rules.n > ITEMS_MAX)
			parse_limit(p, d->each->at, MSG_E022_RULES);
		r = rule_of_keyword(p->arena, l->items[i], l->items[i]->at);
		add_each(p, code, d, r, out);
	}
}

static void finish_code(struct parser *p, uint32_t code)
{
	struct code_draft *c = &p->codes.items[code];
	struct rule_vec rules = VEC_INIT;
	const struct rule **kept;

	settle(p, c, NULL, &c->code->set);
	((struct code_full *)(void *)c->code)->own = c->own;
	vec_each (struct rule_draft, d, &c->rules) {
		if (d->each != NULL) {
			expand_each(p, code, d, &rules);
			continue;
		}
		settle(p, c, &d->own, &d->rule->set);
		((struct rule_full *)(void *)d->rule)->own = d->own;
		add_rule(p, code, d->rule, &rules, false);
	}
	kept = arena_calloc(p->arena, rules.n, sizeof *kept);
	for (size_t i = 0; i < rules.n; i++) {
		rules.items[i]->code = c->target != NULL ? c->target : c->code;
		rules.items[i]->book = p->cb;
		kept[i] = rules.items[i];
	}
	c->code->rules = kept;
	c->code->nrules = rules.n;
	vec_release(&rules);
}

/* The codes that `extend` changes: of a used file, or of this one. */
static void find_extended(struct parser *p)
{
	size_t n = 0;

	vec_each (struct code_draft, d, &p->codes) {
		struct extension *x;
		uint32_t own;

		if (!d->extends)
			continue;
		x = &p->cb->extensions.items[n++];
		own = strchr(x->path, '.') == NULL ? resolve_code(p, x->path) : NO_PARENT;
		d->target = own != NO_PARENT ? p->codes.items[own].code
					     : (struct code *)resolve_used_code(p, x->path);
		x->target = d->target;
		if (d->target == NULL && strcmp(x->path, "?") != 0 && p->load != NULL &&
			p->load->read != NULL)
			resolve_unknown_code(p, x->at, x->path);
	}
}

void resolve_codebook(struct parser *p)
{
	name_lists(p);
	name_codes(p);
	find_extended(p);
	vec_each (struct pattern *, use, &p->lists)
		find_list(p, *use);
	check_lists(p);
	for (uint32_t i = 0; i < p->codes.n; i++)
		finish_code(p, i);
}
