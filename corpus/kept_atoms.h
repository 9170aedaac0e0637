/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kept.c compares: words (runs of letters and digits) and single marks, without white space.
 * Finer than tokens.h, so that a corrected comma or hyphen leaves the words beside it alone. */
#ifndef TEMA_CORPUS_KEPT_ATOMS_H
#define TEMA_CORPUS_KEPT_ATOMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct atom {
	uint32_t start, end, hash;
	bool word;
};
VEC_TYPE(atom_list, struct atom);

/* The next atom of text[*pos,len), *pos moves behind it; false at the end.  hash is not set. */
bool atom_next(const char *text, size_t len, size_t *pos, struct atom *out);
/* The atoms of [start,end), with hashes. */
void atoms_of(const char *text, size_t start, size_t end, struct atom_list *out);
/* How many of [start,end) are words, and are there at all. */
void atoms_count(const char *text, size_t start, size_t end, size_t *words, size_t *all);

#endif
