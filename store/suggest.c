/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing suggestions, a document at a time.  What is there already is read
 * first; only rows that differ are written, so precoding again writes nothing.
 */
#include "store/suggest.h"

#include <string.h>

#include "store/hit_rules.h"
#include "store/pack.h"
#include "store/revision.h"

struct old_row {
	uint32_t start, end;
	int64_t code, version;
	int unit;
	double score;
	size_t hits, len; /* in `blobs` */
	bool mine;	  /* of a code that is being run, or of a version that is out of use */
	bool seen;
};

/* The ids of a version's codes by their place in the file. */
struct code_map {
	int64_t version, codebook;
	VEC(int64_t) ids;
};

struct place {
	int64_t code;
	uint32_t start, end;
};

/* A turn of one sentence may be suggested as both; of what is suggested for one place and code the
 * strongest stands. */
struct waiting {
	int64_t code, version;
	int unit;
	double score;
	size_t hits, len; /* in `waiting_hits` */
};

/* What the project made of a code: see STORE.md 7. */
struct fate {
	int64_t code, into; /* merged into that one, or 0 */
	bool retired;
};

struct suggest {
	bool open;
	int64_t document, revision;
	VEC(struct code_map) maps; /* of all versions met so far */
	VEC(int64_t) versions;	   /* that are being run */
	VEC(struct fate) fates;
	VEC(struct old_row) old;
	struct buf blobs, hits;
	uint32_t start, end; /* of those that wait */
	VEC(struct waiting) waiting;
	struct buf waiting_hits;
	VEC(struct place) places; /* of the new suggestions */
	struct store_change_count count;
};

void suggest_free(struct suggest *g)
{
	if (g == NULL)
		return;
	vec_each (struct code_map, m, &g->maps)
		vec_release(&m->ids);
	vec_release(&g->maps);
	vec_release(&g->versions);
	vec_release(&g->fates);
	vec_release(&g->old);
	vec_release(&g->places);
	vec_release(&g->waiting);
	buf_release(&g->waiting_hits);
	buf_release(&g->blobs);
	buf_release(&g->hits);
	free(g);
}

/* --- beginning --- */

static const struct code_map *map_of(const struct suggest *g, int64_t version)
{
	vec_each (struct code_map, m, &g->maps)
		if (m->version == version)
			return m;
	return NULL;
}

static enum rc read_map(struct store *s, struct code_map *m, struct err *e)
{
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_VERSION_OF, e, "i", m->version);
	if (query_next(&q))
		m->codebook = query_int(&q, 4);
	rc = query_end(&q);
	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_CODE_BY_SEQ, e, "i", m->version);
	while (query_next(&q)) {
		uint32_t seq = query_u32(&q, 0);

		if (seq == m->ids.n)
			vec_push(&m->ids, query_int(&q, 1));
	}
	return query_end(&q);
}

static enum rc read_maps(struct store *s, const int64_t *versions, size_t n, struct err *e)
{
	struct suggest *g = s->suggest;
	enum rc rc = RC_OK;

	vec_reset(&g->versions);
	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		struct code_map *m;

		vec_push(&g->versions, versions[i]);
		if (map_of(g, versions[i]) != NULL)
			continue;
		m = vec_new(&g->maps);
		m->version = versions[i];
		rc = read_map(s, m, e);
	}
	return rc;
}

static enum rc read_fates(struct store *s, struct err *e)
{
	struct suggest *g = s->suggest;
	struct query q;

	vec_reset(&g->fates);
	query_start(&q, s, SQL_FATES, e, "");
	while (query_next(&q))
		vec_push(&g->fates, ((struct fate){ query_int(&q, 0), query_int(&q, 1),
					    query_int(&q, 1) == 0 }));
	return query_end(&q);
}

static const struct fate *fate_of(const struct suggest *g, int64_t code, bool retired)
{
	vec_each (const struct fate, f, &g->fates)
		if (f->code == code && f->retired == retired)
			return f;
	return NULL;
}

/* What a merged code became. */
static int64_t shown_as(const struct suggest *g, int64_t code)
{
	const struct fate *f = fate_of(g, code, false);

	for (size_t steps = 0; f != NULL && steps <= g->fates.n; steps++) {
		code = f->into;
		f = fate_of(g, code, false);
	}
	return code;
}

/* A retired code's suggestions are kept, for it may be restored, but they are no news. */
static bool is_news(const struct suggest *g, int64_t code)
{
	return g->fates.n == 0 || fate_of(g, shown_as(g, code), true) == NULL;
}

/* A code of one of these codebooks, or of a file that one of them uses. */
static bool is_run(const struct suggest *g, int64_t code, int64_t codebook)
{
	vec_each (const int64_t, version, &g->versions) {
		const struct code_map *m = map_of(g, *version);

		if (m->codebook == codebook)
			return true;
		vec_each (const int64_t, id, &m->ids)
			if (*id == code)
				return true;
	}
	return false;
}

static enum rc read_old(struct store *s, struct err *e)
{
	struct suggest *g = s->suggest;
	struct query q;

	query_start(&q, s, SQL_SUGGESTIONS_OLD, e, "i", g->revision);
	while (query_next(&q)) {
		struct old_row *row = vec_new(&g->old);
		const void *hits = query_blob(&q, 6, &row->len);

		row->start = query_u32(&q, 0);
		row->end = query_u32(&q, 1);
		row->code = query_int(&q, 2);
		row->version = query_int(&q, 3);
		row->unit = (int)query_int(&q, 4);
		row->score = query_real(&q, 5);
		row->hits = g->blobs.len;
		row->mine = query_int(&q, 8) == 0 || is_run(g, row->code, query_int(&q, 7));
		buf_add(&g->blobs, hits, row->len);
	}
	return query_end(&q);
}

enum rc store_suggest_begin(
	struct store *s, int64_t document, const int64_t *versions, size_t n, struct err *e)
{
	struct suggest *g;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	if (s->suggest == NULL) {
		s->suggest = mem_zalloc(1, sizeof *s->suggest);
		buf_init(&s->suggest->blobs);
		buf_init(&s->suggest->hits);
		buf_init(&s->suggest->waiting_hits);
	}
	g = s->suggest;
	vec_reset(&g->old);
	vec_reset(&g->places);
	vec_reset(&g->waiting);
	buf_reset(&g->waiting_hits);
	buf_reset(&g->blobs);
	g->count = (struct store_change_count){ 0, 0, 0, 0 };
	g->document = document;
	g->open = true;
	rc = revision_now(s, document, &g->revision, e);
	if (rc == RC_OK && g->revision == 0)
		rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)document);
	if (rc == RC_OK)
		rc = read_maps(s, versions, n, e);
	if (rc == RC_OK)
		rc = read_fates(s, e);
	return rc == RC_OK ? read_old(s, e) : rc;
}

/* --- one suggestion --- */

static enum rc pack(
	struct store *s, const struct store_hit *hits, size_t n, struct buf *out, struct err *e)
{
	enum rc rc = RC_OK;
	int64_t rule;

	buf_reset(out);
	pack_number(n, out);
	for (size_t i = 0; i < n && rc == RC_OK; i++) {
		rc = hit_rule_id(s, &hits[i], &rule, e);
		if (rc != RC_OK)
			break;
		pack_number((uint64_t)rule, out);
		pack_number(hits[i].counted, out);
		pack_add_spans(hits[i].spans, hits[i].nspans, out);
	}
	return rc;
}

static int compare(const struct old_row *row, uint32_t start, uint32_t end, int64_t code)
{
	if (row->start != start)
		return row->start < start ? -1 : 1;
	if (row->end != end)
		return row->end < end ? -1 : 1;
	return row->code < code ? -1 : row->code > code;
}

static struct old_row *find_old(struct suggest *g, uint32_t start, uint32_t end, int64_t code)
{
	size_t low = 0, high = g->old.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare(&g->old.items[mid], start, end, code) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < g->old.n && compare(&g->old.items[low], start, end, code) == 0)
		return &g->old.items[low];
	return NULL;
}

static bool is_same(const struct suggest *g, const struct old_row *row, const struct waiting *w)
{
	return row->version == w->version && row->unit == w->unit && row->score == w->score &&
	       row->len == w->len &&
	       memcmp(g->blobs.data + row->hits, g->waiting_hits.data + w->hits, row->len) == 0;
}

static enum rc write_one(struct store *s, const struct waiting *w, struct err *e)
{
	struct suggest *g = s->suggest;
	struct old_row *row = find_old(g, g->start, g->end, w->code);

	vec_push(&g->places, ((struct place){ shown_as(g, w->code), g->start, g->end }));
	if (row != NULL) {
		row->seen = true;
		g->count.unchanged += is_news(g, w->code);
		if (is_same(g, row, w))
			return RC_OK;
	} else {
		g->count.added += is_news(g, w->code);
	}
	s->op.touched = true;
	return sql_run(s, SQL_SUGGESTION_PUT, e, "iuuiidrb", g->revision, g->start, g->end, w->code,
		w->version, w->unit, w->score, (const void *)(g->waiting_hits.data + w->hits),
		w->len);
}

static enum rc write_waiting(struct store *s, struct err *e)
{
	struct suggest *g = s->suggest;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < g->waiting.n && rc == RC_OK; i++)
		rc = write_one(s, &g->waiting.items[i], e);
	vec_reset(&g->waiting);
	buf_reset(&g->waiting_hits);
	return rc;
}

static void wait_with(struct suggest *g, const struct waiting *new)
{
	struct waiting *same = NULL;

	vec_each (struct waiting, w, &g->waiting)
		if (w->code == new->code)
			same = w;
	if (same != NULL && same->score >= new->score)
		return;
	if (same == NULL)
		same = vec_new(&g->waiting);
	*same = *new;
	same->hits = g->waiting_hits.len;
	same->len = g->hits.len;
	buf_add(&g->waiting_hits, g->hits.data, g->hits.len);
}

enum rc store_suggest(struct store *s, const struct code *code, int64_t version, uint32_t start,
	uint32_t end, enum unit_kind unit, double score, const struct store_hit *hits, size_t nhits,
	struct err *e)
{
	struct suggest *g = s->suggest;
	const struct code_map *m = g != NULL && g->open ? map_of(g, version) : NULL;
	struct waiting new = { .version = version, .unit = (int)unit, .score = score };
	enum rc rc = RC_OK;

	if (m == NULL || code->index >= m->ids.n)
		return err_set(e, RC_PROJECT, "'%s': a suggestion outside its run", s->path);
	new.code = m->ids.items[code->index];
	if (start != g->start || end != g->end)
		rc = write_waiting(s, e);
	g->start = start;
	g->end = end;
	if (rc == RC_OK)
		rc = pack(s, hits, nhits, &g->hits, e);
	if (rc == RC_OK)
		wait_with(g, &new);
	return rc;
}

/* --- the end --- */

static enum rc drop_gone(struct store *s, struct err *e)
{
	struct suggest *g = s->suggest;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < g->old.n && rc == RC_OK; i++) {
		const struct old_row *row = &g->old.items[i];

		if (!row->mine || row->seen)
			continue;
		g->count.gone += is_news(g, row->code);
		s->op.touched = true;
		rc = sql_run(s, SQL_SUGGESTION_DROP, e, "iuui", g->revision, row->start, row->end,
			row->code);
	}
	return rc;
}

static int by_code(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

/* Whether a new suggestion of the code touches the place; `places` is sorted by code, start. */
static bool is_supported(const struct suggest *g, int64_t code, uint32_t start, uint32_t end)
{
	size_t low = 0, high = g->places.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (g->places.items[mid].code < code)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < g->places.n && g->places.items[low].code == code; low++) {
		const struct place *p = &g->places.items[low];

		if (p->start >= end)
			break;
		if (p->end > start)
			return true;
	}
	return false;
}

/* Decided on evidence, by anyone, though no rule suggests it now; each segment and code once. */
static enum rc count_unsupported(struct store *s, struct err *e)
{
	struct suggest *g = s->suggest;
	int64_t segment = 0, code = 0;
	struct query q;

	vec_sort(&g->places, by_code);
	query_start(&q, s, SQL_JUDGED_RULES, e, "ii", g->document, g->revision);
	while (query_next(&q)) {
		bool again = query_int(&q, 0) == segment && query_int(&q, 1) == code;

		segment = query_int(&q, 0);
		code = query_int(&q, 1);
		if (!again && is_run(g, code, query_int(&q, 4)) &&
			!is_supported(g, shown_as(g, code), query_u32(&q, 2), query_u32(&q, 3)))
			g->count.unsupported++;
	}
	return query_end(&q);
}

enum rc store_suggest_end(struct store *s, struct store_change_count *count, struct err *e)
{
	struct suggest *g = s->suggest;
	enum rc rc;

	if (g == NULL || !g->open)
		return err_set(e, RC_PROJECT, "'%s': the end of a run that was not begun", s->path);
	rc = write_waiting(s, e);
	if (rc == RC_OK)
		rc = drop_gone(s, e);
	if (rc == RC_OK)
		rc = count_unsupported(s, e);
	g->open = false;
	*count = g->count;
	return rc;
}
