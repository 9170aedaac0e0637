/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_xlsx.c: a workbook (.xlsx): its sheets, the strings that they
 * share and the formats of numbers.
 */
#ifndef TEMA_CORPUS_XLSX_BOOK_H
#define TEMA_CORPUS_XLSX_BOOK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "base/zip.h"
#include "corpus/xlsx_value.h"

struct xlsx_sheet {
	const char *name, *id; /* id: of the relationship to its part */
	bool hidden;
};

struct xlsx_book {
	struct arena arena;
	struct zipfile *zip;
	struct buf part; /* of the workbook itself: "xl/workbook.xml" */
	VEC(struct xlsx_sheet) sheets;
	struct buf strings; /* one behind the other, each with its NUL */
	VEC(size_t) starts;
	VEC(enum xlsx_kind) formats; /* by the number of a cell's style */
	bool from_1904;
};

#define XLSX_BOOK_INIT                                                                             \
	{                                                                                          \
		.arena = ARENA_INIT, .part = BUF_INIT, .strings = BUF_INIT                         \
	}

/* data must outlive the book. */
enum rc xlsx_book_open(struct xlsx_book *b, const char *data, size_t len, struct err *e);
void xlsx_book_close(struct xlsx_book *b);
/* The part of one sheet; empty when it is missing. */
enum rc xlsx_book_part(
	struct xlsx_book *b, const struct xlsx_sheet *sheet, struct buf *xml, struct err *e);
/* The shared string of this number; "" = none. */
const char *xlsx_book_string(const struct xlsx_book *b, size_t i);

/* The text of a string item or an inline string: runs joined, what tells how to say it left out. */
struct xlsx_text {
	struct buf text;
	bool inside, said; /* in <t>, in <rPh> */
};
void xlsx_text_open(struct xlsx_text *t, const char *element);
void xlsx_text_close(struct xlsx_text *t, const char *element);
void xlsx_text_add(struct xlsx_text *t, const char *p, size_t len);
/* "_x000D_" is a character that XML cannot hold; decodes in place what was collected. */
void xlsx_text_end(struct xlsx_text *t);

#endif
