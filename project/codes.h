/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a project makes of its codes (STORE.md 7): other labels, places and colours, codes that are
 * merged or retired, and codes of its own.  Codebook files stay as they are; what is said here
 * survives new versions of them.
 */
#ifndef TEMA_PROJECT_CODES_H
#define TEMA_PROJECT_CODES_H

#include "base/arena.h"
#include "base/vec.h"
#include "store/codebooks.h"

enum codes_what {
	CODES_ADD,    /* key, text (label or NULL), definition, color, to */
	CODES_RENAME, /* text, lang */
	CODES_MOVE,   /* to; 0 = top */
	CODES_COLOR,  /* text: "#2b5c8a" */
	CODES_DEFINE, /* text; only codes of the project's own */
	CODES_RESET,  /* label, place and colour as the codebook has them */
	CODES_MERGE,  /* to */
	CODES_RETIRE,
	CODES_RESTORE, /* neither merged nor retired any more */
};

struct codes_edit {
	enum codes_what what;
	const int64_t *codes; /* of all but CODES_ADD */
	size_t n;
	int64_t to;
	const char *text, *lang;
	const char *key, *definition, *color; /* CODES_ADD; NULL = none */
};

struct codes_report {
	struct arena arena;
	VEC(const char *) lines; /* what was done, for people; none: nothing changed */
};

/* One op, or with dry_run none.  RC_USAGE, RC_INPUT: it cannot be, and why; nothing is written.
 * The caller releases the report. */
enum rc codes_edit(struct store *s, const struct person *who, const struct codes_edit *x,
	bool dry_run, struct codes_report *report, struct err *e);
void codes_report_release(struct codes_report *r);

/* The project's own codes as the text of a codebook NAME, each with `was project.KEY`, so that what
 * was decided is carried over.  RC_USAGE: no such name; RC_NOTFOUND: there are none. */
enum rc codes_export(struct store *s, const char *name, const char *lang, struct buf *out,
	size_t *n, struct err *e);

/* ---- all codes, with what was said of them (codes_tally.c) ---- */

struct codes_row {
	struct store_code code;
	const char *into, *parent; /* full keys; "" = none */
	uint64_t confirmed, rejected,
		unsure; /* standing decisions of all coders, placed in the text */
	uint64_t open;	/* suggestions that the coder has not answered */
};
struct codes_tally {
	struct arena arena;
	VEC(struct codes_row) rows; /* in the order of store_codes_all() */
};
enum rc codes_tally(struct store *s, int64_t coder, struct codes_tally *out, struct err *e);
void codes_tally_release(struct codes_tally *t);
/* NULL: there is no such code. */
const struct codes_row *codes_row_of(const struct codes_tally *t, int64_t code);

#endif
