/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/decide.h"

#include <string.h>

#include "project/copy.h"
#include "store/codebooks.h"
#include "store/documents.h"

static struct judgement_new judgement_on(
	const struct store_suggestion *g, enum verdict verdict, enum via via, const char *note)
{
	return (struct judgement_new){ .document = g->document,
		.code = g->code,
		.start = g->start,
		.end = g->end,
		.unit = g->unit,
		.verdict = verdict,
		.via = via,
		.score = g->score,
		.hits = g->hits,
		.nhits = g->nhits,
		.note = note };
}

/* ---- what the log says of it: the code and the document, or how many ----------------------------
 */

struct about {
	int64_t code;
	char *full;
	unsigned number;
};

static enum rc match_code(const struct store_code *code, void *arg, struct err *e)
{
	struct about *a = arg;

	(void)e;
	if (code->id == a->code && a->full == NULL)
		a->full = mem_strdup(code->full);
	return RC_OK;
}

static enum rc take_number(const struct store_document *d, void *arg, struct err *e)
{
	(void)e;
	((struct about *)arg)->number = d->number;
	return RC_OK;
}

static enum rc detail_one(struct store *s, int64_t document, int64_t code, struct err *e)
{
	struct about a = { .code = code };
	char *detail;
	enum rc rc = store_codes(s, match_code, &a, e);

	if (rc == RC_OK)
		rc = store_document_get(s, document, take_number, &a, e);
	detail = mem_printf("%s in document %u", a.full != NULL ? a.full : "?", a.number);
	if (rc == RC_OK)
		rc = store_detail(s, detail, e);
	free(detail);
	free(a.full);
	return rc;
}

static enum rc detail_of(
	struct store *s, const struct store_suggestion *list, size_t n, struct err *e)
{
	char *detail;
	enum rc rc;

	if (n == 1)
		return detail_one(s, list->document, list->code, e);
	detail = mem_printf("%zu suggestions", n);
	rc = store_detail(s, detail, e);
	free(detail);
	return rc;
}

/* ---- deciding -------------------------------------------------------------------------------- */

static enum rc judge_all(struct store *s, const struct store_suggestion *list, size_t n,
	enum verdict verdict, enum via via, const char *note, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		struct judgement_new j = judgement_on(&list[i], verdict, via, note);

		rc = store_judge(s, &j, NULL, e);
	}
	return rc == RC_OK && n > 0 ? detail_of(s, list, n, e) : rc;
}

static const char *const commands[] = { "confirm", "reject", "unsure" };

static enum rc finish(struct store *s, enum rc rc, struct err *e)
{
	if (rc == RC_OK)
		return store_commit(s, e);
	store_rollback(s);
	return rc;
}

/* The same suggestion may be named twice. */
static void drop_doubles(struct suggestion_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		bool seen = false;

		for (size_t k = 0; k < n && !seen; k++)
			seen = strcmp(list->items[k].id, list->items[i].id) == 0 &&
			       list->items[k].document == list->items[i].document;
		if (!seen)
			list->items[n++] = list->items[i];
	}
	list->n = n;
}

enum rc decide_bulk(struct store *s, const struct person *who, const struct suggestion_filter *f,
	size_t nf, enum verdict verdict, const char *note, uint64_t *n, struct err *e)
{
	struct copy_all found = { .arena = ARENA_INIT };
	enum rc rc = store_begin(s, who, commands[verdict], e);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	/* Collected first: deciding while reading would change what is read. */
	for (size_t i = 0; rc == RC_OK && i < nf; i++)
		rc = store_suggestions(s, &f[i], copy_each, &found, e);
	if (nf > 1)
		drop_doubles(&found.list);
	if (rc == RC_OK)
		rc = judge_all(s, found.list.items, found.list.n, verdict,
			nf > 0 && f->id != NULL ? VIA_SINGLE : VIA_BULK, note, e);
	rc = finish(s, rc, e);
	if (rc == RC_OK)
		*n = found.list.n;
	copy_release(&found);
	return rc;
}

enum rc decide_one(struct store *s, const struct person *who, const struct store_suggestion *g,
	enum verdict verdict, const char *note, struct err *e)
{
	enum rc rc = store_begin(s, who, commands[verdict], e);

	if (rc != RC_OK)
		return rc;
	return finish(s, judge_all(s, g, 1, verdict, VIA_SINGLE, note, e), e);
}

enum rc decide_list(struct store *s, const struct person *who, const struct store_suggestion *list,
	size_t n, enum verdict verdict, int64_t document, const struct span *read, struct err *e)
{
	enum rc rc = store_begin(s, who, commands[verdict], e);

	if (rc != RC_OK)
		return rc;
	rc = judge_all(s, list, n, verdict, VIA_SINGLE, NULL, e);
	if (rc == RC_OK && read != NULL && verdict != VERDICT_UNSURE)
		rc = store_reading_put(s, document, read->start, read->end, e);
	return finish(s, rc, e);
}

enum rc decide_withdraw(
	struct store *s, const struct person *who, const struct store_suggestion *g, struct err *e)
{
	bool was;
	enum rc rc = store_begin(s, who, "withdraw", e);

	if (rc != RC_OK)
		return rc;
	rc = store_unjudge(s, g->document, g->code, g->start, g->end, &was, e);
	if (rc == RC_OK)
		rc = detail_one(s, g->document, g->code, e);
	return finish(s, rc, e);
}

struct id_search {
	struct span span;
	char *id8;
};

static enum rc take_id(const struct store_judgement *j, void *arg, struct err *e)
{
	struct id_search *k = arg;

	(void)e;
	if (j->start == k->span.start && j->end == k->span.end)
		memcpy(k->id8, j->id, 9);
	return RC_OK;
}

static enum rc refuse_retired(const struct store_code *c, void *arg, struct err *e)
{
	const struct code_choice *choice = arg;

	if (c->id != choice->id || !c->retired)
		return RC_OK;
	if (c->gone)
		return err_set(
			e, RC_INPUT, "'%s' is in no codebook any more; it is retired", c->full);
	return err_set(e, RC_INPUT, "'%s' is retired; 'tema codes restore %s' brings it back",
		c->full, c->full);
}

enum rc decide_code(struct store *s, const struct person *who, int64_t document, struct span span,
	struct code_choice *code, const char *note, char id8[9], struct err *e)
{
	struct judgement_new j = { .document = document,
		.start = span.start,
		.end = span.end,
		.unit = UNIT_MATCH,
		.verdict = VERDICT_CONFIRM,
		.via = VIA_HAND,
		.note = note };
	struct judgement_filter f = { .document = document };
	struct id_search k = { span, id8 };
	enum rc rc = store_begin(s, who, "code", e);

	id8[0] = '\0';
	if (rc != RC_OK)
		return rc;
	if (code->id != 0)
		rc = store_codes(s, refuse_retired, code, e);
	else
		rc = store_code_new(
			s, code->key, code->label, code->definition, code->parent, &code->id, e);
	j.code = f.code = code->id;
	if (rc == RC_OK)
		rc = store_judge(s, &j, NULL, e);
	if (rc == RC_OK)
		rc = detail_one(s, document, code->id, e);
	rc = finish(s, rc, e);
	return rc == RC_OK ? store_judgements(s, &f, take_id, &k, e) : rc;
}
