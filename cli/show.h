/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing what several commands print: tables, the codes' names, short quotations. */
#ifndef TEMA_CLI_SHOW_H
#define TEMA_CLI_SHOW_H

#include "cli/cmd.h"
#include "corpus/document.h"
#include "store/codebooks.h"
#include "store/documents.h"

/* Write the table with the chosen --format and release it. */
void show_table(struct ctx *c, struct table *t);

/* The codes of the project by id, copied. */
struct code_names {
	struct arena arena;
	VEC(struct store_code) list;
};
enum rc code_names_load(struct store *s, struct code_names *n, struct err *e);
const struct store_code *code_names_get(const struct code_names *n, int64_t id); /* never NULL */
void code_names_release(struct code_names *n);
const char *code_label(const struct store_code *code, const char *lang); /* label, or the key */

/* The number of a document as people type it. */
enum rc show_document_number(struct store *s, int64_t id, unsigned *number, struct err *e);

/* Text of one span on one line: white space folded, cut to at most max code points with "…". */
void show_quote(
	const struct document *doc, uint32_t start, uint32_t end, size_t max, struct buf *out);

/* Documents loaded one at a time: asking for the same one again costs nothing. */
struct doc_cache {
	struct store *store;
	int64_t id;
	struct document *doc;
	struct lines lines;
	uint32_t byte, point; /* a place whose number of code points is known */
};
enum rc doc_cache_get(struct doc_cache *k, int64_t id, struct err *e);
/* Code points before byte POS of the document; asked in rising order it costs nothing. */
uint32_t doc_cache_point(struct doc_cache *k, uint32_t pos);
void doc_cache_release(struct doc_cache *k);

#endif
