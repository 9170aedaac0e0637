/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one way facts come into the file, end and revive: each writes the row
 * and the open op's change row.  tables.h tells the columns.
 */
#ifndef TEMA_STORE_FACT_H
#define TEMA_STORE_FACT_H

#include "store/handle.h"

/* A new row.  uid NULL: the next one of the op.  The values are the table's columns in order, with
 * the types of sql.h.  *id may be NULL. */
enum rc fact_add(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e,
	const char *types, ...);
/* The row alone, without its change row; and the change row alone. For op.c. */
enum rc fact_insert(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e,
	const char *types, va_list ap);
enum rc fact_note(struct store *s, enum fact t, int64_t row, int sign, struct err *e);
/* Ends a living row. */
enum rc fact_end(struct store *s, enum fact t, int64_t id, struct err *e);
/* Takes an ending back; undo only. */
enum rc fact_revive(struct store *s, enum fact t, int64_t id, struct err *e);
/* The row with this uid; *id = 0 if there is none. */
enum rc fact_find(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e);
/* The uid of a row; zero if there is none. */
enum rc fact_uid(struct store *s, enum sql_id by_row, int64_t id, struct uid *out, struct err *e);

/* Texts and other bytes that an erasure can blank: salted, referred to by id. */
enum rc content_add(struct store *s, const char *kind, const void *p, size_t len, bool text,
	int64_t *id, struct err *e);
/* NULL or "" gives *id = 0. */
enum rc content_adds(
	struct store *s, const char *kind, const char *text, int64_t *id, struct err *e);

#endif
