/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sub-commands ("documents remove"): a table of words, the first operand chooses. */
#ifndef TEMA_CLI_SUB_H
#define TEMA_CLI_SUB_H

#include "cli/cmd.h"

struct sub {
	const char *name; /* "" = what runs without one */
	size_t min, max;  /* operands behind it; max SIZE_MAX = any number */
	const char *args; /* for the message when the number is wrong */
	enum rc (*run)(struct ctx *c, struct err *e);
};

/* Runs the row named by c->rest (taken off) or the row "". */
enum rc sub_run(struct ctx *c, const struct sub *subs, size_t n, struct err *e);
/* RC_USAGE unless min <= operands <= max. */
enum rc operands(const struct ctx *c, size_t min, size_t max, const char *args, struct err *e);

#endif
