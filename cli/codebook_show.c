/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook show and export: a codebook for people, as a code list. */
#include <stdlib.h>
#include <string.h>

#include "cli/codebook_subs.h"
#include "cli/load.h"
#include "cli/say.h"
#include "reports/codebook_page.h"

enum rc codebook_of(const struct ctx *c, struct codebook **cb, struct err *e)
{
	struct diags d = DIAGS_INIT;
	enum rc rc;

	d.lang = c->says;
	rc = load_codebook(c->rest.items[0], cb, &d, e);
	say_diags_from(&d, DIAG_ERROR);
	diags_release(&d);
	return rc;
}

enum rc codebook_show(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	bool to_file = o->output != NULL && strcmp(o->output, "-") != 0;
	struct codebook *cb = NULL;
	struct buf out = BUF_INIT;
	enum rc rc;

	if (o->format == CODEBOOK_CSV)
		return err_set(e, RC_USAGE,
			"show writes text, json or html; for CSV: tema codebook export");
	rc = codebook_of(c, &cb, e);
	if (rc == RC_OK && o->format == CODEBOOK_JSON)
		codebook_json(cb, &out);
	else if (rc == RC_OK && o->format == CODEBOOK_HTML)
		codebook_html(cb, c->lang, &out);
	else if (rc == RC_OK)
		codebook_text(cb, c->lang, to_file ? 0 : c->width, &out);
	if (rc == RC_OK)
		rc = codebook_write(c, o, &out, e);
	codebook_free(cb);
	buf_release(&out);
	return rc;
}

enum rc codebook_export(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	const struct writer *writer = o->format == CODEBOOK_JSON ? &writer_json : &writer_csv;
	const struct writer_options options = { c->lang, 0, false };
	struct codebook *cb = NULL;
	struct table t = { .arena = ARENA_INIT };
	struct buf out = BUF_INIT;
	enum rc rc;

	if (o->format == CODEBOOK_HTML || o->format == CODEBOOK_TEXT)
		return err_set(e, RC_USAGE,
			"export writes csv or json; to read or print: tema codebook show");
	rc = codebook_of(c, &cb, e);
	if (rc == RC_OK) {
		codebook_table(cb, c->lang, &t);
		writer->write(&t, &options, &out);
		rc = codebook_write(c, o, &out, e);
	}
	table_release(&t);
	codebook_free(cb);
	buf_release(&out);
	return rc;
}
