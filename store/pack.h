/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spans and hits as blobs.  Numbers are LEB128 (7 bits a byte, least first),
 * differences zigzag coded.
 *
 *	spans = count { start - start before, end - start }
 *	hits  = count { rule, counted (0 1), spans }	rule = id of a hit_rule row
 *
 * Reading checks everything: the file may be anyone's.
 */
#ifndef TEMA_STORE_PACK_H
#define TEMA_STORE_PACK_H

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/document.h"

VEC_TYPE(pack_spans, struct span);

struct pack_hit {
	int64_t rule;
	bool counted;
	size_t first, n; /* in the spans read */
};
VEC_TYPE(pack_hits, struct pack_hit);

void pack_number(uint64_t v, struct buf *out);
void pack_add_spans(const struct span *spans, size_t n, struct buf *out);

/* Appended; false: broken. */
bool pack_read_spans(const void *p, size_t len, struct pack_spans *out);
bool pack_read_hits(const void *p, size_t len, struct pack_hits *out, struct pack_spans *spans);

#endif
