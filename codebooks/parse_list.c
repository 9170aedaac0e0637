/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: items parted by commas or line breaks (`words`, `keywords`, `negation`). */
#include "codebooks/parse.h"

static bool ends_list(const struct parser *p)
{
	return p->tok.kind == TOKEN_END || (p->tok.first && p->tok.kind == TOKEN_RUN &&
						   (word_flags(p->tok.word) & ENDS_OPEN) != 0);
}

/* Behind the list's own brace, or before a word that ends it. */
static void skip_list(struct parser *p)
{
	unsigned depth = 0;

	while (!ends_list(p)) {
		bool close = parse_at(p, MARK_CLOSE);

		if (parse_at(p, MARK_OPEN))
			depth++;
		parse_advance(p);
		if (close && depth-- == 0)
			return;
	}
}

/* Two items side by side: the classical mistake of an author who means a phrase. */
static void neighbours(struct parser *p, size_t before, const struct pattern *item)
{
	const char *start = p->lex.text + before;
	struct diag *g;

	if (parse_flawed(p))
		return;
	if (p->tok.kind == TOKEN_RUN && (word_flags(p->tok.word) & IS_OPERATOR) != 0) {
		parse_expected(p, "a comma or a new line",
			"a list holds single items; what needs an operator is a rule");
		return;
	}
	if (p->tok.kind == TOKEN_MARK || p->tok.kind == TOKEN_MINUS) {
		parse_expected(p, "a comma, a new line or '}'", NULL);
		return;
	}
	g = complain_error(
		p->c, p->tok.at, "E007", "there is no comma between two items of the list");
	if (item->kind == PATTERN_WORD && p->tok.kind == TOKEN_RUN)
		complain_hint(p->c, g, "write \"%s\" for the phrase, or a comma for two words",
			complain_clip(p->c, start, p->tok.end - before));
	else
		complain_hint(p->c, g, "write a comma or begin a new line");
}

static bool count_item(struct parser *p, struct at at)
{
	if (++p->items <= ITEMS_MAX)
		return true;
	parse_limit(p, at, "the file has more than 200,000 items");
	return false;
}

static const struct pattern *parse_each(struct parser *p, bool allowed)
{
	struct at at = p->tok.at;
	bool list;

	parse_advance(p);
	list = p->tok.kind == TOKEN_RUN && parse_raw(p)[0] == '@';
	if (allowed)
		return parse_list_name(p);
	if (list)
		complain_error(p->c, at, "E013", "'each' stands only in the keywords of a code");
	else
		complain_hint(p->c,
			complain_error(p->c, at, "E006", "'each' is a word of the rule language"),
			"to search for it write \"each\"");
	return NULL;
}

/* One item and what parts it from the next. */
static bool parse_list_item(struct parser *p, bool each, list_add_fn *add, void *arg)
{
	bool is_each = p->tok.kind == TOKEN_RUN && p->tok.word == WORD_EACH;
	struct at at = p->tok.at;
	size_t start = p->tok.start;
	const struct pattern *item = is_each ? parse_each(p, each) : parse_place(p);

	if (item == NULL || !count_item(p, at))
		return false;
	add(p, arg, item, is_each);
	if (parse_mark(p, MARK_COMMA) || parse_at(p, MARK_CLOSE) || p->tok.first ||
		p->tok.kind == TOKEN_END)
		return true;
	neighbours(p, start, item);
	return false;
}

bool parse_list(struct parser *p, bool each, list_add_fn *add, void *arg)
{
	struct at open = p->tok.at;
	unsigned errors = p->c->errors;
	size_t before = p->items;

	if (!parse_mark(p, MARK_OPEN)) {
		parse_expected(p, "'{' and a list", NULL);
		return false;
	}
	while (!parse_mark(p, MARK_CLOSE)) {
		if (ends_list(p)) {
			parse_unclosed(p, open, errors, "the list");
			return true;
		}
		if (!parse_list_item(p, each, add, arg)) {
			skip_list(p);
			return true;
		}
	}
	if (p->items == before)
		complain_error(p->c, open, "E023", "the list is empty");
	return true;
}

static void add_pattern(struct parser *p, void *arg, const struct pattern *item, bool each)
{
	struct pattern_vec *v = arg;

	(void)p;
	(void)each;
	vec_push(v, item);
}

bool parse_patterns(struct parser *p, struct pattern_vec *out)
{
	return parse_list(p, false, add_pattern, out);
}
