/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A short text as a document, as a codebook's tests have it (CODEBOOK 6.16):
 * one informant's body text, or a dialogue in lines `T: ...` (interviewer) and
 * `J: ...` (informant).  An empty line parts paragraphs.
 */
#ifndef TEMA_CODER_DIALOGUE_H
#define TEMA_CODER_DIALOGUE_H

#include <stdbool.h>

#include "base/err.h"
#include "corpus/document.h"

/* Is there nothing but white space?  Then it makes no document. */
bool dialogue_is_empty(const char *text);
enum rc dialogue_document(const char *text, struct document **out, struct err *e);

#endif
