/* SPDX-License-Identifier: GPL-3.0-or-later */
/* [private] rule KEY { clauses } */
#include "codebooks/parse.h"

#include <string.h>

struct rule_block {
	struct rule_draft draft;
	struct test_vec tests;
};

/* Takes the clause's word; false (E013) if the clause has been here. */
static bool once(struct parser *p, bool seen)
{
	if (seen)
		return parse_twice(p, word_text(p->tok.word));
	parse_advance(p);
	return true;
}

/* Can n be true while no place makes it true (CODEBOOK 6.7)? */
static bool is_placeless(const struct node *n)
{
	size_t placeless = 0;

	if (n->kind == NODE_NOT)
		return true;
	for (size_t i = 0; i < n->nkids; i++)
		placeless += is_placeless(n->kids[i]);
	switch (n->kind) {
	case NODE_AND:
		return placeless == n->nkids;
	case NODE_COUNT:
		return n->nkids > 0 && placeless >= n->number;
	case NODE_OR:
	case NODE_IN:
	case NODE_WITHIN:
		return placeless > 0;
	default:
		return false;
	}
}

bool parse_when(struct parser *p, struct rule_draft *d)
{
	struct at at = p->tok.at;

	d->rule->when = parse_expr(p);
	if (d->rule->when == NULL)
		return false;
	d->when_at = parse_span(p, at);
	if (is_placeless(d->rule->when))
		complain_hint(
			p->c, complain_error(p->c, d->when_at, SAY(E018_NO_WORD)), SAY(H_NO_WORD));
	return true;
}

static bool clause_when(struct parser *p, void *block)
{
	struct rule_block *b = block;

	return once(p, b->draft.rule->when != NULL) && parse_when(p, &b->draft);
}

static bool clause_unless(struct parser *p, void *block)
{
	struct rule_block *b = block;

	if (!once(p, b->draft.rule->unless != NULL))
		return false;
	b->draft.rule->unless = parse_expr(p);
	return b->draft.rule->unless != NULL;
}

static bool clause_where(struct parser *p, void *block)
{
	struct rule_block *b = block;

	if (!once(p, b->draft.rule->where != NULL))
		return false;
	b->draft.rule->where = parse_where(p);
	return b->draft.rule->where != NULL;
}

static bool clause_setting(struct parser *p, void *block)
{
	struct rule_block *b = block;

	return parse_setting(p, &b->draft.own);
}

static bool clause_language(struct parser *p, void *block)
{
	struct rule_block *b = block;

	return parse_languages(p, &b->draft.own);
}

static bool clause_note(struct parser *p, void *block)
{
	struct rule_block *b = block;

	return once(p, b->draft.rule->note != NULL) &&
	       parse_text(p, MSG_P_NOTE, &b->draft.rule->note);
}

static bool clause_was(struct parser *p, void *block)
{
	struct rule_block *b = block;

	if (!once(p, b->draft.rule->was != NULL))
		return false;
	b->draft.rule->was = parse_key(p, MSG_P_FORMER_KEY, 0);
	return b->draft.rule->was != NULL;
}

bool parse_test(struct parser *p, struct test_vec *out)
{
	static const char *const kinds[] = { "hit", "miss", "todo-hit", "todo-miss" };
	struct test t = { .at = p->tok.at };
	size_t k = 0;

	parse_advance(p);
	while (k < sizeof kinds / sizeof *kinds && !parse_is(p, kinds[k]))
		k++;
	if (k == sizeof kinds / sizeof *kinds) {
		parse_expected(p, MSG_P_TEST_KIND);
		return false;
	}
	parse_advance(p);
	t.kind = (enum test_kind)k;
	t.text = parse_joined(p, MSG_P_EXAMPLE);
	if (t.text == NULL)
		return false;
	t.at = parse_span(p, t.at);
	vec_push(out, t);
	return true;
}

const struct test *parse_keep_tests(struct parser *p, struct test_vec *tests, size_t *n)
{
	struct test *kept = arena_calloc(p->arena, tests->n, sizeof *kept);

	if (tests->n > 0)
		memcpy(kept, tests->items, tests->n * sizeof *kept);
	*n = tests->n;
	vec_release(tests);
	return kept;
}

static bool clause_test(struct parser *p, void *block)
{
	struct rule_block *b = block;

	return parse_test(p, &b->tests);
}

static item_fn *const clauses[WORD_COUNT] = {
	[WORD_WHEN] = clause_when,
	[WORD_UNLESS] = clause_unless,
	[WORD_WHERE] = clause_where,
	[WORD_UNIT] = clause_setting,
	[WORD_SPEAKERS] = clause_setting,
	[WORD_WEIGHT] = clause_setting,
	[WORD_LANGUAGE] = clause_language,
	[WORD_TEST] = clause_test,
	[WORD_NOTE] = clause_note,
	[WORD_WAS] = clause_was,
};

static const struct block rule_block = {
	.name = MSG_P_A_RULE,
	.expected = MSG_P_CLAUSE,
	.items = clauses,
	.flags = IN_RULE,
	.ends = ENDS_OPEN,
};

/* KEY [text]: false if the head is broken; it may go on with the '{' all the same. */
static bool head(struct parser *p, struct rule *r, struct at at)
{
	r->key = parse_key(p, MSG_P_RULE_KEY, UNSURE_RULES);
	r->at = parse_span(p, at);
	if (r->key == NULL) {
		r->key = "?";
		return false;
	}
	if (parse_at(p, MARK_OPEN))
		return true;
	if (p->tok.first && (word_flags(p->tok.word) & IN_RULE) != 0) {
		parse_expected(p, MSG_P_OPEN_BRACE);
		return false;
	}
	return parse_text(p, MSG_P_BRACE_OR_LABEL, &r->label);
}

static bool is_private(struct parser *p)
{
	if (p->tok.word != WORD_PRIVATE)
		return false;
	parse_advance(p);
	return true;
}

bool parse_rule(struct parser *p, struct rule_drafts *out)
{
	struct rule_block b = { .draft.rule = rule_new(p->arena) };
	struct rule *r = b.draft.rule;
	struct at at, open;
	unsigned errors = p->c->errors;
	bool has_body;

	r->is_private = is_private(p);
	if (p->tok.word != WORD_RULE) {
		parse_expected(p, MSG_P_RULE_WORD);
		return false;
	}
	at = p->tok.at;
	r->start = p->tok.start;
	parse_advance(p);
	p->rule = r;
	has_body = parse_head(p, head(p, r, at), IN_RULE, &open);
	if (has_body)
		parse_block(p, &rule_block, &b, open);
	p->rule = NULL;
	if (r->when == NULL && p->c->errors == errors && !p->stopped)
		complain_hint(p->c, complain_error(p->c, r->at, SAY(E013_NO_WHEN)), SAY(H_WHEN));
	r->tests = parse_keep_tests(p, &b.tests, &r->ntests);
	vec_push(out, b.draft);
	return has_body;
}
