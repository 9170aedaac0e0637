/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing, the one exception to "nothing is ever lost" (STORE.md 6): what project/erase.c decided
 * is written here.
 *
 * Within one op: erasure_begin() adds the `erasure` row, which is open, so that contents may be
 * blanked; then new revisions (erasure_revise), what ends (erasure_end_*), and erasure_replace(),
 * which gives living rows their new contents and blanks the old ones.  After store_commit(),
 * erasure_finish() rebuilds the file (VACUUM), so that no free page or gap holds anything, and only
 * then closes the rows: an erasure that is still open was interrupted, and erasure_finish() at any
 * later time completes it.
 *
 * Marks stay: the chain of ops still verifies.
 */
#ifndef TEMA_STORE_ERASURE_H
#define TEMA_STORE_ERASURE_H

#include "base/vec.h"
#include "corpus/document.h"
#include "store/store.h"

#define ERASURE_COMMAND "erase" /* of its op; undo.c knows it */

VEC_TYPE(erasure_ids, int64_t);

/* --- what there is --- */

/* Every revision whose text is still there, in order of document, number. */
struct erasure_revision {
	int64_t id, document;
	bool current; /* the one that stands, of a document that stands (maybe hidden) */
	bool document_stands;
};
VEC_TYPE(erasure_revisions, struct erasure_revision);
enum rc erasure_revisions(struct store *s, struct erasure_revisions *out, struct err *e);
/* As imported, without what is declared in the project. */
enum rc erasure_revision_load(
	struct store *s, int64_t revision, struct document **out, struct err *e);

/* The speaker and those who were merged into it. */
enum rc erasure_speakers(struct store *s, int64_t speaker, struct erasure_ids *out, struct err *e);
/* "" = none; the caller frees it. */
enum rc erasure_code(struct store *s, int64_t speaker, char **out, struct err *e);
/* Where one of them appears or appeared, hidden documents and undone imports among them. */
enum rc erasure_documents(struct store *s, int64_t speaker, struct erasure_ids *out, struct err *e);
/* Who appears in a document now, one item for each label: speaker by number of the label. */
struct erasure_label {
	uint32_t n;
	int64_t speaker;
};
VEC_TYPE(erasure_labels, struct erasure_label);
enum rc erasure_labels(
	struct store *s, int64_t document, struct erasure_labels *out, struct err *e);
/* Speakers of this document who are in no other. */
enum rc erasure_only_here(
	struct store *s, int64_t document, struct erasure_ids *out, struct err *e);

/* Contents (ids) that are still there, of one thing. */
enum erasure_of {
	ERASURE_OF_SPEAKER,  /* names, labels, variables */
	ERASURE_OF_DOCUMENT, /* all: titles, places, revisions, labels, variables, what was said */
	ERASURE_OF_SEGMENT,  /* notes, words of evidence, memos */
	ERASURE_OF_REVISION, /* text, shape, original, options */
	ERASURE_OF_PEOPLE,   /* names and labels of everybody who appears now; id 0 */
};
enum rc erasure_contents_of(
	struct store *s, enum erasure_of of, int64_t id, struct erasure_ids *out, struct err *e);

/* Every content but the texts and shapes of revisions, while it is there, by id.  The body is valid
 * during the call. */
struct erasure_content {
	int64_t id;
	const char *kind; /* coder detail setting title place original options label name value
			     note memo words ... */
	const char *body;
	size_t len;
};
typedef enum rc erasure_content_fn(const struct erasure_content *c, void *arg, struct err *e);
enum rc erasure_contents(struct store *s, erasure_content_fn *fn, void *arg, struct err *e);

/* Every text that stands outside of contents and can never be blanked: table, column, text. */
typedef enum rc erasure_fixed_fn(
	const char *table, const char *column, const char *text, void *arg, struct err *e);
enum rc erasure_fixed(struct store *s, erasure_fixed_fn *fn, void *arg, struct err *e);

/* Every judgement in a document, also ended ones; and the evidence. */
struct erasure_judgement {
	int64_t id, segment, coder;
	const char *coder_name;
	bool lives;
};
typedef enum rc erasure_judgement_fn(const struct erasure_judgement *j, void *arg, struct err *e);
enum rc erasure_judgements(
	struct store *s, int64_t document, erasure_judgement_fn *fn, void *arg, struct err *e);
struct erasure_evidence {
	int64_t words_c, revision;
	const struct span *spans;
	size_t nspans;
};
typedef enum rc erasure_evidence_fn(const struct erasure_evidence *v, void *arg, struct err *e);
enum rc erasure_evidence(
	struct store *s, int64_t document, erasure_evidence_fn *fn, void *arg, struct err *e);
/* Every place that a segment of the document ever had: living and ended anchors of all revisions.
 */
struct erasure_place {
	int64_t segment, revision;
	struct span at;
};
VEC_TYPE(erasure_places, struct erasure_place);
enum rc erasure_places(
	struct store *s, int64_t document, struct erasure_places *out, struct err *e);
/* Suggestions kept for a document, all revisions. */
enum rc erasure_suggestions(struct store *s, int64_t document, uint64_t *n, struct err *e);

/* --- writing, inside an op --- */

enum erasure_target { ERASURE_SPEAKER, ERASURE_DOCUMENT };
enum rc erasure_begin(struct store *s, enum erasure_target t, int64_t id, const char *reason,
	const char *lost, struct err *e);

/* The revision that stands is followed by this one, which was read from the same file; those before
 * it end and their caches go.  labels[old number] is the new number or -1: those appearances end.
 */
enum rc erasure_revise(struct store *s, int64_t document, const struct document *doc,
	const int32_t *labels, size_t nlabels, const char *options, int64_t *revision,
	struct err *e);
/* Options that shaped the revision that stands; the caller frees it. */
enum rc erasure_options(struct store *s, int64_t document, char **out, struct err *e);
/* What was said about a segment ends: judgements, readings, notes. */
enum rc erasure_end_segment(struct store *s, int64_t segment, struct err *e);
/* All rows of a document end; it is in no list any more. */
enum rc erasure_end_document(struct store *s, int64_t document, struct err *e);
/* The speaker's row stays without a name (keep_code false: and without its code), the variables
 * end. */
enum rc erasure_end_speaker(struct store *s, int64_t speaker, bool keep_code, struct err *e);

/* One content that goes; text NULL: nothing takes its place. */
struct erasure_change {
	int64_t content;
	const char *text;
	size_t len;
};
/* Living rows with these contents end and come again with the new ones (a judgement with its coder
 * and evidence), or end where a content is needed and none is given; then the contents are blanked.
 * Sorts the list. */
enum rc erasure_replace(struct store *s, struct erasure_change *list, size_t n, struct err *e);

/* --- outside of an op --- */

/* How many contents are blank, and how many erasures were not finished. */
enum rc erasure_count(struct store *s, uint64_t *blank, uint64_t *open, struct err *e);
/* RC_PROJECT when the file's disk has no room to rebuild it. */
enum rc erasure_room(struct store *s, struct err *e);
enum rc erasure_finish(struct store *s, struct err *e);

struct store_erasure {
	int64_t op, at; /* seq of the op; UTC ms */
	enum erasure_target target;
	const char *reason, *lost, *coder;
	int64_t number; /* of the document; id of the speaker */
	bool open;
};
typedef enum rc store_erasure_fn(const struct store_erasure *x, void *arg, struct err *e);
enum rc store_erasures(struct store *s, store_erasure_fn *fn, void *arg, struct err *e);
/* Names of copies that the project wrote: nothing of them can be reached. */
typedef enum rc erasure_copy_fn(const char *kind, const char *name, void *arg, struct err *e);
enum rc erasure_copies(struct store *s, erasure_copy_fn *fn, void *arg, struct err *e);
/* Whether the file is a project that the same origin made (a copy of this one). */
bool erasure_is_copy(struct store *s, const char *path);

#endif
