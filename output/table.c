/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output/table.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"

void table_init(struct table *t, const char *key, const char *title)
{
	*t = (struct table){ .arena = ARENA_INIT };
	t->key = arena_strdup(&t->arena, key);
	t->title = arena_strdup(&t->arena, title);
}

void table_release(struct table *t)
{
	vec_release(&t->columns);
	vec_release(&t->rows);
	vec_release(&t->notes);
	arena_release(&t->arena);
}

void table_column(
	struct table *t, const char *key, const char *title, enum column_kind kind, int decimals)
{
	assert(t->rows.n == 0);
	vec_push(&t->columns, ((struct column){ .key = arena_strdup(&t->arena, key),
				      .title = arena_strdup(&t->arena, title),
				      .kind = kind,
				      .decimals = decimals }));
}

void table_optional(struct table *t)
{
	vec_last(&t->columns)->optional = true;
}

void table_row(struct table *t)
{
	struct row row = { .cells = arena_calloc(&t->arena, t->columns.n, sizeof(struct cell)) };

	for (size_t i = 0; i < t->columns.n; i++) {
		row.cells[i].heat = -1;
		row.cells[i].decimals = -1;
	}
	vec_push(&t->rows, row);
}

static struct cell *next_cell(struct table *t)
{
	struct row *row = vec_last(&t->rows);

	assert(row->n < t->columns.n);
	return &row->cells[row->n++];
}

struct cell *table_textn(struct table *t, const char *p, size_t len)
{
	struct cell *cell = next_cell(t);

	cell->kind = CELL_TEXT;
	cell->text = arena_dup(&t->arena, p, len);
	return cell;
}

struct cell *table_text(struct table *t, const char *s)
{
	return s == NULL ? next_cell(t) : table_textn(t, s, strlen(s));
}

struct cell *table_number(struct table *t, double v)
{
	struct cell *cell = next_cell(t);

	cell->kind = CELL_NUMBER;
	cell->number = v;
	return cell;
}

struct cell *table_empty(struct table *t)
{
	return next_cell(t);
}

void table_note(struct table *t, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&b, fmt, ap);
	va_end(ap);
	vec_push(&t->notes, arena_dup(&t->arena, b.data, b.len));
	buf_release(&b);
}
