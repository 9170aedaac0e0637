/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sql.h"

#include <math.h>
#include <string.h>

#include "base/mount.h"
#include "base/utf8.h"
#include "store/fact_sql.h"
#include "store/handle.h"

static const char *const texts[SQL_COUNT] = {
#define SQL(NAME, TEXT) [SQL_##NAME] = TEXT,
#include "store/statements.h"
#undef SQL
};

/* --- failures --- */

#define NO_LOCKS                                                                                   \
	"cannot be locked where it lies (a network or cloud folder?); put it into a folder of "    \
	"this computer"

static const struct {
	int code;	  /* an extended one stands in front of its primary one */
	const char *text; /* behind the file's name */
} failures[] = {
	{ SQLITE_READONLY_ROLLBACK,
		"was left in the middle of a change (a file ending in -journal lies beside it); "
		"open "
		"it once where you may write the file and its folder, that sets it right" },
	{ SQLITE_READONLY_DIRECTORY, "cannot be written: its folder may not be written" },
	{ SQLITE_IOERR_DELETE,
		"cannot be worked on: its folder may not be written, and the journal has to be "
		"removed there" },
	{ SQLITE_IOERR_LOCK, NO_LOCKS },
	{ SQLITE_IOERR_RDLOCK, NO_LOCKS },
	{ SQLITE_IOERR_UNLOCK, NO_LOCKS },
	{ SQLITE_IOERR_CHECKRESERVEDLOCK, NO_LOCKS },
	{ SQLITE_BUSY, "is being written by another program; try again in a moment" },
	{ SQLITE_LOCKED, "is being written by another program; try again in a moment" },
	{ SQLITE_FULL, "cannot be written: the disk is full; nothing was changed" },
	{ SQLITE_IOERR, "cannot be read or written (is the disk full?); nothing was changed" },
	{ SQLITE_CANTOPEN, "cannot be opened" },
	{ SQLITE_READONLY, "may not be written" },
	{ SQLITE_PERM, "may not be read" },
	{ SQLITE_NOTADB, "is not a tema project" },
	{ SQLITE_CORRUPT, "is damaged; restore a backup" },
};

enum rc sql_error_db(sqlite3 *db, const char *path, int code, struct err *e)
{
	/* A file system without locks looks to SQLite like one that is always locked. */
	if ((code & 0xff) == SQLITE_BUSY && mount_locks(path) == MOUNT_LOCKS_NONE)
		code = SQLITE_IOERR_LOCK;
	for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
		if (failures[i].code == code || failures[i].code == (code & 0xff))
			return err_set(e, RC_PROJECT, "'%s' %s", path, failures[i].text);
	return err_set(e, RC_PROJECT, "'%s': %s", path,
		db != NULL ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

enum rc sql_error(struct store *s, struct err *e)
{
	return sql_error_db(s->db, s->path, sqlite3_extended_errcode(s->db), e);
}

/* --- statements --- */

static enum rc prepare(
	struct store *s, const char *text, unsigned flags, sqlite3_stmt **out, struct err *e)
{
	if (sqlite3_prepare_v3(s->db, text, -1, flags, out, NULL) != SQLITE_OK)
		return sql_error(s, e);
	return RC_OK;
}

/* Take the statement out of its home, or make one more when it is not there. */
static bool take(
	struct query *q, struct store *s, sqlite3_stmt **home, const char *text, struct err *e)
{
	*q = (struct query){ .s = s, .st = *home, .home = home, .e = e };
	*home = NULL;
	if (q->st == NULL)
		q->rc = prepare(s, text, SQLITE_PREPARE_PERSISTENT, &q->st, e);
	return q->rc == RC_OK;
}

static int bind_one(sqlite3_stmt *st, int col, char type, va_list *ap)
{
	const void *p;
	size_t len;
	int64_t i;

	switch (type) {
	case 'i':
		return sqlite3_bind_int64(st, col, va_arg(*ap, int64_t));
	case 'd':
		return sqlite3_bind_int(st, col, va_arg(*ap, int));
	case 'u':
		return sqlite3_bind_int64(st, col, va_arg(*ap, uint32_t));
	case 'o':
		i = va_arg(*ap, int64_t);
		return i == 0 ? sqlite3_bind_null(st, col) : sqlite3_bind_int64(st, col, i);
	case 'r':
		return sqlite3_bind_double(st, col, va_arg(*ap, double));
	case 't':
		return sqlite3_bind_text(st, col, va_arg(*ap, const char *), -1, SQLITE_TRANSIENT);
	case 's':
		p = va_arg(*ap, const char *);
		len = va_arg(*ap, size_t);
		return sqlite3_bind_text64(st, col, p, len, SQLITE_TRANSIENT, SQLITE_UTF8);
	case 'b':
		p = va_arg(*ap, const void *);
		len = va_arg(*ap, size_t);
		return sqlite3_bind_blob64(st, col, p != NULL ? p : "", len, SQLITE_TRANSIENT);
	default:
		return sqlite3_bind_null(st, col);
	}
}

bool query_bind(struct query *q, int first, const char *types, va_list ap)
{
	va_list values;

	va_copy(values, ap);
	for (int i = 0; q->rc == RC_OK && types[i] != '\0'; i++)
		if (bind_one(q->st, first + i, types[i], &values) != SQLITE_OK)
			q->rc = sql_error(q->s, q->e);
	va_end(values);
	return q->rc == RC_OK;
}

bool query_startv(struct query *q, struct store *s, enum sql_id id, struct err *e,
	const char *types, va_list ap)
{
	return take(q, s, &s->sql.own[id], texts[id], e) && query_bind(q, 1, types, ap);
}

bool query_start(
	struct query *q, struct store *s, enum sql_id id, struct err *e, const char *types, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, types);
	ok = query_startv(q, s, id, e, types, ap);
	va_end(ap);
	return ok;
}

bool query_start_fact(
	struct query *q, struct store *s, enum fact t, enum fact_verb v, struct err *e)
{
	sqlite3_stmt **home = &s->sql.fact[t][v];
	struct buf text = BUF_INIT;
	bool ok;

	if (*home == NULL)
		fact_sql(t, v, &text);
	ok = take(q, s, home, text.data, e);
	buf_release(&text);
	return ok;
}

bool query_next(struct query *q)
{
	int r;

	if (q->rc != RC_OK)
		return false;
	r = sqlite3_step(q->st);
	if (r == SQLITE_ROW)
		return true;
	if (r != SQLITE_DONE)
		q->rc = sql_error(q->s, q->e);
	return false;
}

enum rc query_end(struct query *q)
{
	if (q->st != NULL) {
		sqlite3_reset(q->st);
		sqlite3_clear_bindings(q->st);
		if (*q->home == NULL)
			*q->home = q->st;
		else
			sqlite3_finalize(q->st);
		q->st = NULL;
	}
	return q->rc;
}

/* --- columns --- */

int64_t query_int(struct query *q, int col)
{
	return sqlite3_column_int64(q->st, col);
}

uint32_t query_u32(struct query *q, int col)
{
	int64_t v = sqlite3_column_int64(q->st, col);

	return v < 0 || v > UINT32_MAX ? 0 : (uint32_t)v;
}

double query_real(struct query *q, int col)
{
	double v = sqlite3_column_double(q->st, col);

	return isfinite(v) ? v : 0;
}

bool query_null(struct query *q, int col)
{
	return sqlite3_column_type(q->st, col) == SQLITE_NULL;
}

const char *query_text(struct query *q, int col)
{
	const char *p = (const char *)sqlite3_column_text(q->st, col);

	if (p == NULL)
		return "";
	return utf8_valid(p, strlen(p), NULL) ? p : "\xef\xbf\xbd";
}

const void *query_blob(struct query *q, int col, size_t *len)
{
	const void *p = sqlite3_column_blob(q->st, col);

	*len = p != NULL ? (size_t)sqlite3_column_bytes(q->st, col) : 0;
	return p != NULL ? p : "";
}

bool query_uid(struct query *q, int col, struct uid *out)
{
	size_t len;
	const void *p = query_blob(q, col, &len);

	memset(out, 0, sizeof *out);
	if (len != sizeof out->b)
		return false;
	memcpy(out->b, p, len);
	return true;
}

/* --- whole runs --- */

enum rc sql_run(struct store *s, enum sql_id id, struct err *e, const char *types, ...)
{
	struct query q;
	va_list ap;

	va_start(ap, types);
	query_startv(&q, s, id, e, types, ap);
	va_end(ap);
	while (query_next(&q))
		;
	return query_end(&q);
}

enum rc sql_int(
	struct store *s, enum sql_id id, int64_t *out, struct err *e, const char *types, ...)
{
	struct query q;
	va_list ap;

	*out = 0;
	va_start(ap, types);
	query_startv(&q, s, id, e, types, ap);
	va_end(ap);
	if (query_next(&q))
		*out = query_int(&q, 0);
	return query_end(&q);
}

void sql_release(struct sql_cache *c)
{
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(c->own[i]);
	for (int t = 0; t < FACT_COUNT; t++)
		for (int v = 0; v < FACT_VERBS; v++)
			sqlite3_finalize(c->fact[t][v]);
	memset(c, 0, sizeof *c);
}
