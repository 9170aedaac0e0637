/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Suggestions (cache) and how they stand to what coders decided.
 *
 * A suggestion is *answered* for a coder when every evidence span lies inside
 * the current anchor of that coder's live confirm or reject on that code
 * (STORE.md 4); `unsure` when such a verdict is unsure; else `open`, and `again`
 * is set when part of it was answered.
 */
#ifndef TEMA_STORE_SUGGESTIONS_H
#define TEMA_STORE_SUGGESTIONS_H

#include "codebooks/model.h"
#include "corpus/document.h"
#include "store/store.h"

/* One hit, as packed into the suggestion's row. */
struct store_hit {
	const char *rule; /* "belum-optimal", "~paham" */
	uint8_t hash[SHA256_LEN];
	int64_t version;
	double weight;
	bool counted;
	const struct span *spans;
	size_t nspans;
};

enum suggestion_state {
	SUGGESTION_OPEN = 1,
	SUGGESTION_CONFIRMED = 2,
	SUGGESTION_REJECTED = 4,
	SUGGESTION_UNSURE = 8
};
extern const char *const suggestion_state_names[]; /* open confirmed rejected unsure, bit order */

struct store_suggestion {
	char id[9]; /* 8 hex digits: what a person types */
	int64_t document, revision, code;
	int64_t own; /* the code whose rules suggest it: another one when it was merged into code */
	unsigned document_number;
	uint32_t start, end;
	enum unit_kind unit;
	double score;
	enum suggestion_state state; /* for the coder asked about */
	bool again;
	const struct store_hit *hits;
	size_t nhits;
};

/* Replace the suggestions of one document revision by these codebook versions' new ones; others
 * stay. Call store_suggest_begin, store_suggest for each in order of (start, end),
 * store_suggest_end.  Of what is suggested for one place and code, as a sentence and as a turn, the
 * highest score stands, the first of equal ones.  What a version suggested that is out of use goes.
 */
struct store_change_count {
	uint64_t added, unchanged, gone,
		unsupported; /* unsupported: decided though no rule suggests it now */
};
enum rc store_suggest_begin(
	struct store *s, int64_t document, const int64_t *versions, size_t n, struct err *e);
enum rc store_suggest(struct store *s, const struct code *code, int64_t version, uint32_t start,
	uint32_t end, enum unit_kind unit, double score, const struct store_hit *hits, size_t nhits,
	struct err *e);
enum rc store_suggest_end(struct store *s, struct store_change_count *count, struct err *e);

/* Which to list; zero or NULL means any. */
struct suggestion_filter {
	int64_t document, code, speaker;
	bool code_below;	     /* and the codes below it */
	const char *codebook;	     /* name: store_code_is_of() */
	const char *rule;	     /* rule key, or with glob * */
	double score_min, score_max; /* score_max 0 = none */
	unsigned states;	     /* bits of enum suggestion_state */
	int64_t coder;		     /* whose decisions make the state; 0 = nobody's: all open */
	const char *id;	     /* one suggestion (or unique beginning of an id, >= 4 digits) */
	bool may_miss;	     /* no suggestion with this id is no error */
	bool retired;	     /* also open ones of retired codes, which suggest nothing any more */
	uint32_t start, end; /* touching this span of the document, when end > 0 */
};
typedef enum rc store_suggestion_fn(const struct store_suggestion *g, void *arg, struct err *e);
/* In order of document number, start, end, code order.  What two codes suggest for one place, of
 * which one was merged into the other, is one suggestion. */
enum rc store_suggestions(struct store *s, const struct suggestion_filter *f,
	store_suggestion_fn *fn, void *arg, struct err *e);

/* After a run: what it was. */
enum rc store_run_note(struct store *s, const int64_t *versions, size_t n, const char *engine,
	const char *options, struct err *e);

#endif
