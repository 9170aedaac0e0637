/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON: { "table": key, "title": ..., "columns": [{key, title}], "rows": [{key: value}], "notes":
 * [...] }.  Shares are 0..1; an empty cell is null.
 */
#include <math.h>

#include "base/json.h"
#include "output/writer.h"

static void write_cell(struct jsonw *j, const struct cell *cell, const struct column *column)
{
	if (cell->kind == CELL_TEXT)
		jsonw_text(j, column->key, cell->text);
	else if (cell->kind == CELL_EMPTY || !isfinite(cell->number))
		jsonw_null(j, column->key);
	else if (column->kind == COLUMN_INT && cell->decimals <= 0)
		jsonw_int(j, column->key, (int64_t)cell->number);
	else
		jsonw_real(j, column->key, cell->number);
}

static void write_columns(struct jsonw *j, const struct table *t)
{
	jsonw_array(j, "columns");
	vec_each (struct column, column, &t->columns) {
		jsonw_object(j, NULL);
		jsonw_text(j, "key", column->key);
		jsonw_text(j, "title", column->title);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void write_rows(struct jsonw *j, const struct table *t)
{
	jsonw_array(j, "rows");
	vec_each (struct row, row, &t->rows) {
		jsonw_object(j, NULL);
		for (size_t i = 0; i < t->columns.n; i++)
			write_cell(j, &row->cells[i], &t->columns.items[i]);
		jsonw_end(j);
	}
	jsonw_end(j);
}

static void write_json(const struct table *t, const struct writer_options *o, struct buf *out)
{
	struct jsonw *j = jsonw_new();

	(void)o;
	jsonw_object(j, NULL);
	jsonw_text(j, "table", t->key);
	jsonw_text(j, "title", t->title);
	write_columns(j, t);
	write_rows(j, t);
	jsonw_array(j, "notes");
	vec_each (const char *, note, &t->notes)
		jsonw_text(j, NULL, *note);
	jsonw_end(j);
	jsonw_end(j);
	jsonw_finish(j, out);
}

const struct writer writer_json = { .name = "json", .extension = "json", .write = write_json };
