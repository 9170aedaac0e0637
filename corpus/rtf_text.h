/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For rtf_body.c only: characters of an RTF file.  Bytes are in the code page
 * of their font, or that of the file; "\u8217" is a character itself and says
 * how many bytes behind it stand for it in old programs.
 */
#ifndef TEMA_CORPUS_RTF_TEXT_H
#define TEMA_CORPUS_RTF_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

#define RTF_SYMBOLS (-1) /* the page of fonts whose bytes are pictures */

struct rtf_text {
	VEC(int) fonts;	  /* by number: their page, 0 = that of the file */
	int page;	  /* \ansicpg */
	struct buf bytes; /* not decoded yet, all of one page */
	int bytes_page;	  /* theirs */
	uint32_t high;	  /* first half of a surrogate pair, 0 = none */
	size_t bad;	  /* bytes that are no characters */
	int unknown_page; /* one that the system does not know, or 0 */
};

#define RTF_TEXT_INIT                                                                              \
	{                                                                                          \
		.page = 1252, .bytes = BUF_INIT                                                    \
	}

void rtf_text_release(struct rtf_text *t);
void rtf_text_charset(struct rtf_text *t, int font, int charset); /* \fcharset */
void rtf_text_page(struct rtf_text *t, int font, int page);	  /* \cpg */
/* The page of a font, RTF_SYMBOLS for one of pictures. */
int rtf_text_page_of(const struct rtf_text *t, int font);

/* Bytes of the text.  Appends to out what is complete: bytes of another page before, all of them
 * with rtf_text_flush(). */
void rtf_text_bytes(struct rtf_text *t, int page, const char *p, size_t len, struct buf *out);
/* \u: value as it stands there. */
void rtf_text_unicode(struct rtf_text *t, int value, struct buf *out);
void rtf_text_flush(struct rtf_text *t, struct buf *out);

#endif
