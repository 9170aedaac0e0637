/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/replace.h"

#include <string.h>

#include "base/file.h"
#include "project/import_compare.h"
#include "project/import_parts.h"
#include "project/seen.h"

void replace_result_release(struct replace_result *r)
{
	import_result_release(&r->import);
	reanchor_report_release(&r->placed);
	precode_result_release(&r->suggestions);
	vec_release(&r->labels_new);
	vec_release(&r->labels_gone);
}

struct replacing {
	struct import_job job;
	struct import_options o; /* those given, and what the project knows */
	struct replace_result *result;
	struct document *old; /* as it stands, with its speakers */
	int64_t before;	      /* its revision */
	char *options;	      /* as the revision keeps them */
	VEC(struct speaker_hint) hints;
	bool *hints_used;
};

/* ---- may it be replaced, and by this? ---- */

struct present {
	struct replacing *r;
	bool removed, same_options;
};

static enum rc look(const struct store_document *d, void *arg, struct err *e)
{
	struct present *p = arg;
	char *options = import_canonical(
		&p->r->o, p->r->o.method >= 0 ? (enum method)p->r->o.method : d->method);

	(void)e;
	p->removed = d->removed;
	p->same_options = d->options != NULL && strcmp(options, d->options) == 0;
	p->r->result->import.number = d->number;
	p->r->result->revision = d->revision_number;
	free(options);
	return RC_OK;
}

/* The same bytes, read with the same options; who declares a speaker wants them read again. */
static enum rc check_bytes(struct replacing *r, int64_t document, bool same_options, struct err *e)
{
	const struct buf *bytes = r->job.bytes;
	uint8_t now[SHA256_LEN], sha[SHA256_LEN];
	int64_t owner = 0;
	uint32_t n;
	enum rc rc = store_revision_now(r->job.s, document, &r->before, &n, now, e);

	sha256_of(bytes->data, bytes->len, sha);
	if (rc == RC_OK)
		rc = store_document_by_bytes(r->job.s, bytes->data, bytes->len, &owner, e);
	if (rc == RC_OK && owner != 0 && owner != document)
		rc = err_set(e, RC_INPUT,
			"this is document %d of the project, not a correction of "
			"document %u",
			(int)owner, r->result->import.number);
	r->result->same = rc == RC_OK && same_options && r->job.o->nhints == 0 &&
			  memcmp(sha, now, sizeof sha) == 0;
	return rc;
}

static enum rc check(struct replacing *r, int64_t document, struct err *e)
{
	struct present p = { .r = r };
	enum rc rc = store_document_get(r->job.s, document, look, &p, e);

	if (rc == RC_OK && p.removed)
		rc = err_set(e, RC_INPUT,
			"document %u is hidden; 'tema documents restore %u' brings it back first",
			r->result->import.number, r->result->import.number);
	return rc == RC_OK ? check_bytes(r, document, p.same_options, e) : rc;
}

/* ---- reading ---- */

/* What the project knows of the speakers, behind what was given now. */
static void add_hints(struct replacing *r)
{
	for (size_t i = 0; i < r->job.o->nhints; i++)
		vec_push(&r->hints, r->job.o->hints[i]);
	vec_each (const struct label, l, &r->old->labels) {
		bool given = !l->sure;

		for (size_t i = 0; i < r->job.o->nhints; i++)
			given |= strcmp(r->job.o->hints[i].label, l->text) == 0;
		if (!given)
			vec_push(&r->hints,
				((struct speaker_hint){ .label = l->text, .role = (int)l->role }));
	}
	r->hints_used = mem_zalloc(r->hints.n + 1, sizeof *r->hints_used);
	r->o.hints = r->hints.items;
	r->o.nhints = r->o.nshared = r->hints.n;
	r->o.hints_used = r->hints_used;
}

static void mark_used_hints(struct replacing *r)
{
	const struct import_options *given = r->job.o;

	for (size_t i = 0; i < given->nhints; i++)
		if (i < given->nshared && given->hints_used != NULL)
			given->hints_used[i] |= r->hints_used[i];
}

static enum rc structure(struct replacing *r, struct draft *draft, struct err *e)
{
	struct import_job job = r->job;

	job.o = &r->o;
	return import_structure(&job, draft, e);
}

static enum rc take_part(const struct reader_part *part, void *arg, struct err *e)
{
	struct replacing *r = arg;

	if (part->id == NULL)
		return structure(r, part->draft, e);
	return err_set(e, RC_INPUT,
		"this file holds many documents; a document is replaced by a file that is one "
		"document");
}

static enum rc read_file(struct replacing *r, struct err *e)
{
	const struct buf *bytes = r->job.bytes;
	const char *name = file_base(r->job.path);
	const struct reader *reader = reader_for(name, bytes->data, bytes->len, e);
	struct diags *remarks = &r->result->import.remarks;
	struct draft draft;
	enum rc rc;

	if (reader == NULL)
		return e->rc;
	r->job.reader = reader;
	if (reader->parts != NULL)
		return reader->parts(
			name, bytes->data, bytes->len, &r->o.reader, remarks, take_part, r, e);
	draft_init(&draft);
	draft.options = &r->o.reader;
	rc = reader->read(name, bytes->data, bytes->len, &draft, remarks, e);
	if (rc == RC_OK)
		rc = structure(r, &draft, e);
	draft_release(&draft);
	return rc;
}

static void compare_labels(struct replacing *r)
{
	struct document *now = r->result->import.doc;
	struct arena *arena = &r->result->placed.arena;

	vec_each (const struct label, l, &now->labels)
		if (import_label(r->old, l->text) == NULL)
			vec_push(&r->result->labels_new,
				seen_text(r->job.s, REDACT_NAME, l->text, arena));
	vec_each (const struct label, l, &r->old->labels)
		if (import_label(now, l->text) == NULL)
			vec_push(&r->result->labels_gone,
				seen_text(r->job.s, REDACT_NAME, l->text, arena));
}

/* ---- writing ---- */

/* What was said now of a speaker that the project knows already. */
static enum rc change_speaker(struct replacing *r, const struct speaker_hint *hint, struct err *e)
{
	struct store_speaker_change c = { .code = hint->code,
		.name = hint->name,
		.role = hint->role,
		.kind = -1,
		.shown_as_code = -1,
		.sure = hint->role >= 0 };
	const struct label *label = import_label(r->old, hint->label);
	enum rc rc = RC_OK;

	if (label != NULL && import_label(r->result->import.doc, hint->label) != NULL &&
		label->speaker != 0)
		rc = store_speaker_change(r->job.s, label->speaker, &c, e);
	return rc;
}

static enum rc change_attributes(struct replacing *r, int64_t document, struct err *e)
{
	const struct import_options *o = r->job.o;
	struct store_document_change c = { .title = o->title,
		.date = o->date,
		.place = o->place,
		.method = o->method,
		.removed = -1 };
	struct import_job job = r->job;
	enum rc rc = store_document_change(r->job.s, document, &c, e);

	for (size_t i = 0; i < o->nhints && rc == RC_OK; i++)
		rc = change_speaker(r, &o->hints[i], e);
	return rc == RC_OK ? import_variables(&job, e) : rc;
}

static enum rc place_all(struct replacing *r, int64_t document, int64_t revision, struct err *e)
{
	const struct document *now = r->result->import.doc;
	struct kept_list kept = VEC_INIT;
	enum rc rc;

	kept_by_diff(r->old->text, r->old->len, now->text, now->len, &kept);
	rc = reanchor(r->job.s, document, r->before, revision, &kept, &r->result->placed, e);
	vec_release(&kept);
	return rc;
}

static enum rc keep_detail(struct replacing *r, struct err *e)
{
	char *detail = mem_printf(
		"document %u, revision %u", r->result->import.number, r->result->revision);
	enum rc rc = store_detail(r->job.s, detail, e);

	free(detail);
	return rc;
}

static enum rc write_all(struct replacing *r, int64_t document, struct err *e)
{
	struct store_import how = { r->job.bytes->data, r->job.bytes->len, r->o.keep_original,
		r->job.reader->name, r->options, NULL, NULL, NULL };
	struct replace_result *result = r->result;
	uint8_t sha[SHA256_LEN];
	int64_t revision;
	enum rc rc =
		store_document_revise(r->job.s, document, result->import.doc, &how, &revision, e);

	if (rc == RC_OK)
		rc = store_revision_now(r->job.s, document, &revision, &result->revision, sha, e);
	if (rc == RC_OK)
		rc = change_attributes(r, document, e);
	if (rc == RC_OK)
		rc = place_all(r, document, revision, e);
	if (rc == RC_OK)
		rc = precode_document(
			r->job.s, document, &result->suggestions, &result->import.remarks, e);
	return rc == RC_OK ? keep_detail(r, e) : rc;
}

static enum rc in_one_op(struct replacing *r, int64_t document, struct err *e)
{
	enum rc rc = store_begin(r->job.s, r->job.who, "replace", e);

	if (rc != RC_OK)
		return rc;
	rc = write_all(r, document, e);
	if (rc == RC_OK && !r->o.dry_run)
		rc = store_commit(r->job.s, e);
	else
		store_rollback(r->job.s);
	if (rc == RC_OK && !r->o.dry_run)
		import_hints(&r->job);
	return rc;
}

static enum rc replace(struct replacing *r, int64_t document, struct err *e)
{
	enum rc rc = check(r, document, e);

	if (rc != RC_OK || r->result->same)
		return rc;
	rc = store_document_load(r->job.s, document, &r->old, e);
	if (rc != RC_OK)
		return rc;
	if (r->o.method < 0)
		r->o.method = (int)r->old->method;
	r->options = import_canonical(&r->o, (enum method)r->o.method);
	add_hints(r);
	rc = read_file(r, e);
	mark_used_hints(r);
	if (rc == RC_OK && r->result->import.doc == NULL)
		rc = err_set(e, RC_INPUT, "there is no text in this file");
	if (rc == RC_OK)
		compare_labels(r);
	return rc == RC_OK ? in_one_op(r, document, e) : rc;
}

enum rc replace_file(struct store *s, const struct person *who, int64_t document, const char *path,
	const struct import_options *o, struct replace_result *result, struct err *e)
{
	struct buf bytes = BUF_INIT;
	struct replacing r = { .job = { .s = s, .who = who, .path = path, .bytes = &bytes, .o = o },
		.o = *o,
		.result = result };
	struct diags *remarks = &result->import.remarks;
	enum rc rc;

	*result = (struct replace_result){ .import = {
						   .document = document, .remarks = DIAGS_INIT } };
	r.job.result = &result->import;
	rc = file_read(path, DOCUMENT_MAX, &bytes, e);
	if (rc == RC_OK)
		rc = replace(&r, document, e);
	vec_each (struct diag, g, &remarks->list) /* the readers do not know the path */
		if (g->at.file == NULL)
			g->at.file = arena_strdup(&remarks->arena, path);
	if (rc != RC_OK && strstr(e->msg, path) == NULL)
		err_wrap(e, "%s", path);
	document_free(r.old);
	free(r.options);
	free(r.hints_used);
	vec_release(&r.hints);
	buf_release(&bytes);
	return rc;
}
