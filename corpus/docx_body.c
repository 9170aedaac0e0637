/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_body.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"
#include "corpus/docx_styles.h"
#include "corpus/flow.h"
#include "corpus/grid.h"

struct body {
	struct xmlread *x;
	const struct styles *styles;
	struct docx_numbering *numbering;
	int list, level;	     /* of the open paragraph's properties, or FLOW_UNSET */
	int style_list, style_level; /* the same of its style */
	struct flow_counts *counts;
	struct flow paras;
	VEC(uint64_t) choices; /* text written when mc:AlternateContent began */
	int depth, skip;       /* skip: depth of the element whose content is left out, 0 = none */
	int in_ppr, in_rpr, in_t; /* their depth, 0 = outside */
	struct buf t;
	bool preserve, placeholder;
};

static void skip(struct body *b)
{
	b->skip = b->depth;
}

static void take_pstyle(struct body *b)
{
	struct flow_frame *f = flow_top(&b->paras);
	const char *id = xmlread_attr(b->x, "val");

	if (f == NULL || !b->in_ppr)
		return;
	f->kind = styles_get(b->styles, id, STYLE_KIND);
	if (f->outline == FLOW_UNSET)
		f->outline = styles_get(b->styles, id, STYLE_OUTLINE);
	f->para_bold = styles_get(b->styles, id, STYLE_BOLD);
	f->para_hidden = styles_get(b->styles, id, STYLE_HIDDEN);
	b->style_list = styles_get(b->styles, id, STYLE_LIST);
	b->style_level = styles_get(b->styles, id, STYLE_LEVEL);
}

static void take_outline(struct body *b)
{
	if (b->in_ppr && flow_top(&b->paras) != NULL)
		flow_top(&b->paras)->outline = docx_outline(xmlread_attr(b->x, "val"));
}

/* ---- runs ---- */

static void open_p(struct body *b)
{
	flow_open(&b->paras);
}

static void close_p(struct body *b)
{
	flow_close(&b->paras);
}

static void open_r(struct body *b)
{
	if (flow_top(&b->paras) == NULL)
		return;
	flow_top(&b->paras)->run_bold = flow_top(&b->paras)->run_hidden = FLOW_UNSET;
	flow_top(&b->paras)->counted = false;
}

static bool in_run_properties(const struct body *b)
{
	return b->in_rpr && !b->in_ppr && b->paras.frames.n > 0;
}

static void take_rstyle(struct body *b)
{
	struct flow_frame *f = flow_top(&b->paras);
	const char *id = xmlread_attr(b->x, "val");

	if (!in_run_properties(b))
		return;
	if (f->run_bold == FLOW_UNSET)
		f->run_bold = styles_get(b->styles, id, STYLE_BOLD);
	if (f->run_hidden == FLOW_UNSET)
		f->run_hidden = styles_get(b->styles, id, STYLE_HIDDEN);
}

static void take_bold(struct body *b)
{
	if (in_run_properties(b))
		flow_top(&b->paras)->run_bold = docx_switch(xmlread_attr(b->x, "val"));
}

static void take_vanish(struct body *b)
{
	if (in_run_properties(b))
		flow_top(&b->paras)->run_hidden = docx_switch(xmlread_attr(b->x, "val"));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static void open_t(struct body *b)
{
	const char *space = xmlread_attr(b->x, "space");

	b->preserve = space != NULL && strcmp(space, "preserve") == 0;
	b->in_t = b->depth;
	buf_reset(&b->t);
}

static void close_t(struct body *b)
{
	const char *p = b->t.data;
	size_t len = b->t.len;

	b->in_t = 0;
	while (!b->preserve && len > 0 && is_blank(*p)) {
		p++;
		len--;
	}
	while (!b->preserve && len > 0 && is_blank(p[len - 1]))
		len--;
	flow_text(&b->paras, p, len);
}

static void take_tab(struct body *b)
{
	if (!b->in_ppr) /* there it is a tab stop */
		flow_text(&b->paras, "\t", 1);
}

static void take_break(struct body *b)
{
	flow_text(&b->paras, "\n", 1);
}

static void take_hyphen(struct body *b)
{
	flow_text(&b->paras, "-", 1);
}

/* A character of a font of its own; those of Symbol and Wingdings (U+F0xx) are no text. */
static void take_symbol(struct body *b)
{
	const char *hex = xmlread_attr(b->x, "char");
	unsigned long cp = hex != NULL ? strtoul(hex, NULL, 16) : 0;
	struct buf one = BUF_INIT;

	if (cp < 0x20 || (cp >= 0xd800 && cp <= 0xf8ff) || cp > 0xffff)
		return;
	buf_add_utf8(&one, (uint32_t)cp);
	flow_text(&b->paras, one.data, one.len);
	buf_release(&one);
}

static void open_ppr(struct body *b)
{
	b->list = b->level = b->style_list = b->style_level = FLOW_UNSET;
	b->in_ppr = b->depth;
}

static void open_rpr(struct body *b)
{
	if (!b->in_ppr)
		b->in_rpr = b->depth;
}

static void take_list(struct body *b)
{
	if (b->in_ppr)
		b->list = docx_number(xmlread_attr(b->x, "val"));
}

static void take_level(struct body *b)
{
	if (b->in_ppr)
		b->level = docx_number(xmlread_attr(b->x, "val"));
}

/* List 0 takes the number of the style away.  A paragraph whose end was deleted has none. */
static void close_ppr(struct body *b)
{
	struct flow_frame *f = flow_top(&b->paras);
	int list = b->list != FLOW_UNSET ? b->list : b->style_list;
	int level = b->level != FLOW_UNSET ? b->level : b->style_level;

	if (b->in_ppr != b->depth)
		return;
	b->in_ppr = 0;
	if (f != NULL && !f->joins && list > 0)
		docx_numbering_next(b->numbering, list, level > 0 ? (size_t)level : 0, f->number);
}

static void close_rpr(struct body *b)
{
	b->in_rpr = b->in_rpr == b->depth ? 0 : b->in_rpr;
}

/* ---- changes, comments, alternatives ---- */

static void take_deleted(struct body *b)
{
	b->counts->changes++;
	if (b->in_ppr && flow_top(&b->paras) != NULL)
		flow_top(&b->paras)->joins = true;
	skip(b);
}

static void take_inserted(struct body *b)
{
	b->counts->changes++;
}

static void take_comment(struct body *b)
{
	b->counts->comments++;
}

static void take_embedded(struct body *b)
{
	b->counts->embedded++;
}

static void take_placeholder(struct body *b)
{
	b->placeholder = true;
}

/* "Click here to enter text" of a form is said by nobody. */
static void open_control(struct body *b)
{
	if (b->placeholder)
		skip(b);
	b->placeholder = false;
}

static void open_alternatives(struct body *b)
{
	vec_push(&b->choices, b->paras.written);
}

static void close_alternatives(struct body *b)
{
	if (b->choices.n > 0)
		b->choices.n--;
}

/* The same content twice, for new and old programs: the first that holds text is taken. */
static void open_choice(struct body *b)
{
	if (b->choices.n > 0 && b->paras.written > *vec_last(&b->choices))
		skip(b);
}

static void open_note(struct body *b)
{
	const char *type = xmlread_attr(b->x, "type");

	if (type != NULL && strcmp(type, "normal") != 0)
		skip(b); /* the line above the notes */
	b->paras.fresh = true;
}

/* ---- tables ---- */

static void open_tbl(struct body *b)
{
	flow_table_open(&b->paras);
}

static void close_tbl(struct body *b)
{
	flow_table_close(&b->paras);
}

static void close_tr(struct body *b)
{
	flow_row_close(&b->paras);
}

static void close_tc(struct body *b)
{
	flow_cell_close(&b->paras);
}

static uint32_t small_number(const char *value)
{
	unsigned long n = value != NULL ? strtoul(value, NULL, 10) : 0;

	return n < GRID_COLUMNS ? (uint32_t)n : GRID_COLUMNS;
}

static void take_before(struct body *b)
{
	if (b->paras.tables == 1)
		b->paras.column = small_number(xmlread_attr(b->x, "val"));
}

static void take_span(struct body *b)
{
	uint32_t n = small_number(xmlread_attr(b->x, "val"));

	if (b->paras.tables == 1)
		b->paras.span = n > 0 ? n : 1;
}

/* ---- elements ---- */

typedef void element_fn(struct body *b);

struct element {
	const char *name;
	element_fn *open, *close;
};

/* By name, for bsearch(). Elements that are not here are looked through. */
static const struct element elements[] = {
	{ "AlternateContent", open_alternatives, close_alternatives },
	{ "Choice", open_choice, NULL },
	{ "Fallback", open_choice, NULL },
	{ "altChunk", take_embedded, NULL },
	{ "b", take_bold, NULL },
	{ "br", take_break, NULL },
	{ "commentReference", take_comment, NULL },
	{ "cr", take_break, NULL },
	{ "ctrlPr", skip, NULL },
	{ "del", take_deleted, NULL },
	{ "endnote", open_note, NULL },
	{ "footnote", open_note, NULL },
	{ "gridBefore", take_before, NULL },
	{ "gridSpan", take_span, NULL },
	{ "ilvl", take_level, NULL },
	{ "ins", take_inserted, NULL },
	{ "moveFrom", take_deleted, NULL },
	{ "moveTo", take_inserted, NULL },
	{ "noBreakHyphen", take_hyphen, NULL },
	{ "numId", take_list, NULL },
	{ "numberingChange", skip, NULL },
	{ "outlineLvl", take_outline, NULL },
	{ "p", open_p, close_p },
	{ "pPr", open_ppr, close_ppr },
	{ "pPrChange", skip, NULL },
	{ "pStyle", take_pstyle, NULL },
	{ "ptab", take_tab, NULL },
	{ "r", open_r, NULL },
	{ "rPr", open_rpr, close_rpr },
	{ "rPrChange", skip, NULL },
	{ "rStyle", take_rstyle, NULL },
	{ "rt", skip, NULL },
	{ "sdtContent", open_control, NULL },
	{ "showingPlcHdr", take_placeholder, NULL },
	{ "subDoc", take_embedded, NULL },
	{ "sym", take_symbol, NULL },
	{ "t", open_t, close_t },
	{ "tab", take_tab, NULL },
	{ "tbl", open_tbl, close_tbl },
	{ "tblPrChange", skip, NULL },
	{ "tc", NULL, close_tc },
	{ "tcPrChange", skip, NULL },
	{ "tr", NULL, close_tr },
	{ "trPrChange", skip, NULL },
	{ "vanish", take_vanish, NULL },
};

static int by_name(const void *key, const void *item)
{
	return strcmp(key, ((const struct element *)item)->name);
}

/* WordprocessingML and the formulas and alternatives in it, transitional and strict; not
 * DrawingML, whose elements have the same names. */
static bool is_ours(const char *space)
{
	static const char *const known[] = {
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
		"http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/markup-compatibility/2006",
		"http://schemas.openxmlformats.org/officeDocument/2006/math",
		"http://purl.oclc.org/ooxml/officeDocument/math",
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i], space) == 0)
			return true;
	return false;
}

static const struct element *element_of(const struct body *b)
{
	const struct element *e = bsearch(xmlread_name(b->x), elements,
		sizeof elements / sizeof *elements, sizeof *elements, by_name);

	return e != NULL && is_ours(xmlread_space(b->x)) ? e : NULL;
}

static void take_event(struct body *b, enum xml_event event)
{
	const struct element *e;

	if (event == XML_TEXT) {
		size_t len;
		const char *p = xmlread_text(b->x, &len);

		if (b->skip == 0 && b->in_t)
			buf_add(&b->t, p, len);
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

enum rc docx_body_read(const char *part, const char *xml, size_t len, bool notes,
	const struct styles *styles, struct docx_numbering *numbering, struct draft *out,
	struct flow_counts *counts, struct err *e)
{
	struct body b = { .styles = styles,
		.numbering = numbering,
		.counts = counts,
		.paras = FLOW_INIT,
		.t = BUF_INIT };
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&b.x, part, xml, len, e);

	b.paras.out = out;
	b.paras.all_notes = notes;
	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(b.x, &event, e);
		if (rc == RC_OK && event != XML_END)
			take_event(&b, event);
	}
	if (rc == RC_OK)
		flow_end(&b.paras);
	counts->hidden += b.paras.hidden;
	flow_release(&b.paras);
	vec_release(&b.choices);
	buf_release(&b.t);
	xmlread_close(b.x);
	return rc;
}
