/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a plain text, one by one, and what each could be; for rejoin*.c only. */
#ifndef TEMA_CORPUS_REJOIN_LINE_H
#define TEMA_CORPUS_REJOIN_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct rejoin_line {
	const char *p, *end; /* without white space at the ends and '\n' */
	const char *raw;     /* with the white space in front */
	size_t width;	     /* in characters */
	bool indented;
	bool page; /* a form feed stands in front */
};

/* Steps through the lines that are not blank. */
struct rejoin_cursor {
	const char *pos, *end;
	struct rejoin_line line;
	size_t blanks; /* blank lines in front of it */
};

bool rejoin_line_next(struct rejoin_cursor *c);

/* A full stop, question or exclamation mark, colon or ellipsis stands at the end. */
bool rejoin_line_finished(const struct rejoin_line *l);
bool rejoin_line_starts_small(const struct rejoin_line *l);
size_t rejoin_line_first_word(const struct rejoin_line *l); /* its width */
/* "- ", bullets, and where the line above is FINISHED "1. ", "a) ". */
bool rejoin_line_is_item(const struct rejoin_line *l, bool finished);
/* A heading, caption, footnote or row of a table: never a part of a paragraph. */
bool rejoin_line_is_apart(const struct rejoin_line *l);
/* May a speaker be named in front, in a way that counts? */
bool rejoin_line_is_label(const struct rejoin_line *l);
/* May it be nothing but a speaker's name or a time, the words below it? */
bool rejoin_line_is_label_alone(const struct rejoin_line *l);
/* "12", "- 12 -", "Halaman 12", "Page 3 of 10": the number, 0 = no page number. */
unsigned rejoin_line_page_number(const struct rejoin_line *l);
bool rejoin_line_is_rule(const struct rejoin_line *l); /* "---", "____", "```" */
bool rejoin_line_is_footnote(const struct rejoin_line *l);

#endif
