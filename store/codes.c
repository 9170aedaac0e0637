/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes: listing, finding by what a person types, the overlay.  Making new ones is in code_new.c.
 */
#include <string.h>

#include "base/listed.h"
#include "store/code_list.h"
#include "store/fact.h"
#include "store/near.h"

static enum rc each(struct code_list *l, store_code_fn *fn, void *arg, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < l->listing.n && rc == RC_OK; i++)
		rc = fn(&l->items.items[l->listing.items[i]].code, arg, e);
	code_list_release(l);
	return rc;
}

enum rc store_codes(struct store *s, store_code_fn *fn, void *arg, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load(s, &l, e);

	return rc == RC_OK ? each(&l, fn, arg, e) : rc;
}

enum rc store_codes_all(struct store *s, store_code_fn *fn, void *arg, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load_all(s, &l, e);

	return rc == RC_OK ? each(&l, fn, arg, e) : rc;
}

bool store_code_is_of(const struct store_code *c, const char *codebook)
{
	const char *list = c->bringers, *name;
	struct buf one = BUF_INIT;
	bool is = near_same(c->codebook, codebook);
	size_t len;

	while (!is && (name = listed_next(&list, &len)) != NULL) {
		buf_reset(&one);
		buf_add(&one, name, len);
		is = near_same(one.data, codebook);
	}
	buf_release(&one);
	return is;
}

const char *store_code_label(const struct store_code *c, const char *lang)
{
	bool english = strcmp(lang, "en") == 0;
	const char *first = english ? c->label_en : c->label_id;
	const char *second = english ? c->label_id : c->label_en;

	return *first != '\0' ? first : *second != '\0' ? second : c->key;
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

/* Former keys still lead to the code.  *retired: to one that is out. */
static enum rc look_before(struct store *s, const struct code_list *l, const char *typed,
	int64_t *id, unsigned *found, struct buf *list, const struct code_item **retired,
	struct err *e)
{
	struct query q;

	query_start(&q, s, SQL_CODE_KEYS, e, "");
	while (query_next(&q)) {
		const struct code_item *own = code_list_find(l, query_int(&q, 0));
		const struct code_item *n = code_list_resolve(l, query_int(&q, 0));
		char *full = mem_printf("%s.%s", query_text(&q, 2), query_text(&q, 1));

		if (near_same(full, typed) || near_same(query_text(&q, 1), typed)) {
			if (n != NULL)
				note(n, id, found, list);
			else if (own != NULL)
				*retired = own;
		}
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

static enum rc find(
	struct store *s, const struct code_list *l, const char *typed, int64_t *id, struct err *e)
{
	const struct code_item *retired = NULL;
	struct buf list = BUF_INIT;
	unsigned found = 0;
	enum rc rc = RC_OK;

	*id = 0;
	look_now(l, typed, id, &found, &list);
	if (found == 0)
		rc = look_before(s, l, typed, id, &found, &list, &retired, e);
	if (rc == RC_OK && found > 1)
		rc = err_set(
			e, RC_NOTFOUND, "several codebooks have a code '%s': %s", typed, list.data);
	else if (rc == RC_OK && found == 0 && retired != NULL)
		rc = err_set(e, RC_NOTFOUND,
			"the code '%s' is retired; 'tema codes restore %s' brings it back",
			retired->code.full, retired->code.full);
	else if (rc == RC_OK && found == 0)
		rc = not_found(l, typed, e);
	if (rc != RC_OK)
		*id = 0;
	buf_release(&list);
	return rc;
}

enum rc store_code_find(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load(s, &l, e);

	*id = 0;
	if (rc != RC_OK)
		return rc;
	rc = find(s, &l, typed, id, e);
	code_list_release(&l);
	return rc;
}

enum rc store_code_find_any(struct store *s, const char *typed, int64_t *id, struct err *e)
{
	struct code_list l;
	enum rc rc = code_list_load_all(s, &l, e);

	*id = 0;
	if (rc != RC_OK)
		return rc;
	rc = find(s, &l, typed, id, e);
	code_list_release(&l);
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

enum rc store_overlay_refer(
	struct store *s, int64_t code, const char *field, int64_t to, struct err *e)
{
	char hex[UID_HEX] = "";
	struct uid uid;
	enum rc rc = to != 0 ? fact_uid(s, SQL_CODE_UID, to, &uid, e) : RC_OK;

	if (to != 0 && rc == RC_OK)
		uid_hex(&uid, hex);
	return rc == RC_OK ? store_overlay_put(s, code, field, hex, e) : rc;
}
