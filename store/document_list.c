/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: listing and finding. */
#include <string.h>

#include "store/documents.h"
#include "store/handle.h"
#include "store/near.h"
#include "store/revision.h"
#include "store/units.h"
#include "store/variables.h"

/* The figures of the cache, or those of the text where the cache is missing. */
static enum rc read_counts(struct query *q, int64_t revision, struct unit_counts *out)
{
	struct document *doc;
	enum rc rc;

	if (!query_null(q, 11)) {
		*out = (struct unit_counts){ query_u32(q, 13), query_u32(q, 14), query_u32(q, 15),
			query_u32(q, 11), query_u32(q, 12) };
		return RC_OK;
	}
	rc = revision_load(q->s, revision, &doc, q->e);
	if (rc == RC_OK)
		units_count(doc, out);
	if (rc == RC_OK)
		document_free(doc);
	return rc;
}

static enum rc give(struct query *q, store_document_fn *fn, void *arg)
{
	int method = method_parse(query_text(q, 3));
	struct unit_counts n = { 0, 0, 0, 0, 0 };
	struct store_document d = {
		.id = query_int(q, 0),
		.revision = query_int(q, 7),
		.number = query_u32(q, 0),
		.title = query_text(q, 2),
		.method = method >= 0 ? (enum method)method : METHOD_INTERVIEW,
		.date = query_text(q, 4),
		.place = query_text(q, 5),
		.removed = query_int(q, 6) != 0,
		.revision_number = query_u32(q, 8),
		.reader = query_text(q, 9),
		.options = query_text(q, 10),
		.speakers = query_u32(q, 16),
	};
	struct buf variables = BUF_INIT;
	enum rc rc = read_counts(q, d.revision, &n);

	query_uid(q, 1, &d.uid);
	if (rc == RC_OK)
		rc = variable_text(q->s, &d.uid, &variables, q->e);
	d.paragraphs = n.paragraphs;
	d.turns = n.turns;
	d.sentences = n.sentences;
	d.words = n.words;
	d.length = n.length;
	d.variables = variables.data;
	if (rc == RC_OK)
		rc = fn(&d, arg, q->e);
	buf_release(&variables);
	return rc;
}

enum rc store_documents(
	struct store *s, bool removed, store_document_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_DOCUMENTS, e, "d", (int)removed);
	while (query_next(&q))
		q.rc = give(&q, fn, arg);
	return query_end(&q);
}

enum rc store_document_get(
	struct store *s, int64_t id, store_document_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_DOCUMENT_ONE, e, "i", id);
	if (query_next(&q))
		q.rc = give(&q, fn, arg);
	else if (q.rc == RC_OK)
		q.rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)id);
	return query_end(&q);
}

/* --- by what a person types --- */

/* How well a document fits: a whole title is better than its beginning, a shown one than a hidden
 * one. */
enum fit { FIT_NONE, FIT_BEGIN_REMOVED, FIT_BEGIN, FIT_REMOVED, FIT_TITLE, FIT_NUMBER };

static enum fit fit_of(int64_t id, const char *title, bool removed, const char *typed)
{
	if (near_number(typed) != 0 && near_number(typed) == id)
		return FIT_NUMBER;
	if (near_same(title, typed))
		return removed ? FIT_REMOVED : FIT_TITLE;
	if (near_begins(title, typed))
		return removed ? FIT_BEGIN_REMOVED : FIT_BEGIN;
	return FIT_NONE;
}

static enum rc not_found(struct store *s, const struct near *near, const char *typed, struct err *e)
{
	int64_t erased = 0;
	enum rc rc = sql_int(s, SQL_ERASED_DOCUMENT, &erased, e, "i", (int64_t)near_number(typed));

	if (rc == RC_OK && erased != 0)
		return err_set(e, RC_NOTFOUND,
			"document %s was erased; 'tema erase --list' tells when and why", typed);
	return rc == RC_OK ? near_fail(near, "document", "tema documents", typed, e) : rc;
}

enum rc store_document_find(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct near near = NEAR_INIT;
	struct buf list = BUF_INIT;
	enum fit best = FIT_NONE;
	unsigned found = 0;
	struct query q;
	enum rc rc;

	*id = 0;
	query_start(&q, s, SQL_DOCUMENT_TITLES, e, "");
	while (query_next(&q)) {
		const char *title = query_text(&q, 1);
		enum fit fit = fit_of(query_int(&q, 0), title, query_int(&q, 2) != 0, typed);

		near_add(&near, title);
		if (fit == FIT_NONE || fit < best)
			continue;
		if (fit > best) {
			buf_reset(&list);
			found = 0;
		}
		best = fit;
		*id = query_int(&q, 0);
		buf_printf(&list, "%s%d %s", found++ > 0 ? ", " : "", (int)*id, title);
	}
	rc = query_end(&q);
	if (rc == RC_OK && found > 1)
		rc = err_set(e, RC_NOTFOUND, "'%s' is the beginning of several documents: %s",
			typed, list.data);
	else if (rc == RC_OK && found == 0)
		rc = not_found(s, &near, typed, e);
	if (rc != RC_OK)
		*id = 0;
	buf_release(&list);
	near_release(&near);
	return rc;
}
