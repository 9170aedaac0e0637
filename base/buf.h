/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A growing byte buffer.  data[len] is always NUL (also in an empty one), so
 * data can be used as a string when it holds no NUL of its own.  BUF_INIT is
 * empty and owns nothing.
 *
 * Buffers that hold input are read through functions that take a maximum
 * (file_read, zip_read); a buf itself grows without limit but for memory.
 */
#ifndef TEMA_BASE_BUF_H
#define TEMA_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char *data; /* never NULL; points to a shared empty string while cap is 0 */
	size_t len;
	size_t cap;
};

extern char buf_empty[1];
#define BUF_INIT                                                                                   \
	{                                                                                          \
		buf_empty, 0, 0                                                                    \
	}

void buf_init(struct buf *b);
void buf_release(struct buf *b); /* leaves an empty buffer */
void buf_reset(struct buf *b);	 /* length 0, keeps the memory */
void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, const void *p, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_add_utf8(struct buf *b, uint32_t cp); /* one code point, UTF-8 encoded */
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap);
/* The bytes as a heap string that the caller frees; the buffer is empty afterwards. */
char *buf_detach(struct buf *b);

#endif
