/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an erasure will do, worked out before anything is written; for erase*.c. */
#ifndef TEMA_PROJECT_ERASE_PLAN_H
#define TEMA_PROJECT_ERASE_PLAN_H

#include "project/erase.h"
#include "project/erase_text.h"
#include "project/erase_words.h"
#include "store/anchors.h"

/* Where a segment will be. */
struct plan_place {
	int64_t segment;
	enum erase_fate fate;
	bool orphan; /* it was one before, and stays one */
	struct span to;
};

/* A document that changes. */
struct plan_document {
	int64_t id, revision;	    /* the one that stands */
	bool speaks;		    /* the person does, or did in an older revision */
	struct document *old, *now; /* now NULL: nothing is left */
	bool *gone;		    /* by label */
	int32_t *labels;
	char *options;
	struct erase_edits edits;
	VEC(struct plan_place) places; /* by segment */
	struct erasure_ids ended;      /* segments, each once, sorted */
	struct erase_document told;
};

struct plan {
	struct store *s;
	const struct erase_request *r;
	struct erase_report *report;
	struct erase_names names;
	struct erase_words words;
	struct erasure_revisions revisions;
	struct erasure_ids speakers; /* the person, or those who are only in the document */
	struct erasure_ids people;   /* contents: names and labels of all who appear, sorted */
	struct erasure_ids seen;     /* documents where the person appears or appeared, sorted */
	VEC(const char *) labels;    /* of the person, ever; in the report's arena */
	VEC(const char *) titles;    /* of documents that go wholly */
	VEC(struct plan_document) documents;
	VEC(struct erasure_change) changes;
	bool keep_code;
	uint64_t doubtful, coders_named;
	uint64_t elsewhere; /* documents that name people of the one that goes */
};

void plan_release(struct plan *p);

/* Who it is: speakers, names, labels, the word in place of the name. */
enum rc plan_person(struct plan *p, struct err *e);
/* Which documents change, and how. */
enum rc plan_documents(struct plan *p, struct err *e);
/* What becomes of what was said about a document, and of older revisions. */
enum rc plan_said(struct plan *p, struct plan_document *d, struct err *e);
/* All other contents. */
enum rc plan_contents(struct plan *p, struct err *e);
/* What stays: sentences for the report. */
enum rc plan_remains(struct plan *p, struct err *e);

/* Which labels of a revision are the person's. */
bool *plan_labels(const struct plan *p, const struct document *doc);
bool plan_has(const struct erasure_ids *list, int64_t id);
/* A content goes; text (copied) takes its place, or nothing. */
void plan_drop(struct plan *p, int64_t content);
void plan_change(struct plan *p, int64_t content, const char *text, size_t len);

#endif
