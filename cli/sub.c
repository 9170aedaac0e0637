/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sub.h"

#include <stdint.h>
#include <string.h>

enum rc operands(const struct ctx *c, size_t min, size_t max, const char *args, struct err *e)
{
	if (c->rest.n >= min && c->rest.n <= max)
		return RC_OK;
	return err_set(e, RC_USAGE, "%s; usage: tema %s%s%s",
		c->rest.n < min ? "something is missing" : "too many words", c->cmd->name,
		args[0] != '\0' ? " " : "", args);
}

static const struct sub *chosen(struct ctx *c, const struct sub *subs, size_t n)
{
	for (size_t i = 0; c->rest.n > 0 && i < n; i++)
		if (subs[i].name[0] != '\0' && strcmp(subs[i].name, c->rest.items[0]) == 0)
			return &subs[i];
	for (size_t i = 0; i < n; i++) /* the row without a name takes what is no name of a row */
		if (subs[i].name[0] == '\0' && c->rest.n <= subs[i].max)
			return &subs[i];
	return NULL;
}

static enum rc unknown(const struct ctx *c, const struct sub *subs, size_t n, struct err *e)
{
	struct buf names = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		if (subs[i].name[0] != '\0')
			buf_printf(&names, "%s%s", names.len > 0 ? ", " : "", subs[i].name);
	if (c->rest.n == 0)
		err_set(e, RC_USAGE, "say what to do: %s", names.data);
	else
		err_set(e, RC_USAGE, "unknown word '%s'; it is one of: %s", c->rest.items[0],
			names.data);
	buf_release(&names);
	return RC_USAGE;
}

enum rc sub_run(struct ctx *c, const struct sub *subs, size_t n, struct err *e)
{
	const struct sub *sub = chosen(c, subs, n);
	enum rc rc;

	if (sub == NULL)
		return unknown(c, subs, n, e);
	if (sub->name[0] != '\0')
		memmove(c->rest.items, c->rest.items + 1, --c->rest.n * sizeof *c->rest.items);
	rc = operands(c, sub->min, sub->max, sub->args, e);
	return rc == RC_OK ? sub->run(c, e) : rc;
}
