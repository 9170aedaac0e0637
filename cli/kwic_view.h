/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keyword in context as aligned lines for people: keywords stand below each other. */
#ifndef TEMA_CLI_KWIC_VIEW_H
#define TEMA_CLI_KWIC_VIEW_H

#include <stdbool.h>

#include "project/kwic.h"

struct kwic_view {
	int width;     /* columns; 0 = contexts are not cut */
	bool colour;   /* the keyword may be coloured */
	bool headings; /* rows are in document order: a heading for each document */
};

void kwic_view_write(
	const struct kwic_view *v, const struct kwic_row *rows, size_t n, struct buf *out);

#endif
