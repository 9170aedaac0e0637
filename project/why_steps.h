/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For why.c: how a passage came to where it is, through corrected transcripts and by hand. */
#ifndef TEMA_PROJECT_WHY_STEPS_H
#define TEMA_PROJECT_WHY_STEPS_H

#include "base/buf.h"
#include "store/store.h"

/* A line for each op that moved or changed the passage or lost it, with the words as they stood
 * before; none for a passage that is as it was. */
enum rc why_steps(struct store *s, int64_t segment, const char *lang, int zone, struct buf *out,
	struct err *e);

#endif
