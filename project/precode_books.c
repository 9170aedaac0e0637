/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/precode_books.h"

#include <string.h>

#include "store/codebooks.h"

void precode_alongs_release(struct precode_alongs *a)
{
	vec_release(&a->list);
	arena_release(&a->arena);
}

void precode_books_release(struct precode_books *b)
{
	vec_each (struct codebook *, cb, &b->owned)
		codebook_free(*cb);
	vec_release(&b->owned);
	vec_release(&b->all);
	vec_release(&b->run);
	vec_release(&b->without);
}

/* --- what codebooks have in common --- */

/* The codebook of this name among its files, itself included; NULL if there is none. */
static const struct codebook *part(const struct codebook *cb, const char *name)
{
	return codebook_named(cb, name, strlen(name));
}

static bool uses(const struct codebook *cb, const struct codebook *other)
{
	return strcmp(cb->name, other->name) != 0 && part(cb, other->name) != NULL;
}

/* A code that both bring; NULL if there is none. */
static const struct code *shared_code(const struct codebook *a, const struct codebook *b)
{
	vec_each (struct code *, x, &a->codes)
		vec_each (struct code *, y, &b->codes)
			if (strcmp((*x)->full, (*y)->full) == 0)
				return *x;
	return NULL;
}

static bool extends(const struct codebook *cb, const char *other)
{
	vec_each (const struct extension, x, &cb->extensions)
		if (x->target != NULL && strcmp(x->target->book->name, other) == 0)
			return true;
	return false;
}

static bool is_part(const struct precode_books *b, const struct codebook *cb)
{
	vec_each (const struct codebook *, other, &b->all)
		if (uses(*other, cb))
			return true;
	return false;
}

/* --- the project's codebooks --- */

struct active {
	struct store *store;
	VEC(int64_t) ids;
	VEC(const char *) names;
	struct arena arena;
};

static enum rc note_active(const struct store_codebook *cb, void *arg, struct err *e)
{
	struct active *a = arg;

	(void)e;
	if (cb->is_project)
		return RC_OK;
	vec_push(&a->ids, cb->id);
	vec_push(&a->names, arena_strdup(&a->arena, cb->name));
	return RC_OK;
}

static void active_release(struct active *a)
{
	vec_release(&a->ids);
	vec_release(&a->names);
	arena_release(&a->arena);
}

static enum rc add_active(struct precode_books *b, const struct active *a, size_t i, struct err *e)
{
	struct codebook *cb = NULL;
	enum rc rc = store_codebook_load(a->store, a->ids.items[i], &cb, e);

	if (rc == RC_OK)
		vec_push(&b->owned, cb);
	return rc;
}

static bool is_given(const struct precode_books *b, const char *name)
{
	vec_each (const struct codebook *, cb, &b->all)
		if (strcmp((*cb)->name, name) == 0)
			return true;
	return false;
}

static bool is_out(const struct precode_books *b, int64_t id)
{
	vec_each (const int64_t, out, &b->without)
		if (*out == id)
			return true;
	return false;
}

/* The other codebooks of the project.  One that this version of the program does not understand
 * keeps what it suggested; but when all are to run again, that is an error. */
static enum rc load_others(struct precode_books *b, const struct active *a, bool all, struct err *e)
{
	for (size_t i = 0; i < a->ids.n; i++) {
		struct err ignored = ERR_INIT;
		enum rc rc;

		if (is_given(b, a->names.items[i]) || is_out(b, a->ids.items[i]))
			continue;
		rc = add_active(b, a, i, all ? e : &ignored);
		if (rc != RC_OK && (all || rc != RC_INPUT))
			return all ? rc : err_set(e, rc, "%s", ignored.msg);
	}
	return RC_OK;
}

/* --- checks --- */

static enum rc check_given(const struct precode_books *b, struct err *e)
{
	for (size_t i = 0; i < b->all.n; i++) {
		const struct codebook *cb = b->all.items[i];

		if (cb->codes.n == 0)
			return err_set(e, RC_INPUT,
				"'%s' has no codes, only word lists for other codebooks; run one "
				"that uses it ('tema codebook list' shows which do)",
				cb->name);
		for (size_t k = 0; k < i; k++)
			if (strcmp(cb->name, b->all.items[k]->name) == 0)
				return err_set(e, RC_INPUT, "two of these codebooks are named '%s'",
					cb->name);
	}
	return RC_OK;
}

static enum rc find_without(struct precode_books *b, const struct active *a,
	const char *const *names, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;

		while (at < a->names.n && strcmp(a->names.items[at], names[i]) != 0)
			at++;
		if (at == a->names.n)
			return err_set(e, RC_NOTFOUND,
				"the project does not run a codebook '%s': nothing to take out",
				names[i]);
		if (is_given(b, names[i]))
			return err_set(
				e, RC_USAGE, "'%s' cannot be run and taken out at once", names[i]);
		vec_push(&b->without, a->ids.items[at]);
	}
	return RC_OK;
}

static void add_version(const struct codebook *cb, const struct codebook *in, struct buf *out)
{
	char sha[2 * 6 + 1];

	hex_of(cb->files.items[0].sha, 6, sha);
	if (cb->declared != NULL)
		buf_printf(out, "version %s, ", cb->declared);
	buf_printf(out, "SHA-256 %s", sha);
	if (cb != in)
		buf_printf(out, ", in '%s'", in->name);
}

/* USER uses the file that OTHER has another version of. */
static enum rc two_versions(
	const struct codebook *user, const struct codebook *other, const char *name, struct err *e)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "two versions of the codebook '%s' would run at once: ", name);
	add_version(part(user, name), user, &text);
	buf_adds(&text, "; ");
	add_version(part(other, name), other, &text);
	buf_printf(&text,
		"\nrun both again, each as it is now: -c %s -c %s; or take one out: --without "
		"%s\nor let it use a file of your own: tema codebook copy %s -o %s.codebook, and "
		"write there use \"%s.codebook\"",
		other->name, user->name, user->name, user->name, user->name, name);
	err_set(e, RC_INPUT, "%s", text.data);
	buf_release(&text);
	return RC_INPUT;
}

static bool same_file(const struct codebook *a, const struct codebook *b)
{
	const struct source_file *x = &a->files.items[0], *y = &b->files.items[0];

	return x->len == y->len && memcmp(x->text, y->text, x->len) == 0;
}

static enum rc check_part(const struct codebook *a, const struct codebook *b,
	const struct codebook *of_a, struct err *e)
{
	const struct codebook *of_b = part(b, of_a->name);

	if (of_b == NULL || same_file(of_a, of_b))
		return RC_OK;
	return of_a == a ? two_versions(b, a, of_a->name, e) : two_versions(a, b, of_a->name, e);
}

static enum rc check_versions(const struct precode_books *b, struct err *e)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < b->all.n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct codebook *x = b->all.items[i], *y = b->all.items[k];

			if (shared_code(x, y) == NULL)
				continue;
			rc = check_part(x, y, x, e);
			for (size_t u = 0; u < x->used.n && rc == RC_OK; u++)
				rc = check_part(x, y, x->used.items[u], e);
			if (rc != RC_OK)
				return rc;
		}
	return RC_OK;
}

/* --- choosing --- */

static void tell_along(struct precode_alongs *t, const struct codebook *cb,
	const struct codebook *with, const struct code *shared)
{
	const char *base = shared->book->name;
	struct precode_along one = { .name = cb->name, .other = base };

	one.how = extends(cb, base) ? PRECODE_EXTENDS : PRECODE_USES;
	if (uses(with, cb)) {
		one.other = with->name;
		one.how = PRECODE_PART;
	}
	one.name = arena_strdup(&t->arena, one.name);
	one.other = arena_strdup(&t->arena, one.other);
	vec_push(&t->list, one);
}

/* Every other codebook that has codes in common with one that is run, until there is no more. */
static void take_along(struct precode_books *b, struct precode_alongs *t)
{
	for (size_t i = 0; i < b->all.n; i++)
		vec_each (struct codebook *, cb, &b->owned) {
			const struct codebook *with = b->all.items[i];
			const struct code *shared =
				is_given(b, (*cb)->name) ? NULL : shared_code(with, *cb);

			if (shared == NULL)
				continue;
			tell_along(t, *cb, with, shared);
			vec_push(&b->all, *cb);
		}
}

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const struct codebook *const *)a)->name,
		(*(const struct codebook *const *)b)->name);
}

static void choose_run(struct precode_books *b)
{
	vec_each (const struct codebook *, cb, &b->all)
		if (!is_part(b, *cb))
			vec_push(&b->run, *cb);
	vec_sort(&b->run, by_name);
}

enum rc precode_books_choose(struct store *s, const struct codebook *const *given, size_t n,
	const char *const *without, size_t nwithout, struct precode_books *out,
	struct precode_alongs *along, struct err *e)
{
	struct active a = { .store = s, .arena = ARENA_INIT };
	enum rc rc = store_codebooks(s, note_active, &a, e);

	*out = (struct precode_books){ 0 };
	*along = (struct precode_alongs){ .arena = ARENA_INIT };
	for (size_t i = 0; i < n; i++)
		vec_push(&out->all, given[i]);
	if (rc == RC_OK)
		rc = check_given(out, e);
	if (rc == RC_OK)
		rc = find_without(out, &a, without, nwithout, e);
	if (rc == RC_OK)
		rc = load_others(out, &a, n == 0, e);
	for (size_t i = 0; i < out->owned.n && n == 0; i++)
		vec_push(&out->all, out->owned.items[i]);
	take_along(out, along);
	if (rc == RC_OK)
		rc = check_versions(out, e);
	choose_run(out);
	active_release(&a);
	return rc;
}

enum rc precode_books_active(struct store *s, struct precode_books *out, struct err *e)
{
	struct active a = { .store = s, .arena = ARENA_INIT };
	enum rc rc = store_codebooks(s, note_active, &a, e);

	*out = (struct precode_books){ 0 };
	if (rc == RC_OK)
		rc = load_others(out, &a, true, e);
	vec_each (struct codebook *, cb, &out->owned)
		vec_push(&out->all, *cb);
	choose_run(out);
	active_release(&a);
	return rc;
}
