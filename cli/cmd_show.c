/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "reports/transcript.h"
#include "store/codebooks.h"

enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_JSON };
static const char *const formats[] = { "text", "html", "json", NULL };
static const char *const include[] = { "confirmed", "suggested", NULL };

static struct opt_list codes;
static const char *lines, *by_coder, *output;
static bool only, no_codes;
static int included, format;

static const struct opt opts[] = {
	{ .name = "lines",
		.kind = OPT_TEXT,
		.value = &lines,
		.arg = "A-B",
		.help = "these lines only (one, A-B or A-)" },
	{ .name = "code",
		.letter = 'c',
		.kind = OPT_LIST,
		.value = &codes,
		.arg = "CODE",
		.help = "this code and the codes below it; may be repeated" },
	{ .name = "only",
		.kind = OPT_FLAG,
		.value = &only,
		.help = "with --code: without the codes below" },
	{ .name = "by",
		.kind = OPT_TEXT,
		.value = &by_coder,
		.arg = "CODER",
		.help = "only this coder's codings" },
	{ .name = "include",
		.kind = OPT_CHOICE,
		.value = &included,
		.arg = "suggested",
		.choices = include,
		.help = "open suggestions too, marked as such" },
	{ .name = "no-codes",
		.kind = OPT_FLAG,
		.value = &no_codes,
		.help = "the text without a margin" },
	{ .name = "format",
		.kind = OPT_CHOICE,
		.value = &format,
		.arg = "text|html|json",
		.choices = formats,
		.help = "text (default), html: one page, or json" },
	{ .name = "output",
		.letter = 'o',
		.kind = OPT_TEXT,
		.value = &output,
		.arg = "FILE",
		.help = "file to write instead of standard output" },
};

/* "12", "12-40", "12-" */
static enum rc read_lines(struct transcript_options *o, struct err *e)
{
	char *end;
	unsigned long a, b;

	if (lines == NULL)
		return RC_OK;
	a = b = strtoul(lines, &end, 10);
	if (*end == '-')
		b = end[1] == '\0' ? UINT32_MAX : strtoul(end + 1, &end, 10);
	if (*end == '-')
		end++;
	if (*end != '\0' || lines[0] < '0' || lines[0] > '9' || a == 0 || b < a || b > UINT32_MAX)
		return err_set(e, RC_USAGE,
			"--lines is 12, 12-40 or 12- (from line 12 on), not '%s'", lines);
	o->first = (uint32_t)a;
	o->last = (uint32_t)b;
	return RC_OK;
}

VEC_TYPE(code_id_list, int64_t);

static enum rc read_options(
	struct ctx *c, struct transcript_options *o, struct code_id_list *ids, struct err *e)
{
	enum rc rc = read_lines(o, e);

	if (rc == RC_OK && no_codes && (codes.n > 0 || included == 1 || by_coder != NULL))
		rc = err_set(
			e, RC_USAGE, "--no-codes and --code, --include or --by do not go together");
	if (rc == RC_OK && by_coder != NULL)
		rc = store_coder_find(c->store, by_coder, &o->coder, e);
	vec_each (const char *, typed, &codes) {
		int64_t id;

		if (rc == RC_OK)
			rc = store_code_find(c->store, *typed, &id, e);
		if (rc == RC_OK)
			vec_push(ids, id);
	}
	o->lang = c->lang;
	o->codes = ids->items;
	o->ncodes = ids->n;
	o->only = only;
	o->no_codes = no_codes;
	o->suggested = included == 1;
	return rc;
}

static enum rc write_as_asked(struct ctx *c, const struct transcript *t, struct err *e)
{
	bool to_file = output != NULL && strcmp(output, "-") != 0;
	struct transcript_page page = { to_file ? 0 : c->width, c->colour && !to_file, c->lang };
	struct buf out = BUF_INIT;
	enum rc rc = RC_OK;

	if (format == FORMAT_HTML)
		transcript_html(t, c->lang, &out);
	else if (format == FORMAT_JSON)
		transcript_json(t, &out);
	else
		transcript_text(t, &page, &out);
	if (!to_file)
		out_put(&out);
	else
		rc = file_write(output, out.data, out.len, e);
	if (rc == RC_OK && to_file && !c->quiet)
		say_plain("wrote %s", output);
	buf_release(&out);
	return rc;
}

static enum rc tell_hidden(const struct store_document *d, void *arg, struct err *e)
{
	const struct ctx *c = arg;

	(void)e;
	if (d->removed && !c->quiet)
		say("document %u is hidden: it is not counted; 'tema documents restore %u' brings "
		    "it back",
			d->number, d->number);
	return RC_OK;
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct transcript_options o = { .lang = c->lang };
	struct code_id_list ids = VEC_INIT;
	struct transcript *t = NULL;
	int64_t id;
	enum rc rc = operands(c, 1, 1, "DOC", e);

	if (rc == RC_OK)
		rc = read_options(c, &o, &ids, e);
	if (rc == RC_OK)
		rc = show_document_find(c->store, c->rest.items[0], &id, e);
	if (rc == RC_OK)
		rc = transcript_load(c->store, id, &o, &t, e);
	if (rc == RC_OK)
		rc = write_as_asked(c, t, e);
	if (rc == RC_OK)
		rc = store_document_get(c->store, id, tell_hidden, c, e);
	transcript_free(t);
	vec_release(&ids);
	return rc;
}

const struct cmd cmd_show = {
	.name = "show",
	.args = "DOC",
	.summary = "Show a document with its codes in the margin",
	.group = "texts",
	.flags = CMD_READ,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Numbers the lines as quotations cite them, and shows who speaks, when, and the "
		"confirmed codings:\n"
		"[INT] codes something in this line, ┌ │ └ a passage over several. Suggestions "
		"(--include suggested)\n"
		"have a question mark and dashed lines: (INT?). In a file or pipe the codes stand "
		"below their line,\n"
		"with their places in code points.\n\n"
		"  tema show 3\n"
		"  tema show 3 --include suggested --code jones.INT --lines 20-60\n"
		"  tema show 3 --format html -o wawancara-03.html\n",
	.run = run,
};
