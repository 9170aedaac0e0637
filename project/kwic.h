/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keyword in context: every place in the corpus where a search (codebooks/search.h)
 * is true, with the words around it.
 *
 * The keyword is the text from the first to the last of the words that made
 * the search true: a word, a phrase, both ends of a near pair, or (for `and`,
 * `in`, ...) the stretch between them in one sentence.  Context never leaves
 * the turn, so that no one is quoted with another's words.  What is searched is
 * the text as people see it (seen.h): a hidden name is not found either.
 */
#ifndef TEMA_PROJECT_KWIC_H
#define TEMA_PROJECT_KWIC_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "codebooks/model.h"
#include "store/documents.h"

struct kwic_row {
	unsigned document; /* number */
	const char *title, *speaker;
	uint32_t line;
	uint32_t start, end;		  /* of the keyword, code points of the document's text */
	const char *left, *match, *right; /* each on one line */
};

struct kwic_options {
	const int64_t *documents; /* only these; n 0: all that are not hidden */
	size_t ndocuments;
	int64_t speaker; /* 0 = any */
	int role;	 /* enum role, -1 = any */
	unsigned words;	 /* of context on each side */
};

struct kwic {
	struct arena arena;
	VEC(struct kwic_row) rows; /* in order of document, start, end */
	unsigned documents;	   /* searched */
	uint64_t bytes;		   /* of text searched */
};

/* Called before each document, for a progress line; may be NULL. */
typedef void kwic_progress_fn(unsigned done, unsigned all);

/* What the engine refuses (RC_INPUT) and regex limits (W090: the search gives nothing in that
 * document) are in d. *out is to be released in any case. */
enum rc kwic_find(struct store *s, const struct codebook *search, const struct kwic_options *o,
	kwic_progress_fn *progress, struct kwic *out, struct diags *d, struct err *e);
void kwic_release(struct kwic *k);

enum kwic_order { KWIC_BY_DOCUMENT, KWIC_BY_LEFT, KWIC_BY_RIGHT, KWIC_BY_KEYWORD };
/* By the words next to the keyword, nearest first, or by the keyword; case does not count.  What is
 * equal stays in the order of the documents. */
void kwic_sort(struct kwic *k, enum kwic_order order);

enum kwic_unit { KWIC_FORM, KWIC_DOCUMENT, KWIC_SPEAKER };
/* Rows that are alike in one respect. */
struct kwic_count {
	const char *text;  /* the keyword in small letters, the title, the speaker */
	unsigned document; /* KWIC_DOCUMENT: its number */
	uint32_t rows, documents;
};
VEC_TYPE(kwic_counts, struct kwic_count);
/* The most frequent first, equal ones by text; texts live in k. Rows must be in document order. */
void kwic_count(struct kwic *k, enum kwic_unit unit, struct kwic_counts *out);

/* The N words before and behind [start,end) in its turn, appended on one line each. */
void kwic_context(const struct document *doc, uint32_t start, uint32_t end, unsigned words,
	struct buf *left, struct buf *right);

#endif
