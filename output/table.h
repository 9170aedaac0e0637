/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table: what a report or a listing command computes and a writer prints.
 * Neither knows the other's business.
 *
 * Column keys are stable names for CSV and JSON ("documents"); titles are for
 * people, in the report's language.  Texts are copied into the table's arena.
 * Cells are filled row by row from the left; a missing cell is empty.
 */
#ifndef TEMA_OUTPUT_TABLE_H
#define TEMA_OUTPUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

enum column_kind {
	COLUMN_TEXT,
	COLUMN_CODE, /* an id or key: text, never wrapped */
	COLUMN_INT,
	COLUMN_REAL,	/* `decimals` places */
	COLUMN_PERCENT, /* a share 0..1 shown as 12.3 %; CSV and JSON: the share */
};

struct column {
	const char *key, *title;
	enum column_kind kind;
	int decimals;
	bool optional; /* the text writer may leave it out on a narrow terminal */
};

struct cell {
	enum { CELL_EMPTY, CELL_TEXT, CELL_NUMBER } kind;
	const char *text;
	double number; /* integers are exact below 2^53 */
	double heat;   /* background 0..1 in HTML; < 0 = none */
	int indent;    /* levels, for trees */
	bool strong;   /* totals, headings inside a table */
	int decimals;  /* of this number alone; -1 = as its column has them */
};

struct row {
	struct cell *cells;
	size_t n;
	bool rule_above;
};

struct table {
	struct arena arena;
	const char *key;   /* "frequency": file name of the CSV, name in JSON */
	const char *title; /* caption */
	VEC(struct column) columns;
	VEC(struct row) rows;
	VEC(const char *) notes; /* below: unit, denominator, which codings were counted */
};

void table_init(struct table *t, const char *key, const char *title);
void table_release(struct table *t);
/* The column added last may be left out where there is no room for it. */
void table_optional(struct table *t);
void table_column(
	struct table *t, const char *key, const char *title, enum column_kind kind, int decimals);
void table_row(struct table *t); /* begins a row */
struct cell *table_text(struct table *t,
	const char *s); /* NULL: empty cell. The cell may be adorned until the next call. */
struct cell *table_textn(struct table *t, const char *p, size_t len);
struct cell *table_number(struct table *t, double v);
struct cell *table_empty(struct table *t);
void table_note(struct table *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
