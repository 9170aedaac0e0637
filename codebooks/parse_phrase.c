/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Phrases: words and, between two of them, either the ordinary gap or marks
 * that must stand there (CODEBOOK 4).  A phrase of one word is that word.
 */
#include "codebooks/parse.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/tokens.h"

/* The phrase while it is read. `raw` is the source between the quotes; `masked` has its length and
 * letters in place of '*' and '?', blanks in place of escapes, so that tokens.h finds the words. */
struct phrase {
	struct parser *p;
	const char *raw;
	char *masked;
	size_t len;
	bool exact;
	struct pattern_vec parts;
	struct text_vec gaps;
	struct buf source, key, marks;
	size_t mark_at; /* of the first mark in marks */
};

static void mask(struct phrase *f)
{
	for (size_t i = 0; i < f->len; i++)
		if (f->raw[i] == '*' || f->raw[i] == '?')
			f->masked[i] = 'x';
		else if (f->raw[i] == '\\' && i + 1 < f->len)
			f->masked[i] = f->masked[i + 1] = ' ', i++;
}

static bool fail(struct phrase *f, size_t at, enum message text, enum message hint)
{
	struct parser *p = f->p;
	size_t pos = p->tok.inner + at;
	struct diag *g = complain_plain(p->c, lexer_at(&p->lex, &p->tok, pos, pos), text);

	complain_plain_hint(p->c, g, hint);
	return false;
}

static bool fail_mark(struct phrase *f, size_t at)
{
	return fail(f, at, MSG_E019_EDGE, MSG_H_PHRASE_EDGE);
}

/* Quotation marks stand in an ordinary gap anyway. */
static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == 0xab || cp == 0xbb ||
	       (cp >= 0x2018 && cp <= 0x201f) || cp == 0x2039 || cp == 0x203a || cp == 0x2bc;
}

/* The character at raw[pos], escapes read; its bytes. */
static size_t next_char(const struct phrase *f, size_t pos, uint32_t *cp)
{
	if (f->raw[pos] == '\\' && pos + 1 < f->len) {
		*cp = f->raw[pos + 1] == 'n' ? ' ' : (unsigned char)f->raw[pos + 1];
		return 2;
	}
	return utf8_next(f->raw + pos, f->raw + f->len, cp);
}

/* Gap [from,to): its marks to f->marks, its writing to f->source and f->key. */
static void read_gap(struct phrase *f, size_t from, size_t to, struct buf *text)
{
	bool blank = false;
	uint32_t cp;

	buf_reset(&f->marks);
	while (from < to) {
		size_t at = from;

		from += next_char(f, from, &cp);
		if (utf8_is_space(cp) || is_quote(cp)) {
			blank = blank || utf8_is_space(cp);
			continue;
		}
		if (f->marks.len == 0)
			f->mark_at = at;
		if (blank)
			buf_addc(text, ' ');
		blank = false;
		buf_add_utf8(&f->marks, cp);
		if (cp == '\\')
			buf_addc(text, '\\');
		buf_add_utf8(text, cp);
	}
	if (blank || text->len == 0)
		buf_addc(text, ' ');
}

static void add_part(struct phrase *f, struct pattern *part, const char *gap)
{
	if (f->parts.n > 0) {
		buf_adds(&f->source, gap);
		buf_adds(&f->key, gap);
		vec_push(&f->gaps, arena_dup(f->p->arena, f->marks.data, f->marks.len));
	}
	buf_adds(&f->source, part->source);
	buf_adds(&f->key, part->key);
	vec_push(&f->parts, part);
}

/* The word [start,end) found by tokens.h, or the ~root whose letters it begins. Gives its end. */
static bool read_part(struct phrase *f, size_t gap_from, size_t start, size_t *end)
{
	struct parser *p = f->p;
	char before = start > gap_from ? f->raw[start - 1] : ' ';
	struct buf gap = BUF_INIT;
	struct pattern *part = NULL;
	size_t used;
	bool good = true;

	if (before == '~' &&
		(part = word_root(p, f->raw + start - 1, f->len - start + 1, &used)) != NULL)
		*end = start - 1 + used;
	if (part == NULL)
		part = word_new(p, f->raw + start, *end - start, f->exact || before == '=');
	if (part->kind != PATTERN_ROOT && before == '=' && !f->exact)
		word_dress(p, part);
	read_gap(f, gap_from, before == '~' || before == '=' ? start - 1 : start, &gap);
	if (!word_has_letters(part))
		good = fail(f, start, MSG_E019_WIDE_PART, MSG_H_TWO_LETTERS_PHRASE);
	else if (f->parts.n == 0 && f->marks.len > 0)
		good = fail_mark(f, f->mark_at);
	else
		add_part(f, part, gap.data);
	buf_release(&gap);
	return good;
}

static bool read_parts(struct phrase *f)
{
	struct tokens t = { f->masked, f->len, 0 };
	size_t start, end, from = 0;
	struct buf rest = BUF_INIT;
	bool good = true;

	while (good && tokens_next(&t, &start, &end)) {
		good = read_part(f, from, start, &end);
		from = t.pos = end;
	}
	if (good)
		read_gap(f, from, f->len, &rest);
	if (good && f->marks.len > 0)
		good = fail_mark(f, f->mark_at);
	buf_release(&rest);
	return good;
}

static struct pattern *single(struct phrase *f)
{
	struct pattern *w = arena_alloc(f->p->arena, sizeof *w);

	*w = *f->parts.items[0];
	if (w->source[0] != '=' && w->kind != PATTERN_ROOT)
		word_dress(f->p, w);
	return w;
}

static struct pattern *finish(struct phrase *f)
{
	struct arena *a = f->p->arena;
	const char *equals = f->exact ? "=" : "";
	struct pattern *w;
	const char **gaps;

	if (f->parts.n == 1)
		return single(f);
	w = arena_alloc(a, sizeof *w);
	w->kind = PATTERN_PHRASE;
	w->exact = f->exact;
	w->nparts = f->parts.n;
	w->parts = parse_keep_patterns(f->p, &f->parts);
	gaps = arena_calloc(a, f->gaps.n, sizeof *gaps);
	memcpy(gaps, f->gaps.items, f->gaps.n * sizeof *gaps);
	w->gaps = gaps;
	w->source = arena_printf(a, "%s\"%s\"", equals, f->source.data);
	w->key = arena_printf(a, "%s\"%s\"", equals, f->key.data);
	return w;
}

struct pattern *parse_phrase(struct parser *p, bool exact, struct at at)
{
	const char *raw = p->lex.text + p->tok.inner;
	size_t len = p->tok.inner_end - p->tok.inner;
	struct phrase f = {
		.p = p, .raw = raw, .masked = mem_dup(raw, len), .len = len, .exact = exact
	};
	struct pattern *w = NULL;
	bool good;

	buf_init(&f.source);
	buf_init(&f.key);
	buf_init(&f.marks);
	mask(&f);
	good = read_parts(&f);
	if (good && f.parts.n > 0)
		w = finish(&f);
	else if (good)
		complain_error(p->c, p->tok.at, SAY(E023_PHRASE));
	buf_release(&f.marks);
	buf_release(&f.key);
	buf_release(&f.source);
	vec_release(&f.gaps);
	vec_release(&f.parts);
	free(f.masked);
	if (w == NULL)
		return NULL;
	parse_advance(p);
	w->at = parse_span(p, at);
	return w;
}
