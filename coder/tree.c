/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/tree.h"

#include <string.h>

#include "coder/diag_place.h"

#define DEPTH_MAX 256	 /* of rules that name rules; cycles are E015 */
#define EXPRS_MAX 200000 /* of one rule, the rules that it names written out */

struct build {
	struct tree *tree;
	struct diags *diags;
	struct err *err;
};

/* Where an expression stands. */
struct context {
	const struct codebook *book; /* that was loaded: places are in its files */
	const struct rule *rule;
	struct reader *reader;
	bool by_sentence; /* what a regex reads: sentences or paragraphs */
	unsigned depth;
	bool *has_regex;
	size_t first; /* number of the rule's first expression */
};

void tree_init(struct tree *t, struct diags *d)
{
	memset(t, 0, sizeof *t);
	atoms_init(&t->atoms);
	finders_init(&t->finders, &t->atoms, d);
	negate_init(&t->negate, &t->finders);
}

static void release_expr(struct expr *x)
{
	vec_release(&x->places);
	vec_release(&x->here);
	vec_release(&x->lasts);
	vec_release(&x->answer_places);
}

void tree_release(struct tree *t)
{
	vec_each (struct reader *, r, &t->readers)
		reader_release(*r);
	vec_each (struct expr *, x, &t->exprs)
		release_expr(*x);
	for (size_t i = 0; i < t->natoms; i++)
		vec_release(&t->by_atom[i]);
	free(t->by_atom);
	vec_release(&t->readers);
	vec_release(&t->exprs);
	vec_release(&t->trials);
	vec_release(&t->loose);
	negate_release(&t->negate);
	finders_release(&t->finders);
	atoms_release(&t->atoms);
	arena_release(&t->arena);
}

static bool same_reader(const struct reader *a, const struct reader *b)
{
	return a->where == b->where && a->within == b->within &&
	       a->speakers_all == b->speakers_all && a->questions == b->questions;
}

static struct reader *reader_of(struct tree *t, struct reader wanted)
{
	struct reader *r;

	vec_each (struct reader *, have, &t->readers)
		if (same_reader(*have, &wanted))
			return *have;
	r = arena_alloc(&t->arena, sizeof *r);
	*r = wanted;
	vec_push(&t->readers, r);
	return r;
}

static struct expr *new_expr(
	struct tree *t, enum node_kind kind, const struct node *node, size_t nkids)
{
	struct expr *x = arena_alloc(&t->arena, sizeof *x);

	x->kind = kind;
	x->node = node;
	x->nkids = nkids;
	x->kids = arena_calloc(&t->arena, nkids + 1, sizeof(struct expr *));
	vec_push(&t->exprs, x);
	return x;
}

static enum rc compile(struct build *b, struct context c, const struct node *n, struct expr **out);

static enum rc compile_place(struct build *b, struct context c, const struct pattern *p,
	const struct node *node, struct expr **out)
{
	struct finder_use use = { c.book, c.reader, c.by_sentence };
	struct expr *x = new_expr(b->tree, NODE_PLACE, node, 0);
	struct atom_ids needed = VEC_INIT;

	x->reader = c.reader;
	x->finder = finder_new(&b->tree->finders, p, &use);
	if (x->finder == NULL)
		return err_set(b->err, RC_INPUT, "a codebook has errors");
	if (!finder_needs(x->finder, &b->tree->atoms, &needed))
		*c.has_regex = true;
	vec_release(&needed);
	*out = x;
	return RC_OK;
}

static enum rc compile_kids(struct build *b, struct context c, const struct node *n, struct expr *x)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n->nkids && rc == RC_OK; i++)
		rc = compile(b, c, n->kids[i], &x->kids[i]);
	return rc;
}

static size_t flat_items(const struct wordlist *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->nitems; i++)
		n += list->items[i]->kind == PATTERN_LIST ? flat_items(list->items[i]->list) : 1;
	return n;
}

/* The items of a list and of the lists in it: `N of @list` counts them. */
static enum rc compile_items(
	struct build *b, struct context c, const struct wordlist *list, struct expr *x, size_t *k)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < list->nitems && rc == RC_OK; i++) {
		const struct pattern *p = list->items[i];

		if (p->kind == PATTERN_LIST)
			rc = compile_items(b, c, p->list, x, k);
		else
			rc = compile_place(b, c, p, NULL, &x->kids[(*k)++]);
	}
	return rc;
}

static enum rc compile_count(
	struct build *b, struct context c, const struct node *n, struct expr **out)
{
	size_t k = 0;

	if (n->pattern == NULL) {
		*out = new_expr(b->tree, NODE_COUNT, n, n->nkids);
		return compile_kids(b, c, n, *out);
	}
	*out = new_expr(b->tree, NODE_COUNT, n, flat_items(n->pattern->list));
	return compile_items(b, c, n->pattern->list, *out, &k);
}

/* <INT>: what the rules suggest, known when the rules of this code are tried (6.12). */
static enum rc compile_code_ref(
	struct build *b, struct context c, const struct node *n, struct expr **out)
{
	*out = new_expr(b->tree, NODE_REF, n, 0);
	(*out)->reader = c.reader;
	return RC_OK;
}

/* <INT:agen>: that rule's when, unless and where, tried here (6.12). */
static enum rc compile_ref(
	struct build *b, struct context c, const struct node *n, struct expr **out)
{
	const struct rule *r = n->rule;
	struct expr *x;
	enum rc rc;

	if (r == NULL)
		return compile_code_ref(b, c, n, out);
	if (c.depth >= DEPTH_MAX) {
		diag_say(b->diags, DIAG_ERROR, c.book, &n->at, SAY(E015_RULE), n->ref_rule);
		return err_set(b->err, RC_INPUT, "a codebook has errors");
	}
	if (b->tree->exprs.n - c.first > EXPRS_MAX) {
		diag_say(b->diags, DIAG_ERROR, c.book, &n->at, SAY(E022_RULE_SIZE));
		return err_set(b->err, RC_INPUT, "a codebook has errors");
	}
	c.depth++;
	c.rule = r;
	if (r->where != NULL)
		c.reader = reader_of(b->tree,
			(struct reader){
				.where = r->where, .within = c.reader, .speakers_all = true });
	*out = x = new_expr(b->tree, NODE_REF, n, r->unless != NULL ? 2 : 1);
	rc = compile(b, c, r->when, &x->kids[0]);
	if (rc == RC_OK && r->unless != NULL)
		rc = compile(b, c, r->unless, &x->kids[1]);
	return rc;
}

static enum rc compile(struct build *b, struct context c, const struct node *n, struct expr **out)
{
	struct expr *x;
	enum rc rc;

	switch (n->kind) {
	case NODE_PLACE:
		return compile_place(b, c, n->pattern, n, out);
	case NODE_COUNT:
		return compile_count(b, c, n, out);
	case NODE_REF:
		return compile_ref(b, c, n, out);
	default:
		break;
	}
	*out = x = new_expr(b->tree, n->kind, n, n->nkids);
	if (n->kind == NODE_IN)
		c.by_sentence = n->scope == SCOPE_SENTENCE;
	if (n->kind == NODE_IN && n->scope == SCOPE_QUESTION)
		c.reader = reader_of(b->tree, (struct reader){ .questions = true });
	if (n->kind == NODE_WITHIN)
		c.by_sentence = false;
	x->reader = c.reader;
	if (n->kind == NODE_NEGATED || n->kind == NODE_AFFIRMED) {
		rc = negate_tongues(&b->tree->negate, c.book, c.rule->book, c.rule->set.languages,
			&x->tongues, b->err);
		if (rc != RC_OK)
			return rc;
		if (negate_has_patterns(&b->tree->negate, x->tongues))
			*c.has_regex = true;
	}
	return compile_kids(b, c, n, x);
}

static enum rc add_trial(struct build *b, const struct codebook *book, const struct rule *r)
{
	struct tree *t = b->tree;
	struct trial trial = { .rule = r, .book = book };
	bool by_sentence = r->set.unit == UNIT_SENTENCE || r->set.unit == UNIT_MATCH;
	struct context c = { book, r, NULL, by_sentence, 0, &trial.has_regex, t->exprs.n };
	enum rc rc;

	trial.reader = c.reader = reader_of(
		t, (struct reader){ .where = r->where, .speakers_all = r->set.speakers_all });
	rc = compile(b, c, r->when, &trial.when);
	if (rc == RC_OK && r->unless != NULL)
		rc = compile(b, c, r->unless, &trial.unless);
	if (rc == RC_OK)
		vec_push(&t->trials, trial);
	return rc;
}

static int compare_ids(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The index from atoms to rules: a rule none of whose needed atoms occurred is not tried. */
static void index_trials(struct tree *t)
{
	struct atom_ids needed = VEC_INIT;

	t->natoms = t->atoms.list.n;
	t->by_atom = mem_zalloc(t->natoms + 1, sizeof *t->by_atom);
	for (uint32_t i = 0; i < t->trials.n; i++) {
		vec_reset(&needed);
		t->trials.items[i].anywhere =
			!tree_needs(t->trials.items[i].when, &t->atoms, &needed);
		vec_sort(&needed, compare_ids);
		for (size_t k = 0; k < needed.n && !t->trials.items[i].anywhere; k++)
			if (k == 0 || needed.items[k] != needed.items[k - 1])
				vec_push(&t->by_atom[needed.items[k]], i);
	}
	vec_release(&needed);
}

/* A file that two books use brings the same rules twice. */
static bool is_new(struct intern *seen, const struct rule *r)
{
	struct buf name = BUF_INIT;
	uint32_t before = seen->n;
	bool new;

	buf_printf(&name, "%s:%s ", r->code->full, r->key);
	buf_add(&name, r->hash, sizeof r->hash);
	new = intern_add(seen, name.data, name.len) == before;
	buf_release(&name);
	return new;
}

/* The word lists of a book, as a rule without conditions would read them. */
static enum rc add_lists(struct build *b, const struct codebook *book)
{
	bool has_regex = false;
	struct context c = { book, NULL, reader_of(b->tree, (struct reader){ .where = NULL }), true,
		0, &has_regex, b->tree->exprs.n };
	enum rc rc = RC_OK;

	vec_each (struct wordlist *, l, &book->lists) {
		struct pattern *p = arena_alloc(&b->tree->arena, sizeof *p);
		struct expr *x;

		p->kind = PATTERN_LIST;
		p->list = *l;
		p->list_name = p->source = p->key = (*l)->name;
		p->at = (*l)->at;
		rc = compile_place(b, c, p, NULL, &x);
		if (rc != RC_OK)
			break;
		vec_push(&b->tree->loose, x);
	}
	return rc;
}

enum rc tree_build(struct tree *t, const struct codebook *const *books, size_t n, struct diags *d,
	struct err *e)
{
	struct build b = { t, d, e };
	struct intern seen = INTERN_INIT;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n; i++) {
		vec_each (struct code *, code, &books[i]->codes) {
			for (size_t k = 0; k < (*code)->nrules; k++) {
				const struct rule *r = (*code)->rules[k];

				if (is_new(&seen, r) && add_trial(&b, books[i], r) != RC_OK)
					rc = RC_INPUT;
			}
		}
	}
	intern_release(&seen);
	for (size_t i = 0; t->whole && rc == RC_OK && i < n; i++)
		rc = add_lists(&b, books[i]);
	if (rc == RC_OK)
		index_trials(t);
	return rc;
}

/* All kids together, or the one that needs least. */
static bool needs_all(const struct expr *x, const struct atoms *a, struct atom_ids *out)
{
	for (size_t i = 0; i < x->nkids; i++)
		if (!tree_needs(x->kids[i], a, out))
			return false;
	return true;
}

static bool needs_least(const struct expr *x, const struct atoms *a, struct atom_ids *out)
{
	struct atom_ids best = VEC_INIT, one = VEC_INIT;
	bool known = false;

	for (size_t i = 0; i < x->nkids; i++) {
		vec_reset(&one);
		if (tree_needs(x->kids[i], a, &one) && (!known || one.n < best.n)) {
			struct atom_ids swap = best;

			best = one;
			one = swap;
			known = true;
		}
	}
	vec_each (uint32_t, id, &best)
		vec_push(out, *id);
	vec_release(&best);
	vec_release(&one);
	return known;
}

bool tree_needs(const struct expr *x, const struct atoms *a, struct atom_ids *out)
{
	switch (x->kind) {
	case NODE_PLACE:
		return finder_needs(x->finder, a, out);
	case NODE_ANY:
	case NODE_OR:
	case NODE_COUNT:
		return needs_all(x, a, out);
	case NODE_AND:
	case NODE_CHAIN:
		return needs_least(x, a, out);
	case NODE_NOT:
		return false;
	default:
		return x->nkids > 0 && tree_needs(x->kids[0], a, out);
	}
}
