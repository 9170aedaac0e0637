/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/finder.h"

#include <string.h>

#include "coder/diag_place.h"
#include "coder/phrase.h"

void finders_init(struct finders *f, struct atoms *a, struct diags *d)
{
	memset(f, 0, sizeof *f);
	f->atoms = a;
	f->diags = d;
	form_init(&f->form[0]);
	form_init(&f->form[1]);
}

void finders_release(struct finders *f)
{
	vec_each (struct finder *, x, &f->all) {
		regex_free((*x)->regex);
		vec_release(&(*x)->places);
	}
	vec_release(&f->all);
	vec_release(&f->lists);
	vec_release(&f->scratch);
	form_release(&f->form[0]);
	form_release(&f->form[1]);
	arena_release(&f->arena);
}

/* --- compiling --- */

static struct finder *add(struct finders *f, enum finder_kind kind, const struct pattern *p)
{
	struct finder *x = arena_alloc(&f->arena, sizeof *x);

	x->kind = kind;
	x->pattern = p;
	vec_push(&f->all, x);
	return x;
}

static struct finder *new_word(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *x = add(f, FIND_ATOM, p);

	(void)use;
	x->atom = atoms_add(f->atoms, p);
	return x;
}

static bool is_compound(const struct pattern *p)
{
	return p->kind == PATTERN_ROOT && strchr(p->form, '_') != NULL;
}

static struct finder *new_stem(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *x = new_word(f, p, use);

	if (x->atom != NO_ATOM)
		return x;
	diag_say(f->diags, DIAG_ERROR, use->book, &p->at, SAY(E020_STEM), p->lang);
	return NULL;
}

static struct finder *new_root(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *joined = new_word(f, p, use), *parted, *x;

	if (!is_compound(p))
		return joined;
	parted = add(f, FIND_COMPOUND, p);
	parted->atom = joined->atom;
	parted->tail = atoms_add_tail(f->atoms, p);
	x = add(f, FIND_ANY, p);
	x->nkids = 2;
	x->kids = arena_calloc(&f->arena, 2, sizeof(struct finder *));
	x->kids[0] = joined;
	x->kids[1] = parted;
	return x;
}

static struct finder *new_phrase(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *x = add(f, FIND_PHRASE, p);
	uint32_t *parts = arena_calloc(&f->arena, p->nparts, sizeof *parts);
	uint32_t *tails = arena_calloc(&f->arena, p->nparts, sizeof *tails);

	(void)use;
	for (size_t i = 0; i < p->nparts; i++) {
		parts[i] = atoms_add(f->atoms, p->parts[i]);
		tails[i] =
			is_compound(p->parts[i]) ? atoms_add_tail(f->atoms, p->parts[i]) : NO_ATOM;
	}
	x->parts = parts;
	x->tails = tails;
	return x;
}

static struct finder *new_regex(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *x = add(f, FIND_REGEX, p);
	struct regex_flaw flaw;

	x->reader = use->reader;
	x->by_sentence = use->by_sentence;
	if (regex_new(p->form, strlen(p->form), p->regex_flags, &x->regex, &flaw))
		return x;
	/* The parser has compiled it: only memory can be short. */
	diag_say(f->diags, DIAG_ERROR, use->book, &p->at, SAY(E014_PCRE), flaw.detail);
	return NULL;
}

static bool list_has_regex(const struct wordlist *list)
{
	for (size_t i = 0; i < list->nitems; i++) {
		const struct pattern *p = list->items[i];

		if (p->kind == PATTERN_REGEX)
			return true;
		if (p->kind == PATTERN_LIST && p->list != NULL && list_has_regex(p->list))
			return true;
	}
	return false;
}

static struct finder *shared_list(const struct finders *f, const struct wordlist *list)
{
	vec_each (struct finder *, x, &f->lists)
		if ((*x)->pattern->list == list)
			return *x;
	return NULL;
}

static struct finder *new_list(
	struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	bool shared = !list_has_regex(p->list);
	struct finder *x = shared ? shared_list(f, p->list) : NULL;

	if (x != NULL)
		return x;
	x = add(f, FIND_ANY, p);
	x->nkids = p->list->nitems;
	x->kids = arena_calloc(&f->arena, x->nkids, sizeof(struct finder *));
	for (size_t i = 0; i < x->nkids; i++) {
		x->kids[i] = finder_new(f, p->list->items[i], use);
		if (x->kids[i] == NULL)
			return NULL;
	}
	if (shared)
		vec_push(&f->lists, x);
	return x;
}

static struct finder *(*const makers[])(
	struct finders *f, const struct pattern *p, const struct finder_use *use) = {
	[PATTERN_WORD] = new_word,
	[PATTERN_GLOB] = new_word,
	[PATTERN_PHRASE] = new_phrase,
	[PATTERN_ROOT] = new_root,
	[PATTERN_STEM] = new_stem,
	[PATTERN_REGEX] = new_regex,
	[PATTERN_LIST] = new_list,
};

/* Behind a ~root a plain excluded word also means itself with particles and possessives. */
static struct finder *new_exclusion(struct finders *f, const struct pattern *of,
	const struct pattern *p, const struct finder_use *use)
{
	struct finder *x;

	if (of->kind != PATTERN_ROOT || p->kind != PATTERN_WORD || p->exact)
		return finder_new(f, p, use);
	x = add(f, FIND_ATOM, p);
	x->atom = atoms_add_clitic(f->atoms, p);
	return x;
}

struct finder *finder_new(struct finders *f, const struct pattern *p, const struct finder_use *use)
{
	struct finder *x = makers[p->kind](f, p, use), *inner = x;

	if (x == NULL || p->nexcept == 0)
		return x;
	/* A finder of its own, because lists are shared. */
	x = add(f, FIND_ANY, p);
	x->kids = arena_calloc(&f->arena, 1, sizeof(struct finder *));
	x->kids[0] = inner;
	x->nkids = 1;
	x->nexcept = p->nexcept;
	x->except = arena_calloc(&f->arena, p->nexcept, sizeof(struct finder *));
	for (size_t i = 0; i < p->nexcept; i++) {
		x->except[i] = new_exclusion(f, p, p->except[i], use);
		if (x->except[i] == NULL)
			return NULL;
	}
	return x;
}

/* --- matching --- */

/* The words that text[start,end) touches; nothing when it holds marks only. */
static void add_touched(
	struct finder *x, const struct stream *s, struct range within, struct span hit)
{
	uint32_t lo = within.lo, hi = within.hi;

	while (lo < hi) { /* the first word that ends behind the start */
		uint32_t mid = lo + (hi - lo) / 2;

		if (s->words.items[mid].end <= hit.start)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (hi = lo; hi < within.hi && s->words.items[hi].start < hit.end;)
		hi++;
	if (hi > lo)
		vec_push(&x->places, ((struct place){ lo, hi - 1 }));
}

static void regex_in(struct finder *x, const struct stream *s, enum unit_kind kind, uint32_t unit)
{
	struct span text = stream_span(s, kind, unit);
	struct range words = stream_range(s, kind, unit);
	size_t from = 0, start, end, len = text.end - text.start;
	enum regex_result result;

	if (words.lo == words.hi)
		return;
	while ((result = regex_find(x->regex, s->doc->text + text.start, len, from, &start,
			&end)) == REGEX_FOUND) {
		add_touched(x, s, words,
			(struct span){ text.start + (uint32_t)start, text.start + (uint32_t)end });
		from = end; /* never empty (E014), so it goes on */
	}
	if (result == REGEX_LIMIT)
		x->hit_limit = true;
}

static void regex_places(struct finder *x, const struct stream *s)
{
	const struct document *doc = s->doc;

	x->hit_limit = false;
	for (uint32_t p = 0; p < doc->paras.n && !x->hit_limit; p++) {
		const struct para *para = &doc->paras.items[p];

		if (!x->reader->reads.items[p])
			continue;
		if (!x->by_sentence)
			regex_in(x, s, UNIT_PARAGRAPH, p);
		for (uint32_t i = 0; i < para->sentences && x->by_sentence && !x->hit_limit; i++)
			regex_in(x, s, UNIT_SENTENCE, para->sentence + i);
	}
}

static void any_places(struct finders *f, struct finder *x, const struct stream *s, uint64_t epoch)
{
	struct place_list not_in = VEC_INIT;

	for (size_t i = 0; i < x->nkids; i++)
		place_add_all(&x->places, finder_places(f, x->kids[i], s, epoch));
	if (x->nexcept == 0 || x->places.n == 0)
		return;
	place_sort(&x->places);
	for (size_t i = 0; i < x->nexcept; i++)
		place_add_all(&not_in, finder_places(f, x->except[i], s, epoch));
	place_sort(&not_in);
	place_subtract(&x->places, &not_in);
	vec_release(&not_in);
}

const struct place_list *finder_places(
	struct finders *f, struct finder *x, const struct stream *s, uint64_t epoch)
{
	if (x->epoch == epoch)
		return &x->places;
	x->epoch = epoch;
	vec_reset(&x->places);
	switch (x->kind) {
	case FIND_ATOM:
		vec_each (const uint32_t, at, &s->atoms[x->atom])
			vec_push(&x->places, ((struct place){ *at, *at }));
		break;
	case FIND_COMPOUND:
		compound_places(f, x, s, &x->places);
		break;
	case FIND_PHRASE:
		phrase_places(f, x, s, &x->places);
		break;
	case FIND_REGEX:
		regex_places(x, s);
		break;
	case FIND_ANY:
		any_places(f, x, s, epoch);
		break;
	}
	place_sort(&x->places);
	return &x->places;
}

const struct finder *finder_limit(const struct finder *x, uint64_t epoch)
{
	const struct finder *found;

	if (x->kind == FIND_REGEX)
		return x->epoch == epoch && x->hit_limit ? x : NULL;
	for (size_t i = 0; i < x->nkids; i++) {
		found = finder_limit(x->kids[i], epoch);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* The longest word is the rarest, roughly; a glob says little. */
static size_t rarity(const struct atom *a)
{
	return a->kind == ATOM_GLOB ? a->len / 2 : a->len;
}

/* A compound may be one word or two: it is asked for only where all parts are compounds. */
static void need_part(const struct finder *x, const struct atoms *a, struct atom_ids *out)
{
	uint32_t best = NO_ATOM;

	for (size_t i = 0; i < x->pattern->nparts; i++)
		if (x->tails[i] == NO_ATOM &&
			(best == NO_ATOM ||
				rarity(&a->list.items[x->parts[i]]) > rarity(&a->list.items[best])))
			best = x->parts[i];
	vec_push(out, best != NO_ATOM ? best : x->parts[0]);
	if (best == NO_ATOM)
		vec_push(out, x->tails[0]);
}

bool finder_needs(const struct finder *x, const struct atoms *a, struct atom_ids *out)
{
	switch (x->kind) {
	case FIND_ATOM:
		vec_push(out, x->atom);
		return true;
	case FIND_COMPOUND:
		vec_push(out, x->tail);
		return true;
	case FIND_PHRASE:
		need_part(x, a, out);
		return true;
	case FIND_REGEX:
		return false;
	case FIND_ANY:
		break;
	}
	for (size_t i = 0; i < x->nkids; i++)
		if (!finder_needs(x->kids[i], a, out))
			return false;
	return true;
}
