/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/buf.h"
#include "store/handle.h"
#include "store/near.h"

enum rc store_coders(struct store *s, store_coder_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODERS, e, "");
	while (query_next(&q)) {
		struct store_coder c = { .id = query_int(&q, 0), .name = query_text(&q, 2) };

		query_uid(&q, 1, &c.uid);
		q.rc = fn(&c, arg, e);
	}
	return query_end(&q);
}

struct search {
	const char *typed;
	struct uid uid;
	bool is_uid;
	int64_t id;
	unsigned found;
	struct buf list; /* of those found */
	struct near near;
};

static enum rc look(const struct store_coder *c, void *arg, struct err *e)
{
	struct search *find = arg;
	char hex[UID_HEX];
	bool hit = find->is_uid ? memcmp(&c->uid, &find->uid, sizeof c->uid) == 0
				: near_same(c->name, find->typed);

	(void)e;
	near_add(&find->near, c->name);
	if (!hit)
		return RC_OK;
	uid_hex(&c->uid, hex);
	buf_printf(&find->list, "%s%s %s", find->found > 0 ? ", " : "", c->name, hex);
	find->id = c->id;
	find->found++;
	return RC_OK;
}

enum rc store_coder_find(struct store *s, const char *name, int64_t *id, struct err *e)
{
	struct search find = { .typed = name, .list = BUF_INIT, .near = NEAR_INIT };
	enum rc rc;

	*id = 0;
	find.is_uid = uid_parse(name, &find.uid) == 0;
	rc = store_coders(s, look, &find, e);
	if (rc == RC_OK && find.found == 1)
		*id = find.id;
	else if (rc == RC_OK && find.found > 1)
		rc = err_set(e, RC_NOTFOUND,
			"several coders are called '%s'; give the long number: %s", name,
			find.list.data);
	else if (rc == RC_OK)
		rc = near_fail(&find.near, "coder", NULL, name, e);
	near_release(&find.near);
	buf_release(&find.list);
	return rc;
}
