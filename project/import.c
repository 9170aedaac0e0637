/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/import.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "corpus/normalise.h"
#include "project/import_compare.h"
#include "project/import_parts.h"

void import_result_release(struct import_result *r)
{
	document_free(r->doc);
	r->doc = NULL;
	diags_release(&r->remarks);
	arena_release(&r->parts.arena);
}

char *import_title(const char *path)
{
	const char *base = file_base(path), *ext = file_ext(path);
	size_t len = strlen(base) - (*ext != '\0' ? strlen(ext) + 1 : 0);
	struct buf b = BUF_INIT;
	uint32_t controls = 0;
	bool changed = false;

	if (utf8_valid(base, len, NULL))
		normalise_text(base, len, &b, &controls, &changed);
	if (b.len == 0)
		buf_adds(&b, "untitled");
	return buf_detach(&b);
}

/* ---- a new one ----------------------------------------------------------------------------------
 */

static enum rc number_of(const struct store_document *d, void *arg, struct err *e)
{
	struct import_result *result = arg;

	(void)e;
	result->number = d->number;
	return RC_OK;
}

static enum rc add_label_variable(struct store *s, const struct document *doc, unsigned number,
	const struct attr *attr, struct err *e)
{
	size_t len = strcspn(attr->key, "\t");
	char *label = mem_dup(attr->key, len), *typed = mem_printf("%u:%s", number, label);
	int64_t speaker;
	enum rc rc = RC_OK;

	if (import_label(doc, label) != NULL) {
		rc = store_speaker_find(s, typed, &speaker, e);
		if (rc == RC_OK)
			rc = store_variable_add(
				s, STORE_SPEAKER, speaker, attr->key + len + 1, attr->value, e);
	}
	free(typed);
	free(label);
	return rc;
}

enum rc import_variables(const struct import_job *job, struct err *e)
{
	const struct import_options *o = job->o;
	struct import_result *result = job->result;
	struct store *s = job->s;
	enum rc rc = store_document_get(s, result->document, number_of, result, e);

	for (size_t i = 0; rc == RC_OK && i < o->nvars; i++)
		rc = store_variable_add(
			s, STORE_DOCUMENT, result->document, o->vars[i].key, o->vars[i].value, e);
	for (size_t i = 0; rc == RC_OK && i < o->nlabel_vars; i++)
		rc = add_label_variable(s, result->doc, result->number, &o->label_vars[i], e);
	return rc;
}

static const char *or_empty(const char *s)
{
	return s != NULL ? s : "";
}

static enum rc keep_detail(struct store *s, unsigned number, struct err *e)
{
	char *detail = mem_printf("document %u", number);
	enum rc rc = store_detail(s, detail, e);

	free(detail);
	return rc;
}

enum rc import_store(const struct import_job *job, const struct store_import *how, struct err *e)
{
	struct import_result *result = job->result;
	enum rc rc = store_document_add(job->s, result->doc, how, &result->document, e);

	return rc == RC_OK ? import_variables(job, e) : rc;
}

static enum rc store_it(const struct import_job *job, const char *date, struct err *e)
{
	const struct import_options *o = job->o;
	char *title = o->title != NULL ? mem_strdup(o->title) : import_title(job->path);
	char *options = import_canonical(o, job->result->doc->method);
	struct store_import how = { job->bytes->data, job->bytes->len, o->keep_original,
		job->reader->name, options, title, date, or_empty(o->place) };
	enum rc rc = store_begin(job->s, job->who, "import", e);

	if (rc == RC_OK)
		rc = import_store(job, &how, e);
	if (rc == RC_OK)
		rc = keep_detail(job->s, job->result->number, e);
	if (rc == RC_OK)
		rc = store_commit(job->s, e);
	else
		store_rollback(job->s);
	free(options);
	free(title);
	return rc;
}

enum rc import_structure(const struct import_job *job, struct draft *draft, struct err *e)
{
	const struct import_options *o = job->o;
	struct import_result *result = job->result;
	enum method method = o->method >= 0 ? (enum method)o->method : METHOD_INTERVIEW;
	enum rc rc = document_build(
		draft, method, o->hints, o->nhints, &result->doc, &result->remarks, e);

	if (rc != RC_OK)
		return rc;
	result->doc->name = arena_strdup(&result->doc->arena, file_base(job->path));
	import_unused_hints(job->path, o, result->doc, result);
	vec_each (const struct label, label, &result->doc->labels)
		result->attention = result->attention || !label->sure;
	return RC_OK;
}

/* The same interview from another file counts twice. */
static enum rc tell_twin(const struct import_job *job, struct err *e)
{
	struct import_result *result = job->result;
	const struct document *doc = result->doc;
	int64_t twin = 0;
	enum rc rc =
		store_document_by_text(job->s, doc->text, doc->len, result->document, &twin, e);
	struct diag *g;

	if (rc != RC_OK || twin == 0)
		return rc;
	g = diag_add(&result->remarks, DIAG_WARNING, "R208", NULL,
		"document %d has the same text, from another file", (int)twin);
	if (result->number > 0)
		diag_hint(&result->remarks, g,
			"'tema documents remove %u' hides this one, so that nothing counts twice",
			result->number);
	return RC_OK;
}

enum rc import_whole(const struct import_job *job, struct draft *draft, struct err *e)
{
	const struct import_options *o = job->o;
	enum rc rc = import_structure(job, draft, e);

	if (rc == RC_OK && !o->dry_run)
		rc = store_it(job, o->date != NULL ? o->date : or_empty(draft->date), e);
	if (rc == RC_OK && !o->dry_run)
		import_hints(job);
	if (rc == RC_OK)
		rc = tell_twin(job, e);
	if (rc == RC_OK)
		job->result->outcome = IMPORT_NEW;
	return rc;
}

static enum rc import_new(struct import_job *job, struct err *e)
{
	const struct buf *bytes = job->bytes;
	const char *name = file_base(job->path);
	struct draft draft;
	enum rc rc;

	job->reader = reader_for(name, bytes->data, bytes->len, e);
	if (job->reader == NULL)
		return e->rc;
	if (job->reader->parts != NULL)
		return import_parts(job, e);
	draft_init(&draft);
	draft.options = &job->o->reader;
	rc = job->reader->read(name, bytes->data, bytes->len, &draft, &job->result->remarks, e);
	if (rc == RC_OK)
		rc = import_whole(job, &draft, e);
	draft_release(&draft);
	return rc;
}

static enum rc note_hidden(const struct store_document *d, void *arg, struct err *e)
{
	bool *hidden = arg;

	(void)e;
	*hidden = d->removed;
	return RC_OK;
}

/* A file that came in as one document and was hidden may come in again as many. */
static enum rc forget_hidden(struct store *s, struct import_result *result, struct err *e)
{
	bool hidden = false;
	enum rc rc = store_document_get(s, result->document, note_hidden, &hidden, e);

	if (hidden)
		result->document = 0;
	return rc;
}

enum rc import_file(struct store *s, const struct person *who, const char *path,
	const struct import_options *o, struct import_result *result, struct err *e)
{
	struct buf bytes = BUF_INIT;
	struct import_job job = {
		.s = s, .who = who, .path = path, .bytes = &bytes, .o = o, .result = result
	};
	enum rc rc;

	*result = (struct import_result){ .outcome = IMPORT_FAILED, .remarks = DIAGS_INIT };
	rc = file_read(path, DOCUMENT_MAX, &bytes, e);
	if (rc == RC_OK)
		rc = store_document_by_bytes(s, bytes.data, bytes.len, &result->document, e);
	if (rc == RC_OK && result->document != 0 && import_wants_parts(o))
		rc = forget_hidden(s, result, e);
	if (rc == RC_OK && result->document != 0)
		rc = import_compare(s, path, o, result, e);
	else if (rc == RC_OK)
		rc = import_new(&job, e);
	vec_each (struct diag, g, &result->remarks.list) /* the readers do not know the path */
		if (g->at.file == NULL)
			g->at.file = arena_strdup(&result->remarks.arena, path);
	if (rc != RC_OK && strstr(e->msg, path) == NULL)
		err_wrap(e, "%s", path);
	buf_release(&bytes);
	return rc;
}
