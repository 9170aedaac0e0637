/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For html_body.c only: the state of a web page while it is read, and its
 * paragraphs, which open with their first word and close with the element that
 * holds them.
 */
#ifndef TEMA_CORPUS_HTML_PARA_H
#define TEMA_CORPUS_HTML_PARA_H

#include <stdbool.h>

#include "base/htmlread.h"
#include "base/vec.h"
#include "corpus/flow.h"
#include "corpus/html_body.h"
#include "corpus/html_lists.h"

struct html_element;

/* An open element, and what it changed. */
struct html_level {
	const struct html_element *element; /* NULL: an unknown one */
	int bold, kind;			    /* of what stands in it */
	bool notes, list;
	bool div; /* is a <div> */
};

struct html_state {
	const struct html_node *node;
	struct html_counts *counts;
	struct diags *d;
	struct flow paras;
	VEC(struct html_level) levels;
	struct html_lists lists;
	size_t skip; /* number of levels when the left-out element opened, 0 = none */
	struct buf pre, title;
	uint32_t pres, rows_left[GRID_COLUMNS];
	bool forms;    /* read forms too */
	bool in_table; /* its first row is still to come */
	bool in_title; /* <title> */
	bool starts;   /* a line break stood at the start of the line */
};

/* The innermost open element. */
const struct html_level *html_para_level(const struct html_state *b);
void html_para_begin(struct html_state *b);
void html_para_end(struct html_state *b);
/* Text wherever it stands: the title, preformatted, or a paragraph's. */
void html_para_text(struct html_state *b, const char *p, size_t len);
/* What stands in the element that opens is left out. */
void html_para_skip(struct html_state *b);

#endif
