/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing what several commands print: tables, the codes' names, short quotations. */
#ifndef TEMA_CLI_SHOW_H
#define TEMA_CLI_SHOW_H

#include "cli/cmd.h"
#include "corpus/document.h"
#include "project/seen.h"
#include "store/codebooks.h"
#include "store/documents.h"

/* Write the table with the chosen --format and release it.  Names in its texts are hidden. */
void show_table(struct ctx *c, struct table *t);
/* The same into a buffer, as for a terminal of this width (0: a file). */
void show_table_into(struct ctx *c, struct table *t, int width, struct buf *out);
/* The same for a table that is filled in and handed back: a cell that holds a hidden name is empty,
 * so that no code comes back as a name (an empty cell leaves what is). */
void show_sheet(struct ctx *c, struct table *t);

/* The codes of the project by id, copied. */
struct code_names {
	struct arena arena;
	VEC(struct store_code) list;
};
enum rc code_names_load(struct store *s, struct code_names *n, struct err *e);
const struct store_code *code_names_get(const struct code_names *n, int64_t id); /* never NULL */
void code_names_release(struct code_names *n);

/* DOC as typed (store_document_find), also by the title as it is shown. */
enum rc show_document_find(struct store *s, const char *typed, int64_t *id, struct err *e);
/* The number of a document as people type it. */
enum rc show_document_number(struct store *s, int64_t id, unsigned *number, struct err *e);

/* Text of one span on one line: white space folded, cut to at most max code points with "…". */
void show_quote(
	const struct document *doc, uint32_t start, uint32_t end, size_t max, struct buf *out);

/* Documents as people see them, loaded one at a time: asking for the same one again costs nothing.
 */
struct doc_cache {
	struct store *store;
	int64_t id;
	struct seen seen;
	const struct document *doc; /* seen.doc: its places are those of doc_cache_span() */
	struct lines lines;
	uint32_t byte, point; /* a place whose number of code points is known */
};
enum rc doc_cache_get(struct doc_cache *k, int64_t id, struct err *e);
/* Where a stored span is in doc. */
struct span doc_cache_span(const struct doc_cache *k, uint32_t start, uint32_t end);
/* Code points before byte POS of doc; asked in rising order it costs nothing. */
uint32_t doc_cache_point(struct doc_cache *k, uint32_t pos);
void doc_cache_release(struct doc_cache *k);

#endif
