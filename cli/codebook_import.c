/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook import FILE: a dictionary or code list of another program as a codebook. */
#include <string.h>

#include "base/file.h"
#include "cli/codebook_subs.h"
#include "cli/say.h"
#include "cli/show.h"
#include "codebooks/foreign.h"
#include "codebooks/messages.h"
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
		say_plain(message_text(MSG_S_WROTE, c->says), o->output);
	return rc;
}

enum rc codebook_write_table(
	struct ctx *c, const struct codebook_options *o, struct table *t, struct err *e)
{
	static const struct writer *const formats[] = { &writer_text, &writer_csv, &writer_json };
	bool to_file = o->output != NULL && strcmp(o->output, "-") != 0;
	struct buf out = BUF_INIT;
	enum rc rc;

	c->writer = formats[o->format];
	show_table_into(c, t, to_file ? 0 : c->width, &out);
	rc = codebook_write(c, o, &out, e);
	buf_release(&out);
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

static void say_sum(const char *lang, const struct foreign_figures *n, size_t remarks)
{
	const struct {
		size_t n;
		enum message one, several;
	} parts[] = {
		{ n->codes, MSG_S_N_CODE, MSG_S_N_CODES },
		{ n->keywords, MSG_S_KEYWORD, MSG_S_KEYWORDS },
		{ n->rules, MSG_S_RULE, MSG_S_RULES },
		{ remarks, MSG_S_N_REMARK, MSG_S_N_REMARKS },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_printf(&out,
			message_text(parts[i].n == 1 ? parts[i].one : parts[i].several, lang),
			parts[i].n);
	say("%s", out.data);
	buf_release(&out);
}

enum rc codebook_import(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	const struct foreign_options f = { o->from, o->encoding, o->name, o->language };
	const char *path = c->rest.items[0];
	struct buf bytes = BUF_INIT, text = BUF_INIT;
	struct foreign_figures n = { 0 };
	struct diags d = DIAGS_INIT;
	enum rc rc = codebook_check_name(o->name, e);

	d.lang = c->says;
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
		say_sum(c->says, &n, d.list.n);
	diags_release(&d);
	buf_release(&text);
	buf_release(&bytes);
	return rc;
}
