/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/lexer.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

#define SUPPRESSED_MAX 1000
#define SUPPRESS_ID 4 /* letters and digits of an id */
#define LEFT_QUOTE 0x201c
#define RIGHT_QUOTE 0x201d

void lexer_init(struct lexer *lex, const char *text, size_t len)
{
	*lex = (struct lexer){
		.text = text, .len = len, .line = 1, .mark_column = 1, .line_start = true
	};
}

void lexer_release(struct lexer *lex)
{
	vec_release(&lex->suppressed);
}

static bool is_flag_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ascii_digit(c) || c == '_';
}

static size_t look(const struct lexer *lex, size_t pos, uint32_t *cp)
{
	if (pos >= lex->len) {
		*cp = 0;
		return 0;
	}
	return utf8_next(lex->text + pos, lex->text + lex->len, cp);
}

static char peek(const struct lexer *lex, size_t pos)
{
	return pos < lex->len ? lex->text[pos] : '\0';
}

/* White space, and what is invisible between two tokens. */
static bool is_blank(uint32_t cp)
{
	return utf8_is_space(cp) || cp == 0xad || (cp >= 0x200b && cp <= 0x200d) || cp == 0x2060 ||
	       cp == 0xfeff;
}

/* Counts on to byte pos of the current line. */
static uint32_t column_at(struct lexer *lex, size_t pos)
{
	lex->mark_column += (uint32_t)utf8_count(lex->text + lex->mark, pos - lex->mark);
	lex->mark = pos;
	return lex->mark_column;
}

static void new_line(struct lexer *lex, size_t next)
{
	lex->line++;
	lex->mark = next;
	lex->mark_column = 1;
	lex->line_start = true;
}

static bool is_comment(const struct lexer *lex, bool spaced)
{
	uint32_t cp;

	if (!spaced)
		return false;
	return look(lex, lex->pos + 1, &cp) == 0 || cp == '#' || utf8_is_space(cp);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A letter and three digits, and nothing that goes on. */
static bool is_id(const char *p, const char *end)
{
	return end - p >= SUPPRESS_ID && is_letter(p[0]) && ascii_digit(p[1]) &&
	       ascii_digit(p[2]) && ascii_digit(p[3]) &&
	       (end - p == SUPPRESS_ID || !is_flag_char(p[SUPPRESS_ID]));
}

static void add_suppressed(struct lexer *lex, const char *p, size_t len)
{
	struct suppress s = { .at = { lex->line, 0, (uint32_t)len, lex->file },
		.alone = lex->line_start,
		.until = lex->line };

	s.at.column = column_at(lex, (size_t)(p - lex->text));
	if (len == SUPPRESS_ID)
		memcpy(s.id, p, len);
	if (lex->suppressed.n < SUPPRESSED_MAX)
		vec_push(&lex->suppressed, s);
}

/* The ids behind the word, up to the first thing that is none: a reason may follow. */
static void note_suppressed(struct lexer *lex, const char *p, const char *end)
{
	static const char word[] = "suppress:";
	const size_t len = sizeof word - 1;
	const char *start;

	while (p < end && (*p == '#' || *p == ' '))
		p++;
	if ((size_t)(end - p) < len || memcmp(p, word, len) != 0)
		return;
	start = p;
	for (p += len; p < end && (*p == ' ' || *p == ',' || is_id(p, end));) {
		if (is_id(p, end)) {
			add_suppressed(lex, p, SUPPRESS_ID);
			start = NULL;
			p += SUPPRESS_ID;
		} else {
			p++;
		}
	}
	if (start != NULL)
		add_suppressed(lex, start, len);
}

/* What stands alone above comment lines is meant for what follows them. */
static void carry_suppressed(struct lexer *lex)
{
	for (size_t i = lex->suppressed.n; i > 0; i--) {
		struct suppress *s = &lex->suppressed.items[i - 1];

		if (!s->alone || s->until + 1 < lex->line)
			return;
		s->until = lex->line;
	}
}

static void skip_comment(struct lexer *lex)
{
	const char *start = lex->text + lex->pos;
	const char *end = memchr(start, '\n', lex->len - lex->pos);

	if (end == NULL)
		end = lex->text + lex->len;
	if (lex->line_start)
		carry_suppressed(lex);
	note_suppressed(lex, start, end);
	lex->pos = (size_t)(end - lex->text);
}

/* Over white space and comments; is there any? */
static bool skip_blank(struct lexer *lex)
{
	bool spaced = lex->pos == 0;
	uint32_t cp;
	size_t n;

	while ((n = look(lex, lex->pos, &cp)) > 0) {
		if (cp == '#' && is_comment(lex, spaced)) {
			skip_comment(lex);
			continue;
		}
		if (!is_blank(cp))
			break;
		lex->pos += n;
		if (cp == '\n')
			new_line(lex, lex->pos);
		spaced = true;
	}
	return spaced;
}

static size_t line_end(const struct lexer *lex, size_t pos)
{
	const char *nl = memchr(lex->text + pos, '\n', lex->len - pos);

	return nl != NULL ? (size_t)(nl - lex->text) : lex->len;
}

/* Turns the token into a flaw that ends at END. */
static void make_bad(struct token *t, enum flaw flaw, size_t at, size_t end)
{
	t->kind = TOKEN_BAD;
	t->flaw = flaw;
	t->flaw_at = at;
	t->end = end;
}

/* "..." or “...”: ends at the mark of the same make. */
static void read_text(const struct lexer *lex, struct token *t, uint32_t quote, size_t n)
{
	const uint32_t closing = quote == LEFT_QUOTE ? RIGHT_QUOTE : '"';
	size_t pos = t->start + n, wrong = 0;
	uint32_t cp;

	t->inner = pos;
	while ((n = look(lex, pos, &cp)) > 0 && cp != '\n') {
		if (cp == closing) {
			t->kind = TOKEN_TEXT;
			t->inner_end = pos;
			t->end = pos + n;
			if (wrong != 0)
				make_bad(t, FLAW_ESCAPE, wrong, t->end);
			return;
		}
		if (cp == '\\') {
			char next = peek(lex, pos + 1);

			if (next != '"' && next != '\\' && next != 'n')
				wrong = wrong != 0 ? wrong : pos;
			else
				n = 2;
		}
		pos += n;
	}
	make_bad(t, FLAW_OPEN_TEXT, t->start, line_end(lex, t->start));
}

static void read_regex(const struct lexer *lex, struct token *t)
{
	size_t pos = t->start + 1, stop = line_end(lex, pos);

	t->inner = pos;
	while (pos < stop && lex->text[pos] != '/')
		pos += lex->text[pos] == '\\' && pos + 1 < stop ? 2 : 1;
	if (pos >= stop) {
		make_bad(t, FLAW_OPEN_REGEX, t->start, stop);
		return;
	}
	t->kind = TOKEN_REGEX;
	t->inner_end = pos++;
	while (pos < lex->len && is_flag_char(lex->text[pos]))
		pos++;
	t->end = pos;
}

static bool is_one_of(uint32_t cp, const char *marks)
{
	return cp > 0 && cp < 0x80 && strchr(marks, (int)cp) != NULL;
}

static bool ends_run(uint32_t cp)
{
	if (cp < 0x80)
		return cp <= ' ' || is_one_of(cp, "{}(),<>=!#/\"");
	return cp == LEFT_QUOTE || cp == RIGHT_QUOTE || utf8_is_space(cp);
}

/* A comma between digits belongs to the number: 134,249 and the mistake 0,7. */
static void read_run(const struct lexer *lex, struct token *t)
{
	size_t pos = t->start, n;
	bool number = true;
	uint32_t cp;

	while ((n = look(lex, pos, &cp)) > 0) {
		if (cp == ',' && number && pos > t->start && ascii_digit(peek(lex, pos + 1)))
			;
		else if (ends_run(cp) && pos > t->start) /* a token is never empty */
			break;
		else if (!(cp >= '0' && cp <= '9') && cp != '.')
			number = false;
		pos += n;
	}
	t->kind = TOKEN_RUN;
	t->end = pos;
	t->word = word_find(lex->text + t->start, pos - t->start);
}

static void read_mark(const struct lexer *lex, struct token *t, char c)
{
	static const char doubles[] = "!<>";
	static const enum mark with_equals[] = { MARK_NOT_EQUAL, MARK_LESS_EQUAL,
		MARK_GREATER_EQUAL };
	const char *d = strchr(doubles, c);

	t->kind = TOKEN_MARK;
	t->mark = (enum mark)c;
	t->end = t->start + 1;
	if (d != NULL && peek(lex, t->end) == '=') {
		t->mark = with_equals[d - doubles];
		t->end++;
	}
}

static size_t run_end(const struct lexer *lex, size_t pos)
{
	uint32_t cp;
	size_t n;

	while ((n = look(lex, pos, &cp)) > 0 && !utf8_is_space(cp))
		pos += n;
	return pos;
}

/* 'nota kesepahaman': to the closing mark, if it has one on the line. */
static size_t single_end(const struct lexer *lex, size_t start)
{
	size_t stop = line_end(lex, start);
	const char *close = memchr(lex->text + start + 1, '\'', stop - start - 1);

	return close != NULL ? (size_t)(close - lex->text) + 1 : run_end(lex, start);
}

static void read_token(const struct lexer *lex, struct token *t)
{
	uint32_t cp;
	size_t n = look(lex, t->start, &cp);

	if (cp == '"' || cp == LEFT_QUOTE)
		read_text(lex, t, cp, n);
	else if (cp == RIGHT_QUOTE)
		make_bad(t, FLAW_CLOSING_QUOTE, t->start, t->start + n);
	else if (cp == '\'')
		make_bad(t, FLAW_QUOTE, t->start, single_end(lex, t->start));
	else if (cp == '#')
		make_bad(t, FLAW_HASH, t->start, run_end(lex, t->start + 1));
	else if (cp == '/')
		read_regex(lex, t);
	else if (cp == '-') {
		t->kind = TOKEN_MINUS;
		t->end = t->start + 1;
	} else if (is_one_of(cp, "{}(),<>=!"))
		read_mark(lex, t, (char)cp);
	else
		read_run(lex, t);
}

void lexer_next(struct lexer *lex, struct token *t)
{
	uint32_t cp;

	*t = (struct token){ .kind = TOKEN_END };
	t->spaced = skip_blank(lex);
	t->first = lex->line_start;
	t->start = t->end = lex->pos;
	t->at = (struct at){ lex->line, column_at(lex, lex->pos), 1, lex->file };
	if (lex->pos == lex->len)
		return;
	read_token(lex, t);
	lex->line_start = false;
	lex->pos = t->end;
	t->at.width = (uint32_t)utf8_count(lex->text + t->start, t->end - t->start);
	t->glued = look(lex, t->end, &cp) > 0 && !is_blank(cp);
}

struct at lexer_at(const struct lexer *lex, const struct token *t, size_t from, size_t to)
{
	struct at at = t->at;

	at.column += (uint32_t)utf8_count(lex->text + t->start, from - t->start);
	at.width = to > from ? (uint32_t)utf8_count(lex->text + from, to - from) : 1;
	return at;
}

bool lexer_ends_pattern(const struct lexer *lex, size_t pos)
{
	uint32_t cp;

	if (look(lex, pos, &cp) == 0 || is_blank(cp))
		return true;
	return is_one_of(cp, "{}(),<>");
}
