/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two passes over the lines: the first counts, to find out how the file was
 * made; the second puts lines together to blocks.  One block is kept back while its sentence
 * may go on behind the end of a page, and with it what stands between.
 */
#include "corpus/rejoin.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/rejoin_hyphen.h"
#include "corpus/rejoin_shape.h"

#define BETWEEN_MAX 12 /* footnotes and the like between two halves of a sentence */
#define CUT_WIDTH 60   /* a sentence that breaks off fills its line so far */

const char *const rejoin_names[] = { "auto", "yes", "no", NULL };

enum rejoin rejoin_mode(const struct draft *draft)
{
	return draft->options != NULL ? draft->options->rejoin : REJOIN_AUTO;
}

/* Lines put together. */
struct block {
	struct buf text;
	struct rejoin_line first, last;
	size_t blanks; /* in front of it */
	bool margin;   /* a page number or running head */
	bool closed;   /* a line of its own: nothing is joined to it */
};

struct rejoin_state {
	struct rejoin_shape shape;
	struct rejoin_words words;
	enum rejoin mode;
	enum rejoin_wrap wrap;
	bool pages;	     /* sentences are joined over pages */
	bool markup, fenced; /* fenced: inside of ``` */
	struct block now, open, between[BETWEEN_MAX];
	size_t nbetween;
	size_t lines, words_joined, hyphens, sentences; /* what was done */
	struct draft *draft;				/* where blocks go, or */
	struct buf *out;
	bool written;
};

/* ---- out ---- */

static void write_block(struct rejoin_state *r, struct block *b)
{
	bool tight = r->written && b->blanks == 0;

	if (b->text.len == 0)
		return;
	if (r->draft != NULL) {
		draft_para(r->draft, b->margin ? PARA_FOOTNOTE : PARA_BODY)->tight = tight;
		draft_text(r->draft, b->text.data, b->text.len);
	} else {
		if (r->wrap != REJOIN_ONE_LINE && !b->closed)
			tight = false; /* markup would take it for the same paragraph */
		buf_adds(r->out, tight ? "\n" : "\n\n");
		buf_add(r->out, b->text.data, b->text.len);
	}
	r->written = true;
	buf_reset(&b->text);
}

static void flush(struct rejoin_state *r)
{
	write_block(r, &r->open);
	for (size_t i = 0; i < r->nbetween; i++)
		write_block(r, &r->between[i]);
	r->nbetween = 0;
}

static void swap(struct block *a, struct block *b)
{
	struct block c = *a;

	*a = *b;
	*b = c;
}

/* ---- joining ---- */

/* Text goes behind the block's own: with a blank, or where a hyphen divides a word without. */
static void join_text(struct rejoin_state *r, struct block *b, const struct rejoin_line *l,
	const char *text, size_t len)
{
	enum rejoin_hyphen hyphen =
		rejoin_hyphen_between(&r->words, b->last.p, b->last.end, l->p, l->end);

	if (hyphen == REJOIN_DROP_HYPHEN)
		b->text.len--;
	if (hyphen == REJOIN_NO_HYPHEN)
		buf_addc(&b->text, ' ');
	r->words_joined += hyphen == REJOIN_DROP_HYPHEN;
	r->hyphens += hyphen == REJOIN_KEEP_HYPHEN;
	buf_add(&b->text, text, len);
}

static void append(struct rejoin_state *r, const struct rejoin_line *l)
{
	struct block *b = &r->now;

	if (rejoin_line_is_label(l) || rejoin_line_is_label_alone(&b->last)) {
		buf_addc(&b->text, '\n');
		buf_add(&b->text, l->p, (size_t)(l->end - l->p));
	} else {
		join_text(r, b, l, l->p, (size_t)(l->end - l->p));
		r->lines++;
	}
	b->last = *l;
}

static bool is_fence(const struct rejoin_line *l)
{
	return l->end - l->p >= 3 && (memcmp(l->p, "```", 3) == 0 || memcmp(l->p, "~~~", 3) == 0);
}

/* Is the line no part of any paragraph? */
static bool is_alone(const struct rejoin_state *r, const struct rejoin_line *l)
{
	if (r->markup && (r->fenced || is_fence(l) || strchr("#>|<[{", *l->p) != NULL))
		return true;
	return rejoin_line_is_apart(l) || rejoin_shape_is_margin(&r->shape, l);
}

/* Does the line end where its paragraph ends, because the next word would have fitted in? */
static bool ends_early(
	const struct rejoin_state *r, const struct rejoin_line *above, const struct rejoin_line *l)
{
	size_t reach = above->width + 1 + rejoin_line_first_word(l), width = r->shape.width;

	if (rejoin_line_finished(above))
		return reach * 20 < width * 17;
	return (above->width * 5 < width * 3 && !rejoin_line_starts_small(l)) || reach * 2 < width;
}

/* Does a block begin at `l`? */
static bool begins(const struct rejoin_state *r, const struct rejoin_line *l, size_t blanks)
{
	const struct rejoin_line *above = &r->now.last;
	bool finished = rejoin_line_finished(above) || rejoin_line_is_item(&r->now.first, true);

	if (r->wrap == REJOIN_ONE_LINE || blanks > (r->wrap == REJOIN_SPACED) || l->page)
		return true;
	if (r->now.closed || is_alone(r, l) || rejoin_line_is_item(l, finished))
		return true;
	if (l->indented && !above->indented && finished)
		return true;
	return ends_early(r, above, l);
}

/* ---- sentences cut by the end of a page ---- */

static bool is_between(const struct rejoin_state *r, const struct block *b)
{
	return b->margin || (!r->fenced && (rejoin_line_is_rule(&b->first) ||
						   rejoin_line_is_footnote(&b->first)));
}

/* Does the line break off in the middle of words, rather than behind a mark of its own? */
static bool breaks_off(const struct rejoin_line *l)
{
	uint32_t cp;

	utf8_prev(l->p, l->end, &cp);
	return utf8_is_letter(cp) || utf8_is_digit(cp) ||
	       (cp < 0x80 && strchr(",;-)*>\"", (int)cp) != NULL);
}

/* "oleh: ..." begins something of its own. */
static bool has_key(const struct rejoin_line *l)
{
	const char *blank = memchr(l->p, ' ', (size_t)(l->end - l->p));

	return blank != NULL && blank[-1] == ':';
}

static bool may_go_on(const struct rejoin_state *r, const struct block *b)
{
	size_t least = r->wrap == REJOIN_ONE_LINE ? CUT_WIDTH : r->shape.width / 10 * 7;

	return r->pages && !b->margin && !b->closed && b->last.width >= least &&
	       !rejoin_line_finished(&b->last) && breaks_off(&b->last);
}

/* Would the first word of l not have fitted behind the line above? */
static bool is_full(
	const struct rejoin_state *r, const struct rejoin_line *above, const struct rejoin_line *l)
{
	return (above->width + 1 + rejoin_line_first_word(l)) * 20 > r->shape.width * 17;
}

static bool goes_on(const struct rejoin_state *r, const struct block *b)
{
	const struct rejoin_line *l = &b->first;

	if (b->closed || (b->blanks == 0 && r->nbetween == 0 && !l->page))
		return false;
	if (r->wrap != REJOIN_ONE_LINE && !is_full(r, &r->open.last, l))
		return false;
	return rejoin_line_starts_small(l) && !rejoin_line_is_item(l, true) &&
	       !rejoin_line_is_label(l) && !has_key(l);
}

/* The block is complete. */
static void finish(struct rejoin_state *r)
{
	struct block *b = &r->now;

	if (b->text.len == 0)
		return;
	if (r->open.text.len > 0 && is_between(r, b) && r->nbetween < BETWEEN_MAX) {
		swap(b, &r->between[r->nbetween++]);
		return;
	}
	if (r->open.text.len > 0 && goes_on(r, b)) {
		join_text(r, &r->open, &b->first, b->text.data, b->text.len);
		r->open.last = b->last;
		r->sentences++;
		buf_reset(&b->text);
		if (!may_go_on(r, &r->open))
			flush(r);
		return;
	}
	flush(r);
	if (may_go_on(r, b))
		swap(b, &r->open);
	else
		write_block(r, b);
}

/* ---- the second pass ---- */

static void start_block(struct rejoin_state *r, const struct rejoin_line *l, size_t blanks)
{
	struct block *b = &r->now;
	const char *from = r->markup ? l->raw : l->p;

	buf_reset(&b->text);
	buf_add(&b->text, from, (size_t)(l->end - from));
	b->first = b->last = *l;
	b->blanks = blanks;
	b->closed = is_alone(r, l);
	b->margin = rejoin_shape_is_margin(&r->shape, l);
}

static void take_lines(struct rejoin_state *r, const char *text, size_t len)
{
	struct rejoin_cursor c = { .pos = text, .end = text + len };

	while (rejoin_line_next(&c)) {
		if (r->now.text.len > 0 && !begins(r, &c.line, c.blanks)) {
			append(r, &c.line);
			continue;
		}
		finish(r);
		start_block(r, &c.line, c.blanks);
		if (r->markup && is_fence(&c.line))
			r->fenced = !r->fenced;
	}
	finish(r);
	flush(r);
}

static void prepare(struct rejoin_state *r, const char *text, size_t len)
{
	rejoin_shape_measure(&r->shape, text, len);
	if (r->mode != REJOIN_NO) {
		r->wrap = r->mode == REJOIN_YES ? rejoin_shape_forced(&r->shape)
						: rejoin_shape_wrap(&r->shape);
		r->pages = r->mode == REJOIN_YES || r->wrap != REJOIN_ONE_LINE ||
			   rejoin_shape_is_prose(&r->shape);
	}
	if (r->shape.hyphens > 0 && r->pages)
		rejoin_words_count(&r->words, text, len);
}

static void release(struct rejoin_state *r)
{
	rejoin_shape_release(&r->shape);
	rejoin_words_release(&r->words);
	buf_release(&r->now.text);
	buf_release(&r->open.text);
	for (size_t i = 0; i < BETWEEN_MAX; i++)
		buf_release(&r->between[i].text);
}

static void report(const struct rejoin_state *r, struct diags *d)
{
	if (r->lines > 0 && r->wrap == REJOIN_SPACED)
		diag_add(d, DIAG_REMARK, "R005", NULL,
			"a blank line stands behind every line: %zu lines were joined to "
			"paragraphs",
			r->lines);
	else if (r->lines > 0)
		diag_add(d, DIAG_REMARK, "R007", NULL,
			"lines are cut at %zu characters: %zu were joined to paragraphs",
			r->shape.width, r->lines);
	if (r->words_joined + r->hyphens > 0)
		diag_add(d, DIAG_REMARK, "R008", NULL,
			"words divided at the end of a line: %zu joined, %zu keep their hyphen",
			r->words_joined, r->hyphens);
	if (r->sentences > 0)
		diag_add(d, DIAG_REMARK, "R009", NULL,
			"sentences that broke off and go on in the next paragraph: %zu joined "
			"(notes "
			"and page numbers between come behind)",
			r->sentences);
}

static bool run(struct rejoin_state *r, const char *text, size_t len, struct diags *d)
{
	prepare(r, text, len);
	take_lines(r, text, len);
	report(r, d);
	release(r);
	return r->lines + r->sentences > 0;
}

void rejoin_lines(const char *text, size_t len, struct draft *draft, struct diags *d)
{
	struct rejoin_state r = {
		.words = REJOIN_WORDS_INIT, .mode = rejoin_mode(draft), .draft = draft
	};

	draft->plain = true;
	run(&r, text, len, d);
}

bool rejoin_markup(const char *text, size_t len, enum rejoin mode, struct buf *out, struct diags *d)
{
	struct rejoin_state r = {
		.words = REJOIN_WORDS_INIT, .mode = mode, .markup = true, .out = out
	};

	if (mode != REJOIN_NO && run(&r, text, len, d))
		return true;
	buf_reset(out);
	return false;
}
