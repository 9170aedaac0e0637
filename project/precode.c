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
	const char *const *without;
	size_t nwithout;
	struct precode_books books;
	VEC(int64_t) versions; /* of books.all */
	VEC(int64_t) documents;
	VEC(struct store_hit) hits;
	struct engine *engine;
	struct precode_result *result;
};

/* ---- what to run and on what
 * ----------------------------------------------------------------------- */

static enum rc need_books(const struct precode *p, struct err *e)
{
	if (p->books.all.n + p->books.without.n > 0)
		return RC_OK;
	return err_set(e, RC_USAGE,
		"this project has no codebook yet; name one with -c ('tema codebook list' shows "
		"the shipped ones)");
}

static enum rc note_document(const struct store_document *d, void *arg, struct err *e)
{
	struct precode *p = arg;

	(void)e;
	vec_push(&p->documents, d->id);
	return RC_OK;
}

static enum rc put_codebooks(struct precode *p, bool retire, struct err *e)
{
	struct store_codebook_set set = { .books = p->books.all.items,
		.n = p->books.all.n,
		.without = p->books.without.items,
		.nwithout = p->books.without.n,
		.retire = retire };
	bool changed;

	for (size_t i = 0; i < set.n; i++)
		vec_push(&p->versions, 0);
	return store_codebooks_put(
		p->store, &set, p->versions.items, &changed, &p->result->lost, e);
}

static enum rc keep_detail(const struct precode *p, struct err *e)
{
	struct buf names = BUF_INIT;
	enum rc rc;

	for (size_t i = 0; i < p->books.all.n; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", p->books.all.items[i]->name);
	for (size_t i = 0; i < p->nwithout; i++)
		buf_printf(&names, "%s%s",
			i > 0		? ", "
			: names.len > 0 ? "; without: "
					: "without: ",
			p->without[i]);
	for (size_t i = 0; i < p->result->lost.list.n; i++)
		buf_printf(&names, "%s%s",
			i > 0 ? ", " : "; retired: ", p->result->lost.list.items[i].full);
	rc = store_detail(p->store, names.data, e);
	buf_release(&names);
	return rc;
}

/* ---- one document
 * ------------------------------------------------------------------------------------ */

static int64_t version_of(const struct precode *p, const struct code *code)
{
	for (size_t i = 0; i < p->books.all.n; i++) {
		const struct codebook *cb = p->books.all.items[i];

		if (code->index < cb->codes.n && cb->codes.items[code->index] == code)
			return p->versions.items[i];
	}
	return 0;
}

static bool has_file(const struct codebook *cb, const struct codebook *file)
{
	vec_each (struct codebook *, used, &cb->used)
		if (*used == file)
			return true;
	return cb == file;
}

/* Two codebooks that extend a code have rules of their own in one suggestion. */
static int64_t version_of_rule(const struct precode *p, const struct rule *rule)
{
	for (size_t i = 0; i < p->books.all.n; i++)
		if (has_file(p->books.all.items[i], rule->book))
			return p->versions.items[i];
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
			.version = version_of_rule(p, h->rule),
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
	if (rc == RC_OK && p->engine != NULL)
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

static enum rc run_all(struct precode *p, unsigned flags, precode_progress_fn *progress, void *arg,
	struct diags *d, struct err *e)
{
	enum rc rc = put_codebooks(p, (flags & PRECODE_RETIRE) != 0, e);

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

static enum rc in_one_op(struct precode *p, const struct person *who, unsigned flags,
	precode_progress_fn *progress, void *arg, struct diags *d, struct err *e)
{
	enum rc rc = store_begin(p->store, who, "precode", e);

	if (rc != RC_OK)
		return rc;
	rc = run_all(p, flags, progress, arg, d, e);
	if (rc == RC_OK && (flags & PRECODE_DRY_RUN) == 0)
		return store_commit(p->store, e);
	store_rollback(p->store);
	return rc;
}

static enum rc make_engine(struct precode *p, struct diags *d, struct err *e)
{
	if (p->books.run.n == 0) /* the last codebook is taken out */
		return RC_OK;
	return engine_new(p->books.run.items, p->books.run.n, &p->engine, d, e);
}

static void release(struct precode *p)
{
	engine_free(p->engine);
	precode_books_release(&p->books);
	vec_release(&p->versions);
	vec_release(&p->documents);
	vec_release(&p->hits);
}

void precode_result_release(struct precode_result *r)
{
	store_lost_release(&r->lost);
	precode_alongs_release(&r->along);
}

enum rc precode_run(struct store *s, const struct person *who, const struct precode_what *what,
	precode_progress_fn *progress, void *arg, struct precode_result *result, struct diags *d,
	struct err *e)
{
	struct precode p = {
		.store = s, .without = what->without, .nwithout = what->nwithout, .result = result
	};
	enum rc rc;

	*result = (struct precode_result){ 0 };
	rc = precode_books_choose(s, what->books, what->n, what->without, what->nwithout, &p.books,
		&result->along, e);
	if (rc == RC_OK)
		rc = need_books(&p, e);
	if (rc == RC_OK)
		rc = make_engine(&p, d, e);
	if (rc == RC_OK)
		rc = store_documents(s, false, note_document, &p, e);
	if (rc == RC_OK)
		rc = in_one_op(&p, who, what->flags, progress, arg, d, e);
	release(&p);
	return rc;
}

enum rc precode_document(struct store *s, int64_t document, struct precode_result *result,
	struct diags *d, struct err *e)
{
	struct precode p = { .store = s, .result = result };
	enum rc rc;

	*result = (struct precode_result){ 0 };
	rc = precode_books_active(s, &p.books, e);
	if (rc == RC_OK && p.books.all.n > 0) {
		rc = make_engine(&p, d, e);
		if (rc == RC_OK)
			rc = put_codebooks(&p, false, e);
		if (rc == RC_OK)
			rc = run_document(&p, document, d, e);
		result->documents = 1;
	}
	release(&p);
	return rc;
}
