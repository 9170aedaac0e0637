/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word in matching form, folded and exact, with its hyphen parts: what
 * patterns are compared with.  "MoU-nya" has the parts "mou" and "nya".
 */
#ifndef TEMA_CODER_FORM_H
#define TEMA_CODER_FORM_H

#include "base/buf.h"
#include "corpus/document.h"

#define FORM_PARTS 8 /* the last one holds the rest of a longer word */

enum { FORM_FOLDED, FORM_EXACT };

struct form {
	struct buf text[2]; /* FORM_FOLDED, FORM_EXACT */
	struct span part[2][FORM_PARTS];
	size_t nparts; /* 1 for a word without a hyphen */
};

void form_init(struct form *f);
void form_release(struct form *f);
void form_set(struct form *f, const char *raw, size_t len);
/* The parts FROM..TO with the hyphens between them. */
const char *form_run(const struct form *f, int which, size_t from, size_t to, size_t *len);
bool form_starts(const struct form *f, const char *prefix); /* the folded form */

#endif
