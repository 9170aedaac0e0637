/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, globs, ~roots and stems, and what is wrong with one (E006, E019). */
#include "codebooks/parse.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/tokens.h"

static struct pattern *new_pattern(struct parser *p, enum pattern_kind kind)
{
	struct pattern *w = arena_alloc(p->arena, sizeof *w);

	w->kind = kind;
	return w;
}

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_invisible(uint32_t cp)
{
	return cp == 0xad || (cp >= 0x200b && cp <= 0x200d) || cp == 0x2060;
}

static size_t letters(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && is_ascii_letter(s[n]))
		n++;
	return n;
}

/* What tokens.h takes for one word, with a letter in place of '*' and '?'. */
static size_t token_len(const char *s, size_t len)
{
	char *masked = mem_dup(s, len);
	struct tokens t = { masked, len, 0 };
	size_t start, end;
	uint32_t cp;

	for (size_t i = 0; i < len; i++)
		if (masked[i] == '*' || masked[i] == '?')
			masked[i] = 'x';
	if (!tokens_next(&t, &start, &end) || start != 0)
		end = 0;
	while (end > 0 && end < len) {
		size_t n = utf8_next(s + end, s + len, &cp);

		if (!is_invisible(cp))
			break;
		end += n;
	}
	free(masked);
	return end;
}

/* How many bytes at s are a WORD or glob: len if all is well. */
static size_t word_len(const char *s, size_t len)
{
	return letters(s, len) == len ? len : token_len(s, len);
}

static char *matching_form(struct parser *p, const char *s, size_t len, bool fold)
{
	struct buf form = BUF_INIT;
	char *kept;

	token_form(s, len, fold, &form);
	kept = arena_dup(p->arena, form.data, form.len);
	buf_release(&form);
	return kept;
}

struct pattern *word_new(struct parser *p, const char *s, size_t len, bool exact)
{
	bool glob = memchr(s, '*', len) != NULL || memchr(s, '?', len) != NULL;
	struct pattern *w = new_pattern(p, glob ? PATTERN_GLOB : PATTERN_WORD);

	w->exact = exact;
	w->source = matching_form(p, s, len, false);
	w->form = exact ? w->source : matching_form(p, s, len, true);
	w->key = w->form;
	return w;
}

bool word_has_letters(const struct pattern *w)
{
	const char *s = w->form, *end = s + strlen(s);
	unsigned n = 0;
	uint32_t cp;

	if (w->kind != PATTERN_GLOB)
		return true;
	while (s < end) {
		s += utf8_next(s, end, &cp);
		n += utf8_is_letter(cp) || utf8_is_digit(cp);
	}
	return n >= 2;
}

static bool is_number(const char *s, size_t len)
{
	return len > 0 && s[0] >= '0' && s[0] <= '9' && strspn(s, "0123456789.,") >= len;
}

static bool needs_quotes(const char *s)
{
	return word_find(s, strlen(s)) != WORD_NONE || is_number(s, strlen(s));
}

void word_dress(struct parser *p, struct pattern *w)
{
	const char *quote =
		w->kind == PATTERN_WORD && !w->exact && needs_quotes(w->source) ? "\"" : "";
	const char *equals = w->exact ? "=" : "";

	if (*quote == '\0' && *equals == '\0')
		return;
	w->source = arena_printf(p->arena, "%s%s%s%s", equals, quote, w->source, quote);
	w->key = arena_printf(p->arena, "%s%s%s%s", equals, quote, w->key, quote);
}

/* --- ~root ------------------------------------------------------------------------------------ */

static size_t root_letters(const char *s, size_t len)
{
	size_t used = 0;
	uint32_t cp;

	while (used < len) {
		size_t n = utf8_next(s + used, s + len, &cp);

		if (!utf8_is_letter(cp) && !utf8_is_mark(cp) && !is_invisible(cp))
			break;
		used += n;
	}
	return used;
}

/* LETTERS { "_" LETTERS } */
static size_t root_len(const char *s, size_t len)
{
	size_t used = root_letters(s, len), more;

	while (used > 0 && used < len && s[used] == '_') {
		more = root_letters(s + used + 1, len - used - 1);
		if (more == 0)
			break;
		used += 1 + more;
	}
	return used;
}

/* One of :neg :pos :lisan that w has not yet; its bytes, 0 if there is none. */
static size_t take_flag(struct pattern *w, const char *s, size_t len)
{
	static const struct {
		const char *text;
		enum root_only only;
	} flags[] = { { ":neg", ROOT_ONLY_NEG }, { ":pos", ROOT_ONLY_POS },
		{ ":lisan", ROOT_ONLY_ANY } };

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		size_t n = strlen(flags[i].text);

		if (len < n || memcmp(s, flags[i].text, n) != 0)
			continue;
		if (root_letters(s + n, len - n) > 0)
			return 0;
		if (flags[i].only == ROOT_ONLY_ANY ? w->spoken : w->only != ROOT_ONLY_ANY)
			return 0;
		w->only = flags[i].only != ROOT_ONLY_ANY ? flags[i].only : w->only;
		w->spoken = w->spoken || flags[i].only == ROOT_ONLY_ANY;
		return n;
	}
	return 0;
}

struct pattern *word_root(struct parser *p, const char *s, size_t len, size_t *used)
{
	static const char *const only[] = { "", ":neg", ":pos" };
	size_t n = root_len(s + 1, len - 1), flag;
	struct pattern *w = new_pattern(p, PATTERN_ROOT);

	*used = 1 + n;
	if (n == 0)
		return NULL;
	w->form = matching_form(p, s + 1, n, true);
	while ((flag = take_flag(w, s + *used, len - *used)) > 0)
		*used += flag;
	w->source = arena_printf(
		p->arena, "~%s%s%s", w->form, only[w->only], w->spoken ? ":lisan" : "");
	w->key = w->source;
	return w;
}

/* --- errors ----------------------------------------------------------------------------------- */

static enum message hint_for(char c)
{
	static const struct {
		char c;
		enum message hint;
	} hints[] = {
		{ '|', MSG_H_WRITE_OR },
		{ '&', MSG_H_WRITE_AND },
		{ '+', MSG_H_WRITE_AND },
		{ ';', MSG_H_COMMA_BETWEEN },
		{ '"', MSG_H_SPACE_BEFORE_QUOTE },
		{ '#', MSG_H_HASHTAG_WORD },
		{ '=', MSG_H_SPACE_BEFORE_EQUALS },
	};

	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
		if (hints[i].c == c)
			return hints[i].hint;
	return MSG_NONE;
}

/* .* \w [a-z]: what other programs search with. */
static bool is_regex(const char *s, size_t len)
{
	for (size_t i = 0; i + 1 < len; i++)
		if ((s[i] == '.' && strchr("*+?", s[i + 1]) != NULL) ||
			(s[i] == '\\' && is_ascii_letter(s[i + 1])) || s[i] == '[')
			return true;
	return false;
}

/* E019 at byte POS of the text, which is in the current token or directly behind it. */
static struct pattern *bad_word(struct parser *p, size_t pos)
{
	const char *start = parse_raw(p);
	enum message hint;
	size_t end = pos;
	struct diag *g;

	while (!lexer_ends_pattern(&p->lex, end))
		end++;
	if (end < p->tok.end)
		end = p->tok.end;
	g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos), SAY(E019_NOT_WORD),
		complain_clip(p->c, start, end - p->tok.start));
	hint = pos < p->lex.len ? hint_for(p->lex.text[pos]) : MSG_NONE;
	if (is_regex(start, end - p->tok.start))
		complain_hint(
			p->c, g, SAY(H_REGEX), complain_clip(p->c, start, end - p->tok.start));
	else if (hint != MSG_NONE)
		complain_plain_hint(p->c, g, hint);
	else if (pos + 1 == end)
		complain_hint(p->c, g, SAY(H_LEAVE_OUT_END), p->lex.text[pos]);
	else if (pos > p->tok.start && p->lex.text[pos] == '_')
		complain_hint(
			p->c, g, SAY(H_COMPOUND), complain_clip(p->c, start, end - p->tok.start));
	else
		complain_hint(
			p->c, g, SAY(H_IN_QUOTES), complain_clip(p->c, start, end - p->tok.start));
	return NULL;
}

/* neg, pos or lisan, behind the wrong mark */
static bool is_flag_name(const char *s, size_t len)
{
	return (len == 3 && (memcmp(s, "neg", 3) == 0 || memcmp(s, "pos", 3) == 0)) ||
	       (len == 5 && memcmp(s, "lisan", 5) == 0);
}

static struct pattern *bad_root(struct parser *p, size_t used)
{
	size_t pos = p->tok.start + used;
	bool flag = used > 1 && used < parse_len(p) && p->lex.text[pos] == ':';
	struct diag *g;

	if (flag) {
		g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos + 1, p->tok.end),
			SAY(E019_ROOT_MARK), parse_clip(p));
		complain_hint(p->c, g, SAY(H_ROOT_MARKS));
		return NULL;
	}
	g = complain_error(
		p->c, lexer_at(&p->lex, &p->tok, pos, pos), SAY(E019_NOT_ROOT), parse_clip(p));
	if (used > 1 && pos < p->tok.end && p->lex.text[pos] == '-')
		complain_hint(
			p->c, g, SAY(H_ROOT_DOUBLED), complain_clip(p->c, parse_raw(p), used));
	else if (used > 1 && pos < p->tok.end &&
		 is_flag_name(p->lex.text + pos + 1, p->tok.end - pos - 1))
		complain_hint(p->c, g, SAY(H_ROOT_MARK), complain_clip(p->c, parse_raw(p), used),
			complain_clip(p->c, p->lex.text + pos + 1, p->tok.end - pos - 1));
	else
		complain_hint(p->c, g, SAY(H_ROOT));
	return NULL;
}

static struct pattern *reserved(struct parser *p)
{
	struct diag *g;

	if (is_number(parse_raw(p), parse_len(p)))
		g = complain_error(p->c, p->tok.at, SAY(E006_NUMBER), parse_clip(p));
	else
		g = complain_error(p->c, p->tok.at, SAY(E006_RESERVED), parse_clip(p));
	complain_hint(p->c, g, SAY(H_SEARCH_WORD), parse_clip(p));
	return NULL;
}

/* AND OR NOT NEAR: written as in a library catalogue. */
static bool is_shouted(const struct parser *p)
{
	static const char *const shouted[] = { "AND", "OR", "NOT", "NEAR" };

	for (size_t i = 0; i < sizeof shouted / sizeof *shouted; i++)
		if (parse_is(p, shouted[i]))
			return true;
	return false;
}

static struct pattern *no_operator(struct parser *p)
{
	struct diag *g = complain_error(p->c, p->tok.at, SAY(E006_CAPITALS), parse_clip(p));

	complain_hint(p->c, g, SAY(H_SMALL_LETTERS), parse_lower(p, parse_clip(p)), parse_clip(p));
	return NULL;
}

/* --- runs ------------------------------------------------------------------------------------- */

static const char stem_prefix[] = "stem:";

static bool is_stem(const struct parser *p)
{
	size_t n = sizeof stem_prefix - 1;

	return parse_len(p) >= n && memcmp(parse_raw(p), stem_prefix, n) == 0;
}

/* Languages libstemmer has under these names. */
static bool is_stem_language(const char *lang)
{
	static const char known[] =
		"ar ca da de el en es et eu fi fr ga hi hu hy id it lt ne nl no "
		"pl pt ro ru sr sv ta tr yi ";
	const char *at = strstr(known, lang);

	return at != NULL && at[2] == ' ' && (at == known || at[-1] == ' ');
}

static struct pattern *unknown_stem(struct parser *p, const char *lang, size_t skip)
{
	size_t pos = p->tok.start + skip;

	complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos + 2), SAY(E020_STEM), lang);
	return NULL;
}

static struct pattern *parse_stem(struct parser *p)
{
	const char *s = parse_raw(p);
	size_t len = parse_len(p), skip = sizeof stem_prefix - 1;
	struct pattern *w = new_pattern(p, PATTERN_STEM);

	w->lang = "en";
	if (len > skip + 2 && s[skip + 2] == ':' && letters(s + skip, 2) == 2) {
		w->lang = arena_dup(p->arena, s + skip, 2);
		if (!is_stem_language(w->lang))
			return unknown_stem(p, w->lang, skip);
		skip += 3;
	}
	len -= skip;
	s += skip;
	if (len == 0 || token_len(s, len) < len)
		return bad_word(p, p->tok.start + skip + (len > 0 ? token_len(s, len) : 0));
	if (strcspn(s, "*?") < len)
		return bad_word(p, p->tok.start + skip + strcspn(s, "*?"));
	w->form = matching_form(p, s, len, true);
	w->source = strcmp(w->lang, "en") == 0
			    ? arena_printf(p->arena, "stem:%s", w->form)
			    : arena_printf(p->arena, "stem:%s:%s", w->lang, w->form);
	w->key = w->source;
	return w;
}

static struct pattern *plain_word(struct parser *p, bool exact)
{
	size_t right = word_len(parse_raw(p), parse_len(p));
	struct pattern *w;

	if (right < parse_len(p))
		return bad_word(p, p->tok.start + right);
	w = word_new(p, parse_raw(p), parse_len(p), exact);
	if (!word_has_letters(w)) {
		struct diag *g = complain_error(p->c, p->tok.at, SAY(E019_WIDE), parse_clip(p));

		complain_hint(p->c, g, SAY(H_TWO_LETTERS));
		return NULL;
	}
	word_dress(p, w);
	return w;
}

static struct pattern *read_word(struct parser *p, bool exact)
{
	const char *s = parse_raw(p);
	size_t used;
	struct pattern *w;

	if (*s == '~' && !exact) {
		w = word_root(p, s, parse_len(p), &used);
		return w != NULL && used == parse_len(p) ? w : bad_root(p, used);
	}
	if (is_stem(p) && !exact)
		return parse_stem(p);
	if (!exact && (p->tok.word != WORD_NONE || is_number(s, parse_len(p))))
		return reserved(p);
	if (!exact && is_shouted(p))
		return no_operator(p);
	return plain_word(p, exact);
}

struct pattern *parse_word(struct parser *p, bool exact, struct at at)
{
	struct pattern *w = read_word(p, exact);

	if (w == NULL)
		return NULL;
	if (!lexer_ends_pattern(&p->lex, p->tok.end))
		return bad_word(p, p->tok.end);
	parse_advance(p);
	w->at = parse_span(p, at);
	return w;
}
