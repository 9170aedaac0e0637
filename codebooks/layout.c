/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tokens go through one by one.  A stack of blocks tells which words begin an
 * item; what stands between two tokens (comments, empty lines) is written
 * before the second of them.
 */
#include "codebooks/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/lexer.h"

#define COLUMNS 120
#define INDENT 2
#define HANG 4 /* more, of an expression or list that goes on; half of it, of a text */

enum block_kind { BLOCK_FILE, BLOCK_CODE, BLOCK_EXTEND, BLOCK_RULE, BLOCK_LIST };

struct layout {
	struct lexer lex;
	struct token prev, tok, next;
	struct buf *out;
	size_t line; /* where the line that is being written begins */
	VEC(enum block_kind) blocks;
	VEC(uint32_t) kept; /* lines of the text that stay lines, ascending */
	enum word item;	    /* the word that began the item at hand */
	unsigned parens;    /* open */
	bool fresh;	    /* the line is empty: the next token begins it */
	bool opened;	    /* nothing was written behind the last '{' */
};

static enum block_kind block_of(enum word item)
{
	return item == WORD_CODE			   ? BLOCK_CODE
	       : item == WORD_EXTEND			   ? BLOCK_EXTEND
	       : item == WORD_RULE || item == WORD_PRIVATE ? BLOCK_RULE
							   : BLOCK_LIST;
}

static enum block_kind block(const struct layout *l)
{
	return *vec_last(&l->blocks);
}

/* --- lines --- */

static void end_line(struct layout *l)
{
	if (!l->fresh)
		buf_addc(l->out, '\n');
	l->line = l->out->len;
	l->fresh = true;
}

static bool is_expression(enum word item)
{
	return item == WORD_WHEN || item == WORD_UNLESS || item == WORD_WHERE;
}

static void indent(struct layout *l, bool hangs)
{
	size_t n = (l->blocks.n - 1) * INDENT;

	if (hangs) /* a list's block is one level already */
		n += block(l) == BLOCK_LIST || !is_expression(l->item) ? HANG / 2 : HANG;
	for (size_t i = 0; i < n; i++)
		buf_addc(l->out, ' ');
	l->fresh = false;
}

static size_t column(const struct layout *l)
{
	return utf8_count(l->out->data + l->line, l->out->len - l->line);
}

/* --- what stands between two tokens --- */

static const char *line_stop(const char *p, const char *end)
{
	const char *nl = memchr(p, '\n', (size_t)(end - p));

	return nl != NULL ? nl : end;
}

/* The comment on this line: *p moves to its '#', its end without white space is given. */
static const char *comment_end(const char **p, const char *stop)
{
	const char *end = stop;

	*p = memchr(*p, '#', (size_t)(stop - *p));
	while (*p != NULL && end > *p && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
		end--;
	return end;
}

static void write_trailing(struct layout *l, const char *p, const char *stop)
{
	const char *end = comment_end(&p, stop);

	if (p == NULL)
		return;
	if (!l->fresh)
		buf_adds(l->out, "  ");
	buf_add(l->out, p, (size_t)(end - p));
	l->fresh = false;
	end_line(l);
}

static void write_empty(struct layout *l)
{
	end_line(l);
	if (l->out->len > 0 && !l->opened)
		buf_addc(l->out, '\n');
	l->line = l->out->len;
	l->opened = true; /* one is enough */
}

/* Comments and one empty line, from the end of the token before to this one. item: a new one
 * begins, so that empty lines count. */
static void write_gap(struct layout *l, bool item, bool hangs)
{
	const char *p = l->lex.text + l->prev.end, *end = l->lex.text + l->tok.start;
	const char *stop = line_stop(p, end);
	bool empty = false;

	if (l->prev.kind != TOKEN_END || l->prev.end > 0)
		write_trailing(l, p, stop);
	else
		stop = p - 1;
	while (stop < end) {
		const char *from = stop + 1, *comment = from, *last;

		stop = from < end ? line_stop(from, end) : end;
		if (from >= end)
			break;
		last = comment_end(&comment, stop);
		if (comment == NULL) {
			empty = empty || stop < end;
			continue;
		}
		if (empty && item)
			write_empty(l);
		end_line(l);
		indent(l, hangs);
		buf_add(l->out, comment, (size_t)(last - comment));
		end_line(l);
		l->opened = empty = false;
	}
	if (empty && item && l->tok.mark != MARK_CLOSE && l->tok.kind != TOKEN_END)
		write_empty(l);
}

/* --- tokens --- */

static void add_text(const char *p, const char *end, struct buf *out)
{
	buf_addc(out, '"');
	for (; p < end; p++) {
		if (*p == '\\' && p + 1 < end)
			buf_addc(out, *p++);
		else if (*p == '"')
			buf_addc(out, '\\');
		buf_addc(out, *p);
	}
	buf_addc(out, '"');
}

static void add_token(const struct layout *l, struct buf *out)
{
	const char *text = l->lex.text;

	if (l->tok.kind == TOKEN_TEXT)
		add_text(text + l->tok.inner, text + l->tok.inner_end, out);
	else
		buf_add(out, text + l->tok.start, l->tok.end - l->tok.start);
}

static void write_token(struct layout *l)
{
	add_token(l, l->out);
	l->fresh = l->opened = false;
}

static bool is_mark(const struct token *t, const char *marks)
{
	return t->kind == TOKEN_MARK && t->mark < 0x80 && strchr(marks, (int)t->mark) != NULL;
}

static void count_parens(struct layout *l)
{
	if (is_mark(&l->tok, "("))
		l->parens++;
	else if (is_mark(&l->tok, ")") && l->parens > 0)
		l->parens--;
}

/* Is there a space between the token before and this one, on one line? */
static bool is_spaced(const struct layout *l)
{
	if (l->prev.kind == TOKEN_RUN && l->tok.kind == TOKEN_TEXT && l->item == WORD_WHERE &&
		l->lex.text[l->prev.end - 1] == '.')
		return false; /* speaker."jenis kelamin" */
	if (l->item == WORD_WHERE)
		return !is_mark(&l->prev, "(") && !is_mark(&l->tok, ")");
	if (l->prev.kind == TOKEN_MINUS || is_mark(&l->prev, "(<="))
		return false;
	return !is_mark(&l->tok, "),>");
}

/* May a line end before this token? */
static bool may_break(const struct layout *l)
{
	static const enum word before[] = { WORD_AND, WORD_OR, WORD_NEAR, WORD_BEFORE, WORD_AFTER };

	if (block(l) == BLOCK_LIST)
		return is_mark(&l->prev, ",");
	if (l->tok.kind == TOKEN_TEXT)
		return l->prev.kind == TOKEN_TEXT;
	if (l->prev.kind == TOKEN_TEXT && l->tok.kind == TOKEN_RUN && !is_expression(l->item))
		return true; /* a language */
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (l->tok.word == before[i] && l->tok.kind == TOKEN_RUN)
			return is_expression(l->item);
	return false;
}

static bool begins_item(const struct layout *l)
{
	static const unsigned flags[] = {
		[BLOCK_FILE] = IN_FILE,
		[BLOCK_CODE] = IN_CODE,
		[BLOCK_EXTEND] = IN_CODE | IN_EXTEND,
		[BLOCK_RULE] = IN_RULE,
		[BLOCK_LIST] = 0,
	};
	static const enum word key_behind[] = { WORD_CODE, WORD_RULE, WORD_KIND, WORD_EXCLUSIVE,
		WORD_SEE, WORD_WAS, WORD_PARENT, WORD_EXTEND, WORD_PRIVATE };

	if (l->prev.kind == TOKEN_END)
		return true;
	if (l->tok.kind != TOKEN_RUN || l->parens > 0 ||
		(word_flags(l->tok.word) & flags[block(l)]) == 0)
		return false;
	if (l->prev.kind == TOKEN_MARK && !is_mark(&l->prev, "{})"))
		return is_mark(&l->prev, ">") && l->item != WORD_WHERE;
	for (size_t i = 0; i < sizeof key_behind / sizeof *key_behind; i++)
		if (l->prev.kind == TOKEN_RUN && l->prev.word == key_behind[i] &&
			l->item == key_behind[i])
			return false;
	return !(l->item == WORD_WHERE && l->prev.end - l->prev.start == 4 &&
		 memcmp(l->lex.text + l->prev.start, "like", 4) == 0);
}

/* A line break parts the items of a list, too. */
static bool parts_items(const struct layout *l)
{
	return block(l) == BLOCK_LIST && l->tok.first && l->tok.kind != TOKEN_MINUS &&
	       !is_mark(&l->tok, ",}") && !is_mark(&l->prev, "{,=") &&
	       l->prev.kind != TOKEN_MINUS &&
	       !(l->prev.kind == TOKEN_RUN && l->prev.word == WORD_EACH);
}

/* --- lines that stay lines ---
 *
 * `# suppress:` in the middle of a list means its line (suppress.h). */

/* Walks over the text: is the token inside a list? */
struct list_watch {
	enum word item;
	bool in_list;
};

static void watch(struct list_watch *w, const struct token *t)
{
	if (t->kind == TOKEN_RUN && !w->in_list && (word_flags(t->word) & IS_ITEM) != 0)
		w->item = t->word;
	if (is_mark(t, "{"))
		w->in_list = block_of(w->item) == BLOCK_LIST;
	else if (is_mark(t, "}"))
		w->in_list = false;
}

/* Lines on which a list ends are laid out like others: behind it the comment means all of it. */
static void find_kept(struct layout *l, const char *text, size_t len)
{
	struct list_watch w = { WORD_NONE, false };
	struct lexer lex;
	struct token t;
	uint32_t closed = 0; /* line of the last '}' */
	size_t seen = 0;

	lexer_init(&lex, text, len);
	do {
		lexer_next(&lex, &t);
		for (; seen < lex.suppressed.n; seen++) {
			const struct suppress *s = &lex.suppressed.items[seen];
			uint32_t line = s->alone ? t.at.line : s->at.line;

			if (w.in_list && line != closed)
				vec_push(&l->kept, line);
		}
		watch(&w, &t);
		if (is_mark(&t, "}")) {
			closed = t.at.line;
			while (l->kept.n > 0 && *vec_last(&l->kept) == closed)
				l->kept.n--;
		}
	} while (t.kind != TOKEN_END);
	lexer_release(&lex);
}

static bool is_kept(const struct layout *l, uint32_t line)
{
	size_t low = 0, high = l->kept.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->kept.items[middle] < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < l->kept.n && l->kept.items[low] == line;
}

/* Does the line of an item of a list end before this token, wherever the column is? */
static bool must_break(const struct layout *l)
{
	return l->tok.at.line != l->prev.at.line &&
	       (is_kept(l, l->tok.at.line) || is_kept(l, l->prev.at.line));
}

static bool must_stay(const struct layout *l)
{
	return l->tok.at.line == l->prev.at.line && is_kept(l, l->tok.at.line);
}

/* The token behind the one at hand. */
static struct token look_ahead(const struct layout *l)
{
	struct lexer ahead = l->lex;
	struct token t;

	ahead.suppressed.items = NULL;
	ahead.suppressed.n = ahead.suppressed.cap = 0;
	lexer_next(&ahead, &t);
	lexer_release(&ahead);
	return t;
}

/* The token and what clings to it, up to where a line may end again; as it will be written, for
 * laid out again it must break at the same places. */
static size_t width_ahead(const struct layout *l)
{
	struct layout a = *l;
	struct buf text = BUF_INIT;
	size_t width;

	a.lex.suppressed.items = NULL;
	a.lex.suppressed.n = a.lex.suppressed.cap = 0;
	for (bool first = true; a.tok.kind != TOKEN_END; first = false) {
		bool comma = block(&a) == BLOCK_LIST && is_mark(&a.tok, ",");
		struct token next = look_ahead(&a);

		if (!first && (comma || parts_items(&a))) {
			buf_adds(&text, comma && is_mark(&next, "}") ? "" : ",");
			break;
		}
		if (!first && (is_mark(&a.tok, "{}") || may_break(&a) || begins_item(&a)))
			break;
		buf_adds(&text, !first && is_spaced(&a) ? " " : "");
		add_token(&a, &text);
		count_parens(&a);
		a.prev = a.tok;
		lexer_next(&a.lex, &a.tok);
	}
	lexer_release(&a.lex);
	width = utf8_count(text.data, text.len);
	buf_release(&text);
	return width;
}

/* --- structure --- */

static void close_block(struct layout *l)
{
	bool list = block(l) == BLOCK_LIST;

	if (!list)
		write_gap(l, true, false);
	else
		write_gap(l, false, true);
	l->blocks.n--;
	if (!list)
		end_line(l);
	if (l->fresh)
		indent(l, false);
	else
		buf_addc(l->out, ' ');
	write_token(l);
	l->item = WORD_NONE;
}

static void open_block(struct layout *l)
{
	write_gap(l, false, true);
	if (l->fresh)
		indent(l, true);
	else
		buf_addc(l->out, ' ');
	write_token(l);
	vec_push(&l->blocks, block_of(l->item));
	l->opened = true;
}

static void begin_item(struct layout *l)
{
	write_gap(l, true, false);
	end_line(l);
	indent(l, false);
	l->item = l->tok.word;
	write_token(l);
}

/* The first item of a list, on a line of its own that stays one? */
static bool begins_kept(const struct layout *l)
{
	return block(l) == BLOCK_LIST && is_mark(&l->prev, "{") && must_break(l);
}

/* Of a place where a line may end: does it? */
static bool ends_line(const struct layout *l)
{
	if (block(l) == BLOCK_LIST && l->kept.n > 0) {
		if (must_break(l))
			return true;
		if (must_stay(l))
			return false;
	}
	return column(l) + 1 + width_ahead(l) > COLUMNS;
}

static void go_on(struct layout *l)
{
	bool comma = is_mark(&l->tok, ",") && block(l) == BLOCK_LIST;

	if (parts_items(l)) {
		buf_addc(l->out, ',');
		l->prev.kind = TOKEN_MARK; /* in the place where it was */
		l->prev.mark = MARK_COMMA;
	}
	write_gap(l, false, true);
	if (comma && is_mark(&l->next, "}"))
		return; /* the last one is not needed */
	if (!l->fresh && (may_break(l) ? ends_line(l) : begins_kept(l)))
		end_line(l);
	if (l->fresh)
		indent(l, true);
	else if (is_spaced(l))
		buf_addc(l->out, ' ');
	write_token(l);
}

static void step(struct layout *l)
{
	bool closes = is_mark(&l->tok, "}") && l->blocks.n > 1;

	if (closes)
		close_block(l);
	else if (is_mark(&l->tok, "{"))
		open_block(l);
	else if (begins_item(l))
		begin_item(l);
	else
		go_on(l);
	count_parens(l);
}

void layout_write(const char *text, size_t len, struct buf *out)
{
	struct layout l = { .out = out, .line = out->len, .fresh = true, .opened = true };

	find_kept(&l, text, len);
	lexer_init(&l.lex, text, len);
	vec_push(&l.blocks, BLOCK_FILE);
	lexer_next(&l.lex, &l.tok);
	while (l.tok.kind != TOKEN_END) {
		l.next = look_ahead(&l);
		step(&l);
		l.prev = l.tok;
		lexer_next(&l.lex, &l.tok);
	}
	write_gap(&l, true, false);
	end_line(&l);
	lexer_release(&l.lex);
	vec_release(&l.blocks);
	vec_release(&l.kept);
}
