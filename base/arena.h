/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An arena: memory that dies together.  Blocks never move, so pointers into
 * an arena stay valid until arena_release().  ARENA_INIT or all zero is empty.
 */
#ifndef TEMA_BASE_ARENA_H
#define TEMA_BASE_ARENA_H

#include <stddef.h>

struct arena_block;
struct arena {
	struct arena_block *first;
	size_t used; /* bytes handed out, for figures only */
};

#define ARENA_INIT                                                                                 \
	{                                                                                          \
		NULL, 0                                                                            \
	}

void *arena_alloc(struct arena *a, size_t size); /* zeroed, aligned for any type */
void *arena_calloc(struct arena *a, size_t n, size_t size);
char *arena_dup(struct arena *a, const void *p, size_t len); /* copy, with a NUL behind */
char *arena_strdup(struct arena *a, const char *s);	     /* NULL gives NULL */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void arena_release(struct arena *a); /* empties; may be used again */

#endif
