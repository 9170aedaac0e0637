/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/code_put.h"
#include "store/fact.h"

#define NAMED_MAX 20 /* codes that the message names */

/* --- `was` --- */

/* "jones.LAMA": the key behind the dot and the length of the name; without a dot 0. */
static const char *split(const char *path, size_t *book)
{
	const char *dot = strrchr(path, '.');

	*book = dot != NULL ? (size_t)(dot - path) : 0;
	return dot != NULL ? dot + 1 : path;
}

const char *code_was_key(const struct code *c, const char *was)
{
	size_t book;
	const char *key = split(was, &book);

	return book == 0 || codebook_named(c->book, was, book) == c->book ? key : NULL;
}

/* The code that a path has named, ever; 0 if there was none. */
static enum rc former(
	struct store *s, const char *book, const char *key, int64_t *id, struct err *e)
{
	int64_t codebook = 0;
	enum rc rc = sql_int(s, SQL_CODEBOOK_BY_NAME, &codebook, e, "t", book);

	*id = 0;
	if (rc == RC_OK && codebook != 0)
		rc = sql_int(s, SQL_CODE_BY_KEY, id, e, "it", codebook, key);
	return rc;
}

static enum rc carry_path(struct store *s, const struct code_list *codes, const struct code *c,
	int64_t id, const char *was, struct err *e)
{
	const char *own = code_was_key(c, was), *key;
	const struct code_item *old;
	int64_t from;
	size_t len;
	char *book;
	enum rc rc;

	key = split(was, &len);
	book = own != NULL ? mem_strdup(c->book->name) : mem_dup(was, len);
	rc = former(s, book, key, &from, e);
	free(book);
	old = rc == RC_OK && from != 0 && from != id ? code_list_find(codes, from) : NULL;
	if (old == NULL || old->code.merged_into != 0)
		return rc;
	if (!old->code.gone && !old->code.is_project) /* those never leave by a new version */
		return err_set(e, RC_INPUT, "code '%s' says 'was %s', but '%s' is still a code",
			c->full, was, old->code.full);
	return store_overlay_refer(s, from, "merged_into", id, e);
}

enum rc code_was_carry(struct store *s, const struct codebook *cb, struct err *e)
{
	struct code_list codes;
	enum rc rc = code_list_load_all(s, &codes, e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < cb->codes.n && rc == RC_OK; i++) {
		const struct code *c = cb->codes.items[i];
		int64_t id = 0;

		if (c->was.n > 0)
			rc = former(s, c->book->name, c->key, &id, e);
		for (size_t k = 0; k < c->was.n && id != 0 && rc == RC_OK; k++)
			rc = carry_path(s, &codes, c, id, c->was.items[k], e);
	}
	code_list_release(&codes);
	return rc;
}

/* --- what is gone, and what came back --- */

/* Was there, was decided on, and nothing says what becomes of that. */
static bool is_lost(const struct code_item *now, const struct code_list *before)
{
	const struct code_item *was = code_list_find(before, now->code.id);

	return now->code.gone && now->code.decisions > 0 && now->code.merged_into == 0 &&
	       (was == NULL || !(was->code.gone || was->code.retired));
}

static void note_lost(struct store_lost *lost, const struct code_item *n)
{
	vec_push(
		&lost->list, ((struct store_lost_code){ arena_strdup(&lost->arena, n->code.full),
				     arena_strdup(&lost->arena, n->code.key), n->code.decisions }));
}

static enum rc end_missing(struct store *s, const struct code_list *now, struct err *e)
{
	VEC(int64_t) back = VEC_INIT;
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_OVERLAYS, e, "");
	while (query_next(&q)) {
		const struct code_item *n = code_list_find(now, query_int(&q, 0));

		if (n != NULL && !n->code.gone && strcmp(query_text(&q, 1), "retired") == 0 &&
			strcmp(query_text(&q, 2), RETIRED_MISSING) == 0)
			vec_push(&back, n->code.id);
	}
	rc = query_end(&q);
	for (size_t i = 0; i < back.n && rc == RC_OK; i++)
		rc = store_overlay_put(s, back.items[i], "retired", NULL, e);
	vec_release(&back);
	return rc;
}

/* The ways out. */
static void advise(
	const struct store_lost *lost, const struct store_codebook_set *set, struct buf *text)
{
	bool one = lost->list.n == 1;

	if (set->nwithout > 0)
		buf_printf(text, "run a codebook that has %s as well (-c NAME); ",
			one ? "it" : "them");
	else
		buf_printf(text,
			"put %s back into the file; or write 'was %s' into the code that takes %s "
			"place; ",
			one ? "it" : "them", one ? lost->list.items[0].key : "KEY",
			one ? "its" : "the");
	buf_printf(text, "or keep %s decisions under %s with --retire-missing",
		one ? "its" : "their", one ? "a retired code" : "retired codes");
}

static enum rc refuse(
	const struct store_lost *lost, const struct store_codebook_set *set, struct err *e)
{
	bool one = lost->list.n == 1;
	struct buf text = BUF_INIT;
	size_t n = 0;

	buf_printf(&text,
		"%zu code%s with decisions %s in no codebook any more; nothing was changed:\n",
		lost->list.n, one ? "" : "s", one ? "is" : "are");
	vec_each (const struct store_lost_code, c, &lost->list)
		if (n++ < NAMED_MAX)
			buf_printf(&text, "  %s  %llu decision%s\n", c->full,
				(unsigned long long)c->decisions, c->decisions == 1 ? "" : "s");
	if (n > NAMED_MAX)
		buf_printf(&text, "  and %zu more\n", n - NAMED_MAX);
	advise(lost, set, &text);
	err_set(e, RC_INPUT, "%s", text.data);
	buf_release(&text);
	return RC_INPUT;
}

enum rc code_vanish(struct store *s, const struct code_list *before,
	const struct store_codebook_set *set, struct store_lost *lost, struct err *e)
{
	struct code_list now;
	enum rc rc = code_list_load_all(s, &now, e);

	if (rc != RC_OK)
		return rc;
	vec_each (const struct code_item, n, &now.items) {
		if (!is_lost(n, before))
			continue;
		note_lost(lost, n);
		if (set->retire && rc == RC_OK)
			rc = store_overlay_put(s, n->code.id, "retired", RETIRED_MISSING, e);
	}
	if (rc == RC_OK && lost->list.n > 0 && !set->retire)
		rc = refuse(lost, set, e);
	if (rc == RC_OK)
		rc = end_missing(s, &now, e);
	code_list_release(&now);
	return rc;
}
