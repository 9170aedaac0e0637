/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/replace_view.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/say.h"
#include "cli/show.h"
#include "cli/sub.h"
#include "project/replace.h"

#define WORDS_SHORT 60
#define WORDS_LONG 300

void replace_words(const char *words, size_t max, struct buf *out)
{
	const char *end = words + strlen(words), *cut;

	if (utf8_count(words, (size_t)(end - words)) <= max) {
		utf8_clean(words, (size_t)(end - words), out);
		return;
	}
	cut = words + utf8_offset(words, (size_t)(end - words), max - 1);
	utf8_clean(words, (size_t)(cut - words), out);
	buf_adds(out, "\xe2\x80\xa6");
}

void replace_carries(const struct reanchored *r, const struct code_names *names, struct buf *out)
{
	for (size_t i = 0; i < r->ncodings; i++) {
		const struct reanchored_coding *k = &r->codings[i];

		buf_printf(out, "%s%s (", i > 0 ? ", " : "", code_names_get(names, k->code)->full);
		utf8_clean(k->coder, strlen(k->coder), out);
		if (k->verdict != VERDICT_CONFIRM)
			buf_printf(
				out, ", %s", k->verdict == VERDICT_REJECT ? "rejected" : "unsure");
		buf_addc(out, ')');
	}
	if (r->ncodings == 0 || r->memos > 0)
		buf_printf(out, "%s%s", r->ncodings > 0 ? ", " : "",
			r->memos > 0	  ? "note"
			: r->readings > 0 ? "passage read"
					  : "passage of a sample");
}

/* ---- what happened to the codings ---- */

static void quoted(const char *words, size_t max, struct buf *out)
{
	buf_addc(out, '"');
	replace_words(words, max, out);
	buf_addc(out, '"');
}

static void tell_moved(const struct reanchored *r, struct buf *out)
{
	buf_printf(out, "  line %zu, was %zu: ", r->new_line, r->old_line);
	quoted(r->new_words, WORDS_SHORT, out);
	buf_addc(out, '\n');
}

static void tell_changed(const struct reanchored *r, struct buf *out)
{
	buf_printf(out, "  line %zu\n    was: ", r->new_line);
	quoted(r->old_words, WORDS_LONG, out);
	buf_adds(out, "\n    now: ");
	quoted(r->new_words, WORDS_LONG, out);
	buf_addc(out, '\n');
}

static void tell_orphan(const struct reanchored *r, struct buf *out)
{
	buf_printf(out, "  was line %zu: ", r->old_line);
	quoted(r->old_words, WORDS_LONG, out);
	buf_addc(out, '\n');
}

static const struct {
	enum anchor_state state;
	const char *head;
	void (*tell)(const struct reanchored *r, struct buf *out);
} sections[] = {
	{ ANCHOR_MOVED, "moved", tell_moved },
	{ ANCHOR_CHANGED, "changed", tell_changed },
	{ ANCHOR_ORPHANED,
		"without a place now (kept, not counted; 'tema place ID \"WORDS\"'"
		" gives them one)",
		tell_orphan },
};

/* Passages that were only read or drawn are counted, not listed. */
static bool is_listed(const struct reanchored *r)
{
	return r->ncodings + r->memos > 0;
}

static void print_section(const struct reanchor_report *report, size_t s,
	const struct code_names *names, struct buf *out)
{
	bool any = false;

	vec_each (const struct reanchored, r, &report->list) {
		if (r->state != sections[s].state || !is_listed(r))
			continue;
		if (!any)
			buf_printf(out, "%s:\n", sections[s].head);
		any = true;
		buf_printf(out, "  %-8s  ", r->ncodings > 0 ? r->codings[0].id : "");
		replace_carries(r, names, out);
		sections[s].tell(r, out);
	}
}

static void print_counts(const struct reanchor_report *report, struct buf *out)
{
	const uint32_t *n = report->codings;
	uint32_t notes = 0, read = 0, gone = 0;

	vec_each (const struct reanchored, r, &report->list) {
		notes += r->memos;
		read += r->readings > 0;
		gone += r->readings > 0 && r->state == ANCHOR_ORPHANED;
	}
	if (report->list.n == 0) {
		buf_adds(out, "  nothing was coded in it\n");
		return;
	}
	buf_printf(out, "  codings: %u as they were, %u moved, %u changed, %u without a place\n",
		n[ANCHOR_EXACT], n[ANCHOR_MOVED], n[ANCHOR_CHANGED], n[ANCHOR_ORPHANED]);
	if (notes > 0)
		buf_printf(out, "  notes on passages: %u\n", notes);
	if (read > 0)
		buf_printf(out,
			"  passages read: %u, of which %u are gone and %u have new words, "
			"to be read again\n",
			read, gone, report->reread);
}

/* ---- the text itself ---- */

static void print_labels(const char *what, const char *const *labels, size_t n, struct buf *out)
{
	if (n == 0)
		return;
	buf_printf(out, "  %s: ", what);
	for (size_t i = 0; i < n; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		utf8_clean(labels[i], strlen(labels[i]), out);
	}
	buf_addc(out, '\n');
}

static void print_text(
	const struct replace_result *r, const char *path, bool dry_run, struct buf *out)
{
	const struct document *doc = r->import.doc;

	utf8_clean(file_base(path), strlen(file_base(path)), out);
	buf_printf(out,
		" %s the text of document %u (revision %u): %zu paragraph%s, %zu turn%s, "
		"%zu sentence%s\n",
		dry_run ? "would replace" : "replaces", r->import.number, r->revision, doc->paras.n,
		plural(doc->paras.n), doc->turns.n, plural(doc->turns.n), doc->sentences.n,
		plural(doc->sentences.n));
	print_labels("speakers that are new", r->labels_new.items, r->labels_new.n, out);
	print_labels("speakers that are gone", r->labels_gone.items, r->labels_gone.n, out);
}

static void print_all(const struct replace_result *r, const char *path, bool dry_run,
	const struct code_names *names)
{
	const struct store_change_count *n = &r->suggestions.count;
	struct buf out = BUF_INIT;

	print_text(r, path, dry_run, &out);
	print_counts(&r->placed, &out);
	if (r->suggestions.documents > 0)
		buf_printf(&out, "  suggestions made again: %llu\n",
			(unsigned long long)(n->added + n->unchanged));
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		print_section(&r->placed, i, names, &out);
	out_put(&out);
	buf_release(&out);
}

static enum rc tell(struct ctx *c, const struct replace_result *r, const char *path, struct err *e)
{
	struct code_names names = { .arena = ARENA_INIT };
	const uint32_t *lost = &r->placed.segments[ANCHOR_ORPHANED];
	enum rc rc = RC_OK;

	if (r->same) {
		say_plain("%s: is the text of document %u already (revision %u); nothing was done",
			file_base(path), r->import.number, r->revision);
		return RC_OK;
	}
	rc = code_names_load(c->store, &names, e);
	if (rc == RC_OK)
		print_all(r, path, c->dry_run, &names);
	code_names_release(&names);
	if (!c->quiet || r->import.attention)
		say_diags(&r->import.remarks);
	e->msg[0] = '\0';
	return rc == RC_OK && (*lost > 0 || r->import.attention) ? RC_PART : rc;
}

enum rc replace_run(struct ctx *c, const char *typed, const struct import_options *o, struct err *e)
{
	struct replace_result result = { .same = false };
	int64_t document;
	enum rc rc = operands(c, 1, 1, "--replace DOC FILE", e);

	if (rc == RC_OK)
		rc = show_document_find(c->store, typed, &document, e);
	if (rc == RC_OK && file_is_dir(c->rest.items[0]))
		rc = err_set(e, RC_USAGE, "--replace takes one file, not the folder '%s'",
			c->rest.items[0]);
	if (rc != RC_OK)
		return rc;
	rc = replace_file(c->store, &c->who, document, c->rest.items[0], o, &result, e);
	if (rc == RC_OK)
		rc = tell(c, &result, c->rest.items[0], e);
	else
		say_diags_from(&result.import.remarks, DIAG_WARNING);
	replace_result_release(&result);
	return rc;
}
