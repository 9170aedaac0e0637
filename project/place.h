/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing a coding or note by hand that a corrected transcript lost or put at a wrong place. */
#ifndef TEMA_PROJECT_PLACE_H
#define TEMA_PROJECT_PLACE_H

#include "project/reanchor.h"

/* What is meant by an id of 4 to 8 hex digits: the segment under that coding.  An orphan is
 * preferred to a coding that is in place; RC_NOTFOUND: none, or several. */
struct place_target {
	int64_t document, segment;
	struct store_anchor anchor; /* living, in the revision that stands */
	int64_t revision;
};
enum rc place_find(struct store *s, const char *id, struct place_target *out, struct err *e);
/* One op: the segment, with all codings and notes on it, is at this span of the document from now
 * on.  *r tells what it carries (in the arena) and how it is now: moved (the same words) or
 * changed; exact when it was there already and nothing was done. */
enum rc place_put(struct store *s, const struct person *who, const struct place_target *target,
	struct span span, bool dry_run, struct reanchored *r, struct arena *arena, struct err *e);

#endif
