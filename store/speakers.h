/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speakers as a document's import and loading need them. */
#ifndef TEMA_STORE_SPEAKERS_H
#define TEMA_STORE_SPEAKERS_H

#include "store/documents.h"
#include "store/handle.h"

/* The labels of a new document: finds or makes their speakers, adds appearances and variables. */
enum rc speakers_add(struct store *s, int64_t document, const struct document *doc, struct err *e);
/* The same for a new revision: a label that was there (case folded) keeps its speaker, the
 * appearances of labels that are gone end. */
enum rc speakers_revise(
	struct store *s, int64_t document, const struct document *doc, struct err *e);
/* Sets a loaded document's labels to what is declared in the project now. */
enum rc speakers_declare(struct store *s, int64_t document, struct document *doc, struct err *e);

/* The living row of a speaker; texts in the arena. */
struct speaker_row {
	int64_t row, name_c;
	const char *kind, *role, *code, *name, *shown; /* code NULL = none, name "" = none */
};
enum rc speaker_read(
	struct store *s, int64_t speaker, struct speaker_row *out, struct arena *a, struct err *e);
/* Ends the row and puts this in its place; name_c and the texts are the new ones. */
enum rc speaker_replace(
	struct store *s, int64_t speaker, const struct speaker_row *r, struct err *e);

#endif
