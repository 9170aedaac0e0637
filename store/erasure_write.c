/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing: what is written within the op. */
#include <string.h>

#include "store/erasure.h"
#include "store/fact.h"
#include "store/op.h"
#include "store/revision.h"
#include "store/speakers.h"
#include "store/units.h"

static enum rc end_each(struct store *s, enum sql_id which, int64_t of, enum fact t, struct err *e)
{
	struct erasure_ids rows = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, which, e, "i", of);
	while (query_next(&q))
		vec_push(&rows, query_int(&q, 0));
	rc = query_end(&q);
	for (size_t i = 0; i < rows.n && rc == RC_OK; i++)
		rc = fact_end(s, t, rows.items[i], e);
	vec_release(&rows);
	return rc;
}

enum rc erasure_begin(struct store *s, enum erasure_target t, int64_t id, const char *reason,
	const char *lost, struct err *e)
{
	static const struct {
		const char *name;
		enum sql_id uid;
	} targets[] = {
		[ERASURE_SPEAKER] = { "speaker", SQL_SPEAKER_UID },
		[ERASURE_DOCUMENT] = { "document", SQL_DOCUMENT_UID },
	};
	struct uid uid;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = fact_uid(s, targets[t].uid, id, &uid, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_ERASURE, NULL, NULL, e, "tbtdt", targets[t].name,
			(const void *)uid.b, (size_t)UID_LEN, reason, 1, lost);
	return rc;
}

/* --- a new revision --- */

enum rc erasure_options(struct store *s, int64_t document, char **out, struct err *e)
{
	int64_t revision;
	struct query q;
	enum rc rc = revision_now(s, document, &revision, e);

	*out = NULL;
	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_ERASE_HOW, e, "i", revision);
	if (query_next(&q))
		*out = mem_strdup(query_text(&q, 2));
	return query_end(&q);
}

/* What the file was and how it was read stays with the new revision. */
struct origin_of {
	char *reader;
	uint8_t sha[SHA256_LEN];
};

static enum rc read_origin(struct store *s, int64_t revision, struct origin_of *o, struct err *e)
{
	struct query q;
	size_t len;

	query_start(&q, s, SQL_ERASE_HOW, e, "i", revision);
	if (query_next(&q)) {
		const void *p = query_blob(&q, 1, &len);

		o->reader = query_null(&q, 0) ? NULL : mem_strdup(query_text(&q, 0));
		if (len == SHA256_LEN)
			memcpy(o->sha, p, len);
	}
	return query_end(&q);
}

static enum rc add_revision(struct store *s, int64_t document, const struct document *doc,
	const struct origin_of *o, const char *options, int64_t *revision, struct err *e)
{
	struct buf shape = BUF_INIT;
	int64_t n, text_c = 0, shape_c = 0, options_c = 0;
	enum rc rc = sql_int(s, SQL_REVISION_LAST, &n, e, "i", document);

	document_shape(doc, &shape);
	if (rc == RC_OK)
		rc = content_add(s, "text", doc->text, doc->len, true, &text_c, e);
	if (rc == RC_OK)
		rc = content_add(s, "shape", shape.data, shape.len, true, &shape_c, e);
	if (rc == RC_OK)
		rc = content_adds(s, "options", options, &options_c, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_REVISION, NULL, revision, e, "iiiinbto", document, n + 1,
			text_c, shape_c, (const void *)o->sha, sizeof o->sha, o->reader, options_c);
	if (rc == RC_OK)
		rc = units_fill(s, *revision, doc, e);
	buf_release(&shape);
	return rc;
}

static enum rc drop_caches(struct store *s, int64_t document, int64_t but, struct err *e)
{
	enum rc rc = sql_run(s, SQL_ERASE_UNITS, e, "ii", document, but);

	if (rc == RC_OK)
		rc = sql_run(s, SQL_ERASE_SUGGESTED, e, "ii", document, but);
	if (rc == RC_OK)
		rc = sql_run(s, SQL_ERASE_FRESH, e, "ii", document, but);
	s->op.touched = true;
	store_caches_drop(s);
	return rc;
}

static enum rc end_revisions(struct store *s, int64_t document, int64_t but, struct err *e)
{
	struct erasure_ids rows = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_ERASE_REVISION_ROWS, e, "ii", document, but);
	while (query_next(&q))
		vec_push(&rows, query_int(&q, 0));
	rc = query_end(&q);
	for (size_t i = 0; i < rows.n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_REVISION, rows.items[i], e);
	vec_release(&rows);
	return rc;
}

struct seen {
	int64_t row, n, label_c, speaker;
	int sure;
};

/* Labels are numbered in a document: those behind one that went move up.  First all are ended, so
 * that no number is taken twice. */
static enum rc number_labels(
	struct store *s, int64_t document, const int32_t *labels, size_t nlabels, struct err *e)
{
	VEC(struct seen) list = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_ERASE_APPEARANCES, e, "i", document);
	while (query_next(&q)) {
		struct seen a = { query_int(&q, 0), query_int(&q, 1), query_int(&q, 2),
			query_int(&q, 3), query_int(&q, 4) != 0 };

		if (a.n < 0 || (size_t)a.n >= nlabels || labels[a.n] != a.n)
			vec_push(&list, a);
	}
	rc = query_end(&q);
	for (size_t i = 0; i < list.n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_APPEARANCE, list.items[i].row, e);
	for (size_t i = 0; i < list.n && rc == RC_OK; i++) {
		const struct seen *a = &list.items[i];

		if (a->n >= 0 && (size_t)a->n < nlabels && labels[a->n] >= 0)
			rc = fact_add(s, FACT_APPEARANCE, NULL, NULL, e, "iiiid", document,
				(int64_t)labels[a->n], a->label_c, a->speaker, a->sure);
	}
	vec_release(&list);
	return rc;
}

enum rc erasure_revise(struct store *s, int64_t document, const struct document *doc,
	const int32_t *labels, size_t nlabels, const char *options, int64_t *revision,
	struct err *e)
{
	struct origin_of o = { NULL, { 0 } };
	int64_t old = 0;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = revision_now(s, document, &old, e);
	if (rc == RC_OK)
		rc = read_origin(s, old, &o, e);
	if (rc == RC_OK)
		rc = add_revision(s, document, doc, &o, options, revision, e);
	if (rc == RC_OK)
		rc = end_revisions(s, document, *revision, e);
	if (rc == RC_OK)
		rc = number_labels(s, document, labels, nlabels, e);
	if (rc == RC_OK)
		rc = drop_caches(s, document, *revision, e);
	free(o.reader);
	return rc;
}

/* --- what ends --- */

enum rc erasure_end_segment(struct store *s, int64_t segment, struct err *e)
{
	enum rc rc = end_each(s, SQL_ERASE_END_MEMOS, segment, FACT_MEMO, e);

	if (rc == RC_OK)
		rc = end_each(s, SQL_ERASE_END_VALUES, segment, FACT_VARIABLE, e);
	if (rc == RC_OK)
		rc = end_each(s, SQL_ERASE_END_JUDGEMENTS, segment, FACT_JUDGEMENT, e);
	if (rc == RC_OK)
		rc = end_each(s, SQL_READINGS_OF, segment, FACT_READING, e);
	return rc;
}

static enum rc end_segments(struct store *s, int64_t document, struct err *e)
{
	struct erasure_ids ids = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_ERASE_SEGMENTS, e, "i", document);
	while (query_next(&q))
		vec_push(&ids, query_int(&q, 0));
	rc = query_end(&q);
	for (size_t i = 0; i < ids.n && rc == RC_OK; i++)
		rc = erasure_end_segment(s, ids.items[i], e);
	vec_release(&ids);
	return rc;
}

enum rc erasure_end_document(struct store *s, int64_t document, struct err *e)
{
	static const struct {
		enum sql_id which;
		enum fact t;
	} parts[] = {
		{ SQL_ERASE_DOCUMENT_MEMOS, FACT_MEMO },
		{ SQL_ERASE_DOCUMENT_VALUES, FACT_VARIABLE },
		{ SQL_ERASE_APPEARANCES, FACT_APPEARANCE },
		{ SQL_ERASE_DOCUMENT_IS, FACT_DOCUMENT_IS },
	};
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = end_segments(s, document, e);
	for (size_t i = 0; i < sizeof parts / sizeof *parts && rc == RC_OK; i++)
		rc = end_each(s, parts[i].which, document, parts[i].t, e);
	if (rc == RC_OK)
		rc = end_revisions(s, document, 0, e);
	return rc == RC_OK ? drop_caches(s, document, 0, e) : rc;
}

enum rc erasure_code(struct store *s, int64_t speaker, char **out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct speaker_row r;
	enum rc rc = speaker_read(s, speaker, &r, &a, e);

	*out = mem_strdup(rc == RC_OK && r.code != NULL ? r.code : "");
	arena_release(&a);
	return rc;
}

enum rc erasure_end_speaker(struct store *s, int64_t speaker, bool keep_code, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct speaker_row r;
	struct err none = ERR_INIT;
	enum rc rc = end_each(s, SQL_ERASE_SPEAKER_VALUES, speaker, FACT_VARIABLE, e);

	/* one that was merged into another has no row any more */
	if (rc == RC_OK && speaker_read(s, speaker, &r, &a, &none) == RC_OK &&
		(r.name_c != 0 || (!keep_code && r.code != NULL))) {
		r.name_c = 0;
		r.shown = "code";
		if (!keep_code)
			r.code = NULL;
		rc = speaker_replace(s, speaker, &r, e);
	}
	arena_release(&a);
	return rc;
}
