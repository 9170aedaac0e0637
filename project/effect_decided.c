/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people decided, and how it would stand to the new version. */
#include <string.h>

#include "project/effect_run.h"
#include "store/codebooks.h"

/* ---- loading ----------------------------------------------------------------------------------
 */

static int64_t merged(const struct effect_run *r, int64_t code)
{
	vec_each (const struct run_merge, m, &r->merges)
		if (m->from == code)
			return m->to;
	return code;
}

static enum rc note_decision(const struct store_judgement *j, void *arg, struct err *e)
{
	struct effect_run *r = arg;
	struct run_decision d = { .document = j->document,
		.code = merged(r, j->code),
		.coder = j->coder,
		.segment = j->segment,
		.start = j->start,
		.end = j->end,
		.verdict = j->verdict };

	(void)e;
	if (j->orphaned)
		return RC_OK;
	memcpy(d.id, j->id, sizeof d.id);
	for (size_t i = r->decisions.n; i-- > 0 && d.coder_name == NULL;)
		if (r->decisions.items[i].coder == j->coder)
			d.coder_name = r->decisions.items[i].coder_name;
	if (d.coder_name == NULL)
		d.coder_name = arena_strdup(&r->x->arena, j->coder_name);
	vec_push(&r->decisions, d);
	return RC_OK;
}

enum rc run_load_decisions(struct effect_run *r, struct err *e)
{
	const struct judgement_filter all = { 0 };

	return store_judgements(r->store, &all, note_decision, r, e);
}

/* ---- codes that are gone ----------------------------------------------------------------------
 */

/* Whose codes the compared files define. */
static bool is_of_file(const struct changes *c, const char *codebook)
{
	return codebook_named(c->before, codebook, strlen(codebook)) != NULL ||
	       codebook_named(c->after, codebook, strlen(codebook)) != NULL;
}

/* Has the new version a code of this group?  *at: where the code is in changes->codes. */
static bool is_there(const struct effect_run *r, int64_t id, size_t *at)
{
	const struct changes *c = r->changes;

	*at = c->codes.n;
	for (size_t i = 0; i < c->codes.n; i++) {
		if (r->group_of[i] != id)
			continue;
		*at = i;
		if (c->codes.items[i].after != NULL)
			return true;
	}
	return false;
}

static enum rc look_at_code(const struct store_code *code, void *arg, struct err *e)
{
	struct effect_run *r = arg;
	struct effect_gone g = { 0 };
	uint64_t all = 0;
	size_t at;

	(void)e;
	if (code->is_project || code->retired || code->gone ||
		!is_of_file(r->changes, code->codebook) || is_there(r, merged(r, code->id), &at))
		return RC_OK;
	vec_each (const struct run_decision, d, &r->decisions)
		if (d->code == code->id) {
			g.verdicts[d->verdict]++;
			all++;
		}
	if (all == 0)
		return RC_OK;
	g.full = arena_strdup(&r->x->arena, code->full);
	g.label = arena_strdup(
		&r->x->arena, code->label_id[0] != '\0' ? code->label_id : code->label_en);
	if (at < r->changes->codes.n)
		g.like = r->changes->codes.items[at].like;
	vec_push(&r->x->gone, g);
	return RC_OK;
}

enum rc run_find_gone(struct effect_run *r, struct err *e)
{
	return store_codes(r->store, look_at_code, r, e);
}

/* ---- the document at hand ----------------------------------------------------------------------
 */

static struct run_coder *coder_of(struct effect_run *r, int64_t id)
{
	vec_each (struct run_coder, k, &r->coders)
		if (k->id == id)
			return k;
	vec_push(&r->coders, ((struct run_coder){ .id = id }));
	return &r->coders.items[r->coders.n - 1];
}

void run_begin_decided(struct effect_run *r)
{
	size_t i = r->last;

	if (i >= r->decisions.n || r->decisions.items[i].document != r->document)
		for (i = 0; i < r->decisions.n; i++)
			if (r->decisions.items[i].document == r->document)
				break;
	r->first = i;
	while (i < r->decisions.n && r->decisions.items[i].document == r->document)
		i++;
	r->last = i;
	for (i = r->first; i < r->last; i++)
		if (r->decisions.items[i].verdict == VERDICT_REJECT)
			coder_of(r, r->decisions.items[i].coder);
	for (i = r->first; r->coders.n > 0 && i < r->last; i++) {
		const struct run_decision *d = &r->decisions.items[i];

		vec_each (struct run_coder, k, &r->coders)
			if (k->id == d->coder)
				vec_push(&k->verdicts, ((struct verdict_at){ .code = d->code,
							       .start = d->start,
							       .end = d->end,
							       .verdict = d->verdict }));
	}
	vec_each (struct run_coder, k, &r->coders)
		verdicts_sort(&k->verdicts);
}

void run_end_decided(struct effect_run *r)
{
	vec_each (struct run_coder, k, &r->coders)
		vec_release(&k->verdicts);
	vec_reset(&r->coders);
	vec_reset(&r->told);
}

const struct run_decision *run_decision(const struct effect_run *r, const struct run_decision *d,
	int64_t code, enum verdict verdict, uint32_t start, uint32_t end)
{
	const struct run_decision *stop = r->decisions.items + r->last;

	if (r->first == r->last)
		return NULL;
	for (d = d != NULL ? d + 1 : r->decisions.items + r->first; d < stop && d->start < end; d++)
		if (d->code == code && d->verdict == verdict && d->end > start)
			return d;
	return NULL;
}

/* ---- confirmed losses -------------------------------------------------------------------------
 */

/* Another coder's, of the same passage and code, was looked at already. */
static bool is_repeated(const struct effect_run *r, size_t at)
{
	const struct run_decision *d = &r->decisions.items[at];

	for (size_t i = r->first; i < at; i++) {
		const struct run_decision *x = &r->decisions.items[i];

		if (x->segment == d->segment && x->code == d->code && x->verdict == d->verdict)
			return true;
	}
	return false;
}

enum rc run_confirmed_lost(struct effect_run *r, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = r->first; i < r->last && rc == RC_OK; i++) {
		const struct run_decision *d = &r->decisions.items[i];
		const struct run_found *f =
			d->verdict == VERDICT_CONFIRM
				? run_touching(&r->sides[0], d->code, d->start, d->end)
				: NULL;
		struct run_place p = { .kind = EFFECT_CONFIRMED_LOST };
		size_t at;

		if (f == NULL || run_touching(&r->sides[1], d->code, d->start, d->end) != NULL ||
			!is_there(r, d->code, &at) || is_repeated(r, i))
			continue;
		p.code = f->code;
		p.before = p.after = d->code;
		p.start = d->start;
		p.end = d->end;
		p.unit = f->unit;
		rc = run_keep(r, &p, e);
		for (; f != NULL; f = run_next(&r->sides[0], f, d->start, d->end))
			vec_push(&r->told, *f);
	}
	return rc;
}

bool run_is_told(const struct effect_run *r, const struct run_found *f)
{
	vec_each (const struct run_found, t, &r->told)
		if (t->code == f->code && t->start == f->start && t->end == f->end)
			return true;
	return false;
}

/* ---- returning rejections ---------------------------------------------------------------------
 */

static bool is_open(
	const struct run_side *side, const struct run_found *f, const struct run_coder *coder)
{
	bool again;

	return verdicts_state(&coder->verdicts, f->group, (struct span){ f->start, f->end },
		       side->spans.items + f->span, f->nspans, &again) == SUGGESTION_OPEN;
}

/* Nothing that touches what this coder rejected (D) was asked before, and now something is. */
static bool is_asked_again(const struct effect_run *r, const struct run_found *f,
	const struct run_decision *d, const struct run_coder *coder)
{
	const struct run_side *before = &r->sides[0];
	const struct run_found *b;

	if (!is_open(&r->sides[1], f, coder))
		return false;
	b = run_touching(before, f->group, d->start, d->end);
	for (; b != NULL; b = run_next(before, b, d->start, d->end))
		if (is_open(before, b, coder))
			return false;
	return true;
}

/* The group of the removed code that looks like this new one; 0: none. */
static int64_t lost_group(const struct effect_run *r, uint32_t code)
{
	const struct change_code *k = &r->changes->codes.items[code];

	return k->how == CHANGE_ADDED && k->like != NULL
		       ? r->group_of[r->code_of[0][k->like->index]]
		       : 0;
}

bool run_returns(const struct effect_run *r, const struct run_found *f, enum effect_reason *reason,
	int64_t *before)
{
	const struct run_decision *d = NULL;
	int64_t lost;

	if (r->coders.n == 0) /* nobody rejected anything here */
		return false;
	while ((d = run_decision(r, d, f->group, VERDICT_REJECT, f->start, f->end)) != NULL)
		vec_each (const struct run_coder, k, &r->coders)
			if (k->id == d->coder && is_asked_again(r, f, d, k)) {
				*reason = EFFECT_OTHER_WORDS;
				*before = f->group;
				return true;
			}
	lost = lost_group(r, f->code);
	if (lost <= 0 || run_decision(r, NULL, lost, VERDICT_REJECT, f->start, f->end) == NULL)
		return false;
	*reason = EFFECT_WAS_MISSING;
	*before = lost;
	return true;
}
