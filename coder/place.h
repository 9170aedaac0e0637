/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places: runs of words of a document (CODEBOOK 6.3).  Words are counted
 * through the whole document (stream.h), so a place is two numbers.
 *
 * A list of places is kept sorted by first, then last word, without doubles,
 * unless a function says otherwise.
 */
#ifndef TEMA_CODER_PLACE_H
#define TEMA_CODER_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct place {
	uint32_t first, last; /* both belong to it */
};
VEC_TYPE(place_list, struct place);

/* Words [lo,hi): a unit or a scope. */
struct range {
	uint32_t lo, hi;
};

void place_sort(struct place_list *l); /* into the order above; drops doubles */
size_t place_from(const struct place_list *l, uint32_t word); /* first index with first >= word */
void place_add_all(struct place_list *to, const struct place_list *from); /* to is then unsorted */
/* Replaces *out by the places of l that lie in r. */
void place_slice(const struct place_list *l, struct range r, struct place_list *out);
/* Keeps in l what does not lie inside a place of not_in. */
void place_subtract(struct place_list *l, const struct place_list *not_in);

#endif
