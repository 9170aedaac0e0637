/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document without what is erased: turns are cut out with their labels, mentions of the name give
 * way to another word, and spans of the old text are placed in the new one.  The edits are known,
 * so nothing is compared.
 */
#ifndef TEMA_PROJECT_ERASE_TEXT_H
#define TEMA_PROJECT_ERASE_TEXT_H

#include "project/erase_names.h"

/* [start,end) goes; a cut leaves nothing, else the word given takes its place. */
struct erase_edit {
	uint32_t start, end;
	bool cut;
};
VEC_TYPE(erase_edits, struct erase_edit);

/* The turns of these labels (gone[number]): one cut each, from the end of what stands in front of
 * it. *turns and *words (may be NULL) are counted. */
void erase_text_cuts(const struct document *doc, const bool *gone, struct erase_edits *out,
	unsigned *turns, uint64_t *words);
/* Mentions of the names outside of the cuts, added in order. */
void erase_text_mentions(const struct document *doc, const struct erase_names *names,
	struct erase_edits *edits, uint64_t *mentions);

uint64_t erase_text_words(const struct document *doc, const struct turn *t);

/* The text with the edits done. */
void erase_text_apply(const char *text, size_t len, const struct erase_edits *edits,
	const char *word, struct buf *out);
/* The same for a text of its own: mentions give way to the word, quotations to "[…]". */
struct erase_words;
bool erase_text_scrub(enum redact_kind kind, const char *text, size_t len,
	const struct erase_names *names, const struct erase_words *words, const char *word,
	struct buf *out);

/* The document with the edits done; labels[old number] = new one or -1.  *out is NULL when no
 * paragraph is left.  The caller frees it. */
enum rc erase_text_rebuild(const struct document *doc, const bool *gone,
	const struct erase_names *names, const struct erase_edits *edits, const char *word,
	int32_t *labels, struct document **out, struct err *e);

enum erase_fate { ERASE_SAME, ERASE_CHANGED, ERASE_GONE };
/* Where a span of the old text is in the new one. */
enum erase_fate erase_text_place(const struct document *doc, const struct erase_edits *edits,
	size_t word_len, struct span at, struct span *to);

#endif
