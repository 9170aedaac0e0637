/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For the readers of workbooks: puts cells, as they come, into the rows that
 * the reader of .csv gets too.  Only rows and columns that hold something are
 * kept, so a cell at XFD1048576 costs no more than one at A1.
 */
#ifndef TEMA_CORPUS_CELLS_H
#define TEMA_CORPUS_CELLS_H

#include <stdint.h>

#include "base/csv.h"
#include "base/diag.h"
#include "base/err.h"

#define CELLS_COLUMNS 2000  /* further ones are left out */
#define CELLS_MAX 10000000u /* cells, with the empty ones between them */

struct cells {
	struct csv *out;
	VEC(const char *) row; /* the row being read */
	size_t line;	       /* its number from 1 */
	size_t all;	       /* cells of all rows */
	size_t beyond, hidden; /* cells in columns left out, rows that are hidden */
};

void cells_release(struct cells *c);
/* Text in the out's arena or one that lives as long.  "" is no cell. */
void cells_put(struct cells *c, size_t column, const char *text);
/* The row is complete; the next one has the number line.  Rows may come in any order. */
enum rc cells_row(struct cells *c, size_t line, struct err *e);
/* All rows are there: sorts them. */
enum rc cells_end(struct cells *c, struct err *e);
/* A merged block: what stands in its first cell counts for the cells below it, unless it is long.
 * After cells_end(). */
void cells_merge(struct cells *c, size_t column, size_t first_line, size_t last_line);
/* R066 hidden rows, R067 columns left out. */
void cells_tell(const struct cells *c, const char *name, struct diags *d);

#endif
