/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `speakers` and `documents` share: setting fields and variables, and tables for a
 * spreadsheet, out and in.  Each is one op; with --dry-run the differences are shown and nothing is
 * written. */
#ifndef TEMA_CLI_ATTRIBUTES_H
#define TEMA_CLI_ATTRIBUTES_H

#include "cli/cmd.h"
#include "project/subject.h"

/* What the command line says of one speaker or document. */
struct attributes {
	const char *fields[SUBJECT_FIELDS];	  /* by number; NULL = not given */
	const struct opt_list *vars;		  /* KEY=VALUE */
	const struct opt_list *groups, *ungroups; /* added, taken away; NULL = none */
	const char *what; /* "--name, --code ...": the message when nothing is given */
};

enum rc attributes_set(
	struct ctx *c, enum store_target t, int64_t id, const struct attributes *a, struct err *e);
/* The operand is a CSV file. */
enum rc attributes_import(struct ctx *c, enum store_target t, struct err *e);
/* With --format csv the list is the table that attributes_import() reads. */
bool attributes_are_wanted(const struct ctx *c);
enum rc attributes_list(struct ctx *c, enum store_target t, bool hidden, struct err *e);

#endif
