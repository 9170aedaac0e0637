/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place with all that is said of it: where it is, its words, the rules of both versions, who
 * decided. */
#include <string.h>

#include "base/utf8.h"
#include "project/effect_run.h"

/* ---- the excerpt -------------------------------------------------------------------------------
 */

#define WHOLE 240 /* bytes of a passage that is shown as it is */
#define AROUND 70 /* bytes of context on each side of words that hit */
#define WINDOWS 4 /* pieces of a long passage */
#define ELLIPSIS "\xe2\x80\xa6"

VEC_TYPE(span_vec, struct span);

static int by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

/* In order, overlapping ones joined. */
static void tidy(struct span_vec *v)
{
	size_t kept = 0;

	vec_sort(v, by_start);
	for (size_t i = 0; i < v->n; i++) {
		struct span s = v->items[i];

		if (kept > 0 && s.start <= v->items[kept - 1].end) {
			if (s.end > v->items[kept - 1].end)
				v->items[kept - 1].end = s.end;
		} else {
			v->items[kept++] = s;
		}
	}
	v->n = kept;
}

/* The passage and the sentences that hold its words. */
static struct span bounds(
	const struct document *doc, struct span unit, const struct span_vec *marks)
{
	for (size_t i = 0; i < marks->n; i++) {
		size_t s = document_sentence_at(doc, marks->items[i].start);

		if (s >= doc->sentences.n)
			continue;
		if (doc->sentences.items[s].start < unit.start)
			unit.start = doc->sentences.items[s].start;
		if (doc->sentences.items[s].end > unit.end)
			unit.end = doc->sentences.items[s].end;
	}
	return unit;
}

/* About so many bytes from POS, to the border of a word if one is near, not beyond LIMIT. */
static uint32_t back(const char *text, uint32_t pos, uint32_t limit)
{
	uint32_t at = pos > limit + AROUND ? pos - AROUND : limit;
	uint32_t stop = at > limit + AROUND ? at - AROUND : limit;

	while (at > stop && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return (uint32_t)utf8_cut(text, pos, at);
}

static uint32_t on(const char *text, uint32_t pos, uint32_t limit)
{
	uint32_t at = limit - pos > AROUND ? pos + AROUND : limit;
	uint32_t stop = limit - at > AROUND ? at + AROUND : limit;

	while (at < stop && text[at] != ' ' && text[at] != '\n')
		at++;
	return (uint32_t)utf8_cut(text, limit, at);
}

static void windows(const struct document *doc, struct span all, const struct span_vec *marks,
	struct span_vec *out)
{
	if (all.end - all.start <= WHOLE || marks->n == 0) {
		uint32_t end =
			all.end - all.start <= WHOLE ? all.end : on(doc->text, all.start, all.end);

		vec_push(out, ((struct span){ all.start, end }));
		return;
	}
	for (size_t i = 0; i < marks->n && out->n < WINDOWS; i++) {
		struct span w = { back(doc->text, marks->items[i].start, all.start),
			on(doc->text, marks->items[i].end, all.end) };

		if (out->n > 0 && w.start <= out->items[out->n - 1].end)
			out->items[out->n - 1].end = w.end;
		else
			vec_push(out, w);
	}
}

struct excerpt {
	const struct document *doc;
	const struct span_vec *marks;
	size_t mark; /* the next one */
	struct buf text;
	struct span_vec out;
};

/* What comes next is marked; neighbouring words are one mark. */
static void add_mark(struct excerpt *x, uint32_t len)
{
	uint32_t at = (uint32_t)x->text.len;
	struct span *last = x->out.n > 0 ? &x->out.items[x->out.n - 1] : NULL;

	if (last != NULL &&
		(last->end == at || (last->end + 1 == at && x->text.data[at - 1] == ' ')))
		last->end = at + len;
	else
		vec_push(&x->out, ((struct span){ at, at + len }));
}

/* One piece on one line; marks become places of the excerpt. */
static void add_piece(struct excerpt *x, struct span piece)
{
	const char *text = x->doc->text;
	bool space = false, first = true;

	for (uint32_t at = piece.start; at < piece.end;) {
		uint32_t cp;
		uint32_t step = (uint32_t)utf8_next(text + at, text + piece.end, &cp);

		while (x->mark < x->marks->n && x->marks->items[x->mark].end <= at)
			x->mark++;
		if (utf8_is_space(cp)) {
			space = !first;
			at += step;
			continue;
		}
		if (space)
			buf_addc(&x->text, ' ');
		if (x->mark < x->marks->n && x->marks->items[x->mark].start <= at)
			add_mark(x, step);
		buf_add(&x->text, text + at, step);
		space = first = false;
		at += step;
	}
}

static void add_excerpt(
	struct effect_run *r, struct span unit, struct span_vec *marks, struct effect_place *out)
{
	struct excerpt x = { r->seen.doc, marks, 0, BUF_INIT, VEC_INIT };
	struct span_vec pieces = VEC_INIT;
	struct span all;
	struct arena *a = &r->x->arena;

	tidy(marks);
	all = bounds(x.doc, unit, marks);
	windows(x.doc, all, marks, &pieces);
	for (size_t i = 0; i < pieces.n; i++) {
		if (pieces.items[i].start > all.start)
			buf_adds(&x.text, i > 0 ? " " ELLIPSIS " " : ELLIPSIS " ");
		add_piece(&x, pieces.items[i]);
	}
	if (pieces.n > 0 && pieces.items[pieces.n - 1].end < all.end)
		buf_adds(&x.text, " " ELLIPSIS);
	out->text = arena_dup(a, x.text.data, x.text.len);
	out->nmarks = x.out.n;
	out->marks = x.out.n > 0 ? (struct span *)(void *)arena_dup(
					   a, x.out.items, x.out.n * sizeof *x.out.items)
				 : NULL;
	buf_release(&x.text);
	vec_release(&x.out);
	vec_release(&pieces);
}

/* ---- the rules ---------------------------------------------------------------------------------
 */

/* What became of a rule in the other version. */
static enum effect_fate fate_of(
	const struct effect_run *r, const struct run_side *side, const struct rule *rule)
{
	const struct change_code *k =
		&r->changes->codes.items[r->code_of[side->is_after][rule->code->index]];

	if (k->before == NULL || k->after == NULL)
		return FATE_ABSENT;
	vec_each (const struct change_rule, c, &k->rules) {
		if ((side->is_after ? c->after : c->before) != rule)
			continue;
		if (c->how != CHANGE_EDITED)
			return FATE_ABSENT;
		if (c->matching)
			return FATE_MATCHING;
		vec_each (const struct change_field, f, &c->fields)
			if (f->about == ABOUT_SCORE)
				return FATE_WEIGHT;
	}
	return FATE_SAME;
}

/* Has it words outside of all that was rejected? */
static bool finds_others(const struct effect_run *r, const struct run_place *p,
	const struct run_side *side, const struct run_hit *h)
{
	for (size_t i = 0; i < h->nspans; i++) {
		struct span at = side->spans.items[h->span + i];
		const struct run_decision *d = NULL;
		bool inside = false;

		while ((d = run_decision(r, d, p->before, VERDICT_REJECT, at.start, at.end)) !=
			NULL)
			inside = inside || (d->start <= at.start && at.end <= d->end);
		if (!inside)
			return true;
	}
	return false;
}

VEC_TYPE(rule_vec, struct effect_rule);

static void add_rule(const struct effect_run *r, const struct run_place *p,
	const struct run_side *side, const struct run_hit *h, struct rule_vec *out)
{
	struct effect_rule rule = { .key = h->rule->key,
		.weight = h->rule->set.weight,
		.counted = h->counted,
		.outside = side->is_after && p->kind == EFFECT_REJECTED_AGAIN &&
			   finds_others(r, p, side, h),
		.fate = fate_of(r, side, h->rule) };

	vec_each (struct effect_rule, have, out)
		if (strcmp(have->key, rule.key) == 0) {
			have->outside = have->outside || rule.outside;
			have->counted = have->counted || rule.counted;
			return;
		}
	vec_push(out, rule);
}

/* All suggestions of one version that touch the place; their words to marks. */
static struct effect_side side_of(
	struct effect_run *r, const struct run_place *p, int which, struct span_vec *marks)
{
	const struct run_side *side = &r->sides[which];
	const struct run_found *f =
		run_touching(side, which > 0 ? p->after : p->before, p->start, p->end);
	struct effect_side out = { 0 };
	struct rule_vec rules = VEC_INIT;

	for (; f != NULL; f = run_next(side, f, p->start, p->end)) {
		if (f->score > out.score) {
			out.score = f->score;
			out.unit = f->unit;
		}
		for (size_t i = 0; i < f->nhits; i++)
			add_rule(r, p, side, &side->hits.items[f->hit + i], &rules);
		for (size_t i = 0; marks != NULL && i < f->nspans; i++) {
			struct span at = side->spans.items[f->span + i];

			vec_push(marks, seen_span(&r->seen, at.start, at.end));
		}
	}
	for (size_t i = 0; i < rules.n; i++)
		rules.items[i].key = arena_strdup(&r->x->arena, rules.items[i].key);
	out.n = rules.n;
	out.rules = rules.n > 0 ? (struct effect_rule *)(void *)arena_dup(
					  &r->x->arena, rules.items, rules.n * sizeof *rules.items)
				: NULL;
	vec_release(&rules);
	return out;
}

/* ---- who decided -------------------------------------------------------------------------------
 */

static void add_verdicts(struct effect_run *r, const struct run_place *p, struct effect_place *out)
{
	VEC(struct effect_verdict) list = VEC_INIT;

	for (size_t i = r->first; i < r->last; i++) {
		const struct run_decision *d = &r->decisions.items[i];
		struct effect_verdict v = { .coder = d->coder_name, .verdict = d->verdict };

		if ((d->code != p->before && d->code != p->after) || d->start >= p->end ||
			d->end <= p->start)
			continue;
		memcpy(v.id, d->id, sizeof v.id);
		vec_push(&list, v);
	}
	out->nverdicts = list.n;
	out->verdicts = list.n > 0 ? (struct effect_verdict *)(void *)arena_dup(
					     &r->x->arena, list.items, list.n * sizeof *list.items)
				   : NULL;
	vec_release(&list);
}

/* ---- the place ---------------------------------------------------------------------------------
 */

static enum rc look(struct effect_run *r, struct err *e)
{
	enum rc rc = RC_OK;

	if (r->is_seen)
		return RC_OK;
	rc = seen_load(r->store, r->document, &r->seen, e);
	if (rc != RC_OK)
		return rc;
	r->is_seen = true;
	r->byte = r->point = 0;
	lines_init(&r->lines, r->seen.doc->text, r->seen.doc->len);
	return RC_OK;
}

/* Places come in rising order mostly, so counting goes on from the last one. */
static uint32_t point_of(struct effect_run *r, uint32_t pos)
{
	if (pos < r->byte)
		r->byte = r->point = 0;
	r->point += (uint32_t)utf8_count(r->seen.doc->text + r->byte, pos - r->byte);
	r->byte = pos;
	return r->point;
}

static void add_where(struct effect_run *r, struct span at, struct effect_place *out)
{
	const struct document *doc = r->seen.doc;
	size_t para = document_para_at(doc, at.start);

	out->document = r->number;
	out->title = r->title;
	out->speaker = arena_strdup(&r->x->arena,
		shown_of(&r->shown, para < doc->paras.n
					    ? document_speaker_of(doc, &doc->paras.items[para])
					    : NULL));
	out->line = (uint32_t)lines_at(&r->lines, at.start);
	out->start = point_of(r, at.start);
	out->end = point_of(r, at.end);
}

enum rc run_keep(struct effect_run *r, const struct run_place *p, struct err *e)
{
	struct effect_place out = {
		.kind = p->kind, .code = p->code, .unit = p->unit, .reason = p->reason
	};
	struct span_vec marks = VEC_INIT;
	bool is_gain = p->kind == EFFECT_GAINED || p->kind == EFFECT_REJECTED_AGAIN;
	struct span at;
	enum rc rc;

	if (r->x->codes[p->code].kinds[p->kind]++ >= r->o->limit)
		return RC_OK;
	rc = look(r, e);
	if (rc != RC_OK)
		return rc;
	at = seen_span(&r->seen, p->start, p->end);
	add_where(r, at, &out);
	out.before = side_of(r, p, 0, is_gain ? NULL : &marks);
	out.after = side_of(r, p, 1, is_gain ? &marks : NULL);
	add_verdicts(r, p, &out);
	add_excerpt(r, at, &marks, &out);
	vec_push(&r->x->places, out);
	vec_release(&marks);
	return RC_OK;
}
