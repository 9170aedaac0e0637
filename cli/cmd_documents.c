/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/attributes.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "store/documents.h"

static const char *title, *date, *place, *method;
static struct opt_list vars;
static bool all;

static const struct opt opts[] = {
	{ .name = "title",
		.kind = OPT_TEXT,
		.value = &title,
		.arg = "TEXT",
		.help = "set: new title" },
	{ .name = "date",
		.kind = OPT_TEXT,
		.value = &date,
		.arg = "DATE",
		.help = "set: 2024-08-17, 2024-08 or 2024" },
	{ .name = "place", .kind = OPT_TEXT, .value = &place, .arg = "TEXT", .help = "set: place" },
	{ .name = "method",
		.letter = 'm',
		.kind = OPT_TEXT,
		.value = &method,
		.arg = "METHOD",
		.help = "set: interview, observation, document, fgd or survey" },
	{ .name = "var",
		.kind = OPT_LIST,
		.value = &vars,
		.arg = "KEY=VALUE",
		.help = "set: variable (replaces its values; KEY= removes them)" },
	{ .name = "all", .kind = OPT_FLAG, .value = &all, .help = "list: hidden documents too" },
};

static enum rc add_row(const struct store_document *d, void *arg, struct err *e)
{
	struct table *t = arg;

	(void)e;
	table_row(t);
	table_number(t, d->number);
	table_text(t, d->title);
	table_text(t, method_names[d->method]);
	table_text(t, d->date);
	table_text(t, d->place);
	table_number(t, d->paragraphs);
	table_number(t, d->turns);
	table_number(t, d->sentences);
	table_number(t, d->words);
	table_number(t, d->speakers);
	table_text(t, d->variables);
	table_text(t, d->removed ? "hidden" : "");
	return RC_OK;
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	struct table t;
	enum rc rc;

	if (attributes_are_wanted(c))
		return attributes_list(c, STORE_DOCUMENT, all, e);
	table_init(&t, "documents", "");
	table_column(&t, "number", "no", COLUMN_INT, 0);
	table_column(&t, "title", "title", COLUMN_TEXT, 0);
	table_column(&t, "method", "method", COLUMN_CODE, 0);
	table_column(&t, "date", "date", COLUMN_CODE, 0);
	table_column(&t, "place", "place", COLUMN_TEXT, 0);
	table_column(&t, "paragraphs", "paras", COLUMN_INT, 0);
	table_optional(&t);
	table_column(&t, "turns", "turns", COLUMN_INT, 0);
	table_column(&t, "sentences", "sents", COLUMN_INT, 0);
	table_optional(&t);
	table_column(&t, "words", "words", COLUMN_INT, 0);
	table_column(&t, "speakers", "speakers", COLUMN_INT, 0);
	table_column(&t, "variables", "variables", COLUMN_TEXT, 0);
	table_column(&t, "state", "", COLUMN_CODE, 0);
	rc = store_documents(c->store, all, add_row, &t, e);
	if (rc == RC_OK)
		show_table(c, &t);
	else
		table_release(&t);
	return rc;
}

static enum rc run_set(struct ctx *c, struct err *e)
{
	struct attributes a = { .vars = &vars,
		.what = "--title, --date, --place, --method or --var" };
	int64_t id;
	enum rc rc = show_document_find(c->store, c->rest.items[0], &id, e);

	a.fields[DOCUMENT_TITLE] = title;
	a.fields[DOCUMENT_METHOD] = method;
	a.fields[DOCUMENT_DATE] = date;
	a.fields[DOCUMENT_PLACE] = place;
	return rc == RC_OK ? attributes_set(c, STORE_DOCUMENT, id, &a, e) : rc;
}

static enum rc run_import(struct ctx *c, struct err *e)
{
	return attributes_import(c, STORE_DOCUMENT, e);
}

/* ---- hiding ---- */

static enum rc look(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	*(struct store_document *)arg = *d; /* its texts are gone when this is read */
	return RC_OK;
}

static enum rc write_hidden(struct ctx *c, const struct store_document *d, bool hide, struct err *e)
{
	struct store_document_change ch = { .method = -1, .removed = hide };
	char *detail = mem_printf("%s document %u", hide ? "remove" : "restore", d->number);
	enum rc rc = store_begin(c->store, &c->who, "documents", e);

	if (rc == RC_OK)
		rc = store_document_change(c->store, d->id, &ch, e);
	if (rc == RC_OK)
		rc = store_detail(c->store, detail, e);
	if (rc == RC_OK)
		rc = store_commit(c->store, e);
	else
		store_rollback(c->store);
	free(detail);
	return rc;
}

/* *done: it was not so before. */
static enum rc set_hidden(struct ctx *c, bool hide, bool *done, struct err *e)
{
	struct store_document d = { .id = 0 };
	int64_t id;
	enum rc rc = show_document_find(c->store, c->rest.items[0], &id, e);

	*done = false;
	if (rc == RC_OK)
		rc = store_document_get(c->store, id, look, &d, e);
	if (rc != RC_OK)
		return rc;
	*done = d.removed != hide && !c->dry_run;
	if (d.removed == hide && !c->quiet)
		say("document %u is %s; nothing was changed", d.number,
			hide ? "hidden already" : "not hidden");
	else if (c->dry_run && !c->quiet)
		say("document %u would be %s (dry run, nothing written)", d.number,
			hide ? "hidden" : "brought back");
	return *done ? write_hidden(c, &d, hide, e) : RC_OK;
}

static enum rc run_remove(struct ctx *c, struct err *e)
{
	bool done;
	enum rc rc = set_hidden(c, true, &done, e);

	if (rc == RC_OK && done && !c->quiet)
		say("hidden, not deleted: 'tema documents restore %s' or 'tema undo' brings it "
		    "back; 'tema erase' deletes for good, when a participant withdraws",
			c->rest.items[0]);
	return rc;
}

static enum rc run_restore(struct ctx *c, struct err *e)
{
	bool done;

	return set_hidden(c, false, &done, e);
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 0, "list", run_list },
		{ "set", 1, 1, "set DOC --title TEXT ...", run_set },
		{ "import", 1, 1, "import FILE.csv", run_import },
		{ "remove", 1, 1, "remove DOC", run_remove },
		{ "restore", 1, 1, "restore DOC", run_restore },
	};

	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_documents = {
	.name = "documents",
	.args = "[list | set DOC | import CSV | remove DOC | restore DOC]",
	.summary = "List documents, correct what was found, hide a wrong import",
	.group = "texts",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "DOC is the number in the list, or a title or the beginning of one.\n\n"
		"  tema documents set 3 --date 2024-08-17 --var lokasi=Sukamulya\n"
		"  tema documents remove 4\n\n"
		"Many at once, in a spreadsheet:\n\n"
		"  tema documents --format csv > dokumen.csv\n"
		"  tema documents import dokumen.csv --dry-run\n"
		"  tema documents import dokumen.csv\n",
	.run = run,
};
