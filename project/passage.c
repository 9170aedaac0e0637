/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/passage.h"

#include "project/copy.h"
#include "project/person.h"
#include "project/seen.h"
#include "store/documents.h"

struct place {
	int64_t document;
	struct span span;
};

struct review {
	struct store *store;
	const struct person *who;
	struct suggestion_filter filter;
	VEC(struct place) places;
	struct document *doc; /* of the current passage, as stored */
	struct seen seen;     /* and as shown */
	int64_t loaded;	      /* their id, 0 = none */
	struct passage now;
};

/* ---- opening: where are passages?
 * -------------------------------------------------------------------- */

static enum rc load(struct review *r, int64_t id, struct err *e)
{
	if (r->loaded == id)
		return RC_OK;
	document_free(r->doc);
	r->doc = NULL;
	seen_release(&r->seen);
	r->loaded = 0;
	if (store_document_load(r->store, id, &r->doc, e) != RC_OK ||
		seen_load(r->store, id, &r->seen, e) != RC_OK)
		return e->rc;
	r->loaded = id;
	return RC_OK;
}

/* A match alone cannot be judged: its sentence is shown. */
static struct span shown_span(const struct review *r, const struct store_suggestion *g)
{
	struct span span = { g->start, g->end };
	size_t i = document_sentence_at(r->doc, g->start);

	if (g->unit == UNIT_MATCH && i < r->doc->sentences.n) {
		const struct sentence *sentence = &r->doc->sentences.items[i];

		span.start = sentence->start < span.start ? sentence->start : span.start;
		span.end = sentence->end > span.end ? sentence->end : span.end;
	}
	return span;
}

static void join_or_add(struct review *r, int64_t document, struct span span)
{
	struct place *last = r->places.n > 0 ? vec_last(&r->places) : NULL;

	if (last != NULL && last->document == document && span.start < last->span.end &&
		span.end > last->span.start) {
		last->span.start = span.start < last->span.start ? span.start : last->span.start;
		last->span.end = span.end > last->span.end ? span.end : last->span.end;
		return;
	}
	vec_push(&r->places, ((struct place){ document, span }));
}

static enum rc note_place(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct review *r = arg;
	enum rc rc = load(r, g->document, e);

	if (rc == RC_OK)
		join_or_add(r, g->document, shown_span(r, g));
	return rc;
}

enum rc review_open(struct store *s, const struct person *who, const struct suggestion_filter *f,
	struct review **out, struct err *e)
{
	struct review *r = mem_zalloc(1, sizeof *r);
	enum rc rc;

	r->store = s;
	r->who = who;
	r->filter = *f;
	if (r->filter.states == 0)
		r->filter.states = SUGGESTION_OPEN;
	rc = person_row(s, who, &r->filter.coder, e);
	if (rc == RC_OK)
		rc = store_suggestions(s, &r->filter, note_place, r, e);
	*out = rc == RC_OK ? r : NULL;
	if (rc != RC_OK)
		review_close(r);
	return rc;
}

static void release_passage(struct passage *p)
{
	vec_release(&p->suggestions);
	vec_release(&p->matches);
	arena_release(&p->arena);
}

void review_close(struct review *r)
{
	if (r == NULL)
		return;
	release_passage(&r->now);
	document_free(r->doc);
	seen_release(&r->seen);
	vec_release(&r->places);
	free(r);
}

size_t review_count(const struct review *r)
{
	return r->places.n;
}

/* ---- one passage
 * ---------------------------------------------------------------------------------------- */

static enum rc take_title(const struct store_document *d, void *arg, struct err *e)
{
	struct review *r = arg;

	(void)e;
	r->now.number = d->number;
	r->now.title = seen_text(r->store, REDACT_NAME, d->title, &r->now.arena);
	return RC_OK;
}

static enum rc take_suggestion(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct review *r = arg;
	struct passage *p = &r->now;

	(void)e;
	vec_push(&p->suggestions, copy_suggestion(&p->arena, g));
	for (size_t i = 0; i < g->nhits; i++)
		for (size_t k = 0; k < g->hits[i].nspans; k++) {
			const struct span *span = &g->hits[i].spans[k];

			vec_push(&p->matches, seen_span(&r->seen, span->start, span->end));
		}
	return RC_OK;
}

enum rc review_passage(struct review *r, size_t i, const struct passage **out,
	const struct document **doc, struct err *e)
{
	const struct place *place = &r->places.items[i];
	struct suggestion_filter f = r->filter;
	struct span shown;
	enum rc rc = load(r, place->document, e);

	if (rc == RC_OK)
		rc = person_row(r->store, r->who, &r->filter.coder, e);
	if (rc != RC_OK)
		return rc;
	release_passage(&r->now);
	shown = seen_span(&r->seen, place->span.start, place->span.end);
	r->now = (struct passage){ .document = place->document,
		.start = shown.start,
		.end = shown.end,
		.stored = place->span };
	f.document = place->document;
	f.coder = r->filter.coder;
	f.start = place->span.start;
	f.end = place->span.end;
	f.states = ~0u;
	rc = store_document_get(r->store, place->document, take_title, r, e);
	if (rc == RC_OK)
		rc = store_suggestions(r->store, &f, take_suggestion, r, e);
	*out = &r->now;
	*doc = r->seen.doc;
	return rc;
}
