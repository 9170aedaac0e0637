/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/canon.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"

static void add_hex(struct buf *out, const uint8_t *p, size_t len)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < len; i++) {
		buf_addc(out, digits[p[i] >> 4]);
		buf_addc(out, digits[p[i] & 15]);
	}
}

static void add_escaped(struct buf *out, const char *p, size_t len)
{
	static const char from[] = "\\\t\n", to[] = "\\tn";

	for (size_t i = 0; i < len; i++) {
		const char *at = memchr(from, p[i], 3);

		if (at != NULL)
			buf_addc(out, '\\');
		buf_addc(out, at != NULL ? to[at - from] : p[i]);
	}
}

static void add_value(struct query *q, int col, struct buf *out)
{
	size_t len;
	const void *p;

	switch (sqlite3_column_type(q->st, col)) {
	case SQLITE_INTEGER:
		buf_printf(out, "%" PRId64, query_int(q, col));
		break;
	case SQLITE_FLOAT:
		number_add(out, query_real(q, col));
		break;
	case SQLITE_TEXT:
		p = sqlite3_column_text(q->st, col);
		add_escaped(out, p, (size_t)sqlite3_column_bytes(q->st, col));
		break;
	default:
		p = query_blob(q, col, &len);
		add_hex(out, p, len);
	}
}

/* The row as a line; its columns begin at 2, behind sign and uid. */
static void make_line(struct query *q, const struct fact_table *t, struct buf *out)
{
	bool borne = query_int(q, 0) > 0;
	size_t len;
	const uint8_t *uid = query_blob(q, 1, &len);
	int col = 2;

	buf_reset(out);
	buf_printf(out, "%c\t%s\t", borne ? '+' : '-', t->name);
	add_hex(out, uid, len);
	for (const struct fact_column *c = t->columns; borne && c->kind != COL_END; c++) {
		if (c->kind == COL_STATE)
			continue;
		if (!query_null(q, col)) {
			buf_printf(out, "\t%s=", c->name);
			add_value(q, col, out);
		}
		col++;
	}
	buf_addc(out, '\n');
}

static enum rc table_lines(struct store *s, enum fact t, enum fact_verb v, int64_t op, canon_fn *fn,
	void *arg, struct err *e)
{
	struct buf line = BUF_INIT;
	struct query q;

	if (query_start_fact(&q, s, t, v, e) && v == FACT_LINES)
		sqlite3_bind_int64(q.st, 1, op);
	while (query_next(&q)) {
		make_line(&q, &fact_tables[t], &line);
		fn(line.data, line.len, arg);
	}
	buf_release(&line);
	return query_end(&q);
}

enum rc canon_op(struct store *s, int64_t id, canon_fn *fn, void *arg, struct err *e)
{
	enum rc rc = RC_OK;

	for (int t = FACT_NONE + 1; t < FACT_COUNT && rc == RC_OK; t++)
		rc = table_lines(s, (enum fact)t, FACT_LINES, id, fn, arg, e);
	return rc;
}

enum rc canon_live(struct store *s, canon_fn *fn, void *arg, struct err *e)
{
	enum rc rc = RC_OK;

	for (int t = FACT_NONE + 1; t < FACT_COUNT && rc == RC_OK; t++)
		if (fact_tables[t].ends && t != FACT_ANCHOR)
			rc = table_lines(s, (enum fact)t, FACT_LIVE, 0, fn, arg, e);
	return rc;
}

static void digest_line(const char *line, size_t len, void *arg)
{
	sha256_add(arg, line, len);
}

enum rc canon_digest(struct store *s, int64_t id, uint8_t out[SHA256_LEN], struct err *e)
{
	struct sha256 sum;
	enum rc rc;

	sha256_start(&sum);
	rc = canon_op(s, id, digest_line, &sum, e);
	sha256_end(&sum, out);
	return rc;
}

static void add_field(struct buf *out, const char *name, const uint8_t *p, size_t len)
{
	buf_printf(out, "\t%s=", name);
	add_hex(out, p, len);
}

void canon_chain(
	const struct canon_op *op, const uint8_t before[SHA256_LEN], uint8_t out[SHA256_LEN])
{
	struct buf line = BUF_INIT;
	struct sha256 sum;

	buf_adds(&line, "op\t");
	add_hex(&line, op->uid.b, UID_LEN);
	add_field(&line, "origin", op->origin.b, UID_LEN);
	buf_printf(&line, "\tseq=%" PRId64, op->seq);
	add_field(&line, "coder", op->coder.b, UID_LEN);
	buf_printf(&line, "\tat=%" PRId64 "\tcommand=", op->at);
	add_escaped(&line, op->command, strlen(op->command));
	if (op->has_detail)
		add_field(&line, "detail", op->detail, SHA256_LEN);
	if (op->has_undoes)
		add_field(&line, "undoes", op->undoes.b, UID_LEN);
	add_field(&line, "digest", op->digest, SHA256_LEN);
	buf_addc(&line, '\n');
	sha256_start(&sum);
	sha256_add(&sum, before, SHA256_LEN);
	sha256_add(&sum, line.data, line.len);
	sha256_end(&sum, out);
	buf_release(&line);
}
