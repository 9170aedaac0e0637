/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For md_inline.c only: pairs emphasis marks.  A paragraph is a list of items,
 * text or runs of '*', '_', '~'; md_marks_pair() decides which marks are
 * emphasis (CommonMark 6.2 without the rule of three) and which are text.
 */
#ifndef TEMA_CORPUS_MD_MARKS_H
#define TEMA_CORPUS_MD_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"

struct md_item {
	size_t start, end; /* bytes of text; equal for marks */
	char mark;	   /* 0 = text */
	bool opens, closes;
	size_t n;	   /* marks: how many are left; those stay as text */
	size_t strong_end; /* an opener of bold text: the item that closes it, 0 = none */
};

struct md_items {
	struct buf text;
	VEC(struct md_item) list;
};

/* A run of n marks between two characters (UTF8_BAD or '\n' at the ends of the paragraph). */
void md_marks_add(struct md_items *m, char mark, size_t n, uint32_t before, uint32_t after);
void md_marks_text(struct md_items *m, const char *p, size_t len);
void md_marks_pair(struct md_items *m);
/* All text and left-over marks to out; *bold: bytes of bold text at its start. */
void md_marks_write(const struct md_items *m, struct buf *out, size_t *bold);
void md_marks_release(struct md_items *m);

#endif
