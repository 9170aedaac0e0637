/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The engine inside: what the coder's files share while a document is read.
 * engine.c owns it, eval.c finds hits in it, score.c makes suggestions of them.
 */
#ifndef TEMA_CODER_RUN_H
#define TEMA_CODER_RUN_H

#include "coder/engine.h"
#include "coder/stream.h"
#include "coder/tree.h"

/* One rule true in one unit. */
struct hit {
	uint32_t trial; /* index in tree.trials */
	uint32_t rank;	/* of its code */
	enum unit_kind unit;
	uint32_t start, end;   /* bytes of the unit */
	uint32_t word, nwords; /* in engine->hit_words */
	bool counted;
};

/* A suggestion of a code, as <CODE> asks for it: its unit and the words of its hits. */
struct standing {
	uint32_t rank;
	struct range unit;     /* in words */
	uint32_t reach;	       /* furthest end of a unit of this code up to here */
	uint32_t word, nwords; /* in engine->standing_words */
};

struct engine {
	struct tree tree;
	struct stream stream;
	uint64_t epoch; /* counts documents */
	bool testing;	/* a codebook's tests: lenient where, private rules are tried */
	struct trial_ids due;
	/* Codes in the order of codebook name and key; hits know theirs by rank. */
	VEC(const struct code *) codes;
	uint32_t *rank_of_trial;
	/* Codes wait for those that their rules refer to: in which round each is known. */
	uint32_t *round_of_rank, rounds;
	/* Of the document at hand: */
	VEC(struct hit) hits;
	struct positions hit_words;
	VEC(struct standing) standing; /* of the rounds before, by rank and place */
	struct positions standing_words;
	/* Scratch: */
	struct positions units;
	struct place_list found, silenced;
	struct form form;
};

/* trial.c: appends the hits of one rule. */
void trial_run(struct engine *g, uint32_t trial, struct diags *d);

/* eval.c: is x true in the words r?  Then the places that made it true are appended to out. */
bool eval_expr(struct engine *g, struct expr *x, struct range r, struct place_list *out);
/* All places of a PLACE, ANY, NEGATED or AFFIRMED in the document. */
const struct place_list *eval_places(struct engine *g, struct expr *x);

/* chain.c: a near chain in r. */
bool chain_holds(struct engine *g, struct expr *x, struct range r, struct place_list *out);
/* The same with `not near`: places of the first operand that have no such partner. */
bool chain_lacks(struct engine *g, struct expr *x, struct range r, struct place_list *out);
/* Behind a chain_holds() that was true: the nearest partners of first operand number i, itself
 * among them, in out, which is emptied.  False: no i-th operand. */
bool chain_nearest(struct engine *g, struct expr *x, size_t i, struct place_list *out);
/* Words from one place to the other, as the reader counts them; 0: none, they share a word. */
uint32_t chain_distance(
	const struct engine *g, const struct reader *r, struct place a, struct place b);

/* The rank of a code, by its full name: another book may hold the same code. */
uint32_t engine_rank(const struct engine *g, const struct code *code);

/* standing.c: what <CODE> finds in r; the words are appended to out. */
bool standing_holds(struct engine *g, uint32_t rank, struct range r, struct place_list *out);
/* The hits of all units that suggest the code. */
void standing_words(struct engine *g, uint32_t rank, struct place_list *out);
void standing_update(struct engine *g); /* from the hits so far */
/* rounds.c: fills round_of_rank. */
void rounds_find(struct engine *g);

/* score.c: makes suggestions of engine->hits. */
enum rc score_emit(struct engine *g, engine_fn *fn, void *arg, struct err *e);

/* engine.c: an engine that also finds the items of lists that no rule uses (tree.loose). */
enum rc engine_new_whole(
	const struct codebook *cb, struct engine **out, struct diags *d, struct err *e);
/* Fills engine->hits, in no order. */
void engine_find_hits(struct engine *g, const struct document *doc, struct diags *d);

#endif
