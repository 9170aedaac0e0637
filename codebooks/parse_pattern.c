/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: a pattern or list with its exclusions; regular expressions; list names. */
#include "codebooks/parse.h"

#include <string.h>

#include "codebooks/pattern.h"

/* --- /regex/flags ----------------------------------------------------------------------------- */

/* The regex between the slashes, `\/` as '/'. */
static char *unescape(struct parser *p, const char *s, size_t len)
{
	struct buf re = BUF_INIT;
	char *kept;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '\\' && i + 1 < len) {
			if (s[i + 1] != '/')
				buf_addc(&re, s[i]);
			i++;
		}
		buf_addc(&re, s[i]);
	}
	kept = arena_dup(p->arena, re.data, re.len);
	buf_release(&re);
	return kept;
}

/* The source offset of byte `where` of the unescaped regex. */
static size_t escaped_offset(const char *s, size_t len, size_t where)
{
	size_t i = 0;

	for (; i < len && where > 0; where--) {
		if (s[i] == '\\' && i + 1 < len && s[i + 1] == '/')
			i++;
		i++;
	}
	return i;
}

static const struct {
	char letter;
	unsigned flag;
} regex_flags[] = { { 'c', REGEX_CASE }, { 'm', REGEX_MULTILINE }, { 's', REGEX_DOTALL },
	{ 'x', REGEX_EXTENDED } };

#define NFLAGS (sizeof regex_flags / sizeof *regex_flags)

static bool bad_flag(struct parser *p, size_t pos)
{
	struct diag *g = complain_error(
		p->c, lexer_at(&p->lex, &p->tok, pos, pos + 1), SAY(E020_FLAG), p->lex.text[pos]);

	complain_hint(p->c, g, SAY(H_FLAGS));
	return false;
}

static bool second_flag(struct parser *p, size_t pos)
{
	struct diag *g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos + 1),
		SAY(E020_FLAG_TWICE), p->lex.text[pos]);

	complain_hint(p->c, g, SAY(H_WRITE_ONCE));
	return false;
}

static bool read_flags(struct parser *p, struct pattern *w)
{
	for (size_t pos = p->tok.inner_end + 1; pos < p->tok.end; pos++) {
		unsigned flag = 0;

		for (size_t i = 0; i < NFLAGS; i++)
			if (regex_flags[i].letter == p->lex.text[pos])
				flag = regex_flags[i].flag;
		if (flag == 0)
			return bad_flag(p, pos);
		if ((w->regex_flags & flag) != 0)
			return second_flag(p, pos);
		w->regex_flags |= flag;
	}
	return true;
}

static const char *regex_source(
	struct parser *p, const struct pattern *w, const char *s, size_t len)
{
	char flags[NFLAGS + 1] = "";
	size_t n = 0;

	for (size_t i = 0; i < NFLAGS; i++)
		if ((w->regex_flags & regex_flags[i].flag) != 0)
			flags[n++] = regex_flags[i].letter;
	return arena_printf(p->arena, "/%.*s/%s", (int)len, s, flags);
}

static bool compiles(struct parser *p, const struct pattern *w, const char *s, size_t len)
{
	struct regex *re = NULL;
	struct regex_flaw flaw;
	struct at at;
	size_t pos;

	if (regex_new(w->form, strlen(w->form), w->regex_flags, &re, &flaw)) {
		regex_free(re);
		return true;
	}
	pos = p->tok.inner + escaped_offset(s, len, flaw.where);
	at = lexer_at(&p->lex, &p->tok, pos, pos);
	if (flaw.why == MSG_E014_PCRE)
		complain_error(p->c, at, SAY(E014_PCRE), flaw.detail);
	else
		complain_plain(p->c, at, flaw.why);
	return false;
}

struct pattern *parse_regex(struct parser *p)
{
	const char *s = p->lex.text + p->tok.inner;
	size_t len = p->tok.inner_end - p->tok.inner;
	struct pattern *w;

	if (len == 0) {
		complain_error(p->c, p->tok.at, SAY(E023_REGEX));
		return NULL;
	}
	if (len > REGEX_MAX) {
		complain_error(p->c, p->tok.at, SAY(E022_REGEX), REGEX_MAX);
		return NULL;
	}
	w = arena_alloc(p->arena, sizeof *w);
	w->kind = PATTERN_REGEX;
	w->form = unescape(p, s, len);
	if (!read_flags(p, w) || !compiles(p, w, s, len))
		return NULL;
	w->source = w->key = regex_source(p, w, s, len);
	w->at = p->tok.at;
	parse_advance(p);
	return w;
}

/* --- @list ------------------------------------------------------------------------------------ */

struct pattern *parse_list_name(struct parser *p)
{
	size_t len = parse_len(p), right;
	struct pattern *w;

	if (p->tok.kind != TOKEN_RUN || parse_raw(p)[0] != '@') {
		parse_expected(p, MSG_P_LIST_NAME);
		return NULL;
	}
	right = 1 + parse_key_check(parse_raw(p) + 1, len - 1, true);
	if (right < len || len == 1 || !lexer_ends_pattern(&p->lex, p->tok.end)) {
		size_t pos = p->tok.start + right;
		struct diag *g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos),
			SAY(E008_LIST_NAME), parse_clip(p));

		complain_hint(p->c, g, SAY(H_LIST_NAME));
		return NULL;
	}
	w = arena_alloc(p->arena, sizeof *w);
	w->kind = PATTERN_LIST;
	w->list_name = arena_dup(p->arena, parse_raw(p), len);
	w->source = w->list_name;
	w->key = parse_lower(p, w->list_name);
	w->at = p->tok.at;
	vec_push(&p->lists, w);
	parse_advance(p);
	return w;
}

/* --- places ----------------------------------------------------------------------------------- */

/* '=' and the word or phrase glued to it. */
static struct pattern *parse_exact(struct parser *p)
{
	struct at at = p->tok.at;
	bool glued = p->tok.glued;
	const char *next;

	parse_advance(p);
	next = parse_raw(p);
	if (glued && p->tok.kind == TOKEN_TEXT)
		return parse_phrase(p, true, at);
	if (glued && p->tok.kind == TOKEN_RUN && *next != '~' && *next != '@')
		return parse_word(p, true, at);
	if (glued && parse_flawed(p))
		return NULL;
	complain_hint(p->c, complain_error(p->c, at, SAY(E019_EQUALS)), SAY(H_EXACT));
	return NULL;
}

static struct pattern *stray_minus(struct parser *p)
{
	bool glued = p->tok.glued;
	struct diag *g = parse_expected(p, MSG_P_PLACE);

	if (glued)
		complain_hint(p->c, g, SAY(H_MINUS));
	return NULL;
}

/* A word or phrase; with lists and regexes if they may stand here. */
static struct pattern *parse_pattern(struct parser *p, bool any)
{
	switch (p->tok.kind) {
	case TOKEN_TEXT:
		return parse_phrase(p, false, p->tok.at);
	case TOKEN_REGEX:
		if (any)
			return parse_regex(p);
		break;
	case TOKEN_RUN:
		if (parse_raw(p)[0] != '@')
			return parse_word(p, false, p->tok.at);
		if (any)
			return parse_list_name(p);
		break;
	case TOKEN_MARK:
		if (p->tok.mark == MARK_EQUALS)
			return parse_exact(p);
		break;
	case TOKEN_MINUS:
		return stray_minus(p);
	default:
		break;
	}
	complain_plain_hint(p->c, parse_expected(p, any ? MSG_P_PLACE : MSG_P_EXCLUSION),
		parse_at(p, MARK_BANG)	  ? MSG_H_WRITE_NOT
		: parse_at(p, MARK_COMMA) ? MSG_H_COMMA_TOO_MANY
					  : MSG_NONE);
	return NULL;
}

static struct pattern *parse_exclusion(struct parser *p)
{
	if (!p->tok.glued || !p->tok.spaced) {
		complain_hint(p->c, parse_expected(p, MSG_P_BEHIND_PATTERN), SAY(H_EXCLUSION));
		return NULL;
	}
	parse_advance(p);
	return parse_pattern(p, false);
}

const struct pattern *const *parse_keep_patterns(struct parser *p, struct pattern_vec *v)
{
	const struct pattern **kept = arena_calloc(p->arena, v->n, sizeof *kept);

	if (v->n > 0)
		memcpy(kept, v->items, v->n * sizeof *kept);
	return kept;
}

struct pattern *parse_place(struct parser *p)
{
	struct pattern *place = parse_pattern(p, true), *out = NULL;
	struct pattern_vec except = VEC_INIT;

	while (place != NULL && p->tok.kind == TOKEN_MINUS) {
		out = parse_exclusion(p);
		if (out == NULL)
			place = NULL;
		else
			vec_push(&except, out);
	}
	if (place != NULL && except.n > 0) {
		place->nexcept = except.n;
		place->except = parse_keep_patterns(p, &except);
	}
	if (place != NULL)
		vec_push(&p->places, ((struct place_use){ place, p->rule }));
	vec_release(&except);
	return place;
}
