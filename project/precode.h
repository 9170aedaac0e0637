/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precoding: run codebooks over all documents and store what they suggest. */
#ifndef TEMA_PROJECT_PRECODE_H
#define TEMA_PROJECT_PRECODE_H

#include "base/diag.h"
#include "codebooks/model.h"
#include "store/codebooks.h"
#include "project/precode_books.h"
#include "store/suggestions.h"

struct precode_result {
	struct store_change_count count;
	unsigned documents;
	unsigned unsure_labels; /* speakers whose role is unsure: their figures may change */
	unsigned
		interviewer_heavy; /* documents in which interviewers hold over 60 % of the words */
	bool nothing_new;
	struct store_lost lost; /* codes with decisions that are gone: why it stopped, or retired */
	struct precode_alongs along; /* codebooks that were not named and have a part in it */
};
void precode_result_release(struct precode_result *r); /* a zeroed one is fine */

enum precode_flag {
	PRECODE_DRY_RUN = 1, /* counts only */
	PRECODE_RETIRE = 2, /* codes with decisions that are gone from a codebook stay as retired */
};

/* Called after each document, for a progress line; may be NULL. */
typedef void precode_progress_fn(unsigned done, unsigned all, void *arg);

struct precode_what {
	const struct codebook *const *books; /* n 0: all active file codebooks again */
	size_t n;
	const char *const *without; /* codebooks that the project runs no more */
	size_t nwithout;
	unsigned flags; /* of enum precode_flag */
};
/* Puts the codebooks' versions into the project, runs them, with those that share codes with them
 * (precode_books.h), and replaces the suggestions of their codes.  One transaction.  Diags hold
 * engine refusals (RC_INPUT, nothing written) and warnings.  RC_INPUT too when codes with decisions
 * would be gone.  The caller releases the result. */
enum rc precode_run(struct store *s, const struct person *who, const struct precode_what *what,
	precode_progress_fn *progress, void *arg, struct precode_result *result, struct diags *d,
	struct err *e);

/* Inside an open op: the active file codebooks again over one document, whose text is new.
 * result->documents is 0 when the project has none. */
enum rc precode_document(struct store *s, int64_t document, struct precode_result *result,
	struct diags *d, struct err *e);

#endif
