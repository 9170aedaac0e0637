/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

/* The one place outside cli/ that prints and exits: nothing can be done without memory. */
static _Noreturn void out_of_memory(void)
{
	fputs("tema: out of memory\n", stderr);
	exit(RC_PROJECT);
}

static void *checked(void *p)
{
	if (p == NULL)
		out_of_memory();
	return p;
}

size_t mem_product(size_t n, size_t size)
{
	if (size != 0 && n > (size_t)PTRDIFF_MAX / size)
		out_of_memory();
	return n * size;
}

size_t mem_sum(size_t a, size_t b)
{
	if (a > (size_t)PTRDIFF_MAX || b > (size_t)PTRDIFF_MAX - a)
		out_of_memory();
	return a + b;
}

void *mem_alloc(size_t size)
{
	return checked(malloc(size != 0 ? size : 1));
}

void *mem_zalloc(size_t n, size_t size)
{
	size_t total = mem_product(n, size);

	return checked(calloc(1, total != 0 ? total : 1));
}

void *mem_grow(void *p, size_t n, size_t size)
{
	size_t total = mem_product(n, size);

	return checked(realloc(p, total != 0 ? total : 1));
}

void *mem_dup(const void *p, size_t len)
{
	char *copy = mem_alloc(mem_sum(len, 1));

	if (len > 0)
		memcpy(copy, p, len);
	copy[len] = '\0';
	return copy;
}

char *mem_strdup(const char *s)
{
	return s != NULL ? mem_dup(s, strlen(s)) : NULL;
}

char *mem_printf(const char *fmt, ...)
{
	va_list ap, again;
	char *s;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		out_of_memory();
	s = mem_alloc((size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	return s;
}
