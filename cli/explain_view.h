/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of rules on the terminal and as a table for programs. */
#ifndef TEMA_CLI_EXPLAIN_VIEW_H
#define TEMA_CLI_EXPLAIN_VIEW_H

#include "base/buf.h"
#include "coder/explain.h"
#include "output/table.h"

/* The codes, the near misses, the hits; all: also the rules of which nothing is there. */
void explain_view_text(const struct explanation *x, bool all, struct buf *out);
/* The same as a tree: codes with their units and scores, rules with their clauses. */
void explain_view_json(
	const struct explanation *x, const struct document *doc, bool all, struct buf *out);
/* "match", "near miss" ...: in English, for programs. */
const char *explain_view_verdict(const struct explain_rule *r);
bool explain_view_shows(const struct explain_rule *r, bool all);
/* One row a node; depth 0 is the rule itself. */
void explain_view_table(const struct explanation *x, bool all, struct table *t);

#endif
