/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes: listing, finding by what a person types, making new ones, the overlay. */
#include <string.h>

#include "base/utf8.h"
#include "store/code_ids.h"
#include "store/code_list.h"
#include "store/fact.h"
#include "store/near.h"

enum rc store_codes(struct store *s, store_code_fn *fn, void *arg, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load(s, &l, e);

	if (rc != RC_OK)
		return rc;
	for (size_t i = 0; i < l.listing.n && rc == RC_OK; i++)
		rc = fn(&l.items.items[l.listing.items[i]].code, arg, e);
	code_list_release(&l);
	return rc;
}

/* --- by what a person types --- */

/* Adds the code once to what was found. */
static void note(const struct code_item *n, int64_t *id, unsigned *found, struct buf *list)
{
	if (*found > 0 && *id == n->code.id)
		return;
	*id = n->code.id;
	buf_printf(list, "%s%s", (*found)++ > 0 ? ", " : "", n->code.full);
}

static void look_now(const struct code_list *l, const char *typed, int64_t *id, unsigned *found,
	struct buf *list)
{
	for (size_t i = 0; i < l->listing.n; i++) {
		const struct code_item *n = &l->items.items[l->listing.items[i]];

		if (near_same(n->code.full, typed) || near_same(n->code.key, typed))
			note(n, id, found, list);
	}
}

/* Former keys still lead to the code. */
static enum rc look_before(struct store *s, const struct code_list *l, const char *typed,
	int64_t *id, unsigned *found, struct buf *list, struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODE_KEYS, e, "");
	while (query_next(&q)) {
		const struct code_item *n = code_list_resolve(l, query_int(&q, 0));
		char *full = mem_printf("%s.%s", query_text(&q, 2), query_text(&q, 1));

		if (n != NULL && (near_same(full, typed) || near_same(query_text(&q, 1), typed)))
			note(n, id, found, list);
		free(full);
	}
	return query_end(&q);
}

static enum rc not_found(const struct code_list *l, const char *typed, struct err *e)
{
	bool full = strchr(typed, '.') != NULL;
	struct near near = NEAR_INIT;
	enum rc rc;

	for (size_t i = 0; i < l->listing.n; i++) {
		const struct store_code *c = &l->items.items[l->listing.items[i]].code;

		near_add(&near, full ? c->full : c->key);
	}
	rc = near_fail(&near, "code", NULL, typed, e);
	near_release(&near);
	return rc;
}

enum rc store_code_find(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct buf list = BUF_INIT;
	struct code_list l;
	unsigned found = 0;
	enum rc rc = code_list_load(s, &l, e);

	*id = 0;
	if (rc != RC_OK)
		return rc;
	look_now(&l, typed, id, &found, &list);
	if (found == 0)
		rc = look_before(s, &l, typed, id, &found, &list, e);
	if (rc == RC_OK && found > 1)
		rc = err_set(
			e, RC_NOTFOUND, "several codebooks have a code '%s': %s", typed, list.data);
	else if (rc == RC_OK && found == 0)
		rc = not_found(&l, typed, e);
	if (rc != RC_OK)
		*id = 0;
	buf_release(&list);
	code_list_release(&l);
	return rc;
}

/* --- codes of the project --- */

/* "Rasa malu & takut" gives RASA-MALU-TAKUT: letters and digits of ASCII, the rest parts words. */
static void key_of(const char *label, struct buf *out)
{
	bool gap = false;

	for (; *label != '\0'; label++) {
		char c = *label >= 'a' && *label <= 'z' ? (char)(*label - 'a' + 'A') : *label;
		bool letter = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';

		if (!letter && !(digit && out->len > 0)) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			buf_addc(out, '-');
		gap = false;
		buf_addc(out, c);
	}
	if (out->len == 0)
		buf_adds(out, "KODE");
}

static bool is_key(const char *s)
{
	size_t n = 0;

	for (; s[n] != '\0'; n++) {
		char c = s[n];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

		if (!letter && !(n > 0 && ((c >= '0' && c <= '9') || c == '-' || c == '_')))
			return false;
	}
	return n > 0 && n <= 63;
}

/* The codebook `project` and its one version, which has no source. */
static enum rc take_project_codebook(
	struct store *s, int64_t *codebook, int64_t *version, struct err *e)
{
	static const uint8_t no_source[SHA256_LEN];
	struct uid uid, version_id;
	int64_t active = 0;
	enum rc rc = sql_int(s, SQL_CODEBOOK_BY_NAME, codebook, e, "t", PROJECT_CODEBOOK);

	codebook_uid(PROJECT_CODEBOOK, &uid);
	version_uid(&uid, no_source, &version_id);
	if (rc == RC_OK && *codebook == 0)
		rc = fact_add(
			s, FACT_CODEBOOK, &uid, codebook, e, "tt", PROJECT_CODEBOOK, "project");
	if (rc == RC_OK)
		rc = sql_int(s, SQL_VERSION_BY_SHA, version, e, "ib", *codebook,
			(const void *)no_source, sizeof no_source);
	if (rc == RC_OK && *version == 0)
		rc = fact_add(s, FACT_VERSION, &version_id, version, e, "ibtn", *codebook,
			(const void *)no_source, sizeof no_source, "");
	if (rc == RC_OK)
		rc = sql_int(s, SQL_ACTIVE, &active, e, "i", *codebook);
	if (rc == RC_OK && active == 0)
		rc = fact_add(s, FACT_ACTIVE, NULL, NULL, e, "ii", *codebook, *version);
	return rc;
}

/* The code of this key, new or one whose making was undone. */
static enum rc take_code(struct store *s, int64_t codebook, int64_t version, const char *key,
	int64_t *id, struct err *e)
{
	int64_t text = 0;
	enum rc rc = sql_int(s, SQL_CODE_BY_KEY, id, e, "it", codebook, key);

	if (rc == RC_OK && *id != 0) {
		rc = sql_int(s, SQL_CODE_TEXT, &text, e, "ii", *id, version);
		if (rc == RC_OK && text != 0)
			rc = err_set(e, RC_INPUT, "there is a code 'project.%s' already", key);
		return rc;
	}
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE, NULL, id, e, "i", codebook);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE_KEY, NULL, NULL, e, "iti", codebook, key, *id);
	return rc;
}

enum rc store_code_new(struct store *s, const char *key, const char *label, const char *definition,
	int64_t parent, int64_t *id, struct err *e)
{
	struct buf made = BUF_INIT;
	int64_t codebook, version, seq = 0;
	enum rc rc = op_needed(s, e);

	*id = 0;
	if (key == NULL)
		key_of(label, &made);
	else
		buf_adds(&made, key);
	if (rc == RC_OK && !is_key(made.data))
		rc = err_set(e, RC_INPUT,
			"'%s' is no key for a code: letters, digits, '-' and '_', at most 63",
			made.data);
	if (rc == RC_OK && label != NULL && !utf8_valid(label, strlen(label), NULL))
		rc = err_set(e, RC_INPUT, "the label is no valid UTF-8");
	if (rc == RC_OK)
		rc = take_project_codebook(s, &codebook, &version, e);
	if (rc == RC_OK)
		rc = take_code(s, codebook, version, made.data, id, e);
	if (rc == RC_OK)
		rc = sql_int(s, SQL_CODE_TEXT_NEXT, &seq, e, "i", version);
	if (rc == RC_OK)
		rc = fact_add(s, FACT_CODE_TEXT, NULL, NULL, e, "iiointtttnnnnn", *id, version,
			parent, seq, made.data, label, (const char *)NULL, definition);
	buf_release(&made);
	return rc;
}

/* --- the overlay --- */

enum rc store_overlay_put(
	struct store *s, int64_t code, const char *field, const char *value, struct err *e)
{
	int64_t row = 0;
	bool same = false;
	struct query q;
	enum rc rc = op_needed(s, e);

	if (rc != RC_OK)
		return rc;
	query_start(&q, s, SQL_OVERLAY, e, "it", code, field);
	if (query_next(&q)) {
		row = query_int(&q, 0);
		same = value != NULL && strcmp(query_text(&q, 1), value) == 0;
	}
	rc = query_end(&q);
	if (rc != RC_OK || same)
		return rc;
	if (row != 0)
		rc = fact_end(s, FACT_OVERLAY, row, e);
	if (rc == RC_OK && value != NULL)
		rc = fact_add(s, FACT_OVERLAY, NULL, NULL, e, "itt", code, field, value);
	return rc;
}
