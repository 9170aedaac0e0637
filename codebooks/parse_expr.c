/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Expressions: unary { and unary } and so on (CODEBOOK 3 and 5).  Every
 * function returns NULL after it has reported why.  depth counts what is
 * recursion here, so that no file can exhaust the stack.
 */
#include "codebooks/parse_expr.h"

#include <string.h>

#include "corpus/negation.h"

static struct node *prim(struct parser *p, unsigned depth);

struct node *expr_node(struct parser *p, enum node_kind kind, struct at at)
{
	struct node *n = arena_alloc(p->arena, sizeof *n);

	n->kind = kind;
	n->at = at;
	return n;
}

/* The kids leave the vec for the arena. */
void expr_keep(struct parser *p, struct node *n, struct node_vec *kids)
{
	const struct node **kept = arena_calloc(p->arena, kids->n, sizeof *kept);

	if (kids->n > 0)
		memcpy(kept, kids->items, kids->n * sizeof *kept);
	n->kids = kept;
	n->nkids = kids->n;
	vec_release(kids);
}

struct node *expr_with_kid(struct parser *p, enum node_kind kind, struct at at, struct node *kid)
{
	struct node_vec kids = VEC_INIT;
	struct node *n;

	if (kid == NULL)
		return NULL;
	n = expr_node(p, kind, parse_span(p, at));
	vec_push(&kids, kid);
	expr_keep(p, n, &kids);
	return n;
}

bool node_is_place(const struct node *n)
{
	return n->kind == NODE_PLACE || n->kind == NODE_ANY || n->kind == NODE_NEGATED ||
	       n->kind == NODE_AFFIRMED;
}

bool expr_word(const struct parser *p, enum word w)
{
	return p->tok.kind == TOKEN_RUN && p->tok.word == w;
}

static bool at_item(const struct parser *p)
{
	return p->tok.kind == TOKEN_RUN && (word_flags(p->tok.word) & IS_ITEM) != 0;
}

static struct node *no_place(struct parser *p, struct at at, const char *operator)
{
	struct diag *g = complain_error(p->c, at, SAY(E016_OPERATOR), operator);

	complain_hint(p->c, g, SAY(H_PLACE));
	return NULL;
}

bool expr_too_deep(struct parser *p, unsigned depth)
{
	if (depth <= NESTING_MAX)
		return false;
	complain_error(p->c, p->tok.at, SAY(E022_EXPRESSION), NESTING_MAX);
	return true;
}

/* What the author of `a OR b`, `a | b`, `a b` perhaps wants. */
static enum message operator_hint(const struct parser *p)
{
	static const struct {
		const char *written;
		enum message hint;
	} habits[] = {
		{ "AND", MSG_H_SMALL_AND },
		{ "OR", MSG_H_SMALL_OR },
		{ "NOT", MSG_H_SMALL_NOT },
		{ "NEAR", MSG_H_SMALL_NEAR },
		{ "&", MSG_H_WRITE_AND },
		{ "&&", MSG_H_WRITE_AND },
		{ "+", MSG_H_WRITE_AND },
		{ "|", MSG_H_WRITE_OR },
		{ "||", MSG_H_WRITE_OR },
		{ "dan", MSG_H_WRITE_AND },
		{ "atau", MSG_H_WRITE_OR },
		{ "dekat", MSG_H_WRITE_NEAR },
		{ "sebelum", MSG_H_WRITE_BEFORE },
		{ "sesudah", MSG_H_WRITE_AFTER },
		{ "setelah", MSG_H_WRITE_AFTER },
	};

	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
		if (parse_is(p, habits[i].written))
			return habits[i].hint;
	if (parse_at_dash(p))
		return MSG_H_DASH;
	if (p->tok.kind == TOKEN_RUN || p->tok.kind == TOKEN_TEXT)
		return MSG_H_BETWEEN_WORDS;
	return MSG_NONE;
}

/* --- ( ) and what is made of it -----------------------------------------------------------------
 */

struct node *expr_close(struct parser *p, struct at open, struct node *n)
{
	if (n == NULL)
		return NULL;
	if (parse_mark(p, MARK_PAREN_END))
		return n;
	if (p->tok.kind == TOKEN_END || parse_at(p, MARK_CLOSE) || at_item(p))
		parse_unclosed(p, open, p->c->errors, parse_piece(p, MSG_P_THIS_PAREN));
	else
		complain_plain_hint(
			p->c, parse_expected(p, MSG_P_OPERATOR_OR_PAREN), operator_hint(p));
	return NULL;
}

/* "(" expr ")"; its place is that of the '('. */
struct node *expr_paren(struct parser *p, unsigned depth)
{
	struct at open = p->tok.at;
	struct node *n;

	if (!parse_at(p, MARK_PAREN)) {
		parse_expected(p, MSG_P_OPEN_PAREN);
		return NULL;
	}
	if (expr_too_deep(p, depth + 1))
		return NULL;
	parse_advance(p);
	n = expr_close(p, open, expr_read(p, depth + 1));
	if (n != NULL)
		n->at = parse_span(p, open);
	return n;
}

/* --- negated, affirmed
 * ------------------------------------------------------------------------------ */

static const struct node *find_polarity(const struct node *n)
{
	const struct node *found = NULL;

	if (n->kind == NODE_NEGATED || n->kind == NODE_AFFIRMED)
		return n;
	for (size_t i = 0; n->kind == NODE_ANY && i < n->nkids && found == NULL; i++)
		found = find_polarity(n->kids[i]);
	return found;
}

static struct node *polarity(struct parser *p, unsigned depth)
{
	bool negated = p->tok.word == WORD_NEGATED;
	const char *name = word_text(p->tok.word);
	struct at at = p->tok.at, operand;
	struct node *n;

	parse_advance(p);
	operand = p->tok.at;
	if (expr_word(p, WORD_NEGATED) || expr_word(p, WORD_AFFIRMED)) {
		complain_error(p->c, operand, SAY(E016_DOUBLED));
		return NULL;
	}
	if (expr_word(p, WORD_NOT))
		return no_place(p, operand, name);
	n = prim(p, depth);
	if (n == NULL)
		return NULL;
	if (!node_is_place(n))
		return no_place(p, n->at, name);
	if (find_polarity(n) != NULL) {
		complain_error(p->c, find_polarity(n)->at, SAY(E016_DOUBLED));
		return NULL;
	}
	return expr_with_kid(p, negated ? NODE_NEGATED : NODE_AFFIRMED, at, n);
}

/* --- prim, prox, unary, expr
 * -------------------------------------------------------------------------- */

static struct node *place(struct parser *p)
{
	struct at at = p->tok.at;
	struct pattern *w;
	struct node *n;

	/* A clause word at a line start begins the next clause: the operand is missing. */
	if (p->tok.first && at_item(p)) {
		parse_expected(p, MSG_P_PATTERN);
		return NULL;
	}
	w = parse_place(p);
	if (w == NULL)
		return NULL;
	n = expr_node(p, NODE_PLACE, parse_span(p, at));
	n->pattern = w;
	return n;
}

typedef struct node *prim_fn(struct parser *p, unsigned depth);

static struct node *prim(struct parser *p, unsigned depth)
{
	static prim_fn *const by_word[WORD_COUNT] = {
		[WORD_NEGATED] = polarity,
		[WORD_AFFIRMED] = polarity,
		[WORD_IN] = prim_scope,
		[WORD_WITHIN] = prim_within,
	};

	if (p->tok.kind == TOKEN_RUN && by_word[p->tok.word] != NULL)
		return by_word[p->tok.word](p, depth);
	if (parse_at(p, MARK_PAREN))
		return expr_paren(p, depth);
	if (parse_at(p, MARK_LESS))
		return prim_ref(p, depth);
	if (prim_at_number(p))
		return prim_count(p, depth);
	return place(p);
}

static bool at_step(const struct parser *p)
{
	return expr_word(p, WORD_NEAR) || expr_word(p, WORD_BEFORE) || expr_word(p, WORD_AFTER);
}

VEC_TYPE(step_vec, struct step);

/* step prim: adds both. `left` is the operand before. */
static bool step(struct parser *p, unsigned depth, struct step_vec *steps, struct node_vec *kids)
{
	const struct node *left = *vec_last(kids);
	const char *name = word_text(p->tok.word);
	struct step s = { STEP_NEAR, 0 };
	struct node *n;

	if (!node_is_place(left))
		return no_place(p, left->at, name) != NULL;
	if (p->tok.word != WORD_NEAR)
		s.kind = p->tok.word == WORD_BEFORE ? STEP_BEFORE : STEP_AFTER;
	parse_advance(p);
	if (!parse_integer(p, MSG_P_DISTANCE, 1, STEP_MAX, &s.distance))
		return false;
	if (expr_word(p, WORD_NOT))
		return no_place(p, p->tok.at, name) != NULL;
	if (expr_word(p, WORD_WORDS)) {
		complain_hint(p->c, parse_expected(p, MSG_P_PATTERN), SAY(H_IN_WORDS));
		return false;
	}
	n = prim(p, depth);
	if (n == NULL)
		return false;
	if (!node_is_place(n))
		return no_place(p, n->at, name) != NULL;
	vec_push(steps, s);
	vec_push(kids, n);
	return true;
}

static bool steps_of(struct parser *p, unsigned depth, bool not_near, struct step_vec *steps,
	struct node_vec *kids)
{
	if (not_near && !at_step(p)) {
		complain_hint(p->c, parse_expected(p, MSG_P_STEP), SAY(H_AND_NOT));
		return false;
	}
	do {
		if (!step(p, depth, steps, kids))
			return false;
	} while (!not_near && at_step(p));
	if (not_near && (at_step(p) || expr_word(p, WORD_NOT))) {
		complain_hint(p->c, parse_expected(p, MSG_P_STEP_END), SAY(H_CHAIN));
		return false;
	}
	return true;
}

static struct node *chain(struct parser *p, unsigned depth, struct node *first)
{
	bool not_near = expr_word(p, WORD_NOT);
	struct node_vec kids = VEC_INIT;
	struct step_vec steps = VEC_INIT;
	struct node *n = NULL;
	bool good;

	if (not_near)
		parse_advance(p);
	vec_push(&kids, first);
	good = steps_of(p, depth, not_near, &steps, &kids);
	if (good) {
		n = expr_node(p, not_near ? NODE_NOT_NEAR : NODE_CHAIN, parse_span(p, first->at));
		n->steps = (const struct step *)(const void *)arena_dup(
			p->arena, steps.items, steps.n * sizeof *steps.items);
		expr_keep(p, n, &kids);
	}
	vec_release(&kids);
	vec_release(&steps);
	return n;
}

static struct node *unary(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	struct node *n;

	if (expr_word(p, WORD_NOT)) {
		if (expr_too_deep(p, depth + 1))
			return NULL;
		parse_advance(p);
		return expr_with_kid(p, NODE_NOT, at, unary(p, depth + 1));
	}
	n = prim(p, depth);
	if (n != NULL && (at_step(p) || expr_word(p, WORD_NOT)))
		n = chain(p, depth, n);
	return n;
}

static enum node_kind or_kind(const struct node_vec *kids)
{
	for (size_t i = 0; i < kids->n; i++)
		if (!node_is_place(kids->items[i]))
			return NODE_OR;
	return NODE_ANY;
}

/* { op unary }: false after an error. */
static bool operands(struct parser *p, unsigned depth, enum word op, struct node_vec *kids)
{
	while (expr_word(p, WORD_AND) || expr_word(p, WORD_OR)) {
		struct node *n;

		if (p->tok.word != op) {
			complain_hint(p->c, complain_error(p->c, p->tok.at, SAY(E017_MIXED)),
				SAY(H_MIXED));
			return false;
		}
		parse_advance(p);
		n = unary(p, depth);
		if (n == NULL)
			return false;
		vec_push(kids, n);
	}
	return true;
}

struct node *expr_read(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	struct node_vec kids = VEC_INIT;
	struct node *n = unary(p, depth);
	enum word op = p->tok.word;

	if (n == NULL || (!expr_word(p, WORD_AND) && !expr_word(p, WORD_OR)))
		return n;
	vec_push(&kids, n);
	if (!operands(p, depth, op, &kids)) {
		vec_release(&kids);
		return NULL;
	}
	n = expr_node(p, op == WORD_AND ? NODE_AND : or_kind(&kids), parse_span(p, at));
	expr_keep(p, n, &kids);
	return n;
}

/* `belum optimal`: the word alone, where the author means what it does. */
static bool is_negation(const struct node *n)
{
	static const char *const languages[] = { "id", "en" };

	if (n->kind != NODE_PLACE || n->pattern->kind != PATTERN_WORD)
		return false;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		const char *const *t = negation_of(languages[i])->triggers;

		for (; *t != NULL; t++)
			if (strcmp(n->pattern->form, *t) == 0)
				return true;
	}
	return false;
}

struct node *parse_expr(struct parser *p)
{
	struct node *n = expr_read(p, 1);

	if (n == NULL || p->tok.kind == TOKEN_END || parse_at(p, MARK_CLOSE) || at_item(p))
		return n;
	if (is_negation(n) && p->tok.kind == TOKEN_RUN && p->tok.word == WORD_NONE)
		complain_hint(p->c, parse_expected(p, p->behind), SAY(H_NOT_OR_NEGATED),
			parse_clip(p), parse_clip(p));
	else
		complain_plain_hint(p->c, parse_expected(p, p->behind), operator_hint(p));
	return NULL;
}
