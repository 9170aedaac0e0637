/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: what becomes of codings, notes and evidence in a document that changes. */
#include <stdlib.h>
#include <string.h>

#include "project/erase_plan.h"

/* The person's turns in each revision whose text is there. */
struct past {
	int64_t revision;
	struct document *doc; /* owned unless it is the one that stands */
	struct erase_edits cuts;
};

struct said {
	struct plan *p;
	struct plan_document *d;
	VEC(struct past) pasts;
};

static void said_release(struct said *k)
{
	vec_each (struct past, a, &k->pasts) {
		if (a->doc != k->d->old)
			document_free(a->doc);
		vec_release(&a->cuts);
	}
	vec_release(&k->pasts);
}

static enum rc read_past(struct said *k, int64_t revision, struct err *e)
{
	struct past *a = vec_new(&k->pasts);
	bool *gone = k->d->gone;
	enum rc rc = RC_OK;

	a->revision = revision;
	a->doc = k->d->old;
	if (revision != k->d->revision) {
		a->doc = NULL;
		rc = erasure_revision_load(k->p->s, revision, &a->doc, e);
		gone = rc == RC_OK ? plan_labels(k->p, a->doc) : NULL;
	}
	if (rc == RC_OK)
		erase_text_cuts(a->doc, gone, &a->cuts, NULL, NULL);
	if (gone != k->d->gone)
		free(gone);
	return rc;
}

static enum rc read_pasts(struct said *k, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const struct erasure_revision, r, &k->p->revisions)
		if (rc == RC_OK && r->document == k->d->id)
			rc = read_past(k, r->id, e);
	return rc;
}

static const struct past *past_of(const struct said *k, int64_t revision)
{
	vec_each (const struct past, a, &k->pasts)
		if (a->revision == revision)
			return a;
	return NULL;
}

/* What the cuts alone would do to a span of that revision. */
static enum erase_fate fate_in(const struct said *k, int64_t revision, struct span at)
{
	const struct past *a = past_of(k, revision);
	struct span to;

	return a != NULL ? erase_text_place(a->doc, &a->cuts, 0, at, &to) : ERASE_SAME;
}

/* --- segments --- */

static int by_segment(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static struct plan_place *place_of(const struct plan_document *d, int64_t segment)
{
	/* the segment is the first member, and they were read in order */
	return d->places.n == 0 ? NULL
				: bsearch(&segment, d->places.items, d->places.n,
					  sizeof *d->places.items, by_segment);
}

static void end_segment(struct plan_document *d, int64_t segment)
{
	vec_push(&d->ended, segment);
}

static enum rc place_all(struct said *k, struct err *e)
{
	struct store_anchor_list anchors = VEC_INIT;
	struct plan_document *d = k->d;
	size_t word = strlen(k->p->report->word);
	enum rc rc = store_anchors(k->p->s, d->revision, &anchors, e);

	vec_each (const struct store_anchor, a, &anchors) {
		struct plan_place p = { .segment = a->segment };

		p.orphan = a->state == ANCHOR_ORPHANED;
		p.fate = ERASE_SAME;
		if (!p.orphan)
			p.fate = erase_text_place(
				d->old, &d->edits, word, (struct span){ a->start, a->end }, &p.to);
		if (d->told.whole || p.fate == ERASE_GONE)
			end_segment(d, a->segment);
		else
			vec_push(&d->places, p);
	}
	vec_release(&anchors);
	return rc;
}

static void sort_ended(struct plan_document *d)
{
	size_t kept = 0;

	vec_sort(&d->ended, by_segment);
	for (size_t i = 0; i < d->ended.n; i++)
		if (kept == 0 || d->ended.items[kept - 1] != d->ended.items[i])
			d->ended.items[kept++] = d->ended.items[i];
	d->ended.n = kept;
}

/* An orphan whose last place was the person's. */
static void drop_ended_places(struct plan_document *d)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->places.n; i++)
		if (!plan_has(&d->ended, d->places.items[i].segment))
			d->places.items[kept++] = d->places.items[i];
	d->places.n = kept;
}

/* Passages that are in the text no more, or whose codings ended long ago: where they were. */
static enum rc place_past(struct said *k, struct err *e)
{
	struct erasure_places list = VEC_INIT;
	enum rc rc = erasure_places(k->p->s, k->d->id, &list, e);

	vec_each (const struct erasure_place, a, &list) {
		struct plan_place *now = place_of(k->d, a->segment);

		if (now != NULL && !now->orphan)
			continue;
		if (fate_in(k, a->revision, a->at) != ERASE_GONE)
			continue;
		end_segment(k->d, a->segment);
	}
	vec_release(&list);
	sort_ended(k->d);
	drop_ended_places(k->d);
	return rc;
}

/* --- what stands on them --- */

static enum rc drop_segments(struct said *k, struct err *e)
{
	struct erasure_ids list = VEC_INIT;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < k->d->ended.n && rc == RC_OK; i++)
		rc = erasure_contents_of(
			k->p->s, ERASURE_OF_SEGMENT, k->d->ended.items[i], &list, e);
	vec_each (const int64_t, id, &list)
		plan_drop(k->p, *id);
	vec_release(&list);
	return rc;
}

/* Words that the person said, in the evidence of a coding that goes on. */
static enum rc look_at_evidence(const struct erasure_evidence *v, void *arg, struct err *e)
{
	struct said *k = arg;

	(void)e;
	for (size_t i = 0; i < v->nspans; i++)
		if (fate_in(k, v->revision, v->spans[i]) != ERASE_SAME) {
			plan_drop(k->p, v->words_c);
			return RC_OK;
		}
	return RC_OK;
}

static struct erase_coder *coder_of(struct plan *p, const struct erasure_judgement *j)
{
	struct erase_coder *c;

	vec_each (struct erase_coder, old, &p->report->coders)
		if (old->id == j->coder)
			return old;
	c = vec_new(&p->report->coders);
	c->id = j->coder;
	c->name = arena_strdup(&p->report->arena, j->coder_name);
	return c;
}

static enum rc count(const struct erasure_judgement *j, void *arg, struct err *e)
{
	struct said *k = arg;
	struct erase_coder *c;
	const struct plan_place *place;

	(void)e;
	if (!j->lives)
		return RC_OK;
	c = coder_of(k->p, j);
	place = place_of(k->d, j->segment);
	if (k->d->told.whole || plan_has(&k->d->ended, j->segment))
		c->lost++;
	else if (place != NULL && place->fate == ERASE_CHANGED)
		c->changed++;
	else
		c->kept++;
	return RC_OK;
}

enum rc plan_said(struct plan *p, struct plan_document *d, struct err *e)
{
	struct said k = { .p = p, .d = d };
	uint64_t suggestions = 0;
	enum rc rc = erasure_suggestions(p->s, d->id, &suggestions, e);

	p->report->suggestions += suggestions;
	if (rc == RC_OK && d->speaks && !d->told.whole)
		rc = read_pasts(&k, e);
	if (rc == RC_OK)
		rc = place_all(&k, e);
	if (rc == RC_OK)
		rc = place_past(&k, e);
	if (rc == RC_OK)
		rc = drop_segments(&k, e);
	if (rc == RC_OK)
		rc = erasure_evidence(p->s, d->id, look_at_evidence, &k, e);
	if (rc == RC_OK)
		rc = erasure_judgements(p->s, d->id, count, &k, e);
	said_release(&k);
	return rc;
}
