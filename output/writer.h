/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writers: one output format each, one row each.  Escaping happens here and
 * nowhere else.  Numbers are printed without locale; `lang` decides only the
 * decimal mark of formats for people (id: 12,3; en: 12.3), never CSV or JSON.
 */
#ifndef TEMA_OUTPUT_WRITER_H
#define TEMA_OUTPUT_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/xmlwrite.h"
#include "output/table.h"

struct writer_options {
	const char *lang; /* "id", "en" */
	int width;	  /* columns of the terminal; 0 = do not cut or wrap */
	bool colour;	  /* ANSI colours allowed */
};

#define WRITER_OPTIONS_INIT                                                                        \
	{                                                                                          \
		"en", 0, false                                                                     \
	}

struct writer {
	const char *name;      /* "text" "csv" "json" */
	const char *extension; /* "txt" */
	void (*write)(const struct table *t, const struct writer_options *o, struct buf *out);
};

extern const struct writer *const writers[];	       /* NULL-terminated */
const struct writer *writer_by_name(const char *name); /* or NULL */

extern const struct writer writer_text, writer_csv, writer_json;

/* The table as an HTML <table> inside an open document (thesis report). */
void writer_html_table(struct xmlwrite *x, const struct table *t, const struct writer_options *o);

/* Decimal places of a number: the cell's own, else its column's. */
int cell_places(const struct cell *cell, const struct column *column);
/* A cell as people read it in o->lang; for CSV and JSON see number_machine(). */
void cell_text(
	const struct cell *cell, const struct column *column, const char *lang, struct buf *out);

/* A number for machines: point, no grouping, '-' for minus; nothing for NaN and infinity. */
void number_machine(double v, int decimals, struct buf *out);

/* One number as people read it in LANG: decimals fixed, "1.234,5" / "1,234.5", U+2212 for minus. */
void number_text(double v, int decimals, const char *lang, struct buf *out);

#endif
