/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For html_body.c only: what class, role, style and the like say of an
 * element, as the programs write them that save texts as web pages.
 */
#ifndef TEMA_CORPUS_HTML_MARKS_H
#define TEMA_CORPUS_HTML_MARKS_H

#include <stdbool.h>

#include "base/htmlread.h"

struct html_marks {
	int bold;	/* 1, 0 or FLOW_UNSET */
	int kind;	/* enum para_kind or FLOW_UNSET */
	bool hidden;	/* not shown */
	bool note;	/* foot- or endnotes stand in it */
	bool note_mark; /* the number that leads to a note or back */
};

void html_marks(const struct html_node *node, struct html_marks *out);

#endif
