/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which code and which rule of one version is which of the other. */
#include "codebooks/changes.h"

#include <string.h>

#include "base/buf.h"
#include "base/intern.h"

const char *const change_how_names[] = { "same", "changed", "added", "removed" };
const char *const change_about_names[] = { "text", "tests", "score", "matching" };

/* Keys in small letters (ASCII): capitals make no difference in them. */
static uint32_t key_number(struct intern *t, const char *key, bool add)
{
	struct buf small = BUF_INIT;
	uint32_t n;

	for (; *key != '\0'; key++)
		buf_addc(&small, *key >= 'A' && *key <= 'Z' ? (char)(*key - 'A' + 'a') : *key);
	n = add ? intern_add(t, small.data, small.len) : intern_find(t, small.data, small.len);
	buf_release(&small);
	return n;
}

/* --- rules of one code --------------------------------------------------------------------------
 */

#define FREE UINT32_MAX

struct pairing {
	const struct code *before, *after;
	uint32_t *of_before, *of_after; /* index of the partner, or FREE */
};

static void join(struct pairing *p, uint32_t before, uint32_t after)
{
	p->of_before[before] = after;
	p->of_after[after] = before;
}

static void pair_by_key(struct pairing *p)
{
	struct intern keys = INTERN_INIT;

	/* a keyword that counts for its capitals may be there twice: the same bytes first */
	for (uint32_t i = 0; i < p->after->nrules; i++)
		intern_add(&keys, p->after->rules[i]->key, strlen(p->after->rules[i]->key));
	for (uint32_t i = 0; i < p->before->nrules; i++) {
		const char *key = p->before->rules[i]->key;
		uint32_t k = intern_find(&keys, key, strlen(key));

		if (k != INTERN_NONE && p->of_after[k] == FREE)
			join(p, i, k);
	}
	intern_release(&keys);
}

static void pair_by_was(struct pairing *p)
{
	struct intern keys = INTERN_INIT;
	VEC(uint32_t) rule_of = VEC_INIT;

	for (uint32_t i = 0; i < p->before->nrules; i++)
		if (p->of_before[i] == FREE &&
			key_number(&keys, p->before->rules[i]->key, true) == rule_of.n)
			vec_push(&rule_of, i);
	for (uint32_t i = 0; i < p->after->nrules; i++) {
		const char *was = p->after->rules[i]->was;
		uint32_t k = was != NULL && p->of_after[i] == FREE ? key_number(&keys, was, false)
								   : INTERN_NONE;

		if (k == INTERN_NONE) /* only the capitals of its key are others? */
			k = p->of_after[i] == FREE
				    ? key_number(&keys, p->after->rules[i]->key, false)
				    : INTERN_NONE;
		if (k != INTERN_NONE && p->of_before[rule_of.items[k]] == FREE)
			join(p, rule_of.items[k], i);
	}
	vec_release(&rule_of);
	intern_release(&keys);
}

static void pair_by_hash(struct pairing *p)
{
	struct intern hashes = INTERN_INIT;
	VEC(uint32_t) rule_of = VEC_INIT;

	for (uint32_t i = 0; i < p->after->nrules; i++)
		if (p->of_after[i] == FREE &&
			intern_add(&hashes, (const char *)p->after->rules[i]->hash, SHA256_LEN) ==
				rule_of.n)
			vec_push(&rule_of, i);
	for (uint32_t i = 0; i < p->before->nrules; i++) {
		const struct rule *r = p->before->rules[i];
		uint32_t k = p->of_before[i] == FREE
				     ? intern_find(&hashes, (const char *)r->hash, SHA256_LEN)
				     : INTERN_NONE;

		if (k != INTERN_NONE && p->of_after[rule_of.items[k]] == FREE)
			join(p, i, rule_of.items[k]);
	}
	vec_release(&rule_of);
	intern_release(&hashes);
}

static void note_pair(struct changes *c, struct change_code *k, const struct rule *before,
	const struct rule *after)
{
	struct change_rule r = { .before = before, .after = after };

	if (before == NULL) {
		r.how = CHANGE_ADDED;
	} else if (after == NULL) {
		r.how = CHANGE_REMOVED;
	} else {
		r.renamed = strcmp(before->key, after->key) != 0;
		r.matching = memcmp(before->hash, after->hash, SHA256_LEN) != 0;
		changes_of_rule(c, &r);
		if (r.renamed || r.matching || r.fields.n > 0)
			r.how = CHANGE_EDITED;
	}
	if (r.how != CHANGE_NONE)
		vec_push(&k->rules, r);
}

static void pair_rules(struct changes *c, struct change_code *k)
{
	size_t before = k->before->nrules, after = k->after->nrules;
	struct pairing p = { k->before, k->after, mem_zalloc(before + 1, sizeof(uint32_t)),
		mem_zalloc(after + 1, sizeof(uint32_t)) };

	memset(p.of_before, 0xff, before * sizeof *p.of_before);
	memset(p.of_after, 0xff, after * sizeof *p.of_after);
	pair_by_key(&p);
	pair_by_was(&p);
	pair_by_hash(&p);
	for (size_t i = 0; i < after; i++)
		note_pair(c, k, p.of_after[i] != FREE ? k->before->rules[p.of_after[i]] : NULL,
			k->after->rules[i]);
	for (size_t i = 0; i < before; i++)
		if (p.of_before[i] == FREE)
			note_pair(c, k, k->before->rules[i], NULL);
	free(p.of_before);
	free(p.of_after);
}

/* --- codes --------------------------------------------------------------------------------------
 */

/* Where `was PATH` of C led. */
static uint32_t was_number(struct intern *codes, const struct code *c, const char *path)
{
	char *full = strchr(path, '.') != NULL ? mem_strdup(path)
					       : mem_printf("%s.%s", c->book->name, path);
	uint32_t k = key_number(codes, full, false);

	free(full);
	return k;
}

struct code_pairing {
	struct changes *c;
	struct intern codes; /* of the version before, by full key */
	bool *taken;	     /* by number there */
};

/* A new key whose `was` names a code that is there no more. */
static void pair_renamed(struct code_pairing *p, struct change_code *k)
{
	for (size_t i = 0; k->before == NULL && i < k->after->was.n; i++) {
		uint32_t at = was_number(&p->codes, k->after, k->after->was.items[i]);

		if (at == INTERN_NONE || p->taken[at])
			continue;
		k->before = p->c->before->codes.items[at];
		p->taken[at] = k->renamed = true;
	}
}

/* Which code takes in one that is removed; NULL: none. */
static const struct code *merged_into(struct code_pairing *p, uint32_t number)
{
	vec_each (struct code *, code, &p->c->after->codes)
		for (size_t i = 0; i < (*code)->was.n; i++)
			if (was_number(&p->codes, *code, (*code)->was.items[i]) == number)
				return *code;
	return NULL;
}

static void pair_codes(struct changes *c)
{
	struct code_pairing p = { c, INTERN_INIT,
		mem_zalloc(c->before->codes.n + 1, sizeof *p.taken) };

	vec_each (struct code *, code, &c->before->codes)
		key_number(&p.codes, (*code)->full, true);
	vec_each (struct code *, code, &c->after->codes) {
		struct change_code *k = vec_new(&c->codes);
		uint32_t at = key_number(&p.codes, (*code)->full, false);

		k->after = *code;
		if (at == INTERN_NONE)
			continue;
		k->before = c->before->codes.items[at];
		p.taken[at] = true;
	}
	vec_each (struct change_code, k, &c->codes)
		pair_renamed(&p, k);
	vec_each (struct code *, code, &c->before->codes) {
		uint32_t at = (uint32_t)(code - c->before->codes.items);

		if (!p.taken[at])
			vec_push(&c->codes, ((struct change_code){ .before = *code,
						    .into = merged_into(&p, at) }));
	}
	free(p.taken);
	intern_release(&p.codes);
}

static bool is_partner(const struct changes *c, const struct code *before, const struct code *after)
{
	if (before == NULL || after == NULL)
		return before == NULL && after == NULL;
	return c->codes.items[after->index].before == before;
}

static void compare_code(struct changes *c, struct change_code *k)
{
	if (k->before == NULL) {
		k->how = CHANGE_ADDED;
		c->added++;
		return;
	}
	if (k->after == NULL) {
		k->how = CHANGE_REMOVED;
		c->removed++;
		return;
	}
	k->moved = !is_partner(c, k->before->parent, k->after->parent);
	changes_of_code(c, k);
	pair_rules(c, k);
	if (k->renamed || k->moved || k->fields.n > 0 || k->rules.n > 0) {
		k->how = CHANGE_EDITED;
		c->edited++;
	}
}

/* --- what went from one code to another ---------------------------------------------------------
 */

static void find_moved_rules(struct changes *c)
{
	struct intern hashes = INTERN_INIT;
	VEC(struct change_rule *) added = VEC_INIT;

	vec_each (struct change_code, k, &c->codes)
		vec_each (struct change_rule, r, &k->rules)
			if (r->how == CHANGE_ADDED &&
				intern_add(&hashes, (const char *)r->after->hash, SHA256_LEN) ==
					added.n)
				vec_push(&added, r);
	vec_each (struct change_code, k, &c->codes)
		vec_each (struct change_rule, r, &k->rules) {
			uint32_t at = r->how == CHANGE_REMOVED
					      ? intern_find(&hashes, (const char *)r->before->hash,
							SHA256_LEN)
					      : INTERN_NONE;

			if (at == INTERN_NONE)
				continue;
			r->other = added.items[at]->after->code;
			added.items[at]->other = r->before->code;
		}
	vec_release(&added);
	intern_release(&hashes);
}

static size_t shared_rules(const struct code *a, const struct code *b)
{
	struct intern hashes = INTERN_INIT;
	size_t n = 0;

	for (size_t i = 0; i < b->nrules; i++)
		intern_add(&hashes, (const char *)b->rules[i]->hash, SHA256_LEN);
	for (size_t i = 0; i < a->nrules; i++)
		n += intern_find(&hashes, (const char *)a->rules[i]->hash, SHA256_LEN) !=
		     INTERN_NONE;
	intern_release(&hashes);
	return n;
}

/* The same label, or half of the rules. */
static bool look_alike(const struct code *a, const struct code *b)
{
	const char *x = localised_text(a->label, "id"), *y = localised_text(b->label, "id");

	if (x[0] != '\0' && strcmp(x, y) == 0)
		return true;
	return a->nrules > 0 && 2 * shared_rules(a, b) >= a->nrules;
}

static void find_likes(struct changes *c)
{
	for (size_t i = c->after->codes.n; i < c->codes.n; i++) {
		struct change_code *gone = &c->codes.items[i];

		if (gone->into != NULL)
			continue;
		vec_each (struct change_code, k, &c->codes) {
			if (k->how != CHANGE_ADDED || k->like != NULL ||
				k->after->book->name == NULL ||
				strcmp(k->after->book->name, gone->before->book->name) != 0 ||
				!look_alike(gone->before, k->after))
				continue;
			gone->like = k->after;
			k->like = gone->before;
			break;
		}
	}
}

/* --- all ----------------------------------------------------------------------------------------
 */

void changes_find(const struct codebook *before, const struct codebook *after, struct changes *out)
{
	*out = (struct changes){ .arena = ARENA_INIT, .before = before, .after = after };
	changes_of_file(out);
	pair_codes(out);
	vec_each (struct change_code, k, &out->codes)
		compare_code(out, k);
	find_moved_rules(out);
	find_likes(out);
	changes_of_lists(out);
	changes_through(out);
}

bool changes_any(const struct changes *c)
{
	return c->added + c->removed + c->edited > 0 || c->fields.n > 0 || c->lists.n > 0;
}

void changes_release(struct changes *c)
{
	vec_each (struct change_code, k, &c->codes) {
		vec_each (struct change_rule, r, &k->rules) {
			vec_release(&r->fields);
			vec_release(&r->through);
		}
		vec_release(&k->fields);
		vec_release(&k->rules);
	}
	vec_each (struct change_list, l, &c->lists) {
		vec_release(&l->added);
		vec_release(&l->removed);
		vec_release(&l->rules);
	}
	vec_release(&c->fields);
	vec_release(&c->codes);
	vec_release(&c->lists);
	arena_release(&c->arena);
}
