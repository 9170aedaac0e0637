/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Character references of HTML as they occur in Markdown and WebVTT:
 * "&amp;", "&nbsp;", "&#8217;", "&#x2019;".  Only the names that transcripts
 * use are known; everything else stays as it stands.
 */
#ifndef TEMA_CORPUS_ENTITIES_H
#define TEMA_CORPUS_ENTITIES_H

#include <stddef.h>

#include "base/buf.h"

/* p points to '&', p < end.  Appends the character to out and returns the bytes used, or
 * returns 0 and appends nothing when no known reference (with its ';') stands here. */
size_t entity_decode(const char *p, const char *end, struct buf *out);

#endif
