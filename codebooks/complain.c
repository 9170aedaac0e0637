/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/complain.h"

#include <string.h>

#include "base/utf8.h"

#define CLIP 40
#define LINE_MAX_SHOWN (64u << 10) /* finding the column in a longer line would take too long */

void complain_init(struct complain *c, struct diags *d, const char *file)
{
	*c = (struct complain){ .d = d, .file = file };
}

void complain_release(struct complain *c)
{
	vec_release(&c->lines);
	vec_release(&c->not_nfc);
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

static struct diag *add(
	struct complain *c, enum diag_level level, struct at at, enum message m, va_list ap)
{
	struct diag_at place = { c->file, at.line, at.column, at.width };
	struct diag *g = message_diag_v(c->d, level, &place, m, ap);

	add_excerpt(c, g);
	return g;
}

struct diag *complain_error(
	struct complain *c, struct at at, enum message m, const char *english, ...)
{
	struct diag *g;
	va_list ap;

	if (c->errors >= COMPLAIN_MAX)
		return NULL;
	c->errors++;
	va_start(ap, english);
	g = add(c, DIAG_ERROR, at, m, ap);
	va_end(ap);
	return g;
}

struct diag *complain_warning(
	struct complain *c, struct at at, enum message m, const char *english, ...)
{
	struct diag *g;
	va_list ap;

	va_start(ap, english);
	g = add(c, DIAG_WARNING, at, m, ap);
	va_end(ap);
	return g;
}

struct diag *complain_warning_v(struct complain *c, struct at at, enum message m, va_list ap)
{
	return add(c, DIAG_WARNING, at, m, ap);
}

void complain_hint(struct complain *c, struct diag *g, enum message m, const char *english, ...)
{
	va_list ap;

	va_start(ap, english);
	message_hint_v(c->d, g, m, ap);
	va_end(ap);
}

struct diag *complain_plain(struct complain *c, struct at at, enum message m)
{
	return complain_error(c, at, m, "%s", "");
}

void complain_plain_hint(struct complain *c, struct diag *g, enum message m)
{
	if (m != MSG_NONE)
		complain_hint(c, g, m, "%s", "");
}

const char *complain_piece(struct complain *c, enum message m, const char *english, ...)
{
	struct buf words = BUF_INIT;
	const char *kept;
	va_list ap;

	va_start(ap, english);
	buf_vprintf(&words, message_text(m, c->d->lang), ap);
	va_end(ap);
	kept = arena_dup(&c->arena, words.data, words.len);
	buf_release(&words);
	return kept;
}

const char *complain_clip(struct complain *c, const char *p, size_t len)
{
	size_t cut = utf8_offset(p, len, CLIP);

	if (cut == len)
		return arena_dup(&c->arena, p, len);
	return arena_printf(&c->arena, "%.*s…", (int)cut, p);
}
