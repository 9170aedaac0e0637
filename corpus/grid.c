/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/grid.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/grid_shape.h"

void grid_release(struct grid *t)
{
	buf_release(&t->text);
	vec_release(&t->paras);
}

void grid_reset(struct grid *t)
{
	buf_reset(&t->text);
	vec_reset(&t->paras);
}

static bool is_visible(const char *p, size_t len)
{
	const char *end = p + len;

	while (p < end) {
		uint32_t cp;

		p += utf8_next(p, end, &cp);
		if (!utf8_is_space(cp))
			return true;
	}
	return false;
}

void grid_para(
	struct grid *t, uint32_t row, uint32_t column, const char *p, size_t len, size_t bold)
{
	struct grid_para *para;

	if (!is_visible(p, len))
		return;
	para = vec_new(&t->paras);
	para->row = row;
	para->column = column < GRID_COLUMNS ? column : GRID_COLUMNS - 1;
	para->start = t->text.len;
	para->bold = bold;
	buf_add(&t->text, p, len);
	para->end = t->text.len;
}

struct said_as {
	const char *label; /* NULL = nobody named */
	size_t len;
	int64_t ms;
};

static void emit_cell(const struct grid_view *v, const struct grid_cell *c, enum para_kind kind,
	const struct said_as *as, struct draft *out)
{
	for (size_t i = c->first; i < c->first + c->n; i++) {
		const struct grid_para *p = &v->t->paras.items[i];
		const char *text = v->t->text.data + p->start;
		struct draft_para *para = draft_para(out, kind);
		size_t at = para->start;

		draft_text(out, text, p->bold);
		para->bold = out->text.len - at;
		draft_text(out, text + p->bold, p->end - p->start - p->bold);
		para->ms = i == c->first ? as->ms : -1;
		para->fresh = kind == PARA_TABLE;
		if (as->label != NULL && as->len > 0)
			draft_label(out, as->label, as->len);
	}
}

/* The first line of a cell that names someone. */
static struct said_as as_named(const struct grid_view *v, const struct grid_cell *c)
{
	const struct grid_para *first = &v->t->paras.items[c->first];
	struct said_as as = { c->p, first->end - first->start, -1 };
	const char *line = memchr(as.label, '\n', as.len);

	if (line != NULL)
		as.len = (size_t)(line - as.label);
	grid_shape_trim_label(&as.label, &as.len);
	return as;
}

/* "Pertanyaan 3" is said by Pertanyaan: the number counts the rows. */
static void drop_count(struct said_as *as)
{
	if (grid_shape_head(as->label, as->len) != HEAD_QUESTION &&
		grid_shape_head(as->label, as->len) != HEAD_ANSWER)
		return;
	while (as->len > 0 && ((as->label[as->len - 1] >= '0' && as->label[as->len - 1] <= '9') ||
				      as->label[as->len - 1] == '.'))
		as->len--;
	grid_shape_trim(&as->label, &as->len);
}

static void emit_speaker(const struct grid_view *v, struct draft *out)
{
	struct said_as as = { NULL, 0, -1 }, nobody = { NULL, 0, -1 };
	uint32_t row = UINT32_MAX;
	bool count = v->columns[v->text[0]].roles == v->columns[v->text[0]].labels &&
		     v->columns[v->text[0]].distinct > 2;

	vec_each (struct grid_cell, c, &v->cells) {
		if (grid_shape_in_head(v, c))
			continue;
		if (c->row != row)
			as.ms = -1;
		row = c->row;
		if (grid_time(c->p, c->len) >= 0) {
			as.ms = grid_time(c->p, c->len);
		} else if (c->column == v->text[0]) {
			int64_t ms = as.ms;

			as = as_named(v, c);
			as.ms = ms;
			if (count)
				drop_count(&as);
		} else if (c->column == v->text[1]) {
			emit_cell(v, c, PARA_BODY, &as, out);
		} else if (!grid_shape_is_aside(&v->columns[c->column])) {
			emit_cell(v, c, PARA_TABLE, &nobody, out);
		}
	}
}

/* The labels of SHAPE_QUESTIONS (from the header) and SHAPE_PAIR (ours). */
static void column_labels(const struct grid_view *v, struct said_as *labels)
{
	static const struct said_as ours[2] = { { "Pertanyaan", 10, -1 }, { "Jawaban", 7, -1 } };

	for (uint32_t i = 0; i < GRID_COLUMNS; i++)
		labels[i] = (struct said_as){ NULL, 0, -1 };
	for (uint32_t i = 0; v->shape == SHAPE_PAIR && i < 2; i++)
		labels[v->text[i]] = ours[i];
	vec_each (struct grid_cell, c, &v->cells) {
		enum grid_head head = v->columns[c->column].head;

		if (!grid_shape_in_head(v, c))
			break;
		if (head == HEAD_QUESTION || head == HEAD_ANSWER)
			labels[c->column] = as_named(v, c);
	}
}

static void emit_questions(const struct grid_view *v, struct draft *out)
{
	struct said_as labels[GRID_COLUMNS];
	int64_t ms = -1;
	uint32_t row = UINT32_MAX;

	column_labels(v, labels);
	vec_each (struct grid_cell, c, &v->cells) {
		struct said_as *as = &labels[c->column];

		if (grid_shape_in_head(v, c))
			continue;
		ms = c->row == row ? ms : -1;
		row = c->row;
		if (as->label == NULL && grid_shape_is_aside(&v->columns[c->column])) {
			ms = grid_time(c->p, c->len);
			continue;
		}
		as->ms = ms;
		emit_cell(v, c, as->label != NULL ? PARA_BODY : PARA_TABLE, as, out);
	}
}

static void emit_rows(const struct grid_view *v, struct draft *out)
{
	const struct grid_cell *before = NULL;

	vec_each (struct grid_cell, c, &v->cells) {
		bool first = before == NULL;

		if (first || before->row != c->row) {
			struct draft_para *para = draft_para(out, PARA_TABLE);

			para->fresh = first;
			para->tight = !first;
		} else {
			draft_text(out, "\t", 1);
		}
		for (size_t i = c->first; i < c->first + c->n; i++) {
			const struct grid_para *p = &v->t->paras.items[i];

			draft_text(out, "\n", i > c->first);
			draft_text(out, v->t->text.data + p->start, p->end - p->start);
		}
		before = c;
	}
}

static void emit_frame(const struct grid_view *v, struct draft *out)
{
	struct said_as as = { NULL, 0, -1 }, nobody = { NULL, 0, -1 };

	vec_each (struct grid_cell, c, &v->cells) {
		if (c->column == v->text[0]) {
			emit_cell(v, c, PARA_BODY, &as, out);
			as.ms = -1;
		} else if (grid_time(c->p, c->len) >= 0) {
			as.ms = grid_time(c->p, c->len);
		} else {
			emit_cell(v, c, PARA_TABLE, &nobody, out);
		}
	}
}

bool grid_emit(const struct grid *t, struct draft *out)
{
	static void (*const emit[])(const struct grid_view *, struct draft *) = {
		[SHAPE_ROWS] = emit_rows,
		[SHAPE_FRAME] = emit_frame,
		[SHAPE_SPEAKER] = emit_speaker,
		[SHAPE_QUESTIONS] = emit_questions,
		[SHAPE_PAIR] = emit_questions,
	};
	struct grid_view v = { .t = t };

	grid_shape_find(&v);
	emit[v.shape](&v, out);
	vec_release(&v.cells);
	return v.shape >= SHAPE_SPEAKER;
}

bool grid_has_speakers(const struct grid *t)
{
	struct grid_view v = { .t = t };

	grid_shape_find(&v);
	vec_release(&v.cells);
	return v.shape >= SHAPE_SPEAKER;
}
