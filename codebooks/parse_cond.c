/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions: `where speaker.role = informant and not document.date < "2024"`. */
#include "codebooks/parse.h"

#include <string.h>

#include "base/opt.h"
#include "corpus/tokens.h"

VEC_TYPE(cond_vec, const struct cond *);

static struct cond *cond(struct parser *p, unsigned depth);

static struct cond *new_cond(struct parser *p, enum cond_kind kind, struct at at)
{
	struct cond *c = arena_alloc(p->arena, sizeof *c);

	c->kind = kind;
	c->at = at;
	return c;
}

static struct cond *join(struct parser *p, enum cond_kind kind, struct at at, struct cond_vec *kids)
{
	struct cond *c = new_cond(p, kind, parse_span(p, at));
	const struct cond **kept = arena_calloc(p->arena, kids->n, sizeof *kept);

	memcpy(kept, kids->items, kids->n * sizeof *kept);
	c->kids = kept;
	c->nkids = kids->n;
	vec_release(kids);
	return c;
}

static bool is_word(const struct parser *p, enum word w)
{
	return p->tok.kind == TOKEN_RUN && p->tok.word == w;
}

/* --- field op value
 * ------------------------------------------------------------------------------- */

static const char *const objects[] = { "speaker", "document", "paragraph" };

#define NOBJECTS (sizeof objects / sizeof *objects)

/* The index of the object in front of the dot, NOBJECTS if there is none. */
static size_t find_object(const struct parser *p)
{
	size_t i = 0;

	while (i < NOBJECTS) {
		size_t len = strlen(objects[i]);

		if (parse_len(p) > len && parse_raw(p)[len] == '.' &&
			memcmp(parse_raw(p), objects[i], len) == 0)
			break;
		i++;
	}
	return i;
}

static bool unknown_field(struct parser *p)
{
	static const struct {
		const char *name, *full;
	} usual[] = {
		{ "role", "speaker.role" },
		{ "code", "speaker.code" },
		{ "name", "speaker.name" },
		{ "method", "document.method" },
		{ "date", "document.date" },
		{ "kind", "paragraph.kind" },
		{ "peran", "speaker.role" },
		{ "kode", "speaker.code" },
		{ "nama", "speaker.name" },
		{ "metode", "document.method" },
		{ "tanggal", "document.date" },
		{ "jenis", "paragraph.kind" },
	};
	struct diag *g = complain_error(p->c, p->tok.at, SAY(E020_FIELD), parse_clip(p));

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (parse_is(p, usual[i].name)) {
			complain_hint(p->c, g, SAY(H_WRITE_THIS), usual[i].full);
			return false;
		}
	complain_hint(p->c, g, SAY(H_FIELDS));
	return false;
}

/* speaker."jenis kelamin" */
static bool quoted_field(struct parser *p, struct cond *c)
{
	bool glued = p->tok.glued;

	parse_advance(p);
	if (!glued || p->tok.kind != TOKEN_TEXT) {
		parse_expected(p, MSG_P_FIELD_BEHIND);
		return false;
	}
	c->field = parse_joined(p, MSG_P_FIELD_NAME);
	return c->field != NULL;
}

static bool plain_field(struct parser *p, struct cond *c, size_t skip)
{
	const char *s = parse_raw(p) + skip;
	size_t len = parse_len(p) - skip, right = parse_key_check(s, len, false);

	if (right < len) {
		size_t pos = p->tok.start + skip + right;

		complain_hint(p->c,
			complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos), SAY(E008_FIELD),
				parse_clip(p)),
			SAY(H_FIELD_QUOTED));
		return false;
	}
	c->field = arena_dup(p->arena, s, len);
	if (c->object == OBJECT_PARAGRAPH && strcmp(c->field, "kind") != 0)
		return unknown_field(p);
	parse_advance(p);
	return true;
}

static bool field(struct parser *p, struct cond *c)
{
	size_t object, skip;

	if (p->tok.kind != TOKEN_RUN ||
		(p->tok.first && (word_flags(p->tok.word) & IS_ITEM) != 0)) {
		parse_expected(p, MSG_P_FIELD);
		return false;
	}
	object = find_object(p);
	if (object == NOBJECTS)
		return unknown_field(p);
	c->object = (enum cond_object)object;
	skip = strlen(objects[object]) + 1;
	if (skip < parse_len(p))
		return plain_field(p, c, skip);
	return c->object != OBJECT_PARAGRAPH ? quoted_field(p, c) : unknown_field(p);
}

static const struct {
	enum mark mark;
	enum cond_op op;
} operators[] = {
	{ MARK_EQUALS, OP_EQ },
	{ MARK_NOT_EQUAL, OP_NE },
	{ MARK_LESS, OP_LT },
	{ MARK_LESS_EQUAL, OP_LE },
	{ MARK_GREATER, OP_GT },
	{ MARK_GREATER_EQUAL, OP_GE },
};

static bool operator(struct parser *p, struct cond *c)
{
	if (parse_is(p, "like")) {
		c->op = OP_LIKE;
		parse_advance(p);
		return true;
	}
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (parse_mark(p, operators[i].mark)) {
			c->op = operators[i].op;
			return true;
		}
	if (parse_flawed(p))
		return false;
	if (p->tok.kind == TOKEN_END || parse_at(p, MARK_CLOSE))
		parse_expected(p, MSG_P_OPERATOR);
	else
		complain_hint(p->c,
			complain_error(p->c, p->tok.at, SAY(E020_OPERATOR), parse_clip(p)),
			SAY(H_OPERATORS));
	return false;
}

/* A word, number or glob; a comma in a number is as wrong here as elsewhere. */
static bool plain_value(struct parser *p, struct cond *c)
{
	struct tokens t = { parse_raw(p), parse_len(p), 0 };
	size_t start, end;

	if (p->tok.word != WORD_NONE && (word_flags(p->tok.word) & IS_OPERATOR) != 0) {
		complain_hint(p->c,
			complain_error(p->c, p->tok.at, SAY(E006_RESERVED), parse_clip(p)),
			SAY(H_COMPARE_WORD), parse_clip(p));
		return false;
	}
	if (memchr(parse_raw(p), ',', parse_len(p)) != NULL) {
		complain_hint(p->c, complain_error(p->c, p->tok.at, SAY(E011_VALUE), parse_clip(p)),
			SAY(H_POINT));
		return false;
	}
	if (strcspn(parse_raw(p), "*?") >= parse_len(p) &&
		(!tokens_next(&t, &start, &end) || start != 0 || end < parse_len(p))) {
		parse_expected(p, MSG_P_ONE_WORD);
		return false;
	}
	c->value = arena_dup(p->arena, parse_raw(p), parse_len(p));
	parse_advance(p);
	return true;
}

static bool value(struct parser *p, struct cond *c)
{
	if (p->tok.kind == TOKEN_RUN && !(p->tok.first && (word_flags(p->tok.word) & IS_ITEM) != 0))
		return plain_value(p, c);
	if (parse_at(p, MARK_EQUALS)) {
		complain_hint(p->c, parse_expected(p, MSG_P_VALUE), SAY(H_ONE_EQUALS));
		return false;
	}
	c->value = parse_joined(p, MSG_P_VALUE);
	return c->value != NULL;
}

static struct cond *test(struct parser *p)
{
	struct at at = p->tok.at;
	struct cond *c = new_cond(p, COND_TEST, at);

	if (!field(p, c) || !operator(p, c) || !value(p, c))
		return NULL;
	c->at = parse_span(p, at);
	return c;
}

/* --- not ( ) and or
 * --------------------------------------------------------------------------------- */

static bool too_deep(struct parser *p, unsigned depth)
{
	if (depth <= NESTING_MAX)
		return false;
	complain_error(p->c, p->tok.at, SAY(E022_CONDITION), NESTING_MAX);
	return true;
}

static struct cond *paren(struct parser *p, unsigned depth)
{
	struct at open = p->tok.at;
	struct cond *c;

	if (too_deep(p, depth))
		return NULL;
	parse_advance(p);
	c = cond(p, depth);
	if (c == NULL || parse_mark(p, MARK_PAREN_END))
		return c;
	if (p->tok.kind == TOKEN_END || parse_at(p, MARK_CLOSE) ||
		(p->tok.kind == TOKEN_RUN && (word_flags(p->tok.word) & IS_ITEM) != 0))
		parse_unclosed(p, open, p->c->errors, parse_piece(p, MSG_P_THIS_PAREN));
	else
		parse_expected(p, MSG_P_AND_OR_PAREN);
	return NULL;
}

static struct cond *unary(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	struct cond_vec kids = VEC_INIT;
	struct cond *c;

	if (parse_at(p, MARK_PAREN))
		return paren(p, depth + 1);
	if (!is_word(p, WORD_NOT))
		return test(p);
	if (too_deep(p, depth + 1))
		return NULL;
	parse_advance(p);
	c = unary(p, depth + 1);
	if (c == NULL)
		return NULL;
	vec_push(&kids, c);
	return join(p, COND_NOT, at, &kids);
}

static bool operands(struct parser *p, unsigned depth, enum word op, struct cond_vec *kids)
{
	while (is_word(p, WORD_AND) || is_word(p, WORD_OR)) {
		struct cond *c;

		if (p->tok.word != op) {
			complain_hint(p->c, complain_error(p->c, p->tok.at, SAY(E017_MIXED)),
				SAY(H_MIXED));
			return false;
		}
		parse_advance(p);
		c = unary(p, depth);
		if (c == NULL)
			return false;
		vec_push(kids, c);
	}
	return true;
}

static struct cond *cond(struct parser *p, unsigned depth)
{
	struct at at = p->tok.at;
	struct cond_vec kids = VEC_INIT;
	struct cond *c = unary(p, depth);
	enum word op = p->tok.word;

	if (c == NULL || (!is_word(p, WORD_AND) && !is_word(p, WORD_OR)))
		return c;
	vec_push(&kids, c);
	if (!operands(p, depth, op, &kids)) {
		vec_release(&kids);
		return NULL;
	}
	return join(p, op == WORD_AND ? COND_AND : COND_OR, at, &kids);
}

struct cond *parse_where(struct parser *p)
{
	return cond(p, 1);
}
