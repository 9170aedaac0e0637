/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding things by what a person typed: comparing names, and "did you mean". */
#ifndef TEMA_STORE_NEAR_H
#define TEMA_STORE_NEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"

struct near {
	struct arena arena;
	VEC(const char *) words;
};

#define NEAR_INIT                                                                                  \
	{                                                                                          \
		ARENA_INIT, VEC_INIT                                                               \
	}

void near_add(struct near *n, const char *word); /* copied */
/* RC_NOTFOUND: "there is no WHAT 'TYPED'; did you mean '...'?"; where nothing is near and command
 * is not NULL: "; 'COMMAND' lists them". */
enum rc near_fail(const struct near *n, const char *what, const char *command, const char *typed,
	struct err *e);
void near_release(struct near *n);

/* Equal when case is folded; beginning of. */
bool near_same(const char *a, const char *b);
bool near_begins(const char *text, const char *beginning);
/* A number typed in decimal digits; 0 if it is none. */
unsigned near_number(const char *typed);

#endif
