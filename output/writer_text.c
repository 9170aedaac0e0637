/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Aligned text for a terminal: texts left, numbers right.  When the table is wider than o->width
 * its optional and its empty columns are left out; a text in the last column that would get little
 * room stands below its row; then the widest text column is wrapped at spaces.  Where even that is
 * not enough, texts but the first are left out from the right.  No text is ever cut off.
 */
#include <string.h>

#include "base/utf8.h"
#include "output/writer.h"

#define GAP 2		/* blanks between columns */
#define HIDDEN SIZE_MAX /* as a width: this column is left out */
#define NARROWEST 12	/* a text column is not wrapped narrower than this, or half of it in need */
#define NARROW_TEXT 36	/* with less room than this the last text goes below its row */
#define BELOW_INDENT 4

struct layout {
	const struct table *t;
	const struct writer_options *o;
	size_t *width; /* cells, by column, or HIDDEN */
	size_t below;  /* column that stands below its row; the number of columns = none */
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

static size_t total_width(const struct layout *l)
{
	size_t total = 0, shown = 0;

	for (size_t i = 0; i < l->t->columns.n; i++) {
		if (l->width[i] == HIDDEN)
			continue;
		total += l->width[i];
		shown++;
	}
	return shown > 0 ? total + GAP * (shown - 1) : 0;
}

static bool is_too_wide(const struct layout *l)
{
	return l->o->width > 0 && total_width(l) > (size_t)l->o->width;
}

/* The widest text column that can still give a cell and keep `least`; the number of columns if
 * there is none. */
static size_t widest_text(const struct layout *l, size_t least)
{
	size_t n = l->t->columns.n, widest = n;

	for (size_t i = 0; i < n; i++)
		if (l->t->columns.items[i].kind == COLUMN_TEXT && l->width[i] != HIDDEN &&
			l->width[i] > least && (widest == n || l->width[i] > l->width[widest]))
			widest = i;
	return widest;
}

static bool is_empty(const struct table *t, size_t column)
{
	vec_each (const struct row, row, &t->rows) {
		const struct cell *cell = &row->cells[column];

		if (cell->kind == CELL_NUMBER || (cell->kind == CELL_TEXT && cell->text[0] != '\0'))
			return false;
	}
	return true;
}

/* Put the last text below, when beside the others it would be a thin column of many lines. */
static void move_below(struct layout *l)
{
	size_t last = l->t->columns.n, others;

	while (last > 0 && l->width[last - 1] == HIDDEN)
		last--;
	if (last < 3 || l->t->columns.items[last - 1].kind != COLUMN_TEXT)
		return;
	others = total_width(l) - l->width[last - 1];
	if (!is_too_wide(l) || others + NARROW_TEXT <= (size_t)l->o->width)
		return;
	l->below = last - 1;
	l->width[l->below] = HIDDEN;
}

static void squeeze(struct layout *l, size_t least)
{
	size_t widest;

	while (is_too_wide(l) && (widest = widest_text(l, least)) < l->t->columns.n)
		l->width[widest]--;
}

/* In need texts are left out, from the right; the first one says what the row is about. */
static void hide_texts(struct layout *l)
{
	size_t first = 0;

	while (first < l->t->columns.n && l->t->columns.items[first].kind != COLUMN_TEXT)
		first++;
	for (size_t i = l->t->columns.n; is_too_wide(l) && i-- > first + 1;)
		if (l->t->columns.items[i].kind == COLUMN_TEXT)
			l->width[i] = HIDDEN;
}

static void fit(struct layout *l)
{
	for (size_t i = 0; is_too_wide(l) && i < l->t->columns.n; i++)
		if (l->t->columns.items[i].optional || is_empty(l->t, i))
			l->width[i] = HIDDEN;
	move_below(l);
	squeeze(l, NARROWEST);
	hide_texts(l);
	squeeze(l, NARROWEST / 2);
}

/* The end of the longest piece of s[from..] that fits into width cells, broken at a space when
 * there is one; a single word that is too long is broken where it must. */
static size_t piece_end(const char *s, size_t len, size_t from, size_t width)
{
	size_t pos = from, cells = 0, space = 0, hyphen = 0;

	while (pos < len) {
		uint32_t cp;
		size_t step = utf8_next(s + pos, s + len, &cp);
		int w = utf8_width(cp);

		if (cp == '\n')
			return pos;
		if (cells + (size_t)(w > 0 ? w : 0) > width)
			return space > from    ? space
			       : hyphen > from ? hyphen
			       : pos > from    ? pos
					       : pos + step;
		if (cp == ' ')
			space = pos;
		if (cp == '-')
			hyphen = pos + step;
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

/* The piece of one cell that fits on this line, padded; true if more of it is left. */
static bool put_piece(struct layout *l, size_t column, const struct buf *text, size_t *pos)
{
	size_t end = piece_end(text->data, text->len, *pos, l->width[column]);
	size_t cells = utf8_cells(text->data + *pos, end - *pos);
	size_t blank = l->width[column] > cells ? l->width[column] - cells : 0;
	bool right = is_right(&l->t->columns.items[column]);

	pad(l->out, right ? blank : 0);
	buf_add(l->out, text->data + *pos, end - *pos);
	pad(l->out, right ? 0 : blank);
	*pos = end;
	while (*pos < text->len && (text->data[*pos] == ' ' || text->data[*pos] == '\n'))
		++*pos;
	return *pos < text->len;
}

/* Write one row of texts over as many lines as the wrapped columns need. */
static void put_row(
	struct layout *l, const struct buf *texts, const char *before, const char *after)
{
	size_t n = l->t->columns.n;
	size_t *pos = mem_zalloc(n, sizeof *pos);
	bool more = true;

	while (more) {
		size_t from = l->out->len;
		bool first = true;

		more = false;
		buf_adds(l->out, before);
		for (size_t i = 0; i < n; i++) {
			if (l->width[i] == HIDDEN)
				continue;
			pad(l->out, first ? 0 : GAP);
			more = put_piece(l, i, &texts[i], &pos[i]) || more;
			first = false;
		}
		trim_end(l->out, from);
		buf_adds(l->out, after);
		buf_addc(l->out, '\n');
	}
	free(pos);
}

static void put_below(struct layout *l, const struct buf *text)
{
	size_t width = l->o->width > 2 * BELOW_INDENT ? (size_t)l->o->width - BELOW_INDENT : 1;

	for (size_t pos = 0; pos < text->len;) {
		size_t end = piece_end(text->data, text->len, pos, width);

		pad(l->out, BELOW_INDENT);
		buf_add(l->out, text->data + pos, end - pos);
		buf_addc(l->out, '\n');
		pos = end;
		while (pos < text->len && (text->data[pos] == ' ' || text->data[pos] == '\n'))
			pos++;
	}
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
	for (size_t total = total_width(l); total > 0; total--)
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
		if (l->below < l->t->columns.n)
			put_below(l, &texts[l->below]);
	}
}

static void write_text(const struct table *t, const struct writer_options *o, struct buf *out)
{
	struct layout l = { t, o, mem_zalloc(t->columns.n + 1, sizeof(size_t)), t->columns.n, out };
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
