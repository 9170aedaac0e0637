/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding.  Listing decisions is in judgement_list.c, evidence in evidence.c. */
#include "store/judgements.h"

#include <string.h>

#include "store/code_list.h"
#include "store/evidence.h"
#include "store/revision.h"
#include "store/segments.h"

/* The coder's living verdicts on a segment and code; after a merge there may be several. */
struct verdict_row {
	int64_t row;
	bool same; /* as the new one */
};
VEC_TYPE(verdict_rows, struct verdict_row);

static bool is_same(struct query *q, const struct judgement_new *j)
{
	return strcmp(query_text(q, 1), verdict_names[j->verdict]) == 0 &&
	       (j->note == NULL || strcmp(query_text(q, 3), j->note) == 0);
}

static enum rc living(struct store *s, int64_t segment, int64_t code, const struct judgement_new *j,
	struct verdict_rows *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_JUDGEMENT_NOW, e, "iii", s->op.coder, segment, code);
	while (query_next(&q))
		vec_push(out, ((struct verdict_row){ query_int(&q, 0), is_same(&q, j) }));
	return query_end(&q);
}

/* Also those on codes that have become this one. */
static enum rc living_as(
	struct store *s, int64_t segment, int64_t code, struct verdict_rows *out, struct err *e)
{
	struct code_list codes;
	struct query q;
	enum rc rc = code_list_load(s, &codes, e);

	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_JUDGEMENTS_AT, e, "ii", s->op.coder, segment);
	while (query_next(&q)) {
		const struct code_item *n = code_list_resolve(&codes, query_int(&q, 1));

		if (query_int(&q, 1) == code || (n != NULL && n->code.id == code))
			vec_push(out, ((struct verdict_row){ query_int(&q, 0), false }));
	}
	rc = query_end(&q);
	code_list_release(&codes);
	return rc;
}

static enum rc end_all(struct store *s, const struct verdict_rows *rows, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < rows->n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_JUDGEMENT, rows->items[i].row, e);
	return rc;
}

static enum rc add(
	struct store *s, const struct judgement_new *j, int64_t segment, int64_t *id, struct err *e)
{
	int64_t note;
	enum rc rc = content_adds(s, "note", j->note, &note, e);

	if (rc == RC_OK)
		rc = fact_add(s, FACT_JUDGEMENT, NULL, id, e, "iiitttdno", s->op.coder, segment,
			j->code, verdict_names[j->verdict], unit_names[j->unit], via_names[j->via],
			0, note);
	return rc == RC_OK ? evidence_add(s, *id, j, e) : rc;
}

enum rc store_judge(struct store *s, const struct judgement_new *j, int64_t *id, struct err *e)
{
	struct verdict_rows rows = VEC_INIT;
	int64_t segment = 0, made = 0;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = segment_take(s, j->document, j->start, j->end, &segment, e);
	if (rc == RC_OK)
		rc = living(s, segment, j->code, j, &rows, e);
	if (rc == RC_OK && rows.n == 1 && rows.items[0].same) {
		made = rows.items[0].row;
	} else if (rc == RC_OK) {
		rc = end_all(s, &rows, e);
		if (rc == RC_OK)
			rc = add(s, j, segment, &made, e);
	}
	if (id != NULL)
		*id = made;
	vec_release(&rows);
	return rc;
}

enum rc store_unjudge(struct store *s, int64_t document, int64_t code, uint32_t start, uint32_t end,
	bool *was, struct err *e)
{
	struct verdict_rows rows = VEC_INIT;
	int64_t segment = 0;
	enum rc rc = op_needed(s, e);

	*was = false;
	if (rc == RC_OK)
		rc = segment_find(s, document, start, end, &segment, e);
	if (rc == RC_OK && segment != 0)
		rc = living_as(s, segment, code, &rows, e);
	*was = rc == RC_OK && rows.n > 0;
	if (rc == RC_OK)
		rc = end_all(s, &rows, e);
	vec_release(&rows);
	return rc;
}

enum rc store_reading_put(
	struct store *s, int64_t document, uint32_t start, uint32_t end, struct err *e)
{
	int64_t segment = 0, row = 0;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = segment_take(s, document, start, end, &segment, e);
	if (rc == RC_OK)
		rc = sql_int(s, SQL_READING, &row, e, "ii", s->op.coder, segment);
	if (rc == RC_OK && row == 0)
		rc = fact_add(s, FACT_READING, NULL, NULL, e, "iin", s->op.coder, segment);
	return rc;
}

enum rc store_memo_add(struct store *s, int64_t document, uint32_t start, uint32_t end,
	const char *body, struct err *e)
{
	struct uid uid;
	int64_t segment = 0, content = 0;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK && *body == '\0')
		rc = err_set(e, RC_INPUT, "the note is empty");
	if (rc == RC_OK)
		rc = segment_take(s, document, start, end, &segment, e);
	if (rc == RC_OK)
		rc = fact_uid(s, SQL_SEGMENT_UID, segment, &uid, e);
	if (rc == RC_OK)
		rc = content_adds(s, "memo", body, &content, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_MEMO, NULL, NULL, e, "itbi", s->op.coder, "segment",
			(const void *)uid.b, (size_t)UID_LEN, content);
	return rc;
}
