/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For the readers of workbooks: which of the sheets is read, and the table on it as documents
 * (rows.h).  It is the sheet that the user names, or else the first that is not hidden and holds
 * something.
 *
 * Remark R069: sheets left out.
 */
#ifndef TEMA_CORPUS_WORKBOOK_H
#define TEMA_CORPUS_WORKBOOK_H

#include "base/csv.h"
#include "corpus/reader.h"

struct workbook_sheet {
	const char *name;
	bool hidden;
};

struct workbook {
	const char *name; /* of the file */
	VEC(struct workbook_sheet) sheets;
	struct csv table;
	const struct workbook_sheet *sheet; /* that was read */
	struct diags *d;
	/* Puts the rows of one sheet into the table; none when it is empty. */
	enum rc (*read)(struct workbook *w, size_t sheet, struct err *e);
	void *arg; /* for read() */
};

#define WORKBOOK_INIT(NAME, DIAGS, READ, ARG)                                                      \
	{                                                                                          \
		.name = (NAME), .sheets = VEC_INIT, .table = CSV_INIT, .d = (DIAGS),               \
		.read = (READ), .arg = (ARG)                                                       \
	}

/* As reader.h says of read() and parts(). */
enum rc workbook_read(struct workbook *w, struct draft *out, struct err *e);
enum rc workbook_parts(struct workbook *w, const struct reader_options *o, reader_part_fn *fn,
	void *arg, struct err *e);
void workbook_release(struct workbook *w);

#endif
