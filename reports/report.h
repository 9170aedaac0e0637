/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reports: one file report_NAME.c and one row each.  A report computes a
 * table from the study; the thesis page and the CSV files are made of the same tables.
 */
#ifndef TEMA_REPORTS_REPORT_H
#define TEMA_REPORTS_REPORT_H

#include "base/file.h"
#include "output/table.h"
#include "reports/study.h"

struct report {
	const char *key; /* "frequency": name of the CSV file */
	/* Fills an uninitialised table; notes say unit, denominator and which codings were counted.
	 */
	enum rc (*make)(const struct study *st, struct store *s, struct table *out, struct err *e);
};

extern const struct report *const reports[]; /* NULL-terminated, in the order of the page */

/* The whole self-contained page. */
enum rc report_html(const struct study *st, struct store *s, struct buf *out, struct err *e);
/* Every table as FOLDER/KEY.csv; the folder is made when missing. written: the paths. */
enum rc report_csv(const struct study *st, struct store *s, const char *folder,
	struct file_list *written, struct err *e);

#endif
