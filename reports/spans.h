/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joining spans that overlap, and counting words in them. */
#ifndef TEMA_REPORTS_SPANS_H
#define TEMA_REPORTS_SPANS_H

#include "corpus/document.h"
#include "reports/study.h"

/* Sorts by start and joins segments (of one code and document) that share a byte.  What holds a
 * confirmed coding is confirmed. */
void spans_unite(struct segment_list *list);

/* Where words begin in a document, in order: counting words in a span is two binary searches. */
struct word_starts {
	VEC(uint32_t) at;
};
void word_starts_init(struct word_starts *w, const char *text, size_t len);
uint32_t word_starts_between(const struct word_starts *w, uint32_t start, uint32_t end);
void word_starts_release(struct word_starts *w);

#endif
