/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/atoms.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/glob.h"

#define HITS_MAX 128	   /* roots of one word */
#define FOOTNOTE_LETTERS 4 /* a word of so many letters is found with footnote digits */
#define FOOTNOTE_DIGITS 3

void atoms_init(struct atoms *a)
{
	memset(a, 0, sizeof *a);
	a->roots = roots_new();
	a->stemmers = stemmers_new();
}

void atoms_release(struct atoms *a)
{
	for (int i = 0; i < 2; i++) {
		intern_release(&a->words[i]);
		vec_release(&a->word_atom[i]);
	}
	for (int i = 0; i < ATOM_KINDS; i++)
		vec_release(&a->of_kind[i]);
	vec_each (struct atom_ids, ids, &a->of_root)
		vec_release(ids);
	vec_release(&a->of_root);
	vec_release(&a->list);
	intern_release(&a->keys);
	roots_free(a->roots);
	stemmers_free(a->stemmers);
	arena_release(&a->arena);
}

/* --- adding --- */

static bool takes_footnotes(const char *form, size_t len)
{
	const char *p = form, *end = form + len;
	size_t letters = 0;
	uint32_t cp = 0;

	while (p < end) {
		p += utf8_next(p, end, &cp);
		letters += utf8_is_letter(cp);
	}
	return letters >= FOOTNOTE_LETTERS && !utf8_is_digit(cp);
}

static void index_atom(struct atoms *a, uint32_t id)
{
	struct atom *atom = &a->list.items[id];

	if (atom->kind == ATOM_WORD) {
		uint32_t number = intern_add(&a->words[atom->which], atom->form, atom->len);

		if (number == a->word_atom[atom->which].n) /* equal forms are one atom */
			vec_push(&a->word_atom[atom->which], id);
	} else if (atom->kind == ATOM_ROOT) {
		atom->root = roots_add(a->roots, atom->form, atom->len);
		while (a->of_root.n <= atom->root)
			vec_new(&a->of_root);
		vec_push(&a->of_root.items[atom->root], id);
	}
	vec_push(&a->of_kind[atom->kind], id);
}

static uint32_t add(struct atoms *a, struct atom atom)
{
	struct buf key = BUF_INIT;
	uint32_t id;

	buf_printf(&key, "%d %d %d %d %d ", (int)atom.kind, atom.which, (int)atom.only, atom.spoken,
		atom.language);
	buf_add(&key, atom.form, atom.len);
	id = intern_add(&a->keys, key.data, key.len);
	buf_release(&key);
	if (id == a->list.n) {
		atom.form = arena_dup(&a->arena, atom.form, atom.len);
		atom.first = atom.form[0] == '*' || atom.form[0] == '?' ? '\0' : atom.form[0];
		vec_push(&a->list, atom);
		index_atom(a, id);
	}
	return id;
}

static uint32_t add_form(struct atoms *a, const struct pattern *p)
{
	struct atom atom = {
		.kind = p->kind == PATTERN_ROOT	  ? ATOM_ROOT
			: p->kind == PATTERN_GLOB ? ATOM_GLOB
						  : ATOM_WORD,
		.which = p->exact ? FORM_EXACT : FORM_FOLDED,
		.form = p->form,
		.len = (uint32_t)strlen(p->form),
		.only = p->only,
		.spoken = p->spoken,
	};

	atom.footnotes = atom.kind == ATOM_WORD && takes_footnotes(atom.form, atom.len);
	return add(a, atom);
}

/* What is compared is the stem of the word that was written. */
static uint32_t add_stem(struct atoms *a, const struct pattern *p)
{
	struct atom atom = { .kind = ATOM_STEM,
		.language = stemmers_language(a->stemmers, p->lang) };
	size_t n = 0;

	if (atom.language < 0)
		return NO_ATOM;
	atom.form = stemmers_stem(a->stemmers, atom.language, p->form, strlen(p->form), &n);
	atom.len = (uint32_t)n;
	return add(a, atom);
}

uint32_t atoms_add(struct atoms *a, const struct pattern *p)
{
	return p->kind == PATTERN_STEM ? add_stem(a, p) : add_form(a, p);
}

uint32_t atoms_add_tail(struct atoms *a, const struct pattern *compound)
{
	const char *tail = strrchr(compound->form, '_') + 1;

	return add(
		a, (struct atom){ .kind = ATOM_TAIL, .form = tail, .len = (uint32_t)strlen(tail) });
}

uint32_t atoms_add_clitic(struct atoms *a, const struct pattern *word)
{
	return add(a, (struct atom){ .kind = ATOM_CLITIC,
			      .form = word->form,
			      .len = (uint32_t)strlen(word->form) });
}

/* --- matching --- */

/* The length of a form without footnote digits; the same length when it has none. */
static size_t without_footnote(const char *form, size_t len)
{
	size_t n = len;

	while (n > 0 && len - n <= FOOTNOTE_DIGITS && form[n - 1] >= '0' && form[n - 1] <= '9')
		n--;
	return len - n <= FOOTNOTE_DIGITS ? n : len;
}

static bool root_fits(const struct atom *atom, uint8_t how)
{
	bool negates = (how & ROOT_NEGATES) != 0;

	if ((how & ROOT_SPOKEN) != 0 && !atom->spoken)
		return false;
	return atom->only == ROOT_ONLY_ANY || negates == (atom->only == ROOT_ONLY_NEG);
}

static void match_words(
	const struct atoms *a, int which, const char *form, size_t len, struct atom_ids *found)
{
	uint32_t number = intern_find(&a->words[which], form, len);
	size_t shorter = without_footnote(form, len);

	if (number != INTERN_NONE)
		vec_push(found, a->word_atom[which].items[number]);
	if (shorter == len || shorter == 0)
		return;
	number = intern_find(&a->words[which], form, shorter);
	if (number != INTERN_NONE && a->list.items[a->word_atom[which].items[number]].footnotes)
		vec_push(found, a->word_atom[which].items[number]);
}

static bool simple_is(const struct atom *atom, const char *form, size_t len)
{
	switch (atom->kind) {
	case ATOM_GLOB:
		return glob_match(atom->form, atom->len, form, len);
	case ATOM_TAIL:
		return len >= atom->len && memcmp(form, atom->form, atom->len) == 0;
	case ATOM_CLITIC:
		return root_clitic_form(form, len, atom->form, atom->len);
	default:
		break;
	}
	if (len == atom->len)
		return memcmp(form, atom->form, len) == 0;
	return atom->footnotes && without_footnote(form, len) == atom->len &&
	       memcmp(form, atom->form, atom->len) == 0;
}

/* The atoms of a kind that are compared one by one. */
static void match_kind(const struct atoms *a, enum atom_kind kind, const char *const form[2],
	const size_t len[2], struct atom_ids *found)
{
	vec_each (const uint32_t, id, &a->of_kind[kind]) {
		const struct atom *atom = &a->list.items[*id];

		if (atom->first != '\0' && atom->first != form[atom->which][0])
			continue;
		if (simple_is(atom, form[atom->which], len[atom->which]))
			vec_push(found, *id);
	}
}

/* The stems are made once for all atoms of a language. */
static void match_stems(const struct atoms *a, const char *form, size_t len, struct atom_ids *found)
{
	const char *stem = NULL;
	int language = -1;
	size_t n = 0;

	vec_each (const uint32_t, id, &a->of_kind[ATOM_STEM]) {
		const struct atom *atom = &a->list.items[*id];

		if (atom->language != language) {
			language = atom->language;
			stem = stemmers_stem(a->stemmers, language, form, len, &n);
		}
		if (n == atom->len && memcmp(stem, atom->form, n) == 0)
			vec_push(found, *id);
	}
}

static void match_run(
	const struct atoms *a, const struct form *f, size_t from, size_t to, struct atom_ids *found)
{
	const char *form[2];
	size_t len[2];

	for (int which = 0; which < 2; which++) {
		form[which] = form_run(f, which, from, to, &len[which]);
		match_words(a, which, form[which], len[which], found);
	}
	match_kind(a, ATOM_GLOB, form, len, found);
	match_kind(a, ATOM_TAIL, form, len, found);
	match_kind(a, ATOM_CLITIC, form, len, found);
	match_stems(a, form[FORM_FOLDED], len[FORM_FOLDED], found);
}

/* The whole word, each hyphen part, and runs of parts. */
static void match_runs(const struct atoms *a, const struct form *f, struct atom_ids *found)
{
	for (size_t from = 0; from < f->nparts; from++)
		for (size_t to = from; to < f->nparts; to++)
			match_run(a, f, from, to, found);
}

static void match_roots(const struct atoms *a, const struct form *f, struct atom_ids *found)
{
	const struct buf *word = &f->text[FORM_FOLDED];
	struct root_hit hits[HITS_MAX];
	size_t n = 0;

	if (a->of_kind[ATOM_ROOT].n > 0)
		n = roots_find(a->roots, word->data, word->len, hits, HITS_MAX);
	for (size_t i = 0; i < n; i++)
		vec_each (uint32_t, id, &a->of_root.items[hits[i].root])
			if (root_fits(&a->list.items[*id], hits[i].how))
				vec_push(found, *id);
}

static int compare_ids(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

void atoms_match(const struct atoms *a, const struct form *f, struct atom_ids *found)
{
	size_t n = 0;

	match_runs(a, f, found);
	match_roots(a, f, found);
	vec_sort(found, compare_ids);
	for (size_t i = 0; i < found->n; i++)
		if (n == 0 || found->items[n - 1] != found->items[i])
			found->items[n++] = found->items[i];
	found->n = n;
}

static bool root_is(const struct atoms *a, const struct atom *atom, const char *form, size_t len)
{
	struct root_hit hits[HITS_MAX];
	size_t n = roots_find(a->roots, form, len, hits, HITS_MAX);

	for (size_t i = 0; i < n; i++)
		if (hits[i].root == atom->root)
			return root_fits(atom, hits[i].how);
	return false;
}

bool atoms_is(const struct atoms *a, uint32_t id, const struct form *f, size_t from, size_t to)
{
	const struct atom *atom = &a->list.items[id];
	size_t len;
	const char *form = form_run(f, atom->which, from, to, &len);

	return atom->kind == ATOM_ROOT ? root_is(a, atom, form, len) : simple_is(atom, form, len);
}

bool atoms_joined(const struct atoms *a, uint32_t root_atom, const char *first, size_t flen,
	const char *second, size_t slen)
{
	const struct atom *atom = &a->list.items[root_atom];
	uint8_t how = 0;

	return root_joined(a->roots, atom->root, first, flen, second, slen, &how) &&
	       root_fits(atom, how);
}
