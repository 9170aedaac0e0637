/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speakers: coming in with documents, changing, merging.  Listing and finding are in
 * speaker_list.c. */
#include "store/speakers.h"

#include <string.h>

#include "base/utf8.h"
#include "store/fact.h"
#include "store/speaker_index.h"
#include "store/variables.h"

static bool is_set(const char *s)
{
	return s != NULL && *s != '\0';
}

/* A word of the file as the number in an enum's names; 0 if the file holds nonsense. */
static int number_of(const char *word, const char *const *names)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(word, names[i]) == 0)
			return i;
	return 0;
}

/* --- one speaker's row --- */

enum rc speaker_read(
	struct store *s, int64_t speaker, struct speaker_row *out, struct arena *a, struct err *e)
{
	struct query q;

	*out = (struct speaker_row){ .row = 0 };
	query_start(&q, s, SQL_SPEAKER_IS, e, "i", speaker);
	if (query_next(&q)) {
		out->row = query_int(&q, 0);
		out->kind = arena_strdup(a, query_text(&q, 1));
		out->role = arena_strdup(a, query_text(&q, 2));
		out->code = query_null(&q, 3) ? NULL : arena_strdup(a, query_text(&q, 3));
		out->name_c = query_int(&q, 4);
		out->shown = arena_strdup(a, query_text(&q, 5));
		out->name = arena_strdup(a, query_text(&q, 6));
	} else if (q.rc == RC_OK) {
		q.rc = err_set(e, RC_NOTFOUND, "there is no such speaker");
	}
	return query_end(&q);
}

static enum rc add_row(struct store *s, int64_t speaker, const struct speaker_row *r, struct err *e)
{
	return fact_add(s, FACT_SPEAKER_IS, NULL, NULL, e, "itttot", speaker, r->kind, r->role,
		is_set(r->code) ? r->code : NULL, r->name_c, r->shown);
}

enum rc speaker_replace(
	struct store *s, int64_t speaker, const struct speaker_row *r, struct err *e)
{
	enum rc rc = fact_end(s, FACT_SPEAKER_IS, r->row, e);

	if (rc == RC_OK)
		rc = add_row(s, speaker, r, e);
	speaker_index_free(s->known);
	s->known = NULL;
	return rc;
}

/* --- coming in with a document --- */

static enum rc make_speaker(struct store *s, const struct label *l, int64_t *speaker, struct err *e)
{
	struct speaker_row r = {
		.kind = speaker_kind_names[l->kind],
		.role = role_names[l->role],
		.code = l->code,
		.shown = "code",
	};
	enum rc rc = fact_add(s, FACT_SPEAKER, NULL, speaker, e, "");

	if (rc == RC_OK)
		rc = content_adds(s, "name", l->name, &r.name_c, e);
	if (rc == RC_OK)
		rc = add_row(s, *speaker, &r, e);
	if (rc == RC_OK)
		speaker_index_add(s, *speaker, l->code, l->name);
	return rc;
}

/* A known speaker learns the code or name that this document declares and that was missing. */
static enum rc complete(struct store *s, int64_t speaker, const struct label *l, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct speaker_row r;
	bool code, name;
	enum rc rc = speaker_read(s, speaker, &r, &a, e);

	code = rc == RC_OK && !is_set(r.code) && is_set(l->code);
	name = rc == RC_OK && !is_set(r.name) && is_set(l->name);
	if (code)
		r.code = l->code;
	if (name)
		rc = content_adds(s, "name", l->name, &r.name_c, e);
	if (rc == RC_OK && (code || name))
		rc = speaker_replace(s, speaker, &r, e);
	arena_release(&a);
	return rc;
}

/* By declared code, then declared name, then a label that is one of them. */
static enum rc find_speaker(struct store *s, const struct label *l, int64_t *speaker, struct err *e)
{
	enum rc rc = speaker_by_code(s, l->code, speaker, e);

	if (rc == RC_OK && *speaker == 0)
		rc = speaker_by_name(s, l->name, speaker, e);
	if (rc == RC_OK && *speaker == 0 && !is_set(l->code) && !is_set(l->name))
		rc = speaker_by_code(s, l->text, speaker, e);
	if (rc == RC_OK && *speaker == 0 && !is_set(l->code) && !is_set(l->name))
		rc = speaker_by_name(s, l->text, speaker, e);
	return rc;
}

/* speaker: who it is; 0 = looked for. */
static enum rc add_appearance(struct store *s, int64_t document, uint32_t n, const struct label *l,
	int64_t speaker, bool sure, struct err *e)
{
	int64_t label;
	enum rc rc = speaker == 0 ? find_speaker(s, l, &speaker, e) : RC_OK;

	if (rc == RC_OK)
		rc = speaker != 0 ? complete(s, speaker, l, e) : make_speaker(s, l, &speaker, e);
	if (rc == RC_OK) /* a label is never NULL, and may be empty only by mistake */
		rc = content_add(s, "label", l->text, strlen(l->text), true, &label, e);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_APPEARANCE, NULL, NULL, e, "iuiid", document, n, label,
			speaker, (int)sure);
	for (size_t i = 0; i < l->vars.n && rc == RC_OK; i++)
		rc = store_variable_add(
			s, STORE_SPEAKER, speaker, l->vars.items[i].key, l->vars.items[i].value, e);
	return rc;
}

enum rc speakers_add(struct store *s, int64_t document, const struct document *doc, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < doc->labels.n && rc == RC_OK; i++)
		rc = add_appearance(s, document, (uint32_t)i, &doc->labels.items[i], 0,
			doc->labels.items[i].sure, e);
	return rc;
}

/* --- a new revision --- */

/* An appearance as the old revision had it. */
struct appeared {
	int64_t row, speaker;
	uint32_t n;
	bool sure, taken; /* taken: a label of the new revision is it */
	char *label;	  /* folded */
};
VEC_TYPE(appeared_list, struct appeared);

static char *folded(const char *text)
{
	struct buf b = BUF_INIT;

	utf8_fold(text, strlen(text), &b);
	return buf_detach(&b);
}

static enum rc list_appeared(
	struct store *s, int64_t document, struct appeared_list *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_APPEARANCES, e, "i", document);
	while (query_next(&q)) {
		struct appeared *a = vec_new(out);

		a->n = query_u32(&q, 0);
		a->row = query_int(&q, 1);
		a->label = folded(query_text(&q, 2));
		a->speaker = query_int(&q, 3);
		a->sure = query_int(&q, 4) != 0;
	}
	return query_end(&q);
}

/* The appearance that each label of the new revision continues; NULL = none. */
static struct appeared **match_labels(struct appeared_list *old, const struct document *doc)
{
	struct appeared **of = mem_zalloc(doc->labels.n + 1, sizeof *of);

	for (size_t i = 0; i < doc->labels.n; i++) {
		char *label = folded(doc->labels.items[i].text);

		vec_each (struct appeared, a, old)
			if (of[i] == NULL && !a->taken && strcmp(a->label, label) == 0) {
				of[i] = a;
				a->taken = true;
			}
		free(label);
	}
	return of;
}

static bool goes_on(
	const struct document *doc, struct appeared *const *of, const struct appeared *a)
{
	return a->n < doc->labels.n && of[a->n] == a && (a->sure || !doc->labels.items[a->n].sure);
}

/* The same label under the same number goes on as it is; all others end first, because a number
 * is given once. */
static enum rc revise(struct store *s, int64_t document, const struct document *doc,
	struct appeared_list *old, struct appeared **of, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < old->n && rc == RC_OK; i++) {
		if (!goes_on(doc, of, &old->items[i]))
			rc = fact_end(s, FACT_APPEARANCE, old->items[i].row, e);
	}
	for (size_t i = 0; i < doc->labels.n && rc == RC_OK; i++) {
		const struct label *l = &doc->labels.items[i];

		if (of[i] == NULL)
			rc = add_appearance(s, document, (uint32_t)i, l, 0, l->sure, e);
		else if (of[i]->n != i || !goes_on(doc, of, of[i]))
			rc = add_appearance(s, document, (uint32_t)i, l, of[i]->speaker,
				of[i]->sure || l->sure, e);
	}
	return rc;
}

enum rc speakers_revise(
	struct store *s, int64_t document, const struct document *doc, struct err *e)
{
	struct appeared_list old = VEC_INIT;
	struct appeared **of = NULL;
	enum rc rc = list_appeared(s, document, &old, e);

	if (rc == RC_OK) {
		of = match_labels(&old, doc);
		rc = revise(s, document, doc, &old, of, e);
	}
	free(of);
	vec_each (struct appeared, a, &old)
		free(a->label);
	vec_release(&old);
	return rc;
}

/* --- in a loaded document --- */

static const char *text_or_null(struct query *q, int col, struct arena *a)
{
	const char *text = query_text(q, col);

	return *text != '\0' ? arena_strdup(a, text) : NULL;
}

enum rc speakers_declare(struct store *s, int64_t document, struct document *doc, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_APPEARANCES, e, "i", document);
	while (query_next(&q)) {
		uint32_t n = query_u32(&q, 0);
		struct label *l;

		if (n >= doc->labels.n)
			continue;
		l = &doc->labels.items[n];
		l->speaker = query_int(&q, 3);
		l->sure = query_int(&q, 4) != 0;
		l->kind = (enum speaker_kind)number_of(query_text(&q, 5), speaker_kind_names);
		l->role = (enum role)number_of(query_text(&q, 6), role_names);
		l->code = text_or_null(&q, 7, &doc->arena);
		l->name = text_or_null(&q, 8, &doc->arena);
	}
	return query_end(&q);
}

/* --- changing --- */

struct appearance {
	int64_t row, document, label_c;
	uint32_t n;
	int sure;
};

VEC_TYPE(appearances, struct appearance);

static enum rc list_appearances(
	struct store *s, int64_t speaker, struct appearances *out, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_SPEAKER_APPEARANCES, e, "i", speaker);
	while (query_next(&q)) {
		struct appearance a = { query_int(&q, 0), query_int(&q, 1), query_int(&q, 3),
			query_u32(&q, 2), query_int(&q, 4) != 0 };

		vec_push(out, a);
	}
	return query_end(&q);
}

static enum rc move_appearance(
	struct store *s, const struct appearance *a, int64_t speaker, int sure, struct err *e)
{
	enum rc rc = fact_end(s, FACT_APPEARANCE, a->row, e);

	if (rc == RC_OK)
		rc = fact_add(s, FACT_APPEARANCE, NULL, NULL, e, "iuiid", a->document, a->n,
			a->label_c, speaker, sure);
	return rc;
}

static enum rc make_sure(struct store *s, int64_t speaker, struct err *e)
{
	struct appearances list = VEC_INIT;
	enum rc rc = list_appearances(s, speaker, &list, e);

	for (size_t i = 0; i < list.n && rc == RC_OK; i++)
		if (!list.items[i].sure)
			rc = move_appearance(s, &list.items[i], speaker, 1, e);
	vec_release(&list);
	return rc;
}

static bool set_word(const char **word, const char *to)
{
	bool differs = strcmp(*word, to) != 0;

	*word = to;
	return differs;
}

static enum rc set_code(struct store *s, int64_t speaker, const char *code, struct speaker_row *r,
	bool *changed, struct err *e)
{
	int64_t holder;
	enum rc rc = speaker_by_code(s, code, &holder, e);

	if (rc == RC_OK && holder != 0 && holder != speaker)
		return err_set(e, RC_INPUT,
			"the code '%s' belongs to another speaker; 'tema speakers merge'"
			" makes two speakers one",
			code);
	if (strcmp(r->code != NULL ? r->code : "", code) != 0) {
		r->code = code;
		*changed = true;
	}
	return rc;
}

enum rc store_speaker_change(
	struct store *s, int64_t id, const struct store_speaker_change *c, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct speaker_row r;
	bool changed = false;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK)
		rc = speaker_read(s, id, &r, &a, e);
	if (rc == RC_OK && c->code != NULL)
		rc = set_code(s, id, c->code, &r, &changed, e);
	if (rc == RC_OK && c->name != NULL && strcmp(r.name, c->name) != 0) {
		changed = true;
		rc = content_adds(s, "name", c->name, &r.name_c, e);
	}
	if (rc == RC_OK && c->role >= 0)
		changed |= set_word(&r.role, role_names[c->role]);
	if (rc == RC_OK && c->kind >= 0)
		changed |= set_word(&r.kind, speaker_kind_names[c->kind]);
	if (rc == RC_OK && c->shown_as_code >= 0)
		changed |= set_word(&r.shown, c->shown_as_code ? "code" : "name");
	if (rc == RC_OK && changed)
		rc = speaker_replace(s, id, &r, e);
	if (rc == RC_OK && c->sure)
		rc = make_sure(s, id, e);
	arena_release(&a);
	return rc;
}

/* --- merging --- */

struct carry {
	struct store *s;
	int64_t into;
	VEC(int64_t) rows;
};

static enum rc carry_variable(
	int64_t row, const char *key, const char *value, void *arg, struct err *e)
{
	struct carry *c = arg;

	vec_push(&c->rows, row);
	return store_variable_add(c->s, STORE_SPEAKER, c->into, key, value, e);
}

static enum rc carry_variables(struct store *s, int64_t from, int64_t into, struct err *e)
{
	struct carry c = { s, into, VEC_INIT };
	struct uid uid;
	enum rc rc = fact_uid(s, SQL_SPEAKER_UID, from, &uid, e);

	if (rc == RC_OK)
		rc = variable_list(s, &uid, carry_variable, &c, e);
	for (size_t i = 0; i < c.rows.n && rc == RC_OK; i++)
		rc = fact_end(s, FACT_VARIABLE, c.rows.items[i], e);
	vec_release(&c.rows);
	return rc;
}

static enum rc carry_appearances(struct store *s, int64_t from, int64_t into, struct err *e)
{
	struct appearances list = VEC_INIT;
	enum rc rc = list_appearances(s, from, &list, e);

	for (size_t i = 0; i < list.n && rc == RC_OK; i++)
		rc = move_appearance(s, &list.items[i], into, list.items[i].sure, e);
	vec_release(&list);
	return rc;
}

/* INTO takes over the code and name that it lacks. */
static enum rc carry_names(struct store *s, const struct speaker_row *from, int64_t into,
	struct arena *a, struct err *e)
{
	struct speaker_row r;
	bool changed = false;
	enum rc rc = speaker_read(s, into, &r, a, e);

	if (rc == RC_OK && !is_set(r.code) && is_set(from->code)) {
		r.code = from->code;
		changed = true;
	}
	if (rc == RC_OK && !is_set(r.name) && is_set(from->name)) {
		r.name_c = from->name_c;
		changed = true;
	}
	return rc == RC_OK && changed ? speaker_replace(s, into, &r, e) : rc;
}

enum rc store_speaker_merge(struct store *s, int64_t from, int64_t into, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct speaker_row r;
	enum rc rc = op_needed(s, e);

	if (rc == RC_OK && from == into)
		rc = err_set(e, RC_INPUT, "a speaker cannot be merged with itself");
	if (rc == RC_OK)
		rc = speaker_read(s, from, &r, &a, e);
	if (rc == RC_OK)
		rc = fact_end(s, FACT_SPEAKER_IS, r.row, e);
	if (rc == RC_OK)
		rc = carry_names(s, &r, into, &a, e);
	if (rc == RC_OK)
		rc = carry_appearances(s, from, into, e);
	if (rc == RC_OK)
		rc = carry_variables(s, from, into, e);
	speaker_index_free(s->known);
	s->known = NULL;
	arena_release(&a);
	return rc;
}
