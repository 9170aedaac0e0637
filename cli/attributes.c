/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/attributes.h"

#include <stdlib.h>
#include <string.h>

#include "cli/say.h"
#include "cli/show.h"
#include "project/edit.h"
#include "project/seen.h"
#include "store/near.h"

static const char *const keys[] = {
	[STORE_SPEAKER] = "speakers",
	[STORE_DOCUMENT] = "documents",
};

/* ---- the table ---- */

bool attributes_are_wanted(const struct ctx *c)
{
	return c->writer == &writer_csv;
}

enum rc attributes_list(struct ctx *c, enum store_target t, bool hidden, struct err *e)
{
	struct subjects all;
	struct table table;
	enum rc rc = subjects_load(c->store, t, hidden, &all, e);

	if (rc == RC_OK) {
		table_init(&table, keys[t], "");
		subjects_table(&all, &table);
		show_sheet(c, &table);
	}
	subjects_release(&all);
	return rc;
}

/* ---- showing and writing ---- */

/* A name for a name, and both hidden by the same code: nothing to be seen. */
static bool is_hidden(struct ctx *c, const struct edit *edit, struct arena *a)
{
	return strcmp(seen_text(c->store, REDACT_NAME, edit->from, a),
		       seen_text(c->store, REDACT_NAME, edit->to, a)) == 0;
}

static void show_edits(struct ctx *c, struct edits *x)
{
	struct table t;

	table_init(&t, "changes", "");
	table_column(&t, x->all->target == STORE_SPEAKER ? "speaker" : "number",
		x->all->target == STORE_SPEAKER ? "speaker" : "no", COLUMN_CODE, 0);
	table_column(&t, "what", "what", COLUMN_CODE, 0);
	table_column(&t, "from", "from", COLUMN_TEXT, 0);
	table_column(&t, "to", "to", COLUMN_TEXT, 0);
	vec_each (const struct edit, edit, &x->list) {
		table_row(&t);
		table_text(&t, edit->of->key);
		table_text(&t, edit_name(x, edit));
		table_text(&t, is_hidden(c, edit, &x->arena) ? "(hidden)" : edit->from);
		table_text(&t, is_hidden(c, edit, &x->arena) ? "(--original shows it)" : edit->to);
	}
	show_table(c, &t);
}

static enum rc write_edits(struct ctx *c, const struct edits *x, const char *detail, struct err *e)
{
	enum rc rc = store_begin(c->store, &c->who, c->cmd->name, e);

	if (rc != RC_OK)
		return rc;
	rc = edits_write(x, c->store, e);
	if (rc == RC_OK)
		rc = store_detail(c->store, detail, e);
	if (rc == RC_OK)
		return store_commit(c->store, e);
	store_rollback(c->store);
	return rc;
}

static void say_written(const struct ctx *c, const struct edits *x)
{
	if (c->quiet)
		return;
	if (x->left > 0)
		say("%u empty cell%s left as %s; '-' takes a value away", x->left, plural(x->left),
			x->left == 1 ? "it is" : "they are");
	if (x->list.n == 0)
		say("nothing differs; nothing was changed");
	else if (c->dry_run)
		say("%zu change%s (dry run, nothing written)", x->list.n, plural(x->list.n));
	else
		say("%zu change%s written; 'tema undo' takes %s back", x->list.n, plural(x->list.n),
			x->list.n == 1 ? "it" : "them");
}

/* ---- from a table ---- */

static enum rc import_edits(struct ctx *c, struct edits *x, struct err *e)
{
	struct diags d = DIAGS_INIT;
	enum rc rc = edits_read(x, c->store, c->rest.items[0], &d, e);
	char *detail;

	diag_sort(&d);
	if (c->quiet)
		say_diags_from(&d, DIAG_ERROR);
	else
		say_diags(&d);
	diags_release(&d);
	if (rc != RC_OK)
		return rc;
	if (x->list.n > 0)
		show_edits(c, x);
	if (x->list.n > 0 && !c->dry_run) {
		detail = mem_printf("table with %zu change%s", x->list.n, plural(x->list.n));
		rc = write_edits(c, x, detail, e);
		free(detail);
	}
	if (rc == RC_OK)
		say_written(c, x);
	return rc;
}

enum rc attributes_import(struct ctx *c, enum store_target t, struct err *e)
{
	struct subjects all;
	struct edits x;
	enum rc rc = subjects_load(c->store, t, true, &all, e);

	edits_init(&x, &all);
	if (rc == RC_OK)
		rc = import_edits(c, &x, e);
	edits_release(&x);
	subjects_release(&all);
	return rc;
}

/* ---- from the command line ---- */

static bool any_given(const struct attributes *a)
{
	for (size_t i = 0; i < SUBJECT_FIELDS; i++)
		if (a->fields[i] != NULL)
			return true;
	return a->vars->n > 0 || (a->groups != NULL && a->groups->n + a->ungroups->n > 0);
}

/* "KEY=VALUE": the key, and where the value begins. */
static enum rc split_var(
	const char *word, struct arena *a, const char **key, const char **value, struct err *e)
{
	const char *equals = strchr(word, '=');

	if (equals == NULL || equals == word)
		return err_set(e, RC_USAGE, "--var is KEY=VALUE, not '%s'", word);
	*key = arena_dup(a, word, (size_t)(equals - word));
	*value = equals + 1;
	return RC_OK;
}

/* The values given for a key replace the ones it had; "KEY=" removes them. */
static enum rc take_vars(
	struct edits *x, struct subject *p, const struct opt_list *vars, struct err *e)
{
	for (size_t i = 0; i < vars->n; i++) {
		const char *key, *value, *other, *more, *all = "";
		bool earlier = false;

		if (split_var(vars->items[i], &x->arena, &key, &value, e) != RC_OK)
			return e->rc;
		for (size_t k = 0; k < vars->n; k++) {
			if (split_var(vars->items[k], &x->arena, &other, &more, e) != RC_OK)
				return e->rc;
			if (!near_same(other, key))
				continue;
			earlier = earlier || k < i;
			all = arena_printf(&x->arena, "%s;%s", all, more);
		}
		if (!earlier)
			edits_variable(x, p, key, all);
	}
	return RC_OK;
}

static bool is_among(const char *value, const struct opt_list *list)
{
	vec_each (const char *, word, list)
		if (near_same(*word, value))
			return true;
	return false;
}

static void take_groups(struct edits *x, struct subject *p, const struct attributes *a)
{
	const char *groups = "";

	if (a->groups == NULL || a->groups->n + a->ungroups->n == 0)
		return;
	vec_each (const struct attr, attr, &p->vars)
		if (near_same(attr->key, GROUP_KEY) && !is_among(attr->value, a->ungroups))
			groups = arena_printf(&x->arena, "%s;%s", groups, attr->value);
	vec_each (const char *, word, a->groups) {
		bool known = false;

		vec_each (const struct attr, attr, &p->vars)
			known = known ||
				(near_same(attr->key, GROUP_KEY) && near_same(attr->value, *word));
		if (!known)
			groups = arena_printf(&x->arena, "%s;%s", groups, *word);
	}
	edits_variable(x, p, GROUP_KEY, groups);
}

static enum rc take_fields(
	struct edits *x, struct subject *p, const struct attributes *a, struct err *e)
{
	for (int i = 0; i < SUBJECT_FIELDS; i++)
		if (a->fields[i] != NULL && edits_field(x, p, i, a->fields[i], e) != RC_OK)
			return e->rc = RC_USAGE;
	return RC_OK;
}

static enum rc collect(struct edits *x, int64_t id, const struct attributes *a, struct err *e)
{
	struct subject *p = subjects_find(x->all, id);
	enum rc rc;

	if (p == NULL)
		return err_set(e, RC_NOTFOUND, "that is in no document now");
	rc = take_fields(x, p, a, e);
	if (rc == RC_OK)
		rc = take_vars(x, p, a->vars, e);
	if (rc != RC_OK)
		return rc;
	take_groups(x, p, a);
	return edits_check(x, &(size_t){ 0 }, e);
}

enum rc attributes_set(
	struct ctx *c, enum store_target t, int64_t id, const struct attributes *a, struct err *e)
{
	struct subjects all;
	struct edits x;
	char *detail;
	enum rc rc;

	if (!any_given(a))
		return err_set(e, RC_USAGE, "say what to set: %s", a->what);
	rc = subjects_load(c->store, t, true, &all, e);
	edits_init(&x, &all);
	if (rc == RC_OK)
		rc = collect(&x, id, a, e);
	if (rc == RC_OK && c->dry_run) {
		if (x.list.n > 0)
			show_edits(c, &x);
		say_written(c, &x);
	} else if (rc == RC_OK) {
		detail = t == STORE_DOCUMENT
				 ? mem_printf("set document %s", subjects_find(&all, id)->key)
				 : mem_strdup("set");
		rc = write_edits(c, &x, detail, e);
		free(detail);
	}
	edits_release(&x);
	subjects_release(&all);
	return rc;
}
