/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: items parted by commas or line breaks (`words`, `keywords`, `negation`). */
#include "codebooks/parse.h"

#include <string.h>

/* Does what stands behind the word make it a clause: a text, a number, a kind of test? */
static bool is_clause(const struct parser *p)
{
	static const char *const starts[] = { "\"", "“", "hit", "miss", "todo-" };
	const char *s = p->lex.text + p->tok.end, *end = p->lex.text + p->lex.len;

	if (p->tok.word == WORD_NONE || (word_flags(p->tok.word) & IS_ITEM) == 0)
		return false;
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if ((size_t)(end - s) >= strlen(starts[i]) &&
			memcmp(s, starts[i], strlen(starts[i])) == 0)
			return true;
	return s < end && *s >= '0' && *s <= '9';
}

static bool ends_list(const struct parser *p)
{
	if (p->tok.kind == TOKEN_END)
		return true;
	return p->tok.first && p->tok.kind == TOKEN_RUN &&
	       ((word_flags(p->tok.word) & ENDS_OPEN) != 0 || is_clause(p));
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

/* Can it stand in a phrase as it is written here? */
static bool is_bare_word(const struct pattern *item, const char *written)
{
	return item->kind == PATTERN_WORD && item->nexcept == 0 &&
	       strchr("\"\xe2", *written) == NULL;
}

/* Two items side by side: the classical mistake of an author who means a phrase. */
static void neighbours(struct parser *p, size_t before, const struct pattern *item)
{
	const char *start = p->lex.text + before;
	struct diag *g;

	if (parse_flawed(p))
		return;
	if (p->tok.kind == TOKEN_RUN && (word_flags(p->tok.word) & IS_OPERATOR) != 0) {
		complain_hint(p->c, parse_expected(p, MSG_P_COMMA), SAY(H_SINGLE_ITEMS));
		return;
	}
	if (p->tok.kind == TOKEN_MARK || p->tok.kind == TOKEN_MINUS) {
		parse_expected(p, MSG_P_COMMA_OR_END);
		return;
	}
	g = complain_error(p->c, p->tok.at, SAY(E007_COMMA));
	if (parse_at_dash(p))
		complain_hint(p->c, g, SAY(H_DASH));
	else if (is_bare_word(item, start) && p->tok.kind == TOKEN_RUN)
		complain_hint(p->c, g, SAY(H_PHRASE_OR_COMMA),
			complain_piece(p->c, SAY(P_TWO_WORDS), item->source, parse_clip(p)));
	else
		complain_hint(p->c, g, SAY(H_COMMA_OR_LINE));
}

static bool count_item(struct parser *p, struct at at)
{
	if (++p->items <= ITEMS_MAX)
		return true;
	parse_limit(p, at, MSG_E022_ITEMS);
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
		complain_error(p->c, at, SAY(E013_EACH));
	else
		complain_hint(p->c, complain_error(p->c, at, SAY(E006_RESERVED), "each"),
			SAY(H_SEARCH_WORD), "each");
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
		struct diag *g = parse_expected(p, MSG_P_BRACE_AND_LIST);

		if (p->tok.kind == TOKEN_RUN && parse_raw(p)[0] == '[')
			complain_hint(p->c, g, SAY(H_BRACES));
		else
			parse_stray(p, g);
		return false;
	}
	while (!parse_mark(p, MARK_CLOSE)) {
		if (ends_list(p)) {
			parse_unclosed(p, open, errors, parse_piece(p, MSG_P_THE_LIST));
			return true;
		}
		if (!parse_list_item(p, each, add, arg)) {
			skip_list(p);
			return true;
		}
	}
	if (p->items == before)
		complain_error(p->c, open, SAY(E023_LIST));
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
