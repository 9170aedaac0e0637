/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/parse.h"

#include <string.h>

#include "base/utf8.h"

void parse_start(
	struct parser *p, struct arena *a, struct complain *c, const char *text, size_t len)
{
	*p = (struct parser){
		.arena = a, .c = c, .whole = "the file", .behind = "an operator, a clause or '}'"
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
		complain_hint(p->c, g, "write a colour in quotes: \"%s\"", parse_clip(p));
	else if (len == 1)
		complain_hint(p->c, g, "put a space before '#' to begin a comment");
	else
		complain_hint(p->c, g,
			"write '%s' (hashtags are searched without '#'); a comment is '# text'",
			complain_clip(p->c, s + 1, len - 1));
}

static void quote_hint(struct parser *p, struct diag *g)
{
	size_t len = parse_len(p);

	if (len > 2 && parse_raw(p)[len - 1] == '\'')
		complain_hint(
			p->c, g, "write \"%s\"", complain_clip(p->c, parse_raw(p) + 1, len - 2));
	else
		complain_hint(p->c, g, "write it between double quotes");
}

static void fixed_hint(struct parser *p, struct diag *g)
{
	static const char *const hints[] = {
		[FLAW_CLOSING_QUOTE] = "begin it with “ or \"",
		[FLAW_ESCAPE] = "write \\\\ for a backslash; only \\\" \\\\ and \\n are known",
		[FLAW_OPEN_TEXT] = "close it with the same mark on the same line; long texts are "
				   "several, one behind the other",
		[FLAW_OPEN_REGEX] =
			"close it with '/' on the same line; to search for a slash write "
			"it in quotes: \"JKm/JK\"",
	};

	complain_hint(p->c, g, "%s", hints[p->tok.flaw]);
}

static const struct flaw_row {
	const char *id, *text;
	void (*hint)(struct parser *p, struct diag *g);
	bool whole; /* show all of it, not its first character */
} flaws[] = {
	[FLAW_HASH] = { "E003", "'#' is glued to what follows it or stands before it", hash_hint,
		true },
	[FLAW_QUOTE] = { "E004", "single quotes are not used for texts", quote_hint, true },
	[FLAW_CLOSING_QUOTE] = { "E004", "a closing quotation mark without an opening one",
		fixed_hint, true },
	[FLAW_ESCAPE] = { "E004", "unknown escape in a text", fixed_hint, false },
	[FLAW_OPEN_TEXT] = { "E002", "the text is not closed on its line", fixed_hint, false },
	[FLAW_OPEN_REGEX] = { "E002", "the regular expression is not closed on its line",
		fixed_hint, false },
};

bool parse_flawed(struct parser *p)
{
	const struct token *t = &p->tok;
	const struct flaw_row *f = &flaws[t->flaw];
	struct diag *g;

	if (t->kind != TOKEN_BAD)
		return false;
	g = complain_error(p->c, lexer_at(&p->lex, t, t->flaw_at, f->whole ? t->end : t->flaw_at),
		f->id, "%s", f->text);
	f->hint(p, g);
	return true;
}

void parse_expected(struct parser *p, const char *what, const char *hint)
{
	struct diag *g;

	if (parse_flawed(p) || p->stopped)
		return;
	if (p->tok.kind == TOKEN_END)
		g = complain_error(p->c, p->tok.at, "E005", "expected %s, found the end of %s",
			what, p->whole);
	else
		g = complain_error(
			p->c, p->tok.at, "E005", "expected %s, found '%s'", what, parse_clip(p));
	if (hint != NULL)
		complain_hint(p->c, g, "%s", hint);
}

void parse_limit(struct parser *p, struct at at, const char *what)
{
	if (!p->stopped)
		complain_error(p->c, at, "E022", "%s", what);
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

static const char *bad_key(struct parser *p, const char *what, size_t at)
{
	struct diag *g = complain_error(p->c,
		lexer_at(&p->lex, &p->tok, p->tok.start + at, p->tok.start + at), "E008",
		"'%s' is not %s", parse_clip(p), what);

	complain_hint(p->c, g,
		"a key begins with a letter a-z or A-Z; letters, digits, '_' and inner '-' follow");
	return NULL;
}

/* A bad character inside is reported and the parser goes on with "?"; NULL: no key here at all. */
static const char *read_key(struct parser *p, const char *what, bool path, unsigned unsure)
{
	const char *key = "?";
	size_t right;

	if (p->tok.kind == TOKEN_TEXT) {
		struct diag *g = complain_error(
			p->c, p->tok.at, "E008", "%s is written without quotes", what);

		complain_hint(p->c, g, "a label in quotes may follow the key");
	} else if (p->tok.kind != TOKEN_RUN) {
		parse_expected(p, what, NULL);
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

const char *parse_key(struct parser *p, const char *what, unsigned unsure)
{
	return read_key(p, what, false, unsure);
}

const char *parse_path(struct parser *p, const char *what)
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

const char *parse_language(struct parser *p)
{
	const char *lang;

	if (!is_language(p)) {
		parse_expected(p, "a language of two small letters, such as 'id' or 'en'", NULL);
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

const char *parse_joined(struct parser *p, const char *what)
{
	struct buf text = BUF_INIT;
	struct at at = p->tok.at;
	const char *s = NULL;

	if (p->tok.kind != TOKEN_TEXT) {
		parse_expected(p, what,
			p->tok.kind == TOKEN_RUN && p->tok.word == WORD_NONE
				? arena_printf(&p->c->arena, "write \"%s\"", parse_clip(p))
				: NULL);
		return NULL;
	}
	while (p->tok.kind == TOKEN_TEXT) {
		add_decoded(p->lex.text + p->tok.inner, p->lex.text + p->tok.inner_end, &text);
		parse_advance(p);
	}
	if (text.len == 0)
		complain_error(p->c, at, "E023", "the text is empty");
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

bool parse_text(struct parser *p, const char *what, const struct localised **out)
{
	struct localised *list = NULL;

	do {
		struct at at = p->tok.at;
		const char *lang = is_language(p) ? parse_language(p) : first_language(p);
		const char *text = parse_joined(p, what);

		if (text == NULL)
			return false;
		if (has_language(list, lang)) {
			complain_error(p->c, at, "E013", "a second text in language '%s'", lang);
			return false;
		}
		add_localised(p, &list, lang, text);
	} while (is_language(p));
	*out = list;
	return true;
}
