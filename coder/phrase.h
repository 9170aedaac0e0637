/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of FIND_PHRASE and FIND_COMPOUND, appended to out in no order. */
#ifndef TEMA_CODER_PHRASE_H
#define TEMA_CODER_PHRASE_H

#include "coder/finder.h"

void phrase_places(
	struct finders *f, const struct finder *x, const struct stream *s, struct place_list *out);
void compound_places(
	struct finders *f, const struct finder *x, const struct stream *s, struct place_list *out);

#endif
