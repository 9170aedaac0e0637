/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The project file (STORE.md): one SQLite database, *.tema.
 *
 * This header opens it and brackets writing; the others of this folder
 * (documents.h speakers.h codebooks.h suggestions.h judgements.h history.h) read
 * and write it.  SQL and sqlite3.h stay inside store/.
 *
 * Facts are never deleted or rewritten.  All writing happens inside an op:
 *
 *	store_begin(s, &who, "confirm", e) ... facts ... store_commit(s, e)
 *
 * is one transaction.  An op that changed nothing is not recorded.  After kill -9
 * or a full disk the file is as before store_begin() or as after store_commit().
 * Ids (int64_t) are row ids, valid in this file only; uids travel.
 */
#ifndef TEMA_STORE_STORE_H
#define TEMA_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/uid.h"

#define STORE_APPLICATION_ID 0x74656d61 /* "tema" */

struct store;

/* STORE_COPY: a copy in memory of a file that may only be read; it may be written and is forgotten
 * (dry runs). */
enum store_mode { STORE_READ, STORE_WRITE, STORE_COPY };

/* Who writes: a coder is a uid with a display name. */
struct person {
	struct uid uid;
	const char *name;
	/* Called when an op begins, so that a person made just now is kept before anything names
	 * it; NULL = nobody asks. */
	enum rc (*keep)(void *arg, struct err *e);
	void *arg;
};

/* A new project file (mode 0600). RC_PROJECT if it exists. */
enum rc store_create(const char *path, const struct person *who, struct err *e);
/* RC_PROJECT: missing, no project, newer schema, foreign schema, busy for 5 s, damaged.  An older
 * schema is migrated (STORE_WRITE) after a backup copy beside it, or opened as it is (STORE_READ).
 */
enum rc store_open(const char *path, enum store_mode mode, struct store **out, struct err *e);
void store_close(struct store *s); /* an open op is rolled back; NULL is fine */

enum rc store_begin(struct store *s, const struct person *who, const char *command, struct err *e);
enum rc store_commit(struct store *s, struct err *e);
void store_rollback(struct store *s);
/* What the op was about, in a few words (a file name, a code): shown by log.  Once an op. */
enum rc store_detail(struct store *s, const char *text, struct err *e);
/* The id of the coder of the open op; a new coder row is made when needed. */
int64_t store_coder(const struct store *s);

/* Settings: title author institution city year zone language. "" if unset. Owned by the store until
 * the next store_setting() call; setting NULL or "" removes. */
const char *store_setting(struct store *s, const char *key);
enum rc store_setting_put(struct store *s, const char *key, const char *value, struct err *e);

/* The coders who ever decided or wrote, by name: fn returns RC_OK to go on. */
struct store_coder {
	int64_t id;
	struct uid uid;
	const char *name;
};
typedef enum rc store_coder_fn(const struct store_coder *c, void *arg, struct err *e);
enum rc store_coders(struct store *s, store_coder_fn *fn, void *arg, struct err *e);
/* By name or uid hex; RC_NOTFOUND. */
enum rc store_coder_find(struct store *s, const char *name, int64_t *id, struct err *e);

#endif
