/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/history.h"

#include <stdlib.h>
#include <string.h>

#include "cli/say.h"
#include "store/history.h"

/* "op 9: code", for the log. */
static enum rc keep_detail(struct store *s, const char *what, int64_t done, struct err *e)
{
	char *detail = mem_printf("op %lld: %s", (long long)done, what);
	enum rc rc = store_detail(s, detail, e);

	free(detail);
	return rc;
}

struct op_search {
	int64_t seq;
	const char *who; /* who asks */
	char *other;	 /* whose op it is, if somebody else's */
};

static enum rc whose(const struct store_op *op, void *arg, struct err *e)
{
	struct op_search *k = arg;

	(void)e;
	if (op->seq == k->seq && k->other == NULL && strcmp(op->coder, k->who) != 0)
		k->other = mem_strdup(op->coder);
	return RC_OK;
}

enum rc history_step(struct ctx *c, int64_t seq, history_fn *step, const char *told, struct err *e)
{
	char *what = NULL;
	int64_t done = 0;
	enum rc rc = store_begin(c->store, &c->who, c->cmd->name, e);

	if (rc == RC_OK)
		rc = step(c->store, seq, &what, &done, e);
	if (rc == RC_OK)
		rc = keep_detail(c->store, what, done, e);
	if (rc == RC_OK)
		rc = store_commit(c->store, e);
	else
		store_rollback(c->store);
	if (rc == RC_OK && !c->quiet) {
		struct op_search k = { done, c->who.name, NULL };

		rc = store_log(c->store, 0, whose, &k, e);
		say_plain("op %lld (%s%s%s) %s", (long long)done, what,
			k.other != NULL ? " of " : "", k.other != NULL ? k.other : "", told);
		free(k.other);
	}
	free(what);
	return rc;
}
