/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of rules on the terminal and as a table for programs. */
#ifndef TEMA_CLI_EXPLAIN_VIEW_H
#define TEMA_CLI_EXPLAIN_VIEW_H

#include "base/buf.h"
#include "coder/explain.h"
#include "output/table.h"

/* The codes, the near misses, the hits; all: also the rules of which nothing is there. */
void explain_view_text(const struct explanation *x, bool all, struct buf *out);
/* One row a node; depth 0 is the rule itself. */
void explain_view_table(const struct explanation *x, bool all, struct table *t);

#endif
