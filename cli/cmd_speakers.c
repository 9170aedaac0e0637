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

static const char *const shown_as[] = { "name", "code", NULL };
static const char *name, *code, *role, *kind;
static struct opt_list vars, groups, ungroups;
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
	{ .name = "group",
		.kind = OPT_LIST,
		.value = &groups,
		.arg = "GROUP",
		.help = "set: one more group (may be repeated)" },
	{ .name = "remove-group",
		.kind = OPT_LIST,
		.value = &ungroups,
		.arg = "GROUP",
		.help = "set: no longer of this group" },
	{ .name = "var",
		.kind = OPT_LIST,
		.value = &vars,
		.arg = "KEY=VALUE",
		.help = "set: variable; twice the same key: two values (usia=41)" },
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

	if (attributes_are_wanted(c))
		return attributes_list(c, STORE_SPEAKER, false, e);
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

static enum rc run_set(struct ctx *c, struct err *e)
{
	struct attributes a = { .vars = &vars,
		.groups = &groups,
		.ungroups = &ungroups,
		.what = "--name, --code, --role, --kind, --shown-as, --group, --remove-group or "
			"--var" };
	int64_t id;
	enum rc rc = store_speaker_find(c->store, c->rest.items[0], &id, e);

	a.fields[SPEAKER_NAME] = name;
	a.fields[SPEAKER_CODE] = code;
	a.fields[SPEAKER_ROLE] = role;
	a.fields[SPEAKER_KIND] = kind;
	a.fields[SPEAKER_SHOWN] = shown >= 0 ? shown_as[shown] : NULL;
	if (role != NULL || kind != NULL) /* whoever says it is sure of it */
		a.fields[SPEAKER_SURE] = "sure";
	return rc == RC_OK ? attributes_set(c, STORE_SPEAKER, id, &a, e) : rc;
}

static enum rc run_import(struct ctx *c, struct err *e)
{
	return attributes_import(c, STORE_SPEAKER, e);
}

/* ---- merging ---- */

/* What FROM has and INTO has otherwise is given up: that is told. */
static void say_given_up(
	const struct subjects *all, const struct subject *from, const struct subject *into)
{
	static const enum speaker_field fields[] = { SPEAKER_NAME, SPEAKER_CODE };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *had = from->fields[fields[i]], *has = into->fields[fields[i]];

		if (*had != '\0' && *has != '\0' && strcmp(had, has) != 0)
			say("the %s of %s stays, that of %s is given up",
				speaker_fields[fields[i]].names[0], subject_typed(all, into),
				subject_typed(all, from));
	}
}

static enum rc find_all(struct ctx *c, int64_t *ids, struct err *e)
{
	for (size_t i = 0; i < c->rest.n; i++) {
		if (store_speaker_find(c->store, c->rest.items[i], &ids[i], e) != RC_OK)
			return e->rc;
		for (size_t k = 0; k < i; k++)
			if (ids[k] == ids[i])
				return err_set(e, RC_USAGE, "'%s' and '%s' are the same speaker",
					c->rest.items[k], c->rest.items[i]);
	}
	return RC_OK;
}

static enum rc merge(struct ctx *c, const int64_t *ids, struct err *e)
{
	enum rc rc = store_begin(c->store, &c->who, "speakers", e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; rc == RC_OK && i + 1 < c->rest.n; i++)
		rc = store_speaker_merge(c->store, ids[i], ids[c->rest.n - 1], e);
	if (rc == RC_OK)
		rc = store_detail(c->store, "merge", e);
	if (rc == RC_OK)
		return store_commit(c->store, e);
	store_rollback(c->store);
	return rc;
}

static void tell_merge(const struct ctx *c, const struct subjects *all, const int64_t *ids)
{
	const struct subject *into = subjects_find(all, ids[c->rest.n - 1]);

	for (size_t i = 0; into != NULL && i + 1 < c->rest.n; i++) {
		const struct subject *from = subjects_find(all, ids[i]);

		if (from != NULL)
			say_given_up(all, from, into);
	}
	if (into != NULL && c->dry_run)
		say("%zu speaker%s would become %s (dry run, nothing written)", c->rest.n - 1,
			plural(c->rest.n - 1), subject_typed(all, into));
}

static enum rc run_merge(struct ctx *c, struct err *e)
{
	int64_t *ids = mem_zalloc(c->rest.n, sizeof *ids);
	struct subjects all;
	enum rc rc = subjects_load(c->store, STORE_SPEAKER, false, &all, e);

	if (rc == RC_OK)
		rc = find_all(c, ids, e);
	if (rc == RC_OK && !c->dry_run)
		rc = merge(c, ids, e);
	if (rc == RC_OK && !c->quiet)
		tell_merge(c, &all, ids);
	subjects_release(&all);
	free(ids);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 0, "list", run_list },
		{ "set", 1, 1, "set SPEAKER --role ROLE ...", run_set },
		{ "import", 1, 1, "import FILE.csv", run_import },
		{ "merge", 2, SIZE_MAX, "merge FROM... INTO", run_merge },
	};

	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_speakers = {
	.name = "speakers",
	.args = "[list | set SPEAKER | import CSV | merge FROM... INTO]",
	.summary = "List speakers, correct roles, names, codes and groups, join two",
	.group = "texts",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "SPEAKER is an informant code, a name, or DOC:LABEL as the list shows it (3:P). "
		"The same label\n"
		"in two documents is two speakers until they are merged.\n\n"
		"  tema speakers set 3:P --role interviewer --name \"Bu Rini\"\n"
		"  tema speakers set 3:J --code I4 --group kader --var usia=41\n"
		"  tema speakers merge 5:J I4\n\n"
		"Many at once, in a spreadsheet:\n\n"
		"  tema speakers --format csv > peserta.csv\n"
		"  tema speakers import peserta.csv --dry-run\n"
		"  tema speakers import peserta.csv\n",
	.run = run,
};
