/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `see BOOK.KEY`: is there such a code?  The codebook need not be one that this
 * file uses: shipped ones and those beside this file are looked at, too.
 */
#include <string.h>

#include "base/file.h"
#include "base/opt.h"
#include "base/utf8.h"
#include "codebooks/library.h"
#include "codebooks/lint.h"

#define NAMES_TRIED 1000 /* for "did you mean" */

/* Codebooks that were looked at, and their codes: "book", "book.key" in small letters. */
struct sought {
	struct intern books, codes;
	VEC(bool) found; /* by number of the book */
	VEC(const char *)
	keys; /* by number of the code, as they are written; in the parser's arena */
};

static void add_key(
	struct parser *p, struct sought *s, const char *book, const char *key, size_t len)
{
	const char *full = arena_printf(p->arena, "%s.%.*s", book, (int)len, key);
	uint32_t before = s->codes.n;
	const char *low = parse_lower(p, full);

	if (intern_add(&s->codes, low, strlen(low)) == before)
		vec_push(&s->keys, full);
}

/* The keys behind `code`, whatever else the text holds. */
static void read_keys(struct parser *p, struct sought *s, const char *book, const struct buf *text)
{
	struct lexer lex;
	struct token t;
	bool key = false;

	lexer_init(&lex, text->data, text->len);
	for (lexer_next(&lex, &t); t.kind != TOKEN_END; lexer_next(&lex, &t)) {
		if (key && t.kind == TOKEN_RUN)
			add_key(p, s, book, text->data + t.start, t.end - t.start);
		key = t.kind == TOKEN_RUN && t.word == WORD_CODE;
	}
	lexer_release(&lex);
}

static bool read_file(struct parser *p, struct sought *s, const char *book, const char *name)
{
	struct buf text = BUF_INIT;
	struct err e = ERR_INIT;
	char *id = load_id(p->cb->files.items[0].id, name), *shown = NULL;
	bool good = p->load->read(p->load->arg, id, &text, &shown, &e) == RC_OK &&
		    utf8_valid(text.data, text.len, NULL);

	if (good)
		read_keys(p, s, book, &text);
	free(id);
	free(shown);
	buf_release(&text);
	return good;
}

/* A codebook of this name, wherever it is; false: there is none. */
static bool look_at(struct parser *p, struct sought *s, const char *book)
{
	const struct codebook *used = codebook_named(p->cb, book, strlen(book));

	if (used == NULL)
		return read_file(p, s, book, book) ||
		       read_file(p, s, book, arena_printf(p->arena, "%s.codebook", book));
	vec_each (struct code *, c, &p->cb->codes)
		if ((*c)->book == used)
			add_key(p, s, book, (*c)->key, strlen((*c)->key));
	return true;
}

static bool is_found(struct parser *p, struct sought *s, const char *book)
{
	uint32_t before = s->books.n;
	uint32_t number = intern_add(&s->books, book, strlen(book));

	if (number == before)
		vec_push(&s->found, look_at(p, s, book));
	return s->found.items[number];
}

static void unknown_book(struct parser *p, const struct see_use *see, const char *book)
{
	struct diag *g = lint_warning(p, NULL, see->at, SAY(W071_BOOK), book);
	struct file_list paths = VEC_INIT;
	struct err ignored = ERR_INIT;
	const char *names[NAMES_TRIED], *near;
	size_t n = 0;

	if (g == NULL || library_list(&paths, &ignored) != RC_OK)
		return;
	vec_each (char *, path, &paths) {
		const char *base = file_base(*path);

		if (n < NAMES_TRIED)
			names[n++] = arena_dup(p->arena, base, strcspn(base, "."));
	}
	near = opt_nearest(book, names, n);
	if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
	else
		complain_hint(p->c, g, SAY(H_SEE_BOOK), book);
	file_list_release(&paths);
}

static void unknown_code(struct parser *p, struct sought *s, const struct see_use *see)
{
	struct diag *g = lint_warning(p, NULL, see->at, SAY(W071_CODE), see->path);
	size_t book = strcspn(see->path, ".") + 1;
	const char *names[NAMES_TRIED], *near;
	size_t n = 0;

	vec_each (const char *, key, &s->keys)
		if (n < NAMES_TRIED && strncmp(*key, see->path, book) == 0)
			names[n++] = *key;
	near = opt_nearest(see->path, names, n);
	if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
}

static void lint_one(struct parser *p, struct sought *s, const struct see_use *see)
{
	const char *dot = strchr(see->path, '.'), *book, *low;

	if (dot == NULL)
		return;
	book = arena_dup(p->arena, see->path, (size_t)(dot - see->path));
	if (strcmp(book, p->cb->name) == 0) /* refs.c */
		return;
	low = parse_lower(p, see->path);
	if (codebook_named(p->cb, book, strlen(book)) == NULL &&
		(p->load == NULL || p->load->read != load_from_disk))
		return;
	if (!is_found(p, s, book))
		unknown_book(p, see, book);
	else if (intern_find(&s->codes, low, strlen(low)) == INTERN_NONE)
		unknown_code(p, s, see);
}

void lint_see(struct parser *p)
{
	struct sought s = { INTERN_INIT, INTERN_INIT, VEC_INIT, VEC_INIT };

	vec_each (const struct see_use, see, &p->sees)
		lint_one(p, &s, see);
	intern_release(&s.books);
	intern_release(&s.codes);
	vec_release(&s.found);
	vec_release(&s.keys);
}
