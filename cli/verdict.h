/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding on a shown list: what `confirm` and `reject` share. */
#ifndef TEMA_CLI_VERDICT_H
#define TEMA_CLI_VERDICT_H

#include "cli/cmd.h"
#include "cli/filter.h"
#include "store/judgements.h"

struct verdict_words {
	struct filter_words filter;
	const char *note;
	bool yes;
};

#define VERDICT_OPTS(W)                                                                            \
	FILTER_OPTS((W).filter),                                                                   \
		{ .name = "state",                                                                 \
			.kind = OPT_LIST,                                                          \
			.value = &(W).filter.states,                                               \
			.arg = "STATE",                                                            \
			.help = "open (default), confirmed, rejected, unsure or all" },            \
		{ .name = "note",                                                                  \
			.kind = OPT_TEXT,                                                          \
			.value = &(W).note,                                                        \
			.arg = "TEXT",                                                             \
			.help = "note kept with each decision" },                                  \
	{                                                                                          \
		.name = "yes", .letter = 'y', .kind = OPT_FLAG, .value = &(W).yes,                 \
		.help = "do not ask"                                                               \
	}

/* Shows the list, asks (or --yes), decides in one op. */
enum rc verdict_run(
	struct ctx *c, const struct verdict_words *w, enum verdict verdict, struct err *e);

#endif
