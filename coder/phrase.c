/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns of several words (CODEBOOK 4).
 *
 * A phrase's words match the words of the text one by one, each as it would
 * alone; or several of them match the hyphen parts of one word ("kerja sama":
 * kerja-sama, "covid 19": Covid-19).  Candidates come from the rarest of
 * its words.
 */
#include "coder/phrase.h"

#include "coder/gap.h"

struct attempt {
	struct finders *f;
	const struct finder *x;
	const struct stream *s;
	uint32_t first;
	struct place_list *out;
};

static void match_word(struct attempt *a, size_t i, uint32_t word);

static void word_form(const struct stream *s, uint32_t word, struct form *f)
{
	const struct word *w = &s->words.items[word];

	form_set(f, s->doc->text + w->start, w->end - w->start);
}

/* Words 0..i of the phrase end in WORD: on to the next. */
static void match_rest(struct attempt *a, size_t i, uint32_t word)
{
	const struct pattern *p = a->x->pattern;
	const struct word *w = &a->s->words.items[word];

	if (i + 1 == p->nparts) {
		vec_push(a->out, ((struct place){ a->first, word }));
		return;
	}
	if (word + 1 >= a->s->words.n || w[1].sentence != w->sentence)
		return;
	if (p->gaps[i][0] == '\0' ? gap_is_plain(a->s->doc->text, w->end, w[1].start)
				  : gap_is_marks(a->s->doc->text, w->end, w[1].start, p->gaps[i]))
		match_word(a, i + 1, word + 1);
}

/* Notes in ends which words of the phrase may be the last when word i begins at hyphen part FROM of
 * the form and each next word at the next part. */
static void match_parts(
	const struct attempt *a, const struct form *form, size_t i, size_t from, bool *ends)
{
	const struct pattern *p = a->x->pattern;

	for (size_t to = from; to < form->nparts; to++) {
		if (!atoms_is(a->f->atoms, a->x->parts[i], form, from, to))
			continue;
		ends[i] = true;
		if (i + 1 < p->nparts && p->gaps[i][0] == '\0' && to + 1 < form->nparts)
			match_parts(a, form, i + 1, to + 1, ends);
	}
}

/* Words i, i+1 ... of the phrase are parts of the hyphenated WORD. */
static void match_hyphens(struct attempt *a, size_t i, uint32_t word)
{
	size_t n = a->x->pattern->nparts;
	bool *ends = mem_zalloc(n, sizeof *ends);
	struct form *form = &a->f->form[0];

	word_form(a->s, word, form);
	for (size_t from = 0; from + 1 < form->nparts; from++)
		match_parts(a, form, i, from, ends);
	for (size_t last = i + 1; last < n; last++)
		if (ends[last])
			match_rest(a, last, word);
	free(ends);
}

static bool is_hyphenated(const struct stream *s, uint32_t word)
{
	const struct word *w = &s->words.items[word];

	return gap_has(s->doc->text, w->start, w->end, "-\u2010\u2011");
}

/* Two neighbouring words that joined are the root. */
static bool is_joined(
	struct finders *f, uint32_t root, uint32_t tail, const struct stream *s, uint32_t word)
{
	struct form *before = &f->form[0], *form = &f->form[1];

	if (!stream_neighbours(s, word) ||
		!types_has(&s->types, s->words.items[word + 1].type, tail))
		return false;
	word_form(s, word, before);
	word_form(s, word + 1, form);
	return atoms_joined(f->atoms, root, before->text[FORM_FOLDED].data,
		before->text[FORM_FOLDED].len, form->text[FORM_FOLDED].data,
		form->text[FORM_FOLDED].len);
}

static void match_word(struct attempt *a, size_t i, uint32_t word)
{
	if (a->x->tails[i] != NO_ATOM &&
		is_joined(a->f, a->x->parts[i], a->x->tails[i], a->s, word))
		match_rest(a, i, word + 1);
	if (!types_has(&a->s->types, a->s->words.items[word].type, a->x->parts[i]))
		return;
	match_rest(a, i, word);
	if (i + 1 < a->x->pattern->nparts && a->x->pattern->gaps[i][0] == '\0' &&
		is_hyphenated(a->s, word))
		match_hyphens(a, i, word);
}

/* The starts from FAR words before WORD up to it that were not tried. */
static void try_before(struct attempt *a, uint32_t word, size_t far, uint32_t *tried)
{
	uint32_t from = word >= far ? word - (uint32_t)far : 0;

	for (a->first = from > *tried ? from : *tried; a->first <= word; a->first++)
		match_word(a, 0, a->first);
	*tried = word + 1;
}

/* All parts are compounds: from each first one, written as one word or as two. */
static void try_compounds(struct attempt *a)
{
	struct place_list starts = VEC_INIT;
	uint32_t tried = 0;

	vec_each (const uint32_t, at, &a->s->atoms[a->x->parts[0]])
		vec_push(&starts, ((struct place){ *at, *at }));
	vec_each (const uint32_t, at, &a->s->atoms[a->x->tails[0]])
		if (*at > 0)
			vec_push(&starts, ((struct place){ *at - 1, *at - 1 }));
	place_sort(&starts);
	vec_each (struct place, p, &starts)
		try_before(a, p->first, 0, &tried);
	vec_release(&starts);
}

void phrase_places(
	struct finders *f, const struct finder *x, const struct stream *s, struct place_list *out)
{
	struct attempt a = { f, x, s, 0, out };
	const struct positions *rarest = NULL;
	size_t before = 0, far = 0; /* words of the phrase before the rarest: at most */
	uint32_t tried = 0;	    /* all starts below were tried */

	for (size_t i = 0; i < x->pattern->nparts; i++) {
		const struct positions *here = &s->atoms[x->parts[i]];

		if (x->tails[i] == NO_ATOM && (rarest == NULL || here->n < rarest->n)) {
			rarest = here;
			before = far;
		}
		far += x->tails[i] == NO_ATOM ? 1 : 2;
	}
	if (rarest == NULL) {
		try_compounds(&a);
		return;
	}
	vec_each (const uint32_t, at, rarest)
		try_before(&a, *at, before, &tried);
}

/* The atom of the root itself finds the compound in one word, with or without a hyphen. */
void compound_places(
	struct finders *f, const struct finder *x, const struct stream *s, struct place_list *out)
{
	vec_each (const uint32_t, at, &s->atoms[x->tail])
		if (*at > 0 && is_joined(f, x->atom, x->tail, s, *at - 1))
			vec_push(out, ((struct place){ *at - 1, *at }));
}
