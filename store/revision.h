/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a document: each import of it is a revision. */
#ifndef TEMA_STORE_REVISION_H
#define TEMA_STORE_REVISION_H

#include "store/documents.h"
#include "store/fact.h"

/* The revision that stands; 0 if the document has none. */
enum rc revision_now(struct store *s, int64_t document, int64_t *revision, struct err *e);
/* The next revision of a document, with its units. */
enum rc revision_add(struct store *s, int64_t document, const struct document *doc,
	const struct store_import *how, int64_t *revision, struct err *e);
/* Text and structure as imported, without what is declared in the project. */
enum rc revision_load(struct store *s, int64_t revision, struct document **out, struct err *e);

#endif
