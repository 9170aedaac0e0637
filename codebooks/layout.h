/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one layout of a codebook file (`tema codebook fmt`): an item a line, two
 * spaces a level, commas between the items of a list, lists and long
 * expressions wrapped, straight quotation marks, at most one empty line.
 * Nothing changes its place, comments stay where they stand, and what the
 * codebook means stays the same.  Laid out again it is the same text.
 */
#ifndef TEMA_CODEBOOKS_LAYOUT_H
#define TEMA_CODEBOOKS_LAYOUT_H

#include <stddef.h>

#include "base/buf.h"

/* text: of a codebook without errors, decoded (source_file.text). Appended to out. */
void layout_write(const char *text, size_t len, struct buf *out);

#endif
