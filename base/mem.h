/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is always there: running out of it ends the program with a
 * message on stderr and status 4, so no caller checks for NULL.  Products of
 * sizes are checked for overflow.  Everything is released with free().
 */
#ifndef TEMA_BASE_MEM_H
#define TEMA_BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size);		 /* contents undefined; size 0 gives a valid pointer */
void *mem_zalloc(size_t n, size_t size); /* n * size zero bytes */
void *mem_grow(void *p, size_t n, size_t size); /* realloc to n * size */
void *mem_dup(const void *p, size_t len);	/* copy, with a NUL behind */
char *mem_strdup(const char *s);		/* NULL gives NULL */
/* Checked arithmetic for sizes: an overflow ends the program like running out of memory. */
size_t mem_product(size_t n, size_t size);
size_t mem_sum(size_t a, size_t b);
char *mem_printf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
