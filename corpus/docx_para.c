/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_para.h"

#include "corpus/docx_styles.h"

#define HEADING_MAX 250 /* bytes: longer than that it is text in the style of a heading */

struct docx_frame *docx_para_top(struct docx_paras *s)
{
	return s->frames.n > 0 ? vec_last(&s->frames) : NULL;
}

/* ---- paragraphs ---- */

static bool is_blank(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (p[i] != ' ' && p[i] != '\t' && p[i] != '\n')
			return false;
	return true;
}

static void write_done(struct docx_paras *s, const struct docx_done *w)
{
	struct draft_para *para;

	if (s->tables > 0) {
		grid_para(&s->table, s->row, s->column, w->text.data, w->text.len, w->bold);
		return;
	}
	if (is_blank(w->text.data, w->text.len))
		return;
	para = draft_para(s->out, w->kind);
	draft_text(s->out, w->text.data, w->bold);
	para->bold = s->out->text.len - para->start;
	draft_text(s->out, w->text.data + w->bold, w->text.len - w->bold);
	para->fresh = s->fresh;
	s->fresh = false;
}

static void write_carry(struct docx_paras *s)
{
	if (s->carry.text.len > 0)
		write_done(s, &s->carry);
	buf_reset(&s->carry.text);
}

static enum para_kind kind_of(const struct docx_paras *s, const struct docx_frame *f)
{
	if (s->notes)
		return PARA_FOOTNOTE;
	if (f->kind != DOCX_UNSET && (f->kind != PARA_HEADING || f->text.len <= HEADING_MAX))
		return (enum para_kind)f->kind;
	if (f->outline >= 0 && f->outline < 9 && f->text.len <= HEADING_MAX)
		return PARA_HEADING;
	return PARA_BODY;
}

void docx_para_open(struct docx_paras *s)
{
	struct docx_frame *f = vec_new(&s->frames);

	*f = (struct docx_frame){ .text = BUF_INIT,
		.leading = true,
		.kind = DOCX_UNSET,
		.outline = DOCX_UNSET,
		.para_bold = DOCX_UNSET,
		.para_hidden = DOCX_UNSET,
		.run_bold = DOCX_UNSET,
		.run_hidden = DOCX_UNSET };
	if (s->frames.n == 1 && s->carry.text.len > 0) {
		f->text = s->carry.text;
		f->bold = s->carry.bold;
		f->leading = f->bold == f->text.len;
		s->carry.text = (struct buf)BUF_INIT;
	}
}

void docx_para_close(struct docx_paras *s)
{
	struct docx_frame f;
	struct docx_done w;

	if (s->frames.n == 0)
		return;
	f = *vec_last(&s->frames);
	s->frames.n--;
	w = (struct docx_done){ f.text, f.bold, kind_of(s, &f) };
	if (s->frames.n > 0) {
		vec_push(&s->boxes, w);
		return;
	}
	if (f.joins && f.text.len > 0) {
		buf_release(&s->carry.text);
		s->carry = w;
	} else {
		write_done(s, &w);
		buf_release(&w.text);
	}
	vec_each (struct docx_done, box, &s->boxes) {
		write_done(s, box);
		buf_release(&box->text);
	}
	vec_reset(&s->boxes);
}

void docx_para_text(struct docx_paras *s, const char *p, size_t len)
{
	struct docx_frame *f = docx_para_top(s);
	int hidden, bold;

	if (f == NULL || len == 0)
		return;
	hidden = f->run_hidden != DOCX_UNSET ? f->run_hidden : f->para_hidden;
	if (hidden == 1) {
		s->hidden += !f->counted;
		f->counted = true;
		return;
	}
	bold = f->run_bold != DOCX_UNSET ? f->run_bold : f->para_bold;
	buf_add(&f->text, p, len);
	s->written += len;
	if (bold == 1 && f->leading)
		f->bold = f->text.len;
	else if (!is_blank(p, len))
		f->leading = false;
}

/* ---- tables ---- */

void docx_table_open(struct docx_paras *s)
{
	if (s->tables == 0) {
		write_carry(s);
		s->row = s->column = 0;
		s->span = 1;
	}
	s->tables++;
}

void docx_table_close(struct docx_paras *s)
{
	if (s->tables == 0)
		return;
	if (s->tables > 1) {
		s->tables--;
		return;
	}
	write_carry(s);
	s->tables = 0;
	if (grid_emit(&s->table, s->out))
		s->fresh = true;
	grid_reset(&s->table);
}

void docx_row_close(struct docx_paras *s)
{
	if (s->tables != 1)
		return;
	s->row++;
	s->column = 0;
}

void docx_cell_close(struct docx_paras *s)
{
	if (s->tables != 1)
		return;
	write_carry(s);
	s->column = s->column + s->span < GRID_COLUMNS ? s->column + s->span : GRID_COLUMNS;
	s->span = 1;
}

void docx_paras_end(struct docx_paras *s)
{
	write_carry(s);
}

void docx_paras_release(struct docx_paras *s)
{
	vec_each (struct docx_frame, f, &s->frames)
		buf_release(&f->text);
	vec_each (struct docx_done, w, &s->boxes)
		buf_release(&w->text);
	vec_release(&s->frames);
	vec_release(&s->boxes);
	buf_release(&s->carry.text);
	grid_release(&s->table);
}
