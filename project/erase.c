/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/erase.h"

#include <stdlib.h>

#include "project/erase_copies.h"
#include "project/erase_plan.h"

void erase_report_release(struct erase_report *r)
{
	vec_release(&r->documents);
	vec_release(&r->coders);
	vec_release(&r->names);
	vec_release(&r->remains);
	vec_release(&r->copies);
	arena_release(&r->arena);
}

/* Counts only: this stays in the project for ever. */
static void sum_up(struct plan *p)
{
	struct erase_report *r = p->report;
	unsigned turns = 0, lost = 0, changed = 0;
	uint64_t words = 0, mentions = 0;

	vec_each (const struct erase_document, d, &r->documents) {
		turns += d->turns;
		words += d->words;
		mentions += d->mentions;
	}
	vec_each (const struct erase_coder, c, &r->coders) {
		lost += c->lost;
		changed += c->changed;
	}
	r->lost = arena_printf(&r->arena,
		"documents=%zu turns=%u words=%llu mentions=%llu codings=%u changed=%u texts=%llu",
		r->documents.n, turns, (unsigned long long)words, (unsigned long long)mentions,
		lost, changed, (unsigned long long)r->texts);
}

static int by_document(const void *a, const void *b)
{
	const struct erase_document *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static enum rc make_plan(struct plan *p, struct err *e)
{
	enum rc rc = plan_person(p, e);

	if (rc == RC_OK)
		rc = plan_documents(p, e);
	if (rc == RC_OK)
		rc = plan_contents(p, e);
	if (rc == RC_OK)
		rc = plan_remains(p, e);
	if (rc == RC_OK)
		rc = plan_copies(p, e);
	vec_each (const struct plan_document, d, &p->documents)
		vec_push(&p->report->documents, d->told);
	vec_sort(&p->report->documents, by_document);
	sum_up(p);
	return rc;
}

enum rc erase_plan(
	struct store *s, const struct erase_request *r, struct erase_report *report, struct err *e)
{
	struct plan p = { .s = s, .r = r, .report = report };
	enum rc rc = make_plan(&p, e);

	plan_release(&p);
	return rc;
}

/* --- doing it --- */

static enum rc begin(struct plan *p, struct err *e)
{
	const struct erase_request *r = p->r;
	enum rc rc = erasure_begin(p->s, r->target, r->id, r->reason, p->report->lost, e);

	/* nothing is left of a document: it counts as erased itself, and is not imported again */
	vec_each (const struct plan_document, d, &p->documents)
		if (rc == RC_OK && d->told.whole && r->target == ERASURE_SPEAKER)
			rc = erasure_begin(p->s, ERASURE_DOCUMENT, d->id, r->reason, NULL, e);
	return rc;
}

static enum rc place_segments(
	struct plan *p, const struct plan_document *d, int64_t revision, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < d->places.n && rc == RC_OK; i++) {
		const struct plan_place *at = &d->places.items[i];
		enum anchor_state state = at->orphan		      ? ANCHOR_ORPHANED
					  : at->fate == ERASE_CHANGED ? ANCHOR_CHANGED
								      : ANCHOR_EXACT;

		rc = store_anchor_add(p->s, at->segment, revision, at->to, state, e);
	}
	return rc;
}

static enum rc change_document(struct plan *p, const struct plan_document *d, struct err *e)
{
	int64_t revision = 0;
	enum rc rc = RC_OK;

	if (d->told.whole)
		return erasure_end_document(p->s, d->id, e);
	for (size_t i = 0; i < d->ended.n && rc == RC_OK; i++)
		rc = erasure_end_segment(p->s, d->ended.items[i], e);
	if (rc == RC_OK)
		rc = erasure_revise(
			p->s, d->id, d->now, d->labels, d->old->labels.n, d->options, &revision, e);
	return rc == RC_OK ? place_segments(p, d, revision, e) : rc;
}

static enum rc carry_out(struct plan *p, struct err *e)
{
	enum rc rc = begin(p, e);

	for (size_t i = 0; i < p->documents.n && rc == RC_OK; i++)
		rc = change_document(p, &p->documents.items[i], e);
	for (size_t i = 0; i < p->speakers.n && rc == RC_OK; i++)
		rc = erasure_end_speaker(p->s, p->speakers.items[i], p->keep_code, e);
	if (rc == RC_OK)
		rc = erasure_replace(p->s, p->changes.items, p->changes.n, e);
	return rc;
}

/* Which op it was, without a name. */
static enum rc keep_detail(struct plan *p, struct err *e)
{
	char *detail = p->r->target == ERASURE_DOCUMENT ? mem_printf("document %d", (int)p->r->id)
		       : p->report->word[0] == '['	? mem_printf("a speaker")
							: mem_printf("speaker %s", p->report->word);
	enum rc rc = store_detail(p->s, detail, e);

	free(detail);
	return rc;
}

enum rc erase_run(struct store *s, const struct person *who, const struct erase_request *r,
	struct erase_report *report, struct err *e)
{
	struct plan p = { .s = s, .r = r, .report = report };
	enum rc rc = erasure_room(s, e);

	if (rc == RC_OK)
		rc = store_begin(s, who, ERASURE_COMMAND, e);
	if (rc != RC_OK)
		return rc;
	rc = make_plan(&p, e);
	if (rc == RC_OK)
		rc = carry_out(&p, e);
	if (rc == RC_OK)
		rc = keep_detail(&p, e);
	if (rc == RC_OK)
		rc = store_commit(s, e);
	else
		store_rollback(s);
	plan_release(&p);
	return rc == RC_OK ? erasure_finish(s, e) : rc;
}
