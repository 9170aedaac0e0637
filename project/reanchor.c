/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/reanchor.h"

#include <string.h>

#include "project/seen.h"

void reanchor_report_release(struct reanchor_report *r)
{
	vec_release(&r->list);
	arena_release(&r->arena);
}

/* A text that segments were placed in last, and what of it stands in the new one.  The first
 * source is the revision before; orphans may come from older ones. */
struct source {
	int64_t revision;
	char *text; /* NULL: cannot be read any more */
	size_t len;
	struct kept_list kept;
};

struct work {
	struct store *store;
	int64_t document, to;
	char *now;
	size_t now_len;
	VEC(struct source) sources;
	struct store_anchor_list anchors;
	VEC(struct reanchored) list; /* one for each anchor, in the same order */
	VEC(size_t) source_of;	     /* of each of the list */
	uint32_t reread;
};

static const enum anchor_state state_of_fate[] = {
	[KEPT_EXACT] = ANCHOR_EXACT,
	[KEPT_MOVED] = ANCHOR_MOVED,
	[KEPT_CHANGED] = ANCHOR_CHANGED,
	[KEPT_LOST] = ANCHOR_ORPHANED,
};

/* --- placing --- */

static size_t source_of(struct work *w, int64_t revision)
{
	struct err unread = ERR_INIT;
	struct source *s;

	for (size_t i = 0; i < w->sources.n; i++)
		if (w->sources.items[i].revision == revision)
			return i;
	s = vec_new(&w->sources);
	s->revision = revision;
	if (store_revision_text(w->store, revision, &s->text, &s->len, &unread) == RC_OK)
		kept_by_diff(s->text, s->len, w->now, w->now_len, &s->kept);
	return w->sources.n - 1;
}

static enum rc place(struct work *w, const struct store_anchor *a, struct err *e)
{
	size_t of = a->state == ANCHOR_ORPHANED ? source_of(w, a->last_revision) : 0;
	const struct source *from = &w->sources.items[of];
	struct reanchored *r = vec_new(&w->list);
	struct kept_where where = { .fate = KEPT_LOST };
	enum rc rc;

	vec_push(&w->source_of, of);
	*r = (struct reanchored){ .old_words = "",
		.new_words = "",
		.segment = a->segment,
		.before = a->state,
		.memos = a->memos,
		.readings = a->readings,
		.samples = a->samples };
	if (from->text != NULL) {
		if (a->start >= a->end || a->end > from->len)
			return err_set(e, RC_PROJECT, "a passage lies outside of document %d",
				(int)w->document);
		r->from = (struct span){ a->start, a->end };
		where = kept_place(&from->kept, from->text, w->now, w->now_len, r->from);
	}
	r->state = state_of_fate[where.fate];
	r->to = where.to;
	rc = store_anchor_add(w->store, a->segment, w->to, where.to, r->state, e);
	if (rc == RC_OK && where.grown && a->readings > 0) {
		rc = store_reading_end(w->store, a->segment, e);
		w->reread++;
	}
	return rc;
}

static enum rc place_all(struct work *w, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < w->anchors.n && rc == RC_OK; i++)
		rc = place(w, &w->anchors.items[i], e);
	return rc;
}

/* --- the report --- */

struct coded {
	int64_t segment;
	size_t n; /* as listed */
	struct reanchored_coding coding;
};
VEC_TYPE(coded_list, struct coded);

struct listing {
	struct arena *arena;
	struct coded_list list;
};

static enum rc add_coded(const struct store_judgement *j, void *arg, struct err *e)
{
	struct listing *l = arg;
	struct coded c = { j->segment, l->list.n,
		{ arena_strdup(l->arena, j->id), j->code, arena_strdup(l->arena, j->coder_name),
			j->verdict } };

	(void)e;
	vec_push(&l->list, c);
	return RC_OK;
}

static int by_segment(const void *a, const void *b)
{
	const struct coded *x = a, *y = b;

	if (x->segment != y->segment)
		return x->segment < y->segment ? -1 : 1;
	return x->n < y->n ? -1 : x->n > y->n;
}

/* Both lists are in order of segment. */
static void give_codings(
	struct reanchored *list, size_t n, const struct coded_list *coded, struct arena *arena)
{
	size_t at = 0;

	for (struct reanchored *r = list; r != list + n; r++) {
		size_t from;

		while (at < coded->n && coded->items[at].segment < r->segment)
			at++;
		for (from = at; at < coded->n && coded->items[at].segment == r->segment; at++)
			r->ncodings++;
		r->codings = arena_calloc(arena, r->ncodings, sizeof *r->codings);
		for (size_t i = 0; i < r->ncodings; i++)
			r->codings[i] = coded->items[from + i].coding;
	}
}

enum rc reanchored_codings(struct store *s, int64_t document, struct reanchored *list, size_t n,
	struct arena *arena, struct err *e)
{
	struct judgement_filter all = { .document = document };
	struct listing l = { arena, VEC_INIT };
	enum rc rc = store_judgements(s, &all, add_coded, &l, e);

	vec_sort(&l.list, by_segment);
	if (rc == RC_OK)
		give_codings(list, n, &l.list, arena);
	vec_release(&l.list);
	return rc;
}

static bool is_told(const struct reanchored *r)
{
	return r->ncodings + r->memos + r->readings + r->samples > 0;
}

const char *reanchored_words(
	struct store *s, const char *text, struct span span, struct arena *arena)
{
	const char *shown = seen_words(s, text, strlen(text), span, arena);
	char *words = arena_strdup(arena, shown);

	for (char *p = words; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return words;
}

static int by_place(const void *a, const void *b)
{
	const struct reanchored *x = a, *y = b;

	if (x->from.start != y->from.start)
		return x->from.start < y->from.start ? -1 : 1;
	if (x->from.end != y->from.end)
		return x->from.end < y->from.end ? -1 : 1;
	return x->segment < y->segment ? -1 : x->segment > y->segment;
}

/* Words and lines of what is told: of one source at a time. */
static void tell_words(struct work *w, struct reanchor_report *report)
{
	struct lines now;

	lines_init(&now, w->now, w->now_len);
	for (size_t k = 0; k < w->sources.n; k++) {
		const struct source *s = &w->sources.items[k];
		struct lines old;

		lines_init(&old, s->text != NULL ? s->text : "", s->len);
		for (size_t i = 0; i < w->list.n; i++) {
			struct reanchored *r = &w->list.items[i];

			if (w->source_of.items[i] != k || !is_told(r))
				continue;
			if (r->from.end > 0) {
				r->old_words = reanchored_words(
					w->store, s->text, r->from, &report->arena);
				r->old_line = lines_at(&old, r->from.start);
			}
			if (r->to.end > 0) {
				r->new_words =
					reanchored_words(w->store, w->now, r->to, &report->arena);
				r->new_line = lines_at(&now, r->to.start);
			}
		}
		lines_release(&old);
	}
	lines_release(&now);
}

/* Segments that nothing living is on are placed, but not told. */
static void choose_told(struct work *w, struct reanchor_report *report)
{
	vec_each (struct reanchored, r, &w->list) {
		if (!is_told(r))
			continue;
		report->segments[r->state]++;
		report->codings[r->state] += (uint32_t)r->ncodings;
		vec_push(&report->list, *r);
	}
	vec_sort(&report->list, by_place);
}

static enum rc tell(struct work *w, struct reanchor_report *report, struct err *e)
{
	enum rc rc = reanchored_codings(
		w->store, w->document, w->list.items, w->list.n, &report->arena, e);

	if (rc == RC_OK) {
		tell_words(w, report);
		choose_told(w, report);
		report->reread = w->reread;
	}
	return rc;
}

enum rc reanchor(struct store *s, int64_t document, int64_t from, int64_t to,
	const struct kept_list *kept, struct reanchor_report *report, struct err *e)
{
	struct work w = { .store = s, .document = document, .to = to };
	struct source first = { .revision = from };
	enum rc rc = store_anchors(s, from, &w.anchors, e);

	if (rc == RC_OK)
		rc = store_revision_text(s, from, &first.text, &first.len, e);
	first.kept = *kept; /* borrowed */
	vec_push(&w.sources, first);
	if (rc == RC_OK)
		rc = store_revision_text(s, to, &w.now, &w.now_len, e);
	if (rc == RC_OK)
		rc = place_all(&w, e);
	if (rc == RC_OK && report != NULL)
		rc = tell(&w, report, e);
	for (size_t i = 0; i < w.sources.n; i++) {
		free(w.sources.items[i].text);
		if (i > 0)
			vec_release(&w.sources.items[i].kept);
	}
	free(w.now);
	vec_release(&w.sources);
	vec_release(&w.source_of);
	vec_release(&w.anchors);
	vec_release(&w.list);
	return rc;
}
