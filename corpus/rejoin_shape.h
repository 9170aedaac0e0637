/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the lines of a file were made, found by one look at all of them; for
 * rejoin*.c only.
 *
 * Lines were cut at one width when hardly any is longer, many are nearly as
 * long, and where a sentence goes on in the next line, the first word of that
 * line would not have fitted behind.  Verse, lists and short turns fail on the last.
 */
#ifndef TEMA_CORPUS_REJOIN_SHAPE_H
#define TEMA_CORPUS_REJOIN_SHAPE_H

#include "base/intern.h"
#include "base/vec.h"
#include "corpus/rejoin_line.h"

#define REJOIN_WIDE 140 /* lines that are longer were not cut */
#define REJOIN_BINS (REJOIN_WIDE + 2)

enum rejoin_wrap {
	REJOIN_ONE_LINE, /* one line is one paragraph */
	REJOIN_WRAPPED,	 /* lines are cut */
	REJOIN_SPACED,	 /* cut, with a blank line behind every line */
};

struct rejoin_shape {
	size_t lines, widths[REJOIN_BINS];
	size_t glued, glued_on;	   /* line on line; of these, sentence goes on in the next */
	size_t spaced, spaced_on;  /* one blank line between; same */
	size_t reach[REJOIN_BINS]; /* where a sentence goes on: width with the next line's word */
	size_t width;		   /* at which lines are cut */
	size_t marked;		   /* lines that end a sentence, in the middle or at their end */
	size_t hyphens;		   /* lines that end in one */
	size_t long_lines, finished, small; /* of prose; of these, with a finished sentence at the
					       end, with a small letter at the start */
	size_t numbered;     /* page numbers that follow on each other with text between */
	size_t pages;	     /* form feeds */
	struct intern heads; /* lines beside page numbers and form feeds, digits as '#' */
	VEC(uint32_t) head_counts;
};

void rejoin_shape_measure(struct rejoin_shape *s, const char *text, size_t len);
void rejoin_shape_release(struct rejoin_shape *s);
enum rejoin_wrap rejoin_shape_wrap(const struct rejoin_shape *s);
/* The same for lines that a person says are cut. */
enum rejoin_wrap rejoin_shape_forced(const struct rejoin_shape *s);
/* Is the text prose with finished sentences, so that one that breaks off must go on somewhere? */
bool rejoin_shape_is_prose(const struct rejoin_shape *s);
/* A page number or a running head, where the file has such. */
bool rejoin_shape_is_margin(const struct rejoin_shape *s, const struct rejoin_line *l);

#endif
