/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page.h"

#include <string.h>

#include "output/writer.h"

static const struct {
	const char *anchor;
	enum text title;
	page_fn *write;
} sections[] = {
	{ "summary", T_SUMMARY, page_summary },
	{ "methods", T_METHODS, page_methods },
	{ "frequency-section", T_FREQUENCY, page_frequency },
	{ "groups-section", T_GROUPS, page_groups },
	{ "cooccurrence", T_COOCCURRENCE, page_cooccurrence },
	{ "quotations-section", T_QUOTATIONS, page_quotations },
	{ "codebook-section", T_CODEBOOK, page_codebook },
};
#define SECTIONS (sizeof sections / sizeof *sections)

const char *page_number(const struct page *p, uint64_t n)
{
	struct buf b = BUF_INIT;
	const char *kept;

	number_text((double)n, 0, p->lang, &b);
	/* The arena belongs to the study; numbers of one page are few. */
	kept = arena_strdup((struct arena *)&p->st->arena, b.data);
	buf_release(&b);
	return kept;
}

void page_paragraph(struct page *p, const char *class, const char *text)
{
	xml_open(p->x, "p");
	if (class != NULL)
		xml_attr(p->x, "class", class);
	xml_text(p->x, text);
	xml_close(p->x, "p");
	xml_newline(p->x);
}

static const struct report *report_by_key(const char *key)
{
	for (const struct report *const *r = reports; *r != NULL; r++)
		if (strcmp((*r)->key, key) == 0)
			return *r;
	return NULL;
}

/* Cut a long table for the page; the CSV has every row. */
static void cut_rows(struct page *p, struct table *t, size_t max_rows)
{
	struct buf note = BUF_INIT;

	if (max_rows == 0 || t->rows.n <= max_rows)
		return;
	text_fill(&note, T_NOTE_PAIRS_CUT, p->lang,
		(const char *const[]){ page_number(p, max_rows), page_number(p, t->rows.n) });
	table_note(t, "%s", note.data);
	t->rows.n = max_rows;
	buf_release(&note);
}

enum rc page_table(struct page *p, const char *key, size_t max_rows, struct err *e)
{
	struct writer_options o = { p->lang, 0, false };
	struct table t = { .arena = ARENA_INIT };
	enum rc rc = report_by_key(key)->make(p->st, p->store, &t, e);

	if (rc == RC_OK) {
		cut_rows(p, &t, max_rows);
		t.title = arena_printf(
			&t.arena, "%s %u. %s", text_of(T_TABLE, p->lang), ++p->tables, t.title);
		writer_html_table(p->x, &t, &o);
	}
	table_release(&t);
	return rc;
}

void page_head(struct xmlwrite *x, const char *title, const char *css)
{
	xml_open(x, "head");
	xml_open(x, "meta");
	xml_attr(x, "charset", "utf-8");
	xml_close(x, "meta");
	xml_open(x, "meta");
	xml_attr(x, "name", "viewport");
	xml_attr(x, "content", "width=device-width, initial-scale=1");
	xml_close(x, "meta");
	xml_element(x, "title", title);
	xml_open(x, "style");
	xml_raw(x, css);
	xml_close(x, "style");
	xml_close(x, "head");
	xml_newline(x);
}

static void put_joined(struct page *p, const char *const *parts, size_t n)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		if (parts[i][0] != '\0')
			buf_printf(&b, "%s%s", b.len > 0 ? ", " : "", parts[i]);
	if (b.len > 0)
		page_paragraph(p, NULL, b.data);
	buf_release(&b);
}

static void put_cover(struct page *p)
{
	const struct study *st = p->st;

	xml_open(p->x, "header");
	page_paragraph(p, "kind", text_of(T_REPORT, p->lang));
	xml_element(p->x, "h1", st->title[0] != '\0' ? st->title : text_of(T_REPORT, p->lang));
	put_joined(p, &st->author, 1);
	put_joined(p, (const char *const[]){ st->institution, st->city, st->year }, 3);
	xml_close(p->x, "header");
	xml_newline(p->x);
	if (st->options.include_suggested)
		page_paragraph(p, "warning", text_of(T_NOTE_COUNTED_SUGGESTED, p->lang));
}

static void put_contents(struct page *p)
{
	xml_open(p->x, "nav");
	xml_element(p->x, "strong", text_of(T_CONTENTS, p->lang));
	xml_open(p->x, "ol");
	for (size_t i = 0; i < SECTIONS; i++) {
		xml_open(p->x, "li");
		xml_open(p->x, "a");
		xml_attrf(p->x, "href", "#%s", sections[i].anchor);
		xml_text(p->x, text_of(sections[i].title, p->lang));
		xml_close(p->x, "a");
		xml_close(p->x, "li");
	}
	xml_close(p->x, "ol");
	xml_close(p->x, "nav");
	xml_newline(p->x);
}

static enum rc put_sections(struct page *p, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < SECTIONS; i++) {
		xml_open(p->x, "section");
		xml_attr(p->x, "class", "chapter");
		xml_attr(p->x, "id", sections[i].anchor);
		xml_open(p->x, "h2");
		xml_textf(p->x, "%u. %s", ++p->sections, text_of(sections[i].title, p->lang));
		xml_close(p->x, "h2");
		xml_newline(p->x);
		rc = sections[i].write(p, e);
		xml_close(p->x, "section");
		xml_newline(p->x);
	}
	return rc;
}

static void put_foot(struct page *p)
{
	struct buf b = BUF_INIT;

	text_fill(&b, T_METHODS_TRAIL, p->lang,
		(const char *const[]){ page_number(p, p->st->ops), p->st->chain });
	xml_open(p->x, "footer");
	xml_attr(p->x, "class", "page");
	xml_text(p->x, b.data);
	xml_close(p->x, "footer");
	buf_release(&b);
}

enum rc report_html(const struct study *st, struct store *s, struct buf *out, struct err *e)
{
	struct page p = { xmlwrite_new(XMLWRITE_HTML), st, s, st->options.lang, 0, 0, 0 };
	enum rc rc;

	xml_open(p.x, "html");
	xml_attr(p.x, "lang", p.lang);
	xml_newline(p.x);
	page_head(p.x, st->title[0] != '\0' ? st->title : text_of(T_REPORT, p.lang), page_css);
	xml_open(p.x, "body");
	xml_newline(p.x);
	put_cover(&p);
	put_contents(&p);
	rc = put_sections(&p, e);
	if (rc != RC_OK) {
		xmlwrite_free(p.x);
		return rc;
	}
	put_foot(&p);
	xml_close(p.x, "body");
	xml_close(p.x, "html");
	xmlwrite_finish(p.x, out);
	return RC_OK;
}
