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

/* A distance in words that a step of near, before, after or negated asks for. */
struct explain_step {
	const char *what;
	uint32_t found; /* of the nearest words; 0: they are not there */
	uint32_t allowed;
};

struct explain_node {
	const char *what; /* "near 8", "@mutu", "negated" */
	bool holds;
	const char *words;	   /* of the text, that make it true; or NULL */
	const struct span *places; /* the same as bytes of the document's text */
	size_t nplaces;
	const char *why; /* it does not hold; or NULL: its parts tell */
	double degree;	 /* 1: it holds; 0: nothing of it is there */
	const struct explain_step *steps;
	size_t nsteps;
	struct explain_node **kids;
	size_t nkids;
};

struct explain_rule {
	const char *lang; /* of `why`: that of the diags */
	const struct rule *rule;
	bool hit;
	double degree;		   /* of the whole rule: 0 nothing of it is there, below 1 no hit */
	const char *why;	   /* no unit was tried, or the parts do not tell; or NULL */
	const char *where;	   /* the unit it tells of, when the text has several; or NULL */
	struct explain_node *when; /* NULL: no unit was tried */
	struct explain_node *unless; /* NULL: there is none */
};

/* A rule that hit, in the making of a score. */
struct explain_hit {
	const struct rule *rule; /* of another code: inherited */
	bool counted;		 /* false: stronger rules have used all its words */
	const struct span *places;
	size_t nplaces;
};

/* A unit in which rules of the code hit. */
struct explain_unit {
	enum unit_kind unit;
	uint32_t start, end; /* bytes of the document's text */
	const char *text;
	double score, own;	    /* own: without what is inherited */
	bool reached;		    /* the threshold, or inherited from a code that did */
	bool suggested;		    /* and not given way to another code of its group: */
	const struct code *instead; /* this one; or NULL */
	struct span grown;	    /* by `expand`; grown_text NULL: it is not */
	const char *grown_text;
	const struct explain_hit *hits; /* those that counted first, by weight */
	size_t nhits;
};

struct explain_code {
	const struct code *code;
	bool suggested;
	double score; /* of the best suggestion; without one, of the best unit */
	VEC(struct explain_unit) units;
};

struct explanation {
	struct arena arena;
	const char *lang;
	VEC(struct explain_rule)
	rules;				/* near misses first, then hits, then those of which
					   nothing is there */
	VEC(struct explain_code) codes; /* of the rules that hit, in the order of the text */
};

/* Tells of the rules of one code (NULL: of all), or of one rule (NULL: of all), in the language of
 * d. */
void explain_document(struct engine *g, const struct document *doc, const struct code *code,
	const struct rule *rule, struct explanation *out, struct diags *d);
void explain_release(struct explanation *x);

/* A near miss: no hit, but something of it is there. */
bool explain_is_near(const struct explain_rule *r);
/* The tree of one rule, a node a line, INDENT spaces before it. */
void explain_print(const struct explain_rule *r, unsigned indent, struct buf *out);

/* explain_reason.c: why an expression does not hold in r, in words; NULL: its parts
 * tell, or a pattern is just not there. */
struct expr;
struct range;
struct explain_words { /* where its words are put, and their language */
	struct arena *arena;
	const char *lang;
};
const char *explain_reason(
	struct engine *g, struct expr *x, struct range r, struct explain_words *a);
/* The distances that it asks for and those that are there, into n. */
void explain_distances(struct engine *g, struct expr *x, struct range r, struct explain_words *a,
	struct explain_node *n);
/* explain_code.c: the codes of rules that hit, or one of them. */
void explain_codes(struct engine *g, const struct code *only, struct explanation *out);

#endif
