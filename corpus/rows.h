/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_csv.c and reader_xlsx.c: what a table of rows and columns says.
 *
 * A row names the columns, each row below is a turn of one document or a
 * document of its own.  Which one, unless the user said it (options->rows):
 *
 *   --id-column was given           documents, one for each id
 *   a column of speakers or times   turns
 *   a column of texts and others    documents; the others are their variables
 *   a column of texts alone         turns
 *
 * Turns: an empty speaker goes on with the one above.  Several columns of texts
 * are paragraphs, each below its column's name as a heading.  Where no column is
 * known as the text's, the table may still have one of the shapes of grid.h
 * ("Pertanyaan | Jawaban"); otherwise the user must say which one it is.
 *
 * Remarks: R040 rows without a text, R041 columns left out, R042 rows above the
 * header and those below that describe it, R061 rows are documents, R062 most speakers have one
 * row, R063 columns of long texts that are no variables, R064 rows without an id, R065 dates that
 * can be read two ways.
 */
#ifndef TEMA_CORPUS_ROWS_H
#define TEMA_CORPUS_ROWS_H

#include "base/csv.h"
#include "corpus/reader.h"

/* As one document, whatever its rows are. */
enum rc rows_read(const char *name, const struct csv *table, struct draft *out, struct diags *d,
	struct err *e);
/* Releases the table as soon as nothing of it is needed. */
enum rc rows_parts(const char *name, struct csv *table, const struct reader_options *o,
	struct diags *d, reader_part_fn *fn, void *arg, struct err *e);

#endif
