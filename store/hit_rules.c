/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/hit_rules.h"

#include <string.h>

#include "base/intern.h"

struct rule_cache {
	struct arena arena;
	VEC(struct hit_rule) list; /* by id */
	struct intern keys;	   /* in the order of `numbers` */
	VEC(int64_t) numbers;
	int64_t last; /* highest id read */
};

static void make_key(
	int64_t version, double weight, const uint8_t *hash, const char *rule, struct buf *out)
{
	buf_reset(out);
	buf_add(out, &version, sizeof version);
	buf_add(out, &weight, sizeof weight);
	buf_add(out, hash, SHA256_LEN);
	buf_adds(out, rule);
}

static void remember(struct rule_cache *c, const struct hit_rule *r)
{
	struct buf key = BUF_INIT;
	struct hit_rule kept = *r;

	kept.rule = arena_strdup(&c->arena, r->rule);
	vec_push(&c->list, kept);
	make_key(r->version, r->weight, r->hash, r->rule, &key);
	if (intern_add(&c->keys, key.data, key.len) == c->numbers.n)
		vec_push(&c->numbers, r->id);
	if (r->id > c->last)
		c->last = r->id;
	buf_release(&key);
}

static void read_row(struct query *q, struct rule_cache *c)
{
	struct hit_rule r = { .id = query_int(q, 0),
		.version = query_int(q, 1),
		.rule = query_text(q, 2),
		.weight = query_real(q, 4) };
	size_t len;
	const void *hash = query_blob(q, 3, &len);

	if (len == SHA256_LEN)
		memcpy(r.hash, hash, SHA256_LEN);
	remember(c, &r);
}

/* Rows that came since the last look, also from another program. */
static enum rc refresh(struct store *s, struct err *e)
{
	struct query q;

	if (s->rules == NULL)
		s->rules = mem_zalloc(1, sizeof *s->rules);
	query_start(&q, s, SQL_HIT_RULES, e, "i", s->rules->last);
	while (query_next(&q))
		read_row(&q, s->rules);
	return query_end(&q);
}

static enum rc make(struct store *s, const struct store_hit *hit, int64_t *id, struct err *e)
{
	struct hit_rule r = { .version = hit->version, .weight = hit->weight, .rule = hit->rule };
	enum rc rc = sql_run(s, SQL_HIT_RULE_ADD, e, "itbr", hit->version, hit->rule,
		(const void *)hit->hash, (size_t)SHA256_LEN, hit->weight);

	if (rc != RC_OK)
		return rc;
	*id = r.id = sqlite3_last_insert_rowid(s->db);
	memcpy(r.hash, hit->hash, SHA256_LEN);
	s->op.touched = true;
	remember(s->rules, &r);
	return RC_OK;
}

enum rc hit_rule_id(struct store *s, const struct store_hit *hit, int64_t *id, struct err *e)
{
	struct buf key = BUF_INIT;
	uint32_t n;
	enum rc rc = s->rules == NULL ? refresh(s, e) : RC_OK;

	if (rc != RC_OK)
		return rc;
	make_key(hit->version, hit->weight, hit->hash, hit->rule, &key);
	n = intern_find(&s->rules->keys, key.data, key.len);
	buf_release(&key);
	if (n == INTERN_NONE)
		return make(s, hit, id, e);
	*id = s->rules->numbers.items[n];
	return RC_OK;
}

static const struct hit_rule *look(const struct rule_cache *c, int64_t id)
{
	size_t low = 0, high = c->list.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->list.items[mid].id < id)
			low = mid + 1;
		else
			high = mid;
	}
	return low < c->list.n && c->list.items[low].id == id ? &c->list.items[low] : NULL;
}

enum rc hit_rule_get(struct store *s, int64_t id, const struct hit_rule **out, struct err *e)
{
	enum rc rc = RC_OK;

	*out = s->rules != NULL ? look(s->rules, id) : NULL;
	if (*out == NULL) {
		rc = refresh(s, e);
		*out = rc == RC_OK ? look(s->rules, id) : NULL;
	}
	return rc;
}

void rule_cache_free(struct rule_cache *c)
{
	if (c == NULL)
		return;
	vec_release(&c->list);
	vec_release(&c->numbers);
	intern_release(&c->keys);
	arena_release(&c->arena);
	free(c);
}
