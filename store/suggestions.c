/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing suggestions: document by document, each with its state for one coder. */
#include "store/suggestions.h"

#include <string.h>

#include "base/utf8.h"
#include "store/code_ids.h"
#include "store/hit_rules.h"
#include "store/near.h"
#include "store/pack.h"
#include "store/units.h"
#include "store/verdicts.h"
#include "store/visit.h"

struct row {
	uint32_t start, end, order;
	const struct code_item *code; /* shown */
	int64_t own;		      /* the code suggested */
	struct uid code_uid;	      /* of that one */
	int unit;
	double score;
	size_t blob, len;
};

struct listing {
	const struct suggestion_filter *f;
	store_suggestion_fn *fn;
	void *arg;
	struct buf rule; /* the filter's, folded */
	/* of the present document: */
	VEC(struct row) rows;
	struct buf blobs;
	struct verdicts verdicts;
	struct unit_turns turns;
	VEC(uint32_t) labels; /* of the speaker asked for */
	/* of the present suggestion: */
	struct pack_hits hits;
	struct pack_spans spans;
	VEC(struct store_hit) out;
};

/* --- rows of a document --- */

static bool code_passes(
	const struct listing *l, const struct visit *v, const struct code_item *code)
{
	const struct suggestion_filter *f = l->f;

	if (f->code != 0 && code->code.id != f->code &&
		!(f->code_below && code_list_below(&v->codes, code->code.id, f->code)))
		return false;
	return f->codebook == NULL || store_code_is_of(&code->code, f->codebook);
}

static void add_row(struct listing *l, const struct visit *v, struct query *q)
{
	const struct code_item *own = code_list_find(&v->codes, query_int(q, 2));
	const struct code_item *shown =
		own != NULL ? code_list_resolve(&v->codes, own->code.id) : NULL;
	const void *hits;
	struct row *r;

	if (shown == NULL || !code_passes(l, v, shown))
		return;
	r = vec_new(&l->rows);
	r->start = query_u32(q, 0);
	r->end = query_u32(q, 1);
	r->code = shown;
	r->own = own->code.id;
	r->code_uid = own->uid;
	r->order = shown->order;
	r->unit = (int)query_int(q, 3);
	r->score = query_real(q, 4);
	hits = query_blob(q, 5, &r->len);
	r->blob = l->blobs.len;
	buf_add(&l->blobs, hits, r->len);
}

static int by_place(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	if ((x->own == x->code->code.id) != (y->own == y->code->code.id))
		return x->own == x->code->code.id ? -1 : 1; /* the code itself before merged ones */
	return memcmp(&x->code_uid, &y->code_uid, sizeof x->code_uid);
}

static enum rc read_rows(struct store *s, struct listing *l, const struct visit *v, struct err *e)
{
	struct query q;

	vec_reset(&l->rows);
	buf_reset(&l->blobs);
	if (l->f->end > 0)
		query_start(
			&q, s, SQL_SUGGESTIONS_AT, e, "iuu", v->revision, l->f->start, l->f->end);
	else
		query_start(&q, s, SQL_SUGGESTIONS, e, "i", v->revision);
	while (query_next(&q))
		add_row(l, v, &q);
	vec_sort(&l->rows, by_place);
	return query_end(&q);
}

/* --- the speaker --- */

static enum rc read_speaker(
	struct store *s, struct listing *l, const struct visit *v, struct err *e)
{
	struct query q;
	enum rc rc;

	vec_reset(&l->labels);
	vec_reset(&l->turns);
	if (l->f->speaker == 0)
		return RC_OK;
	query_start(&q, s, SQL_APPEARANCES, e, "i", v->document);
	while (query_next(&q))
		if (query_int(&q, 3) == l->f->speaker)
			vec_push(&l->labels, query_u32(&q, 0));
	rc = query_end(&q);
	return rc == RC_OK && l->labels.n > 0 ? units_turns(s, v->revision, &l->turns, e) : rc;
}

static bool is_speaker(const struct listing *l, int32_t label)
{
	for (size_t i = 0; i < l->labels.n; i++)
		if (label >= 0 && l->labels.items[i] == (uint32_t)label)
			return true;
	return false;
}

/* The speaker of the turn in which the unit begins; of a whole document: any. */
static bool speaker_passes(const struct listing *l, const struct row *r)
{
	size_t low = 0, high = l->turns.n;

	if (l->f->speaker == 0)
		return true;
	if (r->unit == UNIT_DOCUMENT)
		return l->labels.n > 0;
	while (low < high) { /* the first turn that ends behind the unit's start */
		size_t mid = low + (high - low) / 2;

		if (l->turns.items[mid].end <= r->start)
			low = mid + 1;
		else
			high = mid;
	}
	return low < l->turns.n && is_speaker(l, l->turns.items[low].label);
}

/* --- the rule --- */

/* `*` stands for any run. */
static bool glob(const char *pattern, const char *text)
{
	const char *star = NULL, *back = NULL;

	while (*text != '\0') {
		if (*pattern == '*') {
			star = ++pattern;
			back = text;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (star != NULL) {
			pattern = star;
			text = ++back;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}

static bool rule_passes(const struct listing *l)
{
	struct buf key = BUF_INIT;
	bool passes = l->f->rule == NULL;

	for (size_t i = 0; i < l->out.n && !passes; i++) {
		const char *rule = l->out.items[i].rule;

		buf_reset(&key);
		utf8_fold(rule, strlen(rule), &key);
		passes = glob(l->rule.data, key.data);
	}
	buf_release(&key);
	return passes;
}

/* --- one suggestion --- */

static enum rc unpack_hit(
	struct store *s, struct listing *l, const struct pack_hit *hit, struct err *e)
{
	struct store_hit out = { .counted = hit->counted, .nspans = hit->n };
	const struct hit_rule *rule;
	enum rc rc = hit_rule_get(s, hit->rule, &rule, e);

	if (rc == RC_OK && rule == NULL)
		rc = err_set(e, RC_PROJECT, "'%s' is damaged: a suggestion names no rule", s->path);
	if (rc != RC_OK)
		return rc;
	out.rule = rule->rule;
	out.version = rule->version;
	out.weight = rule->weight;
	memcpy(out.hash, rule->hash, SHA256_LEN);
	out.spans = l->spans.items + hit->first; /* complete: nothing is read any more */
	vec_push(&l->out, out);
	return RC_OK;
}

static enum rc unpack(
	struct store *s, struct listing *l, const struct row *rows, size_t n, struct err *e)
{
	enum rc rc = RC_OK;

	vec_reset(&l->hits);
	vec_reset(&l->spans);
	vec_reset(&l->out);
	for (size_t i = 0; i < n; i++)
		if (!pack_read_hits(l->blobs.data + rows[i].blob, rows[i].len, &l->hits, &l->spans))
			return err_set(e, RC_PROJECT,
				"'%s' is damaged: a suggestion cannot be read", s->path);
	for (size_t i = 0; i < l->hits.n && rc == RC_OK; i++)
		rc = unpack_hit(s, l, &l->hits.items[i], e);
	return rc;
}

static bool state_passes(const struct suggestion_filter *f, const struct store_suggestion *g)
{
	if (f->states != 0 && (f->states & g->state) == 0)
		return false;
	return g->score >= f->score_min && (f->score_max <= 0 || g->score <= f->score_max);
}

/* Whether any of the rows has the id asked for; *id is that of the first. */
static bool id_passes(const struct listing *l, const struct visit *v, const struct row *rows,
	size_t n, char id[9])
{
	bool passes = l->f->id == NULL;

	for (size_t i = n; i-- > 0;) {
		short_id(&v->uid, &rows[i].code_uid, rows[i].start, rows[i].end, id);
		passes = passes || strncmp(id, l->f->id, strlen(l->f->id)) == 0;
	}
	return passes;
}

/* Rows of one place and, now that codes were merged, one code. */
static enum rc give(struct store *s, struct listing *l, const struct visit *v,
	const struct row *rows, size_t n, struct err *e)
{
	const struct row *r = rows;
	struct store_suggestion g = {
		.document = v->document,
		.document_number = (unsigned)v->document,
		.revision = v->revision,
		.code = r->code->code.id,
		.own = r->own,
		.start = r->start,
		.end = r->end,
		.unit = r->unit >= 0 && r->unit <= UNIT_DOCUMENT ? (enum unit_kind)r->unit
								 : UNIT_MATCH,
	};
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		if (rows[i].score > g.score)
			g.score = rows[i].score;
	if (!id_passes(l, v, rows, n, g.id) || !speaker_passes(l, r))
		return RC_OK;
	rc = unpack(s, l, rows, n, e);
	if (rc != RC_OK || !rule_passes(l))
		return rc;
	g.hits = l->out.items;
	g.nhits = l->out.n;
	g.state = verdicts_state(&l->verdicts, g.code, (struct span){ g.start, g.end },
		l->spans.items, l->spans.n, &g.again);
	if (r->code->code.retired && g.state == SUGGESTION_OPEN && !l->f->retired)
		return RC_OK;
	return state_passes(l->f, &g) ? l->fn(&g, l->arg, e) : RC_OK;
}

static size_t same_place(const struct listing *l, size_t first)
{
	const struct row *a = &l->rows.items[first], *b;
	size_t n = 1;

	for (; first + n < l->rows.n; n++) {
		b = a + n;
		if (b->start != a->start || b->end != a->end || b->code != a->code)
			break;
	}
	return n;
}

static enum rc list_document(struct store *s, struct visit *v, void *arg, struct err *e)
{
	struct listing *l = arg;
	enum rc rc = read_rows(s, l, v, e);

	vec_reset(&l->verdicts);
	if (rc == RC_OK && l->f->coder != 0 && l->rows.n > 0)
		rc = verdicts_load(s, v, l->f->coder, &l->verdicts, e);
	if (rc == RC_OK && l->rows.n > 0)
		rc = read_speaker(s, l, v, e);
	for (size_t i = 0, n; i < l->rows.n && rc == RC_OK; i += n) {
		n = same_place(l, i);
		rc = give(s, l, v, &l->rows.items[i], n, e);
	}
	return rc;
}

static void listing_release(struct listing *l)
{
	buf_release(&l->rule);
	buf_release(&l->blobs);
	vec_release(&l->rows);
	vec_release(&l->verdicts);
	vec_release(&l->turns);
	vec_release(&l->labels);
	vec_release(&l->hits);
	vec_release(&l->spans);
	vec_release(&l->out);
}

static enum rc list(struct store *s, const struct suggestion_filter *f, store_suggestion_fn *fn,
	void *arg, struct err *e)
{
	struct listing l = { .f = f, .fn = fn, .arg = arg, .rule = BUF_INIT, .blobs = BUF_INIT };
	enum rc rc;

	if (f->rule != NULL && utf8_valid(f->rule, strlen(f->rule), NULL))
		utf8_fold(f->rule, strlen(f->rule), &l.rule);
	rc = visit_documents(s, f->document, list_document, &l, e);
	listing_release(&l);
	return rc;
}

/* --- by id: first look whether it is one --- */

struct lookup {
	unsigned found;
	struct buf places;
};

static enum rc look(const struct store_suggestion *g, void *arg, struct err *e)
{
	struct lookup *find = arg;

	(void)e;
	if (find->found < 8)
		buf_printf(&find->places, "%s%s (document %u)", find->found > 0 ? ", " : "", g->id,
			g->document_number);
	find->found++;
	return RC_OK;
}

static enum rc check_one(struct store *s, const struct suggestion_filter *f, struct err *e)
{
	struct suggestion_filter only = { .id = f->id, .coder = f->coder, .retired = f->retired };
	struct lookup find = { .places = BUF_INIT };
	enum rc rc = visit_check_id(f->id, e);

	if (rc == RC_OK)
		rc = list(s, &only, look, &find, e);
	if (rc == RC_OK && find.found == 0 && !f->may_miss)
		rc = err_set(e, RC_NOTFOUND,
			"there is no suggestion '%s'; 'tema suggestions' lists them", f->id);
	if (rc == RC_OK && find.found > 1)
		rc = err_set(e, RC_NOTFOUND, "'%s' is the beginning of several ids: %s", f->id,
			find.places.data);
	buf_release(&find.places);
	return rc;
}

enum rc store_suggestions(struct store *s, const struct suggestion_filter *f,
	store_suggestion_fn *fn, void *arg, struct err *e)
{
	enum rc rc = f->id != NULL ? check_one(s, f, e) : RC_OK;

	return rc == RC_OK ? list(s, f, fn, arg, e) : rc;
}
