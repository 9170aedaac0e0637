/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/import.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"

void import_result_release(struct import_result *r)
{
	document_free(r->doc);
	r->doc = NULL;
	diags_release(&r->remarks);
}

/* The file's name without folder and ending. */
static char *title_of(const char *path)
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

/* ---- already here? ----------------------------------------------------------------------------
 */

struct comparison {
	const struct import_options *o;
	struct import_result *result;
	const char *path;
};

static void differs(struct comparison *k, const char *what, const char *here, const char *given)
{
	struct diag_at at = { .file = k->path };

	diag_add(&k->result->remarks, DIAG_WARNING, "R201", &at, "%s there is '%s', given now '%s'",
		what, here, given);
	k->result->outcome = IMPORT_DIFFERS;
}

static void compare_text(
	struct comparison *k, const char *what, const char *here, const char *given)
{
	if (given != NULL && strcmp(here, given) != 0)
		differs(k, what, here, given);
}

static bool same_word(const char *a, const char *b)
{
	struct buf x = BUF_INIT, y = BUF_INIT;
	bool same;

	utf8_fold(a, strlen(a), &x);
	utf8_fold(b, strlen(b), &y);
	same = x.len == y.len && memcmp(x.data, y.data, x.len) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

static const struct label *label_of(const struct document *doc, const char *text)
{
	vec_each (const struct label, label, &doc->labels)
		if (same_word(label->text, text))
			return label;
	return NULL;
}

static void tell_unused_hints(const char *path, const struct import_options *o,
	const struct document *doc, struct import_result *result)
{
	struct diag_at at = { .file = path };

	for (size_t i = 0; i < o->nhints; i++)
		if (label_of(doc, o->hints[i].label) != NULL) {
			if (o->hints_used != NULL)
				o->hints_used[i] = true;
		} else if (o->hints_used == NULL)
			diag_add(&result->remarks, DIAG_WARNING, "R203", &at,
				"nobody is labelled '%s' in this file", o->hints[i].label);
}

static void compare_label(
	struct comparison *k, const struct label *label, const struct speaker_hint *hint)
{
	char *what = mem_printf("speaker '%s'", label->text);

	if (hint->role >= 0 && (enum role)hint->role != label->role)
		differs(k, what, role_names[label->role], role_names[hint->role]);
	compare_text(k, what, label->name != NULL ? label->name : "", hint->name);
	compare_text(k, what, label->code != NULL ? label->code : "", hint->code);
	free(what);
}

static bool has_variable(const struct attr_list *vars, const char *key, const char *value)
{
	vec_each (const struct attr, attr, vars)
		if (same_word(attr->key, key) && strcmp(attr->value, value) == 0)
			return true;
	return false;
}

static void compare_variable(struct comparison *k, const struct attr_list *vars, const char *of,
	const char *key, const char *value)
{
	char *what;

	if (has_variable(vars, key, value))
		return;
	what = mem_printf("variable '%s'%s", key, of);
	vec_each (const struct attr, attr, vars)
		if (same_word(attr->key, key)) {
			differs(k, what, attr->value, value);
			free(what);
			return;
		}
	differs(k, what, "", value);
	free(what);
}

static void compare_variables(struct comparison *k, const struct document *doc)
{
	for (size_t i = 0; i < k->o->nvars; i++)
		compare_variable(k, &doc->vars, "", k->o->vars[i].key, k->o->vars[i].value);
	for (size_t i = 0; i < k->o->nlabel_vars; i++) {
		const struct attr *attr = &k->o->label_vars[i];
		size_t len = strcspn(attr->key, "\t");
		char *text = mem_dup(attr->key, len), *of = mem_printf(" of '%s'", text);
		const struct label *label = label_of(doc, text);

		if (label != NULL)
			compare_variable(k, &label->vars, of, attr->key + len + 1, attr->value);
		free(of);
		free(text);
	}
}

static void compare_speakers(struct comparison *k, const struct document *doc)
{
	for (size_t i = 0; i < k->o->nhints; i++) {
		const struct label *label = label_of(doc, k->o->hints[i].label);

		if (label != NULL)
			compare_label(k, label, &k->o->hints[i]);
	}
	tell_unused_hints(k->path, k->o, doc, k->result);
}

/* The options that shaped the text, as the revision keeps them; the caller frees it. */
static char *canonical(const struct import_options *o, enum method method)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "method=%s", method_names[method]);
	if (o->reader.text_column != NULL)
		buf_printf(&b, "; text-column=%s", o->reader.text_column);
	if (o->reader.speaker_column != NULL)
		buf_printf(&b, "; speaker-column=%s", o->reader.speaker_column);
	return buf_detach(&b);
}

/* Columns that were not named now are no difference. */
static void compare_columns(struct comparison *k, const struct store_document *d)
{
	char *now = canonical(k->o, d->method);
	bool named = k->o->reader.text_column != NULL || k->o->reader.speaker_column != NULL;

	if (named && d->options != NULL && strcmp(now, d->options) != 0)
		differs(k, "reading", d->options, now);
	free(now);
}

static enum rc compare_document(const struct store_document *d, void *arg, struct err *e)
{
	struct comparison *k = arg;

	(void)e;
	k->result->number = d->number;
	k->result->outcome = IMPORT_SAME;
	if (k->o->method >= 0 && (enum method)k->o->method != d->method)
		differs(k, "method", method_names[d->method], method_names[k->o->method]);
	compare_text(k, "title", d->title, k->o->title);
	compare_text(k, "date", d->date, k->o->date);
	compare_text(k, "place", d->place, k->o->place);
	compare_columns(k, d);
	if (d->removed) {
		struct diag_at at = { .file = k->path };
		struct diag *g = diag_add(
			&k->result->remarks, DIAG_WARNING, "R202", &at, "this document is hidden");

		diag_hint(&k->result->remarks, g, "'tema documents restore %u' brings it back",
			d->number);
		k->result->outcome = IMPORT_DIFFERS;
	}
	return RC_OK;
}

static enum rc compare(struct store *s, const char *path, const struct import_options *o,
	struct import_result *result, struct err *e)
{
	struct comparison k = { o, result, path };
	struct document *doc = NULL;
	enum rc rc = store_document_get(s, result->document, compare_document, &k, e);

	if (rc == RC_OK)
		rc = store_document_load(s, result->document, &doc, e);
	if (rc == RC_OK) {
		compare_speakers(&k, doc);
		compare_variables(&k, doc);
	}
	document_free(doc);
	return rc;
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

static enum rc add_variables(
	struct store *s, int64_t id, const struct import_options *o, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < o->nvars; i++)
		rc = store_variable_add(s, STORE_DOCUMENT, id, o->vars[i].key, o->vars[i].value, e);
	return rc;
}

static enum rc add_label_variable(struct store *s, const struct document *doc, unsigned number,
	const struct attr *attr, struct err *e)
{
	size_t len = strcspn(attr->key, "\t");
	char *label = mem_dup(attr->key, len), *typed = mem_printf("%u:%s", number, label);
	int64_t speaker;
	enum rc rc = RC_OK;

	if (label_of(doc, label) != NULL) {
		rc = store_speaker_find(s, typed, &speaker, e);
		if (rc == RC_OK)
			rc = store_variable_add(
				s, STORE_SPEAKER, speaker, attr->key + len + 1, attr->value, e);
	}
	free(typed);
	free(label);
	return rc;
}

static enum rc add_label_variables(struct store *s, const struct import_options *o,
	struct import_result *result, struct err *e)
{
	enum rc rc = store_document_get(s, result->document, number_of, result, e);

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

static enum rc store_it(struct store *s, const struct person *who, const char *path,
	const struct buf *bytes, const struct reader *reader, const char *date,
	const struct import_options *o, struct import_result *result, struct err *e)
{
	char *title = o->title != NULL ? mem_strdup(o->title) : title_of(path);
	char *options = canonical(o, result->doc->method);
	struct store_import how = { bytes->data, bytes->len, o->keep_original, reader->name,
		options, title, date, or_empty(o->place) };
	enum rc rc = store_begin(s, who, "import", e);

	if (rc == RC_OK)
		rc = store_document_add(s, result->doc, &how, &result->document, e);
	if (rc == RC_OK)
		rc = add_variables(s, result->document, o, e);
	if (rc == RC_OK)
		rc = add_label_variables(s, o, result, e);
	if (rc == RC_OK)
		rc = keep_detail(s, result->number, e);
	if (rc == RC_OK)
		rc = store_commit(s, e);
	else
		store_rollback(s);
	free(options);
	free(title);
	return rc;
}

static enum rc find_structure(const char *path, const struct buf *bytes,
	const struct reader *reader, const struct import_options *o, struct draft *draft,
	struct import_result *result, struct err *e)
{
	enum method method = o->method >= 0 ? (enum method)o->method : METHOD_INTERVIEW;
	enum rc rc =
		reader->read(file_base(path), bytes->data, bytes->len, draft, &result->remarks, e);

	if (rc == RC_OK)
		rc = document_build(
			draft, method, o->hints, o->nhints, &result->doc, &result->remarks, e);
	if (rc != RC_OK)
		return rc;
	result->doc->name = arena_strdup(&result->doc->arena, file_base(path));
	tell_unused_hints(path, o, result->doc, result);
	vec_each (const struct label, label, &result->doc->labels)
		result->attention = result->attention || !label->sure;
	return RC_OK;
}

static enum rc import_new(struct store *s, const struct person *who, const char *path,
	const struct buf *bytes, const struct import_options *o, struct import_result *result,
	struct err *e)
{
	const struct reader *reader = reader_for(file_base(path), bytes->data, bytes->len, e);
	struct draft draft;
	enum rc rc;

	if (reader == NULL)
		return e->rc;
	draft_init(&draft);
	draft.options = &o->reader;
	rc = find_structure(path, bytes, reader, o, &draft, result, e);
	if (rc == RC_OK && !o->dry_run)
		rc = store_it(s, who, path, bytes, reader,
			o->date != NULL ? o->date : or_empty(draft.date), o, result, e);
	if (rc == RC_OK)
		result->outcome = IMPORT_NEW;
	draft_release(&draft);
	return rc;
}

enum rc import_file(struct store *s, const struct person *who, const char *path,
	const struct import_options *o, struct import_result *result, struct err *e)
{
	struct buf bytes = BUF_INIT;
	enum rc rc;

	*result = (struct import_result){ .outcome = IMPORT_FAILED, .remarks = DIAGS_INIT };
	rc = file_read(path, DOCUMENT_MAX, &bytes, e);
	if (rc == RC_OK)
		rc = store_document_by_bytes(s, bytes.data, bytes.len, &result->document, e);
	if (rc == RC_OK && result->document != 0)
		rc = compare(s, path, o, result, e);
	else if (rc == RC_OK)
		rc = import_new(s, who, path, &bytes, o, result, e);
	vec_each (struct diag, g, &result->remarks.list) /* the readers do not know the path */
		if (g->at.file == NULL)
			g->at.file = arena_strdup(&result->remarks.arena, path);
	if (rc != RC_OK && strstr(e->msg, path) == NULL)
		err_wrap(e, "%s", path);
	buf_release(&bytes);
	return rc;
}
