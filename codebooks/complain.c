/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/complain.h"

#include <string.h>

#include "base/utf8.h"

#define CLIP 40
#define MESSAGE_MAX 400
#define LINE_MAX_SHOWN (64u << 10) /* finding the column in a longer line would take too long */

void complain_init(struct complain *c, struct diags *d, const char *file)
{
	*c = (struct complain){ .d = d, .file = file };
}

void complain_release(struct complain *c)
{
	vec_release(&c->lines);
	arena_release(&c->arena);
}

void complain_text(struct complain *c, const char *text, size_t len)
{
	c->text = text;
	c->len = len;
	vec_reset(&c->lines);
}

static void find_lines(struct complain *c)
{
	const char *p = c->text, *end = c->text + c->len;

	vec_push(&c->lines, 0);
	while (p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL)
		vec_push(&c->lines, (uint32_t)(++p - c->text));
}

static void add_excerpt(struct complain *c, struct diag *g)
{
	size_t start, stop;

	if (!c->excerpts || c->text == NULL || g->at.line == 0)
		return;
	if (c->lines.n == 0)
		find_lines(c);
	if (g->at.line > c->lines.n)
		return;
	start = c->lines.items[g->at.line - 1];
	stop = g->at.line < c->lines.n ? c->lines.items[g->at.line] - 1 : c->len;
	if (stop - start <= LINE_MAX_SHOWN)
		diag_excerpt(c->d, g, c->text + start, stop - start);
}

/* A message holds words of the file, and those may be megabytes long. */
static void shorten(struct buf *words)
{
	size_t cut = utf8_cut(words->data, words->len, MESSAGE_MAX);

	if (cut == words->len)
		return;
	words->len = cut;
	buf_adds(words, "…");
}

static struct diag *add(struct complain *c, enum diag_level level, struct at at, const char *id,
	const char *fmt, va_list ap)
{
	struct diag_at place = { c->file, at.line, at.column, at.width };
	struct buf words = BUF_INIT;
	struct diag *g;

	buf_vprintf(&words, fmt, ap);
	shorten(&words);
	g = diag_add(c->d, level, id, &place, "%s", words.data);
	buf_release(&words);
	add_excerpt(c, g);
	return g;
}

struct diag *complain_error(struct complain *c, struct at at, const char *id, const char *fmt, ...)
{
	struct diag *g;
	va_list ap;

	if (c->errors >= COMPLAIN_MAX)
		return NULL;
	c->errors++;
	va_start(ap, fmt);
	g = add(c, DIAG_ERROR, at, id, fmt, ap);
	va_end(ap);
	return g;
}

struct diag *complain_warning(
	struct complain *c, struct at at, const char *id, const char *fmt, ...)
{
	struct diag *g;
	va_list ap;

	va_start(ap, fmt);
	g = add(c, DIAG_WARNING, at, id, fmt, ap);
	va_end(ap);
	return g;
}

void complain_hint(struct complain *c, struct diag *g, const char *fmt, ...)
{
	struct buf words = BUF_INIT;
	va_list ap;

	if (g == NULL)
		return;
	va_start(ap, fmt);
	buf_vprintf(&words, fmt, ap);
	va_end(ap);
	shorten(&words);
	diag_hint(c->d, g, "%s", words.data);
	buf_release(&words);
}

const char *complain_clip(struct complain *c, const char *p, size_t len)
{
	size_t cut = utf8_offset(p, len, CLIP);

	if (cut == len)
		return arena_dup(&c->arena, p, len);
	return arena_printf(&c->arena, "%.*s…", (int)cut, p);
}
