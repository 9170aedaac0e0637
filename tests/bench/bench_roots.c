/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What finding roots costs, one thread: figures, not a test.
 *
 *	bench_roots ROOTS TEXT...
 *
 * ROOTS has a root a line (what stands behind ':' is not read).  All roots are
 * looked for in one pass over the words of the texts: once as the engine does,
 * each distinct word only the first time it is met, and once word by word, as
 * if all were new.  Prints millions of words a second; both must find the same.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/intern.h"
#include "base/vec.h"
#include "corpus/root_id.h"
#include "corpus/tokens.h"

#define TEXT_MAX (UINT64_C(1) << 30)
#define HITS_MAX 64

struct bench {
	struct roots *roots;
	struct intern types;
	VEC(uint32_t) hits_of; /* by type */
	struct buf form;
	struct err e;
};

struct figure {
	size_t words, hits;
	double seconds;
};

typedef size_t count_fn(struct bench *b, const char *word, size_t len);

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t count_new(struct bench *b, const char *word, size_t len)
{
	struct root_hit hits[HITS_MAX];

	buf_reset(&b->form);
	token_form(word, len, true, &b->form);
	return roots_find(b->roots, b->form.data, b->form.len, hits, HITS_MAX);
}

static size_t count_type(struct bench *b, const char *word, size_t len)
{
	uint32_t type = intern_add(&b->types, word, len);

	if (type == b->hits_of.n)
		vec_push(&b->hits_of, (uint32_t)count_new(b, word, len));
	return b->hits_of.items[type];
}

static void run(struct bench *b, const struct buf *text, count_fn *count, struct figure *f)
{
	struct tokens t = { text->data, text->len, 0 };
	double begin = now();
	size_t start, end;

	while (tokens_next(&t, &start, &end)) {
		f->words++;
		f->hits += count(b, text->data + start, end - start);
	}
	f->seconds += now() - begin;
}

static enum rc read_roots(struct bench *b, const char *path)
{
	struct buf text = BUF_INIT;
	enum rc rc = file_read(path, TEXT_MAX, &text, &b->e);

	for (const char *p = text.data; rc == RC_OK && *p != '\0';) {
		size_t n = strcspn(p, ":\n");

		if (n > 0 && *p != '#')
			roots_add(b->roots, p, n);
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	buf_release(&text);
	return rc;
}

static void print(const char *name, const struct figure *f)
{
	printf("  %-9s %8.2f s  %8.2f million words/s\n", name, f->seconds,
		(double)f->words / f->seconds / 1e6);
}

int main(int argc, char **argv)
{
	struct bench b = { .roots = roots_new(), .types = INTERN_INIT, .form = BUF_INIT };
	struct figure types = { 0 }, all = { 0 };
	struct buf text = BUF_INIT;
	enum rc rc;

	if (argc < 3) {
		fprintf(stderr, "usage: bench_roots ROOTS TEXT...\n");
		return RC_USAGE;
	}
	rc = read_roots(&b, argv[1]);
	for (int i = 2; i < argc && rc == RC_OK; i++) {
		buf_reset(&text);
		rc = file_read(argv[i], TEXT_MAX, &text, &b.e);
		run(&b, &text, count_type, &types);
		run(&b, &text, count_new, &all);
	}
	if (rc != RC_OK)
		fprintf(stderr, "bench_roots: %s\n", b.e.msg);
	else if (types.hits != all.hits)
		fprintf(stderr, "bench_roots: %zu hits by types, %zu by words\n", types.hits,
			all.hits);
	printf("roots      %u roots, %zu words, %zu types, %zu hits\n", roots_count(b.roots),
		types.words, b.hits_of.n, types.hits);
	print("one pass", &types);
	print("all new", &all);
	buf_release(&text);
	buf_release(&b.form);
	vec_release(&b.hits_of);
	intern_release(&b.types);
	roots_free(b.roots);
	return rc != RC_OK ? (int)rc : types.hits != all.hits;
}
