/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as comma-separated values; what their rows and columns are is told in rows.h. */
#include "corpus/csv_shape.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/rows.h"

static enum rc parse(const char *data, size_t len, struct csv *out, struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc == RC_OK)
		rc = csv_shape_parse(text.data, text.len, out, e);
	buf_release(&text);
	return rc;
}

static enum rc read_csv(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct csv csv = CSV_INIT;
	enum rc rc = parse(data, len, &csv, d, e);

	if (rc == RC_OK)
		rc = rows_read(name, &csv, out, d, e);
	csv_release(&csv);
	return rc;
}

static enum rc parts_csv(const char *name, const char *data, size_t len,
	const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
	struct err *e)
{
	struct csv csv = CSV_INIT;
	enum rc rc = parse(data, len, &csv, d, e);

	if (rc == RC_OK)
		rc = rows_parts(name, &csv, o, d, fn, arg, e);
	csv_release(&csv);
	return rc;
}

const struct reader reader_csv = {
	.name = "csv",
	.extensions = (const char *const[]){ "csv", "tsv", NULL },
	.summary = "tables with a column of texts",
	.read = read_csv,
	.parts = parts_csv,
};
