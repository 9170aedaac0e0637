/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines of a screen: words are wrapped or cut at its width, text is cleaned of control
 * characters, and each line is complete in itself (its styles are set and put off in it), so that
 * any part of the lines can be written.
 */
#ifndef TEMA_CLI_WRAP_H
#define TEMA_CLI_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"

enum wrap_style { WRAP_PLAIN, WRAP_BOLD, WRAP_DIM, WRAP_MARK };

#define WRAP_DIM_ON "\033[2m"
#define WRAP_OFF "\033[0m"

struct wrap_range {
	size_t start, end; /* bytes of `out` */
	bool flag;
};

struct wrap {
	struct buf out;
	VEC(struct wrap_range) lines;
	size_t start;	/* of the line being written */
	int width;	/* cells */
	int indent;	/* of wrapped lines */
	int column;	/* cells written in this line */
	int style;	/* of enum wrap_style; -1 = none yet */
	bool flag, cut; /* of this line; cut: it is full and takes no more */
};

void wrap_init(struct wrap *w, int columns);
void wrap_release(struct wrap *w);
void wrap_reset(struct wrap *w);

void wrap_indent(struct wrap *w);
/* Text behind what stands in the line, broken where it reaches the border. */
void wrap_put(struct wrap *w, enum wrap_style style, const char *text, size_t len);
/* The same for a line that must be one: what is beyond the border is left out, with "…". */
void wrap_puts(struct wrap *w, enum wrap_style style, const char *text);
/* A place for a word of so many cells: a space before it, or a new line. */
void wrap_word(struct wrap *w, int cells, bool first);
void wrap_words(struct wrap *w, enum wrap_style style, const char *text);
/* Like a word, but with three spaces before it, and never broken. */
void wrap_item(struct wrap *w, enum wrap_style style, const char *text);
void wrap_flag(struct wrap *w);		   /* mark this line */
void wrap_line(struct wrap *w);		   /* ends the line */
void wrap_clip(struct wrap *w, int lines); /* keep so many lines */
void wrap_write(const struct wrap *w, int first, int n, struct buf *out);

#endif
