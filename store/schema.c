/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/schema_text.h"
#include "store/tables.h"

static void add_item(
	struct schema_items *out, const char *table, const char *suffix, struct buf *sql)
{
	struct schema_item item = { mem_printf("%s%s", table, suffix), buf_detach(sql) };

	vec_push(out, item);
}

/* The condition that a row's fixed columns differ between OLD and NEW. */
static void add_differs(const struct fact_table *t, struct buf *out)
{
	buf_adds(out, "NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid");
	for (const struct fact_column *c = t->columns; c->kind != COL_END; c++)
		if (c->kind != COL_STATE)
			buf_printf(out, " OR NEW.\"%s\" IS NOT OLD.\"%s\"", c->name, c->name);
}

#define ABORT(TEXT) " BEGIN SELECT RAISE(ABORT, '" TEXT "'); END"

/* A fact is never deleted, replaced or rewritten. */
static void add_guards(const char *table, const char *differs, struct schema_items *out)
{
	struct buf sql = BUF_INIT;

	buf_printf(&sql,
		"CREATE TRIGGER %s_kept BEFORE DELETE ON %s" ABORT("facts are never deleted"),
		table, table);
	add_item(out, table, "_kept", &sql);
	buf_printf(&sql,
		"CREATE TRIGGER %s_once BEFORE INSERT ON %s WHEN EXISTS (SELECT 1 FROM %s"
		" WHERE id = NEW.id OR uid = NEW.uid)" ABORT("facts are never replaced"),
		table, table, table);
	add_item(out, table, "_once", &sql);
	buf_printf(&sql,
		"CREATE TRIGGER %s_fixed BEFORE UPDATE ON %s WHEN %s" ABORT(
			"facts are never rewritten"),
		table, table, differs);
	add_item(out, table, "_fixed", &sql);
}

/* `d` goes from NULL to an op that says so, and back through a later op that says so. */
static void add_ending(const char *table, struct schema_items *out)
{
	struct buf sql = BUF_INIT;

	buf_printf(&sql,
		"CREATE TRIGGER %s_ended BEFORE UPDATE ON %s WHEN NEW.d IS NOT OLD.d AND NOT CASE"
		" WHEN OLD.d IS NULL THEN EXISTS (SELECT 1 FROM change WHERE op = NEW.d"
		" AND tbl = '%s' AND row = OLD.id AND sign = -1)"
		" WHEN NEW.d IS NULL THEN EXISTS (SELECT 1 FROM change WHERE op > OLD.d"
		" AND tbl = '%s' AND row = OLD.id AND sign = 1) ELSE 0 END" ABORT(
			"facts end and revive by an op only"),
		table, table, table, table);
	add_item(out, table, "_ended", &sql);
}

/* The frame's own rules, and what erasing may do. */
static const struct schema_text guards[] = {
	{ "op_kept", "CREATE TRIGGER op_kept BEFORE DELETE ON op" ABORT("ops are never deleted") },
	/* An op is sealed with its digest at commit, once. */
	{ "op_fixed",
		"CREATE TRIGGER op_fixed BEFORE UPDATE ON op WHEN OLD.digest <> zeroblob(32)"
		" OR NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.origin IS NOT OLD.origin"
		" OR NEW.seq IS NOT OLD.seq OR NEW.coder IS NOT OLD.coder OR NEW.at IS NOT OLD.at"
		" OR NEW.command IS NOT OLD.command" ABORT("ops are never rewritten") },
	{ "op_once", "CREATE TRIGGER op_once BEFORE INSERT ON op WHEN EXISTS (SELECT 1 FROM op"
		     " WHERE id = NEW.id OR uid = NEW.uid)" ABORT("ops are never replaced") },
	{ "change_kept", "CREATE TRIGGER change_kept BEFORE DELETE ON change" ABORT(
				 "ops are never deleted") },
	{ "change_fixed", "CREATE TRIGGER change_fixed BEFORE UPDATE ON change" ABORT(
				  "ops are never rewritten") },
	{ "content_kept", "CREATE TRIGGER content_kept BEFORE DELETE ON content" ABORT(
				  "facts are never deleted") },
	{ "content_once",
		"CREATE TRIGGER content_once BEFORE INSERT ON content WHEN EXISTS"
		" (SELECT 1 FROM content WHERE id = NEW.id)" ABORT("facts are never replaced") },
	{ "content_fixed",
		"CREATE TRIGGER content_fixed BEFORE UPDATE ON content WHEN NEW.id IS NOT OLD.id"
		" OR NEW.kind IS NOT OLD.kind OR NEW.mark IS NOT OLD.mark"
		" OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL"
		" OR NOT EXISTS (SELECT 1 FROM erasure WHERE open = 1)" ABORT(
			"facts are never rewritten") },
	{ "erasure_closed", "CREATE TRIGGER erasure_closed BEFORE UPDATE ON erasure"
			    " WHEN NOT (OLD.open = 1 AND NEW.open = 0)" ABORT(
				    "an erasure is never opened again") },
	{ NULL, NULL },
};

static void add_texts(const struct schema_text *t, struct schema_items *out)
{
	for (; t->name != NULL; t++) {
		struct schema_item item = { mem_strdup(t->name), mem_strdup(t->sql) };

		vec_push(out, item);
	}
}

void schema_list(struct schema_items *out)
{
	struct buf differs = BUF_INIT;

	add_texts(schema_text, out);
	add_texts(guards, out);
	for (int i = FACT_NONE + 1; i < FACT_COUNT; i++) {
		const struct fact_table *t = &fact_tables[i];

		buf_reset(&differs);
		add_differs(t, &differs);
		add_guards(t->name, differs.data, out);
		if (t->ends)
			add_ending(t->name, out);
	}
	buf_release(&differs);
}

void schema_items_release(struct schema_items *l)
{
	vec_each (struct schema_item, i, l) {
		free(i->name);
		free(i->sql);
	}
	vec_release(l);
}

int schema_make(sqlite3 *db)
{
	struct schema_items items = VEC_INIT;
	int r = SQLITE_OK;

	schema_list(&items);
	for (size_t i = 0; i < items.n && r == SQLITE_OK; i++)
		r = sqlite3_exec(db, items.items[i].sql, NULL, NULL, NULL);
	schema_items_release(&items);
	return r;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct schema_item *)a)->name, ((const struct schema_item *)b)->name);
}

/* What the file says that its schema is; automatic indexes have no text. */
static int read_items(sqlite3 *db, struct schema_items *out)
{
	sqlite3_stmt *st = NULL;
	int r = sqlite3_prepare_v2(
		db, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL", -1, &st, NULL);

	while (r == SQLITE_OK && (r = sqlite3_step(st)) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(st, 0);
		const char *sql = (const char *)sqlite3_column_text(st, 1);
		struct schema_item item = { mem_strdup(name != NULL ? name : ""),
			mem_strdup(sql != NULL ? sql : "") };

		vec_push(out, item);
		r = SQLITE_OK;
	}
	sqlite3_finalize(st);
	return r == SQLITE_DONE ? SQLITE_OK : r;
}

/* The name of the first thing that only one of the two has or that differs; NULL if there is none.
 * Both are sorted by name. */
static const char *first_difference(
	const struct schema_items *ours, const struct schema_items *file)
{
	for (size_t i = 0; i < ours->n || i < file->n; i++) {
		if (i == file->n)
			return ours->items[i].name;
		if (i == ours->n || strcmp(ours->items[i].name, file->items[i].name) != 0)
			return file->items[i].name;
		if (strcmp(ours->items[i].sql, file->items[i].sql) != 0)
			return ours->items[i].name;
	}
	return NULL;
}

enum rc schema_check(sqlite3 *db, const char *path, struct err *e)
{
	struct schema_items ours = VEC_INIT, file = VEC_INIT;
	struct buf shown = BUF_INIT;
	const char *name;
	enum rc rc = RC_OK;

	schema_list(&ours);
	if (read_items(db, &file) != SQLITE_OK) {
		rc = err_set(e, RC_PROJECT, "'%s' is damaged: %s", path, sqlite3_errmsg(db));
		goto out;
	}
	vec_sort(&ours, by_name);
	vec_sort(&file, by_name);
	name = first_difference(&ours, &file);
	if (name != NULL) {
		if (utf8_valid(name, strlen(name), NULL))
			utf8_clean(name, strlen(name), &shown);
		rc = err_set(e, RC_PROJECT,
			"'%s' is not a project of this program: its table or rule '%s' differs",
			path, shown.data);
	}
out:
	buf_release(&shown);
	schema_items_release(&file);
	schema_items_release(&ours);
	return rc;
}
