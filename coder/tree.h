/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules compiled: expressions over finders, with what is known of them in the
 * document at hand.  All of it hangs on the engine.
 */
#ifndef TEMA_CODER_TREE_H
#define TEMA_CODER_TREE_H

#include "base/arena.h"
#include "coder/finder.h"
#include "coder/negate.h"
#include "coder/where.h"

#define NO_TURN UINT32_MAX

struct expr {
	enum node_kind kind;
	const struct node *node; /* NULL for the items of `N of @list` */
	struct expr **kids;	 /* REF: when, unless of the rule; COUNT of a list: its items */
	size_t nkids;
	struct finder *finder; /* PLACE */
	struct reader *reader;
	uint32_t tongues; /* NEGATED, AFFIRMED */
	/* For the document at hand: */
	uint64_t epoch;
	struct place_list places; /* of PLACE, ANY, NEGATED, AFFIRMED: all that are read */
	struct place_list here;	  /* scratch of a chain: those in the unit */
	struct positions lasts;	  /* and their last words, sorted */
	uint64_t answer_epoch;	  /* IN: the last answer, for the units of one scope ask the same */
	struct range asked;
	bool answer;
	struct place_list answer_places;
	/* IN question: the last turn that asked, and the interviewer's turn before it (NO_TURN:
	 * none). */
	uint64_t question_epoch;
	uint32_t asking, question;
};

struct trial { /* a rule to be tried */
	const struct rule *rule;
	const struct codebook *book;
	struct expr *when, *unless; /* unless may be NULL */
	struct reader *reader;
	bool has_regex;
	bool anywhere; /* no atom tells where it may be true */
	uint64_t due;  /* the epoch in which one of its atoms occurred */
};

VEC_TYPE(trial_ids, uint32_t);

struct tree {
	struct arena arena;
	struct atoms atoms;
	struct negate negate;
	struct finders finders;
	VEC(struct reader *) readers;
	VEC(struct expr *) exprs;
	VEC(struct trial) trials;
	bool whole;		   /* set before tree_build(): lists that no rule uses, too */
	VEC(struct expr *) loose;  /* ... a place of each list of the books themselves */
	struct trial_ids *by_atom; /* which trials an occurring atom makes due */
	size_t natoms;
};

void tree_init(struct tree *t, struct diags *d);
void tree_release(struct tree *t);
/* Compiles all rules of the books, which must have passed refuse_check(). Errors go to d. */
enum rc tree_build(struct tree *t, const struct codebook *const *books, size_t n, struct diags *d,
	struct err *e);
/* Adds atoms one of which occurs in every document where x is true; false: cannot tell. */
bool tree_needs(const struct expr *x, const struct atoms *a, struct atom_ids *out);

#endif
