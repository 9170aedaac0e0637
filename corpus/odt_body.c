/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/odt_body.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"

#define BLANKS_MAX 80 /* of one <text:s> */

/* How an open <text:span> looks; FLOW_UNSET as in flow.h. */
struct run {
	int bold, hidden;
};

struct body {
	struct xmlread *x;
	struct odt_styles *styles;
	struct flow_counts *counts;
	struct flow paras;
	VEC(struct run) spans;
	enum flow_note note;
	int kind;	 /* of all paragraphs in an index or bibliography, or FLOW_UNSET */
	int depth, skip; /* skip: depth of the element whose content is left out, 0 = none */
	uint32_t repeat; /* of the open cell */
	bool fresh;	 /* the next paragraph is the first of its note */
	bool is_text;	 /* <office:text> was seen */
};

static void skip(struct body *b)
{
	b->skip = b->depth;
}

static int style_of(const struct body *b, enum odt_family family, enum style_property what)
{
	return odt_styles_get(b->styles, family, xmlread_attr(b->x, "style-name"), what);
}

/* ---- paragraphs ---- */

static struct flow_frame *open_para(struct body *b)
{
	struct flow_frame *f;

	flow_open(&b->paras);
	f = flow_top(&b->paras);
	f->kind = style_of(b, ODT_PARAGRAPH, STYLE_KIND);
	f->outline = style_of(b, ODT_PARAGRAPH, STYLE_OUTLINE);
	f->para_bold = style_of(b, ODT_PARAGRAPH, STYLE_BOLD);
	f->para_hidden = style_of(b, ODT_PARAGRAPH, STYLE_HIDDEN);
	if (b->kind != FLOW_UNSET)
		f->kind = b->kind;
	f->note = b->note;
	f->fresh = b->fresh;
	b->fresh = false;
	return f;
}

static void open_p(struct body *b)
{
	struct flow_frame *f = open_para(b);

	if (b->note == FLOW_NO_NOTE)
		odt_lists_number(&b->styles->lists, f->number);
}

static void open_h(struct body *b)
{
	struct flow_frame *f = open_para(b);

	if (b->kind == FLOW_UNSET)
		f->kind = PARA_HEADING;
	if (b->note == FLOW_NO_NOTE)
		odt_lists_heading(&b->styles->lists, b->x, f->number);
}

static void close_p(struct body *b)
{
	flow_close(&b->paras);
}

/* The innermost span that says something wins. */
static void set_run(struct body *b)
{
	struct flow_frame *f = flow_top(&b->paras);

	if (f == NULL)
		return;
	f->run_bold = f->run_hidden = FLOW_UNSET;
	vec_each (struct run, s, &b->spans) {
		f->run_bold = s->bold != FLOW_UNSET ? s->bold : f->run_bold;
		f->run_hidden = s->hidden != FLOW_UNSET ? s->hidden : f->run_hidden;
	}
}

static void open_span(struct body *b)
{
	vec_push(&b->spans, ((struct run){ style_of(b, ODT_TEXT, STYLE_BOLD),
				    style_of(b, ODT_TEXT, STYLE_HIDDEN) }));
	set_run(b);
	if (flow_top(&b->paras) != NULL)
		flow_top(&b->paras)->counted = false;
}

static void close_span(struct body *b)
{
	if (b->spans.n > 0)
		b->spans.n--;
	set_run(b);
}

static void take_blanks(struct body *b)
{
	const char *value = xmlread_attr(b->x, "c");
	unsigned long n = value != NULL ? strtoul(value, NULL, 10) : 1;

	flow_words(&b->paras, " ", 1);
	for (n = n < BLANKS_MAX ? n : BLANKS_MAX; n > 0; n--)
		flow_text(&b->paras, " ", 1);
}

static void take_tab(struct body *b)
{
	flow_text(&b->paras, "\t", 1);
}

static void take_break(struct body *b)
{
	flow_text(&b->paras, "\n", 1);
}

/* ---- notes, comments, changes, hidden text ---- */

static void open_note(struct body *b)
{
	const char *class = xmlread_attr(b->x, "note-class");

	b->note = class != NULL && strcmp(class, "endnote") == 0 ? FLOW_ENDNOTE : FLOW_FOOTNOTE;
	b->fresh = true;
}

static void close_note(struct body *b)
{
	b->note = FLOW_NO_NOTE;
	b->fresh = false;
}

static void take_comment(struct body *b)
{
	b->counts->comments++;
	skip(b);
}

/* What was deleted is kept in a list of its own in front of the text. */
static void take_change(struct body *b)
{
	b->counts->changes++;
	skip(b);
}

static void take_hidden(struct body *b)
{
	b->counts->hidden++;
	skip(b);
}

/* A field that shows or hides its text. */
static void open_hidden(struct body *b)
{
	const char *hidden = xmlread_attr(b->x, "is-hidden");

	if (hidden != NULL && strcmp(hidden, "true") == 0)
		take_hidden(b);
}

/* The title of a picture; that of the document (a field) is text. */
static void open_title(struct body *b)
{
	if (strstr(xmlread_space(b->x), ":svg-") != NULL)
		skip(b);
}

static void open_section(struct body *b)
{
	const char *display = xmlread_attr(b->x, "display");

	if (display != NULL && strcmp(display, "none") == 0)
		take_hidden(b);
}

static void open_index(struct body *b)
{
	b->kind = PARA_HEADING;
}

static void open_bibliography(struct body *b)
{
	b->kind = PARA_REFERENCE;
}

static void close_index(struct body *b)
{
	b->kind = FLOW_UNSET;
}

static void open_list(struct body *b)
{
	odt_lists_open(&b->styles->lists, b->x);
}

static void close_list(struct body *b)
{
	odt_lists_close(&b->styles->lists);
}

static void open_item(struct body *b)
{
	odt_lists_item(&b->styles->lists, b->x);
}

static void open_text(struct body *b)
{
	b->is_text = true;
}

/* ---- tables ---- */

static void open_table(struct body *b)
{
	flow_table_open(&b->paras);
}

static void close_table(struct body *b)
{
	flow_table_close(&b->paras);
}

static void close_row(struct body *b)
{
	flow_row_close(&b->paras);
}

static void open_cell(struct body *b)
{
	const char *value = xmlread_attr(b->x, "number-columns-repeated");
	unsigned long n = value != NULL ? strtoul(value, NULL, 10) : 1;

	if (b->paras.tables != 1)
		return;
	b->paras.span = n < 1 ? 1 : n < GRID_COLUMNS ? (uint32_t)n : GRID_COLUMNS;
}

static void close_cell(struct body *b)
{
	flow_cell_close(&b->paras);
}

/* ---- elements ---- */

typedef void element_fn(struct body *b);

struct element {
	const char *name;
	element_fn *open, *close;
};

/* By name, for bsearch(). Elements that are not here are looked through. */
static const struct element elements[] = {
	{ "alphabetical-index", open_index, close_index },
	{ "alphabetical-index-source", skip, NULL },
	{ "annotation", take_comment, NULL },
	{ "bibliography", open_bibliography, close_index },
	{ "bibliography-source", skip, NULL },
	{ "binary-data", skip, NULL },
	{ "changed-region", take_change, NULL },
	{ "covered-table-cell", open_cell, close_cell },
	{ "desc", skip, NULL },
	{ "event-listeners", skip, NULL },
	{ "forms", skip, NULL },
	{ "h", open_h, close_p },
	{ "hidden-text", open_hidden, NULL },
	{ "illustration-index", open_index, close_index },
	{ "illustration-index-source", skip, NULL },
	{ "line-break", take_break, NULL },
	{ "list", open_list, close_list },
	{ "list-item", open_item, NULL },
	{ "master-styles", skip, NULL }, /* of a flat file */
	{ "note", open_note, close_note },
	{ "note-citation", skip, NULL },
	{ "number", skip, NULL },
	{ "object", skip, NULL },
	{ "object-index", open_index, close_index },
	{ "object-index-source", skip, NULL },
	{ "object-ole", skip, NULL },
	{ "p", open_p, close_p },
	{ "placeholder", skip, NULL },
	{ "ruby-text", skip, NULL },
	{ "s", take_blanks, NULL },
	{ "script", skip, NULL },
	{ "section", open_section, NULL },
	{ "span", open_span, close_span },
	{ "tab", take_tab, NULL },
	{ "table", open_table, close_table },
	{ "table-cell", open_cell, close_cell },
	{ "table-index", open_index, close_index },
	{ "table-index-source", skip, NULL },
	{ "table-of-content", open_index, close_index },
	{ "table-of-content-source", skip, NULL },
	{ "table-row", NULL, close_row },
	{ "text", open_text, NULL },
	{ "title", open_title, NULL },
	{ "user-index", open_index, close_index },
	{ "user-index-source", skip, NULL },
};

static int by_name(const void *key, const void *item)
{
	return strcmp(key, ((const struct element *)item)->name);
}

static const struct element *element_of(const struct body *b)
{
	static const char odf[] = "urn:oasis:names:tc:opendocument:xmlns:";

	if (strncmp(xmlread_space(b->x), odf, sizeof odf - 1) != 0)
		return NULL;
	return bsearch(xmlread_name(b->x), elements, sizeof elements / sizeof *elements,
		sizeof *elements, by_name);
}

static void take_event(struct body *b, enum xml_event event)
{
	const struct element *e;

	if (event == XML_TEXT) {
		size_t len;
		const char *p = xmlread_text(b->x, &len);

		if (b->skip == 0)
			flow_words(&b->paras, p, len);
		return;
	}
	b->depth += event == XML_OPEN;
	e = b->skip == 0 ? element_of(b) : NULL;
	if (event == XML_OPEN && e != NULL && e->open != NULL)
		e->open(b);
	if (event == XML_CLOSE && e != NULL && e->close != NULL)
		e->close(b);
	if (event == XML_CLOSE && b->skip == b->depth)
		b->skip = 0;
	b->depth -= event == XML_CLOSE;
}

enum rc odt_body_read(const char *xml, size_t len, struct odt_styles *styles, struct draft *out,
	struct flow_counts *counts, struct err *e)
{
	struct body b = {
		.styles = styles, .counts = counts, .paras = FLOW_INIT, .kind = FLOW_UNSET
	};
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&b.x, "content.xml", xml, len, e);

	b.paras.out = out;
	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(b.x, &event, e);
		if (rc == RC_OK && event != XML_END)
			take_event(&b, event);
	}
	if (rc == RC_OK && !b.is_text)
		rc = err_set(e, RC_INPUT,
			"this is no text document but a table, drawing or presentation: save its "
			"text as .odt");
	if (rc == RC_OK)
		flow_end(&b.paras);
	counts->hidden += b.paras.hidden;
	flow_release(&b.paras);
	vec_release(&b.spans);
	xmlread_close(b.x);
	return rc;
}
