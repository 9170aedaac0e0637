/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the file is whole: pages and references, digests and chain, contents, and that every
 * row's state is what the ops say. */
#include <inttypes.h>
#include <string.h>

#include "store/canon.h"
#include "store/history.h"

static enum rc check_pages(struct store *s, struct err *e)
{
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_INTEGRITY, e, "");
	if (query_next(&q) && strcmp(query_text(&q, 0), "ok") != 0)
		q.rc = err_set(e, RC_PROJECT, "'%s' is damaged: %s", s->path, query_text(&q, 0));
	rc = query_end(&q);
	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_FOREIGN_KEYS, e, "");
	if (query_next(&q))
		q.rc = err_set(e, RC_PROJECT, "'%s' is damaged: a row of '%s' refers to nothing",
			s->path, query_text(&q, 0));
	return query_end(&q);
}

/* --- the chain --- */

struct walk {
	int64_t origin, seq;
	uint8_t link[SHA256_LEN], ours[SHA256_LEN];
	uint64_t ops;
};

static bool read_mark(struct query *q, int col, uint8_t *out, size_t len)
{
	size_t n;
	const void *p = query_blob(q, col, &n);

	memset(out, 0, len);
	if (n != len)
		return false;
	memcpy(out, p, len);
	return true;
}

static void read_op(struct query *q, struct canon_op *op)
{
	query_uid(q, 1, &op->uid);
	query_uid(q, 2, &op->origin);
	op->seq = query_int(q, 3);
	query_uid(q, 4, &op->coder);
	op->at = query_int(q, 5);
	op->command = query_text(q, 6);
	op->has_detail = read_mark(q, 7, op->detail, SHA256_LEN);
	op->has_undoes = query_uid(q, 8, &op->undoes);
}

static enum rc flaw(struct store *s, const struct canon_op *op, const char *what, struct err *e)
{
	return err_set(e, RC_PROJECT,
		"'%s': op %" PRId64 " (%s) %s; the file was changed from outside", s->path, op->seq,
		op->command, what);
}

static enum rc check_op(struct store *s, struct query *q, struct walk *w, struct err *e)
{
	struct canon_op op = { .seq = 0 };
	uint8_t kept[SHA256_LEN], digest[SHA256_LEN], chain[SHA256_LEN];
	enum rc rc;

	read_op(q, &op);
	if (query_int(q, 11) != w->origin) {
		w->origin = query_int(q, 11);
		w->seq = 0;
		memset(w->link, 0, sizeof w->link);
	}
	if (op.seq != ++w->seq)
		return flaw(s, &op, "does not follow the one before it", e);
	rc = canon_digest(s, query_int(q, 0), op.digest, e);
	if (rc != RC_OK)
		return rc;
	if (!read_mark(q, 9, digest, SHA256_LEN) || memcmp(digest, op.digest, SHA256_LEN) != 0)
		return flaw(s, &op, "does not fit its digest", e);
	canon_chain(&op, w->link, chain);
	if (!read_mark(q, 10, kept, SHA256_LEN) || memcmp(kept, chain, SHA256_LEN) != 0)
		return flaw(s, &op, "does not fit the chain", e);
	memcpy(w->link, chain, SHA256_LEN);
	if (w->origin == s->origin)
		memcpy(w->ours, chain, SHA256_LEN);
	w->ops++;
	return RC_OK;
}

static enum rc check_chain(struct store *s, struct walk *w, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CHAIN, e, "");
	while (query_next(&q))
		q.rc = check_op(s, &q, w, e);
	return query_end(&q);
}

/* --- contents and rows --- */

static enum rc check_contents(struct store *s, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CONTENTS, e, "");
	while (query_next(&q)) {
		uint8_t mark[SHA256_LEN], sum[SHA256_LEN];
		struct sha256 hash;
		size_t len;
		const void *p = query_blob(&q, 2, &len);

		sha256_start(&hash);
		sha256_add(&hash, p, len);
		p = query_blob(&q, 3, &len);
		sha256_add(&hash, p, len);
		sha256_end(&hash, sum);
		if (!read_mark(&q, 1, mark, SHA256_LEN) || memcmp(mark, sum, SHA256_LEN) != 0)
			q.rc = err_set(e, RC_PROJECT,
				"'%s': text %" PRId64
				" does not fit its mark; the file was changed from outside",
				s->path, query_int(&q, 0));
	}
	return query_end(&q);
}

static enum rc check_rows(struct store *s, struct err *e)
{
	enum rc rc = RC_OK;

	for (int t = FACT_NONE + 1; t < FACT_COUNT && rc == RC_OK; t++) {
		struct query q;

		query_start_fact(&q, s, (enum fact)t, FACT_ODD, e);
		if (query_next(&q))
			q.rc = err_set(e, RC_PROJECT,
				"'%s': a row of '%s' is not as the ops left it; the file was "
				"changed from outside",
				s->path, fact_tables[t].name);
		rc = query_end(&q);
	}
	return rc;
}

enum rc store_verify(struct store *s, uint8_t head[SHA256_LEN], uint64_t *ops, struct err *e)
{
	struct walk w = { .origin = 0 };
	enum rc rc = check_pages(s, e);

	if (rc == RC_OK)
		rc = check_chain(s, &w, e);
	if (rc == RC_OK)
		rc = check_contents(s, e);
	if (rc == RC_OK)
		rc = check_rows(s, e);
	memcpy(head, w.ours, SHA256_LEN);
	*ops = w.ops;
	return rc;
}
