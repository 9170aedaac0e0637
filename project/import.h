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
	size_t nshared;	  /* the first of them speak of several files ... */
	bool *hints_used; /* [nshared] ... and are set here where they fit; each of the others that
			     does not fit this file is a warning */
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

/* What came of a file that holds several documents. */
#define IMPORT_EXAMPLES 5
struct import_example {
	unsigned number; /* 0 in a dry run */
	const char *title;
	uint32_t sentences, words;
};
struct import_parts {
	size_t made, same, changed; /* changed: their ids are here with other content; not
				       imported */
	unsigned first, last;	    /* numbers of the new ones */
	uint64_t paragraphs, turns, sentences, words; /* of the new ones */
	uint32_t shortest, longest;		      /* in words */
	enum method method;
	struct import_example examples[IMPORT_EXAMPLES]; /* the first new ones */
	struct arena arena;
};

struct import_result {
	enum import_outcome outcome; /* SAME: these bytes are in the project already; DIFFERS: and
					other options were given now */
	int64_t document;
	unsigned number;
	struct document *doc; /* NEW: as found; owned, document_free() */
	struct diags remarks; /* what was done or is unsure; also what differs */
	bool attention;	      /* an unsure label, documents that were not imported */
	bool many;	      /* the file holds several documents: what parts tells stands in place
				 of doc, document and number */
	struct import_parts parts;
};
void import_result_release(struct import_result *r);

/* RC_INPUT and others: this file was not imported (*e says why); result is still valid to release.
 */
enum rc import_file(struct store *s, const struct person *who, const char *path,
	const struct import_options *o, struct import_result *result, struct err *e);

/* The manifest (a sheet.h): file,date,method,place,title,label,name,code,role,group,remark and
 * further columns var.KEY (of the document) and speaker.KEY (of the speaker); one row per file and
 * label, or one per file.  Paths are relative to the manifest's folder. */
struct manifest;
enum rc manifest_read(const char *path, struct manifest **out, struct diags *d, struct err *e);
void manifest_free(struct manifest *m);
size_t manifest_files(const struct manifest *m);
const char *manifest_file(const struct manifest *m, size_t i); /* full path */
/* Joins what the manifest says of a file (matched by its path or base name) with the options in o;
 * where both say something, the manifest wins.  False: the manifest does not name it.  Borrowed,
 * until it is asked of this file again. */
bool manifest_options(struct manifest *m, const char *path, struct import_options *o);

#endif
