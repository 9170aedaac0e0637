/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/history.h"

#include <stdlib.h>

#include "cli/say.h"

/* "op 9: code", for the log. */
static enum rc keep_detail(struct store *s, const char *what, int64_t done, struct err *e)
{
	char *detail = mem_printf("op %lld: %s", (long long)done, what);
	enum rc rc = store_detail(s, detail, e);

	free(detail);
	return rc;
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
	if (rc == RC_OK && !c->quiet)
		say("op %lld (%s) %s", (long long)done, what, told);
	free(what);
	return rc;
}
