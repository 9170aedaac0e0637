/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/effect.h"

#include <stdlib.h>
#include <string.h>

#include "project/effect_run.h"
#include "store/codebooks.h"
#include "store/documents.h"

const char *const effect_kind_names[] = { "confirmed-lost", "rejected-again", "lost", "settled",
	"gained" };
const char *const effect_fate_names[] = { "same", "absent", "changed", "weight" };

/* ---- which code is which --------------------------------------------------------------------- */

static enum rc ask_codes(
	struct effect_run *r, const struct codebook *cb, int64_t **ids, struct err *e)
{
	*ids = mem_zalloc(cb->codes.n + 1, sizeof **ids);
	return store_codebook_codes(r->store, cb, *ids, e);
}

/* What both versions know of a code together; a new one is known by its place alone. */
static int64_t group_of(size_t at, int64_t before, int64_t after)
{
	if (before == CODE_RETIRED || after == CODE_RETIRED)
		return 0;
	return after > 0 ? after : before > 0 ? before : -(int64_t)at - 1;
}

/* The codes that are removed stand behind all others. */
static void merge(struct effect_run *r, size_t from, size_t to)
{
	if (r->group_of[from] > 0 && r->group_of[to] > 0)
		vec_push(&r->merges, ((struct run_merge){ r->group_of[from], r->group_of[to] }));
	r->group_of[from] = r->group_of[to];
}

static enum rc open_codes(struct effect_run *r, struct err *e)
{
	const struct changes *c = r->changes;
	int64_t *before = NULL, *after = NULL;
	enum rc rc = ask_codes(r, c->before, &before, e);

	if (rc == RC_OK)
		rc = ask_codes(r, c->after, &after, e);
	r->group_of = mem_zalloc(c->codes.n + 1, sizeof *r->group_of);
	for (int i = 0; i < 2; i++)
		r->code_of[i] = mem_zalloc(
			(i > 0 ? c->after : c->before)->codes.n + 1, sizeof **r->code_of);
	for (size_t i = 0; rc == RC_OK && i < c->codes.n; i++) {
		const struct change_code *k = &c->codes.items[i];

		r->group_of[i] = group_of(i, k->before != NULL ? before[k->before->index] : 0,
			k->after != NULL ? after[k->after->index] : 0);
		if (k->before != NULL)
			r->code_of[0][k->before->index] = (uint32_t)i;
		if (k->after != NULL)
			r->code_of[1][k->after->index] = (uint32_t)i;
		if (k->into != NULL)
			merge(r, i, k->into->index);
	}
	free(before);
	free(after);
	return rc;
}

static enum rc open_engines(struct effect_run *r, struct diags *d, struct err *e)
{
	enum rc rc = RC_OK;

	for (int i = 0; i < 2 && rc == RC_OK; i++) {
		const struct codebook *cb = i > 0 ? r->changes->after : r->changes->before;

		r->sides[i].run = r;
		r->sides[i].is_after = i > 0;
		rc = engine_new(&cb, 1, &r->sides[i].engine, d, e);
	}
	return rc;
}

/* ---- what one version suggests in a document --------------------------------------------------
 */

static enum rc take(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct run_side *side = arg;
	struct effect_run *r = side->run;
	uint32_t code = r->code_of[side->is_after][s->code->index];
	struct run_found f = { .code = code,
		.group = r->group_of[code],
		.start = s->start,
		.end = s->end,
		.unit = s->unit,
		.score = s->score,
		.hit = side->hits.n,
		.nhits = s->nhits,
		.span = side->spans.n };

	(void)e;
	if (f.group == 0) /* retired: shown nowhere */
		return RC_OK;
	for (size_t i = 0; i < s->nhits; i++) {
		const struct engine_hit *h = &s->hits[i];

		vec_push(&side->hits,
			((struct run_hit){ h->rule, h->counted, side->spans.n, h->nspans }));
		for (size_t k = 0; k < h->nspans; k++)
			vec_push(&side->spans, h->spans[k]);
	}
	f.nspans = side->spans.n - f.span;
	vec_push(&side->found, f);
	return RC_OK;
}

static int by_group(const void *a, const void *b)
{
	const struct run_found *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	return x->code < y->code ? -1 : x->code > y->code;
}

static enum rc run_side(struct effect_run *r, struct run_side *side, struct diags *d, struct err *e)
{
	enum rc rc;

	vec_reset(&side->found);
	vec_reset(&side->reach);
	vec_reset(&side->hits);
	vec_reset(&side->spans);
	rc = engine_run(side->engine, r->doc, take, side, d, e);
	vec_sort(&side->found, by_group);
	for (size_t i = 0; i < side->found.n; i++) {
		const struct run_found *f = &side->found.items[i];
		uint32_t end = f->end;

		if (i > 0 && f[-1].group == f->group && side->reach.items[i - 1] > end)
			end = side->reach.items[i - 1];
		vec_push(&side->reach, end);
	}
	return rc;
}

const struct run_found *run_next(
	const struct run_side *side, const struct run_found *f, uint32_t start, uint32_t end)
{
	const struct run_found *stop = side->found.items + side->found.n;
	int64_t group = f->group;

	for (f++; f < stop && f->group == group && f->start < end; f++)
		if (f->end > start)
			return f;
	return NULL;
}

const struct run_found *run_touching(
	const struct run_side *side, int64_t group, uint32_t start, uint32_t end)
{
	size_t low = 0, high = side->found.n;
	const struct run_found *f;

	while (low < high) { /* the first of the group up to which one reaches beyond the start */
		size_t mid = low + (high - low) / 2;

		f = &side->found.items[mid];
		if (f->group < group || (f->group == group && side->reach.items[mid] <= start))
			low = mid + 1;
		else
			high = mid;
	}
	if (low == side->found.n)
		return NULL;
	f = &side->found.items[low];
	if (f->group != group || f->start >= end)
		return NULL;
	return f->end > start ? f : run_next(side, f, start, end);
}

/* ---- both against each other ------------------------------------------------------------------
 */

static struct run_place place_of(const struct run_found *f, enum effect_kind kind)
{
	return (struct run_place){ .kind = kind,
		.code = f->code,
		.before = f->group,
		.after = f->group,
		.start = f->start,
		.end = f->end,
		.unit = f->unit };
}

static enum rc look_at_losses(struct effect_run *r, struct err *e)
{
	const struct run_side *before = &r->sides[0], *after = &r->sides[1];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < before->found.n && rc == RC_OK; i++) {
		const struct run_found *f = &before->found.items[i];
		struct run_place p = place_of(f, EFFECT_LOST);

		r->x->codes[f->code].before++;
		if (run_touching(after, f->group, f->start, f->end) != NULL)
			continue;
		r->x->codes[f->code].lost++;
		if (run_is_told(r, f))
			continue;
		if (r->changes->codes.items[f->code].after != NULL &&
			run_decision(r, NULL, f->group, VERDICT_REJECT, f->start, f->end) != NULL)
			p.kind = EFFECT_SETTLED;
		rc = run_keep(r, &p, e);
	}
	return rc;
}

/* Of a suggestion that touches one of the other version: is there just this one? */
static bool was_the_same(const struct run_side *before, const struct run_found *f)
{
	const struct run_found *b = run_touching(before, f->group, f->start, f->end);

	for (; b != NULL; b = run_next(before, b, f->start, f->end))
		if (b->start == f->start && b->end == f->end && b->code == f->code &&
			b->score >= f->score && b->score <= f->score)
			return true;
	return false;
}

static enum rc look_at_gains(struct effect_run *r, struct err *e)
{
	const struct run_side *before = &r->sides[0], *after = &r->sides[1];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < after->found.n && rc == RC_OK; i++) {
		const struct run_found *f = &after->found.items[i];
		bool is_new = run_touching(before, f->group, f->start, f->end) == NULL;
		struct run_place p = place_of(f, EFFECT_GAINED);

		r->x->codes[f->code].after++;
		r->x->codes[f->code].gained += is_new;
		r->x->codes[f->code].changed += !is_new && !was_the_same(before, f);
		if (run_returns(r, f, &p.reason, &p.before))
			p.kind = EFFECT_REJECTED_AGAIN;
		if (is_new || p.kind == EFFECT_REJECTED_AGAIN)
			rc = run_keep(r, &p, e);
	}
	return rc;
}

static enum rc note_name(const struct store_document *d, void *arg, struct err *e)
{
	struct effect_run *r = arg;

	(void)e;
	r->number = d->number;
	r->title = seen_text(r->store, REDACT_NAME, d->title, &r->x->arena);
	return RC_OK;
}

static void leave(struct effect_run *r, struct document *doc)
{
	if (r->is_seen) {
		lines_release(&r->lines);
		seen_release(&r->seen);
	}
	r->is_seen = false;
	r->doc = NULL;
	document_free(doc);
}

static enum rc run_document(struct effect_run *r, int64_t id, struct diags *d, struct err *e)
{
	struct document *doc = NULL;
	enum rc rc = store_document_get(r->store, id, note_name, r, e);

	if (rc == RC_OK)
		rc = store_document_load(r->store, id, &doc, e);
	if (rc != RC_OK)
		return rc;
	r->doc = doc;
	r->document = id;
	run_begin_decided(r);
	for (int i = 0; i < 2 && rc == RC_OK; i++)
		rc = run_side(r, &r->sides[i], d, e);
	if (rc == RC_OK)
		rc = run_confirmed_lost(r, e);
	if (rc == RC_OK)
		rc = look_at_losses(r, e);
	if (rc == RC_OK)
		rc = look_at_gains(r, e);
	r->x->documents++;
	r->x->bytes += doc->len;
	run_end_decided(r);
	leave(r, doc);
	return rc;
}

/* ---- all ---------------------------------------------------------------------------------------
 */

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct effect_run *r = arg;

	(void)e;
	vec_push(&r->documents, d->id);
	return RC_OK;
}

static int by_weight(const void *a, const void *b)
{
	const struct effect_place *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->document != y->document)
		return x->document < y->document ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

static enum rc open_run(
	struct effect_run *r, const struct changes *changes, struct effect *out, struct err *e)
{
	enum rc rc;

	*out = (struct effect){ .arena = ARENA_INIT, .changes = changes };
	out->codes = arena_calloc(&out->arena, changes->codes.n + 1, sizeof *out->codes);
	rc = open_codes(r, e);
	if (rc == RC_OK)
		rc = run_load_decisions(r, e);
	return rc == RC_OK ? run_find_gone(r, e) : rc;
}

static void close_run(struct effect_run *r)
{
	for (int i = 0; i < 2; i++) {
		engine_free(r->sides[i].engine);
		vec_release(&r->sides[i].found);
		vec_release(&r->sides[i].reach);
		vec_release(&r->sides[i].hits);
		vec_release(&r->sides[i].spans);
		free(r->code_of[i]);
	}
	free(r->group_of);
	shown_release(&r->shown);
	vec_release(&r->decisions);
	vec_release(&r->documents);
	vec_release(&r->coders);
	vec_release(&r->told);
	vec_release(&r->merges);
}

enum rc effect_find_gone(
	struct store *s, const struct changes *changes, struct effect *out, struct err *e)
{
	struct effect_run r = { .store = s, .x = out, .changes = changes };
	enum rc rc = open_run(&r, changes, out, e);

	close_run(&r);
	return rc;
}

enum rc effect_find(struct store *s, const struct changes *changes, const struct effect_options *o,
	struct effect *out, struct diags *d, struct err *e)
{
	struct effect_run r = { .store = s, .o = o, .x = out, .changes = changes };
	enum rc rc = open_run(&r, changes, out, e);

	if (rc == RC_OK)
		rc = open_engines(&r, d, e);
	if (rc == RC_OK)
		rc = shown_load(s, &r.shown, e);
	if (rc == RC_OK)
		rc = store_documents(s, false, note_document, &r, e);
	for (size_t i = 0; rc == RC_OK && i < r.documents.n; i++) {
		if (o->progress != NULL)
			o->progress((unsigned)i, (unsigned)r.documents.n, o->arg);
		rc = run_document(&r, r.documents.items[i], d, e);
	}
	vec_sort(&out->places, by_weight);
	close_run(&r);
	return rc;
}

void effect_release(struct effect *x)
{
	vec_release(&x->gone);
	vec_release(&x->places);
	arena_release(&x->arena);
}
