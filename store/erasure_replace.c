/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: contents give way to others, in whatever table's living rows they are. */
#include <stdio.h>
#include <string.h>

#include "store/erasure.h"
#include "store/fact.h"
#include "store/op.h"

static int by_content(const void *a, const void *b)
{
	const struct erasure_change *x = a, *y = b;

	return x->content < y->content ? -1 : x->content > y->content;
}

struct replacing {
	const struct erasure_change *list;
	int64_t *now; /* new content by place in the list, 0 = none */
	size_t n;
};

static size_t place_of(const struct replacing *r, int64_t content)
{
	size_t low = 0, high = r->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (r->list[mid].content < content)
			low = mid + 1;
		else
			high = mid;
	}
	return low < r->n && r->list[low].content == content ? low : r->n;
}

static enum rc kind_of(struct store *s, int64_t content, char *out, size_t size, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CONTENT_KIND, e, "i", content);
	out[0] = '\0';
	if (query_next(&q))
		snprintf(out, size, "%s", query_text(&q, 0));
	return query_end(&q);
}

static enum rc add_contents(struct store *s, const struct replacing *r, struct err *e)
{
	char kind[32];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < r->n && rc == RC_OK; i++) {
		if (r->list[i].text == NULL)
			continue;
		rc = kind_of(s, r->list[i].content, kind, sizeof kind, e);
		if (rc == RC_OK)
			rc = content_add(
				s, kind, r->list[i].text, r->list[i].len, true, &r->now[i], e);
	}
	return rc;
}

/* The columns of a living row that is made again, as bound values: "INSERT ... SELECT" with the
 * contents exchanged. */
static enum rc insert_again(struct store *s, enum fact t, int64_t row, const struct replacing *r,
	const int64_t *contents, int64_t *id, struct err *e)
{
	const struct fact_table *f = &fact_tables[t];
	struct buf sql = BUF_INIT;
	sqlite3_stmt *none = NULL;
	struct query q = { .s = s, .e = e, .home = &none };
	struct uid uid;
	size_t k = 0;

	op_next_uid(s, &uid);
	buf_printf(&sql, "INSERT INTO %s (uid", f->name);
	for (const struct fact_column *c = f->columns; c->kind != COL_END; c++)
		buf_printf(&sql, ", \"%s\"", c->name);
	buf_adds(&sql, ") SELECT ?1");
	for (const struct fact_column *c = f->columns; c->kind != COL_END; c++) {
		size_t at = c->kind == COL_CONTENT ? place_of(r, contents[k++]) : r->n;

		if (at == r->n)
			buf_printf(&sql, ", \"%s\"", c->name);
		else if (r->now[at] != 0)
			buf_printf(&sql, ", %lld", (long long)r->now[at]);
		else
			buf_adds(&sql, ", NULL");
	}
	buf_printf(&sql, " FROM %s WHERE id = ?2", f->name);
	if (sqlite3_prepare_v2(s->db, sql.data, -1, &q.st, NULL) != SQLITE_OK)
		q.rc = sql_error(s, e);
	if (q.rc == RC_OK) {
		sqlite3_bind_blob(q.st, 1, uid.b, sizeof uid.b, SQLITE_TRANSIENT);
		sqlite3_bind_int64(q.st, 2, row);
	}
	query_next(&q);
	query_end(&q);
	*id = sqlite3_last_insert_rowid(s->db);
	sqlite3_finalize(none);
	buf_release(&sql);
	return q.rc == RC_OK ? fact_note(s, t, *id, 1, e) : q.rc;
}

struct proof {
	struct buf hash, spans;
	char *rule;
	int64_t version, revision, words_c;
	double score;
};

static enum rc add_proof(struct store *s, int64_t judgement, const struct proof *p, struct err *e)
{
	return fact_add(s, FACT_EVIDENCE, NULL, NULL, e, "ibtiibor", judgement,
		(const void *)p->hash.data, p->hash.len, p->rule, p->version, p->revision,
		(const void *)p->spans.data, p->spans.len, p->words_c, p->score);
}

/* The evidence of a judgement that was made again. */
static enum rc copy_evidence(struct store *s, int64_t from, int64_t to, struct err *e)
{
	VEC(struct proof) list = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_ERASE_JUDGEMENT, e, "i", from);
	while (query_next(&q)) {
		struct proof *p = vec_new(&list);
		size_t len;
		const void *at = query_blob(&q, 0, &len);

		buf_init(&p->hash);
		buf_init(&p->spans);
		buf_add(&p->hash, at, len);
		p->rule = mem_strdup(query_text(&q, 1));
		p->version = query_int(&q, 2);
		p->revision = query_int(&q, 3);
		at = query_blob(&q, 4, &len);
		buf_add(&p->spans, at, len);
		p->words_c = query_int(&q, 5);
		p->score = query_real(&q, 6);
	}
	rc = query_end(&q);
	for (size_t i = 0; i < list.n && rc == RC_OK; i++)
		rc = add_proof(s, to, &list.items[i], e);
	vec_each (struct proof, p, &list) {
		buf_release(&p->hash);
		buf_release(&p->spans);
		free(p->rule);
	}
	vec_release(&list);
	return rc;
}

/* Contents that a living row cannot be without: it ends when nothing takes their place. */
static bool is_needed(enum fact t, const char *column)
{
	static const struct {
		enum fact t;
		const char *column;
	} may_lack[] = {
		{ FACT_DOCUMENT_IS, "title_c" },
		{ FACT_DOCUMENT_IS, "place_c" },
		{ FACT_SPEAKER_IS, "name_c" },
		{ FACT_JUDGEMENT, "note_c" },
	};

	for (size_t i = 0; i < sizeof may_lack / sizeof *may_lack; i++)
		if (may_lack[i].t == t && strcmp(may_lack[i].column, column) == 0)
			return false;
	return true;
}

struct holder {
	int64_t row, contents[FACT_COLUMNS];
	bool touched, ends;
};
VEC_TYPE(holders, struct holder);

static void look_at(struct query *q, enum fact t, const struct replacing *r, struct holders *out)
{
	struct holder h = { .row = query_int(q, 0) };
	int col = 1;

	for (const struct fact_column *c = fact_tables[t].columns; c->kind != COL_END; c++) {
		size_t at;

		if (c->kind != COL_CONTENT)
			continue;
		h.contents[col - 1] = query_int(q, col);
		at = place_of(r, h.contents[col - 1]);
		col++;
		if (at == r->n)
			continue;
		h.touched = true;
		h.ends |= r->now[at] == 0 && is_needed(t, c->name);
	}
	if (h.touched)
		vec_push(out, h);
}

/* Living rows of a table with one of the contents. */
static enum rc find_holders(
	struct store *s, enum fact t, const struct replacing *r, struct holders *out, struct err *e)
{
	struct buf sql = BUF_INIT;
	sqlite3_stmt *none = NULL;
	struct query q = { .s = s, .e = e, .home = &none };

	buf_adds(&sql, "SELECT id");
	for (const struct fact_column *c = fact_tables[t].columns; c->kind != COL_END; c++)
		if (c->kind == COL_CONTENT)
			buf_printf(&sql, ", \"%s\"", c->name);
	buf_printf(&sql, " FROM %s WHERE d IS NULL ORDER BY id", fact_tables[t].name);
	if (sqlite3_prepare_v2(s->db, sql.data, -1, &q.st, NULL) != SQLITE_OK)
		q.rc = sql_error(s, e);
	while (query_next(&q))
		look_at(&q, t, r, out);
	query_end(&q);
	sqlite3_finalize(none);
	buf_release(&sql);
	return q.rc;
}

static enum rc replace_in(struct store *s, enum fact t, const struct replacing *r, struct err *e)
{
	struct holders list = VEC_INIT;
	enum rc rc = find_holders(s, t, r, &list, e);

	for (size_t i = 0; i < list.n && rc == RC_OK; i++) {
		const struct holder *h = &list.items[i];
		int64_t id = 0;

		rc = fact_end(s, t, h->row, e);
		if (rc == RC_OK && !h->ends)
			rc = insert_again(s, t, h->row, r, h->contents, &id, e);
		if (rc == RC_OK && id != 0 && t == FACT_JUDGEMENT)
			rc = copy_evidence(s, h->row, id, e);
	}
	vec_release(&list);
	return rc;
}

static bool holds_contents(enum fact t)
{
	for (const struct fact_column *c = fact_tables[t].columns; c->kind != COL_END; c++)
		if (c->kind == COL_CONTENT)
			return fact_tables[t].ends && t != FACT_REVISION;
	return false;
}

enum rc erasure_replace(struct store *s, struct erasure_change *list, size_t n, struct err *e)
{
	struct replacing r = { list, mem_zalloc(n + 1, sizeof(int64_t)), n };
	enum rc rc = op_needed(s, e);

	if (n > 1)
		qsort(list, n, sizeof *list, by_content);
	if (rc == RC_OK)
		rc = add_contents(s, &r, e);
	for (int t = FACT_NONE + 1; t < FACT_COUNT && rc == RC_OK; t++)
		if (holds_contents((enum fact)t))
			rc = replace_in(s, (enum fact)t, &r, e);
	for (size_t i = 0; i < n && rc == RC_OK; i++)
		rc = sql_run(s, SQL_ERASE_BLANK, e, "i", list[i].content);
	store_caches_drop(s);
	free(r.now);
	return rc;
}
