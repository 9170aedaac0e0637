/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/csv_shape.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define LOOK 20	     /* lines that tell the separator */
#define HEAD_LOOK 10 /* rows that may be the header */
#define NAMES_MAX 30 /* columns named in a message */

/* ---- bytes ---- */

/* How many of the first lines hold sep outside quotes, and how often the first of those does. */
static void count_lines(const char *p, size_t len, char sep, size_t *lines, size_t *first)
{
	size_t here = 0, seen = 0;
	bool quoted = false;

	*lines = *first = 0;
	for (size_t i = 0; i <= len && seen < LOOK; i++) {
		if (i < len && p[i] == '"')
			quoted = !quoted;
		if (i < len && p[i] == sep && !quoted)
			here++;
		if (i < len && (p[i] != '\n' || quoted))
			continue;
		seen++;
		*lines += here > 0;
		if (*lines == 1 && *first == 0)
			*first = here;
		here = 0;
	}
}

static char find_separator(const char *p, size_t len)
{
	static const char candidates[] = { ',', ';', '\t', '|' };
	size_t best_lines = 0, best_first = 0;
	char best = ',';

	for (size_t i = 0; i < sizeof candidates; i++) {
		size_t lines, first;

		count_lines(p, len, candidates[i], &lines, &first);
		if (lines < best_lines || (lines == best_lines && first <= best_first))
			continue;
		best = candidates[i];
		best_lines = lines;
		best_first = first;
	}
	return best;
}

enum rc csv_shape_parse(const char *p, size_t len, struct csv *out, struct err *e)
{
	struct err first = ERR_INIT;
	enum rc rc;
	char sep;

	if (len >= 6 && memcmp(p, "sep=", 4) == 0 && p[5] == '\n') {
		sep = p[4];
		p += 6;
		len -= 6;
	} else {
		sep = find_separator(p, len);
	}
	rc = csv_parse(p, len, sep, out, &first);
	if (sep == '\t' && (rc != RC_OK || out->odd_quotes)) {
		csv_release(out);
		return csv_parse_unquoted(p, len, sep, out, e);
	}
	if (rc != RC_OK)
		*e = first;
	return rc;
}

/* ---- columns ---- */

void csv_shape_names(const struct csv_row *head, struct buf *out)
{
	for (size_t i = 0; i < head->n && i < NAMES_MAX; i++) {
		buf_adds(out, i > 0 ? ", '" : "'");
		utf8_clean(head->cells[i], strlen(head->cells[i]), out);
		buf_addc(out, '\'');
	}
	if (head->n > NAMES_MAX)
		buf_adds(out, ", ...");
}

/* The column the user means, by its name or its number from 1. */
static size_t named_column(const struct csv_row *row, const char *name)
{
	char *stop;
	unsigned long n;

	for (size_t i = 0; i < row->n; i++)
		if (field_same_name(row->cells[i], name))
			return i;
	n = strtoul(name, &stop, 10);
	if (*name < '0' || *name > '9' || *stop != '\0' || n < 1 || n > row->n)
		return CSV_SHAPE_NONE;
	return n - 1;
}

static void find_columns(const struct csv_row *row, struct csv_shape *s)
{
	for (size_t k = 0; k <= FIELD_ID; k++) {
		s->column[k] = CSV_SHAPE_NONE;
		s->field[k] = NULL;
	}
	for (size_t i = 0; i < row->n; i++) {
		const struct field *f = field_find(row->cells[i], strlen(row->cells[i]));

		if (f == NULL || !field_is_better(f, f->kind, s->field[f->kind]))
			continue;
		s->column[f->kind] = i;
		s->field[f->kind] = f;
	}
}

static enum rc no_column(const struct csv_row *head, const char *name, struct err *e)
{
	struct buf names = BUF_INIT;

	csv_shape_names(head, &names);
	err_set(e, RC_INPUT, "there is no column '%s'; the columns are: %s", name, names.data);
	buf_release(&names);
	return RC_INPUT;
}

/* What the user said of one column goes above its name. */
static bool take_named(
	const struct csv_row *row, const char *name, enum field_kind kind, struct csv_shape *s)
{
	size_t column;

	if (name == NULL)
		return true;
	column = named_column(row, name);
	for (size_t k = 0; k <= FIELD_ID; k++)
		if (s->column[k] == column)
			s->column[k] = CSV_SHAPE_NONE;
	s->column[kind] = column;
	return column != CSV_SHAPE_NONE;
}

enum rc csv_shape_find(const struct csv *table, const struct reader_options *o,
	struct csv_shape *out, struct err *e)
{
	static const struct reader_options none = { NULL, NULL };
	const struct csv_row *rows = table->rows.items;

	o = o != NULL ? o : &none;
	for (out->head = 0; out->head < table->rows.n && out->head < HEAD_LOOK; out->head++) {
		find_columns(&rows[out->head], out);
		if (take_named(&rows[out->head], o->text_column, FIELD_TEXT, out) &&
			take_named(&rows[out->head], o->speaker_column, FIELD_SPEAKER, out) &&
			out->column[FIELD_TEXT] != CSV_SHAPE_NONE)
			return RC_OK;
	}
	out->head = 0;
	find_columns(&rows[0], out);
	if (!take_named(&rows[0], o->text_column, FIELD_TEXT, out))
		return no_column(&rows[0], o->text_column, e);
	if (!take_named(&rows[0], o->speaker_column, FIELD_SPEAKER, out))
		return no_column(&rows[0], o->speaker_column, e);
	return RC_OK;
}
