/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "store/documents.h"

static const char *const shown_as[] = { "name", "code", NULL };
static const char *name, *code, *role, *kind;
static struct opt_list vars;
static int shown = -1; /* index into shown_as */

static const struct opt opts[] = {
	{ .name = "name",
		.kind = OPT_TEXT,
		.value = &name,
		.arg = "TEXT",
		.help = "set: full name" },
	{ .name = "code",
		.kind = OPT_TEXT,
		.value = &code,
		.arg = "CODE",
		.help = "set: informant code used in reports (I1)" },
	{ .name = "role",
		.kind = OPT_TEXT,
		.value = &role,
		.arg = "ROLE",
		.help = "set: interviewer, informant or other" },
	{ .name = "kind",
		.kind = OPT_TEXT,
		.value = &kind,
		.arg = "KIND",
		.help = "set: person, group or unknown" },
	{ .name = "shown-as",
		.kind = OPT_CHOICE,
		.value = &shown,
		.arg = "name|code",
		.choices = shown_as,
		.help = "set: what reports print" },
	{ .name = "var",
		.kind = OPT_LIST,
		.value = &vars,
		.arg = "KEY=VALUE",
		.help = "set: variable; twice the same key: two values (kelompok=kader)" },
};

static enum rc add_row(const struct store_speaker *p, void *arg, struct err *e)
{
	struct table *t = arg;

	(void)e;
	table_row(t);
	table_text(t, p->shown);
	table_text(t, p->code);
	table_text(t, p->name);
	table_text(t, p->labels);
	table_text(t, role_names[p->role]);
	table_text(t, p->sure ? "" : "unsure");
	table_text(t, speaker_kind_names[p->kind]);
	table_number(t, p->documents);
	table_number(t, p->turns);
	table_number(t, (double)p->words);
	table_text(t, p->variables);
	return RC_OK;
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	struct table t;
	enum rc rc;

	table_init(&t, "speakers", "");
	table_column(&t, "shown", "speaker", COLUMN_TEXT, 0);
	table_column(&t, "code", "code", COLUMN_CODE, 0);
	table_column(&t, "name", "name", COLUMN_TEXT, 0);
	table_column(&t, "labels", "labels", COLUMN_TEXT, 0);
	table_column(&t, "role", "role", COLUMN_CODE, 0);
	table_column(&t, "sure", "", COLUMN_CODE, 0);
	table_column(&t, "kind", "kind", COLUMN_CODE, 0);
	table_optional(&t);
	table_column(&t, "documents", "docs", COLUMN_INT, 0);
	table_column(&t, "turns", "turns", COLUMN_INT, 0);
	table_optional(&t);
	table_column(&t, "words", "words", COLUMN_INT, 0);
	table_column(&t, "variables", "variables", COLUMN_TEXT, 0);
	rc = store_speakers(c->store, add_row, &t, e);
	if (rc == RC_OK)
		show_table(c, &t);
	else
		table_release(&t);
	return rc;
}

static int name_index(const char *const *names, const char *word)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	return -1;
}

static enum rc read_change(struct store_speaker_change *ch, struct err *e)
{
	*ch = (struct store_speaker_change){ code, name, -1, -1, -1, role != NULL || kind != NULL };
	if (role != NULL && (ch->role = role_parse(role)) < 0)
		return err_set(
			e, RC_USAGE, "'%s' is no role: interviewer, informant or other", role);
	if (kind != NULL && (ch->kind = name_index(speaker_kind_names, kind)) < 0)
		return err_set(e, RC_USAGE, "'%s' is no kind: person, group or unknown", kind);
	ch->shown_as_code = shown;
	return RC_OK;
}

/* Values given for a key replace the ones it had; "KEY=" removes them. */
static enum rc set_vars(struct ctx *c, int64_t id, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < 2 * vars.n; i++) {
		const char *word = vars.items[i % vars.n], *equals = strchr(word, '=');
		char *key;

		if (equals == NULL || equals == word)
			return err_set(e, RC_USAGE, "--var is KEY=VALUE, not '%s'", word);
		key = mem_dup(word, (size_t)(equals - word));
		if (i < vars.n)
			rc = store_variable_clear(c->store, STORE_SPEAKER, id, key, e);
		else if (equals[1] != '\0')
			rc = store_variable_add(c->store, STORE_SPEAKER, id, key, equals + 1, e);
		free(key);
	}
	return rc;
}

static enum rc set_one(struct ctx *c, int64_t id, struct err *e)
{
	struct store_speaker_change ch;
	enum rc rc = read_change(&ch, e);

	if (rc == RC_OK)
		rc = store_begin(c->store, &c->who, "speakers", e);
	if (rc != RC_OK)
		return rc;
	rc = store_speaker_change(c->store, id, &ch, e);
	if (rc == RC_OK)
		rc = set_vars(c, id, e);
	if (rc == RC_OK)
		rc = store_detail(c->store, "set", e);
	if (rc == RC_OK)
		return store_commit(c->store, e);
	store_rollback(c->store);
	return rc;
}

static enum rc run_set(struct ctx *c, struct err *e)
{
	int64_t id;
	enum rc rc = store_speaker_find(c->store, c->rest.items[0], &id, e);

	if (name == NULL && code == NULL && role == NULL && kind == NULL && shown < 0 &&
		vars.n == 0)
		return err_set(e, RC_USAGE,
			"say what to set: --name, --code, --role, --kind, --shown-as or --var");
	return rc == RC_OK ? set_one(c, id, e) : rc;
}

static enum rc run_merge(struct ctx *c, struct err *e)
{
	int64_t from, into;
	enum rc rc = store_speaker_find(c->store, c->rest.items[0], &from, e);

	if (rc == RC_OK)
		rc = store_speaker_find(c->store, c->rest.items[1], &into, e);
	if (rc == RC_OK && from == into)
		rc = err_set(e, RC_USAGE, "'%s' and '%s' are the same speaker", c->rest.items[0],
			c->rest.items[1]);
	if (rc == RC_OK)
		rc = store_begin(c->store, &c->who, "speakers", e);
	if (rc != RC_OK)
		return rc;
	rc = store_speaker_merge(c->store, from, into, e);
	if (rc == RC_OK)
		rc = store_detail(c->store, "merge", e);
	if (rc == RC_OK)
		return store_commit(c->store, e);
	store_rollback(c->store);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 0, "list", run_list },
		{ "set", 1, 1, "set SPEAKER --role ROLE ...", run_set },
		{ "merge", 2, 2, "merge FROM INTO", run_merge },
	};

	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_speakers = {
	.name = "speakers",
	.args = "[list | set SPEAKER | merge FROM INTO]",
	.summary = "List speakers, correct roles, names, codes and groups, join two",
	.group = "texts",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "SPEAKER is an informant code, a name, or DOC:LABEL as the list shows it (3:P). "
		"The same label\n"
		"in two documents is two speakers until they are merged.\n\n"
		"  tema speakers set 3:P --role interviewer --name \"Bu Rini\"\n"
		"  tema speakers set 3:J --code I4 --var kelompok=kader\n"
		"  tema speakers merge 5:J I4\n",
	.run = run,
};
