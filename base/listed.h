/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in one string with commas between them ("jones, emerson"), as tables and views hold them.
 */
#ifndef TEMA_BASE_LISTED_H
#define TEMA_BASE_LISTED_H

#include <stdbool.h>
#include <stddef.h>

/* The next name: its start in *list, its length in *len, and *list moved behind it; NULL at the
 * end. */
const char *listed_next(const char **list, size_t *len);

/* Is WORD, byte by byte, one of them? */
bool listed(const char *list, const char *word);

#endif
