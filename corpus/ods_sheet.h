/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For reader_ods.c: the sheets of an OpenDocument workbook as rows of texts. */
#ifndef TEMA_CORPUS_ODS_SHEET_H
#define TEMA_CORPUS_ODS_SHEET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "corpus/cells.h"

struct ods_sheet {
	const char *name; /* in the arena */
	bool hidden, filled;
};

VEC_TYPE(ods_sheet_list, struct ods_sheet);

/* RC_INPUT: this is no workbook. */
enum rc ods_sheets_list(
	const struct buf *xml, struct arena *a, struct ods_sheet_list *out, struct err *e);
/* The rows of one sheet, by its number from 0; what is repeated in the file comes as often, up to
 * the limits of cells.h.  Remarks: those of cells.h. */
enum rc ods_sheet_read(const struct buf *xml, size_t sheet, const char *name, struct csv *out,
	struct diags *d, struct err *e);

#endif
