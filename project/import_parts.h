/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For import*.c: one file on its way into the project, as one document or as many. */
#ifndef TEMA_PROJECT_IMPORT_PARTS_H
#define TEMA_PROJECT_IMPORT_PARTS_H

#include "corpus/reader.h"
#include "project/import.h"

struct import_job {
	struct store *s;
	const struct person *who;
	const char *path;
	const struct buf *bytes;
	const struct reader *reader;
	const struct import_options *o;
	struct import_result *result;
};

/* import.c: */
char *import_title(const char *path); /* the file's name without folder and ending */
/* The file is one document. */
enum rc import_whole(const struct import_job *job, struct draft *draft, struct err *e);
/* The document of what a reader found, as result->doc; hints that fit nobody are a warning. */
enum rc import_structure(const struct import_job *job, struct draft *draft, struct err *e);
/* The variables of the options, of result->document and its labels; sets result->number. */
enum rc import_variables(const struct import_job *job, struct err *e);
/* result->doc with its variables, inside an open op: sets result->document and number. */
enum rc import_store(const struct import_job *job, const struct store_import *how, struct err *e);

/* import_compare.c: the document is stored: remarks on labels say what to type from now on. */
void import_hints(const struct import_job *job);

/* import_parts.c: the file may be several documents, which are one op: those that are not in the
 * project yet come in.  A document is known again by all that was read of it: id, date, title,
 * variables, paragraphs and speakers; one without an id of its own by all but its number.
 * Remarks: R204 method, R205 (warning) documents with an id that is in the project with other
 * content, which are not imported, R206 documents that are here already and hidden,
 * R207 the file as one document beside those of its rows. */
enum rc import_parts(const struct import_job *job, struct err *e);

#endif
