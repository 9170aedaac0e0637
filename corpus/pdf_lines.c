/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_lines.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/pdf_rows.h"

#define TAB_FROM 1.2F  /* white space of so many font sizes between two words is a tab ... */
#define BESIDE_LEAST 5 /* lines of hanging text */
#define ASIDE_MAX 48   /* bytes of a speaker or number beside the text */
#define NEAR 1.5F      /* points: the same place */
#define TAB_TIMES 2.5F /* ... if it is so many times that between most words of the line */

/* What is at work on. */
struct work {
	const struct pdf_words *w;
	const struct pdf_page *page;
	struct pdf_rows rows;
	struct pdf_line like; /* page, block, column, note of the lines to come */
	long number;	      /* of the last note */
	struct pdf_lines *out;
};

/* ---- words to lines ---- */

static int by_float(const void *a, const void *b)
{
	const float *p = a, *q = b;

	return *p < *q ? -1 : *p > *q;
}

/* White space between most words of a row; 0 = there is one word. */
static float usual_blank(
	const struct pdf_words *w, const struct pdf_rows *r, const struct pdf_row *row)
{
	VEC(float) blanks = VEC_INIT;
	float usual = 0;

	for (uint32_t i = 1; i < row->n; i++) {
		const struct pdf_word *a = &w->words.items[r->order.items[row->first + i - 1]];
		const struct pdf_word *b = &w->words.items[r->order.items[row->first + i]];

		if (!b->glued)
			vec_push(&blanks, b->x0 - a->x1);
	}
	vec_sort(&blanks, by_float);
	if (blanks.n > 0)
		usual = blanks.items[blanks.n / 2];
	vec_release(&blanks);
	return usual;
}

static const char *between(
	const struct pdf_word *a, const struct pdf_word *b, float usual, const struct pdf_row *row)
{
	float gap = b->x0 - a->x1;

	if (b->glued && gap < row->size * 0.3F)
		return "";
	if (gap > row->size * TAB_FROM && (gap > usual * TAB_TIMES || row->n == 2))
		return "\t";
	return " ";
}

/* Does the text begin with this word, in a line whose start is a speaker beside it? */
static bool is_beside(const struct work *k, const struct pdf_line *line,
	const struct pdf_word *before, const struct pdf_word *word, float usual)
{
	const struct buf *text = &k->out->text;

	if (k->out->beside <= 0 || line->tabs > 0 || fabsf(word->x0 - k->out->beside) > NEAR)
		return false;
	return text->data[text->len - 1] == ':' || word->x0 - before->x1 > usual * 1.3F;
}

static void add_words(struct work *k, const struct pdf_row *row, struct pdf_line *line)
{
	const struct pdf_words *w = k->w;
	const struct pdf_rows *r = &k->rows;
	struct buf *text = &k->out->text;
	float usual = usual_blank(w, r, row);
	const struct pdf_word *before = NULL;
	bool leading = true;

	for (uint32_t i = 0; i < row->n; i++) {
		const struct pdf_word *word = &w->words.items[r->order.items[row->first + i]];
		const char *gap = before != NULL ? between(before, word, usual, row) : "";

		if (before != NULL && is_beside(k, line, before, word, usual))
			gap = "\t";
		if (*gap == '\t' && line->tabs++ == 0 && text->len - line->text <= ASIDE_MAX) {
			line->aside = (uint32_t)text->len - line->text;
			line->text_x = word->x0;
			line->first = word->x1 - word->x0;
		}
		buf_adds(text, gap);
		buf_add(text, w->text.data + word->text, word->len);
		leading = leading && word->bold;
		if (leading)
			line->bold = (uint32_t)text->len - line->text;
		before = word;
	}
}

/* The length of the number or star in front of a note.  Numbers count up: a line that begins with
 * a year is none. */
static size_t mark_of(struct work *k, const char *p)
{
	size_t n = strspn(p, "0123456789");
	long number = n > 0 && n < 5 ? strtol(p, NULL, 10) : 0;

	if (n == 0)
		return strspn(p, "*");
	if (number == 0 || (k->number > 0 && number != k->number + 1 && number != 1))
		return 0;
	k->number = number;
	return n;
}

static void strip_mark(struct work *k, struct pdf_line *line)
{
	const char *p = k->out->text.data + line->text;
	size_t n = mark_of(k, p);

	if (n == 0)
		return;
	line->marked = true;
	n += strspn(p + n, "). \t");
	n = n < line->len ? n : line->len;
	line->text += (uint32_t)n;
	line->len -= (uint32_t)n;
	line->bold = 0;
	line->aside = 0;
	line->text_x = line->x0;
}

static void add_line(struct work *k, const struct pdf_row *row)
{
	const struct pdf_word *first = &k->w->words.items[k->rows.order.items[row->first]];
	struct pdf_line line = k->like;

	line.x0 = line.text_x = row->x0;
	line.x1 = row->x1;
	line.y0 = row->y0;
	line.y1 = row->y1;
	line.size = row->size;
	line.first = first->x1 - first->x0;
	line.text = (uint32_t)k->out->text.len;
	add_words(k, row, &line);
	line.len = (uint32_t)k->out->text.len - line.text;
	buf_addc(&k->out->text, '\n');
	if (line.note)
		strip_mark(k, &line);
	vec_push(&k->out->lines, line);
}

/* ---- pages to blocks ---- */

/* A part of a page. */
struct area {
	float x0, x1, y0, y1;
};

static bool in_area(const struct pdf_word *w, const void *arg)
{
	const struct area *a = arg;
	float x = (w->x0 + w->x1) / 2, y = (w->y0 + w->y1) / 2;

	return x >= a->x0 && x < a->x1 && y >= a->y0 && y < a->y1;
}

static void add_area(struct work *k, const struct area *area, uint32_t column)
{
	pdf_rows_of(k->w, k->page, in_area, area, &k->rows);
	if (k->rows.rows.n == 0)
		return;
	k->like.column = column;
	vec_each (struct pdf_row, row, &k->rows.rows)
		add_line(k, row);
	k->like.block++;
}

/* Does a word of the row stand over the gutter, or no wider a gap than between words? */
static bool spans(const struct pdf_words *w, const struct pdf_rows *r, const struct pdf_row *row,
	float gutter)
{
	float left = -FLT_MAX, right = FLT_MAX;

	for (uint32_t i = 0; i < row->n; i++) {
		const struct pdf_word *word = &w->words.items[r->order.items[row->first + i]];

		if (word->x0 < gutter && word->x1 > gutter)
			return true;
		if (word->x1 <= gutter)
			left = word->x1 > left ? word->x1 : left;
		else
			right = word->x0 < right ? word->x0 : right;
	}
	return right - left < row->size * 0.6F;
}

/* The rows over both columns, as a list of areas from top to bottom. */
static void add_columns(struct work *k, float gutter, float bottom)
{
	VEC(struct area) wide = VEC_INIT;
	float y = -FLT_MAX;

	pdf_rows_of(k->w, k->page, in_area, &(struct area){ -FLT_MAX, FLT_MAX, -FLT_MAX, bottom },
		&k->rows);
	vec_each (struct pdf_row, row, &k->rows.rows)
		if (spans(k->w, &k->rows, row, gutter))
			vec_push(&wide, ((struct area){ -FLT_MAX, FLT_MAX, row->y0, row->y1 }));
	for (size_t i = 0; i <= wide.n; i++) {
		float end = i < wide.n ? wide.items[i].y0 : bottom;

		add_area(k, &(struct area){ -FLT_MAX, gutter, y, end }, 1);
		add_area(k, &(struct area){ gutter, FLT_MAX, y, end }, 2);
		if (i == wide.n)
			break;
		while (i + 1 < wide.n && wide.items[i + 1].y0 - wide.items[i].y1 <
						 wide.items[i].y1 - wide.items[i].y0) {
			wide.items[i + 1].y0 = wide.items[i].y0;
			i++;
		}
		add_area(k, &wide.items[i], 0);
		y = wide.items[i].y1;
	}
	vec_release(&wide);
}

static void add_page(struct work *k, float notes_top)
{
	float gutter = pdf_gutter(k->w, k->page, notes_top);

	k->like.note = false;
	if (gutter > 0)
		add_columns(k, gutter, notes_top);
	else
		add_area(k, &(struct area){ -FLT_MAX, FLT_MAX, -FLT_MAX, notes_top }, 0);
	k->like.note = true;
	add_area(k, &(struct area){ -FLT_MAX, FLT_MAX, notes_top, FLT_MAX }, 0);
}

/* ---- borders ---- */

/* Lines of one column on pages of one shape share their borders. */
static bool same_borders(
	const struct pdf_words *w, const struct pdf_line *a, const struct pdf_line *b)
{
	const struct pdf_page *p = &w->pages.items[a->page], *q = &w->pages.items[b->page];

	return a->column == b->column && a->note == b->note &&
	       (int)(p->width / 4) == (int)(q->width / 4);
}

/* The left border is where one line in twenty begins or left of it; the right one is where one of
 * twenty long lines ends or right of it: single lines that stick out count for nothing. */
static void find_borders(const struct pdf_words *w, struct pdf_lines *out, struct pdf_line *of)
{
	VEC(float) lefts = VEC_INIT;
	VEC(float) rights = VEC_INIT;
	float widest = 0, left, right;

	vec_each (struct pdf_line, l, &out->lines)
		if (same_borders(w, l, of)) {
			vec_push(&lefts, l->x0);
			widest = l->x1 - l->x0 > widest ? l->x1 - l->x0 : widest;
		}
	vec_each (struct pdf_line, l, &out->lines)
		if (same_borders(w, l, of) && l->x1 - l->x0 > widest / 2)
			vec_push(&rights, l->x1);
	vec_sort(&lefts, by_float);
	vec_sort(&rights, by_float);
	left = lefts.items[lefts.n / 20];
	right = rights.items[rights.n - 1 - rights.n / 20];
	vec_each (struct pdf_line, l, &out->lines)
		if (same_borders(w, l, of)) {
			l->left = left;
			l->right = right;
		}
	vec_release(&lefts);
	vec_release(&rights);
}

/* Do most rows that begin left of x have a word that begins there? */
static bool is_tab_stop(struct work *k, const struct pdf_notes *notes, float x)
{
	size_t rows = 0, stops = 0;

	for (uint32_t i = 0; i < k->w->pages.n; i++) {
		pdf_rows_of(k->w, &k->w->pages.items[i], NULL, NULL, &k->rows);
		vec_each (struct pdf_row, row, &k->rows.rows) {
			bool stop = false;

			if (row->y0 >= notes->tops.items[i] || row->x0 > x - NEAR || row->x1 < x)
				continue;
			for (uint32_t n = 1; n < row->n && !stop; n++)
				stop = fabsf(k->w->words.items[k->rows.order.items[row->first + n]]
						       .x0 -
					       x) < NEAR;
			rows++;
			stops += stop;
		}
	}
	return stops >= BESIDE_LEAST && stops * 5 >= rows * 3;
}

/* Hanging text: many rows begin at one place, the others have a word that begins there. */
static float find_beside(struct work *k, const struct pdf_notes *notes)
{
	VEC(float) starts = VEC_INIT;
	size_t best = 0, run = 0;
	float at = 0, left;

	for (uint32_t i = 0; i < k->w->pages.n; i++) {
		pdf_rows_of(k->w, &k->w->pages.items[i], NULL, NULL, &k->rows);
		vec_each (struct pdf_row, row, &k->rows.rows)
			if (row->y0 < notes->tops.items[i])
				vec_push(&starts, row->x0);
	}
	vec_sort(&starts, by_float);
	left = starts.n > 0 ? starts.items[starts.n / 20] : 0;
	for (size_t i = 0; i < starts.n; i++) {
		run = i > 0 && starts.items[i] - starts.items[i - 1] < NEAR / 2 ? run + 1 : 1;
		if (run > best && starts.items[i] > left + k->out->body) {
			best = run;
			at = starts.items[i];
		}
	}
	vec_release(&starts);
	return best >= BESIDE_LEAST && is_tab_stop(k, notes, at) ? at : 0;
}

void pdf_lines_of(const struct pdf_words *w, const struct pdf_notes *notes, struct pdf_lines *out)
{
	struct work k = { .w = w, .rows = PDF_ROWS_INIT, .out = out };

	out->body = pdf_body_size(w);
	out->beside = find_beside(&k, notes);
	for (uint32_t i = 0; i < w->pages.n; i++) {
		k.page = &w->pages.items[i];
		k.like.page = i;
		add_page(&k, notes->tops.items[i]);
	}
	vec_each (struct pdf_line, l, &out->lines)
		l->left = l->right = -FLT_MAX;
	for (size_t i = 0, kinds = 0; i < out->lines.n && kinds < 64; i++)
		if (out->lines.items[i].right <= -FLT_MAX) {
			find_borders(w, out, &out->lines.items[i]);
			kinds++;
		}
	pdf_rows_release(&k.rows);
}

void pdf_lines_release(struct pdf_lines *l)
{
	buf_release(&l->text);
	vec_release(&l->lines);
}
