/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a codebook fits the texts of a project: the warnings W081 to W087
 * (CODEBOOK 9), which no codebook can tell alone.
 *
 * All texts are read one after another, then the warnings are made.  Only what
 * the codebook's own file holds is told of, not the files that it uses.  A word
 * counts where its rule reads it; words that a message shows are those of the
 * texts as people see them, with hidden names replaced.
 */
#ifndef TEMA_CODER_FIT_H
#define TEMA_CODER_FIT_H

#include "base/diag.h"
#include "base/err.h"
#include "codebooks/model.h"
#include "corpus/document.h"

struct fit;

/* The codebook must outlive it.  RC_INPUT as engine_new(). */
enum rc fit_open(struct fit **out, const struct codebook *cb, struct diags *d, struct err *e);
/* One text: rules are tried on doc; shown is the same text as people see it (or doc itself). */
enum rc fit_read(struct fit *f, const struct document *doc, const struct document *shown,
	struct diags *d, struct err *e);
/* How many words rules read, in paragraphs of kind body whose speaker is no interviewer. */
uint64_t fit_words(const struct fit *f);
/* Adds the warnings to d, in no order of places; without a word read there are none. */
void fit_tell(struct fit *f, struct diags *d);
void fit_close(struct fit *f); /* NULL is fine */

#endif
