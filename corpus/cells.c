/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/cells.h"

#include <stdlib.h>
#include <string.h>

#define MERGED_MAX 200 /* bytes of a text that is repeated */

void cells_release(struct cells *c)
{
	vec_release(&c->row);
}

void cells_put(struct cells *c, size_t column, const char *text)
{
	if (text[strspn(text, " \t\r\n")] == '\0')
		return;
	if (column >= CELLS_COLUMNS) {
		c->beyond++;
		return;
	}
	while (c->row.n <= column)
		vec_push(&c->row, "");
	c->row.items[column] = text;
}

enum rc cells_row(struct cells *c, size_t line, struct err *e)
{
	struct csv_row row = { .n = c->row.n, .line = c->line };

	c->line = line;
	if (row.n == 0)
		return RC_OK;
	c->all += row.n;
	if (c->all > CELLS_MAX)
		return err_set(e, RC_INPUT,
			"the table has more than %u million cells: leave out rows or columns that "
			"are not needed",
			CELLS_MAX / 1000000u);
	row.cells = arena_calloc(&c->out->arena, row.n, sizeof *row.cells);
	memcpy(row.cells, c->row.items, row.n * sizeof *row.cells);
	vec_push(&c->out->rows, row);
	vec_reset(&c->row);
	return RC_OK;
}

static int by_line(const void *a, const void *b)
{
	const struct csv_row *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

enum rc cells_end(struct cells *c, struct err *e)
{
	enum rc rc = cells_row(c, 0, e);
	bool sorted = true;

	for (size_t i = 1; i < c->out->rows.n; i++)
		sorted = sorted && c->out->rows.items[i - 1].line <= c->out->rows.items[i].line;
	if (!sorted)
		qsort(c->out->rows.items, c->out->rows.n, sizeof *c->out->rows.items, by_line);
	return rc;
}

/* The first row of this number or behind it. */
static size_t row_at(const struct csv *t, size_t line)
{
	size_t low = 0, high = t->rows.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->rows.items[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void fill(struct cells *c, struct csv_row *row, size_t column, const char *text)
{
	const char **wider;

	if (column < row->n) {
		if (*row->cells[column] == '\0')
			row->cells[column] = text;
		return;
	}
	c->all += column + 1;
	if (c->all > CELLS_MAX)
		return;
	wider = arena_calloc(&c->out->arena, column + 1, sizeof *wider);
	for (size_t i = 0; i <= column; i++)
		wider[i] = i < row->n ? row->cells[i] : "";
	wider[column] = text;
	row->cells = wider;
	row->n = column + 1;
}

void cells_merge(struct cells *c, size_t column, size_t first_line, size_t last_line)
{
	struct csv *t = c->out;
	size_t i = row_at(t, first_line);
	const char *text;

	if (column >= CELLS_COLUMNS || i >= t->rows.n || t->rows.items[i].line != first_line ||
		column >= t->rows.items[i].n)
		return;
	text = t->rows.items[i].cells[column];
	if (*text == '\0' || strlen(text) > MERGED_MAX)
		return;
	while (++i < t->rows.n && t->rows.items[i].line <= last_line && c->all <= CELLS_MAX) {
		c->all++; /* blocks that lie upon each other cost too */
		fill(c, &t->rows.items[i], column, text);
	}
}

void cells_tell(const struct cells *c, const char *name, struct diags *d)
{
	struct diag_at at = { .file = name };

	if (c->hidden > 0)
		diag_add(d, DIAG_REMARK, "R066", &at, "hidden rows, read like the others: %zu",
			c->hidden);
	if (c->beyond > 0)
		diag_add(d, DIAG_WARNING, "R067", &at, "cells behind column %d left out: %zu",
			CELLS_COLUMNS, c->beyond);
}
