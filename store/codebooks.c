/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks and their versions.  Listing codes is in codes.c, codes made in the project in
 * code_new.c. */
#include "store/codebooks.h"

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
		if (codebook_code(c->book, c->was.items[i]) != NULL)
			return err_set(e, RC_INPUT,
				"code '%s' says 'was %s', but '%s' is still a code of '%s'", c->key,
				c->was.items[i], c->was.items[i], c->book->name);
		rc = sql_int(p->s, SQL_CODE_BY_KEY, id, e, "it", book, c->was.items[i]);
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

/* Nothing that people decided may hang on a code that is not there any more. */
static enum rc check_lost(struct put *p, struct err *e)
{
	struct buf lost = BUF_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, p->s, SQL_CODES_LOST, e, "ii", p->codebook, p->version);
	while (query_next(&q))
		buf_printf(&lost, "%s%s (%d)", lost.len > 0 ? ", " : "", query_text(&q, 0),
			(int)query_int(&q, 1));
	rc = query_end(&q);
	if (rc == RC_OK && lost.len > 0)
		rc = err_set(e, RC_INPUT,
			"codebook '%s' no longer has codes that have decisions: %s; write 'was "
			"KEY' into the code that replaces one, or keep it",
			p->cb->name, lost.data);
	buf_release(&lost);
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
	rc = check_lost(p, e);
	if (rc == RC_OK && row != 0)
		rc = fact_end(p->s, FACT_ACTIVE, row, e);
	if (rc == RC_OK)
		rc = fact_add(p->s, FACT_ACTIVE, NULL, NULL, e, "ii", p->codebook, p->version);
	return rc;
}

enum rc store_codebook_put(
	struct store *s, const struct codebook *cb, int64_t *version, bool *changed, struct err *e)
{
	struct put p = { s, cb, 0, 0, VEC_INIT, VEC_INIT };
	enum rc rc = op_needed(s, e);

	*version = 0;
	*changed = false;
	if (rc == RC_OK)
		rc = find_codebook(&p, cb->name, &p.codebook, e);
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

/* --- reading --- */

enum rc store_codebooks(struct store *s, store_codebook_fn *fn, void *arg, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODEBOOKS, e, "");
	while (query_next(&q)) {
		size_t len;
		const void *sha = query_blob(&q, 5, &len);
		struct store_codebook c = {
			.id = query_int(&q, 0),
			.version = query_int(&q, 1),
			.name = query_text(&q, 2),
			.declared = query_text(&q, 3),
			.source = query_text(&q, 4),
			.is_project = strcmp(query_text(&q, 6), "project") == 0,
			.codes = query_u32(&q, 7),
		};

		c.source_len = strlen(c.source);
		if (len == SHA256_LEN)
			memcpy(c.sha, sha, SHA256_LEN);
		q.rc = fn(&c, arg, e);
	}
	return query_end(&q);
}

struct wanted {
	int64_t id;
	bool found;
	struct codebook **out;
};

static enum rc parse_again(const struct store_codebook *c, void *arg, struct err *e)
{
	struct wanted *w = arg;
	struct diags d = DIAGS_INIT;
	enum rc rc = RC_OK;

	if (c->id != w->id || c->is_project)
		return RC_OK;
	w->found = true;
	if (codebook_parse(c->name, c->source, c->source_len, w->out, &d, e) != RC_OK)
		rc = err_set(e, RC_INPUT,
			"codebook '%s' as kept in the project is not understood by this version of "
			"the program",
			c->name);
	else
		memcpy((*w->out)->sha, c->sha, SHA256_LEN); /* of the file as it was read */
	diags_release(&d);
	return rc;
}

enum rc store_codebook_load(struct store *s, int64_t codebook, struct codebook **out, struct err *e)
{
	struct wanted w = { codebook, false, out };
	enum rc rc;

	*out = NULL;
	rc = store_codebooks(s, parse_again, &w, e);
	if (rc == RC_OK && !w.found)
		rc = err_set(e, RC_NOTFOUND, "there is no such codebook in the project");
	return rc;
}
