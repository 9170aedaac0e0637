/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/reader.h"
#include "corpus/workbook.h"
#include "corpus/xlsx_book.h"
#include "corpus/xlsx_sheet.h"

static enum rc read_sheet(struct workbook *w, size_t sheet, struct err *e)
{
	struct xlsx_book *book = w->arg;
	struct buf xml = BUF_INIT;
	enum rc rc = xlsx_book_part(book, &book->sheets.items[sheet], &xml, e);

	if (rc == RC_OK && xml.len > 0)
		rc = xlsx_sheet_read(book, w->name, &xml, &w->table, w->d, e);
	buf_release(&xml);
	return rc;
}

static enum rc open_book(struct workbook *w, const char *data, size_t len, struct err *e)
{
	struct xlsx_book *book = w->arg;
	enum rc rc = xlsx_book_open(book, data, len, e);

	if (rc == RC_OK)
		vec_each (const struct xlsx_sheet, s, &book->sheets)
			vec_push(&w->sheets, ((struct workbook_sheet){ s->name, s->hidden }));
	return rc;
}

static enum rc read_xlsx(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct xlsx_book book = XLSX_BOOK_INIT;
	struct workbook w = WORKBOOK_INIT(name, d, read_sheet, &book);
	enum rc rc = open_book(&w, data, len, e);

	if (rc == RC_OK)
		rc = workbook_read(&w, out, e);
	workbook_release(&w);
	xlsx_book_close(&book);
	return rc;
}

static enum rc parts_xlsx(const char *name, const char *data, size_t len,
	const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
	struct err *e)
{
	struct xlsx_book book = XLSX_BOOK_INIT;
	struct workbook w = WORKBOOK_INIT(name, d, read_sheet, &book);
	enum rc rc = open_book(&w, data, len, e);

	if (rc == RC_OK)
		rc = workbook_parts(&w, o, fn, arg, e);
	workbook_release(&w);
	xlsx_book_close(&book);
	return rc;
}

const struct reader reader_xlsx = {
	.name = "xlsx",
	.extensions = (const char *const[]){ "xlsx", "xlsm", "xltx", NULL },
	.summary = "Excel workbooks with a column of texts",
	.read = read_xlsx,
	.parts = parts_xlsx,
};
