/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/fact.h"

#include <string.h>

#include "base/utf8.h"

enum rc fact_note(struct store *s, enum fact t, int64_t row, int sign, struct err *e)
{
	s->op.changes++;
	return sql_run(s, SQL_CHANGE_ADD, e, "itid", s->op.id, fact_tables[t].name, row, sign);
}

enum rc fact_insert(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e,
	const char *types, va_list ap)
{
	struct query q;
	struct uid next;
	enum rc rc;

	if (uid == NULL) {
		op_next_uid(s, &next);
		uid = &next;
	}
	if (query_start_fact(&q, s, t, FACT_INSERT, e)) {
		sqlite3_bind_blob(q.st, 1, uid->b, sizeof uid->b, SQLITE_TRANSIENT);
		query_bind(&q, 2, types, ap);
	}
	query_next(&q);
	rc = query_end(&q);
	*id = sqlite3_last_insert_rowid(s->db);
	return rc;
}

enum rc fact_add(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e,
	const char *types, ...)
{
	int64_t row = 0;
	va_list ap;
	enum rc rc = op_write(s, e);

	if (rc != RC_OK)
		return rc;
	va_start(ap, types);
	rc = fact_insert(s, t, uid, &row, e, types, ap);
	va_end(ap);
	if (rc == RC_OK && id != NULL)
		*id = row;
	return rc == RC_OK ? fact_note(s, t, row, 1, e) : rc;
}

/* One statement of a fact table with the values given. */
static enum rc run(
	struct store *s, enum fact t, enum fact_verb v, struct err *e, const char *types, ...)
{
	struct query q;
	va_list ap;

	va_start(ap, types);
	if (query_start_fact(&q, s, t, v, e))
		query_bind(&q, 1, types, ap);
	va_end(ap);
	query_next(&q);
	return query_end(&q);
}

enum rc fact_end(struct store *s, enum fact t, int64_t id, struct err *e)
{
	enum rc rc = op_write(s, e);

	if (rc == RC_OK)
		rc = fact_note(s, t, id, -1, e);
	return rc == RC_OK ? run(s, t, FACT_END, e, "ii", s->op.id, id) : rc;
}

enum rc fact_revive(struct store *s, enum fact t, int64_t id, struct err *e)
{
	enum rc rc = op_write(s, e);

	if (rc == RC_OK)
		rc = fact_note(s, t, id, 1, e);
	return rc == RC_OK ? run(s, t, FACT_REVIVE, e, "i", id) : rc;
}

enum rc fact_find(struct store *s, enum fact t, const struct uid *uid, int64_t *id, struct err *e)
{
	struct query q;

	*id = 0;
	if (query_start_fact(&q, s, t, FACT_UIDS, e))
		sqlite3_bind_blob(q.st, 1, uid->b, sizeof uid->b, SQLITE_TRANSIENT);
	if (query_next(&q))
		*id = query_int(&q, 0);
	return query_end(&q);
}

enum rc fact_uid(struct store *s, enum sql_id by_row, int64_t id, struct uid *out, struct err *e)
{
	struct query q;

	memset(out, 0, sizeof *out);
	query_start(&q, s, by_row, e, "i", id);
	if (query_next(&q))
		query_uid(&q, 0, out);
	return query_end(&q);
}

enum rc content_add(struct store *s, const char *kind, const void *p, size_t len, bool text,
	int64_t *id, struct err *e)
{
	uint8_t salt[16], mark[SHA256_LEN];
	struct sha256 sum;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	uid_bytes(salt, sizeof salt);
	sha256_start(&sum);
	sha256_add(&sum, salt, sizeof salt);
	sha256_add(&sum, p, len);
	sha256_end(&sum, mark);
	rc = sql_run(s, SQL_CONTENT_ADD, e, text ? "tbbs" : "tbbb", kind, (const void *)mark,
		sizeof mark, (const void *)salt, sizeof salt, p, len);
	*id = rc == RC_OK ? sqlite3_last_insert_rowid(s->db) : 0;
	return rc;
}

enum rc content_adds(
	struct store *s, const char *kind, const char *text, int64_t *id, struct err *e)
{
	*id = 0;
	if (text == NULL || *text == '\0')
		return RC_OK;
	if (!utf8_valid(text, strlen(text), NULL))
		return err_set(e, RC_INPUT, "the %s is no valid UTF-8", kind);
	return content_add(s, kind, text, strlen(text), true, id, e);
}
