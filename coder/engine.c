/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/engine.h"

#include <stdlib.h>
#include <string.h>

#include "coder/refuse.h"
#include "coder/run.h"

/* The parser keeps codes in the order of the file; suggestions come by codebook name and key. */
static int compare_codes(const void *pa, const void *pb)
{
	const struct code *a = *(const struct code *const *)pa,
			  *b = *(const struct code *const *)pb;
	int diff = strcmp(a->book->name, b->book->name);

	return diff != 0 ? diff : strcmp(a->key, b->key);
}

uint32_t engine_rank(const struct engine *g, const struct code *code)
{
	uint32_t lo = 0, hi = (uint32_t)g->codes.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		int diff = compare_codes(&g->codes.items[mid], &code);

		if (diff == 0)
			return mid;
		if (diff < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* A code of a file that two books use is one code. */
static void rank_codes(struct engine *g, const struct codebook *const *books, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		vec_each (struct code *, code, &books[i]->codes)
			vec_push(&g->codes, *code);
	vec_sort(&g->codes, compare_codes);
	for (size_t i = 0; i < g->codes.n; i++)
		if (kept == 0 || compare_codes(&g->codes.items[kept - 1], &g->codes.items[i]) != 0)
			g->codes.items[kept++] = g->codes.items[i];
	g->codes.n = kept;
	g->rank_of_trial = mem_zalloc(g->tree.trials.n + 1, sizeof *g->rank_of_trial);
	for (size_t i = 0; i < g->tree.trials.n; i++)
		g->rank_of_trial[i] = engine_rank(g, g->tree.trials.items[i].rule->code);
}

static enum rc make(const struct codebook *const *books, size_t n, bool whole, struct engine **out,
	struct diags *d, struct err *e)
{
	struct engine *g;
	bool refused = false;
	enum rc rc;

	*out = NULL;
	for (size_t i = 0; i < n; i++)
		refused = refuse_check(books[i], d) || refused;
	if (refused)
		return err_set(e, RC_INPUT, "a codebook lacks the files that it uses");
	g = mem_zalloc(1, sizeof *g);
	form_init(&g->form);
	tree_init(&g->tree, d);
	g->tree.whole = whole;
	rc = tree_build(&g->tree, books, n, d, e);
	stream_init(&g->stream, g->tree.atoms.list.n);
	rank_codes(g, books, n);
	rounds_find(g);
	if (rc == RC_OK)
		*out = g;
	else
		engine_free(g);
	return rc;
}

enum rc engine_new(const struct codebook *const *books, size_t n, struct engine **out,
	struct diags *d, struct err *e)
{
	return make(books, n, false, out, d, e);
}

enum rc engine_new_whole(
	const struct codebook *cb, struct engine **out, struct diags *d, struct err *e)
{
	return make(&cb, 1, true, out, d, e);
}

void engine_free(struct engine *g)
{
	if (g == NULL)
		return;
	stream_release(&g->stream);
	tree_release(&g->tree);
	form_release(&g->form);
	vec_release(&g->codes);
	vec_release(&g->standing);
	vec_release(&g->standing_words);
	vec_release(&g->due);
	vec_release(&g->hits);
	vec_release(&g->hit_words);
	vec_release(&g->units);
	vec_release(&g->found);
	vec_release(&g->silenced);
	free(g->rank_of_trial);
	free(g->round_of_rank);
	free(g);
}

static void make_due(struct engine *g, uint32_t trial)
{
	struct trial *t = &g->tree.trials.items[trial];

	if (t->due == g->epoch || (t->rule->is_private && !g->testing))
		return;
	t->due = g->epoch;
	vec_push(&g->due, trial);
}

/* Only rules one of whose needed atoms occurred. */
static void find_due(struct engine *g)
{
	vec_reset(&g->due);
	for (uint32_t i = 0; i < g->tree.trials.n; i++)
		if (g->tree.trials.items[i].anywhere)
			make_due(g, i);
	vec_each (uint32_t, atom, &g->stream.occurring)
		vec_each (uint32_t, trial, &g->tree.by_atom[*atom])
			make_due(g, *trial);
}

static int compare_ids(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

void engine_find_hits(struct engine *g, const struct document *doc, struct diags *d)
{
	g->epoch++;
	vec_reset(&g->hits);
	vec_reset(&g->hit_words);
	stream_read(&g->stream, &g->tree.atoms, &g->tree.negate, doc);
	find_due(g);
	vec_sort(&g->due, compare_ids); /* so that warnings come in the order of the rules */
	vec_reset(&g->standing);
	for (uint32_t round = 0; round < g->rounds; round++) {
		if (round > 0)
			standing_update(g);
		vec_each (uint32_t, trial, &g->due)
			if (g->round_of_rank[g->rank_of_trial[*trial]] == round)
				trial_run(g, *trial, d);
	}
}

enum rc engine_run(struct engine *g, const struct document *doc, engine_fn *fn, void *arg,
	struct diags *d, struct err *e)
{
	engine_find_hits(g, doc, d);
	return score_emit(g, fn, arg, e);
}

const char *engine_name(void)
{
	return "reference 1";
}
