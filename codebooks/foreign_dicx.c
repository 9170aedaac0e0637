/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LIWC-22: a CSV file, "DicTerm,Category,Category"; a cell holds X, or a weight. */
#include <string.h>

#include "base/csv.h"
#include "codebooks/foreign.h"

static bool is_marked(struct foreign *f, const struct csv_row *row, size_t i, const char *category)
{
	const char *s = row->cells[i];
	size_t n = strlen(s);

	foreign_trim(&s, &n);
	if (n == 0 || (n == 1 && *s == '0'))
		return false;
	if (n != 1 || strchr("xX1", *s) == NULL)
		foreign_remark(f, DIAG_WARNING, (uint32_t)row->line, SAY(F001_OF_CATEGORY), (int)n,
			s, row->cells[0], category);
	return true;
}

static void read_row(struct foreign *f, const struct csv_row *row, size_t columns)
{
	if (row->n == 0 || row->cells[0][strspn(row->cells[0], " \t")] == '\0') {
		foreign_remark(f, DIAG_WARNING, (uint32_t)row->line, SAY(F008_NO_TERM));
		return;
	}
	for (size_t i = 1; i < row->n; i++)
		if (i > columns)
			foreign_remark(f, DIAG_WARNING, (uint32_t)row->line, SAY(F008_CELLS));
		else if (is_marked(f, row, i, f->codes.items[i - 1].name))
			foreign_term(f, (uint32_t)i - 1, row->cells[0], strlen(row->cells[0]),
				(uint32_t)row->line);
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct csv csv = CSV_INIT;
	enum rc rc = csv_parse(text, len, ',', &csv, e);

	if (rc == RC_OK && (csv.rows.n == 0 || csv.rows.items[0].n < 2))
		rc = foreign_wrong(f, 1, e,
			"the first row of a LIWC-22 dictionary is DicTerm and the categories");
	for (size_t i = 1; rc == RC_OK && i < csv.rows.items[0].n; i++) {
		const char *name = csv.rows.items[0].cells[i];

		foreign_code(f, name, strlen(name), FOREIGN_TOP, 1);
	}
	for (size_t i = 1; rc == RC_OK && i < csv.rows.n; i++)
		read_row(f, &csv.rows.items[i], f->codes.n);
	csv_release(&csv);
	return rc;
}

const struct foreign_format foreign_dicx = {
	.name = "dicx", .title = "LIWC-22 dictionary", .extensions = "dicx", .read = read
};
