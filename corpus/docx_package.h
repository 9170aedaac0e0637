/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c and xlsx_book.c: the parts of an Office Open XML package (a zip file)
 * and how they refer to each other.  Which part is the document, which are its
 * notes, is told by relationship files ("_rels/.rels"), not by names.
 */
#ifndef TEMA_CORPUS_DOCX_PACKAGE_H
#define TEMA_CORPUS_DOCX_PACKAGE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/zip.h"

/* The part that SOURCE (a part, "" for the package itself) refers to as TYPE, the last word of the
 * relationship's type ("officeDocument", "styles"): its name in the zip, or empty when there is
 * none. A missing relationship file is like one without TYPE. */
enum rc docx_package_find(
	struct zipfile *z, const char *source, const char *type, struct buf *out, struct err *e);
/* The same for one relationship by its own id. */
enum rc docx_package_by_id(
	struct zipfile *z, const char *source, const char *id, struct buf *out, struct err *e);

/* The N-th of several, from 0 (headers and footers are parts of their own). */
enum rc docx_package_nth(struct zipfile *z, const char *source, const char *type, size_t n,
	struct buf *out, struct err *e);

/* The text of <title> in the core properties, or empty. */
enum rc docx_package_title(struct zipfile *z, struct buf *out, struct err *e);

#endif
