/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where segments stand in a revision: the anchors, for those who place them anew (reanchor, erase,
 * place). */
#ifndef TEMA_STORE_ANCHORS_H
#define TEMA_STORE_ANCHORS_H

#include "base/vec.h"
#include "corpus/document.h"
#include "store/store.h"

enum anchor_state { ANCHOR_EXACT, ANCHOR_MOVED, ANCHOR_CHANGED, ANCHOR_ORPHANED };
extern const char *const anchor_state_names[];

struct store_anchor {
	int64_t row, segment;
	struct uid uid;	     /* of the segment */
	uint32_t start, end; /* of an orphan: where the segment was placed last */
	enum anchor_state state;
	int64_t op;	       /* that bore it */
	uint32_t memos;	       /* living notes on the segment */
	uint32_t readings;     /* living */
	uint32_t samples;      /* drawn samples that hold it */
	int64_t last_revision; /* in which it was placed last; this one unless orphaned */
};
VEC_TYPE(store_anchor_list, struct store_anchor);

/* Every living anchor of a revision, in order of segment. */
enum rc store_anchors(
	struct store *s, int64_t revision, struct store_anchor_list *out, struct err *e);
/* The living anchor of a segment in a revision; row 0 if there is none. */
enum rc store_anchor_of(struct store *s, int64_t segment, int64_t revision,
	struct store_anchor *out, struct err *e);
/* All anchors that a segment ever had, living or not, as they came: how it got where it is. */
struct store_anchor_step {
	struct span at; /* empty for an orphan */
	enum anchor_state state;
	int64_t revision, op_at;
	uint32_t number; /* of the revision */
	int64_t op;	 /* seq */
	const char *command, *coder;
	bool ended;
};
typedef enum rc store_anchor_step_fn(
	const struct store_anchor_step *step, void *arg, struct err *e);
enum rc store_anchor_steps(
	struct store *s, int64_t segment, store_anchor_step_fn *fn, void *arg, struct err *e);
/* A new anchor of a segment in a revision where it has no living one; ORPHANED has no place. */
enum rc store_anchor_add(struct store *s, int64_t segment, int64_t revision, struct span at,
	enum anchor_state state, struct err *e);
enum rc store_anchor_end(struct store *s, int64_t row, struct err *e);
/* The passage has to be read again: ends every coder's reading of the segment. */
enum rc store_reading_end(struct store *s, int64_t segment, struct err *e);

/* The text of any revision, also one that stands no more.  RC_PROJECT: erased or damaged.  The
 * caller frees *text. */
enum rc store_revision_text(
	struct store *s, int64_t revision, char **text, size_t *len, struct err *e);
/* The revision of a document that stands now, its number (1, 2, ...) and the hash of the bytes it
 * was read from. */
enum rc store_revision_now(struct store *s, int64_t document, int64_t *revision, uint32_t *n,
	uint8_t original[32], struct err *e);

#endif
