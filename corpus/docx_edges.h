/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c only: headers and footers.  They are not read; those that
 * hold more than a page number are told.
 */
#ifndef TEMA_CORPUS_DOCX_EDGES_H
#define TEMA_CORPUS_DOCX_EDGES_H

#include "base/diag.h"
#include "base/zip.h"

/* file: for the remark (R032). document: the name of the main part. */
void docx_edges_report(struct zipfile *z, const char *file, const char *document, struct diags *d);

#endif
