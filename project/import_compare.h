/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For import*.c: what differs between a file that is in the project and how it is imported now. */
#ifndef TEMA_PROJECT_IMPORT_COMPARE_H
#define TEMA_PROJECT_IMPORT_COMPARE_H

#include "project/import.h"

/* result->document is in the project: sets number and outcome (SAME or DIFFERS), with a remark for
 * each option that says otherwise than the project. */
enum rc import_compare(struct store *s, const char *path, const struct import_options *o,
	struct import_result *result, struct err *e);

/* The label that reads so in any case of its letters, or NULL. */
const struct label *import_label(const struct document *doc, const char *text);
/* Marks the hints that fit the document; without a place to mark them, a warning for each that does
 * not fit. */
void import_unused_hints(const char *path, const struct import_options *o,
	const struct document *doc, struct import_result *result);
/* The user said that rows are documents. */
bool import_wants_parts(const struct import_options *o);
/* The options that shaped the text, as the revision keeps them; the caller frees it. */
char *import_canonical(const struct import_options *o, enum method method);

#endif
