/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the engine alone costs, one thread: figures, not a test.
 *
 *	bench_precode BOOK.codebook... -- TEXT...
 *
 * Reads each text as the program does, then measures building documents, and
 * running all codebooks over them; prints MB/s, suggestions and the peak memory.
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/file.h"
#include "codebooks/parser.h"
#include "coder/engine.h"
#include "corpus/draft.h"
#include "corpus/reader.h"
#include "corpus/turns.h"

struct bench {
	VEC(struct codebook *) books;
	struct engine *g;
	struct diags d;
	struct err e;
	double read, compile, run; /* seconds */
	double bytes;
	unsigned long suggestions, hits;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static enum rc count(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct bench *b = arg;

	(void)e;
	b->suggestions++;
	b->hits += s->nhits;
	return RC_OK;
}

static enum rc load_books(struct bench *b, char **paths, int n)
{
	double start = now();
	enum rc rc = RC_OK;

	for (int i = 0; i < n && rc == RC_OK; i++) {
		struct codebook *cb = NULL;

		rc = codebook_load(paths[i], &cb, &b->d, &b->e);
		if (cb != NULL)
			vec_push(&b->books, cb);
	}
	if (rc == RC_OK)
		rc = engine_new((const struct codebook *const *)b->books.items, b->books.n, &b->g,
			&b->d, &b->e);
	b->compile = now() - start;
	return rc;
}

static enum rc load_text(struct bench *b, const char *path, struct document **doc)
{
	struct buf raw = BUF_INIT;
	struct diags remarks = DIAGS_INIT;
	struct draft draft;
	const struct reader *reader;
	enum rc rc;

	draft_init(&draft);
	rc = file_read(path, DOCUMENT_MAX, &raw, &b->e);
	b->bytes += (double)raw.len;
	if (rc == RC_OK) {
		reader = reader_for(path, raw.data, raw.len, &b->e);
		rc = reader == NULL
			     ? b->e.rc
			     : reader->read(path, raw.data, raw.len, &draft, &remarks, &b->e);
	}
	if (rc == RC_OK)
		rc = document_build(&draft, METHOD_INTERVIEW, NULL, 0, doc, &remarks, &b->e);
	draft_release(&draft);
	diags_release(&remarks);
	buf_release(&raw);
	return rc;
}

static enum rc run_text(struct bench *b, const char *path)
{
	struct document *doc = NULL;
	double start = now();
	enum rc rc = load_text(b, path, &doc);

	b->read += now() - start;
	start = now();
	if (rc == RC_OK)
		rc = engine_run(b->g, doc, count, b, &b->d, &b->e);
	b->run += now() - start;
	document_free(doc);
	return rc;
}

static void print(const struct bench *b)
{
	struct rusage usage;
	size_t rules = 0;
	double mb = b->bytes / 1e6;

	getrusage(RUSAGE_SELF, &usage);
	vec_each (struct codebook *const, cb, &b->books)
		vec_each (struct code *const, code, &(*cb)->codes)
			rules += (*code)->nrules;
	printf("engine     %6.1f MB  %zu rules, compiled in %.3f s; %lu suggestions, %lu hits\n",
		mb, rules, b->compile, b->suggestions, b->hits);
	printf("  documents %8.2f s  %8.2f MB/s\n", b->read, mb / b->read);
	printf("  rules     %8.2f s  %8.2f MB/s\n", b->run, mb / b->run);
	printf("  both      %8.2f s  %8.2f MB/s  peak %.1f MiB\n", b->read + b->run,
		mb / (b->read + b->run), (double)usage.ru_maxrss / 1024);
}

int main(int argc, char **argv)
{
	struct bench b = { .d = DIAGS_INIT };
	int split = 1;
	enum rc rc;

	while (split < argc && strcmp(argv[split], "--") != 0)
		split++;
	if (split == 1 || split + 1 >= argc) {
		fprintf(stderr, "usage: bench_precode BOOK.codebook... -- TEXT...\n");
		return RC_USAGE;
	}
	rc = load_books(&b, argv + 1, split - 1);
	for (int i = split + 1; i < argc && rc == RC_OK; i++)
		rc = run_text(&b, argv[i]);
	if (rc == RC_OK)
		print(&b);
	else
		fprintf(stderr, "bench_precode: %s\n", b.e.msg);
	if (b.d.count[DIAG_ERROR] > 0) {
		struct buf out = BUF_INIT;

		diag_print_all(&b.d, &out);
		fputs(out.data, stderr);
		buf_release(&out);
	}
	engine_free(b.g);
	vec_each (struct codebook *, cb, &b.books)
		codebook_free(*cb);
	vec_release(&b.books);
	diags_release(&b.d);
	return (int)rc;
}
