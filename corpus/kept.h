/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which stretches of an old text stand again in a new one.
 *
 * Two ways find them: kept_by_diff() compares two texts word by word (a corrected transcript),
 * kept_by_cutting() knows the edits exactly (text taken out).  kept_place() then says where a span
 * of the old text is in the new one.
 *
 * The diff: words that stand once on each side in the same neighbours (runs of 16, then 5 words)
 * are anchors; the longest series of them that has the same order on both sides stands in place.
 * What is left over and stands elsewhere as a run of at least KEPT_MOVED_WORDS words, once on each
 * side, has moved.  What lies between is compared word by word (Myers), with a bound on the work:
 * time and memory grow with the length of the texts, never with its square.  White space between
 * the words does not count.
 */
#ifndef TEMA_CORPUS_KEPT_H
#define TEMA_CORPUS_KEPT_H

#include "corpus/document.h"

/* Shorter runs of words are not recognised when they stand elsewhere, unless they are a whole line
 * (a label in front of it may differ). */
#define KEPT_MOVED_WORDS 5
#define KEPT_MOVED_LINE 3

/* The bytes [from, from+len) of the old text are the bytes [to, to+len) of the new one. */
struct kept {
	uint32_t from, to, len;
	bool moved; /* stands in another order than the rest */
};
/* Disjoint on both sides, in order of `from`; those that did not move ascend in `to`, too. */
VEC_TYPE(kept_list, struct kept);

/* Two texts of at most DOCUMENT_MAX bytes, valid UTF-8.  Appends to an empty list.  The stretches
 * begin and end with words, but for whole lines at the ends of the texts. */
void kept_by_diff(
	const char *old, size_t old_len, const char *now, size_t now_len, struct kept_list *out);

/* [start,end) of the old text is replaced by `put` bytes; in order, disjoint, within the text. */
struct kept_cut {
	uint32_t start, end, put;
};
void kept_by_cutting(
	uint32_t old_len, const struct kept_cut *cuts, size_t n, struct kept_list *out);

/* What became of a span. */
enum kept_fate {
	KEPT_EXACT,   /* the same words, in their place (earlier text may have grown) */
	KEPT_MOVED,   /* the same words, elsewhere */
	KEPT_CHANGED, /* at least half of its words are left, in order and together */
	KEPT_LOST,    /* less is left */
};
struct kept_where {
	enum kept_fate fate;
	struct span to; /* in the new text; empty when lost */
	bool grown;	/* words are in it that were not in the old span */
};
/* The span runs from its first to its last kept word (the largest group of stretches that lie
 * together); a changed word at a border is taken in, never a whole paragraph.  old and now are the
 * texts of the list. */
struct kept_where kept_place(const struct kept_list *list, const char *old, const char *now,
	size_t now_len, struct span span);

#endif
