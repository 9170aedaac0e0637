/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits of speakers and documents: what a command line or a table wants to be
 * otherwise than it is.  Collected first, so that all flaws are told and
 * nothing is written if there is one; what is the same is no edit.
 */
#ifndef TEMA_PROJECT_EDIT_H
#define TEMA_PROJECT_EDIT_H

#include "base/diag.h"
#include "output/table.h"
#include "project/subject.h"

#define EDIT_VARIABLE (-1)

struct edit {
	struct subject *of;
	int field;	       /* number of the field, or EDIT_VARIABLE */
	const char *key;       /* the variable's name */
	const char *from, *to; /* "" = none; several values: "kader; ibu" */
	size_t row;	       /* of the table it comes from, and the cell in it */
	int cell;
};

struct edits {
	struct arena arena;
	struct subjects *all;
	VEC(struct edit) list;
	unsigned left; /* empty cells of a table where the project has something */
};

void edits_init(struct edits *x, struct subjects *all);
void edits_release(struct edits *x);

/* An edit if it differs. "" takes the value away.  RC_INPUT: no value of that field. */
enum rc edits_field(
	struct edits *x, struct subject *p, int field, const char *typed, struct err *e);
/* values: all that the variable has from now on, with ";" between them. */
void edits_variable(struct edits *x, struct subject *p, const char *key, const char *values);
/* "name", "group", "var.usia": as a table names the column. */
const char *edit_name(struct edits *x, const struct edit *edit);
/* Two speakers with one code, when all is done: RC_INPUT, with what to do, and *at is the number of
 * the edit; it is looked for from *at on. */
enum rc edits_check(const struct edits *x, size_t *at, struct err *e);
/* Within an op. */
enum rc edits_write(const struct edits *x, struct store *s, struct err *e);

/* ---- tables (edit_sheet.c) ----
 *
 * One row for each speaker or document; the column that finds it (speaker: "3:P", number: "4") must
 * stay.  An empty cell leaves what is, "-" takes it away; columns that only inform are not read. */
void subjects_table(const struct subjects *all, struct table *t); /* begun by the caller */
/* RC_INPUT: the table has errors, which are in d. */
enum rc edits_read(
	struct edits *x, struct store *s, const char *path, struct diags *d, struct err *e);

#endif
