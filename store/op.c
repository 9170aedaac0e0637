/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ops: the brackets of writing.  The coder's row and the op's row are written with
 * the first fact, so that an op without changes leaves no trace.
 */
#include "store/op.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "store/canon.h"
#include "store/fact.h"

enum rc op_needed(struct store *s, struct err *e)
{
	if (s->op.open)
		return RC_OK;
	return err_set(e, RC_PROJECT, "'%s': writing outside an op", s->path);
}

void op_next_uid(struct store *s, struct uid *out)
{
	uint8_t in[UID_LEN + 16];

	memcpy(in, s->origin_uid.b, UID_LEN);
	for (int i = 0; i < 8; i++)
		in[UID_LEN + i] = (uint8_t)((uint64_t)s->op.seq >> 8 * i);
	for (int i = 0; i < 8; i++)
		in[UID_LEN + 8 + i] = (uint8_t)((uint64_t)s->op.n >> 8 * i);
	s->op.n++;
	uid_hash(out, in, sizeof in);
}

/* The coder's row id: of the row there is, or the one that will be written. */
static enum rc find_coder(struct store *s, const struct person *who, struct err *e)
{
	enum rc rc = who->keep != NULL ? who->keep(who->arg, e) : RC_OK;

	if (rc == RC_OK)
		rc = fact_find(s, FACT_CODER, &who->uid, &s->op.coder, e);
	if (rc != RC_OK || s->op.coder != 0)
		return rc;
	s->op.new_coder = true;
	s->op.coder_uid = who->uid;
	s->op.coder_name = mem_strdup(who->name);
	return sql_int(s, SQL_CODER_NEXT, &s->op.coder, e, "");
}

enum rc store_begin(struct store *s, const struct person *who, const char *command, struct err *e)
{
	enum rc rc;

	if (s->op.open)
		return err_set(e, RC_PROJECT, "'%s': an op is open already", s->path);
	if (!s->writes)
		return err_set(e, RC_PROJECT, "'%s' may not be written", s->path);
	rc = sql_run(s, SQL_BEGIN, e, "");
	if (rc != RC_OK)
		return rc;
	s->op = (struct op){ .open = true };
	snprintf(s->op.command, sizeof s->op.command, "%s", command);
	rc = sql_int(s, SQL_OP_NEXT, &s->op.id, e, "");
	if (rc == RC_OK)
		rc = sql_int(s, SQL_OP_NEXT_SEQ, &s->op.seq, e, "i", s->origin);
	s->op.n = 1; /* 0 is the op itself */
	if (rc == RC_OK)
		rc = find_coder(s, who, e);
	if (rc != RC_OK)
		store_rollback(s);
	return rc;
}

int64_t store_coder(const struct store *s)
{
	return s->op.coder;
}

enum rc store_detail(struct store *s, const char *text, struct err *e)
{
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	free(s->op.detail_text);
	s->op.detail_text = mem_strdup(text);
	return RC_OK;
}

/* --- the op's row --- */

static enum rc insert_coder(struct store *s, int64_t *id, struct err *e, const char *types, ...)
{
	va_list ap;
	enum rc rc;

	va_start(ap, types);
	rc = fact_insert(s, FACT_CODER, &s->op.coder_uid, id, e, types, ap);
	va_end(ap);
	return rc;
}

static enum rc write_coder(struct store *s, struct err *e)
{
	const char *name = s->op.coder_name;
	int64_t content, id = 0;
	enum rc rc;

	if (!s->op.new_coder)
		return RC_OK;
	rc = content_adds(s, "coder", name != NULL && *name != '\0' ? name : "?", &content, e);
	if (rc == RC_OK)
		rc = insert_coder(s, &id, e, "it", content, "person");
	if (rc == RC_OK && id != s->op.coder)
		rc = err_set(e, RC_PROJECT, "'%s': the coder's row moved", s->path);
	return rc;
}

static void op_uid(const struct store *s, struct uid *out)
{
	struct store first = { .origin_uid = s->origin_uid, .op = { .seq = s->op.seq, .n = 0 } };

	op_next_uid(&first, out);
}

enum rc op_write(struct store *s, struct err *e)
{
	struct uid uid;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK || s->op.written)
		return rc;
	s->op.written = true;
	s->op.at = clock_now_ms();
	op_uid(s, &uid);
	if (s->op.seq == 1) /* the first op and the origin need each other */
		rc = sql_run(s, SQL_DEFER, e, "");
	if (rc == RC_OK)
		rc = write_coder(s, e);
	if (rc == RC_OK)
		rc = sql_run(s, SQL_OP_ADD, e, "ibiiiit", s->op.id, (const void *)uid.b,
			(size_t)UID_LEN, s->origin, s->op.seq, s->op.coder, s->op.at,
			s->op.command);
	if (rc == RC_OK && s->op.new_coder)
		rc = fact_note(s, FACT_CODER, s->op.coder, 1, e);
	return rc;
}

/* --- commit --- */

/* A blob of the wanted length, else zeros and *found false. */
static enum rc take_blob(struct query *q, uint8_t *out, size_t len, bool *found)
{
	const void *p;
	size_t n;

	*found = false;
	memset(out, 0, len);
	if (query_next(q)) {
		p = query_blob(q, 0, &n);
		*found = n == len;
		if (*found)
			memcpy(out, p, len);
	}
	return query_end(q);
}

static enum rc read_detail(struct store *s, struct canon_op *op, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CONTENT_MARK, e, "i", s->op.detail);
	return take_blob(&q, op->detail, SHA256_LEN, &op->has_detail);
}

static enum rc read_undoes(struct store *s, struct canon_op *op, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_OP_UID, e, "i", s->op.undoes);
	return take_blob(&q, op->undoes.b, UID_LEN, &op->has_undoes);
}

/* The link before this op; zeros for the first one. */
static enum rc read_chain_end(struct store *s, uint8_t out[SHA256_LEN], struct err *e)
{
	struct query q;
	bool found;

	query_start(&q, s, SQL_CHAIN_END, e, "ii", s->origin, s->op.seq);
	return take_blob(&q, out, SHA256_LEN, &found);
}

static enum rc describe(struct store *s, struct canon_op *op, struct err *e)
{
	enum rc rc;

	op_uid(s, &op->uid);
	op->origin = s->origin_uid;
	op->seq = s->op.seq;
	op->at = s->op.at;
	op->command = s->op.command;
	rc = canon_digest(s, s->op.id, op->digest, e);
	if (rc == RC_OK)
		rc = fact_uid(s, SQL_CODER_UID, s->op.coder, &op->coder, e);
	if (rc == RC_OK)
		rc = read_detail(s, op, e);
	return rc == RC_OK ? read_undoes(s, op, e) : rc;
}

static enum rc seal(struct store *s, struct err *e)
{
	struct canon_op op = { .seq = 0 };
	uint8_t before[SHA256_LEN], chain[SHA256_LEN];
	enum rc rc = content_adds(s, "detail", s->op.detail_text, &s->op.detail, e);

	if (rc == RC_OK)
		rc = describe(s, &op, e);
	if (rc == RC_OK)
		rc = read_chain_end(s, before, e);
	if (rc != RC_OK)
		return rc;
	canon_chain(&op, before, chain);
	return sql_run(s, SQL_OP_SEAL, e, "ioobb", s->op.id, s->op.detail, s->op.undoes,
		(const void *)op.digest, (size_t)SHA256_LEN, (const void *)chain,
		(size_t)SHA256_LEN);
}

static void forget(struct store *s)
{
	free(s->op.coder_name);
	free(s->op.detail_text);
	s->op = (struct op){ .open = false };
}

enum rc store_commit(struct store *s, struct err *e)
{
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	if (s->op.changes == 0 && !s->op.touched) {
		store_rollback(s);
		return RC_OK;
	}
	if (s->op.changes > 0)
		rc = seal(s, e);
	if (rc == RC_OK)
		rc = sql_run(s, SQL_COMMIT, e, "");
	if (rc != RC_OK)
		store_rollback(s);
	else
		forget(s);
	return rc;
}

void store_rollback(struct store *s)
{
	struct err ignored = ERR_INIT;

	if (!s->op.open)
		return;
	forget(s);
	store_caches_drop(s);
	if (!sqlite3_get_autocommit(s->db))
		sql_run(s, SQL_ROLLBACK, &ignored, "");
}
