/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longer operands of an expression: N of, <CODE:rule>, in, within. */
#include "codebooks/parse_expr.h"

#include <string.h>

/* --- N of ... ----------------------------------------------------------------------------------
 */

static struct node *count_list(struct parser *p, struct at at, uint32_t number)
{
	struct pattern *list = parse_list_name(p);
	struct node *n;

	if (list == NULL)
		return NULL;
	n = expr_node(p, NODE_COUNT, parse_span(p, at));
	n->number = number;
	n->pattern = list;
	vec_push(&p->counts, ((struct count_use){ n, at }));
	return n;
}

static bool count_kids(struct parser *p, unsigned depth, struct node_vec *kids)
{
	struct at open = p->tok.at;
	struct node *n;

	if (expr_too_deep(p, depth + 1))
		return false;
	parse_advance(p);
	do {
		n = expr_read(p, depth + 1);
		if (n == NULL)
			return false;
		vec_push(kids, n);
	} while (parse_mark(p, MARK_COMMA));
	return expr_close(p, open, n) != NULL;
}

static struct node *count_exprs(struct parser *p, unsigned depth, struct at at, uint32_t number)
{
	struct node_vec kids = VEC_INIT;
	struct node *n;

	if (!count_kids(p, depth, &kids)) {
		vec_release(&kids);
		return NULL;
	}
	if (number > kids.n) {
		complain_error(p->c, at, SAY(E011_COUNT), number, kids.n);
		vec_release(&kids);
		return NULL;
	}
	n = expr_node(p, NODE_COUNT, parse_span(p, at));
	n->number = number;
	expr_keep(p, n, &kids);
	return n;
}

/* The tok is a number. */
struct node *prim_count(struct parser *p, unsigned depth)
{
	const char *shown = parse_clip(p);
	struct at at = p->tok.at;
	bool in_range;
	uint32_t n = 0;

	for (size_t i = p->tok.start; i < p->tok.end && n <= STEP_MAX; i++)
		n = n * 10 + (uint32_t)(p->lex.text[i] - '0');
	in_range = n >= 1 && n <= STEP_MAX;
	parse_advance(p);
	if (!expr_word(p, WORD_OF)) {
		struct diag *g = complain_error(p->c, at, SAY(E006_NUMBER), shown);

		complain_hint(p->c, g, SAY(H_SEARCH_OR_COUNT), shown, shown);
		return NULL;
	}
	parse_advance(p);
	if (!in_range) {
		complain_error(p->c, at, SAY(E011_COUNT_RANGE), STEP_MAX);
		return NULL;
	}
	return parse_at(p, MARK_PAREN) ? count_exprs(p, depth, at, n) : count_list(p, at, n);
}

bool prim_at_number(const struct parser *p)
{
	if (p->tok.kind != TOKEN_RUN)
		return false;
	for (size_t i = p->tok.start; i < p->tok.end; i++)
		if (p->lex.text[i] < '0' || p->lex.text[i] > '9')
			return false;
	return true;
}

/* --- <CODE:rule>
 * ---------------------------------------------------------------------------------- */

static bool ref_part(struct parser *p, size_t from, size_t to, bool path, const char **out)
{
	const char *s = p->lex.text + from;
	size_t right = parse_key_check(s, to - from, path);

	if (right < to - from) {
		size_t pos = from + right;
		struct diag *g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos),
			SAY(E008_REFERENCE), parse_clip(p));

		complain_hint(p->c, g, SAY(H_REFERENCE));
		return false;
	}
	*out = arena_dup(p->arena, s, to - from);
	return true;
}

static bool ref_names(struct parser *p, struct node *n)
{
	const char *colon;
	size_t split;

	if (p->tok.kind != TOKEN_RUN) {
		complain_hint(p->c, parse_expected(p, MSG_P_CODE_NAME), SAY(H_REFERENCE));
		return false;
	}
	colon = memchr(parse_raw(p), ':', parse_len(p));
	split = colon != NULL ? (size_t)(colon - p->lex.text) : p->tok.end;
	if (split > p->tok.start && !ref_part(p, p->tok.start, split, true, &n->ref_code))
		return false;
	if (colon != NULL && !ref_part(p, split + 1, p->tok.end, false, &n->ref_rule))
		return false;
	if (n->ref_rule != NULL && n->ref_rule[0] == '\0') {
		parse_advance(p);
		parse_expected(p, MSG_P_RULE_NAME);
		return false;
	}
	parse_advance(p);
	return true;
}

struct node *prim_ref(struct parser *p, unsigned depth)
{
	struct ref_node *r = arena_alloc(p->arena, sizeof *r);
	struct at at = p->tok.at;

	(void)depth;
	r->node.kind = NODE_REF;
	parse_advance(p);
	if (!ref_names(p, &r->node))
		return NULL;
	if (!parse_mark(p, MARK_GREATER)) {
		parse_expected(p, MSG_P_GREATER);
		return NULL;
	}
	r->node.at = parse_span(p, at);
	r->code = p->code;
	r->from = p->rule;
	r->target_code = NO_PARENT;
	vec_push(&p->refs, r);
	return &r->node;
}

/* --- scopes
 * --------------------------------------------------------------------------------------- */

static const char *const scopes[] = { "sentence", "turn", "paragraph", "document", "question" };

struct node *prim_scope(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	struct node *n;
	size_t s = 0;

	parse_advance(p);
	while (s < sizeof scopes / sizeof *scopes && !parse_is(p, scopes[s]))
		s++;
	if (s == sizeof scopes / sizeof *scopes) {
		if (p->tok.kind != TOKEN_RUN)
			parse_expected(p, MSG_P_SCOPE);
		else
			complain_hint(p->c,
				complain_error(p->c, p->tok.at, SAY(E020_SCOPE), parse_clip(p)),
				SAY(H_SCOPES));
		return NULL;
	}
	parse_advance(p);
	n = expr_with_kid(p, NODE_IN, at, expr_paren(p, depth));
	if (n != NULL)
		n->scope = (enum scope_kind)s;
	return n;
}

struct node *prim_within(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	uint32_t number;
	struct node *n;

	parse_advance(p);
	if (!parse_integer(p, MSG_P_SENTENCES, 1, STEP_MAX, &number))
		return NULL;
	if (!parse_is(p, "sentences") && !(number == 1 && parse_is(p, "sentence"))) {
		complain_hint(p->c, parse_expected(p, MSG_P_SENTENCES_WORD), SAY(H_WITHIN));
		return NULL;
	}
	parse_advance(p);
	n = expr_with_kid(p, NODE_WITHIN, at, expr_paren(p, depth));
	if (n != NULL)
		n->number = number;
	return n;
}
