/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_md.c only: what a single line of Markdown is.
 */
#ifndef TEMA_CORPUS_MD_LINE_H
#define TEMA_CORPUS_MD_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "corpus/md_inline.h"

struct md_line {
	const char *p;
	size_t len; /* without '\n' */
};

/* The next line of [*pos,end); moves *pos behind it. */
bool md_line_next(const char **pos, const char *end, struct md_line *line);
void md_line_trim(struct md_line *line);
/* How many c stand in a row at AT. */
size_t md_line_run(const struct md_line *line, size_t at, char c);
bool md_line_is_rule(const struct md_line *line, char c); /* only c and blanks, at least three c */
/* "- ", "* ", "+ ", "12. ", "3) ": the length of the marker, 0 = none. */
size_t md_line_marker(const struct md_line *line, bool *ordered);
bool md_line_is_delimiter(const struct md_line *line); /* "|---|:-:|" below a table's header */
/* Notes all "[name]: address" and "[^1]:" of a text in refs and footnotes: they may follow their
 * use. */
void md_line_definitions(const char *pos, const char *end, struct md_inline *marks);

#endif
