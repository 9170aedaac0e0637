/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/explain.h"

#include <string.h>

#include "codebooks/messages.h"
#include "coder/run.h"

#define WORDS_SHOWN 6 /* places of a node */
#define ALMOST 0.3    /* of a pattern that something keeps from being found */

struct teller {
	struct engine *g;
	struct arena *arena;
	struct explain_words words;
};

/* --- what a node is called --- */

static void name_pattern(const struct pattern *p, struct buf *out)
{
	buf_adds(out, p->kind == PATTERN_LIST ? p->list_name : p->source);
	for (size_t i = 0; i < p->nexcept; i++)
		buf_printf(out, " -%s", p->except[i]->source);
}

static void name_steps(const struct node *n, struct buf *out)
{
	static const char *const steps[] = { "near", "before", "after" };
	size_t count = n->kind == NODE_NOT_NEAR ? 1 : n->nkids - 1;

	if (n->kind == NODE_NOT_NEAR)
		buf_adds(out, "not ");
	for (size_t i = 0; i < count; i++)
		buf_printf(out, "%s%s %u", i > 0 ? ", " : "", steps[n->steps[i].kind],
			n->steps[i].distance);
}

static void name_scope(const struct node *n, struct buf *out)
{
	static const char *const scopes[] = { "sentence", "turn", "paragraph", "document",
		"question" };

	buf_printf(out, "in %s", scopes[n->scope]);
}

static void name_other(const struct node *n, struct buf *out)
{
	static const char *const words[] = {
		[NODE_ANY] = "or",
		[NODE_OR] = "or",
		[NODE_AND] = "and",
		[NODE_NOT] = "not",
		[NODE_NEGATED] = "negated",
		[NODE_AFFIRMED] = "affirmed",
	};

	buf_adds(out, words[n->kind]);
}

static void name_count(const struct node *n, struct buf *out)
{
	buf_printf(out, "%u of", n->number);
	if (n->pattern == NULL)
		return;
	buf_addc(out, ' ');
	name_pattern(n->pattern, out);
}

static void name_ref(const struct node *n, struct buf *out)
{
	buf_printf(out, "<%s%s%s>", n->ref_code != NULL ? n->ref_code : "",
		n->ref_rule != NULL ? ":" : "", n->ref_rule != NULL ? n->ref_rule : "");
}

static const char *name_of(struct teller *t, const struct expr *x)
{
	const struct node *n = x->node;
	struct buf out = BUF_INIT;
	const char *name;

	if (x->kind == NODE_PLACE)
		name_pattern(n != NULL ? n->pattern : x->finder->pattern, &out);
	else if (x->kind == NODE_CHAIN || x->kind == NODE_NOT_NEAR)
		name_steps(n, &out);
	else if (x->kind == NODE_COUNT)
		name_count(n, &out);
	else if (x->kind == NODE_REF)
		name_ref(n, &out);
	else if (x->kind == NODE_IN)
		name_scope(n, &out);
	else if (x->kind == NODE_WITHIN)
		buf_printf(&out, "within %u sentences", n->number);
	else
		name_other(n, &out);
	name = arena_strdup(t->arena, out.data);
	buf_release(&out);
	return name;
}

/* The words of some places, "iuran, kader aktif"; NULL: none. */
static const char *words_of(struct teller *t, struct place_list *places)
{
	const struct stream *s = &t->g->stream;
	struct buf out = BUF_INIT;
	const char *words = NULL;

	place_sort(places);
	for (size_t i = 0; i < places->n && i < WORDS_SHOWN; i++) {
		uint32_t start = s->words.items[places->items[i].first].start;
		uint32_t end = s->words.items[places->items[i].last].end;

		buf_adds(&out, i > 0 ? ", " : "");
		buf_add(&out, s->doc->text + start, end - start);
	}
	if (places->n > WORDS_SHOWN)
		buf_adds(&out, ", …");
	for (size_t i = 0; i < out.len; i++)
		if (out.data[i] == '\n')
			out.data[i] = ' ';
	if (places->n > 0)
		words = arena_strdup(t->arena, out.data);
	buf_release(&out);
	return words;
}

/* They are sorted by now. */
static void keep_places(struct teller *t, const struct place_list *places, struct explain_node *n)
{
	const struct word *words = t->g->stream.words.items;
	struct span *kept = arena_calloc(t->arena, places->n, sizeof *kept);

	for (size_t i = 0; i < places->n; i++)
		kept[i] = (struct span){ words[places->items[i].first].start,
			words[places->items[i].last].end };
	n->places = kept;
	n->nplaces = places->n;
}

/* --- one node --- */

static struct explain_node *tell(struct teller *t, struct expr *x, struct range r);

/* The smaller units of a scope inside r are tried one by one: the one that is nearest is told. */
static struct explain_node *tell_scopes(
	struct teller *t, struct expr *kid, enum unit_kind kind, struct range r)
{
	struct explain_node *best = NULL;
	uint32_t last = stream_unit(&t->g->stream, kind, r.hi - 1);

	for (uint32_t i = stream_unit(&t->g->stream, kind, r.lo); i <= last; i++) {
		struct explain_node *one = tell(t, kid, stream_range(&t->g->stream, kind, i));

		if (best == NULL || one->degree > best->degree)
			best = one;
	}
	return best;
}

/* What x is evaluated in last tells where its operand was. */
static struct explain_node *tell_inner(struct teller *t, struct expr *x, struct range r)
{
	static const enum unit_kind units[] = {
		[SCOPE_SENTENCE] = UNIT_SENTENCE,
		[SCOPE_TURN] = UNIT_TURN,
		[SCOPE_PARAGRAPH] = UNIT_PARAGRAPH,
		[SCOPE_DOCUMENT] = UNIT_DOCUMENT,
	};

	if (x->kind == NODE_IN && x->node->scope != SCOPE_QUESTION && r.lo < r.hi)
		return tell_scopes(t, x->kids[0], units[x->node->scope], r);
	if (x->answer_epoch == t->g->epoch)
		r = x->asked;
	else
		r.hi = r.lo;
	return tell(t, x->kids[0], r);
}

static double mean(const struct explain_node *n)
{
	double sum = 0;

	for (size_t i = 0; i < n->nkids; i++)
		sum += n->kids[i]->degree;
	return n->nkids > 0 ? sum / (double)n->nkids : 0;
}

static double most(const struct explain_node *n)
{
	double best = 0;

	for (size_t i = 0; i < n->nkids; i++)
		if (n->kids[i]->degree > best)
			best = n->kids[i]->degree;
	return best;
}

/* Is there anything of what is asked for?  A `not` that holds is nothing that is there. */
static bool has_something(const struct expr *x, const struct explain_node *n)
{
	for (size_t i = 0; i < n->nkids; i++)
		if (x->kids[i]->kind != NODE_NOT && n->kids[i]->degree > 0)
			return true;
	return false;
}

/* Of what does not hold: what all parts must do counts by its parts, the step itself as one more.
 */
static double degree_of(const struct expr *x, const struct explain_node *n)
{
	double degree = mean(n);

	if (x->kind == NODE_ANY || x->kind == NODE_OR)
		return most(n) * 0.9;
	if (x->kind == NODE_NOT)
		return 0;
	if (x->kind == NODE_PLACE)
		return n->why != NULL ? ALMOST : 0;
	if (x->kind == NODE_AND)
		return has_something(x, n) ? degree : 0;
	if (x->kind == NODE_COUNT) {
		degree *= (double)n->nkids / x->node->number;
		return degree < 0.9 ? degree : 0.9;
	}
	return degree * 0.9;
}

static void tell_kids(struct teller *t, struct expr *x, struct range r, struct explain_node *n)
{
	n->nkids = x->nkids;
	n->kids = arena_calloc(t->arena, n->nkids + 1, sizeof(struct explain_node *));
	for (size_t i = 0; i < n->nkids; i++) {
		bool inner = x->kind == NODE_IN || x->kind == NODE_WITHIN;

		n->kids[i] = inner ? tell_inner(t, x, r) : tell(t, x->kids[i], r);
		if (x->kind == NODE_REF && i == 1)
			n->kids[i]->what = arena_printf(t->arena, "unless %s", n->kids[i]->what);
	}
}

static struct explain_node *tell(struct teller *t, struct expr *x, struct range r)
{
	struct explain_node *n = arena_alloc(t->arena, sizeof *n);
	struct place_list places = VEC_INIT;

	n->what = name_of(t, x);
	n->holds = eval_expr(t->g, x, r, &places);
	if (n->holds) {
		n->words = words_of(t, &places);
		keep_places(t, &places, n);
	}
	vec_release(&places);
	tell_kids(t, x, r, n);
	if (!n->holds)
		n->why = explain_reason(t->g, x, r, &t->words);
	explain_distances(t->g, x, r, &t->words, n);
	n->degree = n->holds ? 1 : degree_of(x, n);
	if (!n->holds && n->why == NULL && x->kind == NODE_PLACE)
		n->why = message_text(MSG_X_NOT_THERE, t->words.lang);
	return n;
}

/* --- one rule --- */

static bool is_hit(const struct engine *g, uint32_t trial, uint32_t start, uint32_t end)
{
	vec_each (const struct hit, h, &g->hits)
		if (h->trial == trial && h->start >= start && h->end <= end)
			return true;
	return false;
}

static double rule_degree(const struct explain_rule *r)
{
	if (r->hit)
		return 1;
	if (r->when->holds)
		return 0.95; /* silenced */
	return r->when->degree * 0.9;
}

static bool unit_is_read(const struct engine *g, const struct reader *reader, struct range r)
{
	for (uint32_t w = r.lo; w < r.hi; w++)
		if (reader_reads(reader, &g->stream, w))
			return true;
	return false;
}

static uint32_t count_units(const struct stream *s, enum unit_kind kind)
{
	return s->words.n == 0 ? 0 : stream_unit(s, kind, (uint32_t)s->words.n - 1) + 1;
}

static struct explain_rule tell_unit(struct teller *t, uint32_t trial, uint32_t unit)
{
	const struct trial *tr = &t->g->tree.trials.items[trial];
	enum unit_kind kind = tr->rule->set.unit;
	struct range r = stream_range(&t->g->stream, kind, unit);
	struct span span = stream_span(&t->g->stream, kind, unit);
	struct explain_rule x = { .rule = tr->rule, .lang = t->words.lang };

	x.when = tell(t, tr->when, r);
	if (tr->unless != NULL)
		x.unless = tell(t, tr->unless, r);
	x.hit = is_hit(t->g, trial, span.start, span.end);
	x.degree = rule_degree(&x);
	if (!x.hit && x.when->holds && (x.unless == NULL || !x.unless->holds))
		x.why = message_text(MSG_X_OUTSIDE, t->words.lang);
	x.where = arena_dup(t->arena, t->g->stream.doc->text + span.start, span.end - span.start);
	return x;
}

/* Of several units the one that is nearest to a hit. */
static struct explain_rule tell_rule(struct teller *t, uint32_t trial)
{
	const struct trial *tr = &t->g->tree.trials.items[trial];
	struct stream *s = &t->g->stream;
	struct explain_rule best = { .rule = tr->rule,
		.lang = t->words.lang,
		.why = message_text(MSG_X_READS_NOTHING, t->words.lang) };
	uint32_t units = count_units(s, tr->rule->set.unit), read = 0;

	reader_prepare(tr->reader, s, t->g->epoch, t->g->testing);
	for (uint32_t i = 0; i < units; i++) {
		struct explain_rule one;

		if (!unit_is_read(t->g, tr->reader, stream_range(s, tr->rule->set.unit, i)))
			continue;
		read++;
		one = tell_unit(t, trial, i);
		if (best.when == NULL || one.degree > best.degree)
			best = one;
	}
	if (read == 1)
		best.where = NULL;
	return best;
}

bool explain_is_near(const struct explain_rule *r)
{
	return !r->hit && r->degree > 0;
}

/* 0: near misses, 1: hits, 2: others. */
static int class_of(const struct explain_rule *r)
{
	return r->hit ? 1 : explain_is_near(r) ? 0 : 2;
}

static int compare_rules(const void *pa, const void *pb)
{
	const struct explain_rule *a = pa, *b = pb;
	int diff = class_of(a) - class_of(b);

	if (diff == 0 && (a->degree < b->degree || a->degree > b->degree))
		diff = a->degree > b->degree ? -1 : 1;
	if (diff == 0)
		diff = strcmp(a->rule->code->full, b->rule->code->full);
	return diff != 0 ? diff : strcmp(a->rule->key, b->rule->key);
}

void explain_document(struct engine *g, const struct document *doc, const struct code *code,
	const struct rule *rule, struct explanation *out, struct diags *d)
{
	struct teller t = { g, &out->arena, { &out->arena, d->lang } };

	memset(out, 0, sizeof *out);
	out->lang = d->lang;
	g->testing = true;
	engine_find_hits(g, doc, d);
	for (uint32_t i = 0; i < g->tree.trials.n; i++) {
		const struct rule *one = g->tree.trials.items[i].rule;

		if ((code == NULL || one->code == code) && (rule == NULL || one == rule))
			vec_push(&out->rules, tell_rule(&t, i));
	}
	vec_sort(&out->rules, compare_rules);
	explain_codes(g, code, out);
}

void explain_release(struct explanation *x)
{
	vec_each (struct explain_code, c, &x->codes)
		vec_release(&c->units);
	vec_release(&x->rules);
	vec_release(&x->codes);
	arena_release(&x->arena);
}
