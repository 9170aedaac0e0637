/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks of items and recovery (CODEBOOK 9): one error per clause; what follows
 * is skipped up to the next item word at a line start or the block's brace.
 */
#include "codebooks/parse.h"

#include <stdio.h>

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

void parse_unclosed(struct parser *p, struct at open, unsigned errors, const char *fmt, ...)
{
	char what[64];
	va_list ap;

	if (p->c->errors != errors || p->stopped)
		return;
	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	complain_hint(p->c, complain_error(p->c, open, "E002", "%s is not closed", what),
		"its closing bracket is missing");
}

bool parse_head(struct parser *p, bool good, unsigned flags, struct at *open)
{
	uint32_t line = p->tok.at.line;

	*open = p->tok.at;
	if (parse_mark(p, MARK_OPEN))
		return true;
	if (good)
		parse_expected(p, "'{'", NULL);
	while (p->tok.kind != TOKEN_END && p->tok.at.line == line && !parse_at(p, MARK_CLOSE)) {
		if (parse_mark(p, MARK_OPEN))
			return true;
		parse_advance(p);
	}
	/* The brace is lost, but what stands there can only be inside it. */
	return p->tok.kind == TOKEN_RUN && (flags_here(p) & flags) != 0;
}

static const char *home_of(unsigned flags)
{
	static const struct {
		unsigned flag;
		const char *home;
	} homes[] = {
		{ IN_RULE, "it stands in a rule" },
		{ IN_EXTEND, "it stands in an extend block" },
		{ IN_CODE, "it stands in a code" },
		{ IN_FILE, "it stands outside all blocks" },
	};

	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if ((flags & homes[i].flag) != 0)
			return homes[i].home;
	return "";
}

static void misplaced(struct parser *p, const struct block *b)
{
	const char *word = word_text(p->tok.word);
	struct diag *g = complain_error(
		p->c, p->tok.at, "E013", "'%s' does not belong in %s", word, b->name);

	if (p->tok.word == WORD_WEIGHT)
		complain_hint(
			p->c, g, "write 'keywords weight 0.7 { … }', or the weight in a rule");
	else
		complain_hint(p->c, g, "%s", home_of(flags_here(p)));
	parse_advance(p);
}

static void not_an_item(struct parser *p, const struct block *b)
{
	const char *near = NULL;

	if (p->tok.kind == TOKEN_RUN)
		near = word_nearest(parse_clip(p), b->flags);
	if (near != NULL)
		near = arena_printf(p->arena, "did you mean '%s'?", near);
	parse_expected(p, b->expected, near);
	if (p->tok.kind != TOKEN_END && !parse_at(p, MARK_OPEN))
		parse_advance(p);
}

static void parse_item(struct parser *p, const struct block *b, void *arg)
{
	enum word w = p->tok.kind == TOKEN_RUN ? p->tok.word : WORD_NONE;

	if (b->items[w] != NULL) {
		if (!b->items[w](p, arg))
			parse_recover(p);
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
			parse_unclosed(p, open, errors, "the block of %s", b->name);
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
				parse_expected(p, b->expected, "there is one '}' too many");
			parse_advance(p);
			continue;
		}
		parse_item(p, b, arg);
	}
}
