/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters that `suggestions`, `review`, `confirm` and `reject` share: options and their
 * resolution. */
#ifndef TEMA_CLI_FILTER_H
#define TEMA_CLI_FILTER_H

#include "cli/cmd.h"
#include "store/suggestions.h"

struct filter_words {
	struct opt_list states;
	const char *code, *document, *speaker, *codebook, *rule;
	bool only; /* the code itself, not the codes below it */
	double min, max;
};

#define FILTER_OPTS(F)                                                                             \
	{ .name = "code",                                                                          \
		.letter = 'c',                                                                     \
		.kind = OPT_TEXT,                                                                  \
		.value = &(F).code,                                                                \
		.arg = "CODE",                                                                     \
		.help = "this code and the codes below it" },                                      \
		{ .name = "only",                                                                  \
			.kind = OPT_FLAG,                                                          \
			.value = &(F).only,                                                        \
			.help = "with --code: without the codes below" },                          \
		{ .name = "codebook",                                                              \
			.kind = OPT_TEXT,                                                          \
			.value = &(F).codebook,                                                    \
			.arg = "NAME",                                                             \
			.help = "codes of this codebook" },                                        \
		{ .name = "document",                                                              \
			.letter = 'd',                                                             \
			.kind = OPT_TEXT,                                                          \
			.value = &(F).document,                                                    \
			.arg = "DOC",                                                              \
			.help = "this document (number or title)" },                               \
		{ .name = "speaker",                                                               \
			.letter = 's',                                                             \
			.kind = OPT_TEXT,                                                          \
			.value = &(F).speaker,                                                     \
			.arg = "SPEAKER",                                                          \
			.help = "this speaker (code, name or DOC:LABEL)" },                        \
		{ .name = "rule",                                                                  \
			.letter = 'r',                                                             \
			.kind = OPT_TEXT,                                                          \
			.value = &(F).rule,                                                        \
			.arg = "RULE",                                                             \
			.help = "hit by this rule ('*' stands for anything)" },                    \
		{ .name = "min",                                                                   \
			.kind = OPT_REAL,                                                          \
			.value = &(F).min,                                                         \
			.arg = "SCORE",                                                            \
			.help = "score at least this" },                                           \
	{                                                                                          \
		.name = "max", .kind = OPT_REAL, .value = &(F).max, .arg = "SCORE",                \
		.help = "score at most this"                                                       \
	}
#define FILTER_OPTS_N 8

/* Was any of the options given? */
bool filter_given(const struct filter_words *w);
/* RC_USAGE when ids (c->rest) and filters are both given.  ids are resolved one by one by the
 * caller. states: used when no --state was given. */
enum rc filter_resolve(struct ctx *c, const struct filter_words *w, unsigned states, int64_t coder,
	struct suggestion_filter *out, struct err *e);
/* RC_NOTFOUND: the project has no codebook of this name. */
enum rc filter_codebook(struct ctx *c, const char *name, struct err *e);
/* The row id of the coder who works, 0 if that coder has not written in this project yet. */
enum rc filter_coder(struct ctx *c, int64_t *id, struct err *e);

#endif
