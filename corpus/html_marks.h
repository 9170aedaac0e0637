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
	bool note_here; /* the same, in front of the note: the paragraph around it is one */
	bool comment;	/* a mark that leads to a comment (Google Docs) */
	bool comments;	/* a comment stands here and behind it */
	bool list;	/* a paragraph of a list, with its number in the text (Word) */
	bool symbol;	/* written in a font of pictures: a bullet in front of such a paragraph */
	bool gap;	/* the blanks behind its number */
};

void html_marks(const struct html_node *node, struct html_marks *out);

#endif
