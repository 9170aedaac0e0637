/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 text.  Functions that take text "known good" rely on utf8_valid();
 * everything behind corpus/normalise.h may.  All offsets are bytes.
 */
#ifndef TEMA_BASE_UTF8_H
#define TEMA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define UTF8_BAD UINT32_MAX

/* Decode one code point at p < end.  *cp = UTF8_BAD for a bad byte (then 1 is returned);
 * otherwise the number of bytes.  Overlong forms, surrogates and > U+10FFFF are bad. */
static inline size_t utf8_next(const char *p, const char *end, uint32_t *cp);
/* How many bytes from p on are ASCII. */
size_t utf8_ascii(const char *p, size_t len);
/* The code point that ends at p > start in known good text; returns its first byte. */
const char *utf8_prev(const char *start, const char *p, uint32_t *cp);
/* *bad (may be NULL): offset of the first bad byte. */
bool utf8_valid(const char *p, size_t len, size_t *bad);
size_t utf8_count(const char *p, size_t len); /* code points in known good text */
/* Byte offset of the N-th code point (0-based); len if there are fewer. */
size_t utf8_offset(const char *p, size_t len, size_t n);
size_t utf8_cut(const char *p, size_t len, size_t max); /* largest border <= max */

/* Full case folding and NFC of known good text, appended to out (utf8proc). ASCII is fast. */
void utf8_fold(const char *p, size_t len, struct buf *out);
void utf8_nfc(const char *p, size_t len, struct buf *out);
bool utf8_is_nfc_quick(const char *p, size_t len); /* true: certainly NFC */

bool utf8_is_letter(uint32_t cp);  /* general category L* */
bool utf8_is_mark(uint32_t cp);	   /* M* */
bool utf8_is_digit(uint32_t cp);   /* Nd */
bool utf8_is_upper(uint32_t cp);   /* Lu, Lt */
bool utf8_is_lower(uint32_t cp);   /* Ll */
bool utf8_is_space(uint32_t cp);   /* white space, NBSP among it */
bool utf8_is_control(uint32_t cp); /* C0, DEL, C1 */
bool utf8_is_bidi(uint32_t cp);	   /* bidirectional formatting controls */
int utf8_width(uint32_t cp);	   /* terminal cells: 0, 1 or 2 */
size_t utf8_cells(const char *p, size_t len);
size_t utf8_fit(const char *p, size_t len, size_t cells); /* bytes that fit into so many cells */

/* Text for a terminal or an error message: control characters but \n \t and bidirectional
 * controls are left out, so that no file can send escape sequences. */
void utf8_clean(const char *p, size_t len, struct buf *out);

size_t utf8_next_wide(const char *p, const char *end, uint32_t *cp); /* *p is not ASCII */

static inline size_t utf8_next(const char *p, const char *end, uint32_t *cp)
{
	if ((unsigned char)*p >= 0x80)
		return utf8_next_wide(p, end, cp);
	*cp = (unsigned char)*p;
	return 1;
}

#endif
