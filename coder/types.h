/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Types: distinct words as written.  A new one is brought into matching form
 * once and asked which atoms it is (atoms.h) and whether it negates
 * (negate.h); all its later occurrences cost one look-up.
 *
 * Words that mean nothing to any rule share one type, TYPE_DULL.  The table of
 * raw words is emptied when it is full, so that random text cannot eat memory;
 * types live on until types_settle(), which is called between documents.
 */
#ifndef TEMA_CODER_TYPES_H
#define TEMA_CODER_TYPES_H

#include "base/intern.h"
#include "coder/atoms.h"
#include "coder/form.h"
#include "coder/negate.h"

#define TYPE_DULL 0

struct type {
	uint32_t atom, natoms;	    /* in types->atoms */
	uint32_t triggers, borders; /* masks of tongues (negate.h) */
};

struct types {
	struct intern raw;
	VEC(uint32_t) of_raw;
	VEC(struct type) list;
	struct atom_ids atoms;
	struct form form;      /* scratch */
	struct atom_ids found; /* scratch */
};

void types_init(struct types *t);
void types_release(struct types *t);
void types_settle(struct types *t); /* starts anew when there are too many; no type is in use */
uint32_t types_of(
	struct types *t, struct atoms *a, const struct negate *n, const char *raw, size_t len);
bool types_has(const struct types *t, uint32_t type, uint32_t atom);

#endif
