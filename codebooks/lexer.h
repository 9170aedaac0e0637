/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tokens of the rule language, one at a time.
 *
 * A run is everything up to white space or one of { } ( ) , < > = ! # / and the
 * quotation marks; what it means (key, path, number, word, ~root, @list) and
 * what is wrong inside it is the parser's to say, since that depends on where
 * it stands.  A lexical flaw becomes TOKEN_BAD and is reported only when the
 * parser wants the token, so text that is skipped after an error adds none.
 */
#ifndef TEMA_CODEBOOKS_LEXER_H
#define TEMA_CODEBOOKS_LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "codebooks/model.h"
#include "codebooks/words.h"

enum token_kind {
	TOKEN_END,
	TOKEN_RUN,
	TOKEN_TEXT,  /* "..." */
	TOKEN_REGEX, /* /.../flags */
	TOKEN_MARK,  /* one of the enum mark */
	TOKEN_MINUS, /* '-' that begins something */
	TOKEN_BAD,
};

enum mark {
	MARK_NONE,
	MARK_OPEN = '{',
	MARK_CLOSE = '}',
	MARK_PAREN = '(',
	MARK_PAREN_END = ')',
	MARK_COMMA = ',',
	MARK_LESS = '<',
	MARK_GREATER = '>',
	MARK_EQUALS = '=',
	MARK_BANG = '!',
	MARK_NOT_EQUAL = 'n',
	MARK_LESS_EQUAL = 'l',
	MARK_GREATER_EQUAL = 'g',
};

enum flaw {
	FLAW_NONE,
	FLAW_HASH,
	FLAW_QUOTE,
	FLAW_CLOSING_QUOTE,
	FLAW_ESCAPE,
	FLAW_OPEN_TEXT,
	FLAW_OPEN_REGEX
};

struct token {
	enum token_kind kind;
	enum word word;		 /* RUN: the reserved word, or WORD_NONE */
	enum mark mark;		 /* MARK */
	enum flaw flaw;		 /* BAD */
	bool spaced;		 /* white space stands before it */
	bool glued;		 /* none stands behind it */
	bool first;		 /* first of its line */
	size_t start, end;	 /* bytes of the text, with quotes and flags */
	size_t inner, inner_end; /* TEXT, REGEX: what stands between the quotes or slashes */
	size_t flaw_at;		 /* BAD: the byte to show */
	struct at at;
};

struct lexer {
	const char *text;
	size_t len, pos;
	uint32_t line;
	uint16_t file; /* number of the file, for places */
	size_t mark;   /* columns are counted on from here */
	uint32_t mark_column;
	bool line_start;
	struct suppress_list suppressed;
};

void lexer_init(struct lexer *lex, const char *text, size_t len); /* text known good; borrowed */
void lexer_release(struct lexer *lex);
void lexer_next(struct lexer *lex, struct token *t); /* TOKEN_END for ever at the end */
/* The place of bytes [from,to) of a token, for a flaw inside it. */
struct at lexer_at(const struct lexer *lex, const struct token *t, size_t from, size_t to);
/* May the character at POS follow a pattern directly? (white space, brackets, a comma, the end) */
bool lexer_ends_pattern(const struct lexer *lex, size_t pos);

#endif
