/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/xlsx_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"
#include "corpus/cells.h"

#define MERGES_MAX 100000

struct merge {
	unsigned column, first, last;
};

/* What the mark of a cell says of its value. */
enum value { VALUE_NUMBER, VALUE_SHARED, VALUE_TEXT, VALUE_INLINE, VALUE_TRUTH, VALUE_NONE };

struct sheet_reader {
	const struct xlsx_book *book;
	struct cells cells;
	struct xlsx_text text; /* of an inline string */
	struct buf raw;	       /* of <v> */
	bool in_value, formula;
	enum value value;
	enum xlsx_kind kind;
	unsigned column, row;
	size_t unknown; /* formulas without a value */
	VEC(struct merge) merges;
};

static enum value value_of(const char *mark)
{
	static const struct {
		const char *mark;
		enum value value;
	} marks[] = {
		{ "s", VALUE_SHARED },
		{ "str", VALUE_TEXT },
		{ "inlineStr", VALUE_INLINE },
		{ "b", VALUE_TRUTH },
		{ "d", VALUE_TEXT },
		{ "e", VALUE_NONE },
	};

	for (size_t i = 0; mark != NULL && i < sizeof marks / sizeof *marks; i++)
		if (strcmp(mark, marks[i].mark) == 0)
			return marks[i].value;
	return VALUE_NUMBER;
}

/* Rows and cells may lack their place: then they follow the one before. */
static enum rc open_row(struct sheet_reader *r, struct xmlread *x, struct err *e)
{
	const char *number = xmlread_attr(x, "r"), *hidden;
	unsigned long n = number != NULL ? strtoul(number, NULL, 10) : 0;

	r->row = n >= 1 && n <= 1048576 ? (unsigned)n : r->row + 1;
	r->column = 0;
	hidden = xmlread_attr(x, "hidden");
	r->cells.hidden +=
		hidden != NULL && (strcmp(hidden, "1") == 0 || strcmp(hidden, "true") == 0);
	return cells_row(&r->cells, r->row, e);
}

static void open_cell(struct sheet_reader *r, struct xmlread *x)
{
	const char *ref = xmlread_attr(x, "r"), *style;
	unsigned column, row;
	unsigned long n;

	if (ref != NULL && xlsx_place(ref, &column, &row))
		r->column = column;
	style = xmlread_attr(x, "s");
	n = style != NULL ? strtoul(style, NULL, 10) : 0;
	r->kind = n < r->book->formats.n ? r->book->formats.items[n] : XLSX_NUMBER;
	r->value = value_of(xmlread_attr(x, "t"));
	r->formula = false;
	buf_reset(&r->raw);
	buf_reset(&r->text.text);
}

static void open_merge(struct sheet_reader *r, struct xmlread *x)
{
	const char *ref = xmlread_attr(x, "ref"), *colon = ref != NULL ? strchr(ref, ':') : NULL;
	struct merge m;
	unsigned last_column;

	if (colon != NULL && xlsx_place(ref, &m.column, &m.first) &&
		xlsx_place(colon + 1, &last_column, &m.last) && m.last > m.first &&
		r->merges.n < MERGES_MAX)
		vec_push(&r->merges, m);
}

static enum rc open_element(struct sheet_reader *r, struct xmlread *x, struct err *e)
{
	const char *name = xmlread_name(x);
	enum rc rc = RC_OK;

	if (strcmp(name, "row") == 0)
		rc = open_row(r, x, e);
	else if (strcmp(name, "c") == 0)
		open_cell(r, x);
	else if (strcmp(name, "mergeCell") == 0)
		open_merge(r, x);
	else if (strcmp(name, "v") == 0)
		r->in_value = true;
	else if (strcmp(name, "f") == 0)
		r->formula = true;
	else
		xlsx_text_open(&r->text, name);
	return rc;
}

static const char *keep(struct sheet_reader *r, const struct buf *text)
{
	return arena_dup(&r->cells.out->arena, text->data, strlen(text->data));
}

static const char *text_of(struct sheet_reader *r)
{
	const char *raw = r->raw.data, *out;
	struct buf b = BUF_INIT;

	if (r->value == VALUE_INLINE || (r->raw.len == 0 && r->text.text.len > 0)) {
		xlsx_text_end(&r->text);
		return keep(r, &r->text.text);
	}
	if (r->raw.len == 0 || r->value == VALUE_NONE)
		return "";
	if (r->value == VALUE_SHARED)
		return xlsx_book_string(r->book, strtoul(raw, NULL, 10));
	if (r->value == VALUE_TRUTH)
		return *raw == '1' ? "TRUE" : "FALSE";
	if (r->value == VALUE_TEXT)
		return keep(r, &r->raw);
	xlsx_value_add(&b, raw, r->kind, r->book->from_1904);
	out = keep(r, &b);
	buf_release(&b);
	return out;
}

static void close_element(struct sheet_reader *r, const char *name)
{
	if (strcmp(name, "v") == 0) {
		r->in_value = false;
	} else if (strcmp(name, "c") == 0) {
		r->unknown += r->formula && r->raw.len == 0;
		cells_put(&r->cells, r->column, text_of(r));
		r->column++;
	} else {
		xlsx_text_close(&r->text, name);
	}
}

static enum rc read_all(struct sheet_reader *r, const struct buf *xml, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&x, "sheet", xml->data, xml->len, e);

	while (rc == RC_OK && event != XML_END) {
		size_t len;
		const char *p;

		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK)
			break;
		if (event == XML_OPEN) {
			rc = open_element(r, x, e);
		} else if (event == XML_TEXT) {
			p = xmlread_text(x, &len);
			if (r->in_value)
				buf_add(&r->raw, p, len);
			else
				xlsx_text_add(&r->text, p, len);
		} else if (event == XML_CLOSE) {
			close_element(r, xmlread_name(x));
		}
	}
	xmlread_close(x);
	return rc;
}

enum rc xlsx_sheet_read(const struct xlsx_book *b, const char *name, const struct buf *xml,
	struct csv *out, struct diags *d, struct err *e)
{
	struct sheet_reader r = { .book = b,
		.cells = { .out = out, .line = 1 },
		.text = { .text = BUF_INIT },
		.raw = BUF_INIT };
	enum rc rc = read_all(&r, xml, e);

	if (rc == RC_OK)
		rc = cells_end(&r.cells, e);
	if (rc == RC_OK) {
		vec_each (const struct merge, m, &r.merges)
			cells_merge(&r.cells, m->column, m->first, m->last);
		cells_tell(&r.cells, name, d);
		if (r.unknown > 0)
			diag_add(d, DIAG_WARNING, "R068", &(struct diag_at){ .file = name },
				"formulas without a value, read as empty cells: %zu; open and save "
				"the table in Excel or LibreOffice",
				r.unknown);
	}
	cells_release(&r.cells);
	vec_release(&r.merges);
	buf_release(&r.raw);
	buf_release(&r.text.text);
	return rc;
}
