/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a rule does or does not match a text.  The tree of the rule is evaluated
 * node by node with the engine's own functions, so what it tells is what the
 * engine does: which parts hold, with which words, and how far the others are
 * from it ("distance 11, 8 allowed").
 */
#ifndef TEMA_CODER_EXPLAIN_H
#define TEMA_CODER_EXPLAIN_H

#include "base/arena.h"
#include "base/buf.h"
#include "coder/engine.h"

struct explain_node {
	const char *what; /* "near 8", "@mutu", "negated" */
	bool holds;
	const char *words; /* of the text, that make it true; or NULL */
	const char *why;   /* it does not hold; or NULL: its parts tell */
	double degree;	   /* 1: it holds; 0: nothing of it is there */
	struct explain_node **kids;
	size_t nkids;
};

struct explain_rule {
	const struct rule *rule;
	bool hit;
	double degree;		   /* of the whole rule: 0 nothing of it is there, below 1 no hit */
	const char *why;	   /* no unit was tried, or the parts do not tell; or NULL */
	const char *where;	   /* the unit it tells of, when the text has several; or NULL */
	struct explain_node *when; /* NULL: no unit was tried */
	struct explain_node *unless; /* NULL: there is none */
};

struct explain_code {
	const struct code *code;
	bool suggested;
	double score; /* of the best suggestion */
};

struct explanation {
	struct arena arena;
	VEC(struct explain_rule)
	rules;				/* near misses first, then hits, then those of which
					   nothing is there */
	VEC(struct explain_code) codes; /* of the rules that hit, in the engine's order */
};

/* Tells of the rules of one code (NULL: of all), or of one rule (NULL: of all). */
enum rc explain_document(struct engine *g, const struct document *doc, const struct code *code,
	const struct rule *rule, struct explanation *out, struct diags *d, struct err *e);
void explain_release(struct explanation *x);

/* A near miss: no hit, but something of it is there. */
bool explain_is_near(const struct explain_rule *r);
/* The tree of one rule, a node a line, INDENT spaces before it. */
void explain_print(const struct explain_rule *r, unsigned indent, struct buf *out);

/* explain_reason.c: why an expression does not hold in r, in words; NULL: its parts
 * tell, or a pattern is just not there. */
struct expr;
struct range;
const char *explain_reason(struct engine *g, struct expr *x, struct range r, struct arena *a);

#endif
