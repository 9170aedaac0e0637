/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of a transcript: a row names the columns, each row below is an
 * utterance.  An empty speaker goes on with the one above.  Where no column is
 * known as the text's, the table may still have one of the shapes of grid.h
 * ("Pertanyaan | Jawaban"); otherwise the user must say which one it is.
 */
#include <string.h>

#include "corpus/csv_shape.h"
#include "corpus/grid.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/utterances.h"

struct table {
	struct csv csv;
	struct csv_shape shape;
	const char *name;
	struct draft *out;
	struct diags *d;
};

static const char *cell_of(const struct table *t, const struct csv_row *row, enum field_kind kind)
{
	size_t column = t->shape.column[kind];

	return column < row->n ? row->cells[column] : "";
}

static struct moment moment_at(
	const struct table *t, const struct csv_row *row, enum field_kind kind)
{
	const char *cell = cell_of(t, row, kind);
	const struct field *f = t->shape.field[kind];

	return moment_parse(cell, strlen(cell), f != NULL && f->ms);
}

static bool is_empty(const char *cell)
{
	return cell[strspn(cell, " \t\n")] == '\0';
}

/* Rows above the header: a title and the like. */
static void tell_above(const struct table *t)
{
	if (t->shape.head > 0)
		diag_add(t->d, DIAG_REMARK, "R042", &(struct diag_at){ .file = t->name },
			"rows above the names of the columns left out: %zu", t->shape.head);
}

static void tell_left_out(const struct table *t)
{
	const struct csv_row *head = &t->csv.rows.items[t->shape.head];
	struct intern names = INTERN_INIT;

	for (size_t i = 0; i < head->n; i++) {
		bool used = is_empty(head->cells[i]) || t->shape.column[FIELD_ID] == i;

		for (size_t k = 0; k <= FIELD_DATE; k++)
			used = used || t->shape.column[k] == i;
		if (!used)
			intern_add(&names, head->cells[i], strlen(head->cells[i]));
	}
	utterances_left_out(&names, "columns", t->name, t->d);
	intern_release(&names);
}

static void take_rows(const struct table *t)
{
	struct utterances u = UTTERANCES_INIT;
	const char *speaker = NULL;

	for (size_t i = t->shape.head + 1; i < t->csv.rows.n; i++) {
		const struct csv_row *row = &t->csv.rows.items[i];
		const char *text = cell_of(t, row, FIELD_TEXT),
			   *cell = cell_of(t, row, FIELD_SPEAKER);
		struct utterance one = { .text = text, .len = strlen(text) };

		if (!is_empty(cell))
			speaker = cell;
		one.label = speaker;
		one.label_len = speaker != NULL ? strlen(speaker) : 0;
		one.from = moment_at(t, row, FIELD_FROM);
		one.to = moment_at(t, row, FIELD_TO);
		utterances_add(&u, &one);
		utterances_date(t->out, cell_of(t, row, FIELD_DATE));
	}
	utterances_write(&u, t->name, t->out, t->d);
	utterances_release(&u);
}

/* No text's column: a table of questions and answers, or of speakers without a header. */
static enum rc take_grid(const struct table *t, struct err *e)
{
	struct grid grid = GRID_INIT;
	struct buf names = BUF_INIT;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < t->csv.rows.n; i++) {
		const struct csv_row *row = &t->csv.rows.items[i];

		for (size_t k = 0; k < row->n; k++)
			grid_para(&grid, (uint32_t)i, (uint32_t)k, row->cells[k],
				strlen(row->cells[k]), 0);
	}
	if (grid_has_speakers(&grid)) {
		grid_emit(&grid, t->out);
	} else {
		csv_shape_names(&t->csv.rows.items[0], &names);
		rc = err_set(e, RC_INPUT,
			"no column has a name that tells it holds the text; say which one does "
			"with --text-column NAME (and --speaker-column NAME); the columns are: %s",
			names.data);
	}
	buf_release(&names);
	grid_release(&grid);
	draft_end(t->out);
	return rc;
}

static enum rc take_table(struct table *t, struct err *e)
{
	enum rc rc;

	if (t->csv.rows.n == 0)
		return err_set(e, RC_INPUT, "the table is empty");
	rc = csv_shape_find(&t->csv, t->out->options, &t->shape, e);
	if (rc != RC_OK)
		return rc;
	if (t->shape.column[FIELD_TEXT] == CSV_SHAPE_NONE)
		return take_grid(t, e);
	take_rows(t);
	tell_above(t);
	tell_left_out(t);
	return RC_OK;
}

static enum rc read_csv(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct table t = { .csv = CSV_INIT, .name = name, .out = out, .d = d };
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc == RC_OK)
		rc = csv_shape_parse(text.data, text.len, &t.csv, e);
	if (rc == RC_OK)
		rc = take_table(&t, e);
	if (rc == RC_OK && out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no text in the table");
	csv_release(&t.csv);
	buf_release(&text);
	return rc;
}

const struct reader reader_csv = {
	.name = "csv",
	.extensions = (const char *const[]){ "csv", "tsv", NULL },
	.summary = "tables with a column of texts",
	.read = read_csv,
};
