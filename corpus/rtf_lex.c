/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_lex.h"
#include "base/ascii.h"

#include <string.h>

#define VALUE_MAX 100000000

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int hex_of(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void take_value(struct rtf_lex *l, struct rtf_token *t)
{
	bool minus = l->pos + 1 < l->end && *l->pos == '-' && ascii_digit(l->pos[1]);

	l->pos += minus;
	while (l->pos < l->end && ascii_digit(*l->pos)) {
		if (t->value < VALUE_MAX)
			t->value = 10 * t->value + (*l->pos - '0');
		t->has_value = true;
		l->pos++;
	}
	if (minus)
		t->value = -t->value;
}

/* "\bin12 ": the bytes behind it are data. */
static void skip_binary(struct rtf_lex *l, const struct rtf_token *t)
{
	size_t n = t->value > 0 ? (size_t)t->value : 0;

	if (strcmp(t->word, "bin") == 0)
		l->pos += n < (size_t)(l->end - l->pos) ? n : (size_t)(l->end - l->pos);
}

static void take_word(struct rtf_lex *l, struct rtf_token *t)
{
	size_t n = 0;

	t->kind = RTF_WORD;
	while (l->pos < l->end && is_letter(*l->pos)) {
		if (n < RTF_WORD_MAX)
			t->word[n++] = *l->pos;
		l->pos++;
	}
	t->word[n] = '\0';
	take_value(l, t);
	if (l->pos < l->end && *l->pos == ' ')
		l->pos++; /* belongs to the word */
	skip_binary(l, t);
}

static void take_control(struct rtf_lex *l, struct rtf_token *t)
{
	if (l->pos == l->end)
		return; /* a lone backslash at the end */
	if (is_letter(*l->pos)) {
		take_word(l, t);
	} else if (*l->pos == '\'' && l->end - l->pos > 2 && hex_of(l->pos[1]) >= 0 &&
		   hex_of(l->pos[2]) >= 0) {
		t->kind = RTF_HEX;
		t->value = 16 * hex_of(l->pos[1]) + hex_of(l->pos[2]);
		l->pos += 3;
	} else {
		t->kind = RTF_SYMBOL;
		t->word[0] = *l->pos++;
		t->word[1] = '\0';
	}
}

static void take_text(struct rtf_lex *l, struct rtf_token *t)
{
	t->kind = RTF_TEXT;
	t->p = l->pos;
	while (l->pos < l->end && memchr("\\{}\r\n", *l->pos, 5) == NULL)
		l->pos++;
	t->len = (size_t)(l->pos - t->p);
}

void rtf_next(struct rtf_lex *l, struct rtf_token *t)
{
	*t = (struct rtf_token){ .kind = RTF_END };
	while (l->pos < l->end && (*l->pos == '\r' || *l->pos == '\n'))
		l->pos++;
	if (l->pos == l->end)
		return;
	switch (*l->pos) {
	case '{':
	case '}':
		t->kind = *l->pos++ == '{' ? RTF_OPEN : RTF_CLOSE;
		break;
	case '\\':
		l->pos++;
		take_control(l, t);
		break;
	default:
		take_text(l, t);
	}
}
