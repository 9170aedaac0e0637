/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"

/* Of a long line only the part around the place is kept: a file of one line with a thousand
 * flaws must not be copied a thousand times. */
#define EXCERPT_MAX 160
#define EXCERPT_BEFORE 60

static char *vprint(struct arena *a, const char *fmt, va_list ap)
{
	struct buf words = BUF_INIT;
	char *s;

	buf_vprintf(&words, fmt, ap);
	s = arena_dup(a, words.data, words.len);
	buf_release(&words);
	return s;
}

/* Most flaws of a list are in one file: its name is copied once in a row. */
static const char *keep_file(struct diags *d, const char *file)
{
	const char *before = d->list.n > 0 ? vec_last(&d->list)->at.file : NULL;

	if (file != NULL && before != NULL && strcmp(file, before) == 0)
		return before;
	return arena_strdup(&d->arena, file);
}

struct diag *diag_add(struct diags *d, enum diag_level level, const char *id,
	const struct diag_at *at, const char *fmt, ...)
{
	struct diag_at place = at != NULL ? *at : (struct diag_at){ 0 };
	struct diag *g;
	va_list ap;

	place.file = keep_file(d, place.file);
	g = vec_new(&d->list);
	g->level = level;
	g->lang = d->lang;
	g->at = place;
	snprintf(g->id, sizeof g->id, "%s", id);
	va_start(ap, fmt);
	g->text = vprint(&d->arena, fmt, ap);
	va_end(ap);
	d->count[level]++;
	return g;
}

void diag_hint(struct diags *d, struct diag *g, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	g->hint = vprint(&d->arena, fmt, ap);
	va_end(ap);
}

/* One character for one character, so that columns stay right. */
static void add_cleaned(struct buf *out, const char *p, size_t n, uint32_t cp)
{
	if (cp == '\t')
		buf_addc(out, ' ');
	else if (cp == UTF8_BAD || utf8_is_control(cp) || utf8_is_bidi(cp))
		buf_adds(out, "\xef\xbf\xbd");
	else
		buf_add(out, p, n);
}

void diag_excerpt(struct diags *d, struct diag *g, const char *line, size_t len)
{
	struct buf out = BUF_INIT;
	const char *p = line, *end = line + len;
	uint32_t cp, from = 0;

	while (end > p && (end[-1] == '\n' || end[-1] == '\r'))
		end--;
	if (g->at.column > EXCERPT_MAX - EXCERPT_BEFORE)
		from = g->at.column - EXCERPT_BEFORE;
	for (uint32_t n = 0; p < end && n < from + EXCERPT_MAX; n++) {
		size_t bytes = utf8_next(p, end, &cp);

		if (cp == '\n')
			break;
		if (n >= from)
			add_cleaned(&out, p, bytes, cp);
		p += bytes;
	}
	g->excerpt = arena_dup(&d->arena, out.data, out.len);
	g->excerpt_from = from;
	buf_release(&out);
}

struct rank {
	uint32_t file, line, column;
	size_t index;
};

static int compare_u32(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_rank(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;
	int c = compare_u32(x->file, y->file);

	if (c == 0)
		c = compare_u32(x->line, y->line);
	if (c == 0)
		c = compare_u32(x->column, y->column);
	return c != 0 ? c : (x->index > y->index) - (x->index < y->index);
}

static uint32_t file_rank(struct intern *files, const char *file)
{
	return file != NULL ? intern_add(files, file, strlen(file)) : INTERN_NONE;
}

void diag_sort(struct diags *d)
{
	struct intern files = INTERN_INIT;
	VEC(struct rank) order = VEC_INIT;
	struct diag *sorted = mem_zalloc(d->list.n, sizeof *sorted);

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag_at *at = &d->list.items[i].at;
		struct rank r = { file_rank(&files, at->file), at->line, at->column, i };

		vec_push(&order, r);
	}
	vec_sort(&order, compare_rank);
	for (size_t i = 0; i < order.n; i++)
		sorted[i] = d->list.items[order.items[i].index];
	free(d->list.items);
	d->list.items = sorted;
	d->list.cap = d->list.n;
	vec_release(&order);
	intern_release(&files);
}

static void print_place(const struct diag_at *at, struct buf *out)
{
	if (at->file != NULL) {
		utf8_clean(at->file, strlen(at->file), out);
		buf_addc(out, ':');
	}
	if (at->line > 0)
		buf_printf(out, "%u:", at->line);
	if (at->line > 0 && at->column > 0)
		buf_printf(out, "%u:", at->column);
	if (at->file != NULL || at->line > 0)
		buf_addc(out, ' ');
}

/* Spaces under what stands before the column, carets under the place itself. */
static void print_carets(const struct diag *g, int gutter, struct buf *out)
{
	const char *s = g->excerpt;
	size_t len = strlen(s);
	uint32_t first = g->at.column - 1 - g->excerpt_from;
	size_t start = utf8_offset(s, len, first);
	size_t stop = start + utf8_offset(s + start, len - start, g->at.width);
	size_t pad = utf8_cells(s, start), carets = utf8_cells(s + start, stop - start);

	if (g->excerpt_from > 0)
		pad++; /* the "…" in front */
	buf_printf(out, "%*s | %*s", gutter, "", (int)pad, "");
	do
		buf_addc(out, '^');
	while (carets-- > 1);
	buf_addc(out, '\n');
}

/* The part of the line that fits into so many cells, with the place in it. */
static struct diag narrowed(const struct diag *g, size_t cells, struct buf *kept)
{
	struct diag part = *g;
	const char *s = g->excerpt;
	size_t len = strlen(s), place, stop, skip = 0;

	if (utf8_cells(s, len) <= cells || g->at.column <= g->excerpt_from)
		return part;
	place = utf8_offset(s, len, g->at.column - 1 - g->excerpt_from);
	stop = place + utf8_offset(s + place, len - place, g->at.width);
	if (utf8_cells(s, stop) + 1 > cells)
		while (skip < place && utf8_cells(s + skip, place - skip) > cells / 3) {
			skip += utf8_offset(s + skip, len - skip, 1);
			part.excerpt_from++;
		}
	cells -= part.excerpt_from > 0;
	stop = len;
	if (utf8_cells(s + skip, len - skip) > cells) {
		stop = skip;
		while (utf8_cells(s + skip, stop - skip) + 1 < cells)
			stop += utf8_offset(s + stop, len - stop, 1);
	}
	buf_add(kept, s + skip, stop - skip);
	if (stop < len)
		buf_adds(kept, "…");
	part.excerpt = kept->data;
	return part;
}

/* The line, and carets under the place. */
static void print_excerpt(const struct diag *g, int gutter, int columns, struct buf *out)
{
	struct buf kept = BUF_INIT;
	int room = columns - gutter - 4; /* " | ", and the last column stays empty */
	struct diag part = columns > 0 ? narrowed(g, room > 20 ? (size_t)room : 20, &kept) : *g;

	buf_printf(out, "%*u | %s%s\n", gutter, g->at.line, part.excerpt_from > 0 ? "…" : "",
		part.excerpt);
	if (g->at.column > 0)
		print_carets(&part, gutter, out);
	buf_release(&kept);
}

void diag_print(const struct diag *g, int columns, struct buf *out)
{
	static const char *const english[] = { "remark", "warning", "error" };
	static const char *const indonesian[] = { "catatan", "peringatan", "kesalahan" };
	bool is_indonesian = g->lang != NULL && strcmp(g->lang, "id") == 0;
	const char *name = (is_indonesian ? indonesian : english)[g->level];
	int gutter = snprintf(NULL, 0, "%u", g->at.line);

	if (gutter < 5)
		gutter = 5;
	print_place(&g->at, out);
	buf_printf(out, "%s[%s]: ", name, g->id);
	utf8_clean(g->text, strlen(g->text), out);
	buf_addc(out, '\n');
	if (g->excerpt != NULL && g->at.line > 0)
		print_excerpt(g, gutter, columns, out);
	if (g->hint != NULL) {
		buf_printf(out, "%*s = ", gutter, "");
		utf8_clean(g->hint, strlen(g->hint), out);
		buf_addc(out, '\n');
	}
}

void diag_print_all(const struct diags *d, struct buf *out)
{
	vec_each (const struct diag, g, &d->list)
		diag_print(g, 0, out);
}

void diags_release(struct diags *d)
{
	vec_release(&d->list);
	arena_release(&d->arena);
	*d = (struct diags)DIAGS_INIT;
}
