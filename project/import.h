/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Importing files: read, find structure, store.  One transaction a file; a
 * file that fails leaves nothing behind and the others go on.
 */
#ifndef TEMA_PROJECT_IMPORT_H
#define TEMA_PROJECT_IMPORT_H

#include "base/diag.h"
#include "corpus/draft.h"
#include "corpus/turns.h"
#include "store/documents.h"

struct import_options {
	int method;			  /* enum method, -1 = not given (interview) */
	const char *title, *date, *place; /* NULL = not given */
	const struct speaker_hint *hints;
	size_t nhints;
	bool *hints_used; /* [nhints], set where a hint fits; NULL = a warning for each that does
			     not fit this file */
	const struct attr *vars; /* --var key=value: of the document */
	size_t nvars;
	const struct attr
		*label_vars; /* key "LABEL	KEY": variables of the speaker with this label */
	size_t nlabel_vars;
	struct reader_options reader; /* --text-column, --speaker-column */
	bool keep_original;
	bool dry_run; /* find everything, store nothing */
};

enum import_outcome { IMPORT_NEW, IMPORT_SAME, IMPORT_DIFFERS, IMPORT_FAILED };

struct import_result {
	enum import_outcome outcome; /* SAME: these bytes are in the project already; DIFFERS: and
					other options were given now */
	int64_t document;
	unsigned number;
	struct document *doc; /* NEW: as found; owned, document_free() */
	struct diags remarks; /* what was done or is unsure; also what differs */
	bool attention;	      /* an unsure label */
};
void import_result_release(struct import_result *r);

/* RC_INPUT and others: this file was not imported (*e says why); result is still valid to release.
 */
enum rc import_file(struct store *s, const struct person *who, const char *path,
	const struct import_options *o, struct import_result *result, struct err *e);

/* The manifest: a CSV with a header of file,date,method,place,title,label,name,code,role,group and
 * further columns var.KEY (of the document) and speaker.KEY (of the speaker); one row per file and
 * label, or one per file.  Paths are relative to the manifest's folder. */
struct manifest;
enum rc manifest_read(const char *path, struct manifest **out, struct diags *d, struct err *e);
void manifest_free(struct manifest *m);
size_t manifest_files(const struct manifest *m);
const char *manifest_file(const struct manifest *m, size_t i); /* full path */
/* Options for a file (matched by its path or base name); false: the manifest does not name it.
 * Borrowed. */
bool manifest_options(const struct manifest *m, const char *path, struct import_options *o);

#endif
