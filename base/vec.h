/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Typed growing arrays.
 *
 *	VEC(struct span) spans = VEC_INIT;
 *	vec_push(&spans, ((struct span){ 0, 4 }));
 *	vec_each (struct span, s, &spans)
 *		use(s->start);
 *	vec_release(&spans);
 *
 * Pushing may move the items: keep indices, not pointers, across a push.
 * A struct type with a VEC member of its own is declared with VEC_TYPE.
 */
#ifndef TEMA_BASE_VEC_H
#define TEMA_BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"

#define VEC(T)                                                                                     \
	struct {                                                                                   \
		T *items;                                                                          \
		size_t n, cap;                                                                     \
	}
#define VEC_TYPE(NAME, T)                                                                          \
	struct NAME {                                                                              \
		T *items;                                                                          \
		size_t n, cap;                                                                     \
	}
#define VEC_INIT                                                                                   \
	{                                                                                          \
		NULL, 0, 0                                                                         \
	}

/* Room for at least one more item. */
#define vec_room(v)                                                                                \
	((v)->n < (v)->cap ? (void)0                                                               \
			   : (void)((v)->cap = (v)->cap ? 2 * (v)->cap : 8,                        \
				     (v)->items =                                                  \
					     mem_grow((v)->items, (v)->cap, sizeof *(v)->items)))
/* x is evaluated before the vector counts it, so it may look into the vector. */
#define vec_push(v, x) (vec_room(v), (v)->items[(v)->n] = (x), (void)(v)->n++)
/* A zeroed item at the end; gives its address, valid until the next push. */
#define vec_new(v) (vec_room(v), vec_zero_(&(v)->items[(v)->n++], sizeof *(v)->items))
#define vec_last(v) (&(v)->items[(v)->n - 1])
#define vec_reset(v) ((v)->n = 0)
#define vec_release(v) (free((v)->items), (v)->items = NULL, (v)->n = (v)->cap = 0)
/* T may be a pointer type; an empty vector may have NULL items. */
#define vec_each(T, p, v) for (T *p = (v)->items; p != NULL && p != (v)->items + (v)->n; p++)
#define vec_sort(v, cmp) ((v)->n > 1 ? qsort((v)->items, (v)->n, sizeof *(v)->items, cmp) : (void)0)

void *vec_zero_(void *p, size_t size);

#endif
