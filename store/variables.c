/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/variables.h"

#include <string.h>

#include "store/near.h"

static const struct {
	const char *name;
	enum sql_id uid;
} targets[] = {
	[STORE_DOCUMENT] = { "document", SQL_DOCUMENT_UID },
	[STORE_SPEAKER] = { "speaker", SQL_SPEAKER_UID },
};

enum rc variable_put(struct store *s, enum store_target t, const struct uid *target,
	const char *key, const char *value, struct err *e)
{
	int64_t content;
	enum rc rc;

	if (*key == '\0' || *value == '\0')
		return err_set(e, RC_INPUT, "a variable needs a key and a value");
	rc = content_adds(s, "value", value, &content, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_VARIABLE, NULL, NULL, e, "tbti", targets[t].name,
			(const void *)target->b, (size_t)UID_LEN, key, content);
	return rc;
}

enum rc variable_list(
	struct store *s, const struct uid *target, variable_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_VARIABLES, e, "b", (const void *)target->b, (size_t)UID_LEN);
	while (query_next(&q))
		q.rc = fn(query_int(&q, 0), query_text(&q, 1), query_text(&q, 2), arg, e);
	return query_end(&q);
}

struct wanted {
	const char *key, *value; /* value NULL: every one */
	VEC(int64_t) rows;
};

static enum rc collect(int64_t row, const char *key, const char *value, void *arg, struct err *e)
{
	struct wanted *w = arg;

	(void)e;
	if (near_same(key, w->key) && (w->value == NULL || strcmp(value, w->value) == 0))
		vec_push(&w->rows, row);
	return RC_OK;
}

enum rc store_variable_add(struct store *s, enum store_target t, int64_t id, const char *key,
	const char *value, struct err *e)
{
	struct wanted w = { key, value, VEC_INIT };
	struct uid uid;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = fact_uid(s, targets[t].uid, id, &uid, e);
	if (rc == RC_OK)
		rc = variable_list(s, &uid, collect, &w, e);
	if (rc == RC_OK && w.rows.n == 0)
		rc = variable_put(s, t, &uid, key, value, e);
	vec_release(&w.rows);
	return rc;
}

/* Ends the values of a key; value NULL: all of them. */
static enum rc end_values(struct store *s, enum store_target t, int64_t id, const char *key,
	const char *value, struct err *e)
{
	struct wanted w = { key, value, VEC_INIT };
	struct uid uid;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = fact_uid(s, targets[t].uid, id, &uid, e);
	if (rc == RC_OK)
		rc = variable_list(s, &uid, collect, &w, e);
	for (size_t i = 0; i < w.rows.n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_VARIABLE, w.rows.items[i], e);
	vec_release(&w.rows);
	return rc;
}

enum rc store_variable_clear(
	struct store *s, enum store_target t, int64_t id, const char *key, struct err *e)
{
	return end_values(s, t, id, key, NULL, e);
}

enum rc store_variable_drop(struct store *s, enum store_target t, int64_t id, const char *key,
	const char *value, struct err *e)
{
	return end_values(s, t, id, key, value, e);
}

struct listing {
	store_variable_fn *fn;
	void *arg;
};

static enum rc give(int64_t row, const char *key, const char *value, void *arg, struct err *e)
{
	struct listing *l = arg;

	(void)row;
	return l->fn(key, value, l->arg, e);
}

enum rc store_variables(struct store *s, enum store_target t, int64_t id, store_variable_fn *fn,
	void *arg, struct err *e)
{
	struct listing l = { fn, arg };
	struct uid uid;
	enum rc rc = fact_uid(s, targets[t].uid, id, &uid, e);

	return rc == RC_OK ? variable_list(s, &uid, give, &l, e) : rc;
}

static enum rc join(int64_t row, const char *key, const char *value, void *arg, struct err *e)
{
	struct buf *out = arg;

	(void)row;
	(void)e;
	buf_printf(out, "%s%s=%s", out->len > 0 ? "; " : "", key, value);
	return RC_OK;
}

enum rc variable_text(struct store *s, const struct uid *target, struct buf *out, struct err *e)
{
	return variable_list(s, target, join, out, e);
}
