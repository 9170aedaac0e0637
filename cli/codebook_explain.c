/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tema codebook check --explain ID: what a message means, with an example and the same repaired. */
#include <string.h>

#include "base/utf8.h"
#include "cli/codebook_subs.h"
#include "cli/say.h"
#include "codebooks/messages.h"
#include "coder/id_text.h"

#define WIDTH 80
#define INDENT 4

/* Words of s in lines of WIDTH cells. */
static void add_wrapped(struct buf *out, const char *s)
{
	size_t column = 0;

	while (*s != '\0') {
		size_t len = strcspn(s, " "), cells = utf8_cells(s, len);

		if (column > 0 && column + 1 + cells > WIDTH) {
			buf_addc(out, '\n');
			column = 0;
		} else if (column > 0) {
			buf_addc(out, ' ');
			column++;
		}
		buf_add(out, s, len);
		column += cells;
		s += len + strspn(s + len, " ");
	}
	buf_addc(out, '\n');
}

static void add_indented(struct buf *out, const char *s)
{
	while (*s != '\0') {
		size_t len = strcspn(s, "\n");

		buf_printf(out, "%*s", INDENT, "");
		utf8_clean(s, len, out);
		buf_addc(out, '\n');
		s += len + (s[len] == '\n');
	}
}

static void add_said(struct buf *out, const struct id_text *t, const char *lang)
{
	struct diags d = DIAGS_INIT;
	struct buf said = BUF_INIT;

	d.lang = lang;
	if (id_text_needs_project(t)) {
		buf_printf(out, "\n%s\n", message_text(MSG_S_NEEDS_PROJECT, lang));
		return;
	}
	id_text_check(t, t->bad, &d);
	diag_print_all(&d, &said);
	buf_addc(out, '\n');
	add_indented(out, said.data);
	buf_release(&said);
	diags_release(&d);
}

static void print(struct buf *out, const struct id_text *t, const char *lang)
{
	bool indonesian = lang != NULL && strcmp(lang, "id") == 0;
	enum message kind = t->id[0] == 'E'   ? MSG_S_AN_ERROR
			    : t->id[0] == 'W' ? MSG_S_A_WARNING
			    : t->id[0] == 'F' ? MSG_S_OF_IMPORT
					      : MSG_S_A_REMARK;

	buf_printf(out, message_text(kind, lang), t->id);
	buf_adds(out, "\n\n");
	add_wrapped(out, indonesian ? t->apa : t->what);
	buf_addc(out, '\n');
	add_wrapped(out, indonesian ? t->mengapa : t->why);
	if (t->bad == NULL)
		return;
	buf_printf(out, "\n%s:\n", message_text(MSG_S_EXAMPLE, lang));
	add_indented(out, t->bad);
	add_said(out, t, lang);
	buf_printf(out, "\n%s:\n", message_text(MSG_S_REPAIRED, lang));
	add_indented(out, t->good);
}

enum rc codebook_explain(struct ctx *c, const struct codebook_options *o, struct err *e)
{
	const struct id_text *t = id_text_find(o->explain);
	struct buf out = BUF_INIT;
	enum rc rc;

	if (c->rest.n > 0)
		return err_set(e, RC_USAGE, "--explain takes an id and no file");
	if (o->format != CODEBOOK_TEXT)
		return err_set(e, RC_USAGE, "--explain writes text");
	if (t == NULL)
		return err_set(e, RC_NOTFOUND, message_text(MSG_S_NO_ID, c->says), o->explain);
	print(&out, t, c->says);
	rc = codebook_write(c, o, &out, e);
	buf_release(&out);
	return rc;
}
