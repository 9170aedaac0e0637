/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "project/pseudonyms.h"
#include "project/sheet.h"

static bool exact;

static const struct opt opts[] = {
	{ .name = "exact",
		.kind = OPT_FLAG,
		.value = &exact,
		.help = "import: remove the entries that are not in the file" },
};

/* ---- listing --------------------------------------------------------------------------------- */

static void add_row(struct table *t, const struct pseudonym *n)
{
	table_row(t);
	table_text(t, n->find);
	table_text(t, n->replace);
	table_text(t, n->implied ? "implied" : n->keep ? "kept" : "");
	table_number(t, (double)n->places);
	table_number(t, n->documents);
	table_number(t, n->titles);
	table_number(t, n->labels);
	table_number(t, n->notes);
}

static void begin_list(struct table *t)
{
	table_init(t, "pseudonyms", "");
	table_column(t, "find", "find", COLUMN_TEXT, 0);
	table_column(t, "replace", "replace", COLUMN_TEXT, 0);
	table_column(t, "kind", "", COLUMN_CODE, 0);
	table_column(t, "places", "places", COLUMN_INT, 0);
	table_column(t, "documents", "docs", COLUMN_INT, 0);
	table_column(t, "titles", "titles", COLUMN_INT, 0);
	table_column(t, "labels", "labels", COLUMN_INT, 0);
	table_column(t, "notes", "notes", COLUMN_INT, 0);
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	struct pseudonyms p;
	struct table t;
	enum rc rc = pseudonyms_load(c->store, &p, e);

	if (rc == RC_OK)
		rc = pseudonyms_count(&p, c->store, e);
	if (rc == RC_OK) {
		begin_list(&t);
		vec_each (const struct pseudonym, n, &p.list)
			add_row(&t, n);
		show_table(c, &t);
	}
	if (rc == RC_OK && !c->quiet && p.list.n == 0)
		say("no name is hidden; 'tema pseudonyms add \"Bu Sari\" I1' adds one, and so does "
		    "an informant code");
	else if (rc == RC_OK && !c->quiet)
		say("this list holds names; do not pass it on");
	pseudonyms_release(&p);
	return rc;
}

/* ---- changing -------------------------------------------------------------------------------- */

static void tell(const struct ctx *c, const struct pseudonym_changes *n)
{
	if (c->quiet)
		return;
	if (n->added + n->changed + n->removed == 0)
		say("nothing differs; nothing was changed");
	else
		say("%u added, %u changed, %u removed%s", n->added, n->changed, n->removed,
			c->dry_run ? " (dry run, nothing written)" : "; 'tema undo' takes it back");
}

/* A replacement that stands in the texts by itself could be taken for somebody else. */
static enum rc warn_ambiguous(
	struct ctx *c, const struct pseudonym_pair *pairs, size_t n, struct err *e)
{
	struct near_names near;
	struct pseudonyms p;
	enum rc rc = pseudonyms_load(c->store, &p, e);

	if (rc == RC_OK) {
		rc = pseudonyms_check(c->store, &p, &near, e);
		vec_each (const struct near_name, found, &near.list)
			for (size_t i = 0; found->kind == NEAR_REPLACEMENT && i < n; i++)
				if (strcmp(pairs[i].find, found->of) == 0)
					say("warning: '%s' stands in the texts already (%u time%s, "
					    "document %u, line %u): it may be taken for somebody "
					    "else",
						pairs[i].replace, found->places,
						plural(found->places), found->document,
						found->line);
		near_names_release(&near);
	}
	pseudonyms_release(&p);
	return rc;
}

static enum rc put(
	struct ctx *c, const struct pseudonym_pair *pairs, size_t n, size_t *bad, struct err *e)
{
	struct pseudonym_changes changes;
	enum rc rc =
		pseudonyms_put(c->store, &c->who, pairs, n, exact, c->dry_run, &changes, bad, e);

	if (rc == RC_OK && !c->dry_run && changes.added + changes.changed > 0)
		rc = warn_ambiguous(c, pairs, n, e);
	if (rc == RC_OK)
		tell(c, &changes);
	return rc;
}

static enum rc put_one(struct ctx *c, const char *find, const char *replace, struct err *e)
{
	struct pseudonym_pair pair = { find, replace };
	size_t bad;

	if (exact)
		return err_set(e, RC_USAGE, "--exact goes with import");
	return put(c, &pair, 1, &bad, e);
}

static enum rc run_add(struct ctx *c, struct err *e)
{
	const char *find = c->rest.items[0], *replace = c->rest.items[1];

	if (strcmp(find, replace) == 0)
		return err_set(e, RC_USAGE,
			"'%s' cannot stand for itself; 'tema pseudonyms keep' leaves a word as it "
			"is",
			find);
	return put_one(c, find, replace, e);
}

static enum rc run_keep(struct ctx *c, struct err *e)
{
	return put_one(c, c->rest.items[0], c->rest.items[0], e);
}

static enum rc run_remove(struct ctx *c, struct err *e)
{
	enum rc rc;

	if (c->dry_run)
		return err_set(e, RC_USAGE, "--dry-run goes with add, keep and import");
	rc = pseudonyms_remove(c->store, &c->who, c->rest.items[0], e);
	if (rc == RC_OK && !c->quiet)
		say("removed: this name is shown again; 'tema undo' takes it back");
	return rc;
}

/* ---- from a table ---------------------------------------------------------------------------- */

/* What stands behind the kind informs only. */
enum pair_column {
	PAIR_FIND,
	PAIR_REPLACE,
	PAIR_KIND,
	PAIR_PLACES,
	PAIR_DOCUMENTS,
	PAIR_TITLES,
	PAIR_LABELS,
	PAIR_NOTES,
	PAIR_COLUMNS
};

static const char *const columns[PAIR_COLUMNS][2] = {
	[PAIR_FIND] = { "find", "cari" },
	[PAIR_REPLACE] = { "replace", "ganti" },
	[PAIR_KIND] = { "kind", "jenis" },
	[PAIR_PLACES] = { "places", "tempat" },
	[PAIR_DOCUMENTS] = { "documents", "dokumen" },
	[PAIR_TITLES] = { "titles", "judul" },
	[PAIR_LABELS] = { "labels", "label" },
	[PAIR_NOTES] = { "notes", "catatan" },
};

VEC_TYPE(pair_list, struct pseudonym_pair);
VEC_TYPE(row_list, const struct csv_row *);

static void read_rows(struct sheet *s, struct pair_list *pairs, struct row_list *rows)
{
	for (size_t i = 1; i < s->csv.rows.n; i++) {
		const struct csv_row *row = &s->csv.rows.items[i];
		const char *find = sheet_cell(s, row, PAIR_FIND);
		const char *replace = sheet_cell(s, row, PAIR_REPLACE);
		const char *kind = sheet_cell(s, row, PAIR_KIND);

		if (kind != NULL && strcmp(kind, "implied") == 0)
			continue;
		if (find == NULL && replace == NULL)
			continue;
		if (find == NULL || replace == NULL) {
			sheet_complain(s, row, -1, "%s",
				find == NULL ? "the name is missing"
					     : "what stands in its place is missing");
			continue;
		}
		vec_push(pairs, ((struct pseudonym_pair){ find, replace }));
		vec_push(rows, row);
	}
}

static enum rc import_sheet(struct ctx *c, struct sheet *s, struct diags *d, struct err *e)
{
	struct pair_list pairs = VEC_INIT;
	struct row_list rows = VEC_INIT;
	struct err why = ERR_INIT;
	size_t bad = 0;
	enum rc rc = RC_OK;

	if (d->count[DIAG_ERROR] == 0)
		read_rows(s, &pairs, &rows);
	if (d->count[DIAG_ERROR] == 0) {
		rc = put(c, pairs.items, pairs.n, &bad, &why);
		if (rc == RC_USAGE && bad < rows.n)
			sheet_complain(s, rows.items[bad], -1, "%s", why.msg);
		else if (rc != RC_OK)
			*e = why;
	}
	if (rc == RC_USAGE || d->count[DIAG_ERROR] > 0)
		rc = err_set(e, RC_INPUT, "'%s': %s; nothing was changed", s->path,
			rc == RC_USAGE && bad >= rows.n ? why.msg : "see above");
	vec_release(&pairs);
	vec_release(&rows);
	return rc;
}

static enum rc run_import(struct ctx *c, struct err *e)
{
	static const char *const none[] = { NULL };
	static const struct sheet_form form = { .names = columns,
		.n = PAIR_COLUMNS,
		.needed = PAIR_FIND,
		.prefixes = none,
		.known = "find, replace" };
	struct sheet s = SHEET_INIT;
	struct diags d = DIAGS_INIT;
	enum rc rc = sheet_read(c->rest.items[0], &form, &s, &d, e);

	if (rc == RC_OK)
		rc = import_sheet(c, &s, &d, e);
	say_diags(&d);
	sheet_release(&s);
	diags_release(&d);
	return rc;
}

/* ---- what may still be seen ------------------------------------------------------------------ */

static void add_near(struct table *t, const struct near_name *n)
{
	table_row(t);
	table_text(t, near_kind_names[n->kind]);
	table_text(t, n->text);
	table_text(t, n->of);
	table_number(t, n->places);
	table_number(t, n->documents);
	if (n->document > 0)
		table_number(t, n->document);
	else
		table_empty(t);
	if (n->line > 0)
		table_number(t, n->line);
	else
		table_empty(t);
	table_text(t, n->context);
}

static void show_near(struct ctx *c, const struct near_names *near)
{
	struct table t;

	table_init(&t, "near", "");
	table_column(&t, "kind", "kind", COLUMN_CODE, 0);
	table_column(&t, "found", "found", COLUMN_TEXT, 0);
	table_column(&t, "entry", "entry", COLUMN_TEXT, 0);
	table_column(&t, "places", "places", COLUMN_INT, 0);
	table_column(&t, "documents", "docs", COLUMN_INT, 0);
	table_column(&t, "document", "doc", COLUMN_INT, 0);
	table_column(&t, "line", "line", COLUMN_INT, 0);
	table_column(&t, "context", "context", COLUMN_TEXT, 0);
	vec_each (const struct near_name, n, &near->list)
		add_near(&t, n);
	show_table(c, &t);
}

static enum rc run_check(struct ctx *c, struct err *e)
{
	struct near_names near = { .arena = ARENA_INIT };
	struct pseudonyms p;
	enum rc rc = pseudonyms_load(c->store, &p, e);

	if (rc == RC_OK)
		rc = pseudonyms_check(c->store, &p, &near, e);
	if (rc == RC_OK && (near.list.n > 0 || c->writer != &writer_text))
		show_near(c, &near);
	if (rc == RC_OK && !c->quiet && near.list.n == 0)
		say("nothing found that looks like a name left in the texts; only reading tells "
		    "for sure");
	else if (rc == RC_OK && !c->quiet)
		say("%zu to look at; 'tema pseudonyms add NAME CODE' hides a name", near.list.n);
	if (rc == RC_OK && near.list.n > 0)
		rc = RC_PART;
	near_names_release(&near);
	pseudonyms_release(&p);
	return rc;
}

static enum rc run(struct ctx *c, struct err *e)
{
	static const struct sub subs[] = {
		{ "", 0, 0, "", run_list },
		{ "list", 0, 0, "list", run_list },
		{ "add", 2, 2, "add NAME REPLACEMENT", run_add },
		{ "keep", 1, 1, "keep WORDS", run_keep },
		{ "remove", 1, 1, "remove NAME", run_remove },
		{ "import", 1, 1, "import FILE.csv", run_import },
		{ "check", 0, 0, "check", run_check },
	};

	store_hide(c->store, NULL); /* here the names themselves are what is asked for */
	return sub_run(c, subs, sizeof subs / sizeof *subs, e);
}

const struct cmd cmd_pseudonyms = {
	.name = "pseudonyms",
	.args = "[list | add NAME REPLACEMENT | keep WORDS | remove NAME | import CSV | check]",
	.summary = "Hide names: what stands in their place wherever texts are shown",
	.group = "texts",
	.flags = CMD_WRITE | CMD_LISTS | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "NAME is one or more words, found in any case, with -nya too, in texts, titles, "
		"labels and notes.\n"
		"Speakers with an informant code are hidden by it already (\"implied\"). keep "
		"leaves words as they\n"
		"are though a name is in them. check lists what may still tell who it is. The list "
		"stays in the\n"
		"project and is never exported.\n\n"
		"  tema pseudonyms add \"Bu Sari\" I1\n"
		"  tema pseudonyms add Sukamulya \"Desa A\"\n"
		"  tema pseudonyms keep \"budi pekerti\"\n"
		"  tema pseudonyms check\n",
	.run = run,
};
