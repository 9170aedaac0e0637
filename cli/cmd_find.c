/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "cli/cmd.h"
#include "cli/kwic_view.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "codebooks/search.h"
#include "project/kwic.h"

#define CONTEXT_MAX 200

static const char *const orders[] = { "document", "left", "right", "keyword", NULL };
static const char *const counts[] = { "none", "keyword", "document", "speaker", NULL };

static struct opt_list in_documents;
static const char *speaker, *role, *where;
static long context = 10, limit;
static int order, counted;

static const struct opt opts[] = {
	{ .name = "context",
		.kind = OPT_NUMBER,
		.value = &context,
		.arg = "N",
		.min = 0,
		.max = CONTEXT_MAX,
		.help = "words on each side (10); a terminal shows what fits" },
	{ .name = "sort",
		.kind = OPT_CHOICE,
		.value = &order,
		.arg = "ORDER",
		.choices = orders,
		.help = "document (default), left or right (the words beside), keyword" },
	{ .name = "count",
		.kind = OPT_CHOICE,
		.value = &counted,
		.arg = "UNIT",
		.choices = counts,
		.help = "instead of the places their number by keyword, document or speaker" },
	{ .name = "limit",
		.kind = OPT_NUMBER,
		.value = &limit,
		.arg = "N",
		.min = 1,
		.max = 1000000000,
		.help = "the first N only" },
	{ .name = "document",
		.letter = 'd',
		.kind = OPT_LIST,
		.value = &in_documents,
		.arg = "DOC",
		.help = "this document (number or title); may be repeated" },
	{ .name = "speaker",
		.letter = 's',
		.kind = OPT_TEXT,
		.value = &speaker,
		.arg = "SPEAKER",
		.help = "this speaker (code, name or DOC:LABEL)" },
	{ .name = "role",
		.kind = OPT_TEXT,
		.value = &role,
		.arg = "ROLE",
		.help = "speakers with this role: interviewer, informant or other" },
	{ .name = "where",
		.kind = OPT_TEXT,
		.value = &where,
		.arg = "CONDITION",
		.help = "as in a codebook: 'document.lokasi = Sukamulya'" },
};

VEC_TYPE(document_ids, int64_t);

struct named {
	unsigned number;
	bool removed;
};

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct named *n = arg;

	(void)e;
	n->number = d->number;
	n->removed = d->removed;
	return RC_OK;
}

static enum rc add_document(
	struct ctx *c, const char *typed, struct document_ids *out, struct err *e)
{
	struct named n = { 0 };
	int64_t id;
	enum rc rc = show_document_find(c->store, typed, &id, e);

	if (rc == RC_OK)
		rc = store_document_get(c->store, id, note_document, &n, e);
	if (rc == RC_OK && n.removed)
		rc = err_set(e, RC_NOTFOUND,
			"document %u is hidden; 'tema documents restore %u' brings it back",
			n.number, n.number);
	for (size_t i = 0; rc == RC_OK && i < out->n; i++)
		if (out->items[i] == id)
			return RC_OK;
	if (rc == RC_OK)
		vec_push(out, id);
	return rc;
}

/* The operands behind the pattern and --document mean the same. */
static enum rc choose(
	struct ctx *c, struct document_ids *documents, struct kwic_options *o, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 1; rc == RC_OK && i < c->rest.n; i++)
		rc = add_document(c, c->rest.items[i], documents, e);
	for (size_t i = 0; rc == RC_OK && i < in_documents.n; i++)
		rc = add_document(c, in_documents.items[i], documents, e);
	o->documents = documents->items;
	o->ndocuments = documents->n;
	if (rc == RC_OK && speaker != NULL)
		rc = store_speaker_find(c->store, speaker, &o->speaker, e);
	if (rc == RC_OK && role != NULL && (o->role = role_parse(role)) < 0)
		rc = err_set(
			e, RC_USAGE, "--role is interviewer, informant or other, not '%s'", role);
	return rc;
}

static void fill_row(struct table *t, const struct kwic_row *row)
{
	table_row(t);
	table_number(t, row->document);
	table_text(t, row->title);
	table_number(t, row->line);
	table_text(t, row->speaker);
	table_number(t, row->start);
	table_number(t, row->end);
	table_text(t, row->left);
	table_text(t, row->match);
	table_text(t, row->right);
}

static void show_rows(struct ctx *c, const struct kwic *k, size_t n)
{
	struct kwic_view v = { c->width, c->colour, order == KWIC_BY_DOCUMENT };
	struct buf out = BUF_INIT;
	struct table t;

	if (c->writer == &writer_text) {
		kwic_view_write(&v, k->rows.items, n, &out);
		out_put(&out);
		buf_release(&out);
		return;
	}
	table_init(&t, "find", "");
	table_column(&t, "document", "doc", COLUMN_INT, 0);
	table_column(&t, "title", "title", COLUMN_TEXT, 0);
	table_column(&t, "line", "line", COLUMN_INT, 0);
	table_column(&t, "speaker", "speaker", COLUMN_CODE, 0);
	table_column(&t, "start", "start", COLUMN_INT, 0);
	table_column(&t, "end", "end", COLUMN_INT, 0);
	table_column(&t, "left", "left", COLUMN_TEXT, 0);
	table_column(&t, "match", "match", COLUMN_TEXT, 0);
	table_column(&t, "right", "right", COLUMN_TEXT, 0);
	for (size_t i = 0; i < n; i++)
		fill_row(&t, &k->rows.items[i]);
	show_table(c, &t);
}

static size_t show_counts(struct ctx *c, struct kwic *k)
{
	enum kwic_unit unit = (enum kwic_unit)(counted - 1);
	struct kwic_counts rows = VEC_INIT;
	struct table t;
	size_t n;

	kwic_count(k, unit, &rows);
	n = rows.n;
	table_init(&t, "find", "");
	if (unit == KWIC_DOCUMENT)
		table_column(&t, "document", "doc", COLUMN_INT, 0);
	table_column(&t, unit == KWIC_DOCUMENT ? "title" : counts[counted],
		unit == KWIC_DOCUMENT ? "title" : counts[counted], COLUMN_TEXT, 0);
	table_column(&t, "places", "places", COLUMN_INT, 0);
	if (unit != KWIC_DOCUMENT)
		table_column(&t, "documents", "documents", COLUMN_INT, 0);
	for (size_t i = 0; i < n && (limit == 0 || i < (size_t)limit); i++) {
		table_row(&t);
		if (unit == KWIC_DOCUMENT)
			table_number(&t, rows.items[i].document);
		table_text(&t, rows.items[i].text);
		table_number(&t, rows.items[i].rows);
		if (unit != KWIC_DOCUMENT)
			table_number(&t, rows.items[i].documents);
	}
	show_table(c, &t);
	vec_release(&rows);
	return n;
}

static unsigned documents_hit(const struct kwic *k)
{
	unsigned n = 0, last = 0;

	vec_each (const struct kwic_row, row, &k->rows) {
		n += row->document != last;
		last = row->document;
	}
	return n;
}

static void tell(const struct kwic *k, unsigned hit, size_t lines)
{
	if (k->documents == 0)
		say("there are no documents yet; 'tema import FILE...' brings them in");
	else if (k->rows.n == 0)
		say("nothing found in %u document%s", k->documents, plural(k->documents));
	else
		say("%zu place%s in %u of %u document%s", k->rows.n, plural(k->rows.n), hit,
			k->documents, plural(k->documents));
	if (limit > 0 && lines > (size_t)limit)
		say("shown are the first %ld of %zu", limit, lines);
}

static void show(struct ctx *c, struct kwic *k)
{
	unsigned hit = documents_hit(k);
	size_t lines = k->rows.n;

	if (counted > 0 && (lines > 0 || c->writer != &writer_text)) {
		lines = show_counts(c, k);
	} else if (counted == 0) {
		kwic_sort(k, (enum kwic_order)order);
		show_rows(c, k, limit > 0 && lines > (size_t)limit ? (size_t)limit : lines);
	}
	if (!c->quiet)
		tell(k, hit, lines);
}

/* What joins two patterns, or marks one, stands in no phrase. */
static bool is_plain(const char *word, size_t len)
{
	static const char *const operators[] = { "and", "or", "not", "near", "before", "after",
		"in", "of", "within", "negated", "affirmed" };

	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (strlen(operators[i]) == len && strncmp(word, operators[i], len) == 0)
			return false;
	return strcspn(word, "\"'/()@<>~=*?") >= len;
}

static bool is_phrase(const char *words)
{
	while (*words != '\0') {
		size_t len = strcspn(words, " ");

		if (!is_plain(words, len))
			return false;
		words += len + strspn(words + len, " ");
	}
	return true;
}

/* The shell has taken the quotes of "nota kesepahaman": the commonest mistake. */
static void advise(const char *pattern, const struct diags *d)
{
	if (strchr(pattern, ' ') != NULL && is_phrase(pattern) && d->list.n > 0 &&
		strcmp(d->list.items[0].id, "E005") == 0)
		say("a phrase keeps its quotes when single ones stand around it: tema find "
		    "'\"%s\"'",
			pattern);
}

static void advise_operand(const struct ctx *c)
{
	struct buf words = BUF_INIT;

	vec_each (const char *, word, &c->rest)
		buf_printf(&words, "%s%s", words.len > 0 ? " " : "", *word);
	if (c->rest.n > 1 && speaker == NULL && strchr("0123456789", c->rest.items[1][0]) == NULL)
		say(is_phrase(words.data) ? "words behind the pattern are documents; a phrase is "
					    "one pattern: "
					    "tema find '\"%s\"'"
					  : "words behind the pattern are documents; the whole "
					    "pattern stands "
					    "between quotes: tema find '%s'",
			words.data);
	buf_release(&words);
}

static void show_progress(unsigned done, unsigned all)
{
	progress("find", done, all, "documents");
}

static enum rc run(struct ctx *c, struct err *e)
{
	struct kwic_options o = { .role = -1, .words = (unsigned)context };
	struct document_ids documents = VEC_INIT;
	struct codebook *search = NULL;
	struct diags d = DIAGS_INIT;
	struct kwic k = { .arena = ARENA_INIT };
	enum rc rc = operands(c, 1, SIZE_MAX, "PATTERN [DOC...]", e);

	d.lang = c->says;
	if (rc == RC_OK)
		rc = search_parse(c->rest.items[0], where, &search, &d, e);
	if (rc == RC_OK)
		rc = choose(c, &documents, &o, e);
	if (rc == RC_OK)
		rc = kwic_find(c->store, search, &o, show_progress, &k, &d, e);
	progress_end();
	say_diags(&d);
	if (rc == RC_OK)
		show(c, &k);
	else if (rc == RC_INPUT && c->rest.n > 0)
		advise(c->rest.items[0], &d);
	else if (rc == RC_NOTFOUND)
		advise_operand(c);
	if (rc == RC_OK && d.count[DIAG_WARNING] > 0)
		rc = RC_PART; /* a regex gave up in some document */
	kwic_release(&k);
	codebook_free(search);
	diags_release(&d);
	vec_release(&documents);
	return rc;
}

const struct cmd cmd_find = {
	.name = "find",
	.args = "PATTERN [DOC...]",
	.summary = "Find words, phrases and roots, each with its context",
	.group = "texts",
	.flags = CMD_READ | CMD_FORMAT,
	.opts = opts,
	.nopts = sizeof opts / sizeof *opts,
	.help = "PATTERN is what a rule of a codebook may look for. Put it between single quotes, "
		"so that the\n"
		"shell leaves it alone: patuh (this word), patuh* (words that begin so), '~patuh' "
		"(all forms of\n"
		"the root), '\"nota kesepahaman\"' (a phrase), '/Rp ?[0-9.]+/' (a regular "
		"expression), and these\n"
		"joined by near N, before N, after N, and, or, not, negated, in turn (...).\n"
		"All speakers are searched, interviewers too; labels of speakers are not part of "
		"the text.\n\n"
		"  tema find '~patuh' --sort right\n"
		"  tema find 'sosialisasi near 5 (warga or kader)' --role informant\n"
		"  tema find 'dana*' 3 4 --count keyword\n"
		"  tema find '~bayar' --where 'document.lokasi = Sukamulya' --format csv\n",
	.run = run,
};
