/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From bytes to text, once (DESIGN 5): BOM, UTF-8, UTF-16 LE/BE with and
 * without BOM, Windows-1252 as a fallback with a remark; CRLF and CR become
 * '\n'; NFC; control characters but '\n' '\t' are removed with a remark.
 *
 * Remarks: R001 UTF-16 without a mark, R002 read as Windows-1252, R003 (warning)
 * damaged characters replaced by U+FFFD.
 */
#ifndef TEMA_CORPUS_NORMALISE_H
#define TEMA_CORPUS_NORMALISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"

/* Decode to UTF-8 with '\n' line ends (not yet NFC).  RC_INPUT: empty, binary (says what it looks
 * like: PDF, zip, image, audio, OLE2 .doc ...).  What was done is a remark in d (R001 ...). */
enum rc normalise_decode(
	const char *p, size_t len, struct buf *out, struct diags *d, struct err *e);

/* What the first bytes say a file is when it is no text ("a PDF file"), with what to do; NULL: may
 * be text.  *advice is a clause ("save it as .docx or .txt"). */
const char *normalise_magic(const char *p, size_t len, const char **advice);

/* Append p as NFC without control characters (and without U+FEFF); line ends as above, also for
 * form feed, vertical tab, NEL, U+2028, U+2029.  Adds the number of removed characters to *controls
 * and sets *changed when NFC changed something. */
void normalise_text(const char *p, size_t len, struct buf *out, uint32_t *controls, bool *changed);

#endif
