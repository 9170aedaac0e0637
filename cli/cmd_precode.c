/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/cmd.h"
#include "cli/load.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "project/precode.h"

static struct opt_list names, without;
static bool retire_missing;

static const struct opt opts[] = {
	{ .name = "codebook",
		.letter = 'c',
		.kind = OPT_LIST,
		.value = &names,
		.arg = "NAME|FILE",
		.help = "shipped codebook or .codebook file; may be repeated" },
	{ .name = "without",
		.kind = OPT_LIST,
		.value = &without,
		.arg = "NAME",
		.help = "take this codebook out of the project; may be repeated" },
	{ .name = "retire-missing",
		.kind = OPT_FLAG,
		.value = &retire_missing,
		.help = "keep codes with decisions that are gone as retired codes" },
};

VEC_TYPE(book_list, struct codebook *);

static enum rc load_all(struct book_list *books, struct diags *d, struct err *e)
{
	enum rc worst = RC_OK;

	vec_each (const char *, name, &names) {
		struct codebook *cb;
		struct err one = ERR_INIT;
		enum rc rc = load_codebook(*name, &cb, d, &one);

		if (rc == RC_OK)
			vec_push(books, cb);
		else if (worst == RC_OK)
			worst = rc, *e = one;
	}
	return worst;
}

/* Suggestions by code: how many, in how many documents and turns of how many speakers. */
struct tally {
	uint64_t suggestions;
	int64_t document;
	unsigned documents;
	VEC(int64_t) speakers;
};

struct counting {
	struct code_names names;
	struct tally *tallies; /* by index into names.list */
	struct doc_cache docs;
};

static struct tally *tally_of(struct counting *k, int64_t code)
{
	for (size_t i = 0; i < k->names.list.n; i++)
		if (k->names.list.items[i].id == code)
			return &k->tallies[i];
	return NULL;
}

static void note_speaker(struct tally *t, int64_t speaker)
{
	vec_each (int64_t, known, &t->speakers)
		if (*known == speaker)
			return;
	vec_push(&t->speakers, speaker);
}

static enum rc count_one(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct counting *k = arg;
	struct tally *t = tally_of(k, g->code);
	enum rc rc = doc_cache_get(&k->docs, g->document, e);
	const struct label *label;
	size_t para;

	if (rc != RC_OK || t == NULL)
		return rc;
	t->suggestions++;
	t->documents += t->document != g->document;
	t->document = g->document;
	para = document_para_at(k->docs.doc, doc_cache_span(&k->docs, g->start, g->end).start);
	if (para >= k->docs.doc->paras.n)
		return RC_OK;
	label = document_speaker_of(k->docs.doc, &k->docs.doc->paras.items[para]);
	if (label != NULL)
		note_speaker(t, label->speaker);
	return RC_OK;
}

static void fill(struct ctx *c, struct counting *k, struct table *t)
{
	table_column(t, "code", "code", COLUMN_CODE, 0);
	table_column(t, "label", "label", COLUMN_TEXT, 0);
	table_column(t, "suggestions", "suggestions", COLUMN_INT, 0);
	table_column(t, "documents", "documents", COLUMN_INT, 0);
	table_column(t, "speakers", "speakers", COLUMN_INT, 0);
	for (size_t i = 0; i < k->names.list.n; i++) {
		const struct store_code *code = &k->names.list.items[i];

		if (code->is_project || code->retired)
			continue;
		table_row(t);
		table_text(t, code->full)->indent = (int)code->depth;
		table_text(t, store_code_label(code, c->lang));
		table_number(t, (double)k->tallies[i].suggestions);
		table_number(t, k->tallies[i].documents);
		table_number(t, (double)k->tallies[i].speakers.n);
	}
}

static enum rc print_table(struct ctx *c, struct err *e)
{
	struct counting k = { .docs = { .store = c->store } };
	struct suggestion_filter f = { .states = ~0u };
	enum rc rc = code_names_load(c->store, &k.names, e);
	struct table t;

	k.tallies = mem_zalloc(k.names.list.n + 1, sizeof *k.tallies);
	if (rc == RC_OK)
		rc = store_suggestions(c->store, &f, count_one, &k, e);
	if (rc == RC_OK) {
		table_init(&t, "precode", "");
		fill(c, &k, &t);
		show_table(c, &t);
	}
	for (size_t i = 0; i < k.names.list.n; i++)
		vec_release(&k.tallies[i].speakers);
	free(k.tallies);
	doc_cache_release(&k.docs);
	code_names_release(&k.names);
	return rc;
}

/* Codebooks that nobody named. */
static void tell_along(const struct precode_result *r)
{
	vec_each (const struct precode_along, a, &r->along.list) {
		if (a->how == PRECODE_PART)
			say("%s runs as part of %s, which uses it", a->name, a->other);
		else
			say("%s %s %s and runs along ('tema precode --without %s' takes it out)",
				a->name, a->how == PRECODE_EXTENDS ? "extends" : "uses", a->other,
				a->name);
	}
}

static void tell(const struct ctx *c, const struct precode_result *r)
{
	const struct store_change_count *n = &r->count;

	if (!c->quiet)
		say("%u document%s: %llu new suggestion%s, %llu unchanged, %llu gone%s",
			r->documents, plural(r->documents), (unsigned long long)n->added,
			plural(n->added), (unsigned long long)n->unchanged,
			(unsigned long long)n->gone,
			c->dry_run ? " (dry run, nothing written)" : "");
	if (!c->quiet)
		tell_along(r);
	if (!c->quiet && r->documents == 0)
		say("there are no documents yet; 'tema import FILE...' brings them in");
	vec_each (const struct store_lost_code, code, &r->lost.list)
		say("%s is in no codebook any more; it is retired and keeps its %llu decision%s",
			code->full, (unsigned long long)code->decisions, plural(code->decisions));
	if (n->unsupported > 0)
		say("no rule suggests %llu of the passages decided on now; the decision%s stay%s",
			(unsigned long long)n->unsupported, plural(n->unsupported),
			n->unsupported == 1 ? "s" : "");
	if (r->unsure_labels > 0)
		say("warning: the role of %u speaker%s is unsure; see 'tema speakers', then run "
		    "precode again",
			r->unsure_labels, plural(r->unsure_labels));
	if (r->interviewer_heavy > 0)
		say("warning: in %u document%s interviewers hold over 60 %% of the words; are the "
		    "roles right? "
		    "see 'tema speakers'",
			r->interviewer_heavy, plural(r->interviewer_heavy));
}

static void show_progress(unsigned done, unsigned all, void *arg)
{
	(void)arg;
	progress("precode", done, all, "documents");
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct book_list books = VEC_INIT;
	struct precode_result result = { 0 };
	struct precode_what what = { .without = without.items, .nwithout = without.n };
	struct diags d = DIAGS_INIT;
	enum rc rc = operands(c, 0, 0, "[-c NAME|FILE]... [--without NAME]...", e);

	d.lang = c->says;
	if (rc == RC_OK)
		rc = load_all(&books, &d, e);
	what.books = (const struct codebook *const *)books.items;
	what.n = books.n;
	what.flags = (c->dry_run ? PRECODE_DRY_RUN : 0u) | (retire_missing ? PRECODE_RETIRE : 0u);
	if (rc == RC_OK)
		rc = precode_run(c->store, &c->who, &what, show_progress, NULL, &result, &d, e);
	progress_end();
	say_diags_from(&d, DIAG_ERROR);
	if (rc == RC_OK && !c->dry_run)
		rc = print_table(c, e);
	if (rc == RC_OK)
		tell(c, &result);
	if (rc == RC_OK && d.count[DIAG_WARNING] > 0 && !c->quiet)
		say("the codebooks have %u warning%s; 'tema codebook check' shows them",
			d.count[DIAG_WARNING], plural(d.count[DIAG_WARNING]));
	vec_each (struct codebook *, cb, &books)
		codebook_free(*cb);
	vec_release(&books);
	precode_result_release(&result);
	diags_release(&d);
	return rc;
}

const struct cmd cmd_precode = {
	.name = "precode",
	.args = "",
	.summary = "Run codebooks over all documents and store what they suggest",
	.group = "coding",
	.flags = CMD_WRITE | CMD_FORMAT | CMD_DRYRUN,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "Adds the codebooks to the project (their full text is kept as a version) and "
		"replaces their\n"
		"suggestions. What people decided stays. Without -c the project's codebooks run "
		"again.\n"
		"Interviewers' turns are not coded. Run twice, nothing changes. Codebooks of the "
		"project that\n"
		"share codes with one that is run (jones-jamsos extends jones) run along; "
		"--without takes one\n"
		"out of the project.\n\n"
		"  tema precode -c jones -c emerson\n"
		"  tema precode -c my.codebook\n"
		"  tema precode -c jones --without jones-jamsos\n",
	.run = run,
};
