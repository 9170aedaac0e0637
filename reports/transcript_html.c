/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A transcript as one page: line numbers, times and speakers on the left, coding
 * stripes and names of codes on the right.  No script, no other file.
 */
#include "reports/transcript_html.h"

#include <string.h>

#include "reports/page.h"
#include "reports/text.h"

struct sheet {
	struct xmlwrite *x;
	const struct transcript *t;
	const char *lang;
	bool times, speakers;
	struct page_rows rows;
	struct stripes stripes;
	uint32_t lanes;
	size_t passed;	/* marks that end before the row at hand */
	size_t begun;	/* marks that begin before it */
	size_t striped; /* stripes that begin before it */
	const struct stripe *in_lane[STRIPES_MAX];
};

static void put(struct sheet *s, const char *element, const char *class, const char *text)
{
	xml_open(s->x, element);
	xml_attr(s->x, "class", class);
	xml_text(s->x, text);
	xml_close(s->x, element);
}

/* ---- head -------------------------------------------------------------------------------------
 */

static void put_speakers(struct sheet *s)
{
	if (s->t->speakers.n == 0)
		return;
	xml_open(s->x, "p");
	xml_textf(s->x, "%s: ", text_of(T_SPEAKERS, s->lang));
	vec_each (const struct transcript_speaker, p, &s->t->speakers) {
		xml_element(s->x, "b", p->shown);
		xml_textf(s->x, " (%s)%s", transcript_role(p, s->lang),
			p + 1 < s->t->speakers.items + s->t->speakers.n ? ", " : "");
	}
	xml_close(s->x, "p");
}

static bool holds_name(const char *names, const char *name, size_t len)
{
	for (const char *p = names; *p != '\0';) {
		size_t n = strcspn(p, "\n");

		if (n == len && memcmp(p, name, n) == 0)
			return true;
		p += n + (p[n] == '\n');
	}
	return false;
}

/* Who confirmed what is shown, each once, in the order of the text. */
static void put_coders(struct sheet *s)
{
	struct buf all = BUF_INIT, line = BUF_INIT;

	vec_each (const struct transcript_mark, m, &s->t->marks) {
		for (const char *p = m->coders; *p != '\0';) {
			size_t n = strcspn(p, "\n");

			if (!holds_name(all.data, p, n)) {
				buf_adds(&all, all.len > 0 ? "\n" : "");
				buf_add(&all, p, n);
			}
			p += n + (p[n] == '\n');
		}
	}
	for (char *p = all.data; all.len > 0 && *p != '\0'; p++) {
		if (*p == '\n')
			buf_adds(&line, ", ");
		else
			buf_addc(&line, *p);
	}
	buf_reset(&all);
	text_fill(&all, T_CODED_BY, s->lang, (const char *const[]){ line.data });
	if (line.len > 0)
		xml_element(s->x, "p", all.data);
	buf_release(&all);
	buf_release(&line);
}

static void put_header(struct sheet *s)
{
	struct buf b = BUF_INIT;

	xml_open(s->x, "header");
	put(s, "p", "kind", text_of(T_TRANSCRIPT, s->lang));
	xml_element(s->x, "h1", s->t->title);
	transcript_about(s->t, s->lang, &b);
	xml_element(s->x, "p", b.data);
	buf_reset(&b);
	transcript_extent(s->t, s->lang, &b);
	xml_element(s->x, "p", b.data);
	put_speakers(s);
	put_coders(s);
	xml_close(s->x, "header");
	xml_newline(s->x);
	buf_release(&b);
}

/* ---- legend -----------------------------------------------------------------------------------
 */

static void put_code(struct sheet *s, const struct transcript_code *c)
{
	struct buf counts = BUF_INIT;

	xml_open(s->x, "li");
	xml_attrf(s->x, "style", "--c:%s", c->color);
	xml_open(s->x, "span");
	xml_attr(s->x, "class", c->confirmed > 0 ? "name" : "name maybe");
	xml_textf(s->x, "%s%s", c->name, c->confirmed > 0 ? "" : "?");
	xml_close(s->x, "span");
	xml_textf(s->x, " %s ", c->label);
	transcript_counts(s->t, c, s->lang, &counts);
	put(s, "span", "soft", counts.data);
	xml_close(s->x, "li");
	xml_newline(s->x);
	buf_release(&counts);
}

static void put_legend(struct sheet *s)
{
	struct buf orphans = BUF_INIT, note = BUF_INIT;

	xml_open(s->x, "section");
	xml_attr(s->x, "class", "legend");
	xml_element(s->x, "h2", text_of(T_CODES_HERE, s->lang));
	if (s->t->codes.n == 0) {
		xml_element(s->x, "p", text_of(T_NO_CODES_HERE, s->lang));
	} else {
		xml_open(s->x, "ul");
		vec_each (const struct transcript_code, c, &s->t->codes)
			put_code(s, c);
		xml_close(s->x, "ul");
	}
	if (transcript_is_suggested(s->t))
		put(s, "p", "note", text_of(T_NOTE_SUGGESTED_MARKS, s->lang));
	if (s->t->orphans > 0) {
		buf_printf(&orphans, "%u", s->t->orphans);
		text_fill(&note, T_ORPHANS_N, s->lang, (const char *const[]){ orphans.data });
		put(s, "p", "note", note.data);
	}
	xml_close(s->x, "section");
	xml_newline(s->x);
	buf_release(&note);
	buf_release(&orphans);
}

/* ---- rows -------------------------------------------------------------------------------------
 */

static void put_stripes(struct sheet *s, uint32_t row)
{
	while (s->striped < s->stripes.n && s->stripes.items[s->striped].first <= row) {
		const struct stripe *p = &s->stripes.items[s->striped++];

		if (p->lane < STRIPES_MAX)
			s->in_lane[p->lane] = p;
	}
	xml_open(s->x, "div");
	xml_attr(s->x, "class", "stripes");
	for (uint32_t k = 0; k < s->lanes; k++) {
		const struct stripe *p = s->in_lane[k];

		xml_open(s->x, "i");
		if (p != NULL && p->last >= row) {
			xml_attrf(s->x, "class", "%s%s%s", p->suggested ? "maybe" : "sure",
				p->first == row ? " from" : "", p->last == row ? " to" : "");
			xml_attrf(s->x, "style", "--c:%s", s->t->codes.items[p->code].color);
		}
		xml_close(s->x, "i");
	}
	xml_close(s->x, "div");
}

/* Was one of marks [from,i) of the same code and state? */
static bool is_named(const struct transcript *t, size_t from, size_t i)
{
	const struct transcript_mark *m = &t->marks.items[i];

	for (; from < i; from++)
		if (t->marks.items[from].code == m->code &&
			t->marks.items[from].suggested == m->suggested)
			return true;
	return false;
}

static void put_name(struct sheet *s, size_t i, size_t end)
{
	const struct transcript_mark *m = &s->t->marks.items[i];
	const struct transcript_code *c = &s->t->codes.items[m->code];
	unsigned n = 0;

	for (size_t k = i; k < end; k++)
		n += s->t->marks.items[k].code == m->code &&
		     s->t->marks.items[k].suggested == m->suggested;
	xml_open(s->x, "span");
	xml_attr(s->x, "class", m->suggested ? "name maybe" : "name");
	xml_attrf(s->x, "style", "--c:%s", c->color);
	xml_attr(s->x, "title", c->label);
	xml_textf(s->x, "%s%s", c->name, m->suggested ? "?" : "");
	if (n > 1)
		xml_textf(s->x, " \xc3\x97%u", n);
	xml_close(s->x, "span");
	xml_text(s->x, " ");
}

/* The names of what begins on this row, each once. */
static void put_names(struct sheet *s, const struct page_row *row)
{
	size_t from = s->begun, end = from;

	while (end < s->t->marks.n && s->t->marks.items[end].start < row->text.end)
		end++;
	s->begun = end;
	xml_open(s->x, "div");
	xml_attr(s->x, "class", "names");
	for (size_t i = from; i < end; i++)
		if (!is_named(s->t, from, i))
			put_name(s, i, end);
	xml_close(s->x, "div");
}

static void put_who(struct sheet *s, const struct transcript_para *p)
{
	bool speaks = p != NULL && p->speaker >= 0;

	xml_open(s->x, "div");
	xml_attr(s->x, "class", "who");
	if (speaks && p->begins_turn)
		xml_text(s->x, s->t->speakers.items[p->speaker].shown);
	else if (p != NULL && !speaks && p->kind != PARA_BODY)
		put(s, "span", "soft", transcript_kind(p->kind, s->lang));
	xml_close(s->x, "div");
}

static void put_time(struct sheet *s, const struct transcript_para *p)
{
	struct buf time = BUF_INIT;

	if (!s->times)
		return;
	if (p != NULL && p->ms >= 0)
		transcript_time(p->ms, &time);
	put(s, "div", "time", time.data);
	buf_release(&time);
}

static void open_row(struct sheet *s, const struct page_row *row)
{
	const struct transcript_para *p = row->para;
	bool asks = p != NULL && p->speaker >= 0 &&
		    s->t->speakers.items[p->speaker].role == ROLE_INTERVIEWER;

	xml_open(s->x, "div");
	xml_attrf(s->x, "class", "row %s%s%s", p != NULL ? para_kind_names[p->kind] : "more",
		asks ? " asks" : "", p != NULL && p->begins_turn ? " turn" : "");
	xml_attrf(s->x, "id", "L%u", row->line);
	xml_open(s->x, "a");
	xml_attr(s->x, "class", "no");
	xml_attrf(s->x, "href", "#L%u", row->line);
	xml_textf(s->x, "%u", row->line);
	xml_close(s->x, "a");
}

static void put_row(struct sheet *s, uint32_t i)
{
	const struct page_row *row = &s->rows.items[i];

	open_row(s, row);
	put_time(s, row->para);
	if (s->speakers)
		put_who(s, row->para);
	xml_open(s->x, "div");
	xml_attr(s->x, "class", "say");
	transcript_html_text(s->x, s->t, row->text, &s->passed);
	xml_close(s->x, "div");
	if (s->t->codes.n > 0) {
		put_stripes(s, i);
		put_names(s, row);
	}
	xml_close(s->x, "div");
	xml_newline(s->x);
}

static void put_text(struct sheet *s)
{
	xml_open(s->x, "main");
	xml_attrf(s->x, "class", "%s%s%s", s->t->codes.n > 0 ? "coded" : "plain",
		s->times ? " times" : "", s->speakers ? " speakers" : "");
	xml_attrf(s->x, "style", "--lanes:%u", s->lanes);
	xml_newline(s->x);
	for (uint32_t i = 0; i < s->rows.n; i++)
		put_row(s, i);
	xml_close(s->x, "main");
	xml_newline(s->x);
}

static bool has_names(const struct transcript *t)
{
	vec_each (const struct transcript_para, p, &t->paras)
		if (p->speaker >= 0 || p->kind != PARA_BODY)
			return true;
	return false;
}

void transcript_html(const struct transcript *t, const char *lang, struct buf *out)
{
	struct sheet s = { .x = xmlwrite_new(XMLWRITE_HTML),
		.t = t,
		.lang = lang,
		.times = transcript_has_times(t),
		.speakers = has_names(t) };

	page_rows_fill(t, &s.rows);
	stripes_fill(t, &s.rows, &s.stripes, &s.lanes);
	xml_open(s.x, "html");
	xml_attr(s.x, "lang", lang);
	xml_newline(s.x);
	page_head(s.x, t->title, transcript_css);
	xml_open(s.x, "body");
	xml_newline(s.x);
	put_header(&s);
	if (t->has_codes)
		put_legend(&s);
	put_text(&s);
	xml_close(s.x, "body");
	xml_close(s.x, "html");
	vec_release(&s.rows);
	vec_release(&s.stripes);
	xmlwrite_finish(s.x, out);
}
