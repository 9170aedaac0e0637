/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A transcript for a terminal or a text file.
 *
 *	12  03:15  I1  Wah, belum maksimal. Warga di sini tidak  ┌ INT
 *	               tahu ada program itu.                     └ (ORG?)
 *
 * With a width the margin has a lane for each mark over several rows; what fits into one row stands
 * in brackets.  Without one (a file, a pipe) lines are not wrapped, and the codes stand below
 * their line with the places in code points, as `tema code` takes them.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "reports/text.h"
#include "reports/transcript_sheet.h"

#define GAP 2
#define SPEAKER_MAX 14
#define LABEL_MAX 18
#define TEXT_MIN 16

/* ---- columns ----------------------------------------------------------------------------------
 */

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t before_text(const struct sheet *s)
{
	return s->number + GAP + (s->time > 0 ? s->time + GAP : 0) +
	       (s->speaker > 0 ? s->speaker + GAP : 0);
}

static void measure(struct sheet *s)
{
	struct buf b = BUF_INIT;

	s->number = (size_t)snprintf(NULL, 0, "%u", s->t->last);
	vec_each (const struct transcript_para, p, &s->t->paras) {
		buf_reset(&b);
		if (p->ms >= 0)
			transcript_time(p->ms, &b);
		s->time = larger(s->time, b.len);
		if (p->speaker >= 0)
			s->speaker = larger(
				s->speaker, sheet_cells(s->t->speakers.items[p->speaker].shown));
	}
	vec_each (const struct transcript_code, c, &s->t->codes)
		s->label = larger(s->label, sheet_cells(c->name) + strlen("(?)"));
	s->speaker = s->speaker < SPEAKER_MAX ? s->speaker : SPEAKER_MAX;
	s->label = s->label < LABEL_MAX ? s->label : LABEL_MAX;
	buf_release(&b);
}

/* The wider the margin the narrower the text, and the more rows a mark has: until it fits. */
static void lay_out(struct sheet *s)
{
	size_t width = (size_t)s->p->width, lanes = 0;

	text_layout_init(&s->l, s->t, 0);
	while (width > 0) {
		size_t margin = s->label > 0 ? GAP + lanes + 1 + s->label : 0;
		size_t rest = before_text(s) + margin;

		text_layout_release(&s->l);
		s->text = width > rest + TEXT_MIN ? width - rest : TEXT_MIN;
		text_layout_init(&s->l, s->t, s->text);
		if (s->l.lanes <= lanes)
			break;
		lanes = s->l.lanes;
	}
}

/* ---- rows -------------------------------------------------------------------------------------
 */

static bool is_coded(struct sheet *s, uint32_t pos, uint32_t *until)
{
	const struct transcript_marks *marks = &s->t->marks;
	bool coded = false;

	while (s->passed < marks->n &&
		(marks->items[s->passed].suggested || marks->items[s->passed].end <= pos))
		s->passed++;
	*until = UINT32_MAX;
	for (size_t i = s->passed; i < marks->n; i++) {
		const struct transcript_mark *m = &marks->items[i];

		if (m->suggested || m->end <= pos)
			continue;
		if (m->start > pos) {
			*until = m->start < *until ? m->start : *until;
			break;
		}
		*until = coded && m->end < *until ? *until : m->end;
		coded = true;
	}
	return coded;
}

/* The text of a row; what is confirmed to be coded is underlined where colours are allowed. */
static void put_text(struct sheet *s, const struct text_row *row, uint32_t end)
{
	const struct transcript *t = s->t;
	bool heading = row->para != NULL && row->para->kind == PARA_HEADING;

	if (!s->p->colour) {
		utf8_clean(t->text + row->start, end - row->start, s->out);
		return;
	}
	for (uint32_t pos = row->start, until; pos < end; pos = until) {
		bool coded = is_coded(s, pos, &until);

		until = until < end ? until : end;
		buf_adds(s->out, heading ? SHEET_BOLD : "");
		buf_adds(s->out, coded ? SHEET_CODED : "");
		utf8_clean(t->text + pos, until - pos, s->out);
		buf_adds(s->out, heading || coded ? SHEET_OFF : "");
	}
}

static void put_who(struct sheet *s, const struct transcript_para *p)
{
	const struct transcript_speaker *who = p != NULL && p->begins_turn && p->speaker >= 0
						       ? &s->t->speakers.items[p->speaker]
						       : NULL;

	if (s->speaker == 0)
		return;
	if (who != NULL)
		sheet_style(s, s->out, who->role == ROLE_INTERVIEWER ? SHEET_DIM : SHEET_BOLD);
	sheet_put_cut(s->out, who != NULL ? who->shown : "", s->speaker);
	if (who != NULL)
		sheet_style(s, s->out, SHEET_OFF);
	sheet_blanks(s->out, GAP);
}

static void put_time(struct sheet *s, const struct transcript_para *p)
{
	struct buf time = BUF_INIT;

	if (s->time == 0)
		return;
	if (p != NULL && p->ms >= 0)
		transcript_time(p->ms, &time);
	sheet_blanks(s->out, s->time - time.len);
	buf_add(s->out, time.data, time.len);
	sheet_blanks(s->out, GAP);
	buf_release(&time);
}

static void trim(struct buf *out, size_t from)
{
	while (out->len > from && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}

static void put_margin(struct sheet *s, size_t text_cells)
{
	if (s->margin.len == 0)
		return;
	sheet_blanks(s->out, (s->text > text_cells ? s->text - text_cells : 0) + GAP);
	buf_add(s->out, s->margin.data, s->margin.len);
}

static void put_row(struct sheet *s, uint32_t i)
{
	const struct text_row *row = &s->l.rows.items[i];
	size_t from = s->out->len;
	uint32_t end = row->end;

	if (row->first && row->end > row->start) {
		sheet_style(s, s->out, SHEET_DIM);
		buf_printf(s->out, "%*u", (int)s->number, row->line);
		sheet_style(s, s->out, SHEET_OFF);
	} else {
		sheet_blanks(s->out, s->number);
	}
	sheet_blanks(s->out, GAP);
	put_time(s, row->para);
	put_who(s, row->para);
	while (end > row->start && s->t->text[end - 1] == ' ')
		end--;
	put_text(s, row, end);
	trim(s->out, from);
	if (s->margin.len > 0 && end == row->start) /* trimming took the columns away */
		sheet_blanks(s->out, before_text(s) - (s->out->len - from));
	put_margin(s, utf8_cells(s->t->text + row->start, end - row->start));
	buf_addc(s->out, '\n');
}

/* Names for which there was no room beside the line. */
static void put_rest(struct sheet *s, uint32_t row)
{
	while (s->due.n > 0) {
		sheet_make_margin(s, row, true);
		sheet_blanks(s->out, before_text(s));
		put_margin(s, 0);
		buf_addc(s->out, '\n');
	}
}

static void put_wrapped(struct sheet *s)
{
	for (uint32_t i = 0; i < s->l.rows.n; i++) {
		const struct text_row *row = &s->l.rows.items[i];
		bool last = i + 1 == s->l.rows.n;

		sheet_begin_marks(s, i);
		sheet_make_margin(s, i, false);
		put_row(s, i);
		/* An empty line below is as good a place. */
		if (last || (row[1].first && row[1].end > row[1].start) ||
			(s->next < s->l.marks.n && s->l.marks.items[s->next].first <= i + 1))
			put_rest(s, i);
	}
}

/* ---- without a width --------------------------------------------------------------------------
 */

static void put_place(struct sheet *s, size_t mark, bool begins, bool ends, size_t *n)
{
	const struct transcript_mark *m = &s->t->marks.items[mark];
	const char *name = s->t->codes.items[m->code].name;

	sheet_blanks(s->out, *n == 0 ? before_text(s) : 1);
	++*n;
	sheet_style(s, s->out, m->suggested ? SHEET_SUGGESTED : SHEET_CONFIRMED);
	if (begins && ends)
		buf_printf(s->out, "%s%s%s %u-%u%s", m->suggested ? "(" : "[", name,
			m->suggested ? "?" : "", m->from, m->to, m->suggested ? ")" : "]");
	else
		buf_printf(s->out, "%s%s%s %u-%u", sheet_lanes[m->suggested][begins ? 0 : 2], name,
			m->suggested ? "?" : "", m->from, m->to);
	sheet_style(s, s->out, SHEET_OFF);
}

/* The marks that begin or end on a line. */
static void put_places(struct sheet *s, uint32_t row, size_t *first)
{
	size_t n = 0;
	bool past = true;

	for (size_t i = *first; i < s->l.marks.n && s->l.marks.items[i].first <= row; i++) {
		const struct row_mark *r = &s->l.marks.items[i];

		if (r->first == row || r->last == row)
			put_place(s, i, r->first == row, r->last == row, &n);
		past = past && r->last <= row;
		if (past)
			*first = i + 1; /* nothing before it goes on */
	}
	if (n > 0)
		buf_addc(s->out, '\n');
}

static void put_unwrapped(struct sheet *s)
{
	size_t first = 0;

	buf_reset(&s->margin);
	for (uint32_t i = 0; i < s->l.rows.n; i++) {
		put_row(s, i);
		put_places(s, i, &first);
	}
}

/* ---- head and foot ----------------------------------------------------------------------------
 */

static void put_head(struct sheet *s)
{
	const char *lang = s->p->lang;
	struct buf line = BUF_INIT;

	sheet_style(s, s->out, SHEET_BOLD);
	buf_printf(s->out, "%u  %s", s->t->number, s->t->title);
	sheet_style(s, s->out, SHEET_OFF);
	buf_addc(s->out, '\n');
	transcript_about(s->t, lang, &line);
	buf_printf(s->out, "%s\n", line.data);
	buf_reset(&line);
	transcript_extent(s->t, lang, &line);
	buf_printf(s->out, "%s\n", line.data);
	buf_reset(&line);
	vec_each (const struct transcript_speaker, p, &s->t->speakers)
		buf_printf(&line, "%s%s (%s)", line.len > 0 ? ", " : "", p->shown,
			transcript_role(p, lang));
	if (line.len > 0)
		buf_printf(s->out, "%s: %s\n", text_of(T_SPEAKERS, lang), line.data);
	buf_addc(s->out, '\n');
	buf_release(&line);
}

static void put_code(struct sheet *s, const struct transcript_code *c, size_t name, size_t label)
{
	buf_adds(s->out, "  ");
	sheet_put_cut(s->out, c->full, name);
	sheet_blanks(s->out, GAP);
	sheet_put_cut(s->out, c->label, label);
	sheet_blanks(s->out, GAP);
	transcript_counts(s->t, c, s->p->lang, s->out);
	buf_addc(s->out, '\n');
}

static void put_foot(struct sheet *s)
{
	const char *lang = s->p->lang;
	size_t name = 0, label = 0;
	struct buf orphans = BUF_INIT;

	if (!s->t->has_codes)
		return;
	buf_addc(s->out, '\n');
	vec_each (const struct transcript_code, c, &s->t->codes) {
		name = larger(name, sheet_cells(c->full));
		label = larger(label, sheet_cells(c->label));
	}
	if (s->p->width > 0 && label > (size_t)s->p->width / 2)
		label = (size_t)s->p->width / 2;
	buf_printf(
		s->out, "%s\n", text_of(s->t->codes.n > 0 ? T_CODES_HERE : T_NO_CODES_HERE, lang));
	vec_each (const struct transcript_code, c, &s->t->codes)
		put_code(s, c, name, label);
	if (transcript_is_suggested(s->t))
		buf_printf(s->out, "%s\n", text_of(T_NOTE_SUGGESTED_MARKS, lang));
	if (s->t->orphans > 0) {
		buf_printf(&orphans, "%u", s->t->orphans);
		text_fill(s->out, T_ORPHANS_N, lang, (const char *const[]){ orphans.data });
		buf_addc(s->out, '\n');
	}
	buf_release(&orphans);
}

void transcript_text(const struct transcript *t, const struct transcript_page *p, struct buf *out)
{
	struct sheet s = { .t = t, .p = p, .margin = BUF_INIT, .out = out };

	measure(&s);
	lay_out(&s);
	put_head(&s);
	if (p->width > 0)
		put_wrapped(&s);
	else
		put_unwrapped(&s);
	put_foot(&s);
	text_layout_release(&s.l);
	vec_release(&s.due);
	buf_release(&s.margin);
}
