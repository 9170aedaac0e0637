/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A corrected transcript takes the place of a document's text: a new revision, with everything
 * that was said about the old one placed in it anew (reanchor.h) and the suggestions made again.
 * One transaction, one op.
 */
#ifndef TEMA_PROJECT_REPLACE_H
#define TEMA_PROJECT_REPLACE_H

#include "project/import.h"
#include "project/precode.h"
#include "project/reanchor.h"

struct replace_result {
	bool same;		     /* the text was read from these bytes: nothing was done */
	uint32_t revision;	     /* number of the new one; of the present one when same */
	struct import_result import; /* document, number, doc, remarks, attention */
	struct reanchor_report placed;
	struct precode_result suggestions;	   /* documents 0: there are no codebooks to run */
	VEC(const char *) labels_new, labels_gone; /* in placed.arena, as shown */
};
void replace_result_release(struct replace_result *r);

/* The file takes the place of the text of DOCUMENT.  Title, date, place and method stay unless they
 * are given in the options; the speakers that the project knows are known in the new text, too.
 * With dry_run everything is found and told and nothing kept.  RC_INPUT: the file cannot be read,
 * is another document of the project, or holds several documents; the document is hidden. */
enum rc replace_file(struct store *s, const struct person *who, int64_t document, const char *path,
	const struct import_options *o, struct replace_result *result, struct err *e);

#endif
