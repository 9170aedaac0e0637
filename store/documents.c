/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: adding, changing, loading.  Listing and finding are in document_list.c. */
#include "store/documents.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/anchors.h"
#include "store/fact.h"
#include "store/revision.h"
#include "store/speakers.h"
#include "store/variables.h"

enum rc store_document_by_bytes(
	struct store *s, const char *p, size_t len, int64_t *id, struct err *e)
{
	uint8_t sha[SHA256_LEN];

	sha256_of(p, len, sha);
	return sql_int(s, SQL_DOCUMENT_BY_BYTES, id, e, "b", (const void *)sha, sizeof sha);
}

enum rc store_document_by_text(
	struct store *s, const char *text, size_t len, int64_t other, int64_t *id, struct err *e)
{
	struct query q;

	*id = 0;
	query_start(&q, s, SQL_DOCUMENTS_OF_LENGTH, e, "ii", (int64_t)utf8_count(text, len), other);
	while (*id == 0 && query_next(&q)) {
		char *its = NULL;
		size_t n = 0;

		q.rc = store_revision_text(s, query_int(&q, 1), &its, &n, e);
		if (q.rc == RC_OK && n == len && memcmp(its, text, len) == 0)
			*id = query_int(&q, 0);
		free(its);
	}
	return query_end(&q);
}

/* --- adding --- */

static const char *given(const char *s)
{
	return s != NULL && *s != '\0' ? s : NULL;
}

static const char *title_of(const struct document *doc, const struct store_import *how)
{
	if (given(how->title) != NULL)
		return how->title;
	return given(doc->title) != NULL ? doc->title : given(doc->name);
}

static enum rc add_attributes(struct store *s, int64_t id, const struct document *doc,
	const struct store_import *how, struct err *e)
{
	const char *date = given(how->date) != NULL ? how->date : given(doc->date);
	int64_t title, place = 0;
	enum rc rc = content_adds(s, "title", title_of(doc, how), &title, e);

	if (rc == RC_OK)
		rc = content_adds(s, "place", how->place, &place, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_DOCUMENT_IS, NULL, NULL, e, "iottod", id, title,
			method_names[doc->method], date, place, 0);
	return rc;
}

static enum rc add_variables(
	struct store *s, const struct uid *uid, const struct document *doc, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < doc->vars.n && rc == RC_OK; i++)
		rc = variable_put(s, STORE_DOCUMENT, uid, doc->vars.items[i].key,
			doc->vars.items[i].value, e);
	return rc;
}

/* The document's identity is that of its first bytes; one whose import was undone is taken up
 * again. */
static enum rc take_identity(struct store *s, const struct uid *uid, int64_t *id, struct err *e)
{
	int64_t alive = 0;
	enum rc rc = fact_find(s, FACT_DOCUMENT, uid, id, e);

	if (rc != RC_OK)
		return rc;
	if (*id == 0)
		return fact_add(s, FACT_DOCUMENT, uid, id, e, "");
	rc = sql_int(s, SQL_DOCUMENT_IS, &alive, e, "i", *id);
	if (rc == RC_OK && alive != 0)
		rc = err_set(e, RC_INPUT, "this file is in the project already, as document %d",
			(int)*id);
	return rc;
}

/* A file that was erased does not come back by itself, with the next import of its folder. */
static enum rc check_erased(struct store *s, const struct store_import *how, struct err *e)
{
	uint8_t sha[SHA256_LEN];
	int64_t erased = 0;
	enum rc rc;

	sha256_of(how->original, how->original_len, sha);
	rc = sql_int(s, SQL_ERASED_BYTES, &erased, e, "b", (const void *)sha, sizeof sha);
	if (rc == RC_OK && erased != 0)
		rc = err_set(e, RC_INPUT,
			"this file was erased from the project with 'tema erase', and a withdrawal "
			"holds; if it may come in again after all, change the file (one blank line "
			"is enough)");
	return rc;
}

enum rc store_document_add(struct store *s, const struct document *doc,
	const struct store_import *how, int64_t *id, struct err *e)
{
	struct uid uid;
	int64_t revision;
	enum rc rc = op_needed(s, e);

	*id = 0;
	if (rc != RC_OK)
		return rc;
	uid_hash(&uid, how->original, how->original_len);
	rc = check_erased(s, how, e);
	if (rc == RC_OK)
		rc = take_identity(s, &uid, id, e);
	if (rc == RC_OK)
		rc = revision_add(s, *id, doc, how, &revision, e);
	if (rc == RC_OK)
		rc = add_attributes(s, *id, doc, how, e);
	if (rc == RC_OK)
		rc = speakers_add(s, *id, doc, e);
	if (rc == RC_OK)
		rc = add_variables(s, &uid, doc, e);
	return rc;
}

enum rc store_document_revise(struct store *s, int64_t id, const struct document *doc,
	const struct store_import *how, int64_t *revision, struct err *e)
{
	enum rc rc = op_needed(s, e);

	*revision = 0;
	if (rc == RC_OK)
		rc = revision_now(s, id, revision, e);
	if (rc == RC_OK && *revision == 0)
		rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)id);
	if (rc == RC_OK)
		rc = revision_add(s, id, doc, how, revision, e);
	return rc == RC_OK ? speakers_revise(s, id, doc, e) : rc;
}

/* --- changing --- */

/* The row as it is and as it will be; texts in an arena. */
struct attributes {
	struct arena arena;
	int64_t row, title_c, place_c;
	const char *title, *place, *method, *date;
	int removed;
};

static enum rc read_attributes(struct store *s, int64_t id, struct attributes *a, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_DOCUMENT_IS, e, "i", id);
	if (query_next(&q)) {
		a->row = query_int(&q, 0);
		a->title_c = query_int(&q, 1);
		a->method = arena_strdup(&a->arena, query_text(&q, 2));
		a->date = query_null(&q, 3) ? NULL : arena_strdup(&a->arena, query_text(&q, 3));
		a->place_c = query_int(&q, 4);
		a->removed = (int)query_int(&q, 5);
		a->title = arena_strdup(&a->arena, query_text(&q, 6));
		a->place = arena_strdup(&a->arena, query_text(&q, 7));
	} else if (q.rc == RC_OK) {
		q.rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)id);
	}
	return query_end(&q);
}

/* A content column takes a new text when it differs. */
static enum rc change_content(struct store *s, const char *kind, const char *now, const char *want,
	int64_t *content, bool *changed, struct err *e)
{
	if (want == NULL || strcmp(now, want) == 0)
		return RC_OK;
	*changed = true;
	return content_adds(s, kind, want, content, e);
}

static void change_plain(struct attributes *a, const struct store_document_change *c, bool *changed)
{
	if (c->date != NULL && strcmp(a->date != NULL ? a->date : "", c->date) != 0) {
		a->date = given(c->date);
		*changed = true;
	}
	if (c->method >= 0 && strcmp(a->method, method_names[c->method]) != 0) {
		a->method = method_names[c->method];
		*changed = true;
	}
	if (c->removed >= 0 && a->removed != c->removed) {
		a->removed = c->removed != 0;
		*changed = true;
	}
}

enum rc store_document_change(
	struct store *s, int64_t id, const struct store_document_change *c, struct err *e)
{
	struct attributes a = { .arena = ARENA_INIT };
	bool changed = false;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = read_attributes(s, id, &a, e);
	if (rc == RC_OK)
		rc = change_content(s, "title", a.title, c->title, &a.title_c, &changed, e);
	if (rc == RC_OK)
		rc = change_content(s, "place", a.place, c->place, &a.place_c, &changed, e);
	if (rc == RC_OK)
		change_plain(&a, c, &changed);
	if (rc == RC_OK && changed)
		rc = fact_end(s, FACT_DOCUMENT_IS, a.row, e);
	if (rc == RC_OK && changed)
		rc = fact_add(s, FACT_DOCUMENT_IS, NULL, NULL, e, "iottod", id, a.title_c, a.method,
			a.date, a.place_c, a.removed);
	arena_release(&a.arena);
	return rc;
}

/* --- loading --- */

struct fill {
	struct document *doc;
	struct attr_list *vars;
};

static enum rc add_attr(int64_t row, const char *key, const char *value, void *arg, struct err *e)
{
	struct fill *f = arg;

	(void)row;
	(void)e;
	document_add_attr(f->doc, f->vars, key, value);
	return RC_OK;
}

static enum rc load_variables(struct store *s, enum sql_id by_row, int64_t id, struct document *doc,
	struct attr_list *vars, struct err *e)
{
	struct fill f = { doc, vars };
	struct uid uid;
	enum rc rc = fact_uid(s, by_row, id, &uid, e);

	return rc == RC_OK ? variable_list(s, &uid, add_attr, &f, e) : rc;
}

static enum rc load_attributes(struct store *s, int64_t id, struct document *doc, struct err *e)
{
	struct attributes a = { .arena = ARENA_INIT };
	enum rc rc = read_attributes(s, id, &a, e);

	if (rc == RC_OK) {
		int method = method_parse(a.method);

		doc->name = arena_strdup(&doc->arena, a.title);
		doc->title = doc->name;
		doc->date = arena_strdup(&doc->arena, a.date != NULL ? a.date : "");
		doc->method = method >= 0 ? (enum method)method : METHOD_INTERVIEW;
	}
	arena_release(&a.arena);
	return rc;
}

static enum rc load_speakers(struct store *s, int64_t id, struct document *doc, struct err *e)
{
	enum rc rc = speakers_declare(s, id, doc, e);

	for (size_t i = 0; i < doc->labels.n && rc == RC_OK; i++) {
		struct label *l = &doc->labels.items[i];

		if (l->speaker != 0)
			rc = load_variables(s, SQL_SPEAKER_UID, l->speaker, doc, &l->vars, e);
	}
	return rc;
}

enum rc store_document_load(struct store *s, int64_t id, struct document **out, struct err *e)
{
	struct document *doc = NULL;
	int64_t revision = 0;
	enum rc rc = revision_now(s, id, &revision, e);

	*out = NULL;
	if (rc == RC_OK && revision == 0)
		rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)id);
	if (rc == RC_OK)
		rc = revision_load(s, revision, &doc, e);
	if (rc == RC_OK)
		rc = load_attributes(s, id, doc, e);
	if (rc == RC_OK)
		rc = load_speakers(s, id, doc, e);
	if (rc == RC_OK)
		rc = load_variables(s, SQL_DOCUMENT_UID, id, doc, &doc->vars, e);
	if (rc != RC_OK) {
		document_free(doc);
		return rc;
	}
	*out = doc;
	return RC_OK;
}
