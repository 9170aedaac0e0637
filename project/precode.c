/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/precode.h"

#include <string.h>

#include "coder/engine.h"
#include "store/codebooks.h"
#include "store/documents.h"

/* Interviewers who hold more than this share of the text are probably no interviewers. */
#define INTERVIEWER_SHARE 0.6

struct precode {
	struct store *store;
	VEC(const struct codebook *) books;
	VEC(struct codebook *) owned; /* loaded from the project */
	VEC(int64_t) versions;
	VEC(int64_t) documents;
	VEC(struct store_hit) hits;
	struct engine *engine;
	struct precode_result *result;
};

/* ---- what to run and on what
 * ----------------------------------------------------------------------- */

VEC_TYPE(active_ids, int64_t);

static enum rc load_active(const struct store_codebook *cb, void *arg, struct err *e)
{
	struct active_ids *ids = arg;

	(void)e;
	if (!cb->is_project)
		vec_push(ids, cb->id);
	return RC_OK;
}

/* Without codebooks given: those that are active in the project, as they are kept there. */
static enum rc use_active(struct precode *p, struct err *e)
{
	struct active_ids ids = VEC_INIT;
	enum rc rc = store_codebooks(p->store, load_active, &ids, e);

	for (size_t i = 0; rc == RC_OK && i < ids.n; i++) {
		struct codebook *cb = NULL;

		rc = store_codebook_load(p->store, ids.items[i], &cb, e);
		if (rc == RC_OK) {
			vec_push(&p->owned, cb);
			vec_push(&p->books, cb);
		}
	}
	vec_release(&ids);
	return rc;
}

static enum rc need_books(const struct precode *p, struct err *e)
{
	if (p->books.n > 0)
		return RC_OK;
	return err_set(e, RC_USAGE,
		"this project has no codebook yet; name one with -c ('tema codebook list' shows "
		"the shipped ones)");
}

static enum rc check_names(const struct precode *p, struct err *e)
{
	for (size_t i = 0; i < p->books.n; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(p->books.items[i]->name, p->books.items[k]->name) == 0)
				return err_set(e, RC_INPUT, "two of these codebooks are named '%s'",
					p->books.items[i]->name);
	return RC_OK;
}

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct precode *p = arg;

	(void)e;
	vec_push(&p->documents, d->id);
	return RC_OK;
}

static enum rc put_codebooks(struct precode *p, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < p->books.n; i++) {
		int64_t version = 0;
		bool changed;

		rc = store_codebook_put(p->store, p->books.items[i], &version, &changed, e);
		if (rc == RC_OK)
			vec_push(&p->versions, version);
	}
	return rc;
}

static enum rc keep_detail(const struct precode *p, struct err *e)
{
	struct buf names = BUF_INIT;
	enum rc rc;

	for (size_t i = 0; i < p->books.n; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", p->books.items[i]->name);
	rc = store_detail(p->store, names.data, e);
	buf_release(&names);
	return rc;
}

/* ---- one document
 * ------------------------------------------------------------------------------------ */

static int64_t version_of(const struct precode *p, const struct code *code)
{
	for (size_t i = 0; i < p->books.n; i++) {
		const struct codebook *cb = p->books.items[i];

		if (code->index < cb->codes.n && cb->codes.items[code->index] == code)
			return p->versions.items[i];
	}
	return 0;
}

static enum rc keep(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct precode *p = arg;
	int64_t version = version_of(p, s->code);

	vec_reset(&p->hits);
	for (size_t i = 0; i < s->nhits; i++) {
		const struct engine_hit *h = &s->hits[i];
		struct store_hit hit = { .rule = h->rule->key,
			.version = version,
			.weight = h->rule->set.weight,
			.counted = h->counted,
			.spans = h->spans,
			.nspans = h->nspans };

		memcpy(hit.hash, h->rule->hash, sizeof hit.hash);
		vec_push(&p->hits, hit);
	}
	return store_suggest(p->store, s->code, version, s->start, s->end, s->unit, s->score,
		p->hits.items, p->hits.n, e);
}

/* What makes every figure doubtful: unsure roles, and interviewers who talk more than anybody. */
static void look_at_roles(struct precode *p, const struct document *doc)
{
	uint64_t all = 0, interviewers = 0;

	vec_each (const struct label, label, &doc->labels)
		p->result->unsure_labels += !label->sure;
	vec_each (const struct para, para, &doc->paras) {
		const struct label *label = document_speaker_of(doc, para);

		all += para->end - para->start;
		if (label != NULL && label->role == ROLE_INTERVIEWER)
			interviewers += para->end - para->start;
	}
	p->result->interviewer_heavy += (double)interviewers > INTERVIEWER_SHARE * (double)all;
}

static enum rc run_document(struct precode *p, int64_t id, struct diags *d, struct err *e)
{
	struct store_change_count count = { 0 };
	struct document *doc = NULL;
	enum rc rc = store_document_load(p->store, id, &doc, e);

	if (rc == RC_OK)
		rc = store_suggest_begin(p->store, id, p->versions.items, p->versions.n, e);
	if (rc == RC_OK)
		rc = engine_run(p->engine, doc, keep, p, d, e);
	if (rc == RC_OK)
		rc = store_suggest_end(p->store, &count, e);
	if (rc == RC_OK)
		look_at_roles(p, doc);
	p->result->count.added += count.added;
	p->result->count.unchanged += count.unchanged;
	p->result->count.gone += count.gone;
	p->result->count.unsupported += count.unsupported;
	document_free(doc);
	return rc;
}

/* ---- the run
 * ------------------------------------------------------------------------------------------ */

static enum rc run_all(
	struct precode *p, precode_progress_fn *progress, void *arg, struct diags *d, struct err *e)
{
	enum rc rc = put_codebooks(p, e);

	if (rc == RC_OK)
		rc = keep_detail(p, e);
	for (size_t i = 0; rc == RC_OK && i < p->documents.n; i++) {
		rc = run_document(p, p->documents.items[i], d, e);
		if (progress != NULL)
			progress((unsigned)(i + 1), (unsigned)p->documents.n, arg);
	}
	if (rc == RC_OK)
		rc = store_run_note(
			p->store, p->versions.items, p->versions.n, engine_name(), "", e);
	p->result->documents = (unsigned)p->documents.n;
	p->result->nothing_new = p->result->count.added == 0 && p->result->count.gone == 0;
	return rc;
}

static enum rc in_one_op(struct precode *p, const struct person *who, bool dry_run,
	precode_progress_fn *progress, void *arg, struct diags *d, struct err *e)
{
	enum rc rc = store_begin(p->store, who, "precode", e);

	if (rc != RC_OK)
		return rc;
	rc = run_all(p, progress, arg, d, e);
	if (rc == RC_OK && !dry_run)
		return store_commit(p->store, e);
	store_rollback(p->store);
	return rc;
}

static void release(struct precode *p)
{
	engine_free(p->engine);
	vec_each (struct codebook *, cb, &p->owned)
		codebook_free(*cb);
	vec_release(&p->owned);
	vec_release(&p->books);
	vec_release(&p->versions);
	vec_release(&p->documents);
	vec_release(&p->hits);
}

enum rc precode_run(struct store *s, const struct person *who, const struct codebook *const *books,
	size_t n, bool dry_run, precode_progress_fn *progress, void *arg,
	struct precode_result *result, struct diags *d, struct err *e)
{
	struct precode p = { .store = s, .result = result };
	enum rc rc = RC_OK;

	*result = (struct precode_result){ 0 };
	for (size_t i = 0; i < n; i++)
		vec_push(&p.books, books[i]);
	if (n == 0)
		rc = use_active(&p, e);
	if (rc == RC_OK)
		rc = need_books(&p, e);
	if (rc == RC_OK)
		rc = check_names(&p, e);
	if (rc == RC_OK)
		rc = engine_new(p.books.items, p.books.n, &p.engine, d, e);
	if (rc == RC_OK)
		rc = store_documents(s, false, note_document, &p, e);
	if (rc == RC_OK)
		rc = in_one_op(&p, who, dry_run, progress, arg, d, e);
	release(&p);
	return rc;
}

enum rc precode_document(struct store *s, int64_t document, struct precode_result *result,
	struct diags *d, struct err *e)
{
	struct precode p = { .store = s, .result = result };
	enum rc rc;

	*result = (struct precode_result){ 0 };
	rc = use_active(&p, e);
	if (rc == RC_OK && p.books.n > 0) {
		rc = engine_new(p.books.items, p.books.n, &p.engine, d, e);
		if (rc == RC_OK)
			rc = put_codebooks(&p, e);
		if (rc == RC_OK)
			rc = run_document(&p, document, d, e);
		result->documents = 1;
	}
	release(&p);
	return rc;
}
