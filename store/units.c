/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/units.h"

#include "base/utf8.h"
#include "codebooks/model.h"
#include "corpus/tokens.h"
#include "store/revision.h"

/* Optional columns are NULL below zero. */
struct unit {
	enum unit_kind kind;
	size_t n;
	uint32_t start, end;
	int64_t label, para, ms, words, chars;
};

static int bind_optional(sqlite3_stmt *st, int col, int64_t v)
{
	return v < 0 ? sqlite3_bind_null(st, col) : sqlite3_bind_int64(st, col, v);
}

static enum rc put(struct store *s, int64_t revision, const struct unit *u, struct err *e)
{
	struct query q;

	if (query_start(&q, s, SQL_UNIT_ADD, e, "idiuu", revision, (int)u->kind, (int64_t)u->n,
		    u->start, u->end)) {
		bind_optional(q.st, 6, u->label);
		bind_optional(q.st, 7, u->para);
		bind_optional(q.st, 8, u->ms);
		bind_optional(q.st, 9, u->words);
		bind_optional(q.st, 10, u->chars);
	}
	query_next(&q);
	return query_end(&q);
}

static uint32_t words_in(const struct document *doc, const struct para *p)
{
	return (uint32_t)tokens_count(doc->text + p->start, p->end - p->start);
}

static int64_t label_of(const struct document *doc, uint32_t turn)
{
	return turn < doc->turns.n ? doc->turns.items[turn].label : DOCUMENT_NOBODY;
}

/* In key order: kinds ascend, the document last. */
static enum rc fill_sentences(
	struct store *s, int64_t revision, const struct document *doc, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < doc->sentences.n && rc == RC_OK; i++) {
		const struct sentence *t = &doc->sentences.items[i];
		struct unit u = { UNIT_SENTENCE, i, t->start, t->end, -1, t->para, -1, -1, -1 };

		rc = put(s, revision, &u, e);
	}
	return rc;
}

static enum rc fill_turns(
	struct store *s, int64_t revision, const struct document *doc, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < doc->turns.n && rc == RC_OK; i++) {
		const struct turn *t = &doc->turns.items[i];
		struct unit u = { UNIT_TURN, i, t->start, t->end, t->label, t->para, -1, -1, -1 };

		rc = put(s, revision, &u, e);
	}
	return rc;
}

static enum rc fill_paragraphs(struct store *s, int64_t revision, const struct document *doc,
	uint32_t *words, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < doc->paras.n && rc == RC_OK; i++) {
		const struct para *p = &doc->paras.items[i];
		struct unit u = { UNIT_PARAGRAPH, i, p->start, p->end, label_of(doc, p->turn),
			(int64_t)i, p->ms, words_in(doc, p), -1 };

		*words += (uint32_t)u.words;
		rc = put(s, revision, &u, e);
	}
	return rc;
}

enum rc units_fill(struct store *s, int64_t revision, const struct document *doc, struct err *e)
{
	uint32_t words = 0;
	enum rc rc = fill_sentences(s, revision, doc, e);

	if (rc == RC_OK)
		rc = fill_turns(s, revision, doc, e);
	if (rc == RC_OK)
		rc = fill_paragraphs(s, revision, doc, &words, e);
	if (rc == RC_OK) {
		struct unit u = { UNIT_DOCUMENT, 0, 0, (uint32_t)doc->len, -1, -1, -1, words,
			(int64_t)utf8_count(doc->text, doc->len) };

		rc = put(s, revision, &u, e);
	}
	return rc;
}

void units_count(const struct document *doc, struct unit_counts *out)
{
	*out = (struct unit_counts){
		.paragraphs = (uint32_t)doc->paras.n,
		.turns = (uint32_t)doc->turns.n,
		.sentences = (uint32_t)doc->sentences.n,
		.length = utf8_count(doc->text, doc->len),
	};
	vec_each (struct para, p, &doc->paras)
		out->words += words_in(doc, p);
}

static enum rc is_filled(struct store *s, int64_t revision, bool *filled, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_UNIT_DOCUMENT, e, "i", revision);
	*filled = query_next(&q);
	return query_end(&q);
}

static enum rc turns_of_text(
	struct store *s, int64_t revision, struct unit_turns *out, struct err *e)
{
	struct document *doc;
	enum rc rc = revision_load(s, revision, &doc, e);

	if (rc != RC_OK)
		return rc;
	vec_each (struct turn, t, &doc->turns)
		vec_push(out, ((struct unit_turn){ t->start, t->end, t->label }));
	document_free(doc);
	return RC_OK;
}

enum rc units_turns(struct store *s, int64_t revision, struct unit_turns *out, struct err *e)
{
	struct query q;
	bool filled;
	enum rc rc = is_filled(s, revision, &filled, e);

	if (rc != RC_OK)
		return rc;
	if (!filled)
		return turns_of_text(s, revision, out, e);
	query_start(&q, s, SQL_UNIT_TURNS, e, "i", revision);
	while (query_next(&q)) {
		struct unit_turn t = { query_u32(&q, 0), query_u32(&q, 1), DOCUMENT_NOBODY };

		if (!query_null(&q, 2))
			t.label = (int32_t)(query_u32(&q, 2) & INT32_MAX);
		vec_push(out, t);
	}
	return query_end(&q);
}

static enum rc labels_of_text(
	struct store *s, int64_t revision, struct unit_labels *out, struct err *e)
{
	struct document *doc;
	enum rc rc = revision_load(s, revision, &doc, e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < doc->labels.n; i++)
		vec_push(out, ((struct unit_label){ .label = (uint32_t)i }));
	vec_each (struct turn, t, &doc->turns)
		if (t->label >= 0 && (size_t)t->label < out->n)
			out->items[t->label].turns++;
	vec_each (struct para, p, &doc->paras) {
		int64_t label = label_of(doc, p->turn);

		if (label >= 0 && (size_t)label < out->n)
			out->items[label].words += words_in(doc, p);
	}
	document_free(doc);
	return RC_OK;
}

enum rc units_labels(struct store *s, int64_t revision, struct unit_labels *out, struct err *e)
{
	struct query q;
	bool filled;
	enum rc rc = is_filled(s, revision, &filled, e);

	if (rc != RC_OK)
		return rc;
	if (!filled)
		return labels_of_text(s, revision, out, e);
	query_start(&q, s, SQL_UNIT_BY_LABEL, e, "i", revision);
	while (query_next(&q)) {
		struct unit_label l = { query_u32(&q, 0), query_u32(&q, 1), 0 };
		double words = query_real(&q, 2);

		l.words = words > 0 && words < 1e15 ? (uint64_t)words : 0;
		vec_push(out, l);
	}
	return query_end(&q);
}
