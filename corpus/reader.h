/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Readers: one file format each, one row each in the table.
 *
 * A reader turns a file's bytes into a draft (draft.h).  It never touches the
 * file system and must survive any bytes: bad input is RC_INPUT with a
 * sentence that says what to do, a flaw it could live with is a remark in d.
 */
#ifndef TEMA_CORPUS_READER_H
#define TEMA_CORPUS_READER_H

#include <stddef.h>

#include "base/diag.h"
#include "base/err.h"
#include "corpus/draft.h"

/* One document among those of a file.  All of it is valid during the call only. */
struct reader_part {
	const char *id; /* within the file; NULL: the file is one document, as read() gives it */
	bool numbered;	/* nothing in the file named it: the id is the number of a row */
	struct draft *draft;
	const struct attr *vars;
	size_t nvars;
};
/* Other than RC_OK ends the reading with that. */
typedef enum rc reader_part_fn(const struct reader_part *part, void *arg, struct err *e);

struct reader {
	const char *name;	       /* "docx": kept with the revision */
	const char *const *extensions; /* lower case, NULL-terminated */
	const char *summary;
	enum rc (*read)(const char *name, const char *data, size_t len, struct draft *out,
		struct diags *d, struct err *e);
	/* For formats whose file may hold several documents, else NULL: gives them one by one, or
	 * the file as one (see rows.h); read() always makes it one. */
	enum rc (*parts)(const char *name, const char *data, size_t len,
		const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
		struct err *e);
};

extern const struct reader *const readers[]; /* NULL-terminated */

/* The reader for a file, by its extension and first bytes (a zip named .txt is refused, a docx
 * named .doc is a docx).  NULL with *e filled: unknown or unsupported format, with what to do
 * instead
 * (.doc: save as .docx; audio: transcribe first; pdf ...). */
const struct reader *reader_for(const char *name, const char *data, size_t len, struct err *e);

extern const struct reader reader_odt, reader_html, reader_rtf;
/* Without poppler-glib (HAVE_POPPLER) it says how to get it. */
extern const struct reader reader_pdf;
extern const struct reader reader_txt, reader_md, reader_docx, reader_vtt, reader_srt, reader_sbv,
	reader_lrc, reader_json, reader_jsonl, reader_csv, reader_xlsx, reader_ods;

#endif
