/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random texts of five words and random rules over them, for the test that compares the engine with
 * a naive evaluator. */
#ifndef TEMA_TESTS_CODER_RANDOM_H
#define TEMA_TESTS_CODER_RANDOM_H

#include "tests/unit/coder_help.h"

#define WORDS_MAX 40
#define NODES_MAX 64
#define SOLUTION_MAX 3

static const char *const vocabulary[] = { "merah", "kuning", "hijau", "biru", "tidak" };
#define NEGATION 4

/* --- random numbers, the same on every machine --- */

static uint64_t state;

static uint32_t rnd(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % n;
}

/* --- texts --- */

struct naive_word {
	int word; /* in vocabulary */
	int sentence, para;
	bool comma; /* behind it */
};

struct naive_text {
	struct naive_word w[WORDS_MAX];
	int n;
	struct buf text;
};

static void make_text(struct naive_text *t)
{
	int sentence = 0, para = 0, left = 1 + (int)rnd(6);

	t->n = 0;
	buf_init(&t->text);
	for (int i = 0; i < 10 + (int)rnd(WORDS_MAX - 10); i++) {
		struct naive_word *w = &t->w[t->n++];
		bool first = i == 0 || t->text.data[t->text.len - 1] != ' ';
		const char *s;

		*w = (struct naive_word){ (int)rnd(5), sentence, para, false };
		s = vocabulary[w->word];
		if (first && i > 0 && t->text.data[t->text.len - 1] == '.')
			buf_addc(&t->text, ' ');
		buf_addc(&t->text, first ? (char)(s[0] - 'a' + 'A') : s[0]);
		buf_adds(&t->text, s + 1);
		if (--left == 0) {
			buf_addc(&t->text, '.');
			left = 1 + (int)rnd(8);
			sentence++;
			if (rnd(4) == 0) {
				buf_addc(&t->text, '\n');
				para++;
			}
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
	MINUS,
	EITHER,
	NEGATED,
	AFFIRMED,
	CHAIN,
	LACKS,
	AND,
	OR,
	NOT,
	IN,
	OF,
	WITHIN, /* a sentences */
	LIST,	/* 2 of @list */
	CODE,	/* <B>, which is suggested where its word is */
};

struct tree {
	enum kind kind;
	int a, b; /* words; IN: a is the scope */
	int kids[3], nkids;
	int step[2], distance[2]; /* 0 near, 1 before, 2 after */
};

struct naive_rule {
	struct tree nodes[NODES_MAX];
	int n;
};

static int add(struct naive_rule *r, enum kind kind)
{
	struct tree *t = &r->nodes[r->n];

	ck_assert_int_lt(r->n, NODES_MAX);
	memset(t, 0, sizeof *t);
	t->kind = kind;
	t->a = (int)rnd(5);
	t->b = (int)rnd(5);
	return r->n++;
}

static int make_place(struct naive_rule *r, int depth)
{
	static const enum kind leaves[] = { WORD, WORD, PHRASE, MINUS };
	enum kind kind = leaves[rnd(4)];
	int id, kid;

	if (depth > 0 && rnd(3) == 0)
		kind = rnd(2) ? EITHER : rnd(2) ? NEGATED : AFFIRMED;
	id = add(r, kind);
	if (kind == EITHER) {
		for (int i = 0; i < 2; i++) {
			kid = make_place(r, depth - 1);
			r->nodes[id].kids[r->nodes[id].nkids++] = kid;
		}
	} else if (kind == NEGATED || kind == AFFIRMED) {
		kid = make_place(r, 0);
		r->nodes[id].kids[r->nodes[id].nkids++] = kid;
	}
	return id;
}

static int make_chain(struct naive_rule *r)
{
	int id = add(r, rnd(4) == 0 ? LACKS : CHAIN), kid;
	int n = r->nodes[id].kind == LACKS ? 2 : 2 + (int)rnd(2);

	for (int i = 0; i < n; i++) {
		kid = make_place(r, 1);
		r->nodes[id].kids[r->nodes[id].nkids++] = kid;
		if (i > 0) {
			r->nodes[id].step[i - 1] = (int)rnd(3);
			r->nodes[id].distance[i - 1] = 1 + (int)rnd(4);
		}
	}
	return id;
}

static bool is_scope(const struct tree *t)
{
	return t->kind == IN || t->kind == WITHIN;
}

/* Never true without a place, so that E018 does not refuse it. */
static int make_bool(struct naive_rule *r, int depth)
{
	int id, kid;

	if (rnd(12) == 0)
		return add(r, rnd(2) ? LIST : CODE);
	if (depth == 0)
		return rnd(2) ? make_place(r, 1) : make_chain(r);
	if (rnd(3) == 0)
		return make_chain(r);
	id = add(r, rnd(6) == 0 ? (rnd(2) ? IN : WITHIN) : rnd(6) == 0 ? OF : rnd(2) ? AND : OR);
	if (is_scope(&r->nodes[id]))
		r->nodes[id].a = (int)rnd(3);
	for (int i = 0; i < (is_scope(&r->nodes[id]) ? 1 : r->nodes[id].kind == OF ? 3 : 2); i++) {
		kid = make_bool(r, depth - 1);
		if (r->nodes[id].kind == AND && i == 1 && rnd(2)) {
			int not = add(r, NOT);

			r->nodes[not ].kids[r->nodes[not ].nkids++] = kid;
			kid = not ;
		}
		r->nodes[id].kids[r->nodes[id].nkids++] = kid;
	}
	return id;
}

static void print(const struct naive_rule *r, int id, struct buf *out)
{
	static const char *const steps[] = { "near", "before", "after" };
	static const char *const scopes[] = { "sentence", "paragraph", "document" };
	const struct tree *t = &r->nodes[id];
	const char *a = vocabulary[t->a], *b = vocabulary[t->b];

	if (t->kind == IN)
		buf_printf(out, "in %s (", scopes[t->a]);
	else if (t->kind == WITHIN)
		buf_printf(out, "within %d sentences (", t->a + 1);
	else if (t->kind == LIST)
		buf_adds(out, "2 of @m");
	else if (t->kind == CODE)
		buf_adds(out, "<B>");
	else if (t->kind == OF)
		buf_adds(out, "2 of (");
	else if (t->kind == WORD)
		buf_adds(out, a);
	else if (t->kind == PHRASE)
		buf_printf(out, "\"%s %s\"", a, b);
	else if (t->kind == MINUS)
		buf_printf(out, "%s -\"%s %s\"", a, a, b);
	else if (t->kind == NEGATED || t->kind == AFFIRMED || t->kind == NOT)
		buf_adds(out, t->kind == NOT	   ? "not ("
			      : t->kind == NEGATED ? "negated ("
						   : "affirmed (");
	else
		buf_adds(out, "(");
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
