/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `# suppress: W057, W060 why` (CODEBOOK 9): which warnings a comment silences.
 * Behind a piece of the file it means the line it stands on; alone on its line,
 * what begins on the line that follows it and the comment lines below it.  On
 * or before the first line of a code, a rule, a list or a clause, and behind
 * its last line, it means all of that; inside a clause all of the clause.  So
 * it still holds when `codebook fmt` lays a line out as several.
 */
#ifndef TEMA_CODEBOOKS_SUPPRESS_H
#define TEMA_CODEBOOKS_SUPPRESS_H

#include "codebooks/model.h"

/* Is the warning ID silenced at this place of the file itself?  rule: the one it is about, or NULL.
 * What silences it is marked as used. */
bool suppress_holds(
	const struct codebook *cb, const struct rule *rule, struct at at, const char *id);
/* Is it an id that can be silenced?  with_project: one of those that need a project's texts. */
bool suppress_is_known(const char *id, bool *with_project);

#endif
