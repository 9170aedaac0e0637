/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks as they come from files: versions and codes into the project. */
#include "store/code_put.h"

#include <string.h>

#include "codebooks/parser.h"
#include "store/code_ids.h"
#include "store/fact.h"

/* The text in exactly this language; "" tags the file's first one. */
static const char *in_language(const struct localised *t, const char *lang, bool first)
{
	for (; t != NULL; t = t->next)
		if (t->lang == NULL ? first : strcmp(t->lang, lang) == 0)
			return t->text;
	return NULL;
}

static bool is_first(const struct codebook *cb, const char *lang)
{
	return cb->languages != NULL && cb->languages[0] != NULL &&
	       strcmp(cb->languages[0], lang) == 0;
}

/* A label in a language that is neither is kept as the Indonesian one rather than lost. */
static void labels_of(
	const struct codebook *cb, const struct code *c, const char **id, const char **en)
{
	*id = in_language(c->label, "id", is_first(cb, "id"));
	*en = in_language(c->label, "en", is_first(cb, "en"));
	if (*id == NULL && *en == NULL && c->label != NULL)
		*id = c->label->text;
}

static const char *first_text(const struct localised *t)
{
	return t != NULL ? t->text : NULL;
}

/* --- which code each of the file's codes is --- */

struct put {
	struct store *s;
	const struct codebook *cb;
	int64_t codebook, version;
	VEC(int64_t) ids;   /* by code->index */
	VEC(int64_t) books; /* whose code each is: a used file's codes stay its own */
};

/* The codebook of this name; added if there is none. */
static enum rc find_codebook(struct put *p, const char *name, int64_t *id, struct err *e)
{
	struct uid uid;
	struct query q;
	bool is_project = false;
	enum rc rc;

	*id = 0;
	query_start(&q, p->s, SQL_CODEBOOK_BY_NAME, e, "t", name);
	if (query_next(&q)) {
		*id = query_int(&q, 0);
		is_project = strcmp(query_text(&q, 1), "project") == 0;
	}
	rc = query_end(&q);
	if (rc != RC_OK || (*id != 0 && !is_project))
		return rc;
	if (is_project || codebook_name_reserved(name))
		return err_set(e, RC_INPUT,
			"the codebook name 'project' is kept for the project's own codes");
	codebook_uid(name, &uid);
	return fact_add(p->s, FACT_CODEBOOK, &uid, id, e, "tt", name, "file");
}

/* The codebook whose code C is. */
static enum rc find_book(struct put *p, const struct code *c, int64_t *id, struct err *e)
{
	enum rc rc = RC_OK;

	*id = p->codebook;
	if (c->book != p->cb)
		rc = find_codebook(p, c->book->name, id, e);
	vec_push(&p->books, *id);
	return rc;
}

static bool is_taken(const struct put *p, int64_t id)
{
	for (size_t i = 0; i < p->ids.n; i++)
		if (p->ids.items[i] == id)
			return true;
	return false;
}

/* A renamed code: `was` names a key of this codebook that no code of the file has any more. */
static enum rc find_was(
	struct put *p, const struct code *c, int64_t book, int64_t *id, struct err *e)
{
	enum rc rc = RC_OK;

	*id = 0;
	for (size_t i = 0; i < c->was.n && *id == 0 && rc == RC_OK; i++) {
		const char *key = code_was_key(c, c->was.items[i]);

		if (key == NULL) /* of another codebook: code_was_carry() */
			continue;
		if (codebook_code(c->book, key) != NULL)
			return err_set(e, RC_INPUT,
				"code '%s' says 'was %s', but '%s' is still a code of '%s'", c->key,
				key, key, c->book->name);
		rc = sql_int(p->s, SQL_CODE_BY_KEY, id, e, "it", book, key);
	}
	if (*id != 0 && is_taken(p, *id))
		*id = 0;
	return rc;
}

static enum rc add_key(struct put *p, const struct code *c, int64_t book, int64_t id, struct err *e)
{
	return fact_add(p->s, FACT_CODE_KEY, NULL, NULL, e, "iti", book, c->key, id);
}

static enum rc new_code(
	struct put *p, const struct code *c, int64_t book, int64_t *id, struct err *e)
{
	struct uid codebook, uid;
	enum rc rc = fact_uid(p->s, SQL_CODEBOOK_UID, book, &codebook, e);

	code_uid(&codebook, c->key, &uid);
	if (rc == RC_OK)
		rc = fact_add(p->s, FACT_CODE, &uid, id, e, "i", book);
	return rc == RC_OK ? add_key(p, c, book, *id, e) : rc;
}

static enum rc identify(struct put *p, const struct code *c, struct err *e)
{
	int64_t id = 0, was = 0, book;
	enum rc rc = find_book(p, c, &book, e);

	if (rc == RC_OK)
		rc = sql_int(p->s, SQL_CODE_BY_KEY, &id, e, "it", book, c->key);

	if (rc == RC_OK && id == 0) {
		rc = find_was(p, c, book, &was, e);
		if (rc == RC_OK && was != 0) {
			id = was;
			rc = add_key(p, c, book, id, e);
		} else if (rc == RC_OK) {
			rc = new_code(p, c, book, &id, e);
		}
	}
	if (rc == RC_OK && is_taken(p, id))
		return err_set(e, RC_INPUT,
			"code '%s' of '%s' is an old name of another of its codes", c->key,
			c->book->name);
	vec_push(&p->ids, id);
	return rc;
}

static enum rc add_text(struct put *p, const struct code *c, struct err *e)
{
	int64_t parent = c->parent != NULL ? p->ids.items[c->parent->index] : 0;
	const char *label_id, *label_en;

	labels_of(p->cb, c, &label_id, &label_en);
	return fact_add(p->s, FACT_CODE_TEXT, NULL, NULL, e, "iiouuttttttttr",
		p->ids.items[c->index], p->version, parent, c->index, c->at.line, c->key, label_id,
		label_en, first_text(c->definition), first_text(c->include), first_text(c->exclude),
		first_text(c->source), c->color, c->set.threshold);
}

/* --- version, active --- */

static enum rc add_version(struct put *p, struct err *e)
{
	struct buf source = BUF_INIT;
	struct uid codebook, uid;
	enum rc rc = fact_uid(p->s, SQL_CODEBOOK_UID, p->codebook, &codebook, e);

	codebook_bundle(p->cb, &source);
	version_uid(&codebook, p->cb->sha, &uid);
	if (rc == RC_OK)
		rc = fact_add(p->s, FACT_VERSION, &uid, &p->version, e, "ibst", p->codebook,
			(const void *)p->cb->sha, (size_t)SHA256_LEN, source.data, source.len,
			p->cb->declared);
	buf_release(&source);
	return rc;
}

/* The codes of the version; they ended when the op that brought them was undone. */
static enum rc take_codes(struct put *p, struct err *e)
{
	struct query q;
	bool here;
	enum rc rc;

	query_start(&q, p->s, SQL_CODE_BY_SEQ, e, "i", p->version);
	here = query_next(&q);
	rc = query_end(&q);
	if (here)
		return rc;
	for (size_t i = 0; i < p->cb->codes.n && rc == RC_OK; i++)
		rc = identify(p, p->cb->codes.items[i], e);
	for (size_t i = 0; i < p->cb->codes.n && rc == RC_OK; i++)
		rc = add_text(p, p->cb->codes.items[i], e);
	return rc;
}

static enum rc activate(struct put *p, bool *changed, struct err *e)
{
	int64_t row = 0, version = 0;
	struct query q;
	enum rc rc;

	query_start(&q, p->s, SQL_ACTIVE, e, "i", p->codebook);
	if (query_next(&q)) {
		row = query_int(&q, 0);
		version = query_int(&q, 1);
	}
	rc = query_end(&q);
	*changed = version != p->version;
	if (rc != RC_OK || !*changed)
		return rc;
	if (row != 0)
		rc = fact_end(p->s, FACT_ACTIVE, row, e);
	if (rc == RC_OK)
		rc = fact_add(p->s, FACT_ACTIVE, NULL, NULL, e, "ii", p->codebook, p->version);
	return rc;
}

/* Whatever became of codes that it has no more is for the caller to look after. */
static enum rc put_one(
	struct store *s, const struct codebook *cb, int64_t *version, bool *changed, struct err *e)
{
	struct put p = { s, cb, 0, 0, VEC_INIT, VEC_INIT };
	enum rc rc = find_codebook(&p, cb->name, &p.codebook, e);

	if (rc == RC_OK)
		rc = sql_int(s, SQL_VERSION_BY_SHA, &p.version, e, "ib", p.codebook,
			(const void *)cb->sha, (size_t)SHA256_LEN);
	if (rc == RC_OK && p.version == 0)
		rc = add_version(&p, e);
	if (rc == RC_OK)
		rc = take_codes(&p, e);
	if (rc == RC_OK)
		rc = activate(&p, changed, e);
	if (rc == RC_OK)
		*version = p.version;
	vec_release(&p.ids);
	vec_release(&p.books);
	return rc;
}

/* Its versions and what was decided stay. */
static enum rc take_out(struct store *s, int64_t codebook, struct err *e)
{
	struct query q;
	int64_t row = 0;
	enum rc rc;

	query_start(&q, s, SQL_ACTIVE, e, "i", codebook);
	if (query_next(&q))
		row = query_int(&q, 0);
	rc = query_end(&q);
	return rc == RC_OK && row != 0 ? fact_end(s, FACT_ACTIVE, row, e) : rc;
}

enum rc store_codebooks_put(struct store *s, const struct store_codebook_set *set,
	int64_t *versions, bool *changed, struct store_lost *lost, struct err *e)
{
	struct code_list before;
	enum rc rc = op_needed(s, e);
	bool one = false;

	*changed = false;
	*lost = (struct store_lost){ .arena = ARENA_INIT };
	if (rc == RC_OK)
		rc = code_list_load_all(s, &before, e);
	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < set->nwithout && rc == RC_OK; i++)
		rc = take_out(s, set->without[i], e);
	*changed = set->nwithout > 0;
	for (size_t i = 0; i < set->n && rc == RC_OK; i++) {
		versions[i] = 0;
		rc = put_one(s, set->books[i], &versions[i], &one, e);
		*changed = *changed || (rc == RC_OK && one);
	}
	for (size_t i = 0; i < set->n && rc == RC_OK; i++)
		rc = code_was_carry(s, set->books[i], e);
	if (rc == RC_OK)
		rc = code_vanish(s, &before, set, lost, e);
	code_list_release(&before);
	return rc;
}

void store_lost_release(struct store_lost *lost)
{
	vec_release(&lost->list);
	arena_release(&lost->arena);
}

enum rc store_codebook_put(
	struct store *s, const struct codebook *cb, int64_t *version, bool *changed, struct err *e)
{
	struct store_lost lost;
	struct store_codebook_set set = { .books = &cb, .n = 1 };
	enum rc rc = store_codebooks_put(s, &set, version, changed, &lost, e);

	store_lost_release(&lost);
	return rc;
}
