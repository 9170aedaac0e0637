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

/* What the user said of one column goes above its name.  An id may be a speaker's name too. */
static void give_column(struct csv_shape *s, size_t column, enum field_kind kind)
{
	for (size_t k = 0; k <= FIELD_ID; k++)
		if (s->column[k] == column && !(kind == FIELD_ID && k == FIELD_SPEAKER))
			s->column[k] = CSV_SHAPE_NONE;
	s->column[kind] = column;
	s->field[kind] = NULL;
}

/* The part of a list of names that stands in front of mark; goes behind it. */
static const char *take_word(const char **list, char mark, struct buf *out)
{
	const char *stop;

	*list += strspn(*list, " ");
	stop = strchrnul(*list, mark);
	buf_reset(out);
	buf_add(out, *list, (size_t)(stop - *list));
	*list = *stop != '\0' ? stop + 1 : stop;
	return out->data;
}

static bool add_text(struct csv_shape *s, size_t column)
{
	for (size_t i = 0; i < s->ntexts; i++)
		if (s->texts[i] == column)
			return true;
	if (column == CSV_SHAPE_NONE || s->ntexts == CSV_SHAPE_TEXTS)
		return false;
	s->texts[s->ntexts++] = column;
	return true;
}

/* One name, or a list with commas.  False: *missing is the part that is no column's name. */
static bool take_texts(
	const struct csv_row *row, const char *name, struct csv_shape *s, struct buf *missing)
{
	bool found = add_text(s, named_column(row, name));

	buf_reset(missing);
	buf_adds(missing, name);
	if (found || strchr(name, ',') == NULL)
		return found;
	do {
		const char *word = take_word(&name, ',', missing);

		found = add_text(s, named_column(row, word));
	} while (found && *name != '\0');
	return found;
}

static bool take_named(const struct csv_row *row, const char *name, enum field_kind kind,
	struct csv_shape *s, struct buf *missing)
{
	size_t column;

	if (name == NULL)
		return true;
	column = named_column(row, name);
	if (column != CSV_SHAPE_NONE) {
		give_column(s, column, kind);
		return true;
	}
	buf_reset(missing);
	buf_adds(missing, name);
	return false;
}

/* False: the row has no column that the user named, *missing. */
static bool take_all_named(const struct csv_row *row, const struct reader_options *o,
	struct csv_shape *s, struct buf *missing)
{
	const char *list = o->text_column;
	struct buf name = BUF_INIT;
	bool found = true;

	s->ntexts = 0;
	while (found && list != NULL && *list != '\0')
		found = take_texts(row, take_word(&list, '\n', &name), s, missing);
	buf_release(&name);
	for (size_t i = s->ntexts; i > 0; i--) /* the first one is what stays */
		give_column(s, s->texts[i - 1], FIELD_TEXT);
	if (s->ntexts == 0 && s->column[FIELD_TEXT] != CSV_SHAPE_NONE)
		s->texts[s->ntexts++] = s->column[FIELD_TEXT];
	return found && take_named(row, o->speaker_column, FIELD_SPEAKER, s, missing) &&
	       take_named(row, o->id_column, FIELD_ID, s, missing);
}

static enum rc no_column(const struct csv_row *head, const struct buf *name, struct err *e)
{
	struct buf names = BUF_INIT;

	csv_shape_names(head, &names);
	err_set(e, RC_INPUT, "there is no column '%s'; the columns are: %s", name->data,
		names.data);
	buf_release(&names);
	return RC_INPUT;
}

enum rc csv_shape_find(const struct csv *table, const struct reader_options *o,
	struct csv_shape *out, struct err *e)
{
	static const struct reader_options none = { .text_column = NULL };
	const struct csv_row *rows = table->rows.items;
	struct buf missing = BUF_INIT;
	enum rc rc = RC_OK;

	o = o != NULL ? o : &none;
	for (out->head = 0; out->head < table->rows.n && out->head < HEAD_LOOK; out->head++) {
		find_columns(&rows[out->head], out);
		if (take_all_named(&rows[out->head], o, out, &missing) && out->ntexts > 0)
			goto out;
	}
	out->head = 0;
	find_columns(&rows[0], out);
	if (!take_all_named(&rows[0], o, out, &missing))
		rc = no_column(&rows[0], &missing, e);
out:
	buf_release(&missing);
	return rc;
}
