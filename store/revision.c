/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/revision.h"

#include "base/utf8.h"
#include "store/units.h"

enum rc revision_now(struct store *s, int64_t document, int64_t *revision, struct err *e)
{
	return sql_int(s, SQL_REVISION_NOW, revision, e, "i", document);
}

static enum rc add_contents(struct store *s, const struct document *doc,
	const struct store_import *how, int64_t ids[4], struct err *e)
{
	struct buf shape = BUF_INIT;
	enum rc rc;

	document_shape(doc, &shape);
	rc = content_add(s, "text", doc->text, doc->len, true, &ids[0], e);
	if (rc == RC_OK)
		rc = content_add(s, "shape", shape.data, shape.len, true, &ids[1], e);
	if (rc == RC_OK && how->keep_original)
		rc = content_add(
			s, "original", how->original, how->original_len, false, &ids[2], e);
	if (rc == RC_OK)
		rc = content_adds(s, "options", how->options, &ids[3], e);
	buf_release(&shape);
	return rc;
}

enum rc revision_add(struct store *s, int64_t document, const struct document *doc,
	const struct store_import *how, int64_t *revision, struct err *e)
{
	int64_t ids[4] = { 0, 0, 0, 0 }, n;
	uint8_t sha[SHA256_LEN];
	enum rc rc = sql_int(s, SQL_REVISION_LAST, &n, e, "i", document);

	sha256_of(how->original, how->original_len, sha);
	if (rc == RC_OK)
		rc = add_contents(s, doc, how, ids, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_REVISION, NULL, revision, e, "iiiiobto", document, n + 1,
			ids[0], ids[1], ids[2], (const void *)sha, sizeof sha, how->reader, ids[3]);
	if (rc == RC_OK)
		rc = units_fill(s, *revision, doc, e);
	return rc;
}

/* The file may be anyone's: what comes out is text or nothing. */
static enum rc restore(struct query *q, struct document **out)
{
	size_t text_len, shape_len;
	const char *text = query_blob(q, 0, &text_len), *shape = query_blob(q, 1, &shape_len);
	int number = (int)query_int(q, 2);

	if (query_null(q, 0))
		return err_set(q->e, RC_PROJECT, "the text of document %d was erased", number);
	if (text_len > DOCUMENT_MAX || !utf8_valid(text, text_len, NULL) ||
		document_restore(text, text_len, shape, shape_len, out, q->e) != RC_OK)
		return err_set(q->e, RC_PROJECT,
			"'%s' is damaged: the text of document %d cannot be read", q->s->path,
			number);
	return RC_OK;
}

enum rc revision_load(struct store *s, int64_t revision, struct document **out, struct err *e)
{
	struct query q;

	*out = NULL;
	query_start(&q, s, SQL_REVISION_TEXT, e, "i", revision);
	if (query_next(&q))
		q.rc = restore(&q, out);
	else if (q.rc == RC_OK)
		q.rc = err_set(e, RC_PROJECT, "'%s' is damaged: a document has no text", s->path);
	return query_end(&q);
}
