/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/outline.h"

#include <math.h>
#include <string.h>

#include "codebooks/lexer.h"

void outline_pattern(const struct pattern *w, struct buf *out)
{
	buf_adds(out, w->source);
	for (size_t i = 0; i < w->nexcept; i++)
		buf_printf(out, " -%s", w->except[i]->source);
}

bool outline_is_like(const struct rule *r, const struct rule *like)
{
	return r->is_keyword && r->book == like->book &&
	       fabs(r->set.weight - like->set.weight) <= 1e-9;
}

void outline_keywords(
	const struct code *c, const struct rule *like, const char *between, struct buf *out)
{
	bool first = true;

	for (size_t i = 0; i < c->nrules; i++) {
		const struct rule *r = c->rules[i];

		if (!outline_is_like(r, like) || r->when == NULL || r->when->pattern == NULL)
			continue;
		if (!first)
			buf_adds(out, between);
		first = false;
		outline_pattern(r->when->pattern, out);
	}
}

/* The lists around an item: what they exclude is excluded from it. */
struct around {
	const struct pattern *list;
	const struct around *up;
};

static void add_items(const struct pattern *w, const struct around *up, const char *between,
	size_t start, struct buf *out)
{
	if (w->kind == PATTERN_LIST && w->list != NULL) {
		const struct around here = { w, up };

		for (size_t i = 0; i < w->list->nitems; i++)
			add_items(w->list->items[i], &here, between, start, out);
		return;
	}
	if (out->len > start)
		buf_adds(out, between);
	outline_pattern(w, out);
	for (; up != NULL; up = up->up)
		for (size_t i = 0; i < up->list->nexcept; i++)
			buf_printf(out, " -%s", up->list->except[i]->source);
}

void outline_all_words(const struct code *c, const char *between, struct buf *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < c->nrules; i++)
		if (c->rules[i]->is_keyword && c->rules[i]->when != NULL &&
			c->rules[i]->when->pattern != NULL)
			add_items(c->rules[i]->when->pattern, NULL, between, start, out);
}

/* --- clauses ------------------------------------------------------------------------------------
 */

static bool is_mark(const struct token *t, enum mark m)
{
	return t->kind == TOKEN_MARK && t->mark == m;
}

static bool begins_clause(const struct token *t)
{
	return t->kind == TOKEN_RUN && (word_flags(t->word) & IN_RULE) != 0;
}

void outline_clause(
	const struct codebook *cb, const struct rule *r, enum word clause, struct buf *out)
{
	const struct source_file *f = &cb->files.items[r->at.file];
	const char *text = f->text + r->start;
	struct lexer lex;
	struct token t;
	bool taking = false, inside = false;
	size_t before = out->len;

	if (r->is_keyword)
		return;
	lexer_init(&lex, text, f->len - r->start);
	for (lexer_next(&lex, &t); t.kind != TOKEN_END; lexer_next(&lex, &t)) {
		if (!inside) {
			inside = is_mark(&t, MARK_OPEN);
			continue;
		}
		if (is_mark(&t, MARK_CLOSE))
			break;
		if (begins_clause(&t)) {
			taking = t.word == clause;
			continue;
		}
		if (!taking)
			continue;
		if (t.spaced && out->len > before && out->data[out->len - 1] != '(')
			buf_addc(out, ' ');
		buf_add(out, text + t.start, t.end - t.start);
	}
	lexer_release(&lex);
}

/* --- another name -------------------------------------------------------------------------------
 */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool outline_is_key(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || !is_letter(s[0]) || s[n - 1] == '-' || strstr(s, "--") != NULL)
		return false;
	for (size_t i = 1; i < n; i++)
		if (!is_letter(s[i]) && !(s[i] >= '0' && s[i] <= '9') && s[i] != '_' && s[i] != '-')
			return false;
	return true;
}

/* "OLD.KEY" or "@OLD.KEY": the bytes in front of OLD, else SIZE_MAX. */
static size_t refers(const struct token *t, const char *text, const char *old)
{
	size_t n = strlen(old), at = text[t->start] == '@';

	if (t->kind != TOKEN_RUN || t->end - t->start <= at + n ||
		memcmp(text + t->start + at, old, n) != 0 || text[t->start + at + n] != '.')
		return SIZE_MAX;
	return at;
}

void outline_rename(const struct codebook *cb, const char *name, struct buf *out)
{
	const struct source_file *f = &cb->files.items[0];
	struct lexer lex;
	struct token t;
	size_t done = 0, at;

	lexer_init(&lex, f->text, f->len);
	lexer_next(&lex, &t); /* codebook */
	lexer_next(&lex, &t);
	buf_add(out, f->text, t.start);
	buf_adds(out, name);
	done = t.end;
	for (lexer_next(&lex, &t); t.kind != TOKEN_END; lexer_next(&lex, &t)) {
		at = refers(&t, f->text, cb->name);
		if (at == SIZE_MAX)
			continue;
		buf_add(out, f->text + done, t.start + at - done);
		buf_adds(out, name);
		done = t.start + at + strlen(cb->name);
	}
	buf_add(out, f->text + done, f->len - done);
	lexer_release(&lex);
}
