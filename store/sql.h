/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All statements of the store, by number (their texts: statements.h), and the one way to run
 * them.  A statement is prepared once, kept in the handle, and its values are always bound.
 *
 *	struct query q;
 *
 *	query_start(&q, s, SQL_SPEAKERS, e, "i", document);
 *	while (query_next(&q))
 *		q.rc = fn(query_text(&q, 0), arg, e);	// a failure stops
 *	return query_end(&q);
 *
 * Types of values: i int64_t, d int, u uint32_t, o int64_t (0 is NULL), r double, t const char *
 * (NULL is NULL), s const char * and size_t, b const void * and size_t, n NULL (no argument).
 *
 * A query may run while the same one is running further up (a callback that
 * asks again): it then gets a statement of its own.
 */
#ifndef TEMA_STORE_SQL_H
#define TEMA_STORE_SQL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/uid.h"
#include "store/store.h"
#include "store/tables.h"

enum sql_id {
#define SQL(NAME, TEXT) SQL_##NAME,
#include "store/statements.h"
#undef SQL
	SQL_COUNT
};

/* Statements made from tables.h, one of each for every fact table. */
enum fact_verb {
	FACT_INSERT, /* values: uid, then the columns */
	FACT_END,    /* d, id */
	FACT_REVIVE, /* id */
	FACT_LINES,  /* op: sign and the canonical columns of what it bore and ended, by uid */
	FACT_UIDS,   /* uid -> id */
	FACT_CLASH,  /* row: a living row that has the same key */
	FACT_CLASH2, /* the same for the second key */
	FACT_ODD,    /* rows that no op bore, or whose d does not fit the ops */
	FACT_LIVE,   /* the canonical columns of every living row, by uid */
	FACT_BLANK,  /* row: whether a content of it was erased */
	FACT_VERBS
};

struct sql_cache {
	sqlite3_stmt *own[SQL_COUNT], *fact[FACT_COUNT][FACT_VERBS];
};

struct query {
	struct store *s;
	sqlite3_stmt *st, **home; /* home: where it goes back to; NULL: finalized */
	enum rc rc;
	struct err *e;
};

bool query_start(
	struct query *q, struct store *s, enum sql_id id, struct err *e, const char *types, ...);
bool query_startv(struct query *q, struct store *s, enum sql_id id, struct err *e,
	const char *types, va_list ap);
bool query_start_fact(
	struct query *q, struct store *s, enum fact t, enum fact_verb v, struct err *e);
bool query_bind(struct query *q, int first, const char *types, va_list ap);
bool query_next(struct query *q); /* false: no more, or q->rc says why */
enum rc query_end(struct query *q);

/* Columns of the present row.  Text is valid UTF-8 whatever the file holds, "" for NULL; both live
 * until the next step. */
int64_t query_int(struct query *q, int col);
uint32_t query_u32(struct query *q, int col); /* 0 when it does not fit */
double query_real(struct query *q, int col);  /* finite */
bool query_null(struct query *q, int col);
const char *query_text(struct query *q, int col);
const void *query_blob(struct query *q, int col, size_t *len);
bool query_uid(struct query *q, int col, struct uid *out); /* zero and false if it is none */

/* A statement without rows; one that gives one number (*out = 0 if there is no row). */
enum rc sql_run(struct store *s, enum sql_id id, struct err *e, const char *types, ...);
enum rc sql_int(
	struct store *s, enum sql_id id, int64_t *out, struct err *e, const char *types, ...);

/* The present SQLite failure as RC_PROJECT, in words for the user. */
enum rc sql_error(struct store *s, struct err *e);
enum rc sql_error_db(sqlite3 *db, const char *path, int code, struct err *e);
void sql_release(struct sql_cache *c);

#endif
