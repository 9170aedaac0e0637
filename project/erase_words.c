/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project/erase_words.h"

#include <stdlib.h>
#include <string.h>

#include "corpus/tokens.h"

/* The last words of a text that is gone through. */
struct window {
	struct tokens t;
	uint64_t words[ERASE_RUN];
	size_t starts[ERASE_RUN];
	size_t n, end;
	struct buf form;
};

static uint64_t hash_word(const char *p, size_t len)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)p[i]) * 0x100000001b3u;
	return h;
}

/* The next run of words; false at the end. */
static bool next_run(struct window *w, uint64_t *hash, struct span *at)
{
	size_t start;

	do {
		if (!tokens_next(&w->t, &start, &w->end))
			return false;
		buf_reset(&w->form);
		token_form(w->t.text + start, w->end - start, true, &w->form);
		w->words[w->n % ERASE_RUN] = hash_word(w->form.data, w->form.len);
		w->starts[w->n % ERASE_RUN] = start;
		w->n++;
	} while (w->n < ERASE_RUN);
	*hash = 0;
	for (size_t i = w->n - ERASE_RUN; i < w->n; i++)
		*hash = (*hash ^ w->words[i % ERASE_RUN]) * 0x9e3779b97f4a7c15u + (*hash >> 29);
	*at = (struct span){ (uint32_t)w->starts[w->n % ERASE_RUN], (uint32_t)w->end };
	return true;
}

#define WINDOW(TEXT, LEN)                                                                          \
	{                                                                                          \
		.t = { TEXT, LEN, 0 }, .form = BUF_INIT                                            \
	}

void erase_words_add(struct erase_words *w, const char *text, size_t len)
{
	struct window win = WINDOW(text, len);
	struct span at;
	uint64_t hash;

	while (next_run(&win, &hash, &at))
		vec_push(&w->runs, ((struct erase_run){ hash, false }));
	buf_release(&win.form);
}

static int by_hash(const void *a, const void *b)
{
	const struct erase_run *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

void erase_words_seal(struct erase_words *w)
{
	size_t kept = 0;

	vec_sort(&w->runs, by_hash);
	for (size_t i = 0; i < w->runs.n; i++)
		if (kept == 0 || w->runs.items[kept - 1].hash != w->runs.items[i].hash)
			w->runs.items[kept++] = w->runs.items[i];
	w->runs.n = kept;
}

static struct erase_run *find(const struct erase_words *w, uint64_t hash)
{
	struct erase_run key = { hash, false };

	return w->runs.n == 0 ? NULL : bsearch(&key, w->runs.items, w->runs.n, sizeof key, by_hash);
}

uint64_t erase_words_hold(struct erase_words *w, const char *text, size_t len)
{
	struct window win = WINDOW(text, len);
	struct span at;
	uint64_t hash, met = 0;

	while (w->runs.n > 0 && next_run(&win, &hash, &at)) {
		struct erase_run *run = find(w, hash);

		if (run != NULL) {
			run->held = true;
			met++;
		}
	}
	buf_release(&win.form);
	return met;
}

void erase_words_find(
	const struct erase_words *w, const char *text, size_t len, struct erase_spans *out)
{
	struct window win = WINDOW(text, len);
	struct span at;
	uint64_t hash;

	while (w->runs.n > 0 && next_run(&win, &hash, &at)) {
		const struct erase_run *run = find(w, hash);

		if (run == NULL || run->held)
			continue;
		if (out->n > 0 && vec_last(out)->end >= at.start)
			vec_last(out)->end = at.end;
		else
			vec_push(out, at);
	}
	buf_release(&win.form);
}

void erase_words_release(struct erase_words *w)
{
	vec_release(&w->runs);
}
