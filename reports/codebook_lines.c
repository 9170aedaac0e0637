/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of a codebook, line by line, for the page and for the terminal. */
#include <math.h>
#include <string.h>

#include "codebooks/outline.h"
#include "output/writer.h"
#include "reports/codebook_page.h"
#include "reports/text.h"

const char *codebook_code_name(const struct codebook *cb, const struct code *c)
{
	size_t n = strlen(cb->name);

	return strncmp(c->full, cb->name, n) == 0 && c->full[n] == '.' ? c->key : c->full;
}

void codebook_subtitle(const struct codebook *cb, const char *lang, struct buf *out)
{
	struct buf n = BUF_INIT;

	buf_adds(out, cb->name);
	if (cb->declared != NULL)
		buf_printf(out, ", %s %s", text_of(T_VERSION, lang), cb->declared);
	number_text((double)cb->codes.n, 0, lang, &n);
	buf_adds(out, ", ");
	text_fill(out, cb->codes.n == 1 ? T_CODE_ONE : T_CODES_N, lang,
		(const char *const[]){ n.data });
	buf_release(&n);
}

void codebook_used(const struct codebook *cb, const char *lang, codebook_line_fn *line, void *arg)
{
	struct buf all = BUF_INIT;

	vec_each (struct codebook *, used, &cb->used) {
		buf_printf(&all, "%s%s", all.len > 0 ? ", " : "", (*used)->name);
		if ((*used)->declared != NULL)
			buf_printf(&all, " (%s %s)", text_of(T_VERSION, lang), (*used)->declared);
	}
	if (all.len > 0)
		line(arg, text_of(T_USES, lang), all.data);
	buf_release(&all);
}

static void put_text(const struct localised *t, enum text what, const char *lang,
	codebook_line_fn *line, void *arg)
{
	const char *s = localised_text(t, lang);

	if (s[0] != '\0')
		line(arg, text_of(what, lang), s);
}

static void put_paths(const struct path_list *paths, enum text what, const char *lang,
	codebook_line_fn *line, void *arg)
{
	struct buf all = BUF_INIT;

	for (size_t i = 0; i < paths->n; i++)
		buf_printf(&all, "%s%s", i > 0 ? ", " : "", paths->items[i]);
	if (paths->n > 0)
		line(arg, text_of(what, lang), all.data);
	buf_release(&all);
}

/* Is this the first keyword of its weight, in its file? */
static bool is_first(const struct code *c, size_t i)
{
	if (!c->rules[i]->is_keyword)
		return false;
	for (size_t k = 0; k < i; k++)
		if (outline_is_like(c->rules[k], c->rules[i]))
			return false;
	return true;
}

/* ", from jones-jamsos": what another file than that of the code adds to it. */
static void add_origin(
	const struct code *c, const struct rule *r, const char *lang, struct buf *name)
{
	if (r->book != c->book)
		text_fill(name, T_FROM_BOOK, lang, (const char *const[]){ r->book->name });
}

/* 0.5, 0.75 */
static void share_text(double share, const char *lang, struct buf *out)
{
	double tenths = share * 10;

	number_text(share, fabs(tenths - round(tenths)) < 1e-6 ? 1 : 2, lang, out);
}

static void put_keywords(const struct code *c, const char *lang, codebook_line_fn *line, void *arg)
{
	struct buf name = BUF_INIT, words = BUF_INIT, weight = BUF_INIT;

	for (size_t i = 0; i < c->nrules; i++) {
		if (!is_first(c, i))
			continue;
		buf_reset(&name);
		buf_reset(&words);
		buf_reset(&weight);
		share_text(c->rules[i]->set.weight, lang, &weight);
		text_fill(&name, T_KEYWORDS_WEIGHT, lang, (const char *const[]){ weight.data });
		add_origin(c, c->rules[i], lang, &name);
		outline_keywords(c, c->rules[i], ", ", &words);
		line(arg, name.data, words.data);
	}
	buf_release(&name);
	buf_release(&words);
	buf_release(&weight);
}

static void add_clause(const struct codebook *cb, const struct rule *r, enum word clause,
	enum text what, const char *lang, struct buf *out)
{
	struct buf one = BUF_INIT;

	outline_clause(cb, r, clause, &one);
	if (one.len > 0)
		buf_printf(out, "%s%s %s", out->len > 0 ? "; " : "", text_of(what, lang), one.data);
	buf_release(&one);
}

/* What it counts, and where it is tried if not in sentences. */
static void add_settings(const struct rule *r, const char *lang, struct buf *name)
{
	struct buf weight = BUF_INIT;

	share_text(r->set.weight, lang, &weight);
	text_fill(name, r->is_private ? T_RULE_PRIVATE : T_RULE_WEIGHT, lang,
		(const char *const[]){ weight.data });
	if (r->set.unit != UNIT_SENTENCE)
		text_fill(
			name, T_RULE_UNIT, lang, (const char *const[]){ unit_names[r->set.unit] });
	buf_release(&weight);
}

static void put_rule(const struct codebook *cb, const struct code *c, const struct rule *r,
	const char *lang, codebook_line_fn *line, void *arg)
{
	const char *label = localised_text(r->label, lang);
	struct buf name = BUF_INIT, body = BUF_INIT;

	buf_printf(&name, "%s %s", text_of(T_RULE, lang), r->key);
	if (label[0] != '\0')
		buf_printf(&name, " (%s)", label);
	add_settings(r, lang, &name);
	add_origin(c, r, lang, &name);
	add_clause(cb, r, WORD_WHEN, T_WHEN, lang, &body);
	add_clause(cb, r, WORD_UNLESS, T_UNLESS, lang, &body);
	add_clause(cb, r, WORD_WHERE, T_WHERE, lang, &body);
	line(arg, name.data, body.data);
	buf_release(&name);
	buf_release(&body);
}

void codebook_lines(const struct codebook *cb, const struct code *c, const char *lang,
	codebook_line_fn *line, void *arg)
{
	put_text(c->definition, T_DEFINITION, lang, line, arg);
	put_text(c->include, T_INCLUDES, lang, line, arg);
	put_text(c->exclude, T_EXCLUDES, lang, line, arg);
	put_text(c->example, T_EXAMPLE, lang, line, arg);
	put_text(c->source, T_SOURCE, lang, line, arg);
	put_text(c->note, T_NOTE, lang, line, arg);
	put_paths(&c->see, T_SEE, lang, line, arg);
	put_keywords(c, lang, line, arg);
	for (size_t i = 0; i < c->nrules; i++)
		if (!c->rules[i]->is_keyword)
			put_rule(cb, c, c->rules[i], lang, line, arg);
}

void codebook_words(const struct wordlist *l, codebook_line_fn *line, void *arg)
{
	struct buf name = BUF_INIT, words = BUF_INIT;

	buf_printf(&name, "@%s", l->name);
	for (size_t i = 0; i < l->nitems; i++) {
		if (i > 0)
			buf_adds(&words, ", ");
		outline_pattern(l->items[i], &words);
	}
	line(arg, name.data, words.data);
	buf_release(&name);
	buf_release(&words);
}
