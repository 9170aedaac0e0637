/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word lists that differ, and which rules match otherwise through them. */
#include <string.h>

#include "base/intern.h"
#include "codebooks/changes.h"
#include "codebooks/outline.h"

/* --- items --------------------------------------------------------------------------------------
 */

static int compare_patterns(const void *a, const void *b)
{
	return strcmp(
		(*(const struct pattern *const *)a)->key, (*(const struct pattern *const *)b)->key);
}

/* What the pattern finds: its key, and what it excludes in any order. */
static void add_meaning(const struct pattern *w, struct buf *out)
{
	VEC(const struct pattern *) except = VEC_INIT;

	buf_reset(out);
	buf_adds(out, w->key);
	for (size_t i = 0; i < w->nexcept; i++)
		vec_push(&except, w->except[i]);
	vec_sort(&except, compare_patterns);
	vec_each (const struct pattern *, x, &except)
		buf_printf(out, " -%s", (*x)->key);
	vec_release(&except);
}

static void intern_items(const struct wordlist *l, struct intern *t)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < l->nitems; i++) {
		add_meaning(l->items[i], &text);
		intern_add(t, text.data, text.len);
	}
	buf_release(&text);
}

/* Items of L that T has not. */
static void add_missing(struct changes *c, const struct wordlist *l, const struct intern *t,
	struct change_texts *out)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < l->nitems; i++) {
		add_meaning(l->items[i], &text);
		if (intern_find(t, text.data, text.len) != INTERN_NONE)
			continue;
		buf_reset(&text);
		outline_pattern(l->items[i], &text);
		vec_push(out, arena_dup(&c->arena, text.data, text.len));
	}
	buf_release(&text);
}

static void compare_items(struct changes *c, struct change_list *k)
{
	struct intern before = INTERN_INIT, after = INTERN_INIT;

	if (k->before != NULL)
		intern_items(k->before, &before);
	if (k->after != NULL)
		intern_items(k->after, &after);
	if (k->after != NULL)
		add_missing(c, k->after, &before, &k->added);
	if (k->before != NULL)
		add_missing(c, k->before, &after, &k->removed);
	intern_release(&before);
	intern_release(&after);
}

/* --- lists --------------------------------------------------------------------------------------
 */

static void compare_lists(struct changes *c, const char *prefix, const struct wordlist *before,
	const struct wordlist *after)
{
	struct change_list k = { .before = before, .after = after };

	k.name = arena_printf(
		&c->arena, "@%s%s", prefix, after != NULL ? after->name : before->name);
	compare_items(c, &k);
	k.how = before == NULL		      ? CHANGE_ADDED
		: after == NULL		      ? CHANGE_REMOVED
		: k.added.n + k.removed.n > 0 ? CHANGE_EDITED
					      : CHANGE_NONE;
	if (k.how != CHANGE_NONE)
		vec_push(&c->lists, k);
	else
		vec_release(&k.added);
}

/* before or after may be NULL: the file is used by one version only. */
static void compare_books(struct changes *c, const struct codebook *before,
	const struct codebook *after, const char *prefix)
{
	if (after != NULL)
		vec_each (struct wordlist *, l, &after->lists)
			compare_lists(c, prefix,
				before != NULL ? codebook_list(before, (*l)->name) : NULL, *l);
	if (before != NULL)
		vec_each (struct wordlist *, l, &before->lists)
			if (after == NULL || codebook_list(after, (*l)->name) == NULL)
				compare_lists(c, prefix, *l, NULL);
}

static bool same_items(const struct change_list *x, const struct change_list *y)
{
	struct intern items = INTERN_INIT;
	struct buf text = BUF_INIT;
	bool same = x->before->nitems == y->after->nitems;

	intern_items(x->before, &items);
	for (size_t i = 0; same && i < y->after->nitems; i++) {
		add_meaning(y->after->items[i], &text);
		same = intern_find(&items, text.data, text.len) != INTERN_NONE;
	}
	buf_release(&text);
	intern_release(&items);
	return same;
}

/* One that is removed and one that is added with the same items: it has another name. */
static void join_renamed(struct changes *c)
{
	size_t kept = 0;

	vec_each (struct change_list, gone, &c->lists)
		for (size_t i = 0; gone->how == CHANGE_REMOVED && i < c->lists.n; i++) {
			struct change_list *k = &c->lists.items[i];

			if (k->how != CHANGE_ADDED || !same_items(gone, k))
				continue;
			k->how = CHANGE_EDITED;
			k->before = gone->before;
			k->old = gone->name;
			k->added.n = 0;
			gone->how = CHANGE_NONE;
		}
	vec_each (struct change_list, k, &c->lists) {
		if (k->how != CHANGE_NONE) {
			c->lists.items[kept++] = *k;
			continue;
		}
		vec_release(&k->added);
		vec_release(&k->removed);
	}
	c->lists.n = kept;
}

void changes_of_lists(struct changes *c)
{
	compare_books(c, c->before, c->after, "");
	vec_each (struct codebook *, used, &c->after->used) {
		char *prefix = arena_printf(&c->arena, "%s.", (*used)->name);

		compare_books(c, codebook_named(c->before, (*used)->name, strlen((*used)->name)),
			*used, prefix);
	}
	vec_each (struct codebook *, used, &c->before->used) {
		char *prefix = arena_printf(&c->arena, "%s.", (*used)->name);

		if (codebook_named(c->after, (*used)->name, strlen((*used)->name)) == NULL)
			compare_books(c, *used, NULL, prefix);
	}
	join_renamed(c);
}

/* --- what rules stand on ------------------------------------------------------------------------
 */

struct walk {
	struct changes *c;
	struct change_rule *r;
	VEC(const struct wordlist *) seen;
};

static void note_through(struct walk *w, const char *name)
{
	for (size_t i = 0; i < w->r->through.n; i++)
		if (strcmp(w->r->through.items[i], name) == 0)
			return;
	vec_push(&w->r->through, name);
}

static bool was_seen(struct walk *w, const struct wordlist *l)
{
	for (size_t i = 0; i < w->seen.n; i++)
		if (w->seen.items[i] == l)
			return true;
	vec_push(&w->seen, l);
	return false;
}

static void walk_list(struct walk *w, const struct wordlist *l)
{
	if (l == NULL || was_seen(w, l))
		return;
	vec_each (struct change_list, k, &w->c->lists) {
		if (k->after != l || k->added.n + k->removed.n == 0 || k->how != CHANGE_EDITED)
			continue;
		note_through(w, k->name);
		vec_push(&k->rules, w->r->after);
	}
	for (size_t i = 0; i < l->nitems; i++)
		walk_list(w, l->items[i]->list);
}

/* A rule it refers to, if that one matches otherwise. */
static void walk_ref(struct walk *w, const struct node *n)
{
	const struct change_code *k;

	if (n->rule == NULL || n->rule->code->index >= w->c->after->codes.n)
		return;
	k = &w->c->codes.items[n->rule->code->index];
	vec_each (const struct change_rule, r, &k->rules)
		if (r->after == n->rule && r->matching)
			note_through(w, arena_printf(&w->c->arena, "<%s:%s>", n->rule->code->key,
						n->rule->key));
}

static bool negations_differ(const struct changes *c)
{
	vec_each (const struct change_field, f, &c->fields)
		if (strcmp(f->name, "negation") == 0)
			return true;
	return false;
}

static void walk_node(struct walk *w, const struct node *n)
{
	if (n == NULL)
		return;
	if (n->pattern != NULL)
		walk_list(w, n->pattern->list);
	if (n->kind == NODE_REF)
		walk_ref(w, n);
	if ((n->kind == NODE_NEGATED || n->kind == NODE_AFFIRMED) && negations_differ(w->c))
		note_through(w, "negation");
	for (size_t i = 0; i < n->nkids; i++)
		walk_node(w, n->kids[i]);
}

void changes_through(struct changes *c)
{
	vec_each (struct change_code, k, &c->codes)
		vec_each (struct change_rule, r, &k->rules) {
			struct walk w = { c, r, VEC_INIT };

			if (!r->matching)
				continue;
			walk_node(&w, r->after->when);
			walk_node(&w, r->after->unless);
			vec_release(&w.seen);
		}
}
