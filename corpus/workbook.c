/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/workbook.h"

#include <string.h>

#include "base/intern.h"
#include "base/utf8.h"
#include "corpus/fields.h"
#include "corpus/rows.h"
#include "corpus/utterances.h"

static void list_sheets(const struct workbook *w, struct buf *out)
{
	vec_each (const struct workbook_sheet, s, &w->sheets) {
		buf_adds(out, out->len > 0 ? ", '" : "'");
		utf8_clean(s->name, strlen(s->name), out);
		buf_adds(out, s->hidden ? "' (hidden)" : "'");
	}
}

static enum rc read_sheet(struct workbook *w, const struct workbook_sheet *sheet, struct err *e)
{
	w->sheet = sheet;
	return w->read(w, (size_t)(sheet - w->sheets.items), e);
}

static const struct workbook_sheet *named_sheet(const struct workbook *w, const char *name)
{
	vec_each (const struct workbook_sheet, s, &w->sheets)
		if (strcmp(s->name, name) == 0)
			return s;
	vec_each (const struct workbook_sheet, s, &w->sheets)
		if (field_same_name(s->name, name))
			return s;
	return NULL;
}

static enum rc no_sheet(const struct workbook *w, const char *name, struct err *e)
{
	struct buf names = BUF_INIT;

	list_sheets(w, &names);
	err_set(e, RC_INPUT, "there is no sheet '%s'; the sheets are: %s", name, names.data);
	buf_release(&names);
	return RC_INPUT;
}

static enum rc read_named(struct workbook *w, const char *name, struct err *e)
{
	const struct workbook_sheet *sheet = named_sheet(w, name);
	enum rc rc = sheet != NULL ? read_sheet(w, sheet, e) : no_sheet(w, name, e);

	if (rc == RC_OK && w->table.rows.n == 0)
		rc = err_set(e, RC_INPUT, "the sheet '%s' is empty", sheet->name);
	return rc;
}

/* The others are told: what was meant may be in one of them. */
static void tell_sheets(const struct workbook *w)
{
	struct intern names = INTERN_INIT;
	size_t before = w->d->list.n;

	vec_each (const struct workbook_sheet, s, &w->sheets)
		if (s > w->sheet || s->hidden)
			intern_add(&names, s->name, strlen(s->name));
	utterances_left_out(&names, "other sheets", w->name, w->d);
	intern_release(&names);
	if (w->d->list.n == before)
		return;
	memcpy(vec_last(&w->d->list)->id, "R069", sizeof "R069");
	diag_hint(w->d, vec_last(&w->d->list), "--sheet NAME reads one of them");
}

static enum rc read_first(struct workbook *w, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < w->sheets.n && rc == RC_OK && w->table.rows.n == 0; i++)
		if (!w->sheets.items[i].hidden)
			rc = read_sheet(w, &w->sheets.items[i], e);
	if (rc == RC_OK && w->table.rows.n == 0)
		rc = err_set(e, RC_INPUT, "there is no sheet in it that holds something");
	if (rc == RC_OK)
		tell_sheets(w);
	return rc;
}

static enum rc choose(struct workbook *w, const struct reader_options *o, struct err *e)
{
	return o != NULL && o->sheet != NULL ? read_named(w, o->sheet, e) : read_first(w, e);
}

/* What is wrong with a sheet may not be with another. */
static enum rc tell_flaw(const struct workbook *w, enum rc rc, struct err *e)
{
	struct buf names = BUF_INIT;

	if (rc == RC_INPUT && w->table.rows.n > 0 && w->sheets.n > 1) {
		list_sheets(w, &names);
		err_wrap(e, "sheet '%s' (of %s; --sheet NAME reads another)", w->sheet->name,
			names.data);
	}
	buf_release(&names);
	return rc;
}

enum rc workbook_read(struct workbook *w, struct draft *out, struct err *e)
{
	enum rc rc = choose(w, out->options, e);

	if (rc == RC_OK)
		rc = rows_read(w->name, &w->table, out, w->d, e);
	return tell_flaw(w, rc, e);
}

enum rc workbook_parts(struct workbook *w, const struct reader_options *o, reader_part_fn *fn,
	void *arg, struct err *e)
{
	enum rc rc = choose(w, o, e);

	if (rc == RC_OK)
		rc = rows_parts(w->name, &w->table, o, w->d, fn, arg, e);
	return tell_flaw(w, rc, e);
}

void workbook_release(struct workbook *w)
{
	vec_release(&w->sheets);
	csv_release(&w->table);
}
