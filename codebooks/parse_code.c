/* SPDX-License-Identifier: GPL-3.0-or-later */
/* code KEY { items } and extend PATH { items }. */
#include "codebooks/parse.h"

#include <stddef.h>
#include <string.h>

struct code_block {
	uint32_t index; /* its draft: drafts move while inner codes are added */
	struct code *code;
	struct test_vec tests;
	struct text_vec see, was;
	const char *parent; /* extend only */
	bool has_kind, has_expand;
};

static struct code_draft *draft(struct parser *p, const struct code_block *b)
{
	return &p->codes.items[b->index];
}

/* --- texts --------------------------------------------------------------------------------------
 */

static const struct {
	enum word word;
	size_t offset;
} texts[] = {
	{ WORD_DEFINITION, offsetof(struct code, definition) },
	{ WORD_INCLUDE, offsetof(struct code, include) },
	{ WORD_EXCLUDE, offsetof(struct code, exclude) },
	{ WORD_EXAMPLE, offsetof(struct code, example) },
	{ WORD_SOURCE, offsetof(struct code, source) },
	{ WORD_NOTE, offsetof(struct code, note) },
};

static bool item_text(struct parser *p, void *block)
{
	struct code_block *b = block;
	const struct localised **field;
	size_t i = 0;

	while (texts[i].word != p->tok.word)
		i++;
	field = (const struct localised **)(void *)((char *)b->code + texts[i].offset);
	if (*field != NULL)
		return parse_twice(p, word_text(p->tok.word));
	parse_advance(p);
	return parse_text(p, MSG_P_TEXT, field);
}

/* --- small items
 * ---------------------------------------------------------------------------------- */

static bool item_color(struct parser *p, void *block)
{
	struct code_block *b = block;
	struct at at;

	if (b->code->color != NULL)
		return parse_twice(p, "color");
	parse_advance(p);
	at = p->tok.at;
	b->code->color = parse_joined(p, MSG_P_COLOR);
	if (b->code->color == NULL || code_is_color(b->code->color))
		return b->code->color != NULL;
	complain_hint(p->c,
		complain_error(p->c, at, SAY(E020_COLOR),
			complain_clip(p->c, b->code->color, strlen(b->code->color))),
		SAY(H_COLOR));
	return true;
}

static bool item_kind(struct parser *p, void *block)
{
	struct code_block *b = block;

	if (b->has_kind)
		return parse_twice(p, "kind");
	b->has_kind = true;
	parse_advance(p);
	b->code->kind = parse_key(p, MSG_P_KIND, 0);
	return b->code->kind != NULL;
}

static bool item_exclusive(struct parser *p, void *block)
{
	struct code_block *b = block;

	if (b->code->exclusive != NULL)
		return parse_twice(p, "exclusive");
	parse_advance(p);
	b->code->exclusive = parse_key(p, MSG_P_GROUP, 0);
	return b->code->exclusive != NULL;
}

static bool item_paths(struct parser *p, void *block)
{
	struct code_block *b = block;
	bool see = p->tok.word == WORD_SEE;

	do {
		struct see_use use;

		parse_advance(p);
		use.at = p->tok.at;
		use.path = parse_path(p, MSG_P_CODE_KEY);
		if (use.path == NULL)
			return false;
		vec_push(see ? &b->see : &b->was, use.path);
		if (see)
			vec_push(&p->sees, use);
	} while (parse_at(p, MARK_COMMA));
	return true;
}

static bool item_inherit(struct parser *p, void *block)
{
	struct code_block *b = block;

	if (b->code->inherit_up)
		return parse_twice(p, "inherit up");
	parse_advance(p);
	if (!parse_is(p, "up")) {
		parse_expected(p, MSG_P_UP);
		return false;
	}
	parse_advance(p);
	b->code->inherit_up = true;
	return true;
}

static bool item_expand(struct parser *p, void *block)
{
	struct code_block *b = block;

	if (b->has_expand)
		return parse_twice(p, "expand");
	b->has_expand = true;
	((struct code_full *)(void *)b->code)->has_expand = true;
	parse_advance(p);
	if (p->tok.word != WORD_BEFORE) {
		complain_hint(p->c, parse_expected(p, MSG_P_BEFORE), SAY(H_EXPAND));
		return false;
	}
	parse_advance(p);
	if (!parse_integer(p, MSG_P_UNITS_BEFORE, 0, STEP_MAX, &b->code->expand_before))
		return false;
	if (p->tok.word != WORD_AFTER) {
		complain_hint(p->c, parse_expected(p, MSG_P_AFTER), SAY(H_EXPAND));
		return false;
	}
	parse_advance(p);
	return parse_integer(p, MSG_P_UNITS_AFTER, 0, STEP_MAX, &b->code->expand_after);
}

static bool item_setting(struct parser *p, void *block)
{
	return parse_setting(p, &draft(p, block)->own);
}

static bool item_language(struct parser *p, void *block)
{
	return parse_languages(p, &draft(p, block)->own);
}

static bool item_test(struct parser *p, void *block)
{
	struct code_block *b = block;

	return parse_test(p, &b->tests);
}

static bool item_parent(struct parser *p, void *block)
{
	struct code_block *b = block;

	if (b->parent != NULL)
		return parse_twice(p, "parent");
	parse_advance(p);
	b->parent = parse_path(p, MSG_P_PARENT_KEY);
	return b->parent != NULL;
}

/* --- keywords, rules, codes
 * ----------------------------------------------------------------------- */

struct keywords {
	struct rule_drafts *rules;
	struct own own; /* the block's weight */
};

static void add_keyword(struct parser *p, void *arg, const struct pattern *item, bool each)
{
	struct keywords *k = arg;
	struct rule_draft d = { .own = k->own, .when_at = item->at };

	if (each)
		d.each = item;
	else
		d.rule = rule_of_keyword(p->arena, item, item->at);
	vec_push(k->rules, d);
}

static bool item_keywords(struct parser *p, void *block)
{
	struct keywords k = { .rules = &draft(p, block)->rules };

	parse_advance(p);
	if (p->tok.kind == TOKEN_RUN && p->tok.word == WORD_WEIGHT && !parse_setting(p, &k.own))
		return false;
	return parse_list(p, true, add_keyword, &k);
}

static bool item_rule(struct parser *p, void *block)
{
	return parse_rule(p, &draft(p, block)->rules);
}

static bool item_code(struct parser *p, void *block)
{
	return parse_code(p, block);
}

#define CODE_ITEMS                                                                                 \
	[WORD_DEFINITION] = item_text, [WORD_INCLUDE] = item_text, [WORD_EXCLUDE] = item_text,     \
	[WORD_EXAMPLE] = item_text, [WORD_SOURCE] = item_text, [WORD_NOTE] = item_text,            \
	[WORD_COLOR] = item_color, [WORD_KIND] = item_kind, [WORD_SEE] = item_paths,               \
	[WORD_WAS] = item_paths, [WORD_INHERIT] = item_inherit, [WORD_EXCLUSIVE] = item_exclusive, \
	[WORD_EXPAND] = item_expand, [WORD_UNIT] = item_setting, [WORD_SPEAKERS] = item_setting,   \
	[WORD_THRESHOLD] = item_setting, [WORD_LANGUAGE] = item_language, [WORD_TEST] = item_test, \
	[WORD_KEYWORDS] = item_keywords, [WORD_RULE] = item_rule, [WORD_PRIVATE] = item_rule,      \
	[WORD_CODE] = item_code

static item_fn *const code_items[WORD_COUNT] = { CODE_ITEMS };
static item_fn *const extend_items[WORD_COUNT] = { CODE_ITEMS, [WORD_PARENT] = item_parent };

static const struct block code_block = {
	.name = MSG_P_A_CODE,
	.expected = MSG_P_CODE_ITEM,
	.items = code_items,
	.flags = IN_CODE,
	.ends = ENDS_CODE,
};

static const struct block extend_block = {
	.name = MSG_P_AN_EXTEND,
	.expected = MSG_P_EXTEND_ITEM,
	.items = extend_items,
	.flags = IN_CODE | IN_EXTEND,
	.ends = ENDS_CODE,
};

static struct path_list keep_paths(struct parser *p, struct text_vec *v)
{
	struct path_list l = { NULL, v->n };
	const char **kept = arena_calloc(p->arena, v->n, sizeof *kept);

	if (v->n > 0)
		memcpy(kept, v->items, v->n * sizeof *kept);
	l.items = kept;
	vec_release(v);
	return l;
}

static void finish(struct parser *p, struct code_block *b)
{
	b->code->see = keep_paths(p, &b->see);
	b->code->was = keep_paths(p, &b->was);
	b->code->tests = parse_keep_tests(p, &b->tests, &b->code->ntests);
}

static struct code_block begin(struct parser *p, const struct code_block *parent, bool extends)
{
	struct code_block b = { .index = (uint32_t)p->codes.n };
	struct code_draft d = { .parent = parent != NULL ? parent->index : NO_PARENT };

	b.code = d.code = arena_alloc(p->arena, sizeof(struct code_full));
	d.extends = extends;
	d.code->index = UINT32_MAX;
	d.code->book = p->cb;
	d.code->kind = extends ? NULL : "theme";
	if (parent != NULL) {
		d.code->parent = parent->code;
		d.code->depth = parent->code->depth + 1;
	}
	vec_push(&p->codes, d);
	return b;
}

/* Items of the code, whose number is what references in its rules go out from. */
static void body(struct parser *p, const struct block *kind, struct code_block *b, struct at open)
{
	uint32_t outer = p->code;

	p->code = b->index;
	parse_block(p, kind, b, open);
	p->code = outer;
}

/* Is the label behind this word, which is then part of a key of several words? */
static bool text_follows(const struct parser *p)
{
	const char *s = p->lex.text + p->tok.end, *end = p->lex.text + p->lex.len;

	while (s < end && *s == ' ')
		s++;
	return s < end && *s == '"' && parse_len(p) > 2;
}

static bool label(struct parser *p, struct code *c)
{
	if (parse_at(p, MARK_OPEN))
		return true;
	if (p->tok.first && (word_flags(p->tok.word) & IN_CODE) != 0) {
		parse_expected(p, MSG_P_OPEN_BRACE);
		return false;
	}
	if (p->tok.kind == TOKEN_RUN && text_follows(p)) {
		complain_hint(p->c, parse_expected(p, MSG_P_BRACE_OR_LABEL), SAY(H_ONE_KEY), c->key,
			parse_clip(p));
		return false;
	}
	if (!parse_text(p, MSG_P_BRACE_OR_LABEL, &c->label))
		return false;
	if (p->tok.word != WORD_PARENT)
		return true;
	complain_hint(p->c, parse_expected(p, MSG_P_OPEN_BRACE), SAY(H_CODE_INSIDE));
	return false;
}

bool parse_code(struct parser *p, void *parent)
{
	const struct code_block *outer = parent;
	struct code_block b;
	struct at open;
	bool good, has_body;

	parse_advance(p);
	if (outer != NULL && outer->code->depth + 1 >= CODES_DEEP) {
		complain_error(p->c, p->tok.at, SAY(E022_CODES), CODES_DEEP);
		return false;
	}
	b = begin(p, outer, false);
	b.code->index = (uint32_t)p->cb->codes.n;
	vec_push(&p->cb->codes, b.code);
	b.code->at = p->tok.at;
	b.code->key = parse_key(p, MSG_P_CODE_KEY, UNSURE_CODES);
	good = b.code->key != NULL && label(p, b.code);
	if (b.code->key == NULL)
		b.code->key = "?";
	b.code->full = arena_printf(p->arena, "%s.%s", p->cb->name, b.code->key);
	has_body = parse_head(p, good, IN_CODE, &open);
	if (has_body)
		body(p, &code_block, &b, open);
	finish(p, &b);
	return has_body;
}

bool parse_extend(struct parser *p, void *unused)
{
	struct code_block b;
	struct extension x = { 0 };
	struct at open;
	const char *dot;
	bool has_body;

	(void)unused;
	parse_advance(p);
	b = begin(p, NULL, true);
	x.at = b.code->at = p->tok.at;
	x.path = parse_path(p, MSG_P_EXTENDED_KEY);
	has_body = parse_head(p, x.path != NULL, IN_CODE | IN_EXTEND, &open);
	if (x.path == NULL)
		x.path = "?";
	dot = strchr(x.path, '.');
	b.code->key = dot != NULL ? dot + 1 : x.path;
	b.code->full = dot != NULL ? x.path : arena_printf(p->arena, "%s.%s", p->cb->name, x.path);
	if (has_body)
		body(p, &extend_block, &b, open);
	finish(p, &b);
	x.parent = b.parent;
	x.body = b.code;
	vec_push(&p->cb->extensions, x);
	return has_body;
}
