/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of the texts: those that look like a pattern which finds nothing,
 * and forms that a plain word misses (W087).
 */
#include <string.h>

#include "base/opt.h"
#include "base/utf8.h"
#include "coder/fit_run.h"
#include "corpus/root_id.h"
#include "corpus/tokens.h"

#define RAW_MAX (1u << 20) /* different words; of random text no more are kept */
#define NEAR_SHOWN 3
#define GLOB_LETTERS 5 /* of a glob before its first * or ? */
#define KIN_LETTERS 4  /* shorter roots make strange relatives */
#define KIN_ROOTS 16
#define FORM_LETTERS 4 /* of a word whose forms W087 looks for */
#define FORM_COUNT 5   /* so often a form is frequent ... */
#define FORM_SHARE 20  /* ... and one in so many of the word itself */
#define FORM_WORD 128

/* --- reading --- */

static uint32_t letters_of(const char *s, size_t len)
{
	uint32_t mask = 0;

	for (size_t i = 0; i < len; i++)
		if (s[i] >= 'a' && s[i] <= 'z')
			mask |= 1u << (s[i] - 'a');
	return mask;
}

void fit_words_read(struct fit *f, const struct document *shown)
{
	struct fit_vocabulary *v = &f->vocabulary;

	vec_each (const struct para, p, &shown->paras) {
		struct tokens t = { shown->text + p->start, p->end - p->start, 0 };
		size_t start, end;

		if (!f->plain.reads.items[p - shown->paras.items])
			continue;
		while (tokens_next(&t, &start, &end)) {
			uint32_t number;

			v->total++;
			number = v->raw.n < RAW_MAX
					 ? intern_add(&v->raw, t.text + start, end - start)
					 : intern_find(&v->raw, t.text + start, end - start);
			if (number == v->counts.n)
				vec_push(&v->counts, 0);
			if (number != INTERN_NONE)
				v->counts.items[number]++;
		}
	}
}

static int compare_words(const void *pa, const void *pb)
{
	const struct fit_word *a = pa, *b = pb;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->form, b->form);
}

void fit_words_finish(struct fit *f)
{
	struct fit_vocabulary *v = &f->vocabulary;
	struct buf form = BUF_INIT;

	for (uint32_t i = 0; i < v->raw.n; i++) {
		uint32_t number;

		buf_reset(&form);
		token_form(v->raw.items[i].s, v->raw.items[i].len, true, &form);
		number = intern_add(&v->forms, form.data, form.len);
		if (number == v->list.n)
			vec_push(&v->list, ((struct fit_word){ .form = v->forms.items[number].s }));
		v->list.items[number].count += v->counts.items[i];
	}
	vec_each (struct fit_word, w, &v->list) {
		w->len = (uint32_t)strlen(w->form);
		w->letters = letters_of(w->form, w->len);
	}
	buf_release(&form);
	vec_sort(&v->list, compare_words); /* forms are looked up no more */
}

void fit_words_release(struct fit_vocabulary *v)
{
	intern_release(&v->raw);
	intern_release(&v->forms);
	vec_release(&v->counts);
	vec_release(&v->list);
}

/* --- words that look like it --- */

struct near {
	const char *word; /* or the beginning of one */
	size_t len, limit;
	bool begins; /* compare with as many letters of each word */
	uint32_t letters;
	struct {
		const struct fit_word *word;
		size_t distance;
	} best[NEAR_SHOWN];
	size_t n;
};

/* Of short words nearly every one is near to another. */
static size_t limit_of(size_t letters)
{
	return letters < 6 ? 0 : letters < 12 ? 1 : 2;
}

/* An edit changes two letters at most. */
static bool may_be_near(const struct near *n, size_t len, uint32_t letters)
{
	size_t longer = len > n->len ? len - n->len : n->len - len;

	return longer <= n->limit &&
	       (size_t)__builtin_popcount(letters ^ n->letters) <= 2 * n->limit;
}

static size_t distance_to(const struct near *n, const struct fit_word *w)
{
	size_t len = w->len;
	char begin[FORM_WORD];

	if (!n->begins)
		return may_be_near(n, len, w->letters) ? opt_distance(n->word, w->form) : SIZE_MAX;
	len = utf8_cut(w->form, len, n->len);
	if (len >= sizeof begin || !may_be_near(n, len, letters_of(w->form, len)))
		return SIZE_MAX;
	memcpy(begin, w->form, len);
	begin[len] = '\0';
	return opt_distance(n->word, begin);
}

/* Words come by count, so of the same distance the first is the most frequent. */
static void note_near(struct near *n, const struct fit_word *word, size_t distance)
{
	size_t i = n->n < NEAR_SHOWN ? n->n : NEAR_SHOWN;

	while (i > 0 && n->best[i - 1].distance > distance)
		i--;
	if (i == NEAR_SHOWN)
		return;
	n->n += n->n < NEAR_SHOWN;
	for (size_t k = n->n - 1; k > i; k--)
		n->best[k] = n->best[k - 1];
	n->best[i].word = word;
	n->best[i].distance = distance;
}

static void add_word(struct buf *out, const struct fit_word *w)
{
	buf_printf(
		out, "%s%s %llu", out->len > 0 ? ", " : "", w->form, (unsigned long long)w->count);
}

static void find_near(
	const struct fit *f, const char *word, size_t len, bool begins, struct buf *out)
{
	struct near n = { .word = word,
		.len = len,
		.limit = limit_of(utf8_count(word, len)),
		.begins = begins,
		.letters = letters_of(word, len) };

	vec_each (const struct fit_word, w, &f->vocabulary.list) {
		size_t distance = distance_to(&n, w);

		if (distance <= n.limit)
			note_near(&n, w, distance);
	}
	for (size_t i = 0; i < n.n; i++)
		add_word(out, n.best[i].word);
}

static void near_glob(const struct fit *f, const char *form, struct buf *out)
{
	size_t len = strcspn(form, "*?");
	char *begin;

	if (utf8_count(form, len) < GLOB_LETTERS)
		return;
	begin = mem_dup(form, len);
	find_near(f, begin, len, true, out);
	free(begin);
}

void fit_words_near(const struct fit *f, const struct pattern *p, struct buf *out)
{
	struct buf word = BUF_INIT;

	if (p->kind == PATTERN_WORD || p->kind == PATTERN_STEM)
		utf8_fold(p->form, strlen(p->form), &word);
	else if (p->kind == PATTERN_ROOT)
		for (const char *s = p->form; *s != '\0'; s++)
			if (*s != '_')
				buf_addc(&word, *s);
	if (p->kind == PATTERN_GLOB)
		near_glob(f, p->form, out);
	else if (word.len > 0)
		find_near(f, word.data, word.len, false, out);
	buf_release(&word);
}

bool fit_speaks(const struct fit *f, const struct rule *rule, const char *lang)
{
	const char *const *have = rule != NULL ? rule->set.languages : f->cb->languages;

	for (; have != NULL && *have != NULL; have++)
		if (strcmp(*have, lang) == 0)
			return true;
	return false;
}

/* --- words of the same root --- */

/* Which words of the texts could be roots of each of WORDS. */
static void find_roots(const struct fit *f, const char *const *words, size_t n, struct roots *roots,
	size_t *words_of_root, size_t max)
{
	struct roots *all = roots_new();
	struct root_hit hits[KIN_ROOTS];

	vec_each (const struct fit_word, w, &f->vocabulary.list)
		if (strlen(w->form) >= KIN_LETTERS)
			roots_add(all, w->form, strlen(w->form));
	for (size_t i = 0; i < n; i++) {
		size_t found = roots_find(all, words[i], strlen(words[i]), hits, KIN_ROOTS);

		for (size_t k = 0; k <= found; k++) {
			const char *root = k < found ? roots_text(all, hits[k].root) : words[i];
			uint32_t before = roots_count(roots), number;

			if ((k < found && (hits[k].how & ROOT_SPOKEN) != 0) || before >= max ||
				strlen(root) < KIN_LETTERS)
				continue;
			number = roots_add(roots, root, strlen(root));
			if (number == before)
				words_of_root[number] = i;
		}
	}
	roots_free(all);
}

void fit_words_kin(const struct fit *f, const char *const *words, size_t n, struct buf *out)
{
	struct roots *roots = roots_new();
	size_t max = n * (KIN_ROOTS + 1), *word_of_root = mem_zalloc(max + 1, sizeof *word_of_root);
	unsigned *shown = mem_zalloc(n + 1, sizeof *shown);
	struct root_hit hits[KIN_ROOTS];

	find_roots(f, words, n, roots, word_of_root, max);
	vec_each (const struct fit_word, w, &f->vocabulary.list) {
		size_t found =
			n > 0 ? roots_find(roots, w->form, strlen(w->form), hits, KIN_ROOTS) : 0;
		size_t last = n;

		for (size_t k = 0; k < found; k++) {
			size_t i = word_of_root[hits[k].root];

			if ((hits[k].how & ROOT_SPOKEN) != 0 || i == last || shown[i] >= NEAR_SHOWN)
				continue;
			add_word(&out[i], w);
			shown[i]++;
			last = i;
		}
	}
	free(word_of_root);
	free(shown);
	roots_free(roots);
}

/* --- W087 --- */

/* Plain words of the codebook, and the forms of each that the texts have. */
struct plain {
	const struct fit_pattern *pattern;
	uint64_t count; /* of the word itself */
	struct fit_items missed;
	bool english;
};
VEC_TYPE(plains, struct plain);

static bool stands_with(const struct fit_pattern *a, const struct fit_pattern *b)
{
	if (a->list != NULL || b->list != NULL)
		return a->list == b->list;
	return a->rule != NULL && b->rule != NULL && a->rule->code == b->rule->code;
}

/* Another pattern of the same list or code finds the form. */
static bool is_found(struct fit *f, const struct plain *p, const char *form)
{
	struct engine *g = f->engine;
	struct atom_ids atoms = VEC_INIT;
	bool found = false;

	form_set(&g->form, form, strlen(form));
	atoms_match(&g->tree.atoms, &g->form, &atoms);
	vec_each (const struct fit_pattern, other, &f->patterns) {
		struct atom_ids needed = VEC_INIT;

		if (!stands_with(p->pattern, other) || other->pattern->kind == PATTERN_PHRASE ||
			other->pattern->kind == PATTERN_LIST || other->finder == NULL)
			continue;
		if (!finder_needs(other->finder, &g->tree.atoms, &needed))
			vec_reset(&needed);
		vec_each (const uint32_t, a, &needed)
			vec_each (const uint32_t, b, &atoms)
				found = found || *a == *b;
		vec_release(&needed);
		if (found)
			break;
	}
	vec_release(&atoms);
	return found;
}

static bool is_plain(const struct fit_pattern *p)
{
	return p->pattern->kind == PATTERN_WORD && !p->pattern->exact && p->asked && p->read > 0 &&
	       utf8_count(p->pattern->form, strlen(p->pattern->form)) >= FORM_LETTERS;
}

/* workers, worker's */
static bool is_english_form(const char *form, const char *word, size_t len)
{
	static const char *const ends[] = { "s", "es", "'s", "s'" };

	if (strncmp(form, word, len) != 0)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (strcmp(form + len, ends[i]) == 0)
			return true;
	return false;
}

static bool is_form(const struct fit *f, struct plain *p, const struct roots *roots, uint32_t root,
	const char *form)
{
	const char *word = p->pattern->pattern->form;
	size_t len = strlen(word), flen = strlen(form);
	struct root_hit hits[KIN_ROOTS];
	size_t n;

	if (flen <= len || strncmp(form, word, len) != 0)
		return false;
	if (fit_speaks(f, p->pattern->rule, "en") && is_english_form(form, word, len))
		return p->english = true;
	if (!fit_speaks(f, p->pattern->rule, "id") || !root_clitic_form(form, flen, word, len))
		return false;
	n = roots_find(roots, form, flen, hits, KIN_ROOTS); /* masalah is not masa + -lah */
	for (size_t i = 0; i < n; i++)
		if (hits[i].root == root && (hits[i].how & ROOT_SELF) != 0)
			return true;
	return false;
}

static void look_for_forms(struct fit *f, struct plains *list, const struct roots *roots,
	const struct intern *words, const uint32_t *first, const uint32_t *next)
{
	vec_each (const struct fit_word, w, &f->vocabulary.list) {
		size_t len = strlen(w->form);

		if (w->count < FORM_COUNT)
			break;
		for (size_t cut = 1; cut <= 6 && cut + FORM_LETTERS <= len; cut++) {
			uint32_t number = intern_find(words, w->form, len - cut);

			for (uint32_t i = number == INTERN_NONE ? 0 : first[number]; i > 0;
				i = next[i - 1]) {
				struct plain *p = &list->items[i - 1];

				if (w->count * FORM_SHARE < p->count ||
					!is_form(f, p, roots, number, w->form) ||
					is_found(f, p, w->form))
					continue;
				vec_push(&p->missed, arena_printf(&f->arena, "%s %llu", w->form,
							     (unsigned long long)w->count));
			}
		}
	}
}

static void tell_forms(struct fit *f, struct plain *p)
{
	const struct fit_pattern *w = p->pattern;
	struct diag *g;

	if (p->missed.n > 0) {
		g = fit_warn(f, w->rule, &w->pattern->at, SAY(W087_FORMS), w->pattern->source,
			fit_join(f, &p->missed));
		if (p->english)
			fit_hint(f, g, SAY(H_FORMS_ENGLISH), w->pattern->form);
		else
			fit_hint(f, g, SAY(H_FORMS), w->pattern->form);
	}
	vec_release(&p->missed);
}

void fit_words_tell(struct fit *f)
{
	struct plains list = VEC_INIT;
	struct intern words = INTERN_INIT;
	struct roots *roots = roots_new();
	uint32_t *first, *next;

	vec_each (const struct fit_pattern, p, &f->patterns)
		if (is_plain(p))
			vec_push(&list, ((struct plain){ p, p->read, VEC_INIT, false }));
	first = mem_zalloc(list.n + 1, sizeof *first);
	next = mem_zalloc(list.n + 1, sizeof *next);
	for (uint32_t i = 0; i < list.n; i++) {
		const char *form = list.items[i].pattern->pattern->form;
		uint32_t number = intern_add(&words, form, strlen(form));

		if (number == roots_count(roots))
			roots_add(roots, form, strlen(form));
		next[i] = first[number];
		first[number] = i + 1;
	}
	look_for_forms(f, &list, roots, &words, first, next);
	vec_each (struct plain, p, &list)
		tell_forms(f, p);
	free(first);
	free(next);
	intern_release(&words);
	roots_free(roots);
	vec_release(&list);
}
