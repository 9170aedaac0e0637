/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of parse_expr.c and parse_prim.c. */
#ifndef TEMA_CODEBOOKS_PARSE_EXPR_H
#define TEMA_CODEBOOKS_PARSE_EXPR_H

#include "codebooks/parse.h"

VEC_TYPE(node_vec, const struct node *);

/* depth: levels of nesting so far, NESTING_MAX at most. */
struct node *expr_read(struct parser *p, unsigned depth);
struct node *expr_paren(
	struct parser *p, unsigned depth); /* "(" expr ")"; its place is that of '(' */
/* N, or an error, behind the ')' that OPEN needs. */
struct node *expr_close(struct parser *p, struct at open, struct node *n);
bool expr_too_deep(struct parser *p, unsigned depth); /* reports E022 */

struct node *expr_node(struct parser *p, enum node_kind kind, struct at at);
struct node *expr_with_kid(struct parser *p, enum node_kind kind, struct at at, struct node *kid);
void expr_keep(struct parser *p, struct node *n, struct node_vec *kids); /* empties kids */
bool expr_word(const struct parser *p, enum word w); /* is it the current token? */

bool prim_at_number(const struct parser *p);
struct node *prim_count(struct parser *p, unsigned depth);  /* N of ... */
struct node *prim_ref(struct parser *p, unsigned depth);    /* <CODE:rule> */
struct node *prim_scope(struct parser *p, unsigned depth);  /* in S ( ) */
struct node *prim_within(struct parser *p, unsigned depth); /* within N sentences ( ) */

#endif
