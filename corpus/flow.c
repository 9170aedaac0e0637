/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/flow.h"

#include <string.h>

#include "corpus/turns_label.h"

#define HEADING_MAX 250 /* bytes: longer than that it is text in the style of a heading */

struct flow_frame *flow_top(struct flow *s)
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

static void write_done(struct flow *s, const struct flow_done *w)
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
	para->fresh = s->fresh || w->fresh;
	s->fresh = false;
}

static void write_carry(struct flow *s)
{
	if (s->carry.text.len > 0)
		write_done(s, &s->carry);
	buf_reset(&s->carry.text);
}

static void write_list(struct flow *s, struct flow_list *list)
{
	vec_each (struct flow_done, w, list) {
		write_done(s, w);
		buf_release(&w->text);
	}
	vec_reset(list);
}

static enum para_kind kind_of(const struct flow *s, const struct flow_frame *f)
{
	if (s->all_notes || f->note != FLOW_NO_NOTE)
		return PARA_FOOTNOTE;
	if (f->kind != FLOW_UNSET && (f->kind != PARA_HEADING || f->text.len <= HEADING_MAX))
		return (enum para_kind)f->kind;
	if (f->outline >= 0 && f->outline < 9 && f->text.len <= HEADING_MAX)
		return PARA_HEADING;
	return PARA_BODY;
}

void flow_open(struct flow *s)
{
	struct flow_frame *f = vec_new(&s->frames);

	*f = (struct flow_frame){ .text = BUF_INIT,
		.leading = true,
		.kind = FLOW_UNSET,
		.outline = FLOW_UNSET,
		.para_bold = FLOW_UNSET,
		.para_hidden = FLOW_UNSET,
		.run_bold = FLOW_UNSET,
		.run_hidden = FLOW_UNSET };
	if (s->frames.n == 1 && s->carry.text.len > 0) {
		f->text = s->carry.text;
		f->bold = s->carry.bold;
		f->leading = f->bold == f->text.len;
		s->carry.text = (struct buf)BUF_INIT;
	}
}

static bool is_speaker(const char *p, size_t len)
{
	struct label_seen seen;

	while (len > 0 && is_blank(p + len - 1, 1))
		len--;
	while (len > 0 && is_blank(p, 1)) {
		p++;
		len--;
	}
	if (label_parse(p, len, &seen) && (seen.form < LABEL_DASH || seen.form == LABEL_TIME))
		return seen.form == LABEL_TIME ||
		       label_is_name(p + seen.name, seen.name_end - seen.name);
	return false;
}

/* A cell of a table that is a name. */
static bool is_name_cell(const struct flow *s, const struct flow_frame *f)
{
	return s->tables > 0 && label_is_name(f->text.data, f->text.len);
}

static void add_number(const struct flow *s, struct flow_frame *f)
{
	size_t len = strlen(f->number);

	if (len == 0 || is_blank(f->text.data, f->text.len) || is_name_cell(s, f) ||
		is_speaker(f->text.data, f->text.len))
		return;
	buf_reserve(&f->text, len);
	memmove(f->text.data + len, f->text.data, f->text.len + 1);
	memcpy(f->text.data, f->number, len);
	f->text.len += len;
	f->bold += f->bold > 0 ? len : 0;
}

void flow_close(struct flow *s)
{
	struct flow_frame f;
	struct flow_done w;

	if (s->frames.n == 0)
		return;
	add_number(s, vec_last(&s->frames));
	f = *vec_last(&s->frames);
	s->frames.n--;
	w = (struct flow_done){ f.text, f.bold, kind_of(s, &f), f.fresh };
	if (f.note != FLOW_NO_NOTE) {
		vec_push(&s->notes[f.note == FLOW_ENDNOTE], w);
		return;
	}
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
	write_list(s, &s->boxes);
}

void flow_text(struct flow *s, const char *p, size_t len)
{
	struct flow_frame *f = flow_top(s);
	int hidden, bold;

	if (f == NULL || len == 0)
		return;
	hidden = f->run_hidden != FLOW_UNSET ? f->run_hidden : f->para_hidden;
	if (hidden == 1) {
		s->hidden += !f->counted;
		f->counted = true;
		return;
	}
	bold = f->run_bold != FLOW_UNSET ? f->run_bold : f->para_bold;
	buf_add(&f->text, p, len);
	s->written += len;
	if (bold == 1 && f->leading)
		f->bold = f->text.len;
	else if (!is_blank(p, len))
		f->leading = false;
}

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void flow_words(struct flow *s, const char *p, size_t len)
{
	const char *end = p + len;

	while (p < end && flow_top(s) != NULL) {
		struct flow_frame *f = flow_top(s);
		const char *word = p;

		while (p < end && !is_white(*p))
			p++;
		if (p > word && f->blank && f->text.len > 0 &&
			f->text.data[f->text.len - 1] != '\n')
			flow_text(s, " ", 1);
		if (p > word)
			f->blank = false;
		flow_text(s, word, (size_t)(p - word));
		f->blank |= p < end;
		while (p < end && is_white(*p))
			p++;
	}
}

/* ---- tables ---- */

void flow_table_open(struct flow *s)
{
	if (s->tables == 0) {
		write_carry(s);
		s->row = s->column = 0;
		s->span = 1;
	}
	s->tables++;
}

void flow_table_close(struct flow *s)
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

void flow_row_close(struct flow *s)
{
	if (s->tables != 1)
		return;
	s->row++;
	s->column = 0;
}

void flow_cell_close(struct flow *s)
{
	if (s->tables != 1)
		return;
	write_carry(s);
	s->column = s->column + s->span < GRID_COLUMNS ? s->column + s->span : GRID_COLUMNS;
	s->span = 1;
}

void flow_end(struct flow *s)
{
	while (s->frames.n > 0)
		flow_close(s);
	write_carry(s);
	while (s->tables > 0)
		flow_table_close(s);
	for (int i = 0; i < 2; i++)
		write_list(s, &s->notes[i]);
}

static void release_list(struct flow_list *list)
{
	vec_each (struct flow_done, w, list)
		buf_release(&w->text);
	vec_release(list);
}

void flow_release(struct flow *s)
{
	vec_each (struct flow_frame, f, &s->frames)
		buf_release(&f->text);
	release_list(&s->boxes);
	for (int i = 0; i < 2; i++)
		release_list(&s->notes[i]);
	vec_release(&s->frames);
	buf_release(&s->carry.text);
	grid_release(&s->table);
}

void flow_report(const char *file, const struct flow_counts *c, struct diags *d)
{
	const struct {
		uint32_t n;
		const char *id, *text;
	} remarks[] = {
		{ c->comments, "R022", "comments left out" },
		{ c->hidden, "R023", "stretches of hidden text left out" },
		{ c->embedded, "R024",
			"embedded documents left out (open the file in Word and save it again)" },
		{ c->changes, "R025", "tracked changes read as accepted" },
	};

	for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
		if (remarks[i].n > 0)
			diag_add(d, DIAG_REMARK, remarks[i].id, &(struct diag_at){ .file = file },
				"%s: %u", remarks[i].text, remarks[i].n);
}
