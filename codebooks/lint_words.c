/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings about words, roots and what stands beside them. */
#include "codebooks/lint.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/glob.h"
#include "corpus/negation.h"
#include "corpus/root_id.h"

#define COMPARED_MAX 2000 /* globs and roots of one list that others are compared with */

/* --- roots --- */

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n > m && strcmp(s + n - m, with) == 0;
}

/* Prefix and suffix together are hardly ever part of a root. */
static bool looks_derived(const char *s)
{
	static const char *const before[] = { "mem", "men", "meng", "pem", "pen", "per", "ber",
		"ter", "ke", "di" };
	static const char *const behind[] = { "an", "kan", "nya" };
	static const char *const roots[] = { "perempuan", "kemudian", "kendaraan", "bersihkan" };
	bool first = false, last = false;

	if (strlen(s) < 8)
		return false;
	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
		if (strcmp(s, roots[i]) == 0)
			return false;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		first = first || starts(s, before[i]);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		last = last || ends(s, behind[i]);
	return first && last;
}

static bool is_excluded(const struct pattern *w, const char *word)
{
	for (size_t i = 0; i < w->nexcept; i++)
		if (w->except[i]->form != NULL && strcmp(w->except[i]->form, word) == 0)
			return true;
	return false;
}

/* --- function words --- */

static const char *const function_words[] = { "adalah", "agar", "akan", "antara", "atau", "bahwa",
	"beserta", "dalam", "dengan", "juga", "karena", "kepada", "melalui", "menurut", "mengenai",
	"oleh", "pada", "sambil", "sampai", "sebagai", "sedang", "sejak", "selama", "seperti",
	"serta", "supaya", "tentang", "terhadap", "tetap", "tetapi", "untuk", "yaitu", "yakni" };

#define NFUNCTION_WORDS (sizeof function_words / sizeof *function_words)
_Static_assert(NFUNCTION_WORDS <= 64, "a bit for each");

void lint_common_init(struct lint_common *c, const struct parser *p)
{
	struct root_hit *hits;
	size_t n;

	memset(c, 0, sizeof *c);
	vec_each (const struct place_use, u, &p->places) {
		if (u->pattern->kind != PATTERN_ROOT)
			continue;
		if (c->roots == NULL)
			c->roots = roots_new();
		roots_add(c->roots, u->pattern->form, strlen(u->pattern->form));
	}
	n = c->roots != NULL ? roots_count(c->roots) : 0;
	if (n == 0)
		return;
	c->words = mem_zalloc(n, sizeof *c->words);
	hits = mem_zalloc(n, sizeof *hits);
	for (size_t i = 0; i < NFUNCTION_WORDS; i++) {
		size_t found =
			roots_find(c->roots, function_words[i], strlen(function_words[i]), hits, n);

		for (size_t k = 0; k < found; k++)
			c->words[hits[k].root] |= UINT64_C(1) << i;
	}
	free(hits);
}

void lint_common_release(struct lint_common *c)
{
	roots_free(c->roots);
	free(c->words);
}

/* A function word that is a form of the root, and not excluded; NULL: none. */
static const char *function_word(const struct lint_common *c, const struct pattern *w)
{
	uint64_t words = c->words[roots_add(c->roots, w->form, strlen(w->form))];

	for (size_t i = 0; i < NFUNCTION_WORDS; i++)
		if ((words >> i & 1) != 0 && !is_excluded(w, function_words[i]))
			return function_words[i];
	return NULL;
}

/* -neg leaves what :pos finds. */
static void flag_excluded(
	struct parser *p, const struct place_use *u, const struct pattern *except, const char *flag)
{
	struct diag *g = lint_warning(p, u->rule, except->at, SAY(W068_FLAG), flag);

	if (strcmp(flag, "neg") == 0)
		complain_hint(p->c, g, SAY(H_POSITIVE), u->pattern->source, "pos");
	else
		complain_hint(p->c, g, SAY(H_MARK_OF_ROOT), u->pattern->source, flag);
}

static void lint_flag(struct parser *p, const struct place_use *u)
{
	static const char *const flags[] = { "neg", "pos", "lisan" };
	const struct pattern *w = u->pattern;

	for (size_t i = 0; i < w->nexcept; i++)
		for (size_t k = 0; k < sizeof flags / sizeof *flags; k++)
			if (w->except[i]->form != NULL && strcmp(w->except[i]->form, flags[k]) == 0)
				flag_excluded(p, u, w->except[i], flags[k]);
}

static void lint_root(struct parser *p, const struct place_use *u, const struct lint_common *c)
{
	const struct pattern *w = u->pattern;
	const char *word = function_word(c, w);

	if (looks_derived(w->form))
		complain_hint(p->c, lint_warning(p, u->rule, w->at, SAY(W059_DERIVED), w->source),
			SAY(H_WRITE_ROOT));
	if (word != NULL)
		complain_hint(p->c,
			lint_warning(p, u->rule, w->at, SAY(W061_FUNCTION_WORD), w->source, word),
			SAY(H_EXCLUDE), w->source, word);
	lint_flag(p, u);
}

/* --- letters --- */

/* Latin letters beside Greek or Cyrillic ones in one word. */
static bool has_look_alikes(const char *s)
{
	const char *end = s + strlen(s);
	bool latin = false, other = false;
	uint32_t cp;

	while (s < end) {
		s += utf8_next(s, end, &cp);
		latin = latin || (cp < 0x250 && utf8_is_letter(cp));
		other = other || (cp >= 0x370 && cp < 0x530 && utf8_is_letter(cp));
	}
	return latin && other;
}

void lint_pattern(struct parser *p, const struct place_use *u, const struct lint_common *c)
{
	const struct pattern *w = u->pattern;

	if (w->kind == PATTERN_ROOT)
		lint_root(p, u, c);
	if (w->kind != PATTERN_REGEX && w->kind != PATTERN_LIST && has_look_alikes(w->source))
		complain_hint(p->c,
			lint_warning(p, u->rule, w->at, SAY(W064_LOOK_ALIKES), w->source),
			SAY(H_TYPE_ANEW));
}

/* --- side by side --- */

struct wide {		     /* patterns that may cover a word */
	struct roots *roots; /* NULL: none */
	struct pattern_vec of_root, globs;
};

static void gather_root(const struct pattern *w, struct wide *wide)
{
	if (wide->roots == NULL)
		wide->roots = roots_new();
	if (roots_add(wide->roots, w->form, strlen(w->form)) == wide->of_root.n)
		vec_push(&wide->of_root, w);
}

static void gather(const struct pattern *const *items, size_t n, struct wide *wide)
{
	for (size_t i = 0; i < n; i++) {
		const struct pattern *w = items[i];

		if (w->nexcept > 0 || w->exact || wide->of_root.n + wide->globs.n > COMPARED_MAX)
			continue;
		if (w->kind == PATTERN_GLOB)
			vec_push(&wide->globs, w);
		else if (w->kind == PATTERN_ROOT && w->only == ROOT_ONLY_ANY)
			gather_root(w, wide);
	}
}

static const struct pattern *cover(const struct wide *wide, const struct pattern *w)
{
	size_t len = strlen(w->form);
	struct root_hit hit = { 0 };

	vec_each (const struct pattern *, g, &wide->globs)
		if (*g != w && glob_match((*g)->form, strlen((*g)->form), w->form, len))
			return *g;
	if (w->kind == PATTERN_WORD && wide->of_root.n > 0 &&
		roots_find(wide->roots, w->form, len, &hit, 1) > 0 &&
		((hit.how & ROOT_SPOKEN) == 0 || wide->of_root.items[hit.root]->spoken))
		return wide->of_root.items[hit.root];
	return NULL;
}

static bool is_trigger(const struct parser *p, const char *form)
{
	for (size_t i = 0; p->cb->languages[i] != NULL; i++) {
		const struct negation *n = negation_of(p->cb->languages[i]);

		for (const char *const *t = n != NULL ? n->triggers : NULL; t != NULL && *t != NULL;
			t++)
			if (strcmp(*t, form) == 0)
				return true;
	}
	return false;
}

static void lint_item(struct parser *p, const struct wide *wide, const struct pattern *w)
{
	const struct pattern *by = cover(wide, w);

	if (by != NULL)
		lint_warning(p, NULL, w->at, SAY(W053_COVERED), w->source, by->source, by->at.line);
	if (is_trigger(p, w->form))
		complain_hint(p->c, lint_warning(p, NULL, w->at, SAY(W062_TRIGGER), w->source),
			SAY(H_NEGATED));
}

void lint_neighbours(struct parser *p, const struct pattern *const *items, size_t n)
{
	struct wide wide = { .roots = NULL };

	gather(items, n, &wide);
	for (size_t i = 0; i < n; i++)
		if (items[i]->kind == PATTERN_WORD || items[i]->kind == PATTERN_GLOB)
			lint_item(p, &wide, items[i]);
	roots_free(wide.roots);
	vec_release(&wide.of_root);
	vec_release(&wide.globs);
}
