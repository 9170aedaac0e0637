/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding on suggestions one by one or in bulk, coding by hand, and saying why. */
#ifndef TEMA_PROJECT_DECIDE_H
#define TEMA_PROJECT_DECIDE_H

#include "store/judgements.h"

/* Confirm, reject or mark unsure every suggestion that passes one of the filters; one op. *n: how
 * many were decided. */
enum rc decide_bulk(struct store *s, const struct person *who, const struct suggestion_filter *f,
	size_t nf, enum verdict verdict, const char *note, uint64_t *n, struct err *e);
/* One suggestion, as review does; one op of its own, on disk when it returns. */
enum rc decide_one(struct store *s, const struct person *who, const struct store_suggestion *g,
	enum verdict verdict, const char *note, struct err *e);
/* Several suggestions of one passage, as review does with `y` and `n`: one op; the passage (read,
 * may be NULL) is marked as read in full when all of its suggestions are answered by it. */
enum rc decide_list(struct store *s, const struct person *who, const struct store_suggestion *list,
	size_t n, enum verdict verdict, int64_t document, const struct span *read, struct err *e);
/* Take a verdict of this coder back. */
enum rc decide_withdraw(
	struct store *s, const struct person *who, const struct store_suggestion *g, struct err *e);

/* `tema code DOC START-END|"quote" CODE`: code points of the text as it is shown (seen.h), or a
 * quotation found in the shown or the stored text (white space and quotation marks compared
 * loosely).  RC_INPUT: not found, or found more
 * than once (the places are listed). */
enum rc decide_span(
	struct store *s, int64_t document, const char *typed, struct span *out, struct err *e);
/* The code of a coding by hand: one that is there, or a new one of the project's own. */
struct code_choice {
	int64_t id;			/* 0 = new; set when it was made */
	const char *key;		/* of a new one, and what is shown of it */
	const char *label, *definition; /* NULL = none */
	int64_t parent;			/* 0 = top */
};
/* One op. *id8: the coding's id as typed by people, 8 hex digits. */
enum rc decide_code(struct store *s, const struct person *who, int64_t document, struct span span,
	struct code_choice *code, const char *note, char id8[9], struct err *e);

#endif
