/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_odt.c only: the styles of lists of an OpenDocument text, and the
 * numbers of its open lists.
 */
#ifndef TEMA_CORPUS_ODT_LISTS_H
#define TEMA_CORPUS_ODT_LISTS_H

#include <stddef.h>

#include "base/intern.h"
#include "base/vec.h"
#include "base/xmlread.h"
#include "corpus/numbering.h"

#define ODT_LISTS_DEPTH 32

struct odt_lists {
	struct intern names;
	VEC(struct numbering) styles;	/* by number in names; counts as the last list left them */
	uint32_t open[ODT_LISTS_DEPTH]; /* styles of the open lists, INTERN_NONE = unknown */
	size_t depth;			/* of lists that are open, also of deeper ones */
	bool waits;			/* an item began and has no paragraph yet */
	bool outline;			/* headings are numbered: by the style OUTLINE_NAME */
};

#define ODT_LISTS_INIT                                                                             \
	{                                                                                          \
		.names = INTERN_INIT                                                               \
	}

/* Within <text:list-style> or <text:outline-style>, that of headings: its number, INTERN_NONE when
 * it has no name. */
uint32_t odt_lists_style(struct odt_lists *l, struct xmlread *x);
/* <text:list-level-style-number> or -bullet, or <text:outline-level-style> inside of it. */
void odt_lists_level(struct odt_lists *l, uint32_t style, struct xmlread *x);

/* The elements of the text. */
void odt_lists_open(struct odt_lists *l, struct xmlread *x);
void odt_lists_close(struct odt_lists *l);
void odt_lists_item(struct odt_lists *l, struct xmlread *x);
/* What goes in front of a paragraph: the number of the item it begins, or "". */
void odt_lists_number(struct odt_lists *l, char out[NUMBERING_MAX]);

/* The same for a heading, which has a number also outside of lists. */
void odt_lists_heading(struct odt_lists *l, struct xmlread *x, char out[NUMBERING_MAX]);

void odt_lists_release(struct odt_lists *l);

#endif
