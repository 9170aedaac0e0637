/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook forms: what each ~root and glob finds in the project's texts. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "codebooks/messages.h"
#include "coder/forms.h"
#include "project/seen.h"
#include "store/documents.h"

#define BEFORE_SHOWN 25	 /* characters of an example before the form ... */
#define EXAMPLE_SHOWN 70 /* ... and altogether, in a text */

struct reading {
	struct store *store;
	struct forms *forms;
};

static enum rc read_one(const struct store_document *d, void *arg, struct err *e)
{
	struct reading *r = arg;
	struct seen seen = { 0 };
	enum rc rc = seen_load(r->store, d->id, &seen, e);

	if (rc == RC_OK) {
		forms_read(r->forms, seen.doc, d->number);
		seen_release(&seen);
	}
	return rc;
}

static void add_source(const struct pattern *p, struct buf *out)
{
	buf_reset(out);
	buf_adds(out, p->source);
	for (size_t i = 0; i < p->nexcept; i++)
		buf_printf(out, " -%s", p->except[i]->source);
}

/* A piece of the sentence with the form in it. */
static void add_example(const struct form_count *row, struct buf *out)
{
	size_t before = utf8_count(row->words, row->at), len = strlen(row->words), end;
	const char *p = row->words;

	buf_reset(out);
	if (before > BEFORE_SHOWN) {
		p += utf8_offset(p, len, before - BEFORE_SHOWN);
		buf_adds(out, "…");
	}
	len = strlen(p);
	end = utf8_offset(p, len, EXAMPLE_SHOWN);
	buf_add(out, p, end);
	buf_adds(out, end < len ? "…" : "");
}

static void fill(const struct forms *f, bool whole, const char *lang, struct table *t)
{
	static const struct {
		enum message title;
		enum column_kind kind;
	} columns[] = { { MSG_S_COLUMN_PATTERN, COLUMN_CODE }, { MSG_S_COLUMN_FORM, COLUMN_CODE },
		{ MSG_S_COLUMN_COUNT, COLUMN_INT }, { MSG_S_COLUMN_DOCUMENTS, COLUMN_INT },
		{ MSG_S_COLUMN_DOCUMENT, COLUMN_INT }, { MSG_S_COLUMN_EXAMPLE, COLUMN_TEXT } };
	struct buf source = BUF_INIT;

	table_init(t, "forms", "");
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		table_column(t, message_text(columns[i].title, NULL),
			message_text(columns[i].title, lang), columns[i].kind, 0);
	vec_each (const struct form_count, row, &f->rows) {
		add_source(row->pattern, &source);
		table_row(t);
		table_text(t, source.data);
		table_text(t, row->form);
		table_number(t, (double)row->count);
		table_number(t, row->documents);
		if (row->form == NULL)
			continue;
		table_number(t, (double)row->document);
		add_example(row, &source);
		table_text(t, whole ? row->words : source.data);
	}
	buf_release(&source);
}

static enum rc show(struct ctx *c, const struct codebook_options *o, const struct codebook *cb,
	struct diags *d, struct err *e)
{
	struct forms f;
	struct reading r = { c->store, &f };
	struct table t;
	enum rc rc = forms_open(&f, cb, d, e);

	if (rc == RC_OK)
		rc = store_documents(c->store, false, read_one, &r, e);
	if (rc == RC_OK) {
		forms_finish(&f);
		fill(&f, o->format != CODEBOOK_TEXT, c->says, &t);
		rc = codebook_write_table(c, o, &t, e);
	}
	forms_close(&f);
	return rc;
}

enum rc codebook_forms(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	struct diags d = DIAGS_INIT;
	struct codebook *cb = NULL;
	enum rc rc;

	if (o->format == CODEBOOK_HTML)
		return err_set(e, RC_USAGE, "forms writes text, csv or json");
	d.lang = c->says;
	rc = load_codebook(c->rest.items[0], &cb, &d, e);
	if (rc == RC_OK)
		rc = codebook_open_project(c, e);
	if (rc == RC_OK)
		rc = show(c, o, cb, &d, e);
	say_diags_from(&d, DIAG_ERROR);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}
