/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which codes of the project a codebook's codes are, without writing anything. */
#include "store/code_put.h"
#include "store/codebooks.h"

#include "base/mem.h"

static enum rc by_key(
	struct store *s, const char *book, const char *key, int64_t *id, struct err *e)
{
	int64_t codebook = 0;
	enum rc rc = sql_int(s, SQL_CODEBOOK_BY_NAME, &codebook, e, "t", book);

	*id = 0;
	return rc == RC_OK && codebook != 0
		       ? sql_int(s, SQL_CODE_BY_KEY, id, e, "it", codebook, key)
		       : rc;
}

static bool is_taken(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* As store_codebook_put() does it: its key, else one of its former ones. */
static enum rc match(
	struct store *s, const struct codebook *cb, size_t at, int64_t *ids, struct err *e)
{
	const struct code *c = cb->codes.items[at];
	enum rc rc = by_key(s, c->book->name, c->key, &ids[at], e);

	for (size_t i = 0; rc == RC_OK && ids[at] == 0 && i < c->was.n; i++) {
		const char *key = code_was_key(c, c->was.items[i]);

		if (key != NULL)
			rc = by_key(s, c->book->name, key, &ids[at], e);
		if (ids[at] != 0 && is_taken(ids, at, ids[at]))
			ids[at] = 0;
	}
	return rc;
}

/* As listings show it: what a merged one became; CODE_RETIRED. */
static int64_t shown(const struct code_list *l, int64_t id)
{
	const struct code_item *now = code_list_resolve(l, id);

	if (now != NULL)
		return now->code.retired && !now->code.gone ? CODE_RETIRED : now->code.id;
	return code_list_find(l, id) != NULL ? CODE_RETIRED : id;
}

enum rc store_codebook_codes(
	struct store *s, const struct codebook *cb, int64_t *ids, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load(s, &l, e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; rc == RC_OK && i < cb->codes.n; i++)
		rc = match(s, cb, i, ids, e);
	for (size_t i = 0; rc == RC_OK && i < cb->codes.n; i++)
		ids[i] = ids[i] != 0 ? shown(&l, ids[i]) : 0;
	code_list_release(&l);
	return rc;
}
