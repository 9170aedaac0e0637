/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Warnings that need nothing but the file (CODEBOOK 9).  They are few on
 * purpose: each one should be worth reading.
 */
#include "codebooks/lint.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/suppress.h"

#define SHORT_ROOT 4
#define CODES_TOLD 5  /* one by one; of more only */
#define CODES_NAMED 3 /* are named */

struct diag *lint_warning(struct parser *p, const struct rule *rule, struct at at, enum message m,
	const char *english, ...)
{
	struct diag *g;
	va_list ap;
	char id[5];

	message_id(m, id);
	if (suppress_holds(p->cb, rule, at, id))
		return NULL;
	va_start(ap, english);
	g = complain_warning_v(p->c, at, m, ap);
	va_end(ap);
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
		complain_hint(
			p->c, lint_warning(p, u->rule, w->at, SAY(W058_SPACE)), SAY(H_REGEX_SPACE));
}

static void lint_root(struct parser *p, const struct place_use *u)
{
	const struct pattern *w = u->pattern;

	if (utf8_count(w->form, strlen(w->form)) <= SHORT_ROOT)
		complain_hint(p->c, lint_warning(p, u->rule, w->at, SAY(W060_SHORT), w->source),
			SAY(H_LOOK_AT_FORMS));
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
		complain_hint(p->c, lint_warning(p, u->rule, w->at, SAY(W063_CAPITALS), w->source),
			SAY(H_CASE), w->source);
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
	struct lint_common common;

	lint_common_init(&common, p);
	vec_each (const struct place_use, u, &p->places) {
		if (by_kind[u->pattern->kind] != NULL)
			by_kind[u->pattern->kind](p, u);
		lint_pattern(p, u, &common);
	}
	lint_common_release(&common);
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
			lint_warning(p, NULL, w->at, SAY(W052_LIST), w->source, l->name);
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
			complain_hint(p->c,
				lint_warning(p, NULL, (*l)->at, SAY(W051_LIST), (*l)->name),
				SAY(H_USE_LIST), (*l)->name);
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
			complain_hint(p->c, lint_warning(p, r, r->at, SAY(W051_RULE), r->key),
				SAY(H_USE_PRIVATE), r->key);
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

/* Codes that lack something for people, and those with a test or nothing to test. */
struct bare {
	VEC(const struct code *) codes;
	size_t undefined, untested;
};

static bool is_tested(const struct code *c)
{
	return c->nrules == 0 || has_test(c);
}

static void find_bare(struct parser *p, struct bare *b)
{
	vec_each (struct code *, c, &p->cb->codes) {
		bool defined = (*c)->definition != NULL, tested = is_tested(*c);

		if ((*c)->book != p->cb || (defined && tested) ||
			suppress_holds(p->cb, NULL, (*c)->at, "W065"))
			continue;
		vec_push(&b->codes, *c);
		b->undefined += !defined;
		b->untested += !tested;
	}
}

static void lint_code(struct parser *p, const struct code *c)
{
	if (c->definition != NULL)
		lint_warning(p, NULL, c->at, SAY(W065_NO_TEST), c->key);
	else if (is_tested(c))
		lint_warning(p, NULL, c->at, SAY(W065_NO_DEFINITION), c->key);
	else
		lint_warning(p, NULL, c->at, SAY(W065_NEITHER), c->key);
}

/* Of a codebook at its beginning, or an imported one, all codes are so: told once. */
static void lint_many(struct parser *p, const struct bare *b)
{
	const char *names = b->codes.items[0]->key;

	for (size_t i = 1; i < CODES_NAMED; i++)
		names = arena_printf(&p->c->arena, "%s, %s", names, b->codes.items[i]->key);
	names = complain_piece(p->c, SAY(P_AND_MORE), names, b->codes.n - CODES_NAMED);
	complain_hint(p->c,
		lint_warning(p, NULL, b->codes.items[0]->at, SAY(W065_MANY), b->undefined,
			b->untested, names),
		SAY(H_BARE_CODES));
}

static void lint_codes(struct parser *p)
{
	struct bare b = { .codes = VEC_INIT };

	find_bare(p, &b);
	if (b.codes.n > CODES_TOLD)
		lint_many(p, &b);
	for (size_t i = 0; b.codes.n <= CODES_TOLD && i < b.codes.n; i++)
		lint_code(p, b.codes.items[i]);
	vec_release(&b.codes);
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

/* --- `# suppress: W057` -------------------------------------------------------------------------
 */

static void lint_suppress_ids(struct parser *p)
{
	bool with_project;

	vec_each (const struct suppress, s, &p->cb->suppressed) {
		if (s->id[0] == '\0')
			complain_hint(p->c, lint_warning(p, NULL, s->at, SAY(W069_NONE)),
				SAY(H_SUPPRESS_ID));
		else if (!suppress_is_known(s->id, &with_project))
			lint_warning(p, NULL, s->at, SAY(W069_UNKNOWN), s->id);
	}
}

/* Whether a warning of a project's texts comes depends on the project. */
static void lint_suppress_idle(struct parser *p)
{
	bool with_project;

	vec_each (const struct suppress, s, &p->cb->suppressed)
		if (!s->used && suppress_is_known(s->id, &with_project) && !with_project)
			complain_hint(p->c, lint_warning(p, NULL, s->at, SAY(W070_IDLE), s->id),
				SAY(H_SUPPRESS_IDLE));
}

/* --- letters --- */

/* The file is read as NFC.  One warning tells of all places. */
static void lint_letters(struct parser *p)
{
	const struct at *first = NULL;
	size_t n = 0;

	vec_each (const struct at, at, &p->c->not_nfc) {
		if (suppress_holds(p->cb, NULL, *at, "W064"))
			continue;
		first = first == NULL ? at : first;
		n++;
	}
	if (n > 0)
		complain_hint(p->c, lint_warning(p, NULL, *first, SAY(W064_NFC), n), SAY(H_NFC));
}

void lint_codebook(struct parser *p)
{
	lint_suppress_ids(p);
	lint_letters(p);
	lint_places(p);
	lint_lists(p);
	lint_private(p);
	lint_rules(p);
	lint_parents(p);
	lint_seams(p);
	lint_hidden(p);
	vec_each (struct code *, c, &p->cb->codes) {
		if ((*c)->book != p->cb)
			continue;
		lint_keywords(p, *c);
	}
	lint_codes(p);
	lint_see(p);
	lint_suppress_idle(p);
}
