/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include <string.h>

#include "store/handle.h"

/* An op stands unless a later standing op undoes it: gone through newest first. */
struct undone {
	VEC(int64_t) ids;
};

static bool is_undone(const struct undone *u, int64_t op)
{
	for (size_t i = 0; i < u->ids.n; i++)
		if (u->ids.items[i] == op)
			return true;
	return false;
}

static void read_op(struct query *q, struct store_op *op)
{
	size_t len;
	const void *chain = query_blob(q, 9, &len);

	*op = (struct store_op){
		.id = query_int(q, 0),
		.seq = query_int(q, 1),
		.at = query_int(q, 2),
		.coder = query_text(q, 3),
		.command = query_text(q, 4),
		.detail = query_text(q, 5),
		.undoes = query_int(q, 10),
		.added = query_u32(q, 7),
		.ended = query_u32(q, 8),
	};
	if (len == SHA256_LEN)
		memcpy(op->chain, chain, SHA256_LEN);
}

enum rc store_log(struct store *s, size_t limit, store_op_fn *fn, void *arg, struct err *e)
{
	struct undone undone = { VEC_INIT };
	size_t n = 0;
	struct query q;

	query_start(&q, s, SQL_LOG, e, "");
	while ((limit == 0 || n < limit) && query_next(&q)) {
		struct store_op op;

		read_op(&q, &op);
		op.undone = is_undone(&undone, op.id);
		if (!op.undone && !query_null(&q, 6))
			vec_push(&undone.ids, query_int(&q, 6));
		q.rc = fn(&op, arg, e);
		n++;
	}
	vec_release(&undone.ids);
	return query_end(&q);
}
