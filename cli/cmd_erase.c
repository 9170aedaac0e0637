/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/cmd.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "project/erase.h"
#include "project/precode.h"
#include "project/seen.h"
#include "store/documents.h"
#include "store/near.h"

static const char *reason;
static struct opt_list names;
static bool yes, finish, list;

static const struct opt opts[] = {
	{ .name = "reason",
		.kind = OPT_TEXT,
		.value = &reason,
		.arg = "TEXT",
		.help = "why, without the name: kept in the project (required)" },
	{ .name = "name",
		.kind = OPT_LIST,
		.value = &names,
		.arg = "NAME",
		.help = "another form of the name to replace (a nickname)" },
	{ .name = "yes", .kind = OPT_FLAG, .value = &yes, .help = "do it without asking" },
	{ .name = "list", .kind = OPT_FLAG, .value = &list, .help = "list what was erased" },
	{ .name = "finish",
		.kind = OPT_FLAG,
		.value = &finish,
		.help = "finish an erasure that was interrupted" },
};

/* --- who or what --- */

struct target {
	struct erase_request r;
	struct store *store;
	char *shown; /* what the user types to confirm */
};

static enum rc take_speaker(const struct store_speaker *p, void *arg, struct err *e)
{
	struct target *t = arg;

	(void)e;
	if (p->id == t->r.id) {
		free(t->shown);
		t->shown = mem_strdup(p->shown);
	}
	return RC_OK;
}

static enum rc take_document(const struct store_document *d, void *arg, struct err *e)
{
	struct target *t = arg;
	struct buf title = BUF_INIT;

	(void)e;
	seen_add(t->store, REDACT_NAME, d->title, &title);
	free(t->shown);
	t->shown = title.len > 0 ? mem_strdup(title.data) : mem_printf("%u", d->number);
	buf_release(&title);
	return RC_OK;
}

static enum rc find_target(struct ctx *c, const char *typed, struct target *t, struct err *e)
{
	struct err none = ERR_INIT;
	int64_t speaker = 0, document = 0;
	enum rc rc = RC_NOTFOUND;

	store_document_find(c->store, typed, &document, &none);
	if (near_number(typed) == 0 || document == 0)
		rc = store_speaker_find(c->store, typed, &speaker, e);
	if (document == 0 && speaker == 0) {
		if (near_number(typed) != 0)
			*e = none;
		return e->rc;
	}
	if (document != 0 && speaker != 0)
		return err_set(e, RC_USAGE,
			"'%s' is a speaker and the title of document %d; give the document's "
			"number, or the speaker's code or DOC:LABEL",
			typed, (int)document);
	t->r.target = speaker != 0 ? ERASURE_SPEAKER : ERASURE_DOCUMENT;
	t->r.id = speaker != 0 ? speaker : document;
	t->shown = mem_strdup(typed); /* of a speaker who is in hidden documents only */
	if (speaker != 0)
		rc = store_speakers(c->store, take_speaker, t, e);
	else
		rc = store_document_get(c->store, document, take_document, t, e);
	return rc;
}

/* --- telling --- */

static const char *times(uint64_t n)
{
	return n == 1 ? "" : "s";
}

/* Names of others in titles are hidden as everywhere; those that are looked for are not. */
static void tell_document(struct store *s, const struct erase_document *d, struct buf *out)
{
	struct buf title = BUF_INIT;

	buf_printf(out, "  %u ", d->number);
	if (d->title != NULL)
		seen_add(s, REDACT_NAME, d->title, &title);
	utf8_clean(title.data, title.len, out);
	buf_release(&title);
	buf_adds(out, d->whole ? ": all of it: " : ": ");
	if (d->turns > 0)
		buf_printf(out, "%u turn%s, %llu word%s", d->turns, times(d->turns),
			(unsigned long long)d->words, times(d->words));
	if (d->mentions > 0)
		buf_printf(out, "%s%llu mention%s of the name", d->turns > 0 ? "; " : "",
			(unsigned long long)d->mentions, times(d->mentions));
	if (d->turns == 0 && d->mentions == 0)
		buf_adds(out, "older versions of the text");
	buf_addc(out, '\n');
}

static void tell_coders(const struct erase_report *r, struct buf *out)
{
	if (r->coders.n > 0)
		buf_adds(out, "codings in these documents:\n");
	vec_each (const struct erase_coder, k, &r->coders) {
		buf_adds(out, "  ");
		utf8_clean(k->name, strlen(k->name), out);
		buf_printf(out, ": %u lost, %u changed, %u kept\n", k->lost, k->changed, k->kept);
	}
}

static void tell_lines(const char *head, const char *const *lines, size_t n, struct buf *out)
{
	if (n > 0)
		buf_printf(out, "%s\n", head);
	for (size_t i = 0; i < n; i++) {
		buf_adds(out, "  - ");
		utf8_clean(lines[i], strlen(lines[i]), out);
		buf_addc(out, '\n');
	}
}

static void tell_names(const struct erase_report *r, struct buf *out)
{
	if (r->names.n == 0)
		return;
	buf_printf(out, "'%s' stands where a text named the person as: ", r->word);
	for (size_t i = 0; i < r->names.n; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		utf8_clean(r->names.items[i], strlen(r->names.items[i]), out);
	}
	buf_addc(out, '\n');
}

static void tell(const struct target *t, const struct erase_report *r)
{
	struct buf out = BUF_INIT;

	buf_printf(&out, "%s ", t->r.target == ERASURE_SPEAKER ? "speaker" : "document");
	utf8_clean(t->shown, strlen(t->shown), &out);
	buf_adds(&out, "\nwhat goes from which document:\n");
	vec_each (const struct erase_document, d, &r->documents)
		tell_document(t->store, d, &out);
	tell_coders(r, &out);
	if (t->r.target == ERASURE_SPEAKER)
		tell_names(r, &out);
	if (r->texts > 0)
		buf_printf(&out,
			"%llu other text%s (titles, labels, notes, log) changed or erased\n",
			(unsigned long long)r->texts, times(r->texts));
	tell_lines("stays, please look:", r->remains.items, r->remains.n, &out);
	tell_lines("out of reach, for you to delete:", r->copies.items, r->copies.n, &out);
	out_put(&out);
	buf_release(&out);
}

/* --- asking --- */

static enum rc confirm(const struct target *t, bool *sure, struct err *e)
{
	char line[512] = "";
	struct buf clean = BUF_INIT;

	*sure = yes;
	if (yes)
		return RC_OK;
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return err_set(e, RC_USAGE,
			"erasing is for ever and asks first, and there is no terminal; look with "
			"--dry-run, then give --yes");
	fflush(stdout);
	utf8_clean(t->shown, strlen(t->shown), &clean);
	fprintf(stderr, "This cannot be undone. Type %s to erase: ", clean.data);
	fflush(stderr);
	if (fgets(line, sizeof line, stdin) == NULL)
		fputc('\n', stderr);
	line[strcspn(line, "\n")] = '\0';
	*sure = strcmp(line, clean.data) == 0;
	buf_release(&clean);
	if (!*sure)
		say("nothing was erased");
	return RC_OK;
}

/* --- doing it --- */

/* Suggestions of changed documents went with the old text. */
static void precode_again(struct ctx *c)
{
	struct precode_what all = { 0 };
	struct precode_result result;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	if (precode_run(c->store, &c->who, &all, NULL, NULL, &result, &d, &e) != RC_OK)
		say("the suggestions of these documents are gone: run 'tema precode' again (%s)",
			e.msg);
	precode_result_release(&result);
	diags_release(&d);
}

static enum rc erase(struct ctx *c, struct target *t, struct err *e)
{
	struct erase_report plan = { .word = "" }, done = { .word = "" };
	bool sure = false;
	enum rc rc = erase_plan(c->store, &t->r, &plan, e);

	if (rc == RC_OK && (c->dry_run || !yes))
		tell(t, &plan);
	if (rc == RC_OK && c->dry_run)
		say("nothing was erased (--dry-run)");
	else if (rc == RC_OK)
		rc = confirm(t, &sure, e);
	if (rc == RC_OK && sure) {
		rc = erase_run(c->store, &c->who, &t->r, &done, e);
		if (rc == RC_OK && yes)
			tell(t, &done);
		if (rc == RC_OK && !c->quiet)
			say("erased for good; the file was rebuilt");
		if (rc == RC_OK && done.suggestions > 0)
			precode_again(c);
		if (rc == RC_OK && done.remains.n > 0)
			rc = RC_PART;
	} else if (rc == RC_OK && !c->dry_run) {
		rc = RC_PART;
	}
	erase_report_release(&plan);
	erase_report_release(&done);
	return rc;
}

static enum rc run_finish(struct ctx *c, struct err *e)
{
	uint64_t blank, open;
	enum rc rc = erasure_count(c->store, &blank, &open, e);

	if (rc == RC_OK && open > 0)
		rc = erasure_finish(c->store, e);
	if (rc == RC_OK && !c->quiet)
		say(open > 0 ? "the interrupted erasure is finished; the file was rebuilt"
			     : "no erasure is unfinished");
	return rc;
}

/* --- the list --- */

struct listing {
	struct table t;
	int zone;
};

static enum rc add_row(const struct store_erasure *x, void *arg, struct err *e)
{
	struct listing *l = arg;
	char when[32];

	(void)e;
	clock_format(x->at, l->zone, when);
	table_row(&l->t);
	table_number(&l->t, (double)x->op);
	table_text(&l->t, when);
	table_text(&l->t, x->coder);
	table_text(&l->t, x->target == ERASURE_DOCUMENT ? "document" : "speaker");
	if (x->target == ERASURE_DOCUMENT)
		table_number(&l->t, (double)x->number);
	else
		table_empty(&l->t);
	table_text(&l->t, x->reason);
	table_text(&l->t, x->lost);
	table_text(&l->t, x->open ? "unfinished" : "");
	return RC_OK;
}

static enum rc run_list(struct ctx *c, struct err *e)
{
	struct listing l = { .zone = 420 };
	enum rc rc;

	clock_zone_parse(store_setting(c->store, "zone"), &l.zone);
	table_init(&l.t, "erasures", "");
	table_column(&l.t, "op", "op", COLUMN_INT, 0);
	table_column(&l.t, "at", "when", COLUMN_CODE, 0);
	table_column(&l.t, "coder", "coder", COLUMN_TEXT, 0);
	table_column(&l.t, "target", "what", COLUMN_CODE, 0);
	table_column(&l.t, "number", "no", COLUMN_INT, 0);
	table_column(&l.t, "reason", "reason", COLUMN_TEXT, 0);
	table_column(&l.t, "lost", "lost", COLUMN_TEXT, 0);
	table_column(&l.t, "state", "", COLUMN_CODE, 0);
	rc = store_erasures(c->store, add_row, &l, e);
	if (rc == RC_OK)
		show_table(c, &l.t);
	else
		table_release(&l.t);
	return rc;
}

/* What an undone import brought is still in the file, and in no list. */
static void tell_undone(struct ctx *c)
{
	struct erasure_revisions texts = VEC_INIT;
	struct err ignored = ERR_INIT;
	bool undone = false;

	erasure_revisions(c->store, &texts, &ignored);
	vec_each (const struct erasure_revision, r, &texts)
		undone |= !r->document_stands;
	if (undone)
		say("texts of an import that was undone are still in the file; to erase them, "
		    "'tema redo' first ('tema log' shows it)");
	vec_release(&texts);
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct target t = { .store = c->store };
	enum rc rc = operands(
		c, list || finish ? 0 : 1, list || finish ? 0 : 1, "SPEAKER|DOC --reason TEXT", e);

	if (rc == RC_OK && list)
		return run_list(c, e);
	if (rc == RC_OK && finish)
		return run_finish(c, e);
	if (rc == RC_OK && reason == NULL)
		rc = err_set(e, RC_USAGE, "say why: --reason TEXT (without the name)");
	if (rc == RC_OK)
		rc = find_target(c, c->rest.items[0], &t, e);
	if (rc == RC_NOTFOUND)
		tell_undone(c);
	t.r.reason = reason;
	t.r.names = names.items;
	t.r.nnames = names.n;
	t.r.lang = c->lang;
	t.r.path = c->project_path;
	if (rc == RC_OK)
		rc = erase(c, &t, e);
	free(t.shown);
	return rc;
}

const struct cmd cmd_erase = {
	.name = "erase",
	.args = "SPEAKER|DOC --reason TEXT | --list | --finish",
	.summary = "Erase a participant who withdraws, or a document, for good",
	.group = "texts",
	.flags = CMD_WRITE | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "SPEAKER is a code, a name or DOC:LABEL (3:P); DOC a number or title. The turns of "
		"the\n"
		"speaker, the name wherever it stands, and what was noted about them leave the "
		"file "
		"for\n"
		"good; codings of other people's words stay. This is the only command that cannot "
		"be\n"
		"undone; look first with --dry-run. 'tema documents remove' only hides.\n\n"
		"  tema erase I2 --reason \"menarik diri 3 Mei\" --dry-run\n"
		"  tema erase 3:\"Bu Ani\" --name Nini --reason \"menarik diri\"\n",
	.run = run,
};
