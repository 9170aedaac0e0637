/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rows.h"

#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/csv_shape.h"
#include "corpus/grid.h"
#include "corpus/grid_shape.h"
#include "corpus/records.h"
#include "corpus/rows_dates.h"

#define TIMES_LOOK 50 /* cells that tell whether a column holds times in a recording */
#define FEW 3	      /* rows that may each have a speaker of their own */

struct rowset {
	const char *name;
	const struct csv *table;
	struct csv_shape shape;
	size_t below; /* rows under the header that go on with it */
	struct rows_dates dates;
	bool *variable; /* by column */
	struct records records;
	size_t without_text, without_id;
	struct diags *d;
};

static size_t first_row(const struct rowset *t)
{
	return t->shape.head + 1 + t->below;
}

static const struct csv_row *head_of(const struct rowset *t)
{
	return &t->table->rows.items[t->shape.head];
}

static const char *cell_at(const struct csv_row *row, size_t column)
{
	return column < row->n ? row->cells[column] : "";
}

static const char *cell_of(const struct rowset *t, const struct csv_row *row, enum field_kind kind)
{
	return cell_at(row, t->shape.column[kind]);
}

static bool has(const struct rowset *t, enum field_kind kind)
{
	return t->shape.column[kind] != CSV_SHAPE_NONE;
}

static bool is_empty(const char *cell)
{
	return cell[strspn(cell, " \t\n")] == '\0';
}

static struct moment moment_at(
	const struct rowset *t, const struct csv_row *row, enum field_kind kind)
{
	const char *cell = cell_of(t, row, kind);
	const struct field *f = t->shape.field[kind];

	return moment_parse(cell, strlen(cell), f != NULL && f->ms);
}

/* ---- columns ---- */

/* A column of date and time, as forms write them, is no column of times in a recording; the date
 * is taken from it when there is no better one. */
static void check_times(struct rowset *t)
{
	size_t cells = 0, times = 0;

	if (!has(t, FIELD_FROM))
		return;
	for (size_t i = first_row(t); i < t->table->rows.n && cells < TIMES_LOOK; i++) {
		const struct csv_row *row = &t->table->rows.items[i];

		if (is_empty(cell_of(t, row, FIELD_FROM)))
			continue;
		cells++;
		times += moment_at(t, row, FIELD_FROM).unit != MOMENT_NONE;
	}
	if (2 * times >= cells)
		return;
	if (!has(t, FIELD_DATE))
		t->shape.column[FIELD_DATE] = t->shape.column[FIELD_FROM];
	t->shape.column[FIELD_FROM] = CSV_SHAPE_NONE;
}

static void look_at_dates(struct rowset *t)
{
	for (size_t i = first_row(t); has(t, FIELD_DATE) && i < t->table->rows.n; i++)
		rows_dates_look(&t->dates, cell_of(t, &t->table->rows.items[i], FIELD_DATE));
}

static bool is_text_column(const struct rowset *t, size_t column)
{
	for (size_t i = 0; i < t->shape.ntexts; i++)
		if (t->shape.texts[i] == column)
			return true;
	return false;
}

/* Has the column a place in every document, whatever the rows are? */
static bool is_used(const struct rowset *t, size_t column)
{
	for (size_t k = 0; k <= FIELD_DATE; k++)
		if (t->shape.column[k] == column)
			return true;
	return is_text_column(t, column) || is_empty(cell_at(head_of(t), column));
}

/* Some cell of it is longer than a variable's value can be. */
static bool is_long(const struct rowset *t, size_t column)
{
	for (size_t i = first_row(t); i < t->table->rows.n; i++)
		if (strlen(cell_at(&t->table->rows.items[i], column)) > RECORDS_VALUE_MAX)
			return true;
	return false;
}

static void tell_columns(const struct rowset *t, const struct intern *names, const char *id,
	const char *what, const char *hint)
{
	struct diags *d = t->d;
	size_t before = d->list.n;

	utterances_left_out(names, what, t->name, d);
	if (d->list.n == before)
		return;
	memcpy(vec_last(&d->list)->id, id, sizeof "R041");
	if (hint != NULL)
		diag_hint(d, vec_last(&d->list), "%s", hint);
}

/* Columns that are used for nothing but names and numbers of rows are not worth a word. */
static void tell_left_out(const struct rowset *t)
{
	struct intern names = INTERN_INIT;

	for (size_t i = 0; i < head_of(t)->n; i++)
		if (!is_used(t, i) && t->shape.column[FIELD_ID] != i)
			intern_add(&names, head_of(t)->cells[i], strlen(head_of(t)->cells[i]));
	tell_columns(t, &names, "R041", "columns", NULL);
	intern_release(&names);
}

/* The columns that become variables; those of long texts are told. */
static void find_variables(struct rowset *t)
{
	struct intern names = INTERN_INIT;

	t->variable = mem_zalloc(head_of(t)->n + 1, sizeof *t->variable);
	for (size_t i = 0; i < head_of(t)->n; i++) {
		const char *name = head_of(t)->cells[i];

		if (is_used(t, i) || t->shape.column[FIELD_ID] == i ||
			t->shape.column[FIELD_TITLE] == i)
			continue;
		t->variable[i] = !is_long(t, i);
		if (!t->variable[i])
			intern_add(&names, name, strlen(name));
	}
	tell_columns(t, &names, "R063", "columns of long texts",
		"--text-column, once for each, takes them as texts");
	intern_release(&names);
}

/* ---- rows ---- */

static void take_date(struct rowset *t, const struct csv_row *row, struct record *one)
{
	const char *cell = cell_of(t, row, FIELD_DATE);
	char date[ROWS_DATE_MAX];

	if (rows_date(&t->dates, cell, date))
		one->date = arena_strdup(&t->records.all.arena, date);
	else if (t->variable != NULL)
		records_var(&t->records, cell_of(t, head_of(t), FIELD_DATE), cell);
}

static void take_texts(struct rowset *t, const struct csv_row *row, const char *speaker)
{
	struct utterance one = { .label = speaker,
		.label_len = speaker != NULL ? strlen(speaker) : 0,
		.from = moment_at(t, row, FIELD_FROM),
		.to = moment_at(t, row, FIELD_TO) };

	for (size_t i = 0; i < t->shape.ntexts; i++) {
		one.text = cell_at(row, t->shape.texts[i]);
		one.len = strlen(one.text);
		one.heading = t->shape.ntexts > 1 ? cell_at(head_of(t), t->shape.texts[i]) : NULL;
		records_text(&t->records, &one);
	}
}

static void take_row(struct rowset *t, size_t i, const char *speaker)
{
	const struct csv_row *row = &t->table->rows.items[i];
	struct record *one = records_begin(&t->records);

	one->number = i + 1 - first_row(t);
	if (!is_empty(cell_of(t, row, FIELD_ID)))
		one->id = cell_of(t, row, FIELD_ID);
	if (!is_empty(cell_of(t, row, FIELD_TITLE)) && t->variable != NULL)
		one->title = cell_of(t, row, FIELD_TITLE);
	take_date(t, row, one);
	take_texts(t, row, speaker);
	for (size_t k = 0; t->variable != NULL && k < head_of(t)->n; k++)
		if (t->variable[k])
			records_var(&t->records, head_of(t)->cells[k], cell_at(row, k));
	if (!records_end(&t->records))
		t->without_text++;
	else if (has(t, FIELD_ID) && one->id == NULL) {
		t->without_id++;
		one->id = arena_printf(&t->records.all.arena, "row %zu", one->number);
	}
}

static void take_rows(struct rowset *t)
{
	const char *speaker = NULL, *id = "";

	for (size_t i = first_row(t); i < t->table->rows.n; i++) {
		const struct csv_row *row = &t->table->rows.items[i];
		const char *cell = cell_of(t, row, FIELD_SPEAKER);

		if (!is_empty(cell))
			speaker = cell;
		else if (t->variable != NULL && strcmp(id, cell_of(t, row, FIELD_ID)) != 0)
			speaker = NULL; /* another document */
		id = cell_of(t, row, FIELD_ID);
		take_row(t, i, speaker);
	}
}

/* ---- one document or many ---- */

static bool has_others(const struct rowset *t)
{
	for (size_t i = 0; i < head_of(t)->n; i++)
		if (!is_text_column(t, i) && !is_empty(head_of(t)->cells[i]))
			return true;
	return false;
}

static bool rows_are_documents(const struct rowset *t, const struct reader_options *o)
{
	if (o->rows != ROWS_FOUND)
		return o->rows == ROWS_DOCUMENT;
	if (o->id_column != NULL)
		return true;
	return !has(t, FIELD_SPEAKER) && !has(t, FIELD_FROM) && has_others(t);
}

/* Rows of respondents look like turns: each has a name, and few come back. */
static void tell_one_row_each(const struct rowset *t)
{
	struct intern names = INTERN_INIT;
	size_t rows = 0;

	vec_each (const struct utterance, one, &t->records.all.list) {
		rows++;
		if (one->label != NULL)
			intern_add(&names, one->label, one->label_len);
	}
	if (rows >= FEW && 2 * names.n > rows && t->shape.ntexts == 1) {
		struct diag *g = diag_add(t->d, DIAG_WARNING, "R062",
			&(struct diag_at){ .file = t->name },
			"%u speakers in %zu rows; taken as turns of one document", names.n, rows);

		diag_hint(t->d, g, "--rows document makes each row a document");
	}
	intern_release(&names);
}

static bool row_holds(const struct csv_row *row, const char *begin)
{
	for (size_t i = 0; i < row->n; i++)
		if (strncmp(row->cells[i], begin, strlen(begin)) == 0)
			return true;
	return false;
}

/* Qualtrics writes the questions and their numbers below the names of the columns, SurveyMonkey
 * the kinds of answers. */
static size_t rows_below(const struct rowset *t)
{
	const struct csv_row *row = head_of(t) + 1;
	size_t left = t->table->rows.n - t->shape.head - 1;

	for (size_t i = 0; i < 2 && i < left; i++)
		if (row_holds(&row[i], "{\"ImportId\":"))
			return i + 1;
	return left > 0 && is_empty(cell_at(row, 0)) && row_holds(row, "Open-Ended Response");
}

/* Rows above the header: a title and the like. */
static void tell_above(const struct rowset *t)
{
	if (t->below > 0)
		diag_add(t->d, DIAG_REMARK, "R042", &(struct diag_at){ .file = t->name },
			"rows that describe the columns left out: %zu", t->below);
	if (t->shape.head > 0)
		diag_add(t->d, DIAG_REMARK, "R042", &(struct diag_at){ .file = t->name },
			"rows above the names of the columns left out: %zu", t->shape.head);
}

static void tell_rows(struct rowset *t)
{
	struct diag_at at = { .file = t->name };
	struct buf names = BUF_INIT;
	unsigned n = 0;

	for (size_t i = 0; i < head_of(t)->n; i++)
		if (t->variable[i]) {
			buf_adds(&names, n++ > 0 ? ", " : "");
			utf8_clean(head_of(t)->cells[i], strlen(head_of(t)->cells[i]), &names);
		}
	records_remark(
		&t->records, records_documents(&t->records), "row", names.data, t->name, t->d);
	buf_release(&names);
	if (t->without_text > 0)
		diag_add(t->d, DIAG_REMARK, "R040", &at, "rows without a text left out: %zu",
			t->without_text);
	if (t->without_id > 0)
		diag_add(t->d, DIAG_WARNING, "R064", &at,
			"rows without an id, each taken as a document of its own: %zu",
			t->without_id);
	if (rows_dates_unclear(&t->dates))
		diag_add(t->d, DIAG_WARNING, "R065", &at,
			"day or month first? the dates of '%s' can be read two ways and are kept "
			"as a variable; write them as 2024-08-17",
			cell_of(t, head_of(t), FIELD_DATE));
}

static enum rc no_text(struct err *e)
{
	return err_set(e, RC_INPUT, "there is no text in the table");
}

static enum rc give_rows(struct rowset *t, reader_part_fn *fn, void *arg, struct err *e)
{
	find_variables(t);
	take_rows(t);
	if (t->records.list.n == 0)
		return no_text(e);
	tell_above(t);
	tell_rows(t);
	return records_give(&t->records, t->name, fn, arg, e);
}

static enum rc take_turns(struct rowset *t, bool guessed, struct draft *out, struct err *e)
{
	take_rows(t);
	records_write(&t->records, t->name, out, t->d);
	tell_above(t);
	tell_left_out(t);
	if (guessed)
		tell_one_row_each(t);
	return out->paras.n > 0 ? RC_OK : no_text(e);
}

/* Columns beside those of speakers and texts. */
static void tell_grid(const struct rowset *t, const struct grid *grid)
{
	struct grid_view v = { .t = grid };
	const struct csv_row *head = &t->table->rows.items[0];
	struct intern names = INTERN_INIT;

	grid_shape_find(&v);
	for (uint32_t i = 0; i < head->n && i < GRID_COLUMNS; i++)
		if (v.has_head && v.shape == SHAPE_SPEAKER && v.columns[i].cells > 0 &&
			i != v.text[0] && i != v.text[1] && v.columns[i].head != HEAD_NUMBER &&
			v.columns[i].head != HEAD_TIME && *head->cells[i] != '\0')
			intern_add(&names, head->cells[i], strlen(head->cells[i]));
	utterances_left_out(&names, "columns", t->name, t->d);
	intern_release(&names);
	vec_release(&v.cells);
}

/* No text's column: a table of questions and answers, or of speakers without a header. */
static enum rc take_grid(const struct rowset *t, struct draft *out, struct err *e)
{
	struct grid grid = GRID_INIT;
	struct buf names = BUF_INIT;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < t->table->rows.n; i++) {
		const struct csv_row *row = &t->table->rows.items[i];

		for (size_t k = 0; k < row->n; k++)
			grid_para(&grid, (uint32_t)i, (uint32_t)k, row->cells[k],
				strlen(row->cells[k]), 0);
	}
	if (out != NULL && grid_has_speakers(&grid)) {
		tell_grid(t, &grid);
		grid_emit(&grid, out);
		draft_end(out);
		rc = out->paras.n > 0 ? RC_OK : no_text(e);
	} else {
		csv_shape_names(&t->table->rows.items[0], &names);
		rc = err_set(e, RC_INPUT,
			"no column has a name that tells it holds the text; say which one does "
			"with --text-column NAME (and --speaker-column NAME); the columns are: %s",
			names.data);
	}
	buf_release(&names);
	grid_release(&grid);
	return rc;
}

static enum rc open_rows(struct rowset *t, const struct reader_options *o, struct err *e)
{
	enum rc rc;

	if (t->table->rows.n == 0)
		return err_set(e, RC_INPUT, "the table is empty");
	rc = csv_shape_find(t->table, o, &t->shape, e);
	if (rc == RC_OK && has(t, FIELD_TEXT)) {
		t->below = rows_below(t);
		check_times(t);
		look_at_dates(t);
	}
	return rc;
}

static void close_rows(struct rowset *t)
{
	records_release(&t->records);
	free(t->variable);
}

enum rc rows_read(const char *name, const struct csv *table, struct draft *out, struct diags *d,
	struct err *e)
{
	struct rowset t = { .name = name, .table = table, .records = RECORDS_INIT, .d = d };
	enum rc rc = open_rows(&t, out->options, e);

	if (rc == RC_OK)
		rc = has(&t, FIELD_TEXT) ? take_turns(&t, false, out, e) : take_grid(&t, out, e);
	close_rows(&t);
	return rc;
}

static enum rc give_whole(struct rowset *t, struct csv *table, const struct reader_options *o,
	reader_part_fn *fn, void *arg, struct err *e)
{
	struct draft draft;
	struct reader_part part = { .draft = &draft };
	enum rc rc;

	draft_init(&draft);
	draft.options = o;
	rc = has(t, FIELD_TEXT) ? take_turns(t, o->rows == ROWS_FOUND, &draft, e)
				: take_grid(t, &draft, e);
	records_release(&t->records);
	if (rc == RC_OK)
		csv_release(table);
	if (rc == RC_OK)
		rc = fn(&part, arg, e);
	draft_release(&draft);
	return rc;
}

enum rc rows_parts(const char *name, struct csv *table, const struct reader_options *o,
	struct diags *d, reader_part_fn *fn, void *arg, struct err *e)
{
	static const struct reader_options none = { .text_column = NULL };
	struct rowset t = { .name = name, .table = table, .records = RECORDS_INIT, .d = d };
	enum rc rc = open_rows(&t, o, e);

	o = o != NULL ? o : &none;
	if (rc != RC_OK)
		goto out;
	if (!has(&t, FIELD_TEXT) && o->rows == ROWS_DOCUMENT)
		rc = take_grid(&t, NULL, e);
	else if (has(&t, FIELD_TEXT) && rows_are_documents(&t, o))
		rc = give_rows(&t, fn, arg, e);
	else
		rc = give_whole(&t, table, o, fn, arg, e);
out:
	close_rows(&t);
	return rc;
}
