/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference of two versions of a codebook, and its effect, for people and for programs. */
#ifndef TEMA_CLI_DIFF_VIEW_H
#define TEMA_CLI_DIFF_VIEW_H

#include "base/buf.h"
#include "base/json.h"
#include "codebooks/messages.h"
#include "project/effect.h"

struct diff_view {
	const struct changes *c;
	const struct effect *x;	    /* NULL: without a project */
	bool only_gone;		    /* the texts were not read: x->gone is all there is */
	const char *before, *after; /* how the two were named */
	const char *project;	    /* its file */
	const char *lang;	    /* of labels */
	const char *says;	    /* of what is said about them; NULL: English */
	int width;		    /* columns of the terminal; 0 = lines are not wrapped */
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
/* diff_say(v, out, SAY(S_DIFF_FROM), name) */
#define diff_say(v, out, ...) message_add((out), (v)->says, __VA_ARGS__)
void diff_indent(int indent, struct buf *out);
/* A text being made, and how far its lines are indented. */
struct diff_sheet {
	const struct diff_view *v;
	struct buf *out;
	int indent;
};
#define DIFF_ARROW " \xe2\x86\x92 "
const char *diff_said(const struct diff_sheet *s, enum message m);
void diff_sign(struct diff_sheet *s, enum change_how how); /* + - ~ */
int diff_name(struct diff_sheet *s, const char *name);	   /* gives the column behind it */
void diff_side(struct diff_sheet *s, enum diff_style sign, int column, const char *text);
void diff_fields(struct diff_sheet *s, const struct change_fields *fields);
void diff_rules(struct diff_sheet *s, const struct change_code *k);
/* The key of a code; with its codebook in front if it is not that of the files compared. */
const char *diff_code_name(const struct diff_view *v, const struct code *c);
void diff_effect(const struct diff_view *v, struct buf *out); /* the second part */
void diff_effect_json(const struct diff_view *v, struct jsonw *j);

#endif
