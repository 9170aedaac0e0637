/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each id of an error or warning means, why it matters, an example that
 * causes it and the same repaired: `tema codebook check --explain W057` and
 * man/tema-messages.7.  The one source is id_text_errors.def,
 * id_text_lints.def and id_text_import.def.
 *
 * An example is a piece of a codebook.  As its first word says it is a whole
 * file or stands in a file, a code or a rule; what is missing around it is one
 * line in front.  Of an id of `import` (F) it is a foreign file, its name in the
 * first line; of E101 a line of labelled sentences.  tests/unit/test_coder_id_text.c runs all that
 * need no project.
 */
#ifndef TEMA_CODER_ID_TEXT_H
#define TEMA_CODER_ID_TEXT_H

#include "base/diag.h"

struct id_text {
	const char *id;
	const char *what, *why;	   /* English */
	const char *apa, *mengapa; /* Indonesian */
	const char *bad, *good;	   /* NULL: there is no example */
};

const struct id_text *id_text_all(size_t *n);
const struct id_text *id_text_find(const char *id); /* capitals do not count; NULL: no such id */
/* Does it take a project's texts to see it? */
bool id_text_needs_project(const struct id_text *t);
/* The whole codebook of an example. */
void id_text_codebook(const char *example, struct buf *out);
/* What is said of an example (t->bad, t->good) without a project, in d's language. */
void id_text_check(const struct id_text *t, const char *example, struct diags *d);

#endif
