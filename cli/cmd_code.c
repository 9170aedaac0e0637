/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "project/decide.h"

static bool is_new;
static const char *label, *definition, *parent, *note;

static const struct opt opts[] = {
	{ .name = "new",
		.kind = OPT_FLAG,
		.value = &is_new,
		.help = "CODE is a new code of the project's own" },
	{ .name = "label",
		.kind = OPT_TEXT,
		.value = &label,
		.arg = "TEXT",
		.help = "with --new: its label" },
	{ .name = "definition",
		.kind = OPT_TEXT,
		.value = &definition,
		.arg = "TEXT",
		.help = "with --new: what it means" },
	{ .name = "parent",
		.kind = OPT_TEXT,
		.value = &parent,
		.arg = "CODE",
		.help = "with --new: the code above it" },
	{ .name = "note",
		.kind = OPT_TEXT,
		.value = &note,
		.arg = "TEXT",
		.help = "note kept with the coding" },
};

/* An existing code, or with --new what is needed to make it. */
static enum rc the_code(struct ctx *c, const char *typed, struct code_choice *choice, struct err *e)
{
	enum rc rc;

	*choice = (struct code_choice){
		.key = typed, .label = label != NULL ? label : typed, .definition = definition
	};
	if (is_new)
		return parent != NULL ? store_code_find(c->store, parent, &choice->parent, e)
				      : RC_OK;
	rc = store_code_find(c->store, typed, &choice->id, e);
	if (rc == RC_NOTFOUND && choice->id == 0 && strstr(e->msg, "did you mean") == NULL &&
		strstr(e->msg, "there is no code") != NULL)
		rc = err_set(e, RC_NOTFOUND, "there is no code '%s'; --new makes it", typed);
	return rc;
}

static enum rc tell(struct ctx *c, int64_t document, struct span span, int64_t code, const char *id,
	struct err *e)
{
	struct doc_cache docs = { .store = c->store };
	struct code_names names = { .arena = ARENA_INIT };
	struct buf out = BUF_INIT;
	unsigned number = 0;
	enum rc rc = doc_cache_get(&docs, document, e);

	span = doc_cache_span(&docs, span.start, span.end);
	if (rc == RC_OK)
		rc = show_document_number(c->store, document, &number, e);
	if (rc == RC_OK)
		rc = code_names_load(c->store, &names, e);
	if (rc == RC_OK) {
		buf_printf(&out, "%s  %s  document %u, line %zu: \"", id,
			code_names_get(&names, code)->full, number,
			lines_at(&docs.lines, span.start));
		show_quote(docs.doc, span.start, span.end, 200, &out);
		buf_adds(&out, "\"\n");
		out_put(&out);
	}
	buf_release(&out);
	code_names_release(&names);
	doc_cache_release(&docs);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	int64_t document;
	struct code_choice code;
	struct span span;
	char id[9];
	enum rc rc = operands(c, 3, 3, "DOC START-END|\"QUOTE\" CODE [--new]", e);

	if (rc == RC_OK && !is_new && (label != NULL || definition != NULL || parent != NULL))
		rc = err_set(e, RC_USAGE, "--label, --definition and --parent go with --new");
	if (rc == RC_OK)
		rc = show_document_find(c->store, c->rest.items[0], &document, e);
	if (rc == RC_OK)
		rc = decide_span(c->store, document, c->rest.items[1], &span, e);
	if (rc == RC_OK)
		rc = the_code(c, c->rest.items[2], &code, e);
	if (rc == RC_OK)
		rc = decide_code(c->store, &c->who, document, span, &code, note, id, e);
	return rc == RC_OK ? tell(c, document, span, code.id, id, e) : rc;
}

const struct cmd cmd_code = {
	.name = "code",
	.args = "DOC START-END|\"QUOTE\" CODE",
	.summary = "Code a passage by hand, with --new by a code of your own",
	.group = "coding",
	.flags = CMD_WRITE,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "The passage is given by its place (code points, as 'tema suggestions' prints "
		"them) or by its\n"
		"words. A coding by hand is confirmed at once.\n\n"
		"  tema code 2 \"kami tidak pernah diajak rapat\" jones.ORG\n"
		"  tema code 2 1204-1290 TIDAK-DIAJAK --new --label \"Tidak diajak\"\n",
	.run = run,
};
