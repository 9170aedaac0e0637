/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What files do to each other: `extend` (CODEBOOK 6.15), one list of all codes,
 * the hashes, and the identity of the version.
 */
#include "codebooks/parse.h"

#include <string.h>

static struct code_full *full(struct code *c)
{
	return (struct code_full *)(void *)c; /* its first member */
}

/* --- which file sets which clause ---------------------------------------------------------------
 *
 * The order of files never matters (CODEBOOK 6.3): two files that both replace a clause, and do not
 * use each other, contradict. */

struct claim {
	const struct codebook *book; /* NULL: nobody's */
	struct at at;
};

static const char *const clauses[] = { "definition", "include", "exclude", "example", "source",
	"note", "color", "kind", "exclusive", "expand", "parent", "unit", "speakers", "threshold",
	"language" };

#define CLAUSES (sizeof clauses / sizeof *clauses)

static void find_set(const struct extension *x, bool set[CLAUSES])
{
	const struct code *c = x->body;
	const struct code_full *f = full((struct code *)c);
	const bool all[] = { c->definition != NULL, c->include != NULL, c->exclude != NULL,
		c->example != NULL, c->source != NULL, c->note != NULL, c->color != NULL,
		c->kind != NULL, c->exclusive != NULL, f->has_expand, x->parent != NULL,
		(f->own.has & OWN_UNIT) != 0, (f->own.has & OWN_SPEAKERS) != 0,
		(f->own.has & OWN_THRESHOLD) != 0, (f->own.has & OWN_LANGUAGES) != 0 };

	memcpy(set, all, sizeof all);
}

/* May CB replace what OTHER replaced?  If it uses it, or is the same file by another way. */
static bool stands_above(const struct codebook *cb, const struct codebook *other)
{
	if (cb != other &&
		memcmp(cb->files.items[0].sha, other->files.items[0].sha, SHA256_LEN) == 0)
		return true;
	vec_each (struct codebook *, used, &cb->used)
		if (*used == other)
			return true;
	return false;
}

static void claim_clauses(struct parser *p, const struct extension *x, struct code *to)
{
	bool set[CLAUSES];

	if (full(to)->taken == NULL)
		full(to)->taken = arena_calloc(p->arena, CLAUSES, sizeof(struct claim));
	find_set(x, set);
	for (size_t i = 0; i < CLAUSES; i++) {
		struct claim *c = &full(to)->taken[i];

		if (!set[i])
			continue;
		if (c->book == NULL || stands_above(p->cb, c->book))
			*c = (struct claim){ p->cb, x->at };
		else
			complain_hint(p->c,
				complain_error(p->c, x->at, SAY(E013_EXTENDED), clauses[i],
					to->full, c->book->files.items[0].name, c->at.line),
				SAY(H_EXTENDED_ONCE));
	}
}

/* --- extend -------------------------------------------------------------------------------------
 */

static void take_clauses(struct code *to, const struct code *from)
{
	const struct localised **texts[] = { &to->definition, &to->include, &to->exclude,
		&to->example, &to->source, &to->note };
	const struct localised *own[] = { from->definition, from->include, from->exclude,
		from->example, from->source, from->note };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (own[i] != NULL)
			*texts[i] = own[i];
	to->color = from->color != NULL ? from->color : to->color;
	to->kind = from->kind != NULL ? from->kind : to->kind;
	to->exclusive = from->exclusive != NULL ? from->exclusive : to->exclusive;
	to->inherit_up = to->inherit_up || from->inherit_up;
	if (full((struct code *)from)->has_expand) {
		to->expand_before = from->expand_before;
		to->expand_after = from->expand_after;
	}
}

/* A setting of the code holds for its rules that have none of their own. */
static void take_settings(struct code *to, const struct own *own)
{
	full(to)->own.has |= own->has;
	setting_take(&full(to)->own.v, own);
	setting_take(&to->set, own);
	for (size_t i = 0; i < to->nrules; i++) {
		struct rule_full *r = (struct rule_full *)(void *)to->rules[i];
		struct own rest = *own;

		rest.has &= ~r->own.has;
		setting_take(&r->rule.set, &rest);
	}
}

static void *joined(
	struct arena *a, const void *x, size_t nx, const void *y, size_t ny, size_t size)
{
	char *both = arena_calloc(a, nx + ny + 1, size);

	if (nx > 0)
		memcpy(both, x, nx * size);
	if (ny > 0 && y != NULL)
		memcpy(both + nx * size, y, ny * size);
	return both;
}

static void take_paths(struct arena *a, struct path_list *to, const struct path_list *from)
{
	to->items = joined(a, to->items, to->n, from->items, from->n, sizeof *to->items);
	to->n += from->n;
}

/* The same keyword again counts once; the same key for a rule is a mistake. */
static bool is_known(struct parser *p, const struct code *to, const struct rule *r)
{
	const struct rule *have = code_rule(to, r->key);

	if (have == NULL || (have->is_keyword && r->is_keyword && strcmp(have->key, r->key) != 0))
		return false;
	if (!have->is_keyword || !r->is_keyword)
		complain_hint(p->c, complain_error(p->c, r->at, SAY(E012_RULE), to->full, r->key),
			SAY(H_ANOTHER_NAME));
	return true;
}

static void take_rules(struct parser *p, struct code *to, const struct code *from)
{
	const struct rule **rules =
		joined(p->arena, to->rules, to->nrules, NULL, from->nrules, sizeof *rules);
	size_t n = to->nrules;

	for (size_t i = 0; i < from->nrules; i++)
		if (!is_known(p, to, from->rules[i]))
			rules[n++] = from->rules[i];
	to->rules = rules;
	to->nrules = n;
	to->tests = joined(
		p->arena, to->tests, to->ntests, from->tests, from->ntests, sizeof *to->tests);
	to->ntests += from->ntests;
}

static void move(struct parser *p, const struct extension *x, struct code *to)
{
	const struct code *parent = codebook_code(p->cb, x->parent);

	if (parent == NULL)
		resolve_unknown_code(p, x->at, x->parent);
	else
		to->parent = parent;
}

static void extend(struct parser *p, const struct extension *x)
{
	struct code *to = (struct code *)x->target;

	vec_each (struct code *, c, &p->cb->codes)
		if ((*c)->parent == x->body)
			(*c)->parent = to;
	if (to == NULL) /* its file is not read */
		return;
	claim_clauses(p, x, to);
	take_clauses(to, x->body);
	take_settings(to, &full((struct code *)x->body)->own);
	take_paths(p->arena, &to->see, &x->body->see);
	take_paths(p->arena, &to->was, &x->body->was);
	take_rules(p, to, x->body);
	if (x->parent != NULL)
		move(p, x, to);
}

/* --- one list of all codes ----------------------------------------------------------------------
 */

VEC_TYPE(code_vec, struct code *);

struct family {
	struct code_vec all, ordered;
	uint32_t *first, *next; /* child, sibling: by number in all, + 1 */
};

static void gather(const struct codebook *cb, struct code_vec *out)
{
	vec_each (struct code *, c, &cb->codes) {
		(*c)->index = (uint32_t)out->n;
		vec_push(out, *c);
	}
}

static void find_children(struct family *f)
{
	f->first = mem_zalloc(f->all.n + 1, sizeof *f->first);
	f->next = mem_zalloc(f->all.n + 1, sizeof *f->next);
	for (uint32_t i = (uint32_t)f->all.n; i-- > 0;) {
		const struct code *parent = f->all.items[i]->parent;

		if (parent == NULL)
			continue;
		f->next[i] = f->first[parent->index];
		f->first[parent->index] = i + 1;
	}
}

static void put_in_order(struct parser *p, struct family *f, uint32_t i, uint32_t depth)
{
	struct code *c = f->all.items[i];

	if (depth >= CODES_DEEP) {
		complain_error(p->c,
			p->cb->extensions.n > 0 ? p->cb->extensions.items[0].at : c->at,
			SAY(E022_CODE_MOVED), c->full, CODES_DEEP);
		return;
	}
	c->depth = depth;
	vec_push(&f->ordered, c);
	for (uint32_t k = f->first[i]; k > 0; k = f->next[k - 1])
		put_in_order(p, f, k - 1, depth + 1);
}

static void moved_below_itself(struct parser *p, struct code *c)
{
	vec_each (struct extension, x, &p->cb->extensions)
		if (x->target == c && x->parent != NULL) {
			complain_error(p->c, x->at, SAY(E015_MOVED), c->full);
			return;
		}
}

static void order_codes(struct parser *p)
{
	struct family f = { .all = VEC_INIT };

	gather(p->cb, &f.all);
	vec_each (struct codebook *, used, &p->cb->used)
		gather(*used, &f.all);
	find_children(&f);
	for (uint32_t i = 0; i < f.all.n; i++)
		if (f.all.items[i]->parent == NULL)
			put_in_order(p, &f, i, 0);
	vec_reset(&p->cb->codes);
	for (uint32_t i = 0; i < f.ordered.n; i++) {
		f.ordered.items[i]->index = i;
		vec_push(&p->cb->codes, f.ordered.items[i]);
	}
	for (uint32_t i = 0; f.ordered.n < f.all.n && i < f.all.n; i++)
		if (p->c->errors == 0)
			moved_below_itself(p, f.all.items[i]);
	if (f.ordered.n < f.all.n && p->c->errors == 0)
		complain_error(p->c, p->cb->extensions.items[0].at, SAY(E015_CODE_MOVED));
	free(f.first);
	free(f.next);
	vec_release(&f.all);
	vec_release(&f.ordered);
}

/* --- identity -----------------------------------------------------------------------------------
 */

static int compare_files(const void *a, const void *b)
{
	return strcmp((*(const struct load_file *const *)a)->id,
		(*(const struct load_file *const *)b)->id);
}

/* Of a file alone its own SHA-256; else of those of all files, with their ids. */
static void identify(struct parser *p)
{
	VEC(const struct load_file *) files = VEC_INIT;
	struct sha256 sha;

	memcpy(p->cb->sha, p->cb->files.items[0].sha, sizeof p->cb->sha);
	if (p->load->files.n == 1)
		return;
	vec_each (struct load_file, f, &p->load->files)
		vec_push(&files, f);
	vec_sort(&files, compare_files);
	sha256_start(&sha);
	sha256_adds(&sha, "codebook with files 1");
	vec_each (const struct load_file *, f, &files) {
		sha256_adds(&sha, (*f)->id);
		sha256_add(&sha, (*f)->own->files.items[0].sha, SHA256_LEN);
	}
	sha256_end(&sha, p->cb->sha);
	vec_release(&files);
}

void link_codebook(struct parser *p)
{
	const struct code *cyclic;

	vec_each (struct extension, x, &p->cb->extensions)
		extend(p, x);
	if (p->file != 0 || p->c->errors > 0)
		return;
	order_codes(p);
	if (p->c->errors > 0)
		return;
	cyclic = canon_codebook(p->cb);
	if (cyclic != NULL)
		complain_error(p->c,
			p->cb->extensions.n > 0 ? p->cb->extensions.items[0].at : cyclic->at,
			SAY(E015_ADDED), cyclic->full);
	identify(p);
}
