/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing a participant or a document for good (STORE.md 6).
 *
 * Of a speaker go: every turn, in every document, with its label, and in all older revisions; the
 * name, labels that are names, and variables; what was said about passages that lie within these
 * turns (judgements, readings and notes end, their words are blanked); quotations of the turns and
 * mentions of the name wherever they stand (other turns, titles, places, file names, notes, the
 * log).  The documents get a new revision, in which everybody else's codings are placed exactly.
 * Of a document goes everything, and of speakers who are in no other their names and variables.
 *
 * What cannot be reached is listed: the name in codebooks, copies of the file, reports.
 */
#ifndef TEMA_PROJECT_ERASE_H
#define TEMA_PROJECT_ERASE_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/erasure.h"

struct erase_request {
	enum erasure_target target;
	int64_t id;
	const char *reason;
	const char *const *names; /* further forms of the name (a nickname) */
	size_t nnames;
	const char *lang; /* of "[nama dihapus]" */
	const char *path; /* of the project: copies beside it are looked for; NULL = not */
};

struct erase_document {
	int64_t id;
	unsigned number;
	const char *title;
	bool whole; /* nothing is left of it */
	unsigned turns;
	uint64_t words, mentions;
};
struct erase_coder {
	int64_t id;
	const char *name;
	unsigned lost, changed, kept; /* codings: gone; shorter or with a mention replaced; as they
					 are, in a document that changes */
};
struct erase_report {
	struct arena arena;
	VEC(struct erase_document) documents;
	VEC(struct erase_coder) coders;
	VEC(const char *) names;   /* that are looked for */
	VEC(const char *) remains; /* what stays in the file or needs a look; sentences */
	VEC(const char *) copies;  /* out of reach; sentences */
	uint64_t texts;		   /* contents changed besides the documents: titles, notes, log */
	uint64_t suggestions;	   /* dropped; precoding brings them back */
	const char *word;	   /* what stands in place of the name */
	const char *lost;	   /* what the project keeps: counts only */
};

/* What would go; nothing is written.  RC_USAGE: the reason is empty or holds the name. */
enum rc erase_plan(
	struct store *s, const struct erase_request *r, struct erase_report *report, struct err *e);
/* One op, then the file is rebuilt.  When it fails before, nothing was changed; RC_PROJECT that
 * says `tema erase --finish` when only the rebuilding failed. */
enum rc erase_run(struct store *s, const struct person *who, const struct erase_request *r,
	struct erase_report *report, struct err *e);
void erase_report_release(struct erase_report *r); /* a zeroed one is fine */

#endif
