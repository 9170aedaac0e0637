/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings that need nothing but the file (CODEBOOK 9).  They are few on
 * purpose: each one should be worth reading.
 */
#include "codebooks/lint.h"

#include <string.h>

#include "base/utf8.h"

#define SHORT_ROOT 4

/* --- `# suppress: W057` -------------------------------------------------------------------------
 */

static bool is_suppressed(const struct parser *p, const char *id, uint32_t line)
{
	vec_each (const struct suppress, s, &p->lex.suppressed)
		if (strcmp(s->id, id) == 0 &&
			(s->line == line || (s->alone && s->line + 1 == line)))
			return true;
	return false;
}

struct diag *lint_warning(struct parser *p, const struct rule *rule, struct at at, const char *id,
	const char *fmt, ...)
{
	struct buf words = BUF_INIT;
	struct diag *g;
	va_list ap;

	if (is_suppressed(p, id, at.line) || (rule != NULL && is_suppressed(p, id, rule->at.line)))
		return NULL;
	va_start(ap, fmt);
	buf_vprintf(&words, fmt, ap);
	va_end(ap);
	g = complain_warning(p->c, at, id, "%s", words.data);
	buf_release(&words);
	return g;
}

/* --- patterns -----------------------------------------------------------------------------------
 */

/* A blank outside [ ] and without '\' before it. */
static bool has_space(const char *re)
{
	bool class = false;

	for (; *re != '\0'; re++) {
		if (*re == '\\' && re[1] != '\0')
			re++;
		else if (*re == '[' || *re == ']')
			class = *re == '[';
		else if (*re == ' ' && !class)
			return true;
	}
	return false;
}

static void lint_regex(struct parser *p, const struct place_use *u)
{
	const struct pattern *w = u->pattern;

	lint_regex_shape(p, u);
	if ((w->regex_flags & REGEX_EXTENDED) == 0 && has_space(w->form))
		complain_hint(p->c,
			lint_warning(p, u->rule, w->at, "W058",
				"a space in a regular expression is one space, not a line break"),
			"write \\s+ for it");
}

static void lint_root(struct parser *p, const struct place_use *u)
{
	const struct pattern *w = u->pattern;

	if (utf8_count(w->form, strlen(w->form)) <= SHORT_ROOT)
		complain_hint(p->c,
			lint_warning(p, u->rule, w->at, "W060",
				"the root %s is short and may be part of other words", w->source),
			"look at what it finds in your texts, and exclude what is not meant");
}

static unsigned count_capitals(const char *s)
{
	const char *end = s + strlen(s);
	unsigned n = 0;
	uint32_t cp;

	while (s < end) {
		s += utf8_next(s, end, &cp);
		n += utf8_is_upper(cp);
	}
	return n;
}

/* One capital may be how a sentence begins; two are an abbreviation or a name. */
static void lint_word(struct parser *p, const struct place_use *u)
{
	const struct pattern *w = u->pattern;

	if (!w->exact && count_capitals(w->source) >= 2)
		complain_hint(p->c,
			lint_warning(p, u->rule, w->at, "W063",
				"the capitals of %s do not count: it is found in any case",
				w->source),
			"write =%s if only this case is meant", w->source);
}

static void lint_places(struct parser *p)
{
	static void (*const by_kind[])(struct parser *, const struct place_use *) = {
		[PATTERN_WORD] = lint_word,
		[PATTERN_GLOB] = NULL,
		[PATTERN_PHRASE] = NULL,
		[PATTERN_ROOT] = lint_root,
		[PATTERN_STEM] = NULL,
		[PATTERN_REGEX] = lint_regex,
		[PATTERN_LIST] = NULL,
	};

	vec_each (const struct place_use, u, &p->places) {
		if (by_kind[u->pattern->kind] != NULL)
			by_kind[u->pattern->kind](p, u);
		lint_pattern(p, u);
	}
}

/* --- lists, rules, codes
 * -------------------------------------------------------------------------- */

/* The same item twice in a list; one with exclusions is another item. */
static void lint_items(struct parser *p, const struct wordlist *l)
{
	struct intern seen = INTERN_INIT;

	for (size_t i = 0; i < l->nitems; i++) {
		const struct pattern *w = l->items[i];
		uint32_t before = seen.n;

		if (w->nexcept == 0 && intern_add(&seen, w->key, strlen(w->key)) < before)
			lint_warning(p, NULL, w->at, "W052", "%s stands twice in the list '@%s'",
				w->source, l->name);
	}
	intern_release(&seen);
}

/* A file of nothing but lists is there for others. */
static void lint_lists(struct parser *p)
{
	vec_each (struct wordlist *, l, &p->cb->lists) {
		lint_items(p, *l);
		lint_neighbours(p, (*l)->items, (*l)->nitems);
		if (!resolve_list(*l)->used && p->cb->codes.n > 0)
			lint_warning(p, NULL, (*l)->at, "W051", "the list '@%s' is never used",
				(*l)->name);
	}
}

static void lint_private(struct parser *p)
{
	bool *used = mem_zalloc(p->rules.n + 1, sizeof *used);

	vec_each (struct ref_node *, r, &p->refs)
		if ((*r)->target != NULL)
			used[resolve_number((*r)->target)] = true;
	for (size_t i = 0; i < p->rules.n; i++) {
		const struct rule *r = p->rules.items[i];

		if (r->is_private && !used[i])
			complain_hint(p->c,
				lint_warning(p, r, r->at, "W051",
					"the private rule '%s' is never used", r->key),
				"refer to it by <:%s>", r->key);
	}
	free(used);
}

static bool has_test(const struct code *c)
{
	if (c->ntests > 0)
		return true;
	for (size_t i = 0; i < c->nrules; i++)
		if (c->rules[i]->ntests > 0)
			return true;
	return false;
}

static void lint_code(struct parser *p, const struct code *c)
{
	bool tested = c->nrules == 0 || has_test(c);

	if (c->definition != NULL && tested)
		return;
	lint_warning(p, NULL, c->at, "W065", "the code '%s' has no %s", c->key,
		c->definition != NULL ? "test"
		: tested	      ? "definition"
				      : "definition and no test");
}

/* Keywords of a code are side by side where they have the same weight, in the order of the file. */
static void lint_keywords(struct parser *p, const struct code *c)
{
	struct pattern_vec items = VEC_INIT;
	double weight = 0;

	for (size_t i = 0; i < c->nrules; i++) {
		const struct rule *r = c->rules[i];

		if (!r->is_keyword || r->at.file != c->at.file)
			continue;
		if (r->set.weight < weight || r->set.weight > weight) {
			lint_neighbours(p, items.items, items.n);
			vec_reset(&items);
		}
		weight = r->set.weight;
		vec_push(&items, r->when->pattern);
	}
	lint_neighbours(p, items.items, items.n);
	vec_release(&items);
}

void lint_codebook(struct parser *p)
{
	lint_places(p);
	lint_lists(p);
	lint_private(p);
	lint_rules(p);
	lint_hidden(p);
	vec_each (struct code *, c, &p->cb->codes) {
		if ((*c)->book != p->cb)
			continue;
		lint_code(p, *c);
		lint_keywords(p, *c);
	}
}
