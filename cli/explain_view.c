/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/explain_view.h"

#include "cli/say.h"

static void print_codes(const struct explanation *x, struct buf *out)
{
	vec_each (const struct explain_code, c, &x->codes) {
		if (c->suggested)
			buf_printf(out, "%s is suggested, score %.2f\n", c->code->full, c->score);
		else if (c->code->exclusive != NULL)
			buf_printf(out,
				"%s is not suggested: below its threshold of %.2g, or another code "
				"of the group %s is\n",
				c->code->full, c->code->set.threshold, c->code->exclusive);
		else
			buf_printf(out,
				"%s is not suggested: its rules stay below its threshold of %.2g\n",
				c->code->full, c->code->set.threshold);
	}
	if (x->codes.n == 0)
		buf_adds(out, "No rule matches.\n");
}

static const char *verdict_of(const struct explain_rule *r)
{
	if (r->hit)
		return "match";
	if (r->when != NULL && r->when->holds && r->unless != NULL && r->unless->holds)
		return "silenced by unless";
	return explain_is_near(r) ? "near miss" : "no match";
}

static void print_rule(const struct explain_rule *r, struct buf *out)
{
	buf_printf(out, "\n%s:%s  %s\n", r->rule->code->full, r->rule->key, verdict_of(r));
	explain_print(r, 2, out);
}

static bool is_shown(const struct explain_rule *r, bool all)
{
	return all || r->hit || explain_is_near(r);
}

void explain_view_text(const struct explanation *x, bool all, struct buf *out)
{
	size_t left_out = 0;

	print_codes(x, out);
	vec_each (const struct explain_rule, r, &x->rules) {
		if (is_shown(r, all))
			print_rule(r, out);
		else
			left_out++;
	}
	if (left_out == 0)
		return;
	buf_printf(out, "\n%zu %srule%s and keyword%s: nothing of what %s for is in it", left_out,
		left_out < x->rules.n ? "other " : "", plural(left_out), plural(left_out),
		left_out == 1 ? "it looks" : "they look");
	buf_adds(out, " (--all shows them)\n");
}

static void add_row(const struct explain_rule *r, const char *clause, int depth,
	const struct explain_node *n, struct table *t)
{
	table_row(t);
	table_text(t, r->rule->code->full);
	table_text(t, r->rule->key);
	table_text(t, verdict_of(r));
	table_text(t, clause);
	table_number(t, depth);
	table_text(t, n != NULL ? n->what : r->rule->key);
	table_text(t, (n != NULL ? n->holds : r->hit) ? "yes" : "no");
	table_text(t, n != NULL ? n->words : NULL);
	table_text(t, n != NULL ? n->why : r->why);
	for (size_t i = 0; n != NULL && i < n->nkids; i++)
		add_row(r, clause, depth + 1, n->kids[i], t);
}

void explain_view_table(const struct explanation *x, bool all, struct table *t)
{
	static const char *const keys[] = { "code", "rule", "verdict", "clause", "depth", "part",
		"holds", "words", "reason" };

	table_init(t, "explain", "");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		table_column(t, keys[i], keys[i], i == 4 ? COLUMN_INT : COLUMN_TEXT, 0);
	vec_each (const struct explain_rule, r, &x->rules) {
		if (!is_shown(r, all))
			continue;
		add_row(r, "", 0, NULL, t);
		if (r->when != NULL)
			add_row(r, "when", 1, r->when, t);
		if (r->unless != NULL)
			add_row(r, "unless", 1, r->unless, t);
	}
}
