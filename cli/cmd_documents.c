/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
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

/* One change as an op: finds the document, applies, commits. */
typedef enum rc change_fn(struct ctx *c, int64_t id, struct err *e);

static enum rc keep_detail(struct ctx *c, int64_t id, const char *verb, struct err *e)
{
	unsigned number = 0;
	enum rc rc = show_document_number(c->store, id, &number, e);
	char *detail = mem_printf("%s document %u", verb, number);

	if (rc == RC_OK)
		rc = store_detail(c->store, detail, e);
	free(detail);
	return rc;
}

static enum rc change(struct ctx *c, change_fn *fn, const char *verb, struct err *e)
{
	int64_t id;
	enum rc rc = store_document_find(c->store, c->rest.items[0], &id, e);

	if (rc == RC_OK)
		rc = store_begin(c->store, &c->who, "documents", e);
	if (rc != RC_OK)
		return rc;
	rc = fn(c, id, e);
	if (rc == RC_OK)
		rc = keep_detail(c, id, verb, e);
	if (rc == RC_OK)
		rc = store_commit(c->store, e);
	else
		store_rollback(c->store);
	return rc;
}

static enum rc set_vars(struct ctx *c, int64_t id, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const char *, word, &vars) {
		const char *equals = strchr(*word, '=');
		char *key;

		if (equals == NULL || equals == *word)
			return err_set(e, RC_USAGE, "--var is KEY=VALUE, not '%s'", *word);
		key = mem_dup(*word, (size_t)(equals - *word));
		rc = store_variable_clear(c->store, STORE_DOCUMENT, id, key, e);
		if (rc == RC_OK && equals[1] != '\0')
			rc = store_variable_add(c->store, STORE_DOCUMENT, id, key, equals + 1, e);
		free(key);
		if (rc != RC_OK)
			return rc;
	}
	return rc;
}

static enum rc set_attributes(struct ctx *c, int64_t id, struct err *e)
{
	struct store_document_change ch = { title, date, place, -1, -1 };
	enum rc rc;

	if (method != NULL && (ch.method = method_parse(method)) < 0)
		return err_set(e, RC_USAGE,
			"'%s' is no method: interview, observation, document, fgd or survey",
			method);
	if (date != NULL && *date != '\0' && !clock_date_valid(date))
		return err_set(
			e, RC_USAGE, "--date is 2024-08-17, 2024-08 or 2024, not '%s'", date);
	rc = store_document_change(c->store, id, &ch, e);
	return rc == RC_OK ? set_vars(c, id, e) : rc;
}

static enum rc run_set(struct ctx *c, struct err *e)
{
	if (title == NULL && date == NULL && place == NULL && method == NULL && vars.n == 0)
		return err_set(e, RC_USAGE,
			"say what to set: --title, --date, --place, --method or --var");
	return change(c, set_attributes, "set", e);
}

static enum rc hide(struct ctx *c, int64_t id, struct err *e)
{
	return store_document_change(
		c->store, id, &(struct store_document_change){ .method = -1, .removed = 1 }, e);
}

static enum rc unhide(struct ctx *c, int64_t id, struct err *e)
{
	return store_document_change(
		c->store, id, &(struct store_document_change){ .method = -1, .removed = 0 }, e);
}

static enum rc run_remove(struct ctx *c, struct err *e)
{
	enum rc rc = change(c, hide, "remove", e);

	if (rc == RC_OK && !c->quiet)
		say("hidden, not deleted: 'tema documents restore %s' or 'tema undo' brings it "
		    "back",
			c->rest.items[0]);
	return rc;
}

static enum rc run_restore(struct ctx *c, struct err *e)
{
	return change(c, unhide, "restore", e);
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 0, "list", run_list },
		{ "set", 1, 1, "set DOC --title TEXT ...", run_set },
		{ "remove", 1, 1, "remove DOC", run_remove },
		{ "restore", 1, 1, "restore DOC", run_restore },
	};

	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_documents = {
	.name = "documents",
	.args = "[list | set DOC | remove DOC | restore DOC]",
	.summary = "List documents, correct what was found, hide a wrong import",
	.group = "texts",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "DOC is the number in the list, or a title or the beginning of one.\n\n"
		"  tema documents set 3 --date 2024-08-17 --var lokasi=Sukamulya\n"
		"  tema documents remove 4\n",
	.run = run,
};
