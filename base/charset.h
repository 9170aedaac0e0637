/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text in the many encodings that files name themselves (the code page of an
 * RTF file, the charset of a web page), as UTF-8.  Windows-1252 and Latin-1
 * (read as Windows-1252, as browsers do) need no tables of the system.
 */
#ifndef TEMA_BASE_CHARSET_H
#define TEMA_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The character of a byte in Windows-1252, U+FFFD for the five that have none. */
uint32_t charset_1252(unsigned char c);

/* Windows-1252 by any of its names: "windows-1252", "ISO-8859-1", "latin1", "cp1252", "ansi". */
bool charset_is_1252(const char *name);

/* Appends len bytes to out as UTF-8; what is no character becomes U+FFFD, and *bad counts it.
 * False, and nothing is appended, when the encoding is not known here. */
bool charset_decode(const char *name, const char *p, size_t len, struct buf *out, size_t *bad);

#endif
