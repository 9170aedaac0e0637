/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people said about a document, placed in its new revision.
 *
 * Called inside an op, behind store_document_revise().  Every segment with a living anchor in the
 * old revision gets one in the new revision: exact, moved, changed or orphaned, as kept_place()
 * says; the old anchors stay as they are, so undoing the op brings the old state back.  An orphan
 * is looked for again, by a diff of the revision in which it was placed last.  A passage that
 * was read in full and has new words in it counts as unread: its readings end.
 */
#ifndef TEMA_PROJECT_REANCHOR_H
#define TEMA_PROJECT_REANCHOR_H

#include "base/arena.h"
#include "corpus/kept.h"
#include "store/anchors.h"
#include "store/judgements.h"

struct reanchored_coding {
	const char *id; /* as it is now */
	int64_t code;
	const char *coder;
	enum verdict verdict;
};

/* One segment that living codings, notes, readings or samples are on. */
struct reanchored {
	int64_t segment;
	enum anchor_state state, before;
	struct span from, to; /* in the text it was placed in last, and the new one; to is empty
				 for an orphan, from when its text was erased */
	struct reanchored_coding *codings;
	size_t ncodings; /* living verdicts (confirm, reject, unsure) */
	uint32_t memos, readings, samples;
	const char *old_words, *new_words; /* line breaks as spaces; "" = none */
	size_t old_line, new_line;	   /* 0 = none */
};
struct reanchor_report {
	struct arena arena;		  /* texts */
	VEC(struct reanchored) list;	  /* in order of `from` */
	uint32_t segments[4], codings[4]; /* by enum anchor_state */
	uint32_t reread;		  /* passages whose readings ended */
};
void reanchor_report_release(struct reanchor_report *r); /* a zeroed one is fine */

/* report may be NULL.  The kept list is sorted as kept.h says; from and to are revisions of the
 * document, the text of both still there. */
enum rc reanchor(struct store *s, int64_t document, int64_t from, int64_t to,
	const struct kept_list *kept, struct reanchor_report *report, struct err *e);

/* For orphans.c: the codings of a list of segments of one document, in order of segment; the words
 * of a span with line breaks as spaces, names hidden. */
enum rc reanchored_codings(struct store *s, int64_t document, struct reanchored *list, size_t n,
	struct arena *arena, struct err *e);
const char *reanchored_words(
	struct store *s, const char *text, struct span span, struct arena *arena);

#endif
