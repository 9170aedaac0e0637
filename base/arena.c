/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define BLOCK_MIN 1024
#define BLOCK_MAX (256u << 10)

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	max_align_t data[];
};

/* Blocks grow with the arena: small ones stay small, large ones ask malloc seldom. */
static size_t block_size(const struct arena *a, size_t need)
{
	size_t size = a->used < BLOCK_MIN ? BLOCK_MIN : a->used;

	if (size > BLOCK_MAX)
		size = BLOCK_MAX;
	return size > need ? size : need;
}

static struct arena_block *add_block(struct arena *a, size_t need)
{
	size_t size = block_size(a, need);
	struct arena_block *b = mem_zalloc(1, mem_sum(sizeof *b, size));

	b->size = size;
	/* A large single item must not hide the free end of the block in use. */
	if (need >= BLOCK_MAX && a->first != NULL) {
		b->next = a->first->next;
		a->first->next = b;
	} else {
		b->next = a->first;
		a->first = b;
	}
	return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	size_t need = (mem_sum(size != 0 ? size : 1, unit - 1)) / unit * unit;
	struct arena_block *b = a->first;
	void *p;

	if (b == NULL || b->size - b->used < need)
		b = add_block(a, need);
	p = (char *)b->data + b->used;
	b->used += need;
	a->used += need;
	return p;
}

void *arena_calloc(struct arena *a, size_t n, size_t size)
{
	return arena_alloc(a, mem_product(n, size));
}

char *arena_dup(struct arena *a, const void *p, size_t len)
{
	char *copy = arena_alloc(a, mem_sum(len, 1));

	if (len > 0)
		memcpy(copy, p, len);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s != NULL ? arena_dup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *s;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		n = 0;
	s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	return s;
}

void arena_release(struct arena *a)
{
	struct arena_block *b = a->first, *next;

	for (; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	a->first = NULL;
	a->used = 0;
}
