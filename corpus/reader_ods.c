/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/odt_package.h"
#include "corpus/ods_sheet.h"
#include "corpus/reader.h"
#include "corpus/workbook.h"

struct ods {
	struct arena arena;
	struct odt_package package;
	struct ods_sheet_list sheets;
	struct buf xml;
};

#define ODS_INIT                                                                                   \
	{                                                                                          \
		.arena = ARENA_INIT, .sheets = VEC_INIT, .xml = BUF_INIT                           \
	}

static enum rc read_sheet(struct workbook *w, size_t sheet, struct err *e)
{
	struct ods *o = w->arg;

	if (!o->sheets.items[sheet].filled)
		return RC_OK;
	return ods_sheet_read(&o->xml, sheet, w->name, &w->table, w->d, e);
}

static enum rc open_ods(struct workbook *w, const char *data, size_t len, struct err *e)
{
	struct ods *o = w->arg;
	enum rc rc = odt_package_open(&o->package, "table", data, len, e);

	if (rc == RC_OK)
		rc = odt_package_part(&o->package, "content.xml", &o->xml, e);
	if (rc == RC_OK)
		rc = ods_sheets_list(&o->xml, &o->arena, &o->sheets, e);
	if (rc == RC_OK)
		vec_each (const struct ods_sheet, s, &o->sheets)
			vec_push(&w->sheets, ((struct workbook_sheet){ s->name, s->hidden }));
	return rc;
}

static void close_ods(struct workbook *w)
{
	struct ods *o = w->arg;

	workbook_release(w);
	odt_package_close(&o->package);
	vec_release(&o->sheets);
	buf_release(&o->xml);
	arena_release(&o->arena);
}

static enum rc read_ods(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct ods ods = ODS_INIT;
	struct workbook w = WORKBOOK_INIT(name, d, read_sheet, &ods);
	enum rc rc = open_ods(&w, data, len, e);

	if (rc == RC_OK)
		rc = workbook_read(&w, out, e);
	close_ods(&w);
	return rc;
}

static enum rc parts_ods(const char *name, const char *data, size_t len,
	const struct reader_options *o, struct diags *d, reader_part_fn *fn, void *arg,
	struct err *e)
{
	struct ods ods = ODS_INIT;
	struct workbook w = WORKBOOK_INIT(name, d, read_sheet, &ods);
	enum rc rc = open_ods(&w, data, len, e);

	if (rc == RC_OK)
		rc = workbook_parts(&w, o, fn, arg, e);
	close_ods(&w);
	return rc;
}

const struct reader reader_ods = {
	.name = "ods",
	.extensions = (const char *const[]){ "ods", "ots", "fods", NULL },
	.summary = "OpenDocument workbooks with a column of texts",
	.read = read_ods,
	.parts = parts_ods,
};
