/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook import FILE: a dictionary or code list of another program as a codebook. */
#include <string.h>

#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/say.h"
#include "codebooks/foreign.h"
#include "codebooks/outline.h"
#include "codebooks/parser.h"

enum rc codebook_write(
	struct ctx *c, const struct codebook_options *o, struct buf *out, struct err *e)
{
	enum rc rc;

	if (o->output == NULL || strcmp(o->output, "-") == 0) {
		out_put(out);
		return RC_OK;
	}
	rc = file_write(o->output, out->data, out->len, e);
	buf_reset(out);
	if (rc == RC_OK && !c->quiet)
		say_plain("wrote %s", o->output);
	return rc;
}

enum rc codebook_check_name(const char *name, struct err *e)
{
	if (name == NULL || outline_is_key(name))
		return RC_OK;
	return err_set(e, RC_USAGE,
		"--name is a letter a-z, then letters, digits, '-' and '_', not '%s'", name);
}

static enum rc check_language(const char *s, struct err *e)
{
	if (s == NULL ||
		(strlen(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z'))
		return RC_OK;
	return err_set(
		e, RC_USAGE, "--language is two small letters, such as id or en, not '%s'", s);
}

/* What was made must be a codebook; if it is none, that is our mistake, and it is said. */
static enum rc check_result(const char *name, const struct buf *text, struct err *e)
{
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	enum rc rc = codebook_parse(name, text->data, text->len, &cb, &d, e);

	if (rc != RC_OK) {
		say_diags_from(&d, DIAG_ERROR);
		err_wrap(e, "the codebook made of '%s' is not right", name);
	}
	codebook_free(cb);
	diags_release(&d);
	return rc;
}

enum rc codebook_import(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	const struct foreign_options f = { o->from, o->encoding, o->name, o->language };
	const char *path = c->rest.items[0];
	struct buf bytes = BUF_INIT, text = BUF_INIT;
	struct foreign_figures n = { 0 };
	struct diags d = DIAGS_INIT;
	enum rc rc = codebook_check_name(o->name, e);

	if (rc == RC_OK)
		rc = check_language(o->language, e);
	if (rc == RC_OK)
		rc = file_read(path, FOREIGN_MAX, &bytes, e);
	if (rc == RC_OK)
		rc = foreign_import(path, bytes.data, bytes.len, &f, &text, &n, &d, e);
	say_diags(&d);
	if (rc == RC_OK)
		rc = check_result(path, &text, e);
	if (rc == RC_OK)
		rc = codebook_write(c, o, &text, e);
	if (rc == RC_OK && !c->quiet)
		say("%zu code%s, %zu keyword%s, %zu rule%s; %zu remark%s", n.codes, plural(n.codes),
			n.keywords, plural(n.keywords), n.rules, plural(n.rules), d.list.n,
			plural(d.list.n));
	diags_release(&d);
	buf_release(&text);
	buf_release(&bytes);
	return rc;
}
