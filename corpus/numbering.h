/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers and bullets that a word processor puts in front of the paragraphs of
 * a list (docx, odt, html).  They are not in the file's text but counted up, so
 * they are counted here, and become text as when Word or LibreOffice saves as
 * plain text: "1. ", "a) ", "2.3 ", "\u2022 ".
 */
#ifndef TEMA_CORPUS_NUMBERING_H
#define TEMA_CORPUS_NUMBERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMBERING_LEVELS 9
#define NUMBERING_TEXT 24 /* bytes of a level's text; a longer one is cut */
#define NUMBERING_MAX 32  /* bytes of what is put in front of a paragraph */

enum numbering_format {
	NUMBERING_NONE, /* nothing is put in front */
	NUMBERING_BULLET,
	NUMBERING_DECIMAL,
	NUMBERING_ZERO, /* 01, 02 */
	NUMBERING_LOWER_LETTER,
	NUMBERING_UPPER_LETTER,
	NUMBERING_LOWER_ROMAN,
	NUMBERING_UPPER_ROMAN,
};

struct numbering_level {
	enum numbering_format format;
	uint32_t start;
	char text[NUMBERING_TEXT]; /* "%1.%2)": the numbers of levels 1 and 2 */
};

struct numbering {
	struct numbering_level levels[NUMBERING_LEVELS];
	uint32_t counts[NUMBERING_LEVELS];
	bool begun[NUMBERING_LEVELS]; /* counts is the number last given */
};

/* Every level decimal, "%1." of its own number, from 1. */
void numbering_init(struct numbering *n);
/* The text of a level, as "%1.%2)". */
void numbering_text(struct numbering_level *level, const char *text);
/* The next number of a level (0 = outermost; too deep ones count as the last); deeper levels begin
 * again.  out: what goes in front of the paragraph, with a blank behind, or "". */
void numbering_next(struct numbering *n, size_t level, char out[NUMBERING_MAX]);
/* The level begins again; its next number is start. */
void numbering_restart(struct numbering *n, size_t level, uint32_t start);

#endif
