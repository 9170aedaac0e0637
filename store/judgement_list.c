/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing decisions: document by document. */
#include <string.h>

#include "store/code_ids.h"
#include "store/fact.h"
#include "store/verdicts.h"
#include "store/visit.h"

struct row {
	struct store_judgement j;
	int64_t segment;
	uint32_t order;
	bool ended, older; /* older: the same coder said something newer on this segment and code */
	struct uid uid;
};

struct listing {
	const struct judgement_filter *f;
	store_judgement_fn *fn;
	void *arg;
	VEC(struct row) rows;
	struct arena arena; /* texts of the present document */
};

static int number_of(const char *word, const char *const *names, int otherwise)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	return otherwise;
}

/* Where it is now, or where it was when it was lost. */
static void read_place(struct query *q, struct store_judgement *j)
{
	int from = query_null(q, 12) ? 14 : 12;

	j->orphaned = from == 14;
	j->start = query_u32(q, from);
	j->end = query_u32(q, from + 1);
}

static enum rc read_row(struct store *s, struct listing *l, const struct visit *v, struct query *q)
{
	const struct code_item *shown;
	int64_t code = query_int(q, 3);
	struct row *r = vec_new(&l->rows);
	struct store_judgement *j = &r->j;
	struct uid code_of;
	enum rc rc = fact_uid(s, SQL_CODE_UID, code, &code_of, q->e);

	shown = code_list_resolve(&v->codes, code);
	j->row = query_int(q, 0);
	j->document = v->document;
	j->document_number = (unsigned)v->document;
	j->own = code;
	j->code = shown != NULL ? shown->code.id : code;
	r->order = shown != NULL ? shown->order : UINT32_MAX;
	j->coder = query_int(q, 1);
	j->coder_name = arena_strdup(&l->arena, query_text(q, 2));
	j->segment = r->segment = query_int(q, 4);
	j->verdict = (enum verdict)number_of(query_text(q, 5), verdict_names, VERDICT_UNSURE);
	j->unit = (enum unit_kind)number_of(query_text(q, 6), unit_names, UNIT_MATCH);
	j->via = (enum via)number_of(query_text(q, 7), via_names, VIA_IMPORT);
	j->note = arena_strdup(&l->arena, query_text(q, 8));
	r->ended = !query_null(q, 9);
	j->op = query_int(q, 10);
	j->at = query_int(q, 11);
	read_place(q, j);
	j->score = query_real(q, 16);
	query_uid(q, 17, &r->uid);
	short_id(&v->uid, &code_of, j->start, j->end, j->id);
	return rc;
}

static enum rc read_rows(struct store *s, struct listing *l, const struct visit *v, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_JUDGEMENTS, e, "iid", v->document, v->revision, (int)l->f->history);
	while (query_next(&q))
		q.rc = read_row(s, l, v, &q);
	return query_end(&q);
}

/* --- the newest of each coder --- */

static int by_coder(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->segment != y->segment)
		return x->segment < y->segment ? -1 : 1;
	if (x->j.code != y->j.code)
		return x->j.code < y->j.code ? -1 : 1;
	if (x->j.coder != y->j.coder)
		return x->j.coder < y->j.coder ? -1 : 1;
	if (x->ended != y->ended)
		return x->ended ? 1 : -1;
	if (x->j.at != y->j.at)
		return x->j.at > y->j.at ? -1 : 1;
	return -memcmp(&x->uid, &y->uid, sizeof x->uid);
}

static void mark_older(struct listing *l)
{
	vec_sort(&l->rows, by_coder);
	for (size_t i = 1; i < l->rows.n; i++) {
		const struct row *before = &l->rows.items[i - 1];
		struct row *r = &l->rows.items[i];

		r->older = before->segment == r->segment && before->j.code == r->j.code &&
			   before->j.coder == r->j.coder;
	}
}

static int by_place(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->j.start != y->j.start)
		return x->j.start < y->j.start ? -1 : 1;
	if (x->j.end != y->j.end)
		return x->j.end < y->j.end ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	if (x->j.op != y->j.op)
		return x->j.op < y->j.op ? -1 : 1;
	return x->j.row < y->j.row ? -1 : x->j.row > y->j.row;
}

static bool passes(const struct judgement_filter *f, const struct row *r)
{
	if (r->older && !f->history)
		return false;
	if ((f->code != 0 && r->j.code != f->code) || (f->coder != 0 && r->j.coder != f->coder))
		return false;
	if (f->verdicts != 0 && (f->verdicts & 1u << r->j.verdict) == 0)
		return false;
	return f->id == NULL || strncmp(r->j.id, f->id, strlen(f->id)) == 0;
}

static enum rc list_document(struct store *s, struct visit *v, void *arg, struct err *e)
{
	struct listing *l = arg;
	enum rc rc;

	vec_reset(&l->rows);
	rc = read_rows(s, l, v, e);
	mark_older(l);
	vec_each (struct row, row, &l->rows)
		row->j.ended = row->ended || row->older;
	vec_sort(&l->rows, by_place);
	for (size_t i = 0; i < l->rows.n && rc == RC_OK; i++)
		if (passes(l->f, &l->rows.items[i]))
			rc = l->fn(&l->rows.items[i].j, l->arg, e);
	arena_release(&l->arena);
	return rc;
}

enum rc store_judgements(struct store *s, const struct judgement_filter *f, store_judgement_fn *fn,
	void *arg, struct err *e)
{
	struct listing l = { .f = f, .fn = fn, .arg = arg, .arena = ARENA_INIT };
	enum rc rc = f->id != NULL ? visit_check_id(f->id, e) : RC_OK;

	if (rc == RC_OK)
		rc = visit_documents(s, f->document, list_document, &l, e);
	vec_release(&l.rows);
	arena_release(&l.arena);
	return rc;
}
