/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/negate.h"

#include <string.h>

#include "coder/finder.h"
#include "coder/gap.h"
#include "coder/stream.h"
#include "corpus/negation.h"

#define LONGEST 50 /* words of a trigger, border or exception */

/* The words of an exception; "." (the mark) or "#" (a number) may end it. */
struct exception {
	const char **words;
	size_t n;
};

/* Patterns of `negation` that are more than a plain word, and their places in the document. */
struct patterns {
	VEC(struct finder *) finders;
	struct place_list places;
};

struct tongue {
	const char *lang;
	const struct codebook *changed_by; /* NULL: as in corpus/negation.h */
	const struct negation *base;	   /* NULL: a language without negation words of its own */
	VEC(struct exception) exceptions;
	VEC(const char *) endings;  /* "n't" */
	struct patterns by_what[4]; /* NEGATION_ADD ... NEGATION_BORDER */
};

void negate_init(struct negate *n, struct finders *f)
{
	memset(n, 0, sizeof *n);
	n->finders = f;
	n->reader = arena_alloc(&n->arena, sizeof *n->reader);
	n->reader->everything = true;
}

void negate_release(struct negate *n)
{
	for (uint32_t i = 0; i < n->ntongues; i++) {
		vec_release(&n->tongues[i]->exceptions);
		vec_release(&n->tongues[i]->endings);
		for (int what = NEGATION_ADD; what <= NEGATION_BORDER; what++) {
			vec_release(&n->tongues[i]->by_what[what].finders);
			vec_release(&n->tongues[i]->by_what[what].places);
		}
	}
	reader_release(n->reader);
	intern_release(&n->words);
	vec_release(&n->triggers);
	vec_release(&n->borders);
	arena_release(&n->arena);
}

/* Both lists of masks are as long as the table of words. */
static uint32_t word_number(struct negate *n, const char *word)
{
	uint32_t number = intern_add(&n->words, word, strlen(word));

	if (number == n->triggers.n) {
		vec_push(&n->triggers, 0);
		vec_push(&n->borders, 0);
	}
	return number;
}

static void add_border(struct negate *n, uint32_t bit, const char *word)
{
	uint32_t number = word_number(n, word);

	n->borders.items[number] |= bit;
}

static void remove_trigger(struct negate *n, uint32_t bit, const char *word)
{
	uint32_t number = word_number(n, word);

	n->triggers.items[number] &= ~bit;
}

static void add_trigger(struct negate *n, struct tongue *t, uint32_t bit, const char *word)
{
	uint32_t number;

	if (word[0] == '*') {
		vec_push(&t->endings, word + 1);
		return;
	}
	number = word_number(n, word);
	n->triggers.items[number] |= bit;
}

static void add_exception(struct negate *n, struct tongue *t, const char *text)
{
	char *words = arena_strdup(&n->arena, text);
	struct exception x = { arena_calloc(&n->arena, strlen(text) / 2 + 1, sizeof *x.words), 0 };

	for (char *p = words; p != NULL && *p != '\0';) {
		char *space = strchr(p, ' ');

		x.words[x.n++] = p;
		if (space != NULL)
			*space++ = '\0';
		p = space;
	}
	if (x.n > 0)
		vec_push(&t->exceptions, x);
}

static void add_exception_phrase(struct negate *n, struct tongue *t, const struct pattern *p)
{
	struct exception x = { arena_calloc(&n->arena, p->nparts, sizeof *x.words), p->nparts };

	for (size_t i = 0; i < p->nparts; i++)
		x.words[i] = p->parts[i]->form;
	vec_push(&t->exceptions, x);
}

static void add_base(struct negate *n, struct tongue *t, uint32_t bit)
{
	for (const char *const *w = t->base->triggers; *w != NULL; w++)
		add_trigger(n, t, bit, *w);
	for (const char *const *w = t->base->border_words; *w != NULL; w++)
		add_border(n, bit, *w);
	for (const char *const *w = t->base->exceptions; *w != NULL; w++)
		add_exception(n, t, *w);
}

/* What a table of words can tell: a word in any case; as an exception a phrase of such. */
static bool is_plain(const struct negation_change *c, const struct pattern *p)
{
	if (p->exact || p->nexcept > 0)
		return false;
	if (p->kind == PATTERN_WORD)
		return true;
	if (c->what != NEGATION_EXCEPT || p->kind != PATTERN_PHRASE)
		return false;
	for (size_t i = 0; i < p->nparts; i++)
		if (p->parts[i]->kind != PATTERN_WORD || p->parts[i]->exact ||
			(i + 1 < p->nparts && p->gaps[i][0] != '\0'))
			return false;
	return true;
}

static void change_word(struct negate *n, struct tongue *t, uint32_t bit,
	const struct negation_change *c, const struct pattern *p)
{
	if (c->what == NEGATION_ADD)
		add_trigger(n, t, bit, p->form);
	else if (c->what == NEGATION_REMOVE)
		remove_trigger(n, bit, p->form);
	else if (c->what == NEGATION_BORDER)
		add_border(n, bit, p->form);
	else if (p->kind == PATTERN_PHRASE)
		add_exception_phrase(n, t, p);
	else
		add_exception(n, t, p->form);
}

static enum rc change(struct negate *n, const struct codebook *top, struct tongue *t, uint32_t bit,
	const struct negation_change *c, struct err *e)
{
	struct finder_use use = { top, n->reader, true };

	for (size_t i = 0; i < c->nitems; i++) {
		struct finder *x;

		if (is_plain(c, c->items[i])) {
			change_word(n, t, bit, c, c->items[i]);
			continue;
		}
		x = finder_new(n->finders, c->items[i], &use);
		if (x == NULL)
			return err_set(e, RC_INPUT, "a codebook has errors");
		vec_push(&t->by_what[c->what].finders, x);
	}
	return RC_OK;
}

static bool changes(const struct codebook *cb, const char *lang)
{
	vec_each (struct negation_change, c, &cb->negations)
		if (strcmp(c->lang, lang) == 0)
			return true;
	return false;
}

static enum rc new_tongue(struct negate *n, const struct codebook *top, const struct codebook *cb,
	const char *lang, struct err *e)
{
	enum rc rc = RC_OK;
	struct tongue *t = arena_alloc(&n->arena, sizeof *t);
	uint32_t bit = 1u << n->ntongues;

	t->lang = lang;
	t->changed_by = cb;
	t->base = negation_of(lang);
	n->tongues[n->ntongues++] = t;
	if (t->base != NULL)
		add_base(n, t, bit);
	if (cb == NULL)
		return RC_OK;
	vec_each (struct negation_change, c, &cb->negations)
		if (strcmp(c->lang, lang) == 0 && rc == RC_OK)
			rc = change(n, top, t, bit, c, e);
	return rc;
}

static uint32_t find_tongue(const struct negate *n, const struct codebook *cb, const char *lang)
{
	uint32_t i = 0;

	while (i < n->ntongues &&
		(n->tongues[i]->changed_by != cb || strcmp(n->tongues[i]->lang, lang) != 0))
		i++;
	return i;
}

enum rc negate_tongues(struct negate *n, const struct codebook *top, const struct codebook *cb,
	const char *const *languages, uint32_t *mask, struct err *e)
{
	enum rc rc = RC_OK;

	for (*mask = 0; *languages != NULL && rc == RC_OK; languages++) {
		const struct codebook *own = changes(cb, *languages) ? cb : NULL;
		uint32_t i = find_tongue(n, own, *languages);

		if (i == NEGATE_TONGUES)
			return err_set(e, RC_INPUT,
				"more than %d languages with negation in one run", NEGATE_TONGUES);
		if (i == n->ntongues)
			rc = new_tongue(n, top, own, *languages, e);
		*mask |= 1u << i;
	}
	return rc;
}

/* --- by place --- */

static void prepare(struct negate *n, struct patterns *p, const struct stream *s, uint64_t epoch)
{
	vec_reset(&p->places);
	vec_each (struct finder *, x, &p->finders)
		place_add_all(&p->places, finder_places(n->finders, *x, s, epoch));
	place_sort(&p->places);
}

void negate_prepare(struct negate *n, const struct stream *s, uint64_t epoch)
{
	if (n->epoch == epoch)
		return;
	n->epoch = epoch;
	reader_prepare(n->reader, s, epoch, false);
	for (uint32_t i = 0; i < n->ntongues; i++)
		for (int what = NEGATION_ADD; what <= NEGATION_BORDER; what++)
			prepare(n, &n->tongues[i]->by_what[what], s, epoch);
}

/* Patterns of the tongues by kind of change, one after the other; false: there are no more. */
static bool next_patterns(
	const struct negate *n, uint32_t mask, uint32_t *i, const struct patterns **out)
{
	const uint32_t whats = NEGATION_BORDER + 1;

	for (; *i < n->ntongues * whats; ++*i) {
		if ((mask >> (*i / whats) & 1) == 0)
			continue;
		*out = &n->tongues[*i / whats]->by_what[*i % whats];
		++*i;
		return true;
	}
	return false;
}

bool negate_has_patterns(const struct negate *n, uint32_t mask)
{
	const struct patterns *p;
	uint32_t i = 0;

	while (next_patterns(n, mask, &i, &p))
		if (p->finders.n > 0)
			return true;
	return false;
}

const struct finder *negate_limit(const struct negate *n, uint32_t mask, uint64_t epoch)
{
	const struct finder *found = NULL;
	const struct patterns *p;
	uint32_t i = 0;

	while (found == NULL && next_patterns(n, mask, &i, &p))
		for (size_t k = 0; k < p->finders.n && found == NULL; k++)
			found = finder_limit(p->finders.items[k], epoch);
	return found;
}

/* Is the run inside one of the places? */
static bool covers(const struct place_list *l, struct place run)
{
	for (size_t i = place_from(l, run.first + 1); i-- > 0;)
		if (l->items[i].last >= run.last)
			return true;
		else if (run.first - l->items[i].first > LONGEST)
			break;
	return false;
}

/* A place of one of the patterns of the languages that ends with WORD; its length, or 0. */
static uint32_t pattern_at(const struct negate *n, uint32_t mask, int what, uint32_t word)
{
	for (uint32_t i = 0; i < n->ntongues; i++) {
		const struct place_list *l = &n->tongues[i]->by_what[what].places;

		if ((mask >> i & 1) == 0)
			continue;
		for (size_t k = place_from(l, word + 1); k-- > 0;) {
			if (l->items[k].last == word)
				return word - l->items[k].first + 1;
			if (word - l->items[k].first > LONGEST)
				break;
		}
	}
	return 0;
}

static bool is_covered(const struct negate *n, uint32_t mask, int what, struct place run)
{
	for (uint32_t i = 0; i < n->ntongues; i++)
		if ((mask >> i & 1) != 0 && covers(&n->tongues[i]->by_what[what].places, run))
			return true;
	return false;
}

static bool ends_with(const struct buf *b, const char *ending)
{
	size_t len = strlen(ending);

	return b->len > len && memcmp(b->data + b->len - len, ending, len) == 0;
}

void negate_word(
	const struct negate *n, const struct form *f, uint32_t *triggers, uint32_t *borders)
{
	const struct buf *form = &f->text[FORM_FOLDED];
	uint32_t number = intern_find(&n->words, form->data, form->len);

	*triggers = *borders = 0;
	if (number != INTERN_NONE) {
		*triggers = n->triggers.items[number];
		*borders = n->borders.items[number];
	}
	for (uint32_t i = 0; i < n->ntongues; i++)
		vec_each (const char *, ending, &n->tongues[i]->endings)
			if (ends_with(form, *ending))
				*triggers |= 1u << i;
}

static void word_form(const struct stream *s, uint32_t word, struct form *f)
{
	const struct word *w = &s->words.items[word];

	form_set(f, s->doc->text + w->start, w->end - w->start);
}

static bool starts_with_digit(const struct stream *s, uint32_t word)
{
	char c = s->doc->text[s->words.items[word].start];

	return c >= '0' && c <= '9';
}

/* Word i of the exception is what stands at WORD, or behind the word before it. */
static bool exception_word(const struct stream *s, const char *wanted, uint32_t word,
	struct range sentence, struct form *scratch)
{
	size_t len = strlen(wanted);

	if (strcmp(wanted, ".") == 0)
		return s->doc->text[s->words.items[word - 1].end] == '.';
	if (word >= sentence.hi)
		return false;
	if (strcmp(wanted, "#") == 0)
		return starts_with_digit(s, word);
	word_form(s, word, scratch);
	return scratch->text[FORM_FOLDED].len == len &&
	       memcmp(scratch->text[FORM_FOLDED].data, wanted, len) == 0;
}

static bool exception_at(const struct stream *s, const struct exception *x, uint32_t first,
	struct range sentence, struct form *scratch)
{
	for (size_t i = 0; i < x->n; i++) {
		uint32_t word = first + (uint32_t)i;

		if (!exception_word(s, x->words[i], word, sentence, scratch))
			return false;
		if (i > 0 && x->words[i][0] != '.' && !stream_neighbours(s, word - 1))
			return false;
	}
	return true;
}

static bool is_excepted(const struct negate *n, uint32_t mask, const struct stream *s,
	uint32_t word, struct range sentence, struct form *scratch)
{
	for (uint32_t i = 0; i < n->ntongues; i++) {
		if ((mask >> i & 1) == 0)
			continue;
		vec_each (struct exception, x, &n->tongues[i]->exceptions)
			for (uint32_t k = 0; k < x->n && word >= sentence.lo + k; k++)
				if (exception_at(s, x, word - k, sentence, scratch))
					return true;
	}
	return false;
}

static bool has_border_mark(
	const struct negate *n, uint32_t mask, const struct stream *s, uint32_t word)
{
	const struct word *w = &s->words.items[word];

	for (uint32_t i = 0; i < n->ntongues; i++)
		if ((mask >> i & 1) != 0 && n->tongues[i]->base != NULL &&
			gap_has(s->doc->text, w->end, w[1].start,
				n->tongues[i]->base->border_marks))
			return true;
	return false;
}

/* By a pattern of `remove` or `except` around the trigger. */
static bool is_taken_back(const struct negate *n, uint32_t mask, struct place trigger)
{
	return is_covered(n, mask, NEGATION_REMOVE, trigger) ||
	       is_covered(n, mask, NEGATION_EXCEPT, trigger);
}

static bool is_triggered(const struct negate *n, uint32_t mask, const struct stream *s,
	uint32_t first, struct form *scratch)
{
	struct range sentence =
		stream_range(s, UNIT_SENTENCE, stream_unit(s, UNIT_SENTENCE, first));
	uint32_t added;

	for (uint32_t word = first; word > sentence.lo && first - word < NEGATE_REACH; word--) {
		const struct type *type = &s->types.list.items[s->words.items[word - 1].type];

		if (has_border_mark(n, mask, s, word - 1))
			return false;
		added = pattern_at(n, mask, NEGATION_ADD, word - 1);
		if (((type->triggers & mask) != 0 || added > 0) &&
			!is_excepted(n, mask, s, word - 1, sentence, scratch) &&
			!is_taken_back(n, mask,
				(struct place){ added > 0 ? word - added : word - 1, word - 1 }))
			return true;
		if ((type->borders & mask) != 0 ||
			pattern_at(n, mask, NEGATION_BORDER, word - 1) > 0)
			return false;
	}
	return false;
}

static bool negates_itself(const struct negate *n, uint32_t mask, const struct form *f)
{
	size_t len;
	const char *part = form_run(f, FORM_FOLDED, 0, 0, &len);

	if (form_starts(f, "ketidak"))
		return true;
	for (uint32_t i = 0; i < n->ntongues && f->nparts > 1; i++) {
		if ((mask >> i & 1) == 0 || n->tongues[i]->base == NULL)
			continue;
		for (const char *const *w = n->tongues[i]->base->self; *w != NULL; w++)
			if (strlen(*w) == len && memcmp(*w, part, len) == 0)
				return true;
	}
	return false;
}

bool negate_place(const struct negate *n, uint32_t mask, const struct stream *s, struct place p,
	struct form *scratch)
{
	bool inside = false;

	for (uint32_t word = p.first; word <= p.last && !inside; word++) {
		word_form(s, word, scratch);
		inside = negates_itself(n, mask, scratch);
	}
	return inside != is_triggered(n, mask, s, p.first, scratch);
}
