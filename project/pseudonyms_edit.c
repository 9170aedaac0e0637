/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the list: everything is checked first, then written as one op. */
#include <string.h>

#include "base/utf8.h"
#include "project/pseudonyms.h"

static bool is_apostrophe(uint32_t cp)
{
	return cp == '`' || cp == 0x2018 || cp == 0x2019 || cp == 0x02bc;
}

/* By what entries are the same: "Sari" and "SARI", "Nur'aini" and "Nur’aini". */
static const char *key_of(struct arena *a, const char *find)
{
	size_t len = strlen(find), pos = 0, start, end, from = 0;
	struct buf key = BUF_INIT;
	const char *kept;

	while (redact_word(find, len, &pos, &start, &end)) {
		for (size_t at = from; key.len > 0 && at < start;) {
			uint32_t cp;
			size_t step = utf8_next(find + at, find + start, &cp);

			if (is_apostrophe(cp))
				buf_addc(&key, '\'');
			else if (!utf8_is_space(cp))
				buf_add(&key, find + at, step);
			else if (key.data[key.len - 1] != ' ')
				buf_addc(&key, ' ');
			at += step;
		}
		redact_form(find + start, end - start, &key);
		from = end;
	}
	kept = arena_dup(a, key.data, key.len);
	buf_release(&key);
	return kept;
}

static size_t letters_of(const char *text)
{
	size_t n = 0;

	for (const char *p = text, *end = text + strlen(text); p < end;) {
		uint32_t cp;

		p += utf8_next(p, end, &cp);
		n += utf8_is_letter(cp) || utf8_is_digit(cp);
	}
	return n;
}

static bool has_controls(const char *text)
{
	for (const char *p = text, *end = text + strlen(text); p < end;) {
		uint32_t cp;

		p += utf8_next(p, end, &cp);
		if (utf8_is_control(cp) || utf8_is_bidi(cp))
			return true;
	}
	return false;
}

static enum rc check_pair(const struct pseudonym_pair *pair, struct err *e)
{
	if (!utf8_valid(pair->find, strlen(pair->find), NULL) ||
		!utf8_valid(pair->replace, strlen(pair->replace), NULL))
		return err_set(e, RC_USAGE, "the name is no valid UTF-8");
	if (letters_of(pair->find) < 2)
		return err_set(
			e, RC_USAGE, "a name has at least two letters, not '%s'", pair->find);
	if (letters_of(pair->replace) == 0)
		return err_set(e, RC_USAGE,
			"say what stands in the place of '%s': a code or another name", pair->find);
	if (utf8_count(pair->replace, strlen(pair->replace)) > PSEUDONYM_MAX)
		return err_set(e, RC_USAGE, "'%s' is too long to replace a name (%d characters)",
			pair->replace, PSEUDONYM_MAX);
	if (has_controls(pair->replace) || has_controls(pair->find))
		return err_set(e, RC_USAGE, "'%s' holds a control character", pair->find);
	return RC_OK;
}

/* What stands in a name's place must not be replaced itself. */
static enum rc check_chain(const struct pseudonyms *p, const struct redactor *r,
	const struct pseudonym *n, struct err *e)
{
	struct redact_map map = { VEC_INIT, VEC_INIT };
	struct buf out = BUF_INIT;
	enum rc rc = RC_OK;

	redact(r, REDACT_NAME, n->replace, strlen(n->replace), &out, &map);
	if (map.cuts.n > 0 && !(n->implied && p->list.items[map.cuts.items[0].rule].implied))
		rc = err_set(e, RC_USAGE,
			"'%s' cannot stand for '%s': it holds '%s', which is replaced itself",
			n->replace, n->find, p->list.items[map.cuts.items[0].rule].find);
	redact_map_release(&map);
	buf_release(&out);
	return rc;
}

/* Every replacement that a changed list has, by one redactor. */
static enum rc check_all(const struct pseudonyms *p, struct err *e)
{
	struct redactor *r = pseudonyms_redactor(p);
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < p->list.n; i++)
		if (!p->list.items[i].keep)
			rc = check_chain(p, r, &p->list.items[i], e);
	redactor_free(r);
	return rc;
}

/* ---- planning -------------------------------------------------------------------------------- */

struct plan {
	struct pseudonyms now;	/* the list as it will be, for the checks */
	VEC(const char *) keys; /* of its entries */
	VEC(int64_t) ended;	/* rows */
	VEC(struct pseudonym_pair) added;
};

static struct pseudonym *find_entry(struct plan *plan, const char *key)
{
	for (size_t i = 0; i < plan->keys.n; i++)
		if (!plan->now.list.items[i].implied && strcmp(plan->keys.items[i], key) == 0)
			return &plan->now.list.items[i];
	return NULL;
}

static enum rc plan_load(struct plan *plan, struct store *s, struct err *e)
{
	enum rc rc = pseudonyms_load(s, &plan->now, e);

	vec_each (const struct pseudonym, n, &plan->now.list)
		vec_push(&plan->keys, key_of(&plan->now.arena, n->find));
	return rc;
}

static void plan_pair(
	struct plan *plan, const struct pseudonym_pair *pair, struct pseudonym_changes *c)
{
	const char *key = key_of(&plan->now.arena, pair->find);
	struct pseudonym *n = find_entry(plan, key);

	if (n != NULL && strcmp(n->replace, pair->replace) == 0) {
		c->same++;
		n->places = 1; /* named by a pair */
		return;
	}
	vec_push(&plan->added, *pair);
	if (n != NULL) {
		c->changed++;
		if (n->row != 0)
			vec_push(&plan->ended, n->row);
	} else {
		c->added++;
		n = vec_new(&plan->now.list);
		vec_push(&plan->keys, key);
	}
	*n = (struct pseudonym){ .find = pair->find,
		.replace = pair->replace,
		.keep = strcmp(pair->find, pair->replace) == 0,
		.places = 1 };
}

static void plan_exact(struct plan *plan, struct pseudonym_changes *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < plan->now.list.n; i++) {
		const struct pseudonym *n = &plan->now.list.items[i];

		if (!n->implied && n->places == 0) {
			vec_push(&plan->ended, n->row);
			c->removed++;
		} else {
			plan->now.list.items[kept++] = *n;
		}
	}
	plan->now.list.n = kept;
}

static enum rc write_plan(
	const struct plan *plan, struct store *s, const char *detail, struct err *e)
{
	enum rc rc = RC_OK;

	vec_each (const int64_t, row, &plan->ended)
		if (rc == RC_OK)
			rc = store_pseudonym_end(s, *row, e);
	vec_each (const struct pseudonym_pair, pair, &plan->added)
		if (rc == RC_OK)
			rc = store_pseudonym_add(s, pair->find, pair->replace, e);
	return rc == RC_OK ? store_detail(s, detail, e) : rc;
}

static enum rc in_an_op(const struct plan *plan, struct store *s, const struct person *who,
	const char *detail, struct err *e)
{
	enum rc rc = store_begin(s, who, "pseudonyms", e);

	if (rc != RC_OK)
		return rc;
	rc = write_plan(plan, s, detail, e);
	if (rc == RC_OK)
		return store_commit(s, e);
	store_rollback(s);
	return rc;
}

static void plan_release(struct plan *plan)
{
	pseudonyms_release(&plan->now);
	vec_release(&plan->keys);
	vec_release(&plan->ended);
	vec_release(&plan->added);
}

enum rc pseudonyms_put(struct store *s, const struct person *who,
	const struct pseudonym_pair *pairs, size_t n, bool exact, bool dry_run,
	struct pseudonym_changes *changes, size_t *bad, struct err *e)
{
	struct plan plan = { .now = { .arena = ARENA_INIT } };
	enum rc rc = plan_load(&plan, s, e);
	char *detail;

	*changes = (struct pseudonym_changes){ 0 };
	*bad = n;
	for (size_t i = 0; rc == RC_OK && i < n; i++) {
		rc = check_pair(&pairs[i], e);
		*bad = rc == RC_OK ? n : i;
		if (rc == RC_OK)
			plan_pair(&plan, &pairs[i], changes);
	}
	if (rc == RC_OK && exact)
		plan_exact(&plan, changes);
	if (rc == RC_OK)
		rc = check_all(&plan.now, e);
	detail = mem_printf("%u added, %u changed, %u removed", changes->added, changes->changed,
		changes->removed);
	if (rc == RC_OK && !dry_run)
		rc = in_an_op(&plan, s, who, detail, e); /* names stay out of the log */
	free(detail);
	plan_release(&plan);
	return rc;
}

enum rc pseudonyms_remove(
	struct store *s, const struct person *who, const char *find, struct err *e)
{
	struct plan plan = { .now = { .arena = ARENA_INIT } };
	enum rc rc = plan_load(&plan, s, e);
	bool implied = false;
	const char *key;

	if (rc == RC_OK && !utf8_valid(find, strlen(find), NULL))
		rc = err_set(e, RC_USAGE, "the name is no valid UTF-8");
	key = rc == RC_OK ? key_of(&plan.now.arena, find) : "";
	for (size_t i = 0; rc == RC_OK && i < plan.now.list.n; i++) {
		const struct pseudonym *n = &plan.now.list.items[i];

		if (strcmp(plan.keys.items[i], key) != 0)
			continue;
		implied |= n->implied;
		if (!n->implied)
			vec_push(&plan.ended, n->row);
	}
	if (rc == RC_OK && plan.ended.n == 0 && implied)
		rc = err_set(e, RC_NOTFOUND,
			"'%s' follows from a speaker's informant code; 'tema pseudonyms keep' "
			"leaves it as it is",
			find);
	else if (rc == RC_OK && plan.ended.n == 0)
		rc = err_set(e, RC_NOTFOUND, "'%s' is not in the list", find);
	if (rc == RC_OK)
		rc = in_an_op(&plan, s, who, "removed", e);
	plan_release(&plan);
	return rc;
}
