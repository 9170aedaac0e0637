/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which codebooks run together.  A codebook may bring the codes of files that it
 * uses (CODEBOOK 6.15): jones-jamsos has the codes of jones, with more rules.  So
 * that no code loses suggestions, all codebooks of the project that share codes
 * with one that is run run along; and one that another one uses (jones) runs as
 * part of that.  What two codebooks add to a code counts together; where both replace a clause of
 * it, that of the first by name holds.  Of a file that two of them use both must have the same
 * version.
 */
#ifndef TEMA_PROJECT_PRECODE_BOOKS_H
#define TEMA_PROJECT_PRECODE_BOOKS_H

#include "base/arena.h"
#include "base/vec.h"
#include "codebooks/model.h"
#include "store/store.h"

enum precode_how {
	PRECODE_EXTENDS, /* name extends codes of other, and runs along */
	PRECODE_USES,	 /* it uses other, and runs along */
	PRECODE_PART,	 /* name is in the project by itself; it runs as part of other */
};
struct precode_along {
	const char *name, *other;
	enum precode_how how;
};
struct precode_alongs {
	struct arena arena;
	VEC(struct precode_along) list;
};
void precode_alongs_release(struct precode_alongs *a);

struct precode_books {
	VEC(const struct codebook *) all; /* active when the run is over: given, or run along */
	VEC(const struct codebook *) run; /* those that are not part of another one, by name */
	VEC(int64_t) without;		  /* ids of codebooks to take out */
	VEC(struct codebook *) owned;	  /* loaded from the project */
};

/* n 0: all that are active in the project.  without: names of codebooks to take out of it.
 * RC_INPUT: a codebook without codes, two of one name, two versions of a used file; RC_NOTFOUND:
 * without names none.  The caller releases both. */
enum rc precode_books_choose(struct store *s, const struct codebook *const *given, size_t n,
	const char *const *without, size_t nwithout, struct precode_books *out,
	struct precode_alongs *along, struct err *e);
/* All that are active, whatever their versions. */
enum rc precode_books_active(struct store *s, struct precode_books *out, struct err *e);
void precode_books_release(struct precode_books *b);

#endif
