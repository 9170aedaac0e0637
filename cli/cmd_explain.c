/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/cmd.h"
#include "cli/explain_view.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/messages.h"
#include "coder/dialogue.h"
#include "coder/explain.h"
#include "corpus/normalise.h"

#define TEXT_MAX (1u << 20)

static const char *book, *only;
static bool all;

static const struct opt opts[] = {
	{ .name = "codebook",
		.letter = 'c',
		.kind = OPT_TEXT,
		.value = &book,
		.arg = "NAME|FILE",
		.help = "shipped codebook or .codebook file, instead of the first operand" },
	{ .name = "code",
		.kind = OPT_TEXT,
		.value = &only,
		.arg = "CODE[:RULE]",
		.help = "only the rules of this code, or this rule" },
	{ .name = "all",
		.kind = OPT_FLAG,
		.value = &all,
		.help = "also the rules of which nothing is in the text" },
};

/* CODE or CODE:RULE of --code. */
static enum rc choose(const struct codebook *cb, const char *lang, const struct code **code,
	const struct rule **rule, struct err *e)
{
	const char *colon = only != NULL ? strchr(only, ':') : NULL;
	char *key;

	*code = NULL;
	*rule = NULL;
	if (only == NULL)
		return RC_OK;
	key = mem_dup(only, colon != NULL ? (size_t)(colon - only) : strlen(only));
	*code = codebook_code(cb, key);
	free(key);
	if (*code == NULL)
		return err_set(
			e, RC_NOTFOUND, message_text(MSG_S_BOOK_NO_CODE, lang), cb->name, only);
	if (colon != NULL)
		*rule = code_rule(*code, colon + 1);
	if (colon != NULL && *rule == NULL)
		return err_set(e, RC_NOTFOUND, message_text(MSG_E010_RULE, lang), (*code)->full,
			colon + 1);
	return RC_OK;
}

static enum rc print(struct ctx *c, const struct explanation *x, const struct document *doc)
{
	struct buf out = BUF_INIT;
	struct table t;

	if (c->writer == &writer_csv) {
		explain_view_table(x, all, &t);
		show_table(c, &t);
		return RC_OK;
	}
	if (c->writer == &writer_json)
		explain_view_json(x, doc, all, &out);
	else
		explain_view_text(x, all, &out);
	out_put(&out);
	buf_release(&out);
	return RC_OK;
}

static enum rc explain(struct ctx *c, const struct codebook *cb, const struct document *doc,
	struct diags *d, struct err *e)
{
	struct explanation x;
	struct engine *g = NULL;
	const struct code *code;
	const struct rule *rule;
	enum rc rc = choose(cb, c->says, &code, &rule, e);

	if (rc == RC_OK)
		rc = engine_new(&cb, 1, &g, d, e);
	if (rc != RC_OK)
		return rc;
	explain_document(g, doc, code, rule, &x, d);
	rc = print(c, &x, doc);
	explain_release(&x);
	engine_free(g);
	return rc;
}

/* The operand, or standard input for "-"; normalised as a document's text is. */
static enum rc read_text(const char *operand, struct document **doc, struct diags *d, struct err *e)
{
	struct buf raw = BUF_INIT, text = BUF_INIT;
	enum rc rc = RC_OK;

	if (strcmp(operand, "-") == 0)
		rc = file_read_stdin(TEXT_MAX, &raw, e);
	else
		buf_adds(&raw, operand);
	if (rc == RC_OK && raw.len > 0)
		rc = normalise_decode(raw.data, raw.len, &text, d, e);
	if (rc == RC_OK && dialogue_is_empty(text.data))
		rc = err_set(e, RC_USAGE, "the text is empty");
	if (rc == RC_OK)
		rc = dialogue_document(text.data, doc, e);
	buf_release(&raw);
	buf_release(&text);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct codebook *cb = NULL;
	struct document *doc = NULL;
	struct diags d = DIAGS_INIT;
	size_t wanted = book != NULL ? 1 : 2;
	enum rc rc = operands(
		c, wanted, wanted, book != NULL ? "TEXT" : "CODEBOOK TEXT (the text in quotes)", e);

	d.lang = c->says;
	if (rc == RC_OK)
		rc = read_text(c->rest.items[wanted - 1], &doc, &d, e);
	if (rc == RC_OK)
		rc = load_codebook(book != NULL ? book : c->rest.items[0], &cb, &d, e);
	if (rc == RC_OK)
		rc = explain(c, cb, doc, &d, e);
	say_diags_from(&d, rc == RC_OK ? DIAG_ERROR : DIAG_WARNING);
	document_free(doc);
	codebook_free(cb);
	diags_release(&d);
	return rc;
}

const struct cmd cmd_explain = {
	.name = "explain",
	.args = "CODEBOOK TEXT",
	.summary = "Tell why a sentence does or does not match",
	.group = "codebooks",
	.flags = CMD_FORMAT,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Shows of each rule what of it is in the text and what is missing, and by how "
		"much; "
		"near misses\n"
		"first, then what matches. The text is one informant's; lines \"T: ...\" and \"J: "
		"...\" make an\n"
		"interview of it. TEXT \"-\" reads standard input.\n\n"
		"  tema explain jones \"Sosialisasi program masih belum optimal.\"\n"
		"  tema explain my.codebook --code LEMAH:belum-optimal \"...\"\n",
	.run = run,
};
