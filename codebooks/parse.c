/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/parse.h"

#include <string.h>

#include "base/utf8.h"

void parse_start(
	struct parser *p, struct arena *a, struct complain *c, const char *text, size_t len)
{
	*p = (struct parser){
		.arena = a, .c = c, .whole = MSG_P_THE_FILE, .behind = MSG_P_BEHIND_RULE
	};
	lexer_init(&p->lex, text, len);
	lexer_next(&p->lex, &p->tok);
	p->last_line = p->last_column = 1;
}

void parse_stop(struct parser *p)
{
	vec_each (struct code_draft, d, &p->codes)
		vec_release(&d->rules);
	vec_release(&p->codes);
	vec_release(&p->lists);
	vec_release(&p->places);
	vec_release(&p->refs);
	vec_release(&p->counts);
	vec_release(&p->sees);
	vec_release(&p->seams);
	vec_release(&p->code_of_name);
	vec_release(&p->list_of_name);
	vec_release(&p->rules);
	intern_release(&p->code_names);
	intern_release(&p->list_names);
	intern_release(&p->rule_names);
	lexer_release(&p->lex);
}

void parse_advance(struct parser *p)
{
	p->last_line = p->tok.at.line;
	p->last_column = p->tok.at.column + p->tok.at.width;
	lexer_next(&p->lex, &p->tok);
	if (p->c->errors >= COMPLAIN_MAX)
		p->stopped = true;
	if (p->stopped)
		p->tok = (struct token){ .kind = TOKEN_END, .at = p->tok.at };
}

bool parse_at(const struct parser *p, enum mark m)
{
	return p->tok.kind == TOKEN_MARK && p->tok.mark == m;
}

bool parse_mark(struct parser *p, enum mark m)
{
	if (!parse_at(p, m))
		return false;
	parse_advance(p);
	return true;
}

const char *parse_raw(const struct parser *p)
{
	return p->lex.text + p->tok.start;
}

size_t parse_len(const struct parser *p)
{
	return p->tok.end - p->tok.start;
}

bool parse_is(const struct parser *p, const char *word)
{
	size_t len = strlen(word);

	return p->tok.kind == TOKEN_RUN && parse_len(p) == len &&
	       memcmp(parse_raw(p), word, len) == 0;
}

struct at parse_span(const struct parser *p, struct at start)
{
	if (p->last_line == start.line && p->last_column > start.column)
		start.width = p->last_column - start.column;
	return start;
}

const char *parse_clip(struct parser *p)
{
	return complain_clip(p->c, parse_raw(p), parse_len(p));
}

char *parse_lower(struct parser *p, const char *s)
{
	char *low = arena_strdup(p->arena, s);

	for (char *c = low; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + ('a' - 'A'));
	return low;
}

/* --- errors ----------------------------------------------------------------------------------- */

static bool is_color(const char *s, size_t len)
{
	return len == 7 && s[0] == '#' && strspn(s + 1, "0123456789abcdefABCDEF") >= 6;
}

static void hash_hint(struct parser *p, struct diag *g)
{
	const char *s = parse_raw(p);
	size_t len = parse_len(p);

	if (is_color(s, len))
		complain_hint(p->c, g, SAY(H_COLOR_QUOTED), parse_clip(p));
	else if (len == 1)
		complain_hint(p->c, g, SAY(H_COMMENT));
	else
		complain_hint(p->c, g, SAY(H_HASHTAG), complain_clip(p->c, s + 1, len - 1));
}

static void quote_hint(struct parser *p, struct diag *g)
{
	size_t len = parse_len(p);

	if (len > 2 && parse_raw(p)[len - 1] == '\'')
		complain_hint(p->c, g, SAY(H_WRITE_QUOTED),
			complain_clip(p->c, parse_raw(p) + 1, len - 2));
	else
		complain_hint(p->c, g, SAY(H_DOUBLE_QUOTES));
}

static void fixed_hint(struct parser *p, struct diag *g)
{
	static const enum message hints[] = {
		[FLAW_CLOSING_QUOTE] = MSG_H_OPENING_QUOTE,
		[FLAW_ESCAPE] = MSG_H_ESCAPES,
		[FLAW_OPEN_TEXT] = MSG_H_CLOSE_TEXT,
		[FLAW_OPEN_REGEX] = MSG_H_CLOSE_REGEX,
	};

	complain_plain_hint(p->c, g, hints[p->tok.flaw]);
}

static const struct flaw_row {
	enum message text;
	void (*hint)(struct parser *p, struct diag *g);
	bool whole; /* show all of it, not its first character */
} flaws[] = {
	[FLAW_HASH] = { MSG_E003_HASH, hash_hint, true },
	[FLAW_QUOTE] = { MSG_E004_QUOTE, quote_hint, true },
	[FLAW_CLOSING_QUOTE] = { MSG_E004_CLOSING_QUOTE, fixed_hint, true },
	[FLAW_ESCAPE] = { MSG_E004_ESCAPE, fixed_hint, false },
	[FLAW_OPEN_TEXT] = { MSG_E002_TEXT, fixed_hint, false },
	[FLAW_OPEN_REGEX] = { MSG_E002_REGEX, fixed_hint, false },
};

bool parse_flawed(struct parser *p)
{
	const struct token *t = &p->tok;
	const struct flaw_row *f = &flaws[t->flaw];
	struct diag *g;

	if (t->kind != TOKEN_BAD)
		return false;
	g = complain_plain(
		p->c, lexer_at(&p->lex, t, t->flaw_at, f->whole ? t->end : t->flaw_at), f->text);
	f->hint(p, g);
	return true;
}

const char *parse_piece(const struct parser *p, enum message m)
{
	return message_text(m, p->c->d->lang);
}

struct diag *parse_expected(struct parser *p, enum message what)
{
	if (parse_flawed(p) || p->stopped)
		return NULL;
	if (p->tok.kind == TOKEN_END)
		return complain_error(p->c, p->tok.at, SAY(E005_END), parse_piece(p, what),
			parse_piece(p, p->whole));
	return complain_error(
		p->c, p->tok.at, SAY(E005_FOUND), parse_piece(p, what), parse_clip(p));
}

bool parse_at_dash(const struct parser *p)
{
	static const char en[] = "–", em[] = "—";

	return p->tok.kind == TOKEN_RUN && parse_len(p) >= sizeof en - 1 &&
	       (memcmp(parse_raw(p), en, sizeof en - 1) == 0 ||
		       memcmp(parse_raw(p), em, sizeof em - 1) == 0);
}

void parse_stray(struct parser *p, struct diag *g)
{
	if (p->tok.kind == TOKEN_MARK ? p->tok.mark == MARK_EQUALS : parse_is(p, ":"))
		complain_hint(p->c, g, SAY(H_LEAVE_OUT), parse_clip(p));
}

void parse_limit(struct parser *p, struct at at, enum message m)
{
	if (!p->stopped)
		complain_plain(p->c, at, m);
	p->stopped = true;
}

/* --- keys ------------------------------------------------------------------------------------- */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_key_char(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

/* Bytes of one KEY at s. */
static size_t key_len(const char *s, size_t len)
{
	size_t n = 0;

	if (len == 0 || !is_letter(s[0]))
		return 0;
	while (n < len &&
		(is_key_char(s[n]) || (s[n] == '-' && n + 1 < len && (is_key_char(s[n + 1])))))
		n++;
	return n;
}

size_t parse_key_check(const char *s, size_t len, bool path)
{
	size_t n = key_len(s, len), more;

	if (!path || n == 0 || n >= len || s[n] != '.')
		return n;
	more = key_len(s + n + 1, len - n - 1);
	if (more > 0)
		return n + 1 + more;
	return n + 1 < len ? n + 1 : n;
}

static const char *bad_key(struct parser *p, enum message what, size_t at)
{
	struct diag *g = complain_error(p->c,
		lexer_at(&p->lex, &p->tok, p->tok.start + at, p->tok.start + at), SAY(E008_KEY),
		parse_clip(p), parse_piece(p, what));

	complain_hint(p->c, g, SAY(H_KEY));
	return NULL;
}

/* A text where a key should be: the label without it, or a key in quotes. */
static void key_hint(struct parser *p, struct diag *g, bool has_label)
{
	const char *s = p->lex.text + p->tok.inner;
	size_t len = p->tok.inner_end - p->tok.inner;

	if (parse_key_check(s, len, true) == len)
		complain_hint(p->c, g, SAY(H_WRITE), complain_clip(p->c, s, len));
	else if (has_label)
		complain_hint(p->c, g, SAY(H_LABEL));
	else
		complain_hint(p->c, g, SAY(H_KEY));
}

/* A bad character inside is reported and the parser goes on with "?"; NULL: no key here at all. */
static const char *read_key(struct parser *p, enum message what, bool path, unsigned unsure)
{
	const char *key = "?";
	size_t right;

	if (p->tok.kind == TOKEN_TEXT) {
		key_hint(p, complain_error(p->c, p->tok.at, SAY(E008_QUOTED), parse_piece(p, what)),
			what == MSG_P_RULE_KEY || unsure == UNSURE_CODES);
	} else if (parse_at(p, MARK_OPEN)) {
		complain_hint(p->c, parse_expected(p, what), SAY(H_KEY_BEFORE));
	} else if (p->tok.kind != TOKEN_RUN) {
		parse_expected(p, what);
	}
	if (p->tok.kind != TOKEN_RUN) {
		p->unsure |= unsure;
		return NULL;
	}
	right = parse_key_check(parse_raw(p), parse_len(p), path);
	if (right < parse_len(p)) {
		p->unsure |= unsure;
		bad_key(p, what, right);
	} else if (!lexer_ends_pattern(&p->lex, p->tok.end)) {
		p->unsure |= unsure;
		return bad_key(p, what, right);
	} else {
		key = arena_dup(p->arena, parse_raw(p), parse_len(p));
	}
	parse_advance(p);
	return key;
}

const char *parse_key(struct parser *p, enum message what, unsigned unsure)
{
	return read_key(p, what, false, unsure);
}

const char *parse_path(struct parser *p, enum message what)
{
	return read_key(p, what, true, 0);
}

/* --- texts ------------------------------------------------------------------------------------ */

static bool is_language(const struct parser *p)
{
	const char *s = parse_raw(p);

	return p->tok.kind == TOKEN_RUN && p->tok.word == WORD_NONE && parse_len(p) == 2 &&
	       s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z';
}

static void language_hint(struct parser *p, struct diag *g)
{
	static const struct {
		const char *name, *code;
	} usual[] = { { "indonesia", "id" }, { "indonesian", "id" }, { "bahasa", "id" },
		{ "english", "en" }, { "inggris", "en" }, { "id", "id" }, { "en", "en" } };
	const char *low = p->tok.kind == TOKEN_RUN ? parse_lower(p, parse_clip(p)) : "";

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (strcmp(low, usual[i].name) == 0) {
			complain_hint(p->c, g, SAY(H_WRITE_THIS), usual[i].code);
			return;
		}
}

const char *parse_language(struct parser *p)
{
	const char *lang;

	if (!is_language(p)) {
		language_hint(p, parse_expected(p, MSG_P_LANGUAGE));
		return NULL;
	}
	lang = arena_dup(p->arena, parse_raw(p), 2);
	parse_advance(p);
	return lang;
}

const char *const *parse_language_list(struct parser *p)
{
	VEC(const char *) v = VEC_INIT;
	const char **list = NULL;
	const char *lang = parse_language(p);

	while (lang != NULL) {
		vec_push(&v, lang);
		lang = is_language(p) ? parse_language(p) : NULL;
	}
	if (v.n > 0) {
		list = arena_calloc(p->arena, v.n + 1, sizeof *list);
		memcpy(list, v.items, v.n * sizeof *list);
	}
	vec_release(&v);
	return list;
}

static void add_decoded(const char *s, const char *end, struct buf *out)
{
	for (; s < end; s++) {
		if (*s == '\\' && s + 1 < end)
			buf_addc(out, *++s == 'n' ? '\n' : *s);
		else
			buf_addc(out, *s);
	}
}

/* The words from here on that were meant to be a text. */
static const char *unquoted(struct parser *p)
{
	const char *s = parse_raw(p);
	size_t len = 0, rest = p->lex.len - p->tok.start;

	while (len < rest && strchr("\n\"{}", s[len]) == NULL)
		len++;
	while (len > 0 && (s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	return complain_clip(p->c, s, len);
}

static void text_hint(struct parser *p, struct diag *g, enum message what)
{
	if (what == MSG_P_COLOR)
		complain_hint(p->c, g, SAY(H_COLOR));
	else if (p->tok.kind == TOKEN_RUN && p->tok.word == WORD_NONE)
		complain_hint(p->c, g, SAY(H_WRITE_QUOTED), unquoted(p));
	else
		parse_stray(p, g);
}

/* Does the text so far end in a letter and this one begin with one? */
static bool splits_word(const struct parser *p, const struct buf *before)
{
	const char *inner = p->lex.text + p->tok.inner, *end = p->lex.text + p->tok.inner_end;
	uint32_t last, first;

	if (before->len == 0 || inner == end)
		return false;
	utf8_prev(before->data, before->data + before->len, &last);
	utf8_next(inner, end, &first);
	return utf8_is_letter(last) && utf8_is_letter(first);
}

const char *parse_joined(struct parser *p, enum message what)
{
	struct buf text = BUF_INIT;
	struct at at = p->tok.at;
	const char *s = NULL;

	if (p->tok.kind != TOKEN_TEXT) {
		text_hint(p, parse_expected(p, what), what);
		return NULL;
	}
	while (p->tok.kind == TOKEN_TEXT) {
		if (splits_word(p, &text))
			vec_push(&p->seams, p->tok.at);
		add_decoded(p->lex.text + p->tok.inner, p->lex.text + p->tok.inner_end, &text);
		parse_advance(p);
	}
	if (text.len == 0)
		complain_error(p->c, at, SAY(E023_TEXT));
	else if (!parse_flawed(p))
		s = arena_dup(p->arena, text.data, text.len);
	buf_release(&text);
	return s;
}

static const char *first_language(const struct parser *p)
{
	return p->cb->languages != NULL && p->cb->languages[0] != NULL ? p->cb->languages[0] : "id";
}

static bool has_language(const struct localised *t, const char *lang)
{
	for (; t != NULL; t = t->next)
		if (strcmp(t->lang, lang) == 0)
			return true;
	return false;
}

/* The file's first language comes first, the others as written. */
static void add_localised(
	struct parser *p, struct localised **list, const char *lang, const char *text)
{
	struct localised *t = arena_alloc(p->arena, sizeof *t), **end = list;

	*t = (struct localised){ lang, text, NULL };
	if (strcmp(lang, first_language(p)) == 0) {
		t->next = *list;
		*list = t;
		return;
	}
	while (*end != NULL)
		end = (struct localised **)(void *)&(*end)->next;
	*end = t;
}

bool parse_text(struct parser *p, enum message what, const struct localised **out)
{
	struct localised *list = NULL;

	do {
		struct at at = p->tok.at;
		const char *lang = is_language(p) ? parse_language(p) : first_language(p);
		const char *text = parse_joined(p, what);

		if (text == NULL)
			return false;
		if (has_language(list, lang)) {
			complain_error(p->c, at, SAY(E013_LANGUAGE), lang);
			return false;
		}
		add_localised(p, &list, lang, text);
	} while (is_language(p));
	*out = list;
	return true;
}
