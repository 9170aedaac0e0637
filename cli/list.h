/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of suggestions as `suggestions`, `confirm` and `reject` show it. */
#ifndef TEMA_CLI_LIST_H
#define TEMA_CLI_LIST_H

#include "cli/cmd.h"
#include "cli/filter.h"

/* Build the table of what the filter (or each id of c->rest) finds; *n: how many. */
enum rc list_suggestions(struct ctx *c, const struct suggestion_filter *f, struct table *t,
	uint64_t *n, struct err *e);

#endif
