/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between two neighbouring words: text[from,to). */
#ifndef TEMA_CODER_GAP_H
#define TEMA_CODER_GAP_H

#include <stdbool.h>
#include <stddef.h>

/* Only spaces, a line break, quotation marks, '*' (CODEBOOK 4, phrases). */
bool gap_is_plain(const char *text, size_t from, size_t to);
/* These marks, in this order; spaces, and quotation marks and '*' that are not asked for, do not
 * count. */
bool gap_is_marks(const char *text, size_t from, size_t to, const char *marks);
/* One of the characters of SET occurs. */
bool gap_has(const char *text, size_t from, size_t to, const char *set);

#endif
