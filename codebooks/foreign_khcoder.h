/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside of the reader of KH Coder's coding rules: the tree of one condition.
 * foreign_khcoder.c cuts the file into codes, foreign_khcoder_expr.c reads the
 * condition, foreign_khcoder_rule.c writes it in our language.
 */
#ifndef TEMA_CODEBOOKS_FOREIGN_KHCODER_H
#define TEMA_CODEBOOKS_FOREIGN_KHCODER_H

#include "codebooks/foreign.h"

#define KH_DEEP 24 /* brackets in brackets */

enum kh_kind {
	KH_PLACE, /* text: a pattern of ours */
	KH_TRUTH, /* text: an expression of ours that is only true or false */
	KH_VALUE, /* text: a condition of ours for `where` */
	KH_LOST,  /* text: as written; it has no counterpart */
	KH_NOT,	  /* kids[0] */
	KH_AND,
	KH_OR,
};

struct kh_node {
	enum kh_kind kind;
	const char *text;
	const struct kh_node **kids;
	size_t n;
};

struct kh_code {
	struct foreign *f;
	uint32_t code;	  /* whose condition it is */
	uint32_t line;	  /* where its condition begins */
	const char *text; /* the condition, on one line */
	size_t len;
	const uint32_t *previous; /* codes before, by their names in `names` */
	const struct intern *names;
};

/* NULL: it cannot be read, which is told. */
const struct kh_node *kh_parse(struct kh_code *k);
/* Keywords and rules of the code. */
void kh_write(struct kh_code *k, const struct kh_node *tree);

struct kh_node *kh_new(struct kh_code *k, enum kh_kind kind, const char *text);
/* One word of the condition (no operator, no bracket) with `count` of its places wanted. */
const struct kh_node *kh_atom(struct kh_code *k, const char *s, size_t len);
/* "ATOM >= 2" */
const struct kh_node *kh_compare(struct kh_code *k, const char *atom, size_t len, const char *op,
	size_t oplen, const char *number, size_t nlen);

#endif
