/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference of two versions of a codebook, and its effect, for people and for programs. */
#ifndef TEMA_CLI_DIFF_VIEW_H
#define TEMA_CLI_DIFF_VIEW_H

#include "base/buf.h"
#include "base/json.h"
#include "project/effect.h"

struct diff_view {
	const struct changes *c;
	const struct effect *x;	    /* NULL: without a project */
	bool only_gone;		    /* the texts were not read: x->gone is all there is */
	const char *before, *after; /* how the two were named */
	const char *project;	    /* its file */
	const char *lang;
	int width; /* columns of the terminal; 0 = lines are not wrapped */
	bool colour;
};

void diff_view_text(const struct diff_view *v, struct buf *out);
void diff_view_json(const struct diff_view *v, struct buf *out);

/* --- inside of diff_*.c ------------------------------------------------------------------------
 */

enum diff_style { DIFF_PLAIN, DIFF_BOLD, DIFF_MINUS, DIFF_PLUS, DIFF_MARK, DIFF_STYLES };

/* Text in one style, cleaned; nothing is wrapped. */
void diff_put(const struct diff_view *v, enum diff_style style, const char *text, struct buf *out);
/* Words that go on behind `used` cells of a line and are wrapped to INDENT; then the line ends.
 * marks: places of the text that stand out (n 0: none). */
void diff_words(const struct diff_view *v, int indent, int used, const char *text,
	const struct span *marks, size_t n, struct buf *out);
void diff_indent(int indent, struct buf *out);
/* The key of a code; with its codebook in front if it is not that of the files compared. */
const char *diff_code_name(const struct diff_view *v, const struct code *c);
void diff_effect(const struct diff_view *v, struct buf *out); /* the second part */
void diff_effect_json(const struct diff_view *v, struct jsonw *j);

#endif
