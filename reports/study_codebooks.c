/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/study_codebooks.h"

#include <string.h>

#include "base/listed.h"
#include "reports/study_document.h"

static const char *keep(struct study *st, const char *s)
{
	return s != NULL ? study_keep(st, s, strlen(s)) : "";
}

static const char *keep_sha(struct study *st, const uint8_t *sha)
{
	char hex[13];

	hex_of(sha, 6, hex);
	return arena_strdup(&st->arena, hex);
}

/* --- what the project runs --- */

VEC_TYPE(book_list, struct study_codebook);

struct reading {
	struct study *st;
	struct book_list books; /* as the project has them */
	VEC(int64_t) ids;
};

static enum rc note_book(const struct store_codebook *c, void *arg, struct err *e)
{
	struct reading *r = arg;

	(void)e;
	vec_push(&r->ids, c->id);
	vec_push(&r->books, ((struct study_codebook){ .name = keep(r->st, c->name),
				    .declared = keep(r->st, c->declared),
				    .sha = c->is_project ? "" : keep_sha(r->st, c->sha),
				    .uses = "",
				    .extends = "",
				    .is_project = c->is_project }));
	return RC_OK;
}

/* --- files --- */

static const char *with(struct study *st, const char *list, const char *word)
{
	if (listed(list, word))
		return list;
	return arena_printf(&st->arena, "%s%s%s", list, list[0] != '\0' ? ", " : "", word);
}

static void note_extension(struct study *st, struct study_codebook *file, const struct extension *x)
{
	if (x->target == NULL)
		return;
	file->extends = with(st, file->extends, keep(st, x->target->book->name));
	vec_each (struct study_code, code, &st->codes)
		if (strcmp(code->full, x->target->full) == 0)
			code->extended = with(st, code->extended, file->name);
}

static bool is_known(const struct study *st, const struct study_codebook *file)
{
	vec_each (const struct study_codebook, known, &st->codebooks)
		if (strcmp(known->name, file->name) == 0 && strcmp(known->sha, file->sha) == 0)
			return true;
	return false;
}

static void add_file(struct study *st, const struct codebook *cb, const uint8_t *sha)
{
	struct study_codebook file = { .name = keep(st, cb->name),
		.declared = keep(st, cb->declared),
		.sha = keep_sha(st, sha),
		.uses = "",
		.extends = "",
		.is_words = cb->codes.n == 0 };

	vec_each (const struct use, use, &cb->uses)
		if (use->book != NULL)
			file.uses = with(st, file.uses, keep(st, use->book->name));
	vec_each (const struct extension, x, &cb->extensions)
		note_extension(st, &file, x);
	if (!is_known(st, &file))
		vec_push(&st->codebooks, file);
}

static bool is_wanted(const struct study *st, const char *name, const struct codebook *cb)
{
	const char *only = st->options.codebook;

	return only == NULL || strcmp(name, only) == 0 ||
	       (cb != NULL && codebook_named(cb, only, strlen(only)) != NULL);
}

/* One that this version of the program does not understand is named all the same. */
static void add_book(
	struct study *st, struct store *s, int64_t id, const struct study_codebook *book)
{
	struct codebook *cb = NULL;
	struct err ignored = ERR_INIT;

	if (!book->is_project)
		store_codebook_load(s, id, &cb, &ignored);
	if (!is_wanted(st, book->name, cb)) {
		codebook_free(cb);
		return;
	}
	if (cb == NULL) {
		vec_push(&st->codebooks, *book);
		return;
	}
	vec_each (struct codebook *, used, &cb->used)
		add_file(st, *used, (*used)->files.items[0].sha);
	/* alone it is known by the bytes as they were read */
	add_file(st, cb, cb->files.n == 1 ? cb->sha : cb->files.items[0].sha);
	codebook_free(cb);
}

/* Decided on when its codebook was in the project, which it is not any more. */
static void add_former(struct study *st, const char *name)
{
	vec_each (const struct study_codebook, known, &st->codebooks)
		if (strcmp(known->name, name) == 0)
			return;
	vec_push(&st->codebooks,
		((struct study_codebook){
			.name = name, .declared = "", .sha = "", .uses = "", .extends = "" }));
}

enum rc study_codebooks_load(struct study *st, struct store *s, struct err *e)
{
	struct reading r = { .st = st };
	enum rc rc = store_codebooks(s, note_book, &r, e);

	for (size_t i = 0; i < r.ids.n && rc == RC_OK; i++)
		add_book(st, s, r.ids.items[i], &r.books.items[i]);
	vec_each (const struct study_code, code, &st->codes)
		add_former(st, code->codebook);
	vec_release(&r.books);
	vec_release(&r.ids);
	return rc;
}
