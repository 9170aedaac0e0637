/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/explain_view.h"

#include "codebooks/messages.h"

#define INDENT "    "

static void print_text(const char *text, struct buf *out)
{
	buf_adds(out, "“");
	for (; *text != '\0'; text++)
		buf_addc(out, *text == '\n' ? ' ' : *text);
	buf_adds(out, "”");
}

/* The rules that hit, what each weighs, and whether it counted. */
static void print_hits(
	const struct code *code, const struct explain_unit *u, const char *lang, struct buf *out)
{
	for (size_t i = 0; i < u->nhits; i++) {
		const struct explain_hit *h = &u->hits[i];
		bool own = h->rule->code == code;

		buf_printf(out, "    %s%s%s: ", own ? "" : h->rule->code->full, own ? "" : ":",
			h->rule->key);
		message_add(out, lang, SAY(X_WEIGHT), h->rule->set.weight);
		if (!own)
			message_add(out, lang, SAY(X_HANDED_UP));
		if (!h->counted)
			message_add(out, lang, SAY(X_NOT_COUNTED));
		buf_addc(out, '\n');
	}
}

/* "1 - 0.5 x 0.5 = 0.75", where there is something to reckon. */
static void print_score(
	const struct explain_unit *u, const struct code *code, const char *lang, struct buf *out)
{
	const char *sign = " - ";
	size_t counted = 0;

	for (size_t i = 0; i < u->nhits; i++)
		counted += u->hits[i].counted && u->hits[i].rule->code == code;
	if (counted > 1) {
		buf_adds(out, INDENT);
		message_add(out, lang, SAY(X_SCORE));
		for (size_t i = 0; i < u->nhits; i++) {
			if (!u->hits[i].counted || u->hits[i].rule->code != code)
				continue;
			buf_printf(out, "%s%.4g", sign, 1 - u->hits[i].rule->set.weight);
			sign = " x ";
		}
		buf_printf(out, " = %.4g\n", u->own);
	}
	if (u->score > u->own + 0.00005) {
		buf_adds(out, INDENT);
		message_add(out, lang, SAY(X_INHERITED), u->score);
		buf_addc(out, '\n');
	}
}

static void print_fate(
	const struct explain_unit *u, const struct code *code, const char *lang, struct buf *out)
{
	if (!u->reached || (!u->suggested && u->instead != NULL)) {
		buf_adds(out, INDENT);
		if (!u->reached)
			message_add(out, lang, SAY(X_BELOW), u->score, code->set.threshold);
		else
			message_add(out, lang, SAY(X_GROUP), u->instead->full, code->exclusive);
		buf_addc(out, '\n');
	}
	if (u->grown_text == NULL)
		return;
	buf_adds(out, INDENT);
	message_add(out, lang, SAY(X_EXPANDED), code->expand_before, code->expand_after);
	buf_addc(out, ' ');
	print_text(u->grown_text, out);
	buf_addc(out, '\n');
}

static void print_codes(const struct explanation *x, struct buf *out)
{
	vec_each (const struct explain_code, c, &x->codes) {
		if (c->suggested)
			message_add(out, x->lang, SAY(X_SUGGESTED), c->code->full, c->score);
		else
			message_add(out, x->lang, SAY(X_IS_NOT), c->code->full, c->score);
		buf_addc(out, '\n');
		vec_each (const struct explain_unit, u, &c->units) {
			buf_adds(out, "  ");
			print_text(u->text, out);
			buf_addc(out, '\n');
			print_hits(c->code, u, x->lang, out);
			print_score(u, c->code, x->lang, out);
			print_fate(u, c->code, x->lang, out);
		}
	}
	if (x->codes.n == 0) {
		message_add(out, x->lang, SAY(X_NO_RULE));
		buf_addc(out, '\n');
	}
}

static enum message verdict(const struct explain_rule *r)
{
	if (r->hit)
		return MSG_X_MATCH;
	if (r->when != NULL && r->when->holds && r->unless != NULL && r->unless->holds)
		return MSG_X_SILENCED;
	return explain_is_near(r) ? MSG_X_NEAR_MISS : MSG_X_NO_MATCH;
}

const char *explain_view_verdict(const struct explain_rule *r)
{
	return message_text(verdict(r), NULL);
}

static void print_rule(const struct explain_rule *r, struct buf *out)
{
	buf_printf(out, "\n%s:%s  %s\n", r->rule->code->full, r->rule->key,
		message_text(verdict(r), r->lang));
	explain_print(r, 2, out);
}

bool explain_view_shows(const struct explain_rule *r, bool all)
{
	return all || r->hit || explain_is_near(r);
}

void explain_view_text(const struct explanation *x, bool all, struct buf *out)
{
	static const enum message left_out[2][2] = { { MSG_X_ONE_LEFT_OUT, MSG_X_LEFT_OUT },
		{ MSG_X_ONE_OTHER, MSG_X_OTHERS } };
	size_t n = 0;

	print_codes(x, out);
	vec_each (const struct explain_rule, r, &x->rules) {
		if (explain_view_shows(r, all))
			print_rule(r, out);
		else
			n++;
	}
	if (n == 0)
		return;
	buf_addc(out, '\n');
	message_add(out, x->lang, left_out[n < x->rules.n][n > 1], MSG_TEXT_X_LEFT_OUT, n);
	buf_addc(out, '\n');
}

static void add_row(const struct explain_rule *r, const char *clause, int depth,
	const struct explain_node *n, struct table *t)
{
	table_row(t);
	table_text(t, r->rule->code->full);
	table_text(t, r->rule->key);
	table_text(t, explain_view_verdict(r));
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
		if (!explain_view_shows(r, all))
			continue;
		add_row(r, "", 0, NULL, t);
		if (r->when != NULL)
			add_row(r, "when", 1, r->when, t);
		if (r->unless != NULL)
			add_row(r, "unless", 1, r->unless, t);
	}
}
