/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema of the project file (STORE.md, "Tables"): tables, indexes and
 * views as text, the triggers that guard the facts made from tables.h.
 */
#ifndef TEMA_STORE_SCHEMA_H
#define TEMA_STORE_SCHEMA_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

#define SCHEMA_VERSION 1

struct schema_item {
	char *name, *sql; /* owned */
};
VEC_TYPE(schema_items, struct schema_item);

/* Every statement of the present schema, in the order in which it is made. */
void schema_list(struct schema_items *out);
void schema_items_release(struct schema_items *l);

/* Makes all of it; the caller holds the transaction.  The SQLite result. */
int schema_make(sqlite3 *db);

/* Whether the file's schema is exactly ours.  RC_PROJECT names the first thing that differs. */
enum rc schema_check(sqlite3 *db, const char *path, struct err *e);

#endif
