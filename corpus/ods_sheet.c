/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/ods_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/xmlread.h"
#include "corpus/ods_value.h"

#define COLUMNS_MAX 16384
#define ROWS_MAX 1048576
#define MERGES_MAX 100000
#define BLANKS_MAX 1000 /* that one <text:s> may stand for */

/* Which part of the file we are in. */
struct place {
	struct xmlread *x;
	int depth, skip; /* skip: depth of the element whose content is left out, 0 = none */
	bool is_workbook;
	size_t tables; /* that began so far */
	int table;     /* depth of the open one, 0 = none */
};

typedef enum rc event_fn(void *arg, enum xml_event event, struct err *e);

/* Notes, shapes and tracked changes hold paragraphs and cells too. */
static bool is_aside(const char *name)
{
	static const char *const asides[] = { "annotation", "content-validations", "dde-links",
		"forms", "frame", "master-styles", "shapes", "tracked-changes" };

	for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
		if (strcmp(asides[i], name) == 0)
			return true;
	return false;
}

static void enter(struct place *p)
{
	const char *name = xmlread_name(p->x);
	bool table = strcmp(name, "table") == 0;

	p->depth++;
	if (p->skip > 0)
		return;
	p->is_workbook |= strcmp(name, "spreadsheet") == 0;
	if (is_aside(name) || (table && p->table > 0)) {
		p->skip = p->depth;
	} else if (table && p->is_workbook) {
		p->table = p->depth;
		p->tables++;
	}
}

static void leave(struct place *p)
{
	if (p->skip == p->depth)
		p->skip = 0;
	if (p->table == p->depth)
		p->table = 0;
	p->depth--;
}

/* All that is not aside to fn. */
static enum rc each(struct place *p, const struct buf *xml, event_fn *fn, void *arg, struct err *e)
{
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&p->x, "content.xml", xml->data, xml->len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(p->x, &event, e);
		if (rc != RC_OK || event == XML_END)
			break;
		if (event == XML_OPEN)
			enter(p);
		if (p->skip == 0)
			rc = fn(arg, event, e);
		if (event == XML_CLOSE)
			leave(p);
	}
	xmlread_close(p->x);
	if (rc == RC_OK && !p->is_workbook)
		rc = err_set(e, RC_INPUT, "this is no workbook: there are no sheets in it");
	return rc;
}

static bool is(const struct place *p, const char *name)
{
	return strcmp(xmlread_name(p->x), name) == 0;
}

static bool attr_is(const struct place *p, const char *name, const char *value)
{
	const char *v = xmlread_attr(p->x, name);

	return v != NULL && strcmp(v, value) == 0;
}

/* How often something is repeated, or over how many rows it goes. */
static size_t count_of(const struct place *p, const char *name, size_t max)
{
	const char *v = xmlread_attr(p->x, name);
	unsigned long n = v != NULL ? strtoul(v, NULL, 10) : 1;

	return n < 1 ? 1 : n > max ? max : (size_t)n;
}

/* ---- which sheets there are ---- */

struct lister {
	struct place at;
	struct arena *arena;
	struct ods_sheet_list *out;
	struct intern hidden; /* names of styles */
	struct buf style;     /* the one being read */
};

static void list_style(struct lister *l)
{
	const char *name = is(&l->at, "style") ? xmlread_attr(l->at.x, "name") : NULL;

	if (name != NULL) {
		buf_reset(&l->style);
		buf_adds(&l->style, name);
	}
	if (is(&l->at, "table-properties") && attr_is(&l->at, "display", "false"))
		intern_add(&l->hidden, l->style.data, l->style.len);
}

static void list_table(struct lister *l)
{
	struct ods_sheet *s = vec_new(l->out);
	const char *name = xmlread_attr(l->at.x, "name");

	s->name = arena_strdup(l->arena, name != NULL ? name : "");
	name = xmlread_attr(l->at.x, "style-name");
	s->hidden = name != NULL && intern_find(&l->hidden, name, strlen(name)) != INTERN_NONE;
	s->filled = false;
}

static enum rc list_event(void *arg, enum xml_event event, struct err *e)
{
	struct lister *l = arg;

	(void)e;
	if (event != XML_OPEN)
		return RC_OK;
	if (!l->at.is_workbook)
		list_style(l);
	else if (l->at.table == l->at.depth)
		list_table(l);
	else if (l->at.table > 0 && is(&l->at, "table-cell") &&
		 xmlread_attr(l->at.x, "value-type") != NULL)
		vec_last(l->out)->filled = true;
	else if (l->at.table > 0 && is(&l->at, "p"))
		vec_last(l->out)->filled = true;
	return RC_OK;
}

enum rc ods_sheets_list(
	const struct buf *xml, struct arena *a, struct ods_sheet_list *out, struct err *e)
{
	struct lister l = { .arena = a, .out = out, .hidden = INTERN_INIT, .style = BUF_INIT };
	enum rc rc = each(&l.at, xml, list_event, &l, e);

	intern_release(&l.hidden);
	buf_release(&l.style);
	return rc;
}

/* ---- the rows of one ---- */

struct merge {
	size_t column, first, last;
};

struct sheet_reader {
	struct place at;
	size_t wanted; /* number of the sheet */
	struct cells cells;
	struct buf text, value;		     /* of the cell: its paragraphs, its value */
	size_t column, line, columns, lines; /* columns, lines: how often the open one is there */
	size_t paras;			     /* of the cell */
	bool in_cell, in_para, blank, formula, hidden;
	VEC(struct merge) merges;
};

static void open_row(struct sheet_reader *r)
{
	r->column = 0;
	r->lines = count_of(&r->at, "number-rows-repeated", ROWS_MAX);
	r->hidden = attr_is(&r->at, "visibility", "collapse") ||
		    attr_is(&r->at, "visibility", "filter");
}

static enum rc close_row(struct sheet_reader *r, struct err *e)
{
	size_t lines = r->cells.row.n > 0 ? r->lines : 0;
	enum rc rc = RC_OK;
	struct csv_row row = { .n = 0 };

	r->cells.line = r->line;
	for (size_t i = 0; i < lines && r->line + i <= ROWS_MAX && rc == RC_OK; i++) {
		for (size_t k = 0; k < row.n; k++)
			cells_put(&r->cells, k, row.cells[k]);
		rc = cells_row(&r->cells, r->line + i + 1, e);
		row = rc == RC_OK ? *vec_last(&r->cells.out->rows) : row;
		r->cells.hidden += r->hidden;
	}
	r->line += r->lines;
	return rc;
}

static void open_cell(struct sheet_reader *r, bool covered)
{
	size_t spanned;

	r->columns = count_of(&r->at, "number-columns-repeated", COLUMNS_MAX);
	r->in_cell = !covered;
	r->formula = xmlread_attr(r->at.x, "formula") != NULL;
	r->paras = 0;
	buf_reset(&r->text);
	buf_reset(&r->value);
	if (covered)
		return;
	ods_value_read(r->at.x, &r->value);
	spanned = count_of(&r->at, "number-rows-spanned", ROWS_MAX);
	if (spanned > 1 && r->merges.n < MERGES_MAX)
		vec_push(&r->merges, ((struct merge){ r->column, r->line, r->line + spanned - 1 }));
}

static void close_cell(struct sheet_reader *r)
{
	const struct buf *b = r->value.len > 0 ? &r->value : &r->text;
	size_t end = r->column + r->columns;
	const char *text;

	if (r->in_cell && b->len > 0 && !(r->formula && ods_value_is_error(b->data))) {
		text = arena_dup(&r->cells.out->arena, b->data, strlen(b->data));
		for (size_t i = r->column; i < end && i <= CELLS_COLUMNS; i++)
			cells_put(&r->cells, i, text);
		if (r->column > CELLS_COLUMNS)
			cells_put(&r->cells, r->column, text);
	}
	r->column = end < COLUMNS_MAX ? end : COLUMNS_MAX;
	r->in_cell = false;
}

static void open_inside(struct sheet_reader *r)
{
	if (is(&r->at, "p")) {
		if (r->paras++ > 0)
			buf_addc(&r->text, '\n');
		r->in_para = true;
		r->blank = true; /* none at the start */
	} else if (is(&r->at, "s")) {
		for (size_t i = count_of(&r->at, "c", BLANKS_MAX); i > 0; i--)
			buf_addc(&r->text, ' ');
	} else if (is(&r->at, "tab") || is(&r->at, "line-break")) {
		buf_addc(&r->text, is(&r->at, "tab") ? '\t' : '\n');
	}
}

/* White space of the file is one blank. */
static void take_text(struct sheet_reader *r)
{
	size_t len;
	const char *p = xmlread_text(r->at.x, &len);

	for (size_t i = 0; i < len; i++) {
		bool blank = p[i] == ' ' || p[i] == '\t' || p[i] == '\n' || p[i] == '\r';

		if (!blank || !r->blank)
			buf_addc(&r->text, blank ? ' ' : p[i]);
		r->blank = blank;
	}
}

static enum rc read_event(void *arg, enum xml_event event, struct err *e)
{
	struct sheet_reader *r = arg;

	if (r->at.table == 0 || r->at.tables != r->wanted + 1)
		return RC_OK;
	if (event == XML_TEXT) {
		if (r->in_cell && r->in_para)
			take_text(r);
		return RC_OK;
	}
	if (is(&r->at, "table-cell") || is(&r->at, "covered-table-cell")) {
		if (event == XML_OPEN)
			open_cell(r, is(&r->at, "covered-table-cell"));
		else
			close_cell(r);
	} else if (is(&r->at, "table-row")) {
		if (event == XML_CLOSE)
			return close_row(r, e);
		open_row(r);
	} else if (event == XML_OPEN && r->in_cell) {
		open_inside(r);
	} else if (is(&r->at, "p")) {
		r->in_para = false;
	}
	return RC_OK;
}

enum rc ods_sheet_read(const struct buf *xml, size_t sheet, const char *name, struct csv *out,
	struct diags *d, struct err *e)
{
	struct sheet_reader r = {
		.wanted = sheet,
		.line = 1,
		.cells = { .out = out, .line = 1 },
		.text = BUF_INIT,
		.value = BUF_INIT,
	};
	enum rc rc = each(&r.at, xml, read_event, &r, e);

	if (rc == RC_OK)
		rc = cells_end(&r.cells, e);
	if (rc == RC_OK) {
		vec_each (const struct merge, m, &r.merges)
			cells_merge(&r.cells, m->column, m->first, m->last);
		cells_tell(&r.cells, name, d);
	}
	cells_release(&r.cells);
	vec_release(&r.merges);
	buf_release(&r.text);
	buf_release(&r.value);
	return rc;
}
