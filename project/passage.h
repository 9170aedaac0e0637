/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The review queue: passages with open suggestions, one at a time.
 *
 * A passage is the largest unit (at least the sentence) that holds the open suggestions of one
 * place; all of its suggestions are shown together.  The queue is computed per document from what
 * is stored, so review resumes where it stopped by itself: what is decided is not open any more.
 */
#ifndef TEMA_PROJECT_PASSAGE_H
#define TEMA_PROJECT_PASSAGE_H

#include "base/arena.h"
#include "base/vec.h"
#include "corpus/document.h"
#include "project/copy.h"
#include "store/judgements.h"

struct passage {
	int64_t document;
	unsigned number;
	const char *title;
	uint32_t start, end;	  /* bytes of the passage in the shown text */
	struct span stored;	  /* the same in the stored text: where decisions belong */
	VEC(struct span) matches; /* matched words, in the shown text */
	VEC(struct store_suggestion)
	suggestions; /* deep copies, hits and spans included, with places of the stored text;
			decided ones too when they touch it */
	struct arena arena;
};

struct review;
/* filter: which suggestions make passages; its coder is set from WHO (who may be new to the
 * project, and becomes known with the first decision). */
enum rc review_open(struct store *s, const struct person *who, const struct suggestion_filter *f,
	struct review **out, struct err *e);
void review_close(struct review *r);
size_t review_count(const struct review *r); /* passages at opening */
/* The passage at index i, fresh from the store (states as they are now); valid until the next call.
 * doc: as it is shown (seen.h). */
enum rc review_passage(struct review *r, size_t i, const struct passage **out,
	const struct document **doc, struct err *e);

#endif
