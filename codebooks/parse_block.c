/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks of items and recovery (CODEBOOK 9): one error per clause; what follows
 * is skipped up to the next item word at a line start or the block's brace.
 */
#include "codebooks/parse.h"

static unsigned flags_here(const struct parser *p)
{
	return p->tok.kind == TOKEN_RUN ? word_flags(p->tok.word) : 0;
}

void parse_recover(struct parser *p)
{
	unsigned depth = 0;

	while (p->tok.kind != TOKEN_END) {
		if (depth == 0 && p->tok.first && (flags_here(p) & IS_ITEM) != 0)
			return;
		if (parse_at(p, MARK_OPEN))
			depth++;
		else if (parse_at(p, MARK_CLOSE) && depth-- == 0)
			return;
		parse_advance(p);
	}
}

void parse_unclosed(struct parser *p, struct at open, unsigned errors, const char *what)
{
	if (p->c->errors != errors || p->stopped)
		return;
	complain_hint(
		p->c, complain_error(p->c, open, SAY(E002_BLOCK), what), SAY(H_CLOSING_BRACKET));
}

bool parse_head(struct parser *p, bool good, unsigned flags, struct at *open)
{
	uint32_t line = p->tok.at.line;

	*open = p->tok.at;
	if (parse_mark(p, MARK_OPEN))
		return true;
	if (good)
		parse_expected(p, MSG_P_OPEN_BRACE);
	while (p->tok.kind != TOKEN_END && p->tok.at.line == line && !parse_at(p, MARK_CLOSE)) {
		if (parse_mark(p, MARK_OPEN))
			return true;
		parse_advance(p);
	}
	/* The brace is lost, but what stands there can only be inside it. */
	return p->tok.kind == TOKEN_RUN && (flags_here(p) & flags) != 0;
}

static enum message home_of(unsigned flags)
{
	static const struct {
		unsigned flag;
		enum message home;
	} homes[] = {
		{ IN_CODE | IN_RULE, MSG_H_IN_CODE_OR_RULE },
		{ IN_RULE, MSG_H_IN_RULE },
		{ IN_EXTEND, MSG_H_IN_EXTEND },
		{ IN_CODE, MSG_H_IN_CODE },
		{ IN_FILE, MSG_H_IN_FILE },
	};

	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if ((flags & homes[i].flag) == homes[i].flag)
			return homes[i].home;
	return MSG_NONE;
}

static void misplaced(struct parser *p, const struct block *b)
{
	const char *word = word_text(p->tok.word);
	struct diag *g =
		complain_error(p->c, p->tok.at, SAY(E013_PLACE), word, parse_piece(p, b->name));

	if (p->tok.word == WORD_WEIGHT)
		complain_hint(p->c, g, SAY(H_WEIGHT));
	else if (p->tok.word == WORD_PARENT)
		complain_hint(p->c, g, SAY(H_CODE_INSIDE));
	else
		complain_plain_hint(p->c, g, home_of(flags_here(p)));
	parse_advance(p);
}

/* A mark that other languages have between clauses, or a text that ended too soon. */
static enum message mark_hint(const struct parser *p, const struct block *b)
{
	const char *s = parse_raw(p);

	if (!p->tok.spaced && p->tok.kind == TOKEN_RUN && p->tok.start > 0 && s[-1] == '"')
		return MSG_H_QUOTE_INSIDE;
	if (parse_at(p, MARK_COMMA) || parse_is(p, ";"))
		return MSG_H_NO_SEPARATOR;
	if (parse_len(p) >= 2 && s[0] == '/' && (s[1] == '/' || s[1] == '*'))
		return MSG_H_COMMENT_MARK;
	if (b->flags == IN_FILE && !p->tok.first && p->cb->codes.n + p->cb->lists.n == 0)
		return MSG_H_BEGIN; /* it is a part of the first line */
	return MSG_NONE;
}

static void not_an_item(struct parser *p, const struct block *b)
{
	struct diag *g = parse_expected(p, b->expected);
	enum message hint = mark_hint(p, b);
	const char *near = NULL;

	if (hint == MSG_NONE && p->tok.kind == TOKEN_RUN)
		near = word_nearest(parse_clip(p), b->flags);
	if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
	else if (hint == MSG_NONE && b->name == MSG_P_A_RULE && p->tok.kind == TOKEN_RUN)
		complain_hint(p->c, g, SAY(H_WHEN));
	else
		complain_plain_hint(p->c, g, hint);
	if (p->tok.kind != TOKEN_END && !parse_at(p, MARK_OPEN))
		parse_advance(p);
}

/* For `# suppress:`, which may mean all of an item. */
static void note_lines(struct parser *p, uint32_t first, bool clause)
{
	const struct item_lines lines = { first, p->last_line, clause };

	if (lines.last > first)
		vec_push(&p->cb->item_lines, lines);
}

static void parse_item(struct parser *p, const struct block *b, void *arg)
{
	enum word w = p->tok.kind == TOKEN_RUN ? p->tok.word : WORD_NONE;
	uint32_t line = p->tok.at.line;

	if (b->items[w] != NULL) {
		if (!b->items[w](p, arg))
			parse_recover(p);
		note_lines(p, line, (b->flags & IN_RULE) != 0);
		return;
	}
	if ((word_flags(w) & IS_ITEM) != 0)
		misplaced(p, b);
	else
		not_an_item(p, b);
	parse_recover(p);
}

void parse_block(struct parser *p, const struct block *b, void *arg, struct at open)
{
	unsigned errors = p->c->errors;

	while (!parse_mark(p, MARK_CLOSE)) {
		bool ends = p->tok.first && (flags_here(p) & b->ends) != 0 &&
			    b->items[p->tok.word] == NULL;

		if (p->tok.kind == TOKEN_END || ends) {
			parse_unclosed(p, open, errors,
				complain_piece(p->c, SAY(P_BLOCK_OF), parse_piece(p, b->name)));
			return;
		}
		parse_item(p, b, arg);
	}
}

void parse_items(struct parser *p, const struct block *b, void *arg)
{
	while (p->tok.kind != TOKEN_END) {
		if (parse_at(p, MARK_CLOSE)) {
			unsigned errors = p->c->errors;

			if (errors == 0)
				complain_hint(p->c, parse_expected(p, b->expected),
					SAY(H_BRACE_TOO_MANY));
			parse_advance(p);
			continue;
		}
		parse_item(p, b, arg);
	}
}
