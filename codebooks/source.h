/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a codebook file made ready for the lexer (CODEBOOK 2.1): UTF-8
 * checked, BOM gone, '\n' line ends, NFC.  NUL, control and bidirectional
 * characters are E001; each becomes a zero-width space, which the lexer skips,
 * so that columns hold and nothing follows from them.
 */
#ifndef TEMA_CODEBOOKS_SOURCE_H
#define TEMA_CODEBOOKS_SOURCE_H

#include "base/buf.h"
#include "codebooks/complain.h"

/* false: not UTF-8 or too long, which is reported; then out is empty.
 * Sets c's text and whether excerpts may be shown. */
bool source_prepare(const char *text, size_t len, struct buf *out, struct complain *c);

#endif
