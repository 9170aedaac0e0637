/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thesis page: its sections, one function each, used by page.c. */
#ifndef TEMA_REPORTS_PAGE_H
#define TEMA_REPORTS_PAGE_H

#include "base/xmlwrite.h"
#include "reports/report.h"
#include "reports/text.h"

struct page {
	struct xmlwrite *x;
	const struct study *st;
	struct store *store;
	const char *lang;
	unsigned sections, tables, figures; /* numbers given so far */
};

/* Each writes the inside of one section; an empty study is said, not left blank. */
typedef enum rc page_fn(struct page *p, struct err *e);
page_fn page_summary, page_methods, page_frequency, page_groups, page_cooccurrence, page_quotations,
	page_codebook;

/* Make a report's table, number its caption and write it. max_rows 0 = all. */
enum rc page_table(struct page *p, const char *key, size_t max_rows, struct err *e);
void page_paragraph(struct page *p, const char *class, const char *text);
/* "1.234": a number in the page's language, in the study's arena. */
const char *page_number(const struct page *p, uint64_t n);

/* The <head> of a page that needs no other file. */
void page_head(struct xmlwrite *x, const char *title, const char *css);

extern const char page_css[];

#endif
