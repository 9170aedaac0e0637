/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For reader_xlsx.c: one sheet of a workbook as rows of texts. */
#ifndef TEMA_CORPUS_XLSX_SHEET_H
#define TEMA_CORPUS_XLSX_SHEET_H

#include "base/csv.h"
#include "base/diag.h"
#include "corpus/xlsx_book.h"

/* The rows borrow from the book.  Remarks: those of cells.h, and R068 formulas without a value,
 * which read as empty cells. */
enum rc xlsx_sheet_read(const struct xlsx_book *b, const char *name, const struct buf *xml,
	struct csv *out, struct diags *d, struct err *e);

#endif
