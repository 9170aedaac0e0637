/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random texts of a dozen words and random rules over them, for the test that compares the engine
 * with a naive evaluator. */
#ifndef TEMA_TESTS_CODER_RANDOM_H
#define TEMA_TESTS_CODER_RANDOM_H

#include "tests/unit/coder_help.h"

#define WORDS_MAX 40
#define NODES_MAX 96
#define SOLUTION_MAX 3

/* The words of the texts, as bits of what a pattern finds. */
static const char *const vocabulary[] = { "merah", "kuning", "hijau", "biru", "tidak", "memerahkan",
	"merah-merah", "merahnya", "working", "works", "MoU", "mou", "non-biru" };
#define TIDAK 4
#define TWICE 6 /* two words joined by a hyphen */
#define SELF_NEGATED 12
#define BIT(word) (1u << (word))
#define RED (BIT(0) | BIT(TWICE))

static const struct naive_pattern {
	const char *text;
	unsigned finds;
	bool in_phrase; /* may stand in a phrase */
} patterns[] = {
	{ "merah", RED, true },
	{ "kuning", BIT(1), true },
	{ "hijau", BIT(2), true },
	{ "biru", BIT(3) | BIT(SELF_NEGATED), true },
	{ "tidak", BIT(TIDAK), true },
	{ "~merah", RED | BIT(5) | BIT(7), true },
	{ "work*", BIT(8) | BIT(9), true },
	{ "=MoU", BIT(10), true },
	{ "mou", BIT(10) | BIT(11), true },
	{ "stem:en:worked", BIT(8) | BIT(9), false },
};
#define ROOT 5
#define PATTERNS 10 /* the last is not for phrases */

/* Three items each: a word, or a phrase of two. */
static const struct naive_list {
	const char *name, *items;
	int item[3][2];
} lists[] = {
	{ "m", "merah, \"merah kuning\", hijau", { { 0, -1 }, { 0, 1 }, { 2, -1 } } },
	{ "n", "~merah, \"biru merah\", work*", { { 5, -1 }, { 3, 0 }, { 6, -1 } } },
};

/* --- random numbers, the same on every machine --- */

static uint64_t state;

static inline uint32_t rnd(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % n;
}

/* --- texts --- */

struct naive_word {
	int word; /* in vocabulary */
	int pos;  /* in the whole text, labels counted */
	int sentence, para, turn;
	bool asked; /* the interviewer's */
	bool comma; /* behind it */
};

struct naive_text {
	struct naive_word w[WORDS_MAX];
	int n;
	struct buf text;
};

/* Three people, one of whom asks; whoever goes on speaking goes on with the turn. */
static inline void begin_para(
	struct naive_text *t, bool dialogue, struct naive_word *at, uint32_t *who)
{
	static const char *const labels[] = { "T: ", "J: ", "K: " };
	uint32_t speaker = rnd(3);

	if (t->n > 0) {
		buf_addc(&t->text, '\n');
		at->para++;
		at->turn += !dialogue || speaker != *who;
	}
	at->pos += dialogue && (t->n == 0 || speaker != *who); /* the label is left out inside */
	*who = speaker;
	at->asked = dialogue && speaker == 0;
	if (dialogue)
		buf_adds(&t->text, labels[speaker]);
}

static inline void make_text(struct naive_text *t, bool dialogue)
{
	struct naive_word at = { 0 };
	uint32_t who = 0;
	int left = 0, n = 10 + (int)rnd(WORDS_MAX - 10);

	t->n = 0;
	buf_init(&t->text);
	begin_para(t, dialogue, &at, &who);
	for (int i = 0; i < n; i++) {
		struct naive_word *w = &t->w[t->n++];
		bool first = left == 0;
		const char *s;

		if (first)
			left = 1 + (int)rnd(8);
		*w = at;
		w->word = (int)(rnd(3) > 0 ? rnd(5) : rnd(13));
		at.pos++;
		s = vocabulary[w->word];
		buf_addc(&t->text, first && s[0] >= 'a' ? (char)(s[0] - 'a' + 'A') : s[0]);
		buf_adds(&t->text, s + 1);
		if (--left == 0) {
			buf_addc(&t->text, '.');
			at.sentence++;
			if (rnd(4) == 0 && i + 1 < n)
				begin_para(t, dialogue, &at, &who);
			else
				buf_addc(&t->text, ' ');
			continue;
		}
		w->comma = rnd(8) == 0;
		buf_adds(&t->text, w->comma ? ", " : " ");
	}
}

/* --- rules --- */

enum kind {
	WORD,
	PHRASE,
	MINUS, /* a -"a b", or ~merah -merah */
	ITEMS, /* @list */
	EITHER,
	NEGATED,
	AFFIRMED,
	CHAIN,
	LACKS,
	AND,
	OR,
	NOT,
	IN,
	QUESTION,
	OF,	/* count of ( ) */
	WITHIN, /* count sentences */
	LIST,	/* count of @list */
	CODE,	/* <B>, which is suggested where two words are */
	RULE,	/* <:p>, a rule beside this one */
};

struct tree {
	enum kind kind;
	int a, b;  /* patterns */
	int scope; /* IN: sentence, paragraph, turn, document */
	int list, count;
	int kids[3], nkids;
	int step[2], distance[2]; /* 0 near, 1 before, 2 after */
};

struct naive_rule {
	struct tree nodes[NODES_MAX];
	int n;
	bool questions, rules; /* may be used here */
	int p_when, p_unless;  /* of the rule p; -1 none */
	bool used;	       /* B stands in a used file */
};

static inline int add(struct naive_rule *r, enum kind kind)
{
	struct tree *t = &r->nodes[r->n];

	ck_assert_int_lt(r->n, NODES_MAX);
	memset(t, 0, sizeof *t);
	t->kind = kind;
	do {
		t->a = (int)(rnd(2) ? rnd(5) : rnd(PATTERNS));
	} while ((kind == PHRASE || kind == MINUS) && !patterns[t->a].in_phrase);
	do {
		t->b = (int)(rnd(2) ? rnd(5) : rnd(PATTERNS));
	} while (!patterns[t->b].in_phrase);
	t->scope = (int)rnd(4);
	t->list = (int)rnd(2);
	t->count = 1 + (int)rnd(3);
	return r->n++;
}

static inline void add_kid(struct naive_rule *r, int id, int kid)
{
	r->nodes[id].kids[r->nodes[id].nkids++] = kid;
}

static inline int make_place(struct naive_rule *r, int depth)
{
	static const enum kind leaves[] = { WORD, WORD, PHRASE, MINUS, ITEMS };
	enum kind kind = leaves[rnd(5)];
	int id;

	if (depth > 0 && rnd(3) == 0)
		kind = rnd(2) ? EITHER : rnd(2) ? NEGATED : AFFIRMED;
	id = add(r, kind);
	if (kind == EITHER)
		for (int i = 0; i < 2; i++)
			add_kid(r, id, make_place(r, depth - 1));
	else if (kind == NEGATED || kind == AFFIRMED)
		add_kid(r, id, make_place(r, 0));
	return id;
}

static inline int make_chain(struct naive_rule *r, int longest)
{
	int id = add(r, rnd(4) == 0 ? LACKS : CHAIN);
	int n = r->nodes[id].kind == LACKS ? 2 : 2 + (int)rnd((uint32_t)longest - 1);

	for (int i = 0; i < n; i++) {
		add_kid(r, id, make_place(r, 1));
		if (i > 0) {
			r->nodes[id].step[i - 1] = (int)rnd(3);
			r->nodes[id].distance[i - 1] = 1 + (int)rnd(4);
		}
	}
	return id;
}

static inline int make_simple(struct naive_rule *r)
{
	return rnd(2) ? make_place(r, 1) : make_chain(r, SOLUTION_MAX);
}

static inline int make_leaf(struct naive_rule *r)
{
	int id;

	if (r->questions && rnd(2)) {
		id = add(r, QUESTION);
		add_kid(r, id, make_simple(r));
		return id;
	}
	return add(r, r->rules && rnd(3) == 0 ? RULE : rnd(2) ? LIST : CODE);
}

/* What is inside a scope is not the unit: no questions there. */
static inline int make_bool(struct naive_rule *r, int depth)
{
	static const enum kind kinds[] = { AND, AND, OR, OR, OR, IN, WITHIN, OF };
	bool questions = r->questions;
	int id, kid, n;

	if (rnd(9) == 0)
		return make_leaf(r);
	if (depth == 0 || rnd(3) == 0)
		return depth == 0 ? make_simple(r) : make_chain(r, SOLUTION_MAX);
	id = add(r, kinds[rnd(8)]);
	n = r->nodes[id].kind == OF				     ? 3
	    : r->nodes[id].kind == IN || r->nodes[id].kind == WITHIN ? 1
								     : 2;
	r->questions = questions && n == 2;
	for (int i = 0; i < n; i++) {
		kid = make_bool(r, depth - 1);
		if (r->nodes[id].kind == AND && i == 1 && rnd(2)) {
			int not_id = add(r, NOT);

			add_kid(r, not_id, kid);
			kid = not_id;
		}
		add_kid(r, id, kid);
	}
	r->questions = questions;
	return id;
}

/* --- as they are written --- */

static inline void print(const struct naive_rule *r, int id, struct buf *out);

static inline void print_head(const struct naive_rule *r, const struct tree *t, struct buf *out)
{
	static const char *const scopes[] = { "sentence", "paragraph", "turn", "document" };
	const char *a = patterns[t->a].text, *b = patterns[t->b].text;

	switch (t->kind) {
	case WORD:
		buf_adds(out, a);
		break;
	case PHRASE:
		buf_printf(out, "\"%s %s\"", a, b);
		break;
	case MINUS:
		if (t->a == ROOT)
			buf_adds(out, "~merah -merah");
		else
			buf_printf(out, "%s -\"%s %s\"", a, a, b);
		break;
	case ITEMS:
		buf_printf(out, "@%s", lists[t->list].name);
		break;
	case LIST:
		buf_printf(out, "%d of @%s", t->count, lists[t->list].name);
		break;
	case CODE:
		buf_adds(out, r->used ? "<u.B>" : "<B>");
		break;
	case RULE:
		buf_adds(out, "<:p>");
		break;
	case IN:
		buf_printf(out, "in %s (", scopes[t->scope]);
		break;
	case WITHIN:
		buf_printf(out, "within %d sentences (", t->count);
		break;
	case OF:
		buf_printf(out, "%d of (", t->count);
		break;
	default:
		buf_adds(out, t->kind == NOT	    ? "not ("
			      : t->kind == NEGATED  ? "negated ("
			      : t->kind == AFFIRMED ? "affirmed ("
			      : t->kind == QUESTION ? "in question ("
						    : "(");
	}
}

static inline void print(const struct naive_rule *r, int id, struct buf *out)
{
	static const char *const steps[] = { "near", "before", "after" };
	const struct tree *t = &r->nodes[id];

	print_head(r, t, out);
	for (int i = 0; i < t->nkids; i++) {
		if (i > 0 && (t->kind == CHAIN || t->kind == LACKS))
			buf_printf(out, " %s%s %d ", t->kind == LACKS ? "not " : "",
				steps[t->step[i - 1]], t->distance[i - 1]);
		else if (i > 0)
			buf_adds(out, t->kind == AND ? " and " : t->kind == OF ? ", " : " or ");
		print(r, t->kids[i], out);
	}
	if (t->nkids > 0)
		buf_addc(out, ')');
}

#endif
