/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/diff_view.h"

#include <string.h>

#include "reports/codebook_page.h"

const char *diff_code_name(const struct diff_view *v, const struct code *c)
{
	return codebook_code_name(v->c->after, c);
}

/* --- codes --------------------------------------------------------------------------------------
 */

static void add_counts(const struct diff_sheet *s, const struct code *c, struct buf *out)
{
	size_t keywords = 0, rules;

	for (size_t i = 0; i < c->nrules; i++)
		keywords += c->rules[i]->is_keyword;
	rules = c->nrules - keywords;
	buf_printf(out, diff_said(s, keywords == 1 ? MSG_S_N_KEYWORD : MSG_S_N_KEYWORDS), keywords);
	buf_printf(out, diff_said(s, rules == 1 ? MSG_S_RULE : MSG_S_RULES), rules);
}

static void put_code_head(struct diff_sheet *s, const struct change_code *k)
{
	const struct code *c = k->after != NULL ? k->after : k->before;
	const char *label = localised_text(c->label, s->v->lang);
	struct buf name = BUF_INIT;

	diff_sign(s, k->how);
	buf_addc(s->out, ' ');
	if (k->renamed)
		buf_printf(&name, "%s" DIFF_ARROW, diff_code_name(s->v, k->before));
	buf_adds(&name, diff_code_name(s->v, c));
	diff_put(s->v, DIFF_BOLD, name.data, s->out);
	buf_adds(s->out, label[0] != '\0' ? "  " : "");
	diff_put(s->v, DIFF_PLAIN, label, s->out);
	buf_reset(&name);
	if (k->how != CHANGE_EDITED) {
		add_counts(s, c, &name);
		buf_printf(s->out, "  (%s: %s)",
			diff_said(
				s, k->how == CHANGE_ADDED ? MSG_S_DIFF_ADDED : MSG_S_DIFF_REMOVED),
			name.data);
	}
	buf_addc(s->out, '\n');
	buf_release(&name);
}

static const char *parent_name(const struct diff_view *v, const struct code *c)
{
	return c->parent != NULL ? diff_code_name(v, c->parent)
				 : message_text(MSG_S_DIFF_TOP, v->says);
}

static struct buf *parted(struct buf *text)
{
	buf_adds(text, text->len > 0 ? "; " : "");
	return text;
}

static void put_code_notes(struct diff_sheet *s, const struct change_code *k)
{
	struct buf text = BUF_INIT;

	if (k->renamed)
		diff_say(s->v, &text, SAY(S_DIFF_RENAMED), k->before->key);
	if (k->moved)
		diff_say(s->v, parted(&text), SAY(S_DIFF_MOVED), parent_name(s->v, k->before),
			parent_name(s->v, k->after));
	if (k->how == CHANGE_ADDED && k->after->parent != NULL)
		diff_say(s->v, &text, SAY(S_DIFF_BELOW), parent_name(s->v, k->after));
	if (k->how == CHANGE_REMOVED && k->into != NULL)
		diff_say(s->v, &text, SAY(S_DIFF_INTO), diff_code_name(s->v, k->into));
	if (k->like != NULL && k->how == CHANGE_REMOVED)
		diff_say(s->v, parted(&text), SAY(S_DIFF_LIKE), diff_code_name(s->v, k->like));
	else if (k->like != NULL)
		diff_say(s->v, parted(&text), SAY(S_DIFF_LIKE_WAS), diff_code_name(s->v, k->like),
			k->like->key);
	if (text.len > 0) {
		diff_indent(s->indent, s->out);
		diff_words(s->v, s->indent, s->indent, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_codes(struct diff_sheet *s)
{
	s->indent = 4;
	vec_each (const struct change_code, k, &s->v->c->codes) {
		if (k->how == CHANGE_NONE)
			continue;
		put_code_head(s, k);
		put_code_notes(s, k);
		diff_fields(s, &k->fields);
		diff_rules(s, k);
	}
}

/* --- lists --------------------------------------------------------------------------------------
 */

static void put_items(struct diff_sheet *s, enum diff_style sign, const struct change_texts *items)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < items->n; i++)
		buf_printf(&text, "%s%s", i > 0 ? ", " : "", items->items[i]);
	if (text.len > 0)
		diff_side(s, sign, diff_name(s, "words"), text.data);
	buf_release(&text);
}

static void put_list_rules(struct diff_sheet *s, const struct change_list *k)
{
	struct buf text = BUF_INIT;
	int column;

	for (size_t i = 0; i < k->rules.n; i++)
		buf_printf(&text, "%s%s:%s", i > 0 ? ", " : "",
			diff_code_name(s->v, k->rules.items[i]->code), k->rules.items[i]->key);
	if (k->rules.n > 0) {
		column = diff_name(s, diff_said(s, MSG_S_DIFF_CHANGES));
		diff_words(s->v, column, column, text.data, NULL, 0, s->out);
	}
	buf_release(&text);
}

static void put_lists(struct diff_sheet *s)
{
	if (s->v->c->lists.n > 0)
		buf_adds(s->out, "\n");
	vec_each (const struct change_list, k, &s->v->c->lists) {
		diff_sign(s, k->how);
		buf_adds(s->out, " words ");
		diff_put(s->v, DIFF_BOLD, k->name, s->out);
		if (k->old != NULL) {
			buf_adds(s->out, "  (");
			diff_say(s->v, s->out, SAY(S_DIFF_RENAMED), k->old);
			buf_addc(s->out, ')');
		}
		buf_addc(s->out, '\n');
		put_items(s, DIFF_PLUS, &k->added);
		if (k->how == CHANGE_EDITED)
			put_items(s, DIFF_MINUS, &k->removed);
		put_list_rules(s, k);
	}
}

/* --- all ----------------------------------------------------------------------------------------
 */

static void add_count(struct diff_sheet *s, struct buf *out, unsigned n, enum message what)
{
	if (n == 0)
		return;
	buf_adds(out, out->len > 0 ? ", " : "");
	buf_printf(out, diff_said(s, what), n);
}

static void put_title(struct diff_sheet *s)
{
	const struct changes *c = s->v->c;
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s" DIFF_ARROW "%s", s->v->before, s->v->after);
	diff_put(s->v, DIFF_BOLD, text.data, s->out);
	buf_reset(&text);
	add_count(s, &text, c->edited, MSG_S_DIFF_N_CHANGED);
	add_count(s, &text, c->added, MSG_S_DIFF_N_ADDED);
	add_count(s, &text, c->removed, MSG_S_DIFF_N_REMOVED);
	buf_addc(s->out, '\n');
	diff_say(s->v, s->out, SAY(S_DIFF_TITLE), c->after->name);
	buf_printf(s->out, diff_said(s, c->after->codes.n == 1 ? MSG_S_N_CODE : MSG_S_N_CODES),
		c->after->codes.n);
	buf_printf(s->out, ": %s\n\n", text.len > 0 ? text.data : diff_said(s, MSG_S_DIFF_NONE));
	buf_release(&text);
}

void diff_view_text(const struct diff_view *v, struct buf *out)
{
	struct diff_sheet s = { v, out, 2 };

	if (changes_any(v->c)) {
		put_title(&s);
		diff_fields(&s, &v->c->fields);
		if (v->c->fields.n > 0 && v->c->added + v->c->edited + v->c->removed > 0)
			buf_addc(out, '\n');
		put_codes(&s);
		put_lists(&s);
	} else {
		diff_say(v, out, SAY(S_DIFF_SAME), v->before, v->after);
		buf_addc(out, '\n');
	}
	if (v->x != NULL)
		diff_effect(v, out);
}
