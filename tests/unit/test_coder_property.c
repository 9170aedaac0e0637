/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The engine against a naive evaluator: random rules over random texts of five
 * words.  The naive one looks at one unit at a time, tries all combinations of
 * places, and shares no code with the engine.
 */
#include "tests/unit/coder_help.h"

#include "corpus/tokens.h"

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

enum kind { WORD, PHRASE, MINUS, EITHER, NEGATED, AFFIRMED, CHAIN, LACKS, AND, OR, NOT, IN, OF };

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

/* Never true without a place, so that E018 does not refuse it. */
static int make_bool(struct naive_rule *r, int depth)
{
	int id, kid;

	if (depth == 0)
		return rnd(2) ? make_place(r, 1) : make_chain(r);
	if (rnd(3) == 0)
		return make_chain(r);
	id = add(r, rnd(6) == 0 ? IN : rnd(6) == 0 ? OF : rnd(2) ? AND : OR);
	if (r->nodes[id].kind == IN)
		r->nodes[id].a = (int)rnd(3);
	for (int i = 0; i < (r->nodes[id].kind == IN ? 1 : r->nodes[id].kind == OF ? 3 : 2); i++) {
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

/* --- the naive evaluator --- */

struct run_of { /* a place: words first..last, and its turn */
	int first, last, turn;
};

struct found {
	struct run_of p[WORDS_MAX * 4];
	int n;
};

struct unit {
	const struct naive_text *t;
	int lo, hi;
};

static bool phrase_at(const struct naive_text *t, int i, int a, int b)
{
	return i + 1 < t->n && t->w[i].word == a && t->w[i + 1].word == b && !t->w[i].comma &&
	       t->w[i].sentence == t->w[i + 1].sentence;
}

static bool negated_at(const struct naive_text *t, int first)
{
	for (int k = 1; k <= 3 && first - k >= 0; k++) {
		const struct naive_word *w = &t->w[first - k];

		if (w->sentence != t->w[first].sentence || w->comma)
			return false;
		if (w->word == NEGATION)
			return true;
	}
	return false;
}

static void places(const struct naive_rule *r, int id, struct unit u, struct found *out)
{
	const struct tree *t = &r->nodes[id];
	struct found inner = { .n = 0 };

	for (int i = u.lo; i < u.hi; i++) {
		bool word = u.t->w[i].word == t->a;

		if (t->kind == WORD && word)
			out->p[out->n++] = (struct run_of){ i, i, u.t->w[i].para };
		if (t->kind == PHRASE && i + 1 < u.hi && phrase_at(u.t, i, t->a, t->b))
			out->p[out->n++] = (struct run_of){ i, i + 1, u.t->w[i].para };
		if (t->kind == MINUS && word && !phrase_at(u.t, i, t->a, t->b) &&
			!(t->a == t->b && i > 0 && phrase_at(u.t, i - 1, t->a, t->b)))
			out->p[out->n++] = (struct run_of){ i, i, u.t->w[i].para };
	}
	for (int k = 0; k < t->nkids; k++)
		places(r, t->kids[k], u, &inner);
	for (int i = 0; i < inner.n; i++)
		if (t->kind == EITHER || negated_at(u.t, inner.p[i].first) == (t->kind == NEGATED))
			out->p[out->n++] = inner.p[i];
}

static bool step_fits(const struct tree *t, int step, struct run_of a, struct run_of b)
{
	bool a_first = a.last < b.first, b_first = b.last < a.first;
	int distance = a_first ? b.first - a.last : a.first - b.last;

	if ((!a_first && !b_first) || distance > t->distance[step] || a.turn != b.turn)
		return false;
	return t->step[step] == 0 || (t->step[step] == 1 ? a_first : b_first);
}

static void mark(uint64_t *words, struct run_of p)
{
	for (int i = p.first; i <= p.last; i++)
		*words |= (uint64_t)1 << i;
}

/* All combinations: the words of every solution. */
static bool solutions(const struct tree *t, const struct found *kids, int k, struct run_of *chosen,
	uint64_t *words)
{
	bool some = false;

	if (k == t->nkids) {
		for (int i = 0; i < k; i++)
			mark(words, chosen[i]);
		return true;
	}
	for (int i = 0; i < kids[k].n; i++) {
		chosen[k] = kids[k].p[i];
		if (k == 0 || step_fits(t, k - 1, chosen[k - 1], chosen[k]))
			some = solutions(t, kids, k + 1, chosen, words) || some;
	}
	return some;
}

static bool lacks(const struct tree *t, const struct found *kids, uint64_t *words)
{
	bool some = false;

	for (int i = 0; i < kids[0].n; i++) {
		bool partner = false;

		for (int k = 0; k < kids[1].n; k++)
			partner = partner || step_fits(t, 0, kids[0].p[i], kids[1].p[k]);
		if (!partner) {
			mark(words, kids[0].p[i]);
			some = true;
		}
	}
	return some;
}

static bool chain(const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	struct found kids[SOLUTION_MAX] = { { .n = 0 } };
	struct run_of chosen[SOLUTION_MAX];

	for (int i = 0; i < t->nkids; i++)
		places(r, t->kids[i], u, &kids[i]);
	return t->kind == LACKS ? lacks(t, kids, words) : solutions(t, kids, 0, chosen, words);
}

static bool holds(const struct naive_rule *r, int id, struct unit u, uint64_t *words);

static bool same_scope(const struct naive_text *t, int scope, int i, int k)
{
	return scope == 2 ||
	       (scope == 1 ? t->w[i].para == t->w[k].para : t->w[i].sentence == t->w[k].sentence);
}

/* In the scope around the unit, or in some scope inside it. */
static bool holds_in(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	bool some = false;

	for (int lo = u.lo, hi; lo < u.hi; lo = hi) {
		struct unit scope = { u.t, lo, lo + 1 };
		uint64_t here = 0;

		while (scope.lo > 0 && same_scope(u.t, t->a, scope.lo - 1, lo))
			scope.lo--;
		while (scope.hi < u.t->n && same_scope(u.t, t->a, scope.hi, lo))
			scope.hi++;
		hi = scope.hi;
		if (holds(r, t->kids[0], scope, &here)) {
			*words |= here;
			some = true;
		}
	}
	return some;
}

static bool holds(const struct naive_rule *r, int id, struct unit u, uint64_t *words)
{
	const struct tree *t = &r->nodes[id];
	uint64_t side[3] = { 0, 0, 0 };
	bool yes[3] = { false, false, false };
	struct found here = { .n = 0 };

	if (t->kind == IN)
		return holds_in(r, t, u, words);
	if (t->kind == CHAIN || t->kind == LACKS)
		return chain(r, t, u, words);
	if (t->kind == AND || t->kind == OR || t->kind == NOT || t->kind == OF) {
		for (int i = 0; i < t->nkids; i++)
			yes[i] = holds(r, t->kids[i], u, &side[i]);
		if (t->kind == NOT)
			return !yes[0];
		if (t->kind == AND && !(yes[0] && yes[1]))
			return false;
		if (t->kind == OF && yes[0] + yes[1] + yes[2] < 2)
			return false;
		*words |= side[0] | side[1] | side[2];
		return yes[0] || yes[1];
	}
	places(r, id, u, &here);
	for (int i = 0; i < here.n; i++)
		mark(words, here.p[i]);
	return here.n > 0;
}

static void naive(const struct naive_rule *r, int when, int unless, const struct naive_text *t,
	bool by_para, struct buf *out)
{
	for (int lo = 0, hi; lo < t->n; lo = hi) {
		uint64_t words = 0, ignored = 0;

		for (hi = lo; hi < t->n && (by_para ? t->w[hi].para == t->w[lo].para
						    : t->w[hi].sentence == t->w[lo].sentence);)
			hi++;
		if (!holds(r, when, (struct unit){ t, lo, hi }, &words) ||
			(unless >= 0 && holds(r, unless, (struct unit){ t, lo, hi }, &ignored)))
			continue;
		for (int i = 0; i < t->n; i++) /* words outside the unit are context */
			if (i < lo || i >= hi)
				words &= ~((uint64_t)1 << i);
		if (words == 0)
			continue;
		buf_addc(out, '[');
		for (int i = 0; i < t->n; i++)
			if (words >> i & 1)
				buf_printf(out, " %d", i);
		buf_adds(out, " ]");
	}
}

/* --- the engine --- */

struct engine_output {
	const struct document *doc;
	struct buf out;
};

static enum rc note(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct engine_output *o = arg;

	(void)e;
	buf_addc(&o->out, '[');
	for (size_t i = 0; i < s->hits[0].nspans; i++)
		buf_printf(&o->out, " %zu", tokens_count(o->doc->text, s->hits[0].spans[i].start));
	buf_adds(&o->out, " ]");
	return RC_OK;
}

static void run(const char *book, const struct naive_text *t, struct engine_output *o)
{
	struct codebook *cb = coder_book(book);
	struct document *doc = coder_document(t->text.data);
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	o->doc = doc;
	buf_init(&o->out);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note, o, &d, &e), RC_OK);
	engine_free(g);
	diags_release(&d);
	document_free(doc);
	codebook_free(cb);
}

static void compare(uint64_t seed)
{
	struct naive_rule r = { .n = 0 };
	struct naive_text t;
	struct engine_output o;
	struct buf book = BUF_INIT, wanted = BUF_INIT;
	bool by_para;
	int when, unless;

	state = seed;
	when = make_bool(&r, (int)rnd(3));
	unless = rnd(3) == 0 ? make_bool(&r, (int)rnd(2)) : -1;
	by_para = rnd(2) == 0;
	make_text(&t);
	buf_printf(&book, "codebook t language id\ncode A { rule r { unit %s when ",
		by_para ? "paragraph" : "sentence");
	print(&r, when, &book);
	if (unless >= 0) {
		buf_adds(&book, "\n unless ");
		print(&r, unless, &book);
	}
	buf_adds(&book, " } }\n");
	naive(&r, when, unless, &t, by_para, &wanted);
	run(book.data, &t, &o);
	ck_assert_msg(strcmp(wanted.data, o.out.data) == 0, "seed %llu\n%s%s\nwanted %s\nfound  %s",
		(unsigned long long)seed, book.data, t.text.data, wanted.data, o.out.data);
	buf_release(&t.text);
	buf_release(&book);
	buf_release(&wanted);
	buf_release(&o.out);
}

START_TEST(equals_a_naive_evaluator)
{
	const char *more = getenv("TEMA_PROPERTY_RUNS");
	uint64_t n = more != NULL ? strtoull(more, NULL, 10) : 3000;

	for (uint64_t seed = 1; seed <= n; seed++)
		compare(seed);
}
END_TEST

UNIT_MAIN("coder property", equals_a_naive_evaluator)
