/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Only names of tables.h are printed into these texts; every value is a
 * parameter.
 */
#include "store/fact_sql.h"

/* What stands in a canonical line for each kind of column, with the table's name and the column. */
static void add_canonical(const struct fact_column *c, struct buf *out)
{
	if (c->kind == COL_CONTENT)
		buf_printf(out, ", (SELECT mark FROM content WHERE id = t.\"%s\")", c->name);
	else if (c->kind == COL_REF)
		buf_printf(out, ", (SELECT uid FROM %s WHERE id = t.\"%s\")",
			fact_tables[c->ref].name, c->name);
	else if (c->kind == COL_OP)
		buf_printf(out, ", (SELECT uid FROM op WHERE id = t.\"%s\")", c->name);
	else if (c->kind != COL_STATE)
		buf_printf(out, ", t.\"%s\"", c->name);
}

static void add_line(const struct fact_table *t, const char *sign, struct buf *out)
{
	buf_printf(out, "SELECT %s, t.uid", sign);
	for (const struct fact_column *c = t->columns; c->kind != COL_END; c++)
		add_canonical(c, out);
}

static void insert(const struct fact_table *t, struct buf *out)
{
	size_t n = 1;

	buf_printf(out, "INSERT INTO %s (uid", t->name);
	for (const struct fact_column *c = t->columns; c->kind != COL_END; c++, n++)
		buf_printf(out, ", \"%s\"", c->name);
	buf_adds(out, ") VALUES (?");
	while (--n > 0)
		buf_adds(out, ", ?");
	buf_adds(out, ")");
}

static void end(const struct fact_table *t, struct buf *out)
{
	buf_printf(out, "UPDATE %s SET d = ?1 WHERE id = ?2 AND d IS NULL", t->name);
}

static void revive(const struct fact_table *t, struct buf *out)
{
	buf_printf(out, "UPDATE %s SET d = NULL WHERE id = ?1", t->name);
}

static void lines(const struct fact_table *t, struct buf *out)
{
	add_line(t, "x.sign", out);
	buf_printf(out,
		" FROM change x JOIN %s t ON t.id = x.row WHERE x.op = ?1 AND x.tbl = '%s'"
		" ORDER BY t.uid, x.sign",
		t->name, t->name);
}

static void uids(const struct fact_table *t, struct buf *out)
{
	buf_printf(out, "SELECT id FROM %s WHERE uid = ?1", t->name);
}

static void add_clash(const struct fact_table *t, int key, struct buf *out)
{
	buf_printf(out, "SELECT b.id FROM %s a JOIN %s b ON b.id <> a.id", t->name, t->name);
	for (const struct fact_column *c = t->columns; c->kind != COL_END; c++)
		if (c->key == key)
			buf_printf(out, " AND b.\"%s\" = a.\"%s\"", c->name, c->name);
	buf_adds(out, " WHERE a.id = ?1 AND b.d IS NULL LIMIT 1");
}

static void clash(const struct fact_table *t, struct buf *out)
{
	add_clash(t, 1, out);
}

static void clash2(const struct fact_table *t, struct buf *out)
{
	add_clash(t, 2, out);
}

/* A row's last change by op says whether and by what it is ended. */
static void odd(const struct fact_table *t, struct buf *out)
{
	buf_printf(out,
		"SELECT t.uid FROM %s t WHERE NOT EXISTS"
		" (SELECT 1 FROM change WHERE tbl = '%s' AND row = t.id AND sign = 1)",
		t->name, t->name);
	if (t->ends)
		buf_printf(out,
			" OR t.d IS NOT (SELECT CASE sign WHEN -1 THEN op END FROM change"
			" WHERE tbl = '%s' AND row = t.id ORDER BY op DESC, sign LIMIT 1)",
			t->name);
	buf_adds(out, " LIMIT 1");
}

static void live(const struct fact_table *t, struct buf *out)
{
	add_line(t, "1", out);
	buf_printf(
		out, " FROM %s t%s ORDER BY t.uid", t->name, t->ends ? " WHERE t.d IS NULL" : "");
}

static void blank(const struct fact_table *t, struct buf *out)
{
	buf_printf(out, "SELECT 1 FROM %s t JOIN content c ON c.body IS NULL AND c.id IN (NULL",
		t->name);
	for (const struct fact_column *c = t->columns; c->kind != COL_END; c++)
		if (c->kind == COL_CONTENT)
			buf_printf(out, ", t.\"%s\"", c->name);
	buf_adds(out, ") WHERE t.id = ?1 LIMIT 1");
}

void fact_sql(enum fact t, enum fact_verb v, struct buf *out)
{
	static void (*const makers[FACT_VERBS])(const struct fact_table *, struct buf *) = {
		[FACT_INSERT] = insert,
		[FACT_END] = end,
		[FACT_REVIVE] = revive,
		[FACT_LINES] = lines,
		[FACT_UIDS] = uids,
		[FACT_CLASH] = clash,
		[FACT_CLASH2] = clash2,
		[FACT_ODD] = odd,
		[FACT_LIVE] = live,
		[FACT_BLANK] = blank,
	};

	makers[v](&fact_tables[t], out);
}
