/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_csv.c and rows.c: reads the bytes of a table whose separator and
 * quoting are not known, and finds a table's header and what its columns hold.
 */
#ifndef TEMA_CORPUS_CSV_SHAPE_H
#define TEMA_CORPUS_CSV_SHAPE_H

#include "base/csv.h"
#include "base/err.h"
#include "corpus/draft.h"
#include "corpus/fields.h"

#define CSV_SHAPE_NONE ((size_t)-1)
#define CSV_SHAPE_TEXTS 100 /* columns of texts at most */

struct csv_shape {
	size_t head;		     /* row that names the columns */
	size_t column[FIELD_ID + 1]; /* by kind; CSV_SHAPE_NONE */
	const struct field *field[FIELD_ID + 1];
	size_t texts[CSV_SHAPE_TEXTS]; /* all columns of texts, as named; the first is that of
					  FIELD_TEXT */
	size_t ntexts;
};

/* The separator is the one of , ; tab | that stands in most of the first lines, or what a line
 * "sep=;" says.  Quotes in a table of tabs are characters when they are no quoting. */
enum rc csv_shape_parse(const char *p, size_t len, struct csv *out, struct err *e);
/* The header is the first row that has the column of texts, by its name or by what the user said
 * (names or numbers from 1); without one the text's column is CSV_SHAPE_NONE and the header is
 * row 0.  RC_INPUT: there is no such column as the user named. */
enum rc csv_shape_find(const struct csv *table, const struct reader_options *o,
	struct csv_shape *out, struct err *e);
/* The names of the columns for a message: "'nama', 'umur'". */
void csv_shape_names(const struct csv_row *head, struct buf *out);

#endif
