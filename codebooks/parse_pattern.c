/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: a pattern or list with its exclusions; regular expressions; list names. */
#include "codebooks/parse.h"

#include <string.h>

#include "codebooks/pattern.h"

#define PLACE "a word, a phrase in quotes, ~root, /regex/ or @list"

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

static bool bad_flag(struct parser *p, size_t pos, const char *text, const char *hint)
{
	struct diag *g = complain_error(
		p->c, lexer_at(&p->lex, &p->tok, pos, pos + 1), "E020", text, p->lex.text[pos]);

	complain_hint(p->c, g, "%s", hint);
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
			return bad_flag(p, pos, "unknown flag '%c' of a regular expression",
				"flags are c (case counts), m, s and x; case does not count "
				"without c");
		if ((w->regex_flags & flag) != 0)
			return bad_flag(p, pos, "the flag '%c' stands here twice", "write it once");
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
	size_t where = 0, pos;
	struct err e = ERR_INIT;

	if (regex_new(w->form, strlen(w->form), w->regex_flags, &re, &where, &e) == RC_OK) {
		regex_free(re);
		return true;
	}
	pos = p->tok.inner + escaped_offset(s, len, where);
	complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos), "E014", "%s", e.msg);
	return false;
}

struct pattern *parse_regex(struct parser *p)
{
	const char *s = p->lex.text + p->tok.inner;
	size_t len = p->tok.inner_end - p->tok.inner;
	struct pattern *w;

	if (len == 0) {
		complain_error(p->c, p->tok.at, "E023", "the regular expression is empty");
		return NULL;
	}
	if (len > REGEX_MAX) {
		complain_error(p->c, p->tok.at, "E022",
			"the regular expression is longer than %d bytes", REGEX_MAX);
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
		parse_expected(p, "the name of a word list, such as @mutu", NULL);
		return NULL;
	}
	right = 1 + parse_key_check(parse_raw(p) + 1, len - 1, true);
	if (right < len || len == 1 || !lexer_ends_pattern(&p->lex, p->tok.end)) {
		size_t pos = p->tok.start + right;
		struct diag *g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos), "E008",
			"'%s' is not the name of a word list", parse_clip(p));

		complain_hint(p->c, g, "write @name or @codebook.name");
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
	complain_hint(p->c,
		complain_error(p->c, at, "E019", "'=' stands directly before a word or a phrase"),
		"write =MoU or =\"Rumah BUMN\"");
	return NULL;
}

static struct pattern *stray_minus(struct parser *p)
{
	if (p->tok.glued)
		parse_expected(p, PLACE,
			"'-' excludes from the pattern before it; to say that something is absent "
			"write 'and not …'");
	else
		parse_expected(p, PLACE, NULL);
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
	parse_expected(p, any ? PLACE : "a word or a phrase in quotes to exclude",
		parse_at(p, MARK_BANG)	  ? "write 'not'"
		: parse_at(p, MARK_COMMA) ? "there is one comma too many"
					  : NULL);
	return NULL;
}

static struct pattern *parse_exclusion(struct parser *p)
{
	if (!p->tok.glued || !p->tok.spaced) {
		parse_expected(p, "an operator or the end of the pattern",
			"an exclusion is written with a space before '-' and none behind it: "
			"~paham "
			"-kesepahaman");
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
