/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/anchors.h"

#include <string.h>

#include "base/utf8.h"
#include "store/fact.h"
#include "store/revision.h"

const char *const anchor_state_names[] = { "exact", "moved", "changed", "orphaned", NULL };

/* A state that the file does not know is an orphan: it is never counted. */
static enum anchor_state state_of(const char *word)
{
	for (int i = 0; anchor_state_names[i] != NULL; i++)
		if (strcmp(word, anchor_state_names[i]) == 0)
			return (enum anchor_state)i;
	return ANCHOR_ORPHANED;
}

/* The columns of ANCHOR_SELECT. */
static void read_anchor(struct query *q, struct store_anchor *a)
{
	*a = (struct store_anchor){
		.row = query_int(q, 0),
		.segment = query_int(q, 1),
		.start = query_u32(q, 2),
		.end = query_u32(q, 3),
		.state = state_of(query_text(q, 4)),
		.op = query_int(q, 5),
		.memos = query_u32(q, 6),
		.readings = query_u32(q, 7),
		.samples = query_u32(q, 8),
		.last_revision = query_int(q, 9),
	};
	query_uid(q, 10, &a->uid);
}

/* An orphan's place is that of its last anchor that had one. */
static enum rc read_last_place(struct store *s, struct store_anchor *a, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ANCHOR_LAST, e, "i", a->segment);
	if (query_next(&q)) {
		a->start = query_u32(&q, 0);
		a->end = query_u32(&q, 1);
		a->last_revision = query_int(&q, 2);
	}
	return query_end(&q);
}

enum rc store_anchors(
	struct store *s, int64_t revision, struct store_anchor_list *out, struct err *e)
{
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_ANCHORS, e, "i", revision);
	while (query_next(&q))
		read_anchor(&q, vec_new(out));
	rc = query_end(&q);
	for (size_t i = 0; i < out->n && rc == RC_OK; i++)
		if (out->items[i].state == ANCHOR_ORPHANED)
			rc = read_last_place(s, &out->items[i], e);
	return rc;
}

enum rc store_anchor_of(
	struct store *s, int64_t segment, int64_t revision, struct store_anchor *out, struct err *e)
{
	struct query q;
	enum rc rc;

	*out = (struct store_anchor){ .row = 0 };
	query_start(&q, s, SQL_ANCHOR_ONE, e, "ii", revision, segment);
	if (query_next(&q))
		read_anchor(&q, out);
	rc = query_end(&q);
	if (rc == RC_OK && out->row != 0 && out->state == ANCHOR_ORPHANED)
		rc = read_last_place(s, out, e);
	return rc;
}

enum rc store_anchor_steps(
	struct store *s, int64_t segment, store_anchor_step_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_ANCHOR_STEPS, e, "i", segment);
	while (query_next(&q)) {
		struct store_anchor_step step = {
			.at = { query_u32(&q, 0), query_u32(&q, 1) },
			.state = state_of(query_text(&q, 2)),
			.revision = query_int(&q, 3),
			.number = query_u32(&q, 4),
			.op = query_int(&q, 5),
			.op_at = query_int(&q, 6),
			.command = query_text(&q, 7),
			.coder = query_text(&q, 8),
			.ended = !query_null(&q, 9),
		};

		q.rc = fn(&step, arg, e);
	}
	return query_end(&q);
}

enum rc store_anchor_add(struct store *s, int64_t segment, int64_t revision, struct span at,
	enum anchor_state state, struct err *e)
{
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	if (state == ANCHOR_ORPHANED)
		return fact_add(s, FACT_ANCHOR, NULL, NULL, e, "iinnt", segment, revision,
			anchor_state_names[state]);
	return fact_add(s, FACT_ANCHOR, NULL, NULL, e, "iiuut", segment, revision, at.start, at.end,
		anchor_state_names[state]);
}

enum rc store_anchor_end(struct store *s, int64_t row, struct err *e)
{
	enum rc rc = op_needed(s, e);

	return rc == RC_OK ? fact_end(s, FACT_ANCHOR, row, e) : rc;
}

enum rc store_reading_end(struct store *s, int64_t segment, struct err *e)
{
	VEC(int64_t) rows = VEC_INIT;
	struct query q;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_READINGS_OF, e, "i", segment);
	while (query_next(&q))
		vec_push(&rows, query_int(&q, 0));
	rc = query_end(&q);
	for (size_t i = 0; i < rows.n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_READING, rows.items[i], e);
	vec_release(&rows);
	return rc;
}

/* --- revisions --- */

enum rc store_revision_text(
	struct store *s, int64_t revision, char **text, size_t *len, struct err *e)
{
	struct query q;

	*text = NULL;
	*len = 0;
	query_start(&q, s, SQL_REVISION_TEXT, e, "i", revision);
	if (query_next(&q)) {
		const void *p = query_blob(&q, 0, len);

		if (query_null(&q, 0))
			q.rc = err_set(e, RC_PROJECT, "the text of document %d was erased",
				(int)query_int(&q, 2));
		else if (*len > DOCUMENT_MAX || !utf8_valid(p, *len, NULL))
			q.rc = err_set(e, RC_PROJECT,
				"'%s' is damaged: the text of document %d cannot be read", s->path,
				(int)query_int(&q, 2));
		else
			*text = mem_dup(p, *len);
	} else if (q.rc == RC_OK) {
		q.rc = err_set(e, RC_PROJECT, "'%s' is damaged: a document has no text", s->path);
	}
	return query_end(&q);
}

enum rc store_revision_now(struct store *s, int64_t document, int64_t *revision, uint32_t *n,
	uint8_t original[32], struct err *e)
{
	struct query q;
	const void *p;
	size_t len;

	*revision = 0;
	query_start(&q, s, SQL_REVISION_NOW, e, "i", document);
	if (query_next(&q)) {
		*revision = query_int(&q, 0);
		*n = query_u32(&q, 1);
		p = query_blob(&q, 2, &len);
		memset(original, 0, SHA256_LEN);
		if (len == SHA256_LEN)
			memcpy(original, p, len);
	} else if (q.rc == RC_OK) {
		q.rc = err_set(e, RC_NOTFOUND, "there is no document %d", (int)document);
	}
	return query_end(&q);
}
