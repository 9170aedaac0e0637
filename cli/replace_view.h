/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --replace, and the lines that it, verify and place print of passages placed anew. */
#ifndef TEMA_CLI_REPLACE_VIEW_H
#define TEMA_CLI_REPLACE_VIEW_H

#include "cli/show.h"
#include "project/import.h"
#include "project/reanchor.h"

/* tema import --replace TYPED FILE. */
enum rc replace_run(
	struct ctx *c, const char *typed, const struct import_options *o, struct err *e);

/* "jones.LEMAH (Ani), jones.ORG (Budi, rejected)", "note" or "passage read". */
void replace_carries(const struct reanchored *r, const struct code_names *names, struct buf *out);
/* Words on one line, cut to at most max code points with "…". */
void replace_words(const char *words, size_t max, struct buf *out);

#endif
