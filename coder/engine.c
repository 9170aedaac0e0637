/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/engine.h"

#include <stdlib.h>
#include <string.h>

#include "coder/refuse.h"
#include "coder/run.h"

/* The parser keeps codes in the order of the file; suggestions come by codebook name and key. */
struct ranked {
	const struct code *code;
	const struct codebook *book;
};

static int compare_codes(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	int diff = strcmp(a->book->name, b->book->name);

	return diff != 0 ? diff : strcmp(a->code->key, b->code->key);
}

static void rank_codes(struct engine *g, const struct codebook *const *books, size_t n)
{
	VEC(struct ranked) all = VEC_INIT;

	for (size_t i = 0; i < n; i++)
		vec_each (struct code *, code, &books[i]->codes)
			vec_push(&all, ((struct ranked){ *code, books[i] }));
	vec_sort(&all, compare_codes);
	vec_each (struct ranked, r, &all) {
		vec_push(&g->codes, r->code);
		vec_push(&g->books, r->book);
	}
	g->rank_of_trial = mem_zalloc(g->tree.trials.n + 1, sizeof *g->rank_of_trial);
	for (size_t i = 0; i < g->tree.trials.n; i++) {
		uint32_t rank = 0;

		while (g->codes.items[rank] != g->tree.trials.items[i].rule->code)
			rank++;
		g->rank_of_trial[i] = rank;
	}
	vec_release(&all);
}

enum rc engine_new(const struct codebook *const *books, size_t n, struct engine **out,
	struct diags *d, struct err *e)
{
	struct engine *g;
	bool refused = false;
	enum rc rc;

	*out = NULL;
	for (size_t i = 0; i < n; i++)
		refused = refuse_check(books[i], d) || refused;
	if (refused)
		return err_set(e, RC_INPUT, "a codebook uses what this version does not evaluate");
	g = mem_zalloc(1, sizeof *g);
	form_init(&g->form);
	tree_init(&g->tree, d);
	rc = tree_build(&g->tree, books, n, d, e);
	stream_init(&g->stream, g->tree.atoms.list.n);
	rank_codes(g, books, n);
	if (rc == RC_OK)
		*out = g;
	else
		engine_free(g);
	return rc;
}

void engine_free(struct engine *g)
{
	if (g == NULL)
		return;
	stream_release(&g->stream);
	tree_release(&g->tree);
	form_release(&g->form);
	vec_release(&g->codes);
	vec_release(&g->books);
	vec_release(&g->due);
	vec_release(&g->hits);
	vec_release(&g->hit_words);
	vec_release(&g->units);
	vec_release(&g->found);
	vec_release(&g->silenced);
	free(g->rank_of_trial);
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
	vec_each (uint32_t, trial, &g->due)
		trial_run(g, *trial, d);
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
