/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

char buf_empty[1] = "";

void buf_init(struct buf *b)
{
	*b = (struct buf)BUF_INIT;
}

void buf_release(struct buf *b)
{
	if (b->cap > 0)
		free(b->data);
	buf_init(b);
}

void buf_reset(struct buf *b)
{
	b->len = 0;
	if (b->cap > 0)
		b->data[0] = '\0';
}

void buf_reserve(struct buf *b, size_t more)
{
	size_t need = mem_sum(mem_sum(b->len, more), 1);
	size_t cap = b->cap < 32 ? 32 : b->cap + b->cap / 2;

	if (need <= b->cap)
		return;
	if (cap < need)
		cap = need;
	b->data = mem_grow(b->cap > 0 ? b->data : NULL, cap, 1);
	b->data[b->len] = '\0';
	b->cap = cap;
}

void buf_add(struct buf *b, const void *p, size_t len)
{
	if (len == 0)
		return;
	buf_reserve(b, len);
	memcpy(b->data + b->len, p, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_addc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_add_utf8(struct buf *b, uint32_t cp)
{
	char c[4];
	size_t n = 0;

	if (cp < 0x80) {
		c[n++] = (char)cp;
	} else if (cp < 0x800) {
		c[n++] = (char)(0xc0 | cp >> 6);
	} else if (cp < 0x10000) {
		c[n++] = (char)(0xe0 | cp >> 12);
		c[n++] = (char)(0x80 | (cp >> 6 & 0x3f));
	} else {
		c[n++] = (char)(0xf0 | (cp >> 18 & 0x07));
		c[n++] = (char)(0x80 | (cp >> 12 & 0x3f));
		c[n++] = (char)(0x80 | (cp >> 6 & 0x3f));
	}
	if (cp >= 0x80)
		c[n++] = (char)(0x80 | (cp & 0x3f));
	buf_add(b, c, n);
}

void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		buf_reserve(b, (size_t)n);
		vsnprintf(b->data + b->len, (size_t)n + 1, fmt, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

char *buf_detach(struct buf *b)
{
	char *s = b->cap > 0 ? b->data : mem_strdup("");

	buf_init(b);
	return s;
}
