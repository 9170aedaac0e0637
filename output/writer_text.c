/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Aligned text for a terminal: texts left, numbers right.  When the table is wider than o->width
 * the widest text column is wrapped at spaces; nothing is ever cut off.
 */
#include <string.h>

#include "base/utf8.h"
#include "output/writer.h"

#define GAP 2	     /* blanks between columns */
#define NARROWEST 12 /* a text column is not wrapped narrower than this */

struct layout {
	const struct table *t;
	const struct writer_options *o;
	size_t *width; /* cells, by column */
	struct buf *out;
};

static bool is_right(const struct column *column)
{
	return column->kind >= COLUMN_INT;
}

static void cell_shown(const struct layout *l, const struct row *row, size_t i, struct buf *out)
{
	for (int k = 0; k < row->cells[i].indent; k++)
		buf_adds(out, "  ");
	cell_text(&row->cells[i], &l->t->columns.items[i], l->o->lang, out);
}

static void measure(struct layout *l)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < l->t->columns.n; i++) {
		const char *title = l->t->columns.items[i].title;

		l->width[i] = utf8_cells(title, strlen(title));
		vec_each (struct row, row, &l->t->rows) {
			size_t cells;

			buf_reset(&b);
			cell_shown(l, row, i, &b);
			cells = utf8_cells(b.data, b.len);
			if (cells > l->width[i])
				l->width[i] = cells;
		}
	}
	buf_release(&b);
}

/* Narrow the widest text columns until the table fits or no column can give. */
static void fit(struct layout *l)
{
	size_t n = l->t->columns.n;

	for (;;) {
		size_t total = n > 0 ? GAP * (n - 1) : 0, widest = n;

		for (size_t i = 0; i < n; i++) {
			total += l->width[i];
			if (l->t->columns.items[i].kind == COLUMN_TEXT && l->width[i] > NARROWEST &&
				(widest == n || l->width[i] > l->width[widest]))
				widest = i;
		}
		if (l->o->width <= 0 || total <= (size_t)l->o->width || widest == n)
			return;
		l->width[widest]--;
	}
}

/* The end of the longest piece of s[from..] that fits into width cells, broken at a space when
 * there is one; a single word that is too long is broken where it must. */
static size_t piece_end(const char *s, size_t len, size_t from, size_t width)
{
	size_t pos = from, cells = 0, space = 0;

	while (pos < len) {
		uint32_t cp;
		size_t step = utf8_next(s + pos, s + len, &cp);
		int w = utf8_width(cp);

		if (cp == '\n')
			return pos;
		if (cells + (size_t)(w > 0 ? w : 0) > width)
			return space > from ? space : pos > from ? pos : pos + step;
		if (cp == ' ')
			space = pos;
		cells += (size_t)(w > 0 ? w : 0);
		pos += step;
	}
	return len;
}

static void pad(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_addc(out, ' ');
}

static void trim_end(struct buf *out, size_t from)
{
	while (out->len > from && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

/* Write one row of texts over as many lines as the wrapped columns need. */
static void put_row(
	struct layout *l, const struct buf *texts, const char *before, const char *after)
{
	size_t n = l->t->columns.n;
	size_t *pos = mem_zalloc(n, sizeof *pos);
	bool more = true;

	for (size_t line = 0; more; line++) {
		size_t from = l->out->len;

		more = false;
		buf_adds(l->out, before);
		for (size_t i = 0; i < n; i++) {
			size_t end = piece_end(texts[i].data, texts[i].len, pos[i], l->width[i]);
			size_t cells = utf8_cells(texts[i].data + pos[i], end - pos[i]);
			size_t blank = l->width[i] > cells ? l->width[i] - cells : 0;

			pad(l->out, i > 0 ? GAP : 0);
			if (is_right(&l->t->columns.items[i]))
				pad(l->out, blank);
			buf_add(l->out, texts[i].data + pos[i], end - pos[i]);
			if (!is_right(&l->t->columns.items[i]))
				pad(l->out, blank);
			pos[i] = end;
			while (pos[i] < texts[i].len &&
				(texts[i].data[pos[i]] == ' ' || texts[i].data[pos[i]] == '\n'))
				pos[i]++;
			more = more || pos[i] < texts[i].len;
		}
		trim_end(l->out, from);
		buf_adds(l->out, after);
		buf_addc(l->out, '\n');
	}
	free(pos);
}

static void put_header(struct layout *l, struct buf *texts)
{
	for (size_t i = 0; i < l->t->columns.n; i++) {
		buf_reset(&texts[i]);
		buf_adds(&texts[i], l->t->columns.items[i].title);
	}
	put_row(l, texts, l->o->colour ? "\033[1m" : "", l->o->colour ? "\033[0m" : "");
}

static void put_rule(struct layout *l)
{
	size_t total = l->t->columns.n > 0 ? GAP * (l->t->columns.n - 1) : 0;

	for (size_t i = 0; i < l->t->columns.n; i++)
		total += l->width[i];
	while (total-- > 0)
		buf_adds(l->out, "\xe2\x94\x80");
	buf_addc(l->out, '\n');
}

static void put_rows(struct layout *l, struct buf *texts)
{
	vec_each (struct row, row, &l->t->rows) {
		bool strong = l->o->colour && row->n > 0 && row->cells[0].strong;

		if (row->rule_above)
			put_rule(l);
		for (size_t i = 0; i < l->t->columns.n; i++) {
			buf_reset(&texts[i]);
			cell_shown(l, row, i, &texts[i]);
		}
		put_row(l, texts, strong ? "\033[1m" : "", strong ? "\033[0m" : "");
	}
}

static void write_text(const struct table *t, const struct writer_options *o, struct buf *out)
{
	struct layout l = { t, o, mem_zalloc(t->columns.n + 1, sizeof(size_t)), out };
	struct buf *texts = mem_zalloc(t->columns.n + 1, sizeof *texts);

	for (size_t i = 0; i < t->columns.n; i++)
		buf_init(&texts[i]);
	measure(&l);
	fit(&l);
	if (t->title[0] != '\0') {
		buf_adds(out, t->title);
		buf_addc(out, '\n');
	}
	put_header(&l, texts);
	put_rule(&l);
	put_rows(&l, texts);
	vec_each (const char *, note, &t->notes) {
		buf_adds(out, *note);
		buf_addc(out, '\n');
	}
	for (size_t i = 0; i < t->columns.n; i++)
		buf_release(&texts[i]);
	free(texts);
	free(l.width);
}

const struct writer writer_text = { .name = "text", .extension = "txt", .write = write_text };
