/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How speakers are named in what people read (DESIGN 7, "shown as"): informant code, name or
 * label, as each of them allows and with hidden names replaced (seen.h).  One place, so that no
 * listing prints a name by another way. */
#ifndef TEMA_PROJECT_SHOWN_H
#define TEMA_PROJECT_SHOWN_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/documents.h"

struct shown_speaker {
	int64_t id;
	const char *text;
};

struct shown {
	struct arena arena;
	VEC(struct shown_speaker) list; /* by id */
};

enum rc shown_load(struct store *s, struct shown *out, struct err *e);
const char *shown_of(const struct shown *n, const struct label *label); /* NULL: "" */
void shown_release(struct shown *n);

#endif
