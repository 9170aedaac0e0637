/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks: one sheet of them is a table as in rows.h; the one that the user
 * names, or else the first that is not hidden and holds something.
 *
 * Remark R069: sheets left out.
 */
#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/fields.h"
#include "corpus/reader.h"
#include "corpus/rows.h"
#include "corpus/utterances.h"
#include "corpus/xlsx_book.h"
#include "corpus/xlsx_sheet.h"

struct xlsx {
	const char *name;
	struct xlsx_book book;
	struct csv table;
	const struct xlsx_sheet *sheet; /* that was read */
	struct diags *d;
};

static void list_sheets(const struct xlsx *x, struct buf *out)
{
	vec_each (const struct xlsx_sheet, s, &x->book.sheets) {
		buf_adds(out, out->len > 0 ? ", '" : "'");
		utf8_clean(s->name, strlen(s->name), out);
		buf_adds(out, s->hidden ? "' (hidden)" : "'");
	}
}

static enum rc read_sheet(struct xlsx *x, const struct xlsx_sheet *sheet, struct err *e)
{
	struct buf xml = BUF_INIT;
	enum rc rc = xlsx_book_part(&x->book, sheet, &xml, e);

	x->sheet = sheet;
	if (rc == RC_OK && xml.len > 0)
		rc = xlsx_sheet_read(&x->book, x->name, &xml, &x->table, x->d, e);
	buf_release(&xml);
	return rc;
}

static const struct xlsx_sheet *named_sheet(const struct xlsx *x, const char *name)
{
	vec_each (const struct xlsx_sheet, s, &x->book.sheets)
		if (strcmp(s->name, name) == 0)
			return s;
	vec_each (const struct xlsx_sheet, s, &x->book.sheets)
		if (field_same_name(s->name, name))
			return s;
	return NULL;
}

static enum rc no_sheet(const struct xlsx *x, const char *name, struct err *e)
{
	struct buf names = BUF_INIT;

	list_sheets(x, &names);
	err_set(e, RC_INPUT, "there is no sheet '%s'; the sheets are: %s", name, names.data);
	buf_release(&names);
	return RC_INPUT;
}

static enum rc read_named(struct xlsx *x, const char *name, struct err *e)
{
	const struct xlsx_sheet *sheet = named_sheet(x, name);
	enum rc rc = sheet != NULL ? read_sheet(x, sheet, e) : no_sheet(x, name, e);

	if (rc == RC_OK && x->table.rows.n == 0)
		rc = err_set(e, RC_INPUT, "the sheet '%s' is empty", sheet->name);
	return rc;
}

/* The others are told: what was meant may be in one of them. */
static void tell_sheets(const struct xlsx *x)
{
	struct intern names = INTERN_INIT;
	size_t before = x->d->list.n;

	vec_each (const struct xlsx_sheet, s, &x->book.sheets)
		if (s > x->sheet || s->hidden)
			intern_add(&names, s->name, strlen(s->name));
	utterances_left_out(&names, "other sheets", x->name, x->d);
	intern_release(&names);
	if (x->d->list.n == before)
		return;
	memcpy(vec_last(&x->d->list)->id, "R069", sizeof "R069");
	diag_hint(x->d, vec_last(&x->d->list), "--sheet NAME reads one of them");
}

static enum rc read_first(struct xlsx *x, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < x->book.sheets.n && rc == RC_OK && x->table.rows.n == 0; i++)
		if (!x->book.sheets.items[i].hidden)
			rc = read_sheet(x, &x->book.sheets.items[i], e);
	if (rc == RC_OK && x->table.rows.n == 0)
		rc = err_set(e, RC_INPUT, "there is no sheet in it that holds something");
	if (rc == RC_OK)
		tell_sheets(x);
	return rc;
}

static enum rc open_table(
	struct xlsx *x, const char *data, size_t len, const struct reader_options *o, struct err *e)
{
	enum rc rc = xlsx_book_open(&x->book, data, len, e);

	if (rc == RC_OK)
		rc = o != NULL && o->sheet != NULL ? read_named(x, o->sheet, e) : read_first(x, e);
	return rc;
}

/* What is wrong with a sheet may not be with another. */
static enum rc close_table(struct xlsx *x, enum rc rc, struct err *e)
{
	struct buf names = BUF_INIT;

	if (rc == RC_INPUT && x->table.rows.n > 0 && x->book.sheets.n > 1) {
		list_sheets(x, &names);
		err_wrap(e, "sheet '%s' (of %s; --sheet NAME reads another)", x->sheet->name,
			names.data);
	}
	buf_release(&names);
	csv_release(&x->table);
	xlsx_book_close(&x->book);
	return rc;
}

static enum rc read_xlsx(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct xlsx x = { .name = name, .book = XLSX_BOOK_INIT, .table = CSV_INIT, .d = d };
	enum rc rc = open_table(&x, data, len, out->options, e);

	if (rc == RC_OK)
		rc = rows_read(name, &x.table, out, d, e);
	return close_table(&x, rc, e);
}

static enum rc parts_xlsx(const char *name, const char *data, size_t len,
	const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
	struct err *e)
{
	struct xlsx x = { .name = name, .book = XLSX_BOOK_INIT, .table = CSV_INIT, .d = d };
	enum rc rc = open_table(&x, data, len, o, e);

	if (rc == RC_OK)
		rc = rows_parts(name, &x.table, o, d, fn, arg, e);
	return close_table(&x, rc, e);
}

const struct reader reader_xlsx = {
	.name = "xlsx",
	.extensions = (const char *const[]){ "xlsx", "xlsm", "xltx", NULL },
	.summary = "Excel workbooks with a column of texts",
	.read = read_xlsx,
	.parts = parts_xlsx,
};
