/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables that people fill in a spreadsheet and hand back: a CSV as Excel and
 * LibreOffice write it (comma, semicolon or tab, UTF-8, UTF-16 or Windows-1252,
 * with or without "sep=;"), whose first row names the columns.  Every flaw is
 * told with line and column; the caller goes on, so that all are told at once.
 *
 * Cells are free of white space around them, and of the "'" that base/csv.h puts
 * in front of what a spreadsheet would take for a formula.
 */
#ifndef TEMA_PROJECT_SHEET_H
#define TEMA_PROJECT_SHEET_H

#include "base/csv.h"
#include "base/diag.h"

/* Which columns a table may have. */
struct sheet_form {
	const char *const (*names)[2]; /* English, Indonesian; number = place in this list */
	size_t n;
	size_t needed;		     /* names[needed] must be there */
	const char *const *prefixes; /* "var.", ... NULL-terminated: any column beginning so */
	const char *known;	     /* the columns as a message lists them */
};

struct sheet {
	const char *path;
	struct buf text;
	struct csv csv; /* rows[0] is the header */
	int *column;	/* by number of the form: index in a row, -1 = missing */
	struct diags *diags;
};

#define SHEET_INIT                                                                                 \
	{                                                                                          \
		NULL, BUF_INIT, CSV_INIT, NULL, NULL                                               \
	}

/* Reads it and finds the columns.  RC_INPUT: not readable or empty; a flaw of the header is a diag.
 * path and d must live as long as the sheet. */
enum rc sheet_read(const char *path, const struct sheet_form *form, struct sheet *out,
	struct diags *d, struct err *e);
void sheet_release(struct sheet *s);

/* NULL: no such column, or an empty cell. */
const char *sheet_at(const struct csv_row *row, int index);
const char *sheet_cell(const struct sheet *s, const struct csv_row *row, size_t column);
/* A date, also as spreadsheets spell it: "17/8/2024" is 2024-08-17.  False, and an error, when it
 * is none or could be two.  *date NULL: the cell is empty. */
bool sheet_date(struct sheet *s, const struct csv_row *row, int index, const char **date);
/* An error at a cell (index in the row; -1 = the row as a whole). */
void sheet_complain(struct sheet *s, const struct csv_row *row, int index, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

#endif
