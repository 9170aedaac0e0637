/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV (RFC 4180): UTF-8 with BOM, so that Excel reads it as such; column keys as header; shares as
 * 0..1 with four places.  Cells of text that a spreadsheet would take for a formula get a "'" in
 * front.
 */
#include <string.h>

#include "base/csv.h"
#include "base/utf8.h"
#include "output/writer.h"

static void write_cell(
	const struct cell *cell, const struct column *column, bool first, struct buf *out)
{
	struct buf text = BUF_INIT;

	if (cell->kind == CELL_TEXT)
		utf8_clean(cell->text, strlen(cell->text), &text);
	if (cell->kind == CELL_NUMBER)
		number_machine(cell->number,
			column->kind == COLUMN_PERCENT ? 4 : cell_places(cell, column), &text);
	csv_cell(out, text.data, text.len, first, cell->kind == CELL_TEXT);
	buf_release(&text);
}

static void write_csv(const struct table *t, const struct writer_options *o, struct buf *out)
{
	(void)o;
	buf_adds(out, "\xef\xbb\xbf");
	for (size_t i = 0; i < t->columns.n; i++)
		csv_cell(out, t->columns.items[i].key, strlen(t->columns.items[i].key), i == 0,
			false);
	csv_end(out);
	vec_each (struct row, row, &t->rows) {
		for (size_t i = 0; i < t->columns.n; i++)
			write_cell(&row->cells[i], &t->columns.items[i], i == 0, out);
		csv_end(out);
	}
}

const struct writer writer_csv = { .name = "csv", .extension = "csv", .write = write_csv };
