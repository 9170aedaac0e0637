/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/html_body.h"

#include <stdlib.h>
#include <string.h>

#include "base/htmlread.h"
#include "corpus/html_marks.h"
#include "corpus/html_para.h"
#include "corpus/rejoin.h"

typedef void element_fn(struct html_state *b, struct html_level *level);

struct html_element {
	const char *name;
	element_fn *open, *close;
};

/* ---- paragraphs ---- */

/* A block begins or ends. */
static void end_block(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
}

static void open_heading(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	level->kind = PARA_HEADING;
}

static void open_quote(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	level->kind = PARA_QUOTE;
}

static void open_caption(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	level->kind = PARA_CAPTION;
}

static void open_bold(struct html_state *b, struct html_level *level)
{
	(void)b;
	level->bold = 1;
}

static void take_break(struct html_state *b, struct html_level *level)
{
	(void)level;
	if (b->pres > 0) {
		buf_addc(&b->pre, '\n');
		return;
	}
	if (b->starts)
		html_para_end(b);
	else if (flow_top(&b->paras) != NULL)
		flow_text(&b->paras, "\n", 1);
	b->starts = true;
}

static void open_title(struct html_state *b, struct html_level *level)
{
	(void)level;
	b->in_title = true;
}

static void close_title(struct html_state *b, struct html_level *level)
{
	(void)level;
	b->in_title = false;
}

/* ---- preformatted text ---- */

static void open_pre(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	b->pres++;
}

/* In a cell, a note or a quotation it is a paragraph with its line breaks. */
static void close_pre(struct html_state *b, struct html_level *level)
{
	bool plain = b->paras.out->plain || b->paras.out->paras.n == 0;
	size_t start = b->pre.data[0] == '\n'; /* HTML: not part of the text */

	if (--b->pres > 0)
		return;
	if (b->paras.tables > 0 || level->notes || level->kind != FLOW_UNSET) {
		html_para_begin(b);
		flow_text(&b->paras, b->pre.data + start, b->pre.len - start);
		html_para_end(b);
	} else if (b->pre.len > start) {
		rejoin_lines(b->pre.data + start, b->pre.len - start, b->paras.out, b->d);
		b->paras.out->plain = plain;
	}
	buf_reset(&b->pre);
}

/* ---- tables ---- */

static void open_table(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	if (b->paras.tables > 0)
		flow_table_close(&b->paras); /* that one lays out the page */
	b->in_table = true;
}

static void close_table(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	b->in_table = false;
	if (b->paras.tables > 0)
		flow_table_close(&b->paras);
}

static void open_row(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	if (!b->in_table)
		return;
	b->in_table = false;
	memset(b->rows_left, 0, sizeof b->rows_left);
	flow_table_open(&b->paras);
}

static void close_row(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	for (size_t i = 0; i < GRID_COLUMNS; i++)
		b->rows_left[i] -= b->rows_left[i] > 0;
	flow_row_close(&b->paras);
}

static uint32_t number_of(const struct html_state *b, const char *attr, uint32_t max)
{
	const char *value = htmlread_attr(b->node, attr);
	unsigned long n = value != NULL ? strtoul(value, NULL, 10) : 1;

	return n < 1 ? 1 : n < max ? (uint32_t)n : max;
}

/* Columns that a cell of a row above reaches into are not free. */
static void open_cell(struct html_state *b, struct html_level *level)
{
	uint32_t rows = number_of(b, "rowspan", UINT16_MAX);
	struct flow *s = &b->paras;

	(void)level;
	html_para_end(b);
	if (s->tables == 0)
		return;
	while (s->column < GRID_COLUMNS && b->rows_left[s->column] > 0)
		s->column++;
	s->span = number_of(b, "colspan", GRID_COLUMNS);
	for (uint32_t i = 0; i < s->span && s->column + i < GRID_COLUMNS; i++)
		b->rows_left[s->column + i] = rows;
}

static void close_cell(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	flow_cell_close(&b->paras);
}

/* ---- lists ---- */

static void open_list(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	html_lists_open(&b->lists, b->node, strcmp(level->element->name, "ol") == 0);
}

static void close_list(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_end(b);
	html_lists_close(&b->lists);
}

/* The numbers of notes lead back to their marks, which are left out too. */
static void open_item(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	if (!level->notes)
		html_lists_item(&b->lists, b->node);
}

static void close_item(struct html_state *b, struct html_level *level)
{
	char unused[NUMBERING_MAX];

	(void)level;
	html_para_end(b);
	html_lists_take(&b->lists, unused);
}

/* ---- what is left out ---- */

static void skip(struct html_state *b, struct html_level *level)
{
	(void)level;
	html_para_skip(b);
}

static void skip_aside(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	b->counts->aside++;
	skip(b, level);
}

static void skip_form(struct html_state *b, struct html_level *level)
{
	html_para_end(b);
	b->counts->forms++;
	if (!b->forms)
		skip(b, level);
}

static void skip_deleted(struct html_state *b, struct html_level *level)
{
	b->counts->flow.changes++;
	skip(b, level);
}

static void take_inserted(struct html_state *b, struct html_level *level)
{
	(void)level;
	b->counts->flow.changes++;
}

/* ---- elements ---- */

/* By name, for bsearch(). Elements that are not here are looked through. */
static const struct html_element elements[] = {
	{ "address", end_block, end_block },
	{ "applet", skip, NULL },
	{ "article", end_block, end_block },
	{ "aside", skip_aside, NULL },
	{ "audio", skip, NULL },
	{ "b", open_bold, NULL },
	{ "blockquote", open_quote, end_block },
	{ "body", end_block, end_block },
	{ "br", take_break, NULL },
	{ "button", skip, NULL },
	{ "canvas", skip, NULL },
	{ "caption", open_caption, end_block },
	{ "center", end_block, end_block },
	{ "datalist", skip, NULL },
	{ "dd", end_block, end_block },
	{ "del", skip_deleted, NULL },
	{ "details", end_block, end_block },
	{ "dialog", skip, NULL },
	{ "dir", open_list, close_list },
	{ "div", end_block, end_block },
	{ "dl", end_block, end_block },
	{ "dt", end_block, end_block },
	{ "embed", skip, NULL },
	{ "fieldset", end_block, end_block },
	{ "figcaption", open_caption, end_block },
	{ "figure", end_block, end_block },
	{ "footer", skip_aside, NULL },
	{ "form", skip_form, NULL },
	{ "h1", open_heading, end_block },
	{ "h2", open_heading, end_block },
	{ "h3", open_heading, end_block },
	{ "h4", open_heading, end_block },
	{ "h5", open_heading, end_block },
	{ "h6", open_heading, end_block },
	{ "header", skip_aside, NULL },
	{ "hr", end_block, NULL },
	{ "iframe", skip, NULL },
	{ "ins", take_inserted, NULL },
	{ "legend", end_block, end_block },
	{ "li", open_item, close_item },
	{ "listing", open_pre, close_pre },
	{ "main", end_block, end_block },
	{ "menu", open_list, close_list },
	{ "nav", skip_aside, NULL },
	{ "noframes", skip, NULL },
	{ "noscript", skip, NULL },
	{ "object", skip, NULL },
	{ "ol", open_list, close_list },
	{ "option", skip, NULL },
	{ "p", end_block, end_block },
	{ "pre", open_pre, close_pre },
	{ "rp", skip, NULL },
	{ "rt", skip, NULL },
	{ "script", skip, NULL },
	{ "section", end_block, end_block },
	{ "select", skip, NULL },
	{ "strong", open_bold, NULL },
	{ "style", skip, NULL },
	{ "summary", end_block, end_block },
	{ "svg", skip, NULL },
	{ "table", open_table, close_table },
	{ "tbody", end_block, end_block },
	{ "td", open_cell, close_cell },
	{ "template", skip, NULL },
	{ "textarea", skip, NULL },
	{ "tfoot", end_block, end_block },
	{ "th", open_cell, close_cell },
	{ "thead", end_block, end_block },
	{ "title", open_title, close_title },
	{ "tr", open_row, close_row },
	{ "ul", open_list, close_list },
	{ "video", skip, NULL },
	{ "xmp", open_pre, close_pre },
};

static int by_name(const void *key, const void *item)
{
	return strcmp(key, ((const struct html_element *)item)->name);
}

/* Comments stand in a <div> at the end: all of it is left out. */
static void skip_comments(struct html_state *b, struct html_level *level)
{
	size_t n = b->levels.n;

	while (n > 0 && !b->levels.items[n - 1].div)
		n--;
	skip(b, level);
	b->skip = n > 0 ? n : b->skip;
}

/* Word writes numbers and bullets of lists as text, with many blanks behind. */
static void take_list_mark(
	struct html_state *b, const struct html_marks *marks, struct html_level *level)
{
	if (marks->gap && flow_top(&b->paras) != NULL) {
		flow_words(&b->paras, " ", 1);
		skip(b, level);
	} else if (marks->symbol && flow_top(&b->paras) == NULL) {
		html_para_text(b, "\u2022 ", 4);
		skip(b, level);
	}
}

/* What attributes say, whatever the element is. */
static void take_attrs(struct html_state *b, struct html_level *level)
{
	struct html_marks marks;

	html_marks(b->node, &marks);
	if (marks.bold != FLOW_UNSET)
		level->bold = marks.bold;
	if (marks.kind != FLOW_UNSET)
		level->kind = marks.kind;
	if (marks.hidden)
		b->counts->flow.hidden++;
	if (marks.hidden || marks.note_mark)
		skip(b, level);
	level->notes |= marks.note;
	level->list |= marks.list;
	b->counts->flow.comments += marks.comment;
	if (marks.comment)
		skip(b, level);
	if (marks.comments)
		skip_comments(b, level);
	if (marks.note_here && b->levels.n > 0)
		vec_last(&b->levels)->notes = true;
	if (level->list && b->skip == 0)
		take_list_mark(b, &marks, level);
}

static void open_element(struct html_state *b)
{
	struct html_level level = *html_para_level(b);

	level.div = strcmp(b->node->name, "div") == 0;
	if (b->skip == 0) {
		level.element = bsearch(b->node->name, elements, sizeof elements / sizeof *elements,
			sizeof *elements, by_name);
		if (level.element != NULL && level.element->open != NULL)
			level.element->open(b, &level);
		if (b->skip == 0)
			take_attrs(b, &level);
	}
	vec_push(&b->levels, level);
}

static void close_element(struct html_state *b)
{
	struct html_level level;

	if (b->levels.n == 0)
		return;
	level = *vec_last(&b->levels);
	b->levels.n--;
	if (b->skip == 0 || b->skip == b->levels.n + 1) {
		if (level.element != NULL && level.element->close != NULL)
			level.element->close(b, &level);
		b->skip = 0;
	}
}

static void take_event(enum html_event event, const struct html_node *node, void *arg)
{
	struct html_state *b = arg;

	b->node = node;
	if (event == HTML_OPEN)
		open_element(b);
	else if (event == HTML_CLOSE)
		close_element(b);
	else if (b->skip == 0)
		html_para_text(b, node->text, node->len);
}

enum rc html_body_read(const char *text, size_t len, bool forms, struct draft *out,
	struct html_counts *counts, struct diags *d, struct err *e)
{
	struct html_state b = {
		.counts = counts,
		.d = d,
		.paras = FLOW_INIT,
		.pre = BUF_INIT,
		.title = BUF_INIT,
		.forms = forms,
	};
	enum rc rc;

	b.paras.out = out;
	rc = htmlread("page", text, len, take_event, &b, e);
	if (rc == RC_OK) {
		flow_end(&b.paras);
		draft_title(out, b.title.data, b.title.len);
	}
	flow_release(&b.paras);
	vec_release(&b.levels);
	html_lists_release(&b.lists);
	buf_release(&b.pre);
	buf_release(&b.title);
	return rc;
}
