/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs inside a file, a code or a rule that both versions have. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "codebooks/changes.h"
#include "codebooks/outline.h"

struct fields {
	struct changes *c;
	struct change_fields *to;
	enum change_about about;
};

static void note(
	struct fields *f, const char *name, const char *lang, const char *before, const char *after)
{
	if (before == after || (before != NULL && after != NULL && strcmp(before, after) == 0))
		return;
	vec_push(f->to, ((struct change_field){ name, lang, before, after, f->about }));
}

static const char *keep(struct fields *f, struct buf *text)
{
	const char *kept = text->len > 0 ? arena_dup(&f->c->arena, text->data, text->len) : NULL;

	buf_release(text);
	return kept;
}

/* --- texts --------------------------------------------------------------------------------------
 */

static const char *lang_of(const struct localised *t, const struct codebook *book)
{
	return t->lang != NULL ? t->lang : book->languages[0];
}

static const char *text_in(const struct localised *t, const struct codebook *book, const char *lang)
{
	for (; t != NULL; t = t->next)
		if (strcmp(lang_of(t, book), lang) == 0)
			return t->text;
	return NULL;
}

/* The language is named when there are several. */
static void note_texts(struct fields *f, const char *name, const struct localised *before,
	const struct codebook *old, const struct localised *after, const struct codebook *new)
{
	bool several = (before != NULL && before->next != NULL) ||
		       (after != NULL && after->next != NULL) ||
		       (before != NULL && after != NULL &&
			       strcmp(lang_of(before, old), lang_of(after, new)) != 0);

	for (const struct localised *t = before; t != NULL; t = t->next) {
		const char *lang = lang_of(t, old);

		note(f, name, several ? lang : NULL, t->text, text_in(after, new, lang));
	}
	for (const struct localised *t = after; t != NULL; t = t->next) {
		const char *lang = lang_of(t, new);

		if (text_in(before, old, lang) == NULL)
			note(f, name, several ? lang : NULL, NULL, t->text);
	}
}

static const char *const test_names[] = { "test hit", "test miss", "test todo-hit",
	"test todo-miss" };

static bool has_test(const struct test *tests, size_t n, const struct test *t)
{
	for (size_t i = 0; i < n; i++)
		if (tests[i].kind == t->kind && strcmp(tests[i].text, t->text) == 0)
			return true;
	return false;
}

static void note_tests(struct fields *f, const struct test *before, size_t nbefore,
	const struct test *after, size_t nafter)
{
	f->about = ABOUT_TESTS;
	for (size_t i = 0; i < nbefore; i++)
		if (!has_test(after, nafter, &before[i]))
			note(f, test_names[before[i].kind], NULL, before[i].text, NULL);
	for (size_t i = 0; i < nafter; i++)
		if (!has_test(before, nbefore, &after[i]))
			note(f, test_names[after[i].kind], NULL, NULL, after[i].text);
}

/* --- numbers and lists of names -----------------------------------------------------------------
 */

static const char *number_of(struct fields *f, double v)
{
	struct buf text = BUF_INIT;

	number_add(&text, v);
	return keep(f, &text);
}

static void note_number(struct fields *f, const char *name, double before, double after)
{
	if (fabs(before - after) > 1e-9)
		note(f, name, NULL, number_of(f, before), number_of(f, after));
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Their order makes no difference. */
static const char *joined(struct fields *f, const char *const *items, size_t n)
{
	VEC(const char *) sorted = VEC_INIT;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		vec_push(&sorted, items[i]);
	vec_sort(&sorted, compare_texts);
	for (size_t i = 0; i < n; i++)
		buf_printf(&text, "%s%s", i > 0 ? ", " : "", sorted.items[i]);
	vec_release(&sorted);
	return keep(f, &text);
}

static const char *languages_of(struct fields *f, const char *const *languages)
{
	size_t n = 0;

	while (languages[n] != NULL)
		n++;
	return joined(f, languages, n);
}

/* --- the file -----------------------------------------------------------------------------------
 */

static const char *const negation_names[] = { "add", "remove", "except", "border" };

/* "negation id add" and the item */
static void negation_of(
	const struct negation_change *n, const struct pattern *item, struct buf *out)
{
	buf_printf(out, "%s %s ", n->lang, negation_names[n->what]);
	outline_pattern(item, out);
}

static bool has_negation(const struct codebook *cb, const char *text)
{
	struct buf own = BUF_INIT;
	bool has = false;

	vec_each (struct negation_change, n, &cb->negations)
		for (size_t i = 0; i < n->nitems && !has; i++) {
			buf_reset(&own);
			negation_of(n, n->items[i], &own);
			has = strcmp(own.data, text) == 0;
		}
	buf_release(&own);
	return has;
}

/* Words that one version has and the other has not. */
static void note_negations(
	struct fields *f, const struct codebook *cb, const struct codebook *other, bool removed)
{
	vec_each (struct negation_change, n, &cb->negations)
		for (size_t i = 0; i < n->nitems; i++) {
			struct buf text = BUF_INIT;
			const char *kept;

			negation_of(n, n->items[i], &text);
			kept = keep(f, &text);
			if (!has_negation(other, kept))
				note(f, "negation", NULL, removed ? kept : NULL,
					removed ? NULL : kept);
		}
}

void changes_of_file(struct changes *c)
{
	const struct codebook *a = c->before, *b = c->after;
	struct fields f = { c, &c->fields, ABOUT_TEXT };

	note(&f, "version", NULL, a->declared, b->declared);
	note_texts(&f, "title", a->title, a, b->title, b);
	note_texts(&f, "source", a->source, a, b->source, b);
	note_texts(&f, "note", a->note, a, b->note, b);
	f.about = ABOUT_MATCHING;
	note(&f, "language", NULL, languages_of(&f, a->languages), languages_of(&f, b->languages));
	note_negations(&f, a, b, true);
	note_negations(&f, b, a, false);
}

/* --- codes --------------------------------------------------------------------------------------
 */

static const char *expansion_of(struct fields *f, const struct code *code)
{
	if (code->expand_before == 0 && code->expand_after == 0)
		return NULL;
	return arena_printf(
		&f->c->arena, "before %u after %u", code->expand_before, code->expand_after);
}

void changes_of_code(struct changes *c, struct change_code *k)
{
	const struct code *a = k->before, *b = k->after;
	struct fields f = { c, &k->fields, ABOUT_TEXT };

	note_texts(&f, "label", a->label, a->book, b->label, b->book);
	note_texts(&f, "definition", a->definition, a->book, b->definition, b->book);
	note_texts(&f, "include", a->include, a->book, b->include, b->book);
	note_texts(&f, "exclude", a->exclude, a->book, b->exclude, b->book);
	note_texts(&f, "example", a->example, a->book, b->example, b->book);
	note_texts(&f, "source", a->source, a->book, b->source, b->book);
	note_texts(&f, "note", a->note, a->book, b->note, b->book);
	note(&f, "color", NULL, a->color, b->color);
	note(&f, "kind", NULL, a->kind, b->kind);
	note(&f, "see", NULL, joined(&f, a->see.items, a->see.n),
		joined(&f, b->see.items, b->see.n));
	f.about = ABOUT_SCORE;
	note_number(&f, "threshold", a->set.threshold, b->set.threshold);
	note(&f, "exclusive", NULL, a->exclusive, b->exclusive);
	note(&f, "inherit", NULL, a->inherit_up ? "up" : NULL, b->inherit_up ? "up" : NULL);
	note(&f, "expand", NULL, expansion_of(&f, a), expansion_of(&f, b));
	note_tests(&f, a->tests, a->ntests, b->tests, b->ntests);
}

/* --- rules --------------------------------------------------------------------------------------
 */

static const char *pattern_of(struct fields *f, const struct rule *r)
{
	struct buf text = BUF_INIT;

	if (r->is_keyword && r->when != NULL && r->when->pattern != NULL)
		outline_pattern(r->when->pattern, &text);
	return keep(f, &text);
}

static const char *clause_of(
	struct fields *f, const struct rule *r, bool is_after, enum word clause)
{
	struct buf text = BUF_INIT;

	outline_clause(is_after ? f->c->after : f->c->before, r, clause, &text);
	return keep(f, &text);
}

/* Only of rules that match otherwise: else they differ in layout at most. */
static void note_matching(struct fields *f, const struct rule *a, const struct rule *b)
{
	static const enum word clauses[] = { WORD_WHEN, WORD_UNLESS, WORD_WHERE };

	f->about = ABOUT_MATCHING;
	note(f, "keyword", NULL, pattern_of(f, a), pattern_of(f, b));
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
		note(f, word_text(clauses[i]), NULL, clause_of(f, a, false, clauses[i]),
			clause_of(f, b, true, clauses[i]));
	note(f, "unit", NULL, unit_names[a->set.unit], unit_names[b->set.unit]);
	note(f, "speakers", NULL, a->set.speakers_all ? "all" : "informant",
		b->set.speakers_all ? "all" : "informant");
	note(f, "language", NULL, languages_of(f, a->set.languages),
		languages_of(f, b->set.languages));
}

void changes_of_rule(struct changes *c, struct change_rule *r)
{
	const struct rule *a = r->before, *b = r->after;
	struct fields f = { c, &r->fields, ABOUT_MATCHING };

	if (r->matching)
		note_matching(&f, a, b);
	f.about = ABOUT_SCORE;
	note_number(&f, "weight", a->set.weight, b->set.weight);
	note(&f, "private", NULL, a->is_private ? "yes" : NULL, b->is_private ? "yes" : NULL);
	f.about = ABOUT_TEXT;
	note_texts(&f, "label", a->label, a->book, b->label, b->book);
	note_texts(&f, "note", a->note, a->book, b->note, b->book);
	note_tests(&f, a->tests, a->ntests, b->tests, b->ntests);
}
