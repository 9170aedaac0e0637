/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/diff_view.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "cli/say.h"
#include "codebooks/outline.h"
#include "reports/codebook_page.h"

#define SHORT 40  /* cells of a value that stands in one line with the new one */
#define COLUMN 12 /* cells of the names of what differs */
#define ARROW " \xe2\x86\x92 "

const char *diff_code_name(const struct diff_view *v, const struct code *c)
{
	return codebook_code_name(v->c->after, c);
}

/* --- what differs -------------------------------------------------------------------------------
 */

struct sheet {
	const struct diff_view *v;
	struct buf *out;
	int indent;
};

static void put_sign(struct sheet *s, enum change_how how)
{
	static const enum diff_style styles_of[] = { DIFF_PLAIN, DIFF_PLAIN, DIFF_PLUS,
		DIFF_MINUS };
	static const char *const signs[] = { " ", "~", "+", "-" };

	diff_put(s->v, styles_of[how], signs[how], s->out);
}

static int put_name(struct sheet *s, const char *name)
{
	int cells = (int)utf8_cells(name, strlen(name));

	diff_indent(s->indent, s->out);
	diff_put(s->v, DIFF_PLAIN, name, s->out);
	diff_indent(cells < COLUMN ? COLUMN - cells : 1, s->out);
	return s->indent + (cells < COLUMN ? COLUMN : cells + 1);
}

static void put_side(struct sheet *s, enum diff_style sign, int column, const char *text)
{
	diff_put(s->v, sign, sign == DIFF_MINUS ? "-" : "+", s->out);
	buf_addc(s->out, ' ');
	diff_words(s->v, column + 2, column + 2, text, NULL, 0, s->out);
}

static bool is_short(const char *text)
{
	return text != NULL && strchr(text, '\n') == NULL &&
	       utf8_cells(text, strlen(text)) <= SHORT;
}

static void put_field(struct sheet *s, const struct change_field *f)
{
	struct buf text = BUF_INIT;
	int column;

	buf_printf(&text, "%s%s%s", f->name, f->lang != NULL ? " " : "",
		f->lang != NULL ? f->lang : "");
	column = put_name(s, text.data);
	buf_reset(&text);
	if (is_short(f->before) && is_short(f->after)) {
		buf_printf(&text, "%s" ARROW "%s", f->before, f->after);
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	} else {
		if (f->before != NULL)
			put_side(s, DIFF_MINUS, column, f->before);
		if (f->before != NULL && f->after != NULL)
			diff_indent(column, s->out);
		if (f->after != NULL)
			put_side(s, DIFF_PLUS, column, f->after);
	}
	buf_release(&text);
}

/* Tests are many and seldom what is asked: how many came and went. */
static void put_fields(struct sheet *s, const struct change_fields *fields)
{
	struct buf text = BUF_INIT;
	unsigned added = 0, removed = 0;

	for (size_t i = 0; i < fields->n; i++) {
		const struct change_field *f = &fields->items[i];

		if (f->about != ABOUT_TESTS && strcmp(f->name, "keyword") != 0)
			put_field(s, f);
		added += f->about == ABOUT_TESTS && f->after != NULL;
		removed += f->about == ABOUT_TESTS && f->before != NULL;
	}
	if (added + removed > 0) {
		if (added > 0)
			buf_printf(&text, "%u added", added);
		if (removed > 0)
			buf_printf(&text, "%s%u removed", added > 0 ? ", " : "", removed);
		put_name(s, "tests");
		buf_printf(s->out, "%s\n", text.data);
	}
	buf_release(&text);
}

/* --- keywords and rules -------------------------------------------------------------------------
 */

static void add_keyword(const struct diff_view *v, const struct change_rule *r, struct buf *out)
{
	const struct rule *rule = r->after != NULL ? r->after : r->before;

	outline_pattern(rule->when->pattern, out);
	buf_adds(out, " (");
	number_add(out, rule->set.weight);
	if (r->other != NULL)
		buf_printf(out, "; %s %s", r->how == CHANGE_ADDED ? "from" : "now in",
			diff_code_name(v, r->other));
	buf_adds(out, ")");
}

static bool is_keyword(const struct change_rule *r)
{
	return (r->after != NULL ? r->after : r->before)->is_keyword;
}

/* All keywords that came, or went, as one list. */
static void put_keywords(struct sheet *s, const struct change_code *k, enum change_how how)
{
	enum diff_style sign = how == CHANGE_ADDED ? DIFF_PLUS : DIFF_MINUS;
	struct buf list = BUF_INIT;

	vec_each (const struct change_rule, r, &k->rules)
		if (r->how == how && is_keyword(r)) {
			buf_adds(&list, list.len > 0 ? ", " : "");
			add_keyword(s->v, r, &list);
		}
	if (list.len > 0)
		put_side(s, sign, put_name(s, "keywords"), list.data);
	buf_release(&list);
}

static bool says_matching(const struct change_fields *fields)
{
	for (size_t i = 0; i < fields->n; i++)
		if (fields->items[i].about == ABOUT_MATCHING)
			return true;
	return false;
}

static void put_through(struct sheet *s, const struct change_rule *r)
{
	struct buf text = BUF_INIT;
	int column;

	if (!r->matching)
		return;
	for (size_t i = 0; i < r->through.n; i++)
		buf_printf(&text, "%s%s", i > 0 ? ", " : "through ", r->through.items[i]);
	if (r->through.n == 0 && !says_matching(&r->fields))
		buf_adds(&text, "through what it uses or what extends it");
	if (text.len > 0) {
		column = put_name(s, "matches");
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_clause(struct sheet *s, const struct rule *r, enum word clause)
{
	struct buf text = BUF_INIT;
	int column;

	outline_clause(s->v->c->after, r, clause, &text); /* only added rules */
	if (text.len > 0) {
		column = put_name(s, word_text(clause));
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static bool has_field(const struct change_rule *r, const char *name)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (strcmp(r->fields.items[i].name, name) == 0)
			return true;
	return false;
}

/* A keyword as it was and is, with what it excludes; a rule's key. */
static void add_rule_name(const struct diff_view *v, const struct change_rule *r, struct buf *out)
{
	const struct rule *rule = r->after != NULL ? r->after : r->before;
	const char *label = localised_text(rule->label, v->lang);
	bool patterns = r->how == CHANGE_EDITED && rule->is_keyword && r->before->is_keyword;

	if (patterns)
		outline_pattern(r->before->when->pattern, out);
	if (patterns && (r->renamed || has_field(r, "keyword"))) {
		buf_adds(out, ARROW);
		outline_pattern(r->after->when->pattern, out);
	}
	if (patterns)
		return;
	if (r->renamed)
		buf_printf(out, "%s" ARROW, r->before->key);
	buf_printf(out, "%s%s%s", rule->key, label[0] != '\0' ? "  " : "", label);
}

static void put_rule_head(struct sheet *s, const struct change_rule *r)
{
	const struct rule *rule = r->after != NULL ? r->after : r->before;
	struct buf key = BUF_INIT;

	diff_indent(s->indent, s->out);
	put_sign(s, r->how);
	add_rule_name(s->v, r, &key);
	buf_adds(s->out, rule->is_keyword   ? " keyword "
			 : rule->is_private ? " private rule "
					    : " rule ");
	diff_put(s->v, DIFF_PLAIN, key.data, s->out);
	if (r->other != NULL)
		buf_printf(s->out, "  (%s %s)", r->how == CHANGE_ADDED ? "from" : "now in",
			diff_code_name(s->v, r->other));
	if (r->renamed && !rule->is_keyword && !r->matching && r->fields.n == 0)
		buf_adds(s->out, "  (only its name)");
	buf_addc(s->out, '\n');
	buf_release(&key);
}

static void put_rule(struct sheet *s, const struct change_rule *r)
{
	put_rule_head(s, r);
	s->indent += 4;
	if (r->how == CHANGE_EDITED) {
		put_fields(s, &r->fields);
		put_through(s, r);
	} else if (r->how == CHANGE_ADDED && r->other == NULL) {
		put_clause(s, r->after, WORD_WHEN);
		put_clause(s, r->after, WORD_UNLESS);
		put_clause(s, r->after, WORD_WHERE);
	}
	s->indent -= 4;
}

/* Do both differ by the same settings, and by nothing else?  Such are told together. */
static bool differ_alike(const struct change_rule *a, const struct change_rule *b)
{
	static const char *const settings[] = { "unit", "speakers", "language", "weight" };

	if (a->how != CHANGE_EDITED || b->how != CHANGE_EDITED || a->renamed || b->renamed ||
		a->fields.n != b->fields.n || a->through.n != b->through.n)
		return false;
	for (size_t i = 0; i < a->fields.n; i++) {
		const struct change_field *x = &a->fields.items[i], *y = &b->fields.items[i];
		bool is_setting = false;

		for (size_t k = 0; k < sizeof settings / sizeof *settings; k++)
			is_setting = is_setting || strcmp(x->name, settings[k]) == 0;
		if (!is_setting || strcmp(x->name, y->name) != 0 ||
			strcmp(x->before, y->before) != 0 || strcmp(x->after, y->after) != 0)
			return false;
	}
	for (size_t i = 0; i < a->through.n; i++)
		if (strcmp(a->through.items[i], b->through.items[i]) != 0)
			return false;
	return true;
}

/* The first of those that differ like this one is printed with all their names. */
static bool is_first_alike(const struct change_code *k, const struct change_rule *r)
{
	for (const struct change_rule *x = k->rules.items; x < r; x++)
		if (differ_alike(x, r))
			return false;
	return true;
}

static void put_alike(struct sheet *s, const struct change_code *k, const struct change_rule *r)
{
	struct buf names = BUF_INIT, text = BUF_INIT;
	size_t n = 0, column;

	vec_each (const struct change_rule, x, &k->rules)
		if (x == r || differ_alike(x, r)) {
			buf_printf(&names, "%s%s", n > 0 ? ", " : "", x->after->key);
			n++;
		}
	if (n == 1) {
		put_rule(s, r);
		goto out;
	}
	if (n == k->after->nrules)
		buf_printf(&text, "all %zu keywords and rules", n);
	else
		buf_printf(&text, "%zu keywords and rules: %s", n, names.data);
	diff_indent(s->indent, s->out);
	put_sign(s, CHANGE_EDITED);
	buf_addc(s->out, ' ');
	column = (size_t)s->indent + 2;
	diff_words(s->v, (int)column, (int)column, text.data, NULL, 0, s->out);
	s->indent += 4;
	put_fields(s, &r->fields);
	put_through(s, r);
	s->indent -= 4;
out:
	buf_release(&names);
	buf_release(&text);
}

static void put_rules(struct sheet *s, const struct change_code *k)
{
	put_keywords(s, k, CHANGE_ADDED);
	put_keywords(s, k, CHANGE_REMOVED);
	vec_each (const struct change_rule, r, &k->rules) {
		if (r->how != CHANGE_EDITED && !is_keyword(r))
			put_rule(s, r);
		else if (r->how == CHANGE_EDITED && is_first_alike(k, r))
			put_alike(s, k, r);
	}
}

/* --- codes --------------------------------------------------------------------------------------
 */

static void add_counts(const struct code *c, struct buf *out)
{
	size_t keywords = 0, rules;

	for (size_t i = 0; i < c->nrules; i++)
		keywords += c->rules[i]->is_keyword;
	rules = c->nrules - keywords;
	buf_printf(
		out, "%zu keyword%s, %zu rule%s", keywords, plural(keywords), rules, plural(rules));
}

static void put_code_head(struct sheet *s, const struct change_code *k)
{
	const struct code *c = k->after != NULL ? k->after : k->before;
	const char *label = localised_text(c->label, s->v->lang);
	struct buf name = BUF_INIT;

	put_sign(s, k->how);
	buf_addc(s->out, ' ');
	if (k->renamed)
		buf_printf(&name, "%s" ARROW, diff_code_name(s->v, k->before));
	buf_adds(&name, diff_code_name(s->v, c));
	diff_put(s->v, DIFF_BOLD, name.data, s->out);
	buf_adds(s->out, label[0] != '\0' ? "  " : "");
	diff_put(s->v, DIFF_PLAIN, label, s->out);
	buf_reset(&name);
	if (k->how != CHANGE_EDITED) {
		add_counts(c, &name);
		buf_printf(s->out, "  (%s: %s)", change_how_names[k->how], name.data);
	}
	buf_addc(s->out, '\n');
	buf_release(&name);
}

static const char *parent_name(const struct diff_view *v, const struct code *c)
{
	return c->parent != NULL ? diff_code_name(v, c->parent) : "the top";
}

static void put_code_notes(struct sheet *s, const struct change_code *k)
{
	struct buf text = BUF_INIT;

	if (k->renamed)
		buf_printf(&text, "renamed: it was %s", k->before->key);
	if (k->moved)
		buf_printf(&text, "%smoved from %s to %s", text.len > 0 ? "; " : "",
			parent_name(s->v, k->before), parent_name(s->v, k->after));
	if (k->how == CHANGE_ADDED && k->after->parent != NULL)
		buf_printf(&text, "below %s", parent_name(s->v, k->after));
	if (k->how == CHANGE_REMOVED && k->into != NULL)
		buf_printf(&text, "its decisions go to %s", diff_code_name(s->v, k->into));
	if (k->like != NULL && k->how == CHANGE_REMOVED)
		buf_printf(&text, "%s looks like it", diff_code_name(s->v, k->like));
	else if (k->like != NULL)
		buf_printf(&text, "%s%s looks like it; renamed? then write 'was %s' into this one",
			text.len > 0 ? "; " : "", diff_code_name(s->v, k->like), k->like->key);
	if (text.len > 0) {
		diff_indent(s->indent, s->out);
		diff_words(s->v, s->indent, s->indent, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_codes(struct sheet *s)
{
	s->indent = 4;
	vec_each (const struct change_code, k, &s->v->c->codes) {
		if (k->how == CHANGE_NONE)
			continue;
		put_code_head(s, k);
		put_code_notes(s, k);
		put_fields(s, &k->fields);
		put_rules(s, k);
	}
}

/* --- lists --------------------------------------------------------------------------------------
 */

static void put_items(struct sheet *s, enum diff_style sign, const struct change_texts *items)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < items->n; i++)
		buf_printf(&text, "%s%s", i > 0 ? ", " : "", items->items[i]);
	if (text.len > 0)
		put_side(s, sign, put_name(s, "words"), text.data);
	buf_release(&text);
}

static void put_list_rules(struct sheet *s, const struct change_list *k)
{
	struct buf text = BUF_INIT;
	int column;

	for (size_t i = 0; i < k->rules.n; i++)
		buf_printf(&text, "%s%s:%s", i > 0 ? ", " : "",
			diff_code_name(s->v, k->rules.items[i]->code), k->rules.items[i]->key);
	if (k->rules.n > 0) {
		column = put_name(s, "changes");
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_lists(struct sheet *s)
{
	if (s->v->c->lists.n > 0)
		buf_adds(s->out, "\n");
	vec_each (const struct change_list, k, &s->v->c->lists) {
		put_sign(s, k->how);
		buf_adds(s->out, " words ");
		diff_put(s->v, DIFF_BOLD, k->name, s->out);
		if (k->old != NULL)
			buf_printf(s->out, "  (renamed: it was %s)", k->old);
		buf_addc(s->out, '\n');
		put_items(s, DIFF_PLUS, &k->added);
		if (k->how == CHANGE_EDITED)
			put_items(s, DIFF_MINUS, &k->removed);
		put_list_rules(s, k);
	}
}

/* --- all ----------------------------------------------------------------------------------------
 */

static void add_count(struct buf *out, unsigned n, const char *what)
{
	if (n > 0)
		buf_printf(out, "%s%u %s", out->len > 0 ? ", " : "", n, what);
}

static void put_title(struct sheet *s)
{
	const struct changes *c = s->v->c;
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s" ARROW "%s", s->v->before, s->v->after);
	diff_put(s->v, DIFF_BOLD, text.data, s->out);
	buf_reset(&text);
	add_count(&text, c->edited, "changed");
	add_count(&text, c->added, "added");
	add_count(&text, c->removed, "removed");
	buf_printf(s->out, "\ncodebook %s, %zu code%s: %s\n\n", c->after->name, c->after->codes.n,
		plural(c->after->codes.n), text.len > 0 ? text.data : "none of them differs");
	buf_release(&text);
}

void diff_view_text(const struct diff_view *v, struct buf *out)
{
	struct sheet s = { v, out, 2 };

	if (changes_any(v->c)) {
		put_title(&s);
		put_fields(&s, &v->c->fields);
		if (v->c->fields.n > 0 && v->c->added + v->c->edited + v->c->removed > 0)
			buf_addc(out, '\n');
		put_codes(&s);
		put_lists(&s);
	} else {
		buf_printf(out, "no difference: %s and %s mean the same\n", v->before, v->after);
	}
	if (v->x != NULL)
		diff_effect(v, out);
}
