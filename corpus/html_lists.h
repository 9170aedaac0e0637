/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For html_body.c only: the lists of a web page that are open, and the number or
 * bullet of the item whose first word is still to come.
 */
#ifndef TEMA_CORPUS_HTML_LISTS_H
#define TEMA_CORPUS_HTML_LISTS_H

#include <stdbool.h>

#include "base/htmlread.h"
#include "base/vec.h"
#include "corpus/numbering.h"

struct html_lists {
	VEC(struct numbering) open;
	char number[NUMBERING_MAX]; /* "" = none waits */
};

void html_lists_open(struct html_lists *l, const struct html_node *node, bool ordered);
void html_lists_close(struct html_lists *l);
/* <li>; outside of a list it has no number. */
void html_lists_item(struct html_lists *l, const struct html_node *node);
/* The number that waits, once; "" when there is none. */
void html_lists_take(struct html_lists *l, char out[NUMBERING_MAX]);
void html_lists_release(struct html_lists *l);

#endif
