/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precoding: run codebooks over all documents and store what they suggest. */
#ifndef TEMA_PROJECT_PRECODE_H
#define TEMA_PROJECT_PRECODE_H

#include "base/diag.h"
#include "codebooks/model.h"
#include "store/suggestions.h"

struct precode_result {
	struct store_change_count count;
	unsigned documents;
	unsigned unsure_labels; /* speakers whose role is unsure: their figures may change */
	unsigned
		interviewer_heavy; /* documents in which interviewers hold over 60 % of the words */
	bool nothing_new;
};

/* Called after each document, for a progress line; may be NULL. */
typedef void precode_progress_fn(unsigned done, unsigned all, void *arg);

/* Puts the codebooks' versions into the project, runs them and replaces these codebooks'
 * suggestions; n 0: all active file codebooks again.  One transaction.  Diags hold engine refusals
 * (RC_INPUT, nothing written) and warnings. dry_run: counts only. */
enum rc precode_run(struct store *s, const struct person *who, const struct codebook *const *books,
	size_t n, bool dry_run, precode_progress_fn *progress, void *arg,
	struct precode_result *result, struct diags *d, struct err *e);

/* Inside an open op: the active file codebooks again over one document, whose text is new.
 * result->documents is 0 when the project has none. */
enum rc precode_document(struct store *s, int64_t document, struct precode_result *result,
	struct diags *d, struct err *e);

#endif
