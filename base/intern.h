/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of byte strings: equal strings get the same number, counted from 0
 * in the order of first appearance.  Comparison is by bytes.  Strings are
 * copied into the table and stay at their address until intern_release().
 */
#ifndef TEMA_BASE_INTERN_H
#define TEMA_BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define INTERN_NONE UINT32_MAX

#define INTERN_HEAD 16

struct intern_item {
	const char *s; /* terminated; may hold NULs of its own */
	uint32_t len, hash;
	char head[INTERN_HEAD]; /* of s, so that most comparisons need not go there */
};

struct intern {
	struct arena arena;
	struct intern_item *items; /* by number */
	uint32_t *slots;	   /* open addressing, number + 1, 0 = free */
	uint32_t n, cap, nslots;
};

#define INTERN_INIT                                                                                \
	{                                                                                          \
		ARENA_INIT, NULL, NULL, 0, 0, 0                                                    \
	}

uint32_t intern_add(struct intern *t, const char *s, size_t len);
uint32_t intern_find(const struct intern *t, const char *s, size_t len); /* or INTERN_NONE */
void intern_release(struct intern *t);
uint32_t hash_bytes(
	const void *p, size_t len); /* FNV-1a with a final mix, the same on every machine */

#endif
