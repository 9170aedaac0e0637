/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an older schema to the present one.  Steps are only ever appended: step
 * [i] leads from version i+1 to i+2, in one transaction, and is never edited
 * once its schema is released.  Facts only; caches may be dropped.
 */
#ifndef TEMA_STORE_MIGRATE_H
#define TEMA_STORE_MIGRATE_H

#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/err.h"

struct migration {
	const char *sql; /* several statements */
};

/* Takes the file from version FROM to the present one, after a copy PATH.vFROM beside it (mode
 * 0600; an existing copy is not overwritten: PATH.vFROM-2 ...). */
enum rc migrate(sqlite3 *db, const char *path, int64_t from, struct err *e);

/* The same with other steps, for tests. */
enum rc migrate_by(sqlite3 *db, const char *path, int64_t from, const struct migration *steps,
	size_t n, struct err *e);

#endif
