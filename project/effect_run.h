/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of effect*.c: the run over the documents. */
#ifndef TEMA_PROJECT_EFFECT_RUN_H
#define TEMA_PROJECT_EFFECT_RUN_H

#include "coder/engine.h"
#include "project/effect.h"
#include "project/seen.h"
#include "project/shown.h"
#include "store/verdicts.h"

struct run_hit {
	const struct rule *rule;
	bool counted;
	size_t span, nspans; /* in run_side.spans */
};

struct run_found {
	uint32_t code; /* index in changes->codes */
	int64_t group; /* which code it is for decisions: its id, or one below 0 of its own */
	uint32_t start, end;
	enum unit_kind unit;
	double score;
	size_t hit, nhits;   /* in run_side.hits */
	size_t span, nspans; /* of all its hits, in run_side.spans */
};

/* What one version suggests in the document at hand. */
struct run_side {
	struct effect_run *run;
	bool is_after;
	struct engine *engine;
	VEC(struct run_found) found; /* by group, start, end */
	VEC(uint32_t) reach;	     /* the largest end of its group up to here */
	VEC(struct run_hit) hits;
	VEC(struct span) spans;
};

struct run_decision {
	int64_t document, code, coder, segment;
	uint32_t start, end;
	enum verdict verdict;
	const char *coder_name;
	char id[9];
};

struct run_coder { /* who rejected something in the document at hand */
	int64_t id;
	struct verdicts verdicts;
};

struct run_merge { /* decisions on one code count as on the other in the new version */
	int64_t from, to;
};

struct effect_run {
	struct store *store;
	const struct effect_options *o;
	struct effect *x;
	const struct changes *changes;
	struct run_side sides[2]; /* before, after */
	uint32_t *code_of[2];	  /* index in changes->codes, by code->index */
	int64_t *group_of;	  /* by index in changes->codes; 0: retired, not shown */
	VEC(struct run_merge) merges;
	struct shown shown;
	VEC(struct run_decision) decisions; /* of the project, by document */
	VEC(int64_t) documents;
	/* Of the document at hand: */
	const struct document *doc; /* stored text */
	int64_t document;
	unsigned number;
	const char *title;
	size_t first, last; /* its decisions: [first,last) */
	VEC(struct run_coder) coders;
	VEC(struct run_found) told; /* places and groups of its confirmed losses */
	bool is_seen;		    /* loaded when the first place is kept: */
	struct seen seen;
	struct lines lines;
	uint32_t byte, point; /* a place whose number of code points is known */
};

/* effect.c: the first suggestion of the group that touches [start,end), then the next; NULL: none.
 */
const struct run_found *run_touching(
	const struct run_side *side, int64_t group, uint32_t start, uint32_t end);
const struct run_found *run_next(
	const struct run_side *side, const struct run_found *f, uint32_t start, uint32_t end);

/* effect_place.c: counts a place and, below the limit, keeps it. */
struct run_place {
	enum effect_kind kind;
	uint32_t code;
	int64_t before, after; /* groups: two where `was` is missing */
	uint32_t start, end;
	enum unit_kind unit;
	enum effect_reason reason;
};
enum rc run_keep(struct effect_run *r, const struct run_place *p, struct err *e);

/* effect_decided.c */
enum rc run_load_decisions(struct effect_run *r, struct err *e);
enum rc run_find_gone(struct effect_run *r, struct err *e);
/* Around all that is asked about one document. */
void run_begin_decided(struct effect_run *r);
void run_end_decided(struct effect_run *r);
/* The next decision of this code and verdict that touches the place, behind D (NULL: the first);
 * NULL: none. */
const struct run_decision *run_decision(const struct effect_run *r, const struct run_decision *d,
	int64_t code, enum verdict verdict, uint32_t start, uint32_t end);
enum rc run_confirmed_lost(struct effect_run *r, struct err *e);
/* Is this lost suggestion told as a confirmed loss already? */
bool run_is_told(const struct effect_run *r, const struct run_found *f);
/* Does this suggestion of the new version bring back what was rejected?  *before is the group of
 * the code it was rejected for. */
bool run_returns(const struct effect_run *r, const struct run_found *f, enum effect_reason *reason,
	int64_t *before);

#endif
