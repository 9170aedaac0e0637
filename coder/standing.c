/* SPDX-License-Identifier: GPL-3.0-or-later */
/* <CODE>: what the rules suggest for other codes, as far as it is known (CODEBOOK 6.12). */
#include "coder/score.h"

static int compare_standing(const void *pa, const void *pb)
{
	const struct standing *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	if (a->unit.lo != b->unit.lo)
		return a->unit.lo < b->unit.lo ? -1 : 1;
	return a->unit.hi < b->unit.hi ? -1 : a->unit.hi > b->unit.hi;
}

/* The first word that ends behind byte AT. */
static uint32_t word_behind(const struct stream *s, uint32_t at)
{
	uint32_t lo = 0, hi = (uint32_t)s->words.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (s->words.items[mid].end <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void add(struct engine *g, const struct proposal *p)
{
	struct standing s = { .rank = p->rank, .word = (uint32_t)g->standing_words.n };

	s.unit.lo = word_behind(&g->stream, p->start);
	for (s.unit.hi = s.unit.lo;
		s.unit.hi < g->stream.words.n && g->stream.words.items[s.unit.hi].start < p->end;)
		s.unit.hi++;
	vec_each (struct hit, h, &p->hits)
		for (uint32_t i = h->word; i < h->word + h->nwords; i++)
			vec_push(&g->standing_words, g->hit_words.items[i]);
	s.nwords = (uint32_t)g->standing_words.n - s.word;
	vec_push(&g->standing, s);
}

void standing_update(struct engine *g)
{
	struct proposals list = VEC_INIT;
	const struct standing *before = NULL;

	vec_reset(&g->standing);
	vec_reset(&g->standing_words);
	score_propose(g, &list);
	vec_each (const struct proposal, p, &list)
		if (p->suggested)
			add(g, p);
	score_release(&list);
	vec_sort(&g->standing, compare_standing);
	vec_each (struct standing, s, &g->standing) {
		s->reach = s->unit.hi;
		if (before != NULL && before->rank == s->rank && before->reach > s->reach)
			s->reach = before->reach;
		before = s;
	}
}

/* The first of the code whose unit, or one before it, reaches behind WORD. */
static size_t from(const struct engine *g, uint32_t rank, uint32_t word)
{
	size_t lo = 0, hi = g->standing.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct standing *s = &g->standing.items[mid];

		if (s->rank < rank || (s->rank == rank && s->reach <= word))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void add_words(const struct engine *g, const struct standing *s, struct place_list *out)
{
	const uint32_t *words = g->standing_words.items + s->word;

	for (uint32_t i = 0; i < s->nwords; i++)
		vec_push(out, ((struct place){ words[i], words[i] }));
}

bool standing_holds(struct engine *g, uint32_t rank, struct range r, struct place_list *out)
{
	bool some = false;

	for (size_t i = from(g, rank, r.lo); i < g->standing.n; i++) {
		const struct standing *s = &g->standing.items[i];

		if (s->rank != rank || s->unit.lo >= r.hi)
			break;
		if (s->unit.hi <= r.lo)
			continue;
		add_words(g, s, out);
		some = true;
	}
	return some;
}

void standing_words(struct engine *g, uint32_t rank, struct place_list *out)
{
	for (size_t i = from(g, rank, 0); i < g->standing.n; i++) {
		if (g->standing.items[i].rank != rank)
			break;
		add_words(g, &g->standing.items[i], out);
	}
}
