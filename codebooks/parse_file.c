/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands outside all blocks: title, use, default, words, code, negation, extend. */
#include "codebooks/parse.h"

#include <string.h>

static bool item_text(struct parser *p, void *unused)
{
	const struct localised **field = p->tok.word == WORD_TITLE    ? &p->cb->title
					 : p->tok.word == WORD_SOURCE ? &p->cb->source
								      : &p->cb->note;

	(void)unused;
	if (*field != NULL)
		return parse_twice(p, word_text(p->tok.word));
	parse_advance(p);
	return parse_text(p, MSG_P_TEXT, field);
}

/* --- default, words, negation -------------------------------------------------------------------
 */

static bool at_setting(const struct parser *p)
{
	return p->tok.kind == TOKEN_RUN &&
	       (p->tok.word == WORD_UNIT || p->tok.word == WORD_SPEAKERS ||
		       p->tok.word == WORD_WEIGHT || p->tok.word == WORD_THRESHOLD);
}

static bool item_default(struct parser *p, void *unused)
{
	(void)unused;
	parse_advance(p);
	if (!at_setting(p)) {
		parse_expected(p, MSG_P_SETTING);
		return false;
	}
	while (at_setting(p))
		if (!parse_setting(p, &p->defaults))
			return false;
	return true;
}

/* "@" KEY, without the '@'; NULL after an error. */
static const char *list_key(struct parser *p)
{
	const char *s = parse_raw(p);
	size_t len = parse_len(p), right;
	struct diag *g;

	if (p->tok.kind != TOKEN_RUN) {
		parse_expected(p, MSG_P_LIST_NAME);
		return NULL;
	}
	if (*s != '@') {
		complain_hint(p->c, complain_error(p->c, p->tok.at, SAY(E005_LIST_NAME)),
			SAY(H_WRITE_LIST), parse_clip(p));
		return NULL;
	}
	right = 1 + parse_key_check(s + 1, len - 1, false);
	if (right < len || len == 1 || !lexer_ends_pattern(&p->lex, p->tok.end)) {
		size_t pos = p->tok.start + right;

		g = complain_error(p->c, lexer_at(&p->lex, &p->tok, pos, pos), SAY(E008_LIST_NAME),
			parse_clip(p));
		complain_hint(p->c, g, SAY(H_LIST_KEY));
		return NULL;
	}
	return arena_dup(p->arena, s + 1, len - 1);
}

static bool item_words(struct parser *p, void *unused)
{
	struct list_draft *l = arena_alloc(p->arena, sizeof *l);
	struct pattern_vec items = VEC_INIT;
	unsigned errors = p->c->errors;
	bool good;

	(void)unused;
	parse_advance(p);
	l->list.at = p->tok.at;
	l->list.name = list_key(p);
	if (l->list.name == NULL)
		p->unsure |= UNSURE_LISTS;
	if (p->tok.kind == TOKEN_RUN)
		parse_advance(p);
	/* The name is known even if the items are wrong: no error follows from that. */
	good = (l->list.name != NULL || parse_at(p, MARK_OPEN)) && parse_patterns(p, &items);
	l->broken = p->c->errors > errors;
	l->list.nitems = items.n;
	l->list.items = parse_keep_patterns(p, &items);
	vec_release(&items);
	if (l->list.name != NULL)
		vec_push(&p->cb->lists, &l->list);
	return good;
}

static bool item_negation(struct parser *p, void *unused)
{
	static const char *const what[] = { "add", "remove", "except", "border" };
	struct negation_change n = { .at = p->tok.at };
	struct pattern_vec items = VEC_INIT;
	size_t w = 0;
	bool good;

	(void)unused;
	parse_advance(p);
	n.lang = parse_language(p);
	if (n.lang == NULL)
		return false;
	while (w < 4 && !parse_is(p, what[w]))
		w++;
	if (w == 4) {
		parse_expected(p, MSG_P_NEGATION);
		return false;
	}
	parse_advance(p);
	n.what = w;
	good = parse_patterns(p, &items);
	n.nitems = items.n;
	n.items = parse_keep_patterns(p, &items);
	vec_release(&items);
	vec_push(&p->cb->negations, n);
	return good;
}

static bool item_code(struct parser *p, void *unused)
{
	(void)unused;
	return parse_code(p, NULL);
}

void parse_file_items(struct parser *p)
{
	static item_fn *const items[WORD_COUNT] = {
		[WORD_TITLE] = item_text,
		[WORD_SOURCE] = item_text,
		[WORD_NOTE] = item_text,
		[WORD_USE] = parse_use,
		[WORD_DEFAULT] = item_default,
		[WORD_WORDS] = item_words,
		[WORD_NEGATION] = item_negation,
		[WORD_EXTEND] = parse_extend,
		[WORD_CODE] = item_code,
	};
	static const struct block file = {
		.name = MSG_P_OUTSIDE,
		.expected = MSG_P_FILE_ITEM,
		.items = items,
		.flags = IN_FILE,
	};

	parse_items(p, &file, NULL);
}
