/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs in a code: its clauses, its keywords and rules. */
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "cli/diff_view.h"
#include "codebooks/outline.h"

#define SHORT 40  /* cells of a value that stands in one line with the new one */
#define COLUMN 12 /* cells of the names of what differs */

/* --- what differs -------------------------------------------------------------------------------
 */

const char *diff_said(const struct diff_sheet *s, enum message m)
{
	return message_text(m, s->v->says);
}

/* "from A:", "now in B": where the same rule stands in the other version. */
static void add_other(const struct diff_view *v, const struct change_rule *r, struct buf *out)
{
	if (r->how == CHANGE_ADDED)
		diff_say(v, out, SAY(S_DIFF_FROM), diff_code_name(v, r->other));
	else
		diff_say(v, out, SAY(S_DIFF_NOW_IN), diff_code_name(v, r->other));
}

void diff_sign(struct diff_sheet *s, enum change_how how)
{
	static const enum diff_style styles_of[] = { DIFF_PLAIN, DIFF_PLAIN, DIFF_PLUS,
		DIFF_MINUS };
	static const char *const signs[] = { " ", "~", "+", "-" };

	diff_put(s->v, styles_of[how], signs[how], s->out);
}

int diff_name(struct diff_sheet *s, const char *name)
{
	int cells = (int)utf8_cells(name, strlen(name));

	diff_indent(s->indent, s->out);
	diff_put(s->v, DIFF_PLAIN, name, s->out);
	diff_indent(cells < COLUMN ? COLUMN - cells : 1, s->out);
	return s->indent + (cells < COLUMN ? COLUMN : cells + 1);
}

void diff_side(struct diff_sheet *s, enum diff_style sign, int column, const char *text)
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

static void put_field(struct diff_sheet *s, const struct change_field *f)
{
	struct buf text = BUF_INIT;
	int column;

	buf_printf(&text, "%s%s%s", f->name, f->lang != NULL ? " " : "",
		f->lang != NULL ? f->lang : "");
	column = diff_name(s, text.data);
	buf_reset(&text);
	if (is_short(f->before) && is_short(f->after)) {
		buf_printf(&text, "%s" DIFF_ARROW "%s", f->before, f->after);
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	} else {
		if (f->before != NULL)
			diff_side(s, DIFF_MINUS, column, f->before);
		if (f->before != NULL && f->after != NULL)
			diff_indent(column, s->out);
		if (f->after != NULL)
			diff_side(s, DIFF_PLUS, column, f->after);
	}
	buf_release(&text);
}

/* Tests are many and seldom what is asked: how many came and went. */
void diff_fields(struct diff_sheet *s, const struct change_fields *fields)
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
			diff_say(s->v, &text, SAY(S_DIFF_N_ADDED), added);
		buf_adds(&text, added > 0 && removed > 0 ? ", " : "");
		if (removed > 0)
			diff_say(s->v, &text, SAY(S_DIFF_N_REMOVED), removed);
		diff_name(s, diff_said(s, MSG_S_DIFF_TESTS));
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
	if (r->other != NULL) {
		buf_adds(out, "; ");
		add_other(v, r, out);
	}
	buf_adds(out, ")");
}

static bool is_keyword(const struct change_rule *r)
{
	return (r->after != NULL ? r->after : r->before)->is_keyword;
}

/* All keywords that came, or went, as one list. */
static void put_keywords(struct diff_sheet *s, const struct change_code *k, enum change_how how)
{
	enum diff_style sign = how == CHANGE_ADDED ? DIFF_PLUS : DIFF_MINUS;
	struct buf list = BUF_INIT;

	vec_each (const struct change_rule, r, &k->rules)
		if (r->how == how && is_keyword(r)) {
			buf_adds(&list, list.len > 0 ? ", " : "");
			add_keyword(s->v, r, &list);
		}
	if (list.len > 0)
		diff_side(s, sign, diff_name(s, "keywords"), list.data);
	buf_release(&list);
}

static bool says_matching(const struct change_fields *fields)
{
	for (size_t i = 0; i < fields->n; i++)
		if (fields->items[i].about == ABOUT_MATCHING)
			return true;
	return false;
}

static void put_through(struct diff_sheet *s, const struct change_rule *r)
{
	struct buf text = BUF_INIT, names = BUF_INIT;
	int column;

	if (!r->matching)
		return;
	for (size_t i = 0; i < r->through.n; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", r->through.items[i]);
	if (names.len > 0)
		diff_say(s->v, &text, SAY(S_DIFF_THROUGH), names.data);
	else if (!says_matching(&r->fields))
		diff_say(s->v, &text, SAY(S_DIFF_THROUGH_USED));
	buf_release(&names);
	if (text.len > 0) {
		column = diff_name(s, diff_said(s, MSG_S_DIFF_MATCHES));
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_clause(struct diff_sheet *s, const struct rule *r, enum word clause)
{
	struct buf text = BUF_INIT;
	int column;

	outline_clause(s->v->c->after, r, clause, &text); /* only added rules */
	if (text.len > 0) {
		column = diff_name(s, word_text(clause));
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
		buf_adds(out, DIFF_ARROW);
		outline_pattern(r->after->when->pattern, out);
	}
	if (patterns)
		return;
	if (r->renamed)
		buf_printf(out, "%s" DIFF_ARROW, r->before->key);
	buf_printf(out, "%s%s%s", rule->key, label[0] != '\0' ? "  " : "", label);
}

static void put_rule_head(struct diff_sheet *s, const struct change_rule *r)
{
	const struct rule *rule = r->after != NULL ? r->after : r->before;
	struct buf key = BUF_INIT;

	diff_indent(s->indent, s->out);
	diff_sign(s, r->how);
	add_rule_name(s->v, r, &key);
	buf_printf(s->out, " %s ",
		diff_said(s, rule->is_keyword	? MSG_S_DIFF_KEYWORD
			     : rule->is_private ? MSG_S_DIFF_PRIVATE
						: MSG_S_DIFF_RULE));
	diff_put(s->v, DIFF_PLAIN, key.data, s->out);
	if (r->other != NULL) {
		buf_adds(s->out, "  (");
		add_other(s->v, r, s->out);
		buf_addc(s->out, ')');
	}
	if (r->renamed && !rule->is_keyword && !r->matching && r->fields.n == 0)
		buf_printf(s->out, "  (%s)", diff_said(s, MSG_S_DIFF_ONLY_NAME));
	buf_addc(s->out, '\n');
	buf_release(&key);
}

static void put_rule(struct diff_sheet *s, const struct change_rule *r)
{
	put_rule_head(s, r);
	s->indent += 4;
	if (r->how == CHANGE_EDITED) {
		diff_fields(s, &r->fields);
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

static void put_alike(
	struct diff_sheet *s, const struct change_code *k, const struct change_rule *r)
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
		diff_say(s->v, &text, SAY(S_DIFF_ALL_RULES), n);
	else
		diff_say(s->v, &text, SAY(S_DIFF_N_RULES), n, names.data);
	diff_indent(s->indent, s->out);
	diff_sign(s, CHANGE_EDITED);
	buf_addc(s->out, ' ');
	column = (size_t)s->indent + 2;
	diff_words(s->v, (int)column, (int)column, text.data, NULL, 0, s->out);
	s->indent += 4;
	diff_fields(s, &r->fields);
	put_through(s, r);
	s->indent -= 4;
out:
	buf_release(&names);
	buf_release(&text);
}

void diff_rules(struct diff_sheet *s, const struct change_code *k)
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
