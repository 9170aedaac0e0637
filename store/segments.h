/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Segments: spans of a document that something was said about, and their anchors in its revisions.
 */
#ifndef TEMA_STORE_SEGMENTS_H
#define TEMA_STORE_SEGMENTS_H

#include "base/buf.h"
#include "corpus/document.h"
#include "store/fact.h"

/* The segment at these bytes of the newest revision, made when needed.  RC_INPUT: no such span in
 * the text. */
enum rc segment_take(struct store *s, int64_t document, uint32_t start, uint32_t end, int64_t *id,
	struct err *e);
/* *id = 0 if there is none. */
enum rc segment_find(struct store *s, int64_t document, uint32_t start, uint32_t end, int64_t *id,
	struct err *e);
/* Text of spans of the newest revision, parted by " … ", with line breaks as spaces. */
enum rc segment_words(struct store *s, int64_t document, const struct span *spans, size_t n,
	struct buf *out, struct err *e);

struct segment_text;
void segment_text_free(struct segment_text *t);

#endif
