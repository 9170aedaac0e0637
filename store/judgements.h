/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions and codings: what people said, with the evidence they saw. */
#ifndef TEMA_STORE_JUDGEMENTS_H
#define TEMA_STORE_JUDGEMENTS_H

#include "store/suggestions.h"

enum verdict { VERDICT_CONFIRM, VERDICT_REJECT, VERDICT_UNSURE };
enum via { VIA_SINGLE, VIA_BULK, VIA_SHEET, VIA_HAND, VIA_IMPORT, VIA_ADJUDICATION };
extern const char *const verdict_names[], *const via_names[];

/* The open op's coder decides on a span; a live earlier verdict of that coder on the same (segment,
 * code) ends. hits: evidence copied with the judgement (none when coded by hand). *id may be NULL.
 */
struct judgement_new {
	int64_t document, code;
	uint32_t start, end; /* bytes in the newest revision */
	enum unit_kind unit; /* UNIT_MATCH for a free span */
	enum verdict verdict;
	enum via via;
	double score;
	const struct store_hit *hits;
	size_t nhits;
	const char *note; /* or NULL */
};
enum rc store_judge(struct store *s, const struct judgement_new *j, int64_t *id, struct err *e);
/* End the open op's coder's live verdict on (span, code): toggling off in review.  Also what was
 * said on codes that have become this one. *was false if there was none. */
enum rc store_unjudge(struct store *s, int64_t document, int64_t code, uint32_t start, uint32_t end,
	bool *was, struct err *e);

/* What stands: one live judgement each, newest per (coder, segment, code). */
struct store_judgement {
	char id[9]; /* 8 hex: of hash(document uid, code uid, start, end), as the suggestion's */
	int64_t row, document, segment, code, coder, op;
	int64_t own; /* the code it was made on: another one when that was merged into code */
	unsigned document_number;
	const char *coder_name;
	uint32_t start, end; /* in the newest revision */
	bool orphaned;
	bool ended; /* history only: taken back or replaced */
	enum unit_kind unit;
	enum verdict verdict;
	enum via via;
	int64_t at;	  /* UTC ms */
	double score;	  /* of the evidence; 0 by hand */
	const char *note; /* "" = none */
};
struct judgement_filter {
	int64_t document, code, coder;
	unsigned verdicts; /* bits 1 << enum verdict; 0 = all */
	const char *id;
	bool history; /* ended ones too */
};
typedef enum rc store_judgement_fn(const struct store_judgement *j, void *arg, struct err *e);
/* In order of document number, start, end, code order, op. */
enum rc store_judgements(struct store *s, const struct judgement_filter *f, store_judgement_fn *fn,
	void *arg, struct err *e);

/* The evidence copied with a judgement. words: the matched words as they stood. */
struct store_evidence {
	const char *rule, *codebook, *declared;
	uint8_t hash[SHA256_LEN], sha[SHA256_LEN]; /* of the rule; of the codebook version */
	double score;
	const struct span *spans;
	size_t nspans;
	const char *words;
};
typedef enum rc store_evidence_fn(const struct store_evidence *v, void *arg, struct err *e);
enum rc store_evidence(
	struct store *s, int64_t judgement, store_evidence_fn *fn, void *arg, struct err *e);

/* Passages read in full (STORE.md 5): review marks what was shown and answered. */
enum rc store_reading_put(
	struct store *s, int64_t document, uint32_t start, uint32_t end, struct err *e);

/* Notes on a span or judgement. */
enum rc store_memo_add(struct store *s, int64_t document, uint32_t start, uint32_t end,
	const char *body, struct err *e);

#endif
