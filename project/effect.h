/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What another version of a codebook would change in a project: both versions
 * run over all documents, and nothing is written.
 *
 * A suggestion is lost when no suggestion of its code touches the place any
 * more, and gained when none touched it before; so one that only grows from a
 * sentence to its paragraph is neither.  What people decided is looked at
 * first: it stays, but it can lose the rules that support it, come back as a
 * question, or hang on a code that is gone.
 *
 * Texts are as people see them (seen.h); offsets are code points in them.
 */
#ifndef TEMA_PROJECT_EFFECT_H
#define TEMA_PROJECT_EFFECT_H

#include "base/diag.h"
#include "codebooks/changes.h"
#include "corpus/document.h"
#include "store/judgements.h"

/* In the order in which they matter. */
enum effect_kind {
	EFFECT_CONFIRMED_LOST, /* confirmed, suggested before, not any more */
	EFFECT_REJECTED_AGAIN, /* rejected, and asked again */
	EFFECT_LOST,	       /* other losses, but for EFFECT_SETTLED */
	EFFECT_SETTLED,	       /* lost, and rejected anyway: the rules of the code agree now */
	EFFECT_GAINED,	       /* other gains */
	EFFECT_KINDS
};
extern const char *const effect_kind_names[]; /* "confirmed-lost" ... */

/* Why a rejected place comes back. */
enum effect_reason {
	EFFECT_OTHER_WORDS, /* `rules` find words outside what was rejected */
	EFFECT_WAS_MISSING, /* its code has another key now, without `was` */
};

/* A rule that hit, and what became of it in the other version. */
enum effect_fate { FATE_SAME, FATE_ABSENT, FATE_MATCHING, FATE_WEIGHT };
extern const char *const effect_fate_names[]; /* same absent changed weight */

struct effect_rule {
	const char *key;
	double weight;
	bool counted, outside; /* outside: words that were not rejected (EFFECT_REJECTED_AGAIN) */
	enum effect_fate fate;
};

struct effect_side {	     /* of one version: the suggestions that touch the place */
	double score;	     /* the best; 0: none */
	enum unit_kind unit; /* of that one */
	const struct effect_rule *rules;
	size_t n;
};

struct effect_verdict {
	const char *coder;
	enum verdict verdict;
	char id[9]; /* of the coding, for `tema why` */
};

struct effect_place {
	enum effect_kind kind;
	uint32_t code; /* index in changes->codes */
	unsigned document;
	const char *title, *speaker; /* speaker: "" if unknown */
	uint32_t line, start, end;
	enum unit_kind unit;
	const char *text;	  /* an excerpt on one line, "…" where something is left out */
	const struct span *marks; /* the words that hit: bytes of text */
	size_t nmarks;
	struct effect_side before, after;
	const struct effect_verdict *verdicts; /* all of the code that touch it */
	size_t nverdicts;
	enum effect_reason reason; /* of EFFECT_REJECTED_AGAIN */
};

struct effect_code { /* by index in changes->codes */
	uint64_t before, after;
	uint64_t lost, gained;	      /* all of them */
	uint64_t changed;	      /* another score or another passage */
	uint64_t kinds[EFFECT_KINDS]; /* places */
};

struct effect_gone { /* a code with decisions that the new version has not */
	const char *full, *label;
	const struct code *like; /* that looks like it in the new version, or NULL */
	uint64_t verdicts[3];	 /* by enum verdict */
};

struct effect {
	struct arena arena;
	const struct changes *changes;
	struct effect_code *codes;
	VEC(struct effect_gone) gone; /* by name of the code */
	VEC(struct effect_place)
	places; /* by kind, code, document, start; at most `limit` of each
		   kind and code */
	unsigned documents;
	uint64_t bytes;
};

struct effect_options {
	size_t limit; /* places kept of one kind and code; SIZE_MAX: all */
	/* Called before each document; may be NULL. */
	void (*progress)(unsigned done, unsigned all, void *arg);
	void *arg;
};

/* *out is to be released in any case.  d: what the engine says (a regex limit, W090). */
enum rc effect_find(struct store *s, const struct changes *changes, const struct effect_options *o,
	struct effect *out, struct diags *d, struct err *e);
/* Only `gone`: no text is read. */
enum rc effect_find_gone(
	struct store *s, const struct changes *changes, struct effect *out, struct err *e);
void effect_release(struct effect *x);

#endif
