/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people said about passages that a corrected transcript no longer has: kept, never counted,
 * waiting to be placed by hand (place.h). */
#ifndef TEMA_PROJECT_ORPHANS_H
#define TEMA_PROJECT_ORPHANS_H

#include "project/reanchor.h"

struct orphan {
	int64_t document;
	unsigned number;     /* of the document */
	char id[9];	     /* as typed: of its first coding; without codings, of the segment */
	struct reanchored r; /* from, old_words, old_line: where it was last */
};
struct orphans {
	struct arena arena;
	VEC(struct orphan) list; /* by document, place */
	uint32_t codings;
};
/* Of one document, or (0) of all that are not hidden: segments with codings or notes. */
enum rc orphans_find(struct store *s, int64_t document, struct orphans *out, struct err *e);
void orphans_release(struct orphans *o);

#endif
