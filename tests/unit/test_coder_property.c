/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The engine against a naive evaluator: random rules over random texts of five
 * words.  The naive one looks at one unit at a time, tries all combinations of
 * places, and shares no code with the engine.
 */
#include "tests/unit/coder_random.h"

#include "corpus/tokens.h"

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

/* The unit's sentences and a + 1 on each side, inside the paragraph, which is the turn. */
static bool holds_within(
	const struct naive_rule *r, const struct tree *t, struct unit u, uint64_t *words)
{
	int first = u.t->w[u.lo].sentence - t->a - 1, last = u.t->w[u.hi - 1].sentence + t->a + 1;
	struct unit wide = u;

	while (wide.lo > 0 && u.t->w[wide.lo - 1].para == u.t->w[u.lo].para &&
		u.t->w[wide.lo - 1].sentence >= first)
		wide.lo--;
	while (wide.hi < u.t->n && u.t->w[wide.hi].para == u.t->w[u.hi - 1].para &&
		u.t->w[wide.hi].sentence <= last)
		wide.hi++;
	return holds(r, t->kids[0], wide, words);
}

/* words @m { merah, "merah kuning", hijau }: two items with two first words. */
static bool holds_list(struct unit u, uint64_t *words)
{
	int items[3] = { 0, 0, 0 }, firsts = 0;
	uint64_t here = 0;

	for (int i = u.lo; i < u.hi; i++) {
		bool phrase = i + 1 < u.hi && phrase_at(u.t, i, 0, 1);

		items[0] |= u.t->w[i].word == 0;
		items[1] |= phrase;
		items[2] |= u.t->w[i].word == 2;
		firsts += u.t->w[i].word == 0 || u.t->w[i].word == 2;
		if (u.t->w[i].word == 0 || u.t->w[i].word == 2)
			mark(&here, (struct run_of){ i, phrase ? i + 1 : i, 0 });
	}
	if (items[0] + items[1] + items[2] < 2 || firsts < 2)
		return false;
	*words |= here;
	return true;
}

/* B is suggested in sentences with two different keywords: the fourth and the second word. */
static bool holds_code(struct unit u, uint64_t *words)
{
	bool some = false;

	for (int lo = 0, hi; lo < u.t->n; lo = hi) {
		bool has[2] = { false, false };
		uint64_t here = 0;

		for (hi = lo; hi < u.t->n && u.t->w[hi].sentence == u.t->w[lo].sentence; hi++) {
			has[0] = has[0] || u.t->w[hi].word == 3;
			has[1] = has[1] || u.t->w[hi].word == 1;
			if (u.t->w[hi].word == 3 || u.t->w[hi].word == 1)
				mark(&here, (struct run_of){ hi, hi, 0 });
		}
		if (!has[0] || !has[1] || hi <= u.lo || lo >= u.hi)
			continue;
		*words |= here;
		some = true;
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
	if (t->kind == WITHIN)
		return holds_within(r, t, u, words);
	if (t->kind == LIST)
		return holds_list(u, words);
	if (t->kind == CODE)
		return holds_code(u, words);
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
	if (strcmp(s->code->key, "A") != 0)
		return RC_OK;
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
	buf_printf(&book,
		"codebook t language id\nwords @m { merah, \"merah kuning\", hijau }\n"
		"code B { threshold 0.7 keywords { biru, kuning } }\n"
		"code A { rule r { unit %s when ",
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
