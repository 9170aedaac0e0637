/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_rtf.c only: an RTF file as tokens.  Any bytes give tokens; every
 * token takes at least one byte.
 */
#ifndef TEMA_CORPUS_RTF_LEX_H
#define TEMA_CORPUS_RTF_LEX_H

#include <stdbool.h>
#include <stddef.h>

#define RTF_WORD_MAX 32

enum rtf_kind {
	RTF_END,
	RTF_OPEN,
	RTF_CLOSE,
	RTF_WORD,   /* \word or \word-12: word, value, has_value */
	RTF_SYMBOL, /* \~: word[0] */
	RTF_HEX,    /* \'hh: value */
	RTF_TEXT,   /* plain bytes, no line ends: p, len */
};

struct rtf_token {
	enum rtf_kind kind;
	char word[RTF_WORD_MAX + 1];
	int value;
	bool has_value;
	const char *p;
	size_t len;
};

struct rtf_lex {
	const char *pos, *end;
};

void rtf_next(struct rtf_lex *l, struct rtf_token *t);

#endif
