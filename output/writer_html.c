/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML tables for the thesis report.  Looks are the style sheet's business (classes num, key, text,
 * strong, rule); only a heat map's shade is given per cell, as a custom property.
 */
#include <stdio.h>
#include <string.h>

#include "output/writer.h"

static const char *column_class(const struct column *column)
{
	return column->kind >= COLUMN_INT ? "num" : column->kind == COLUMN_CODE ? "key" : "text";
}

static void open_cell(
	struct xmlwrite *x, const struct cell *cell, const struct column *column, bool head)
{
	char class[64];

	snprintf(class, sizeof class, "%s%s", column_class(column), cell->strong ? " strong" : "");
	xml_open(x, head ? "th" : "td");
	if (head)
		xml_attr(x, "scope", "row");
	xml_attr(x, "class", class);
	if (cell->heat >= 0) {
		struct buf style = BUF_INIT;

		buf_adds(&style, "--heat:");
		number_machine(cell->heat, 3, &style);
		xml_attr(x, "style", style.data);
		xml_attr(x, "data-heat", cell->heat > 0.55 ? "high" : "low");
		buf_release(&style);
	} else if (cell->indent > 0) {
		xml_attrf(x, "style", "--level:%d", cell->indent);
		xml_attr(x, "data-level", "1");
	}
}

static void put_cell(struct xmlwrite *x, const struct cell *cell, const struct column *column,
	const char *lang, bool head)
{
	struct buf text = BUF_INIT;

	open_cell(x, cell, column, head);
	cell_text(cell, column, lang, &text);
	xml_textn(x, text.data, text.len);
	xml_close(x, head ? "th" : "td");
	buf_release(&text);
}

static void put_head(struct xmlwrite *x, const struct table *t)
{
	xml_open(x, "thead");
	xml_open(x, "tr");
	vec_each (struct column, column, &t->columns) {
		xml_open(x, "th");
		xml_attr(x, "scope", "col");
		xml_attr(x, "class", column_class(column));
		xml_text(x, column->title);
		xml_close(x, "th");
	}
	xml_close(x, "tr");
	xml_close(x, "thead");
	xml_newline(x);
}

static void put_body(struct xmlwrite *x, const struct table *t, const char *lang)
{
	xml_open(x, "tbody");
	vec_each (struct row, row, &t->rows) {
		xml_open(x, "tr");
		if (row->rule_above)
			xml_attr(x, "class", "rule");
		for (size_t i = 0; i < t->columns.n; i++)
			put_cell(x, &row->cells[i], &t->columns.items[i], lang, i == 0);
		xml_close(x, "tr");
		xml_newline(x);
	}
	xml_close(x, "tbody");
}

void writer_html_table(struct xmlwrite *x, const struct table *t, const struct writer_options *o)
{
	xml_open(x, "div");
	xml_attr(x, "class", "table");
	xml_open(x, "table");
	xml_attr(x, "id", t->key);
	xml_element(x, "caption", t->title);
	put_head(x, t);
	put_body(x, t, o->lang);
	xml_close(x, "table");
	vec_each (const char *, note, &t->notes) {
		xml_open(x, "p");
		xml_attr(x, "class", "note");
		xml_text(x, *note);
		xml_close(x, "p");
	}
	xml_close(x, "div");
	xml_newline(x);
}
