/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scores, thresholds, `inherit up` and `exclusive` (CODEBOOK 6.9 to 6.13) against a naive
 * evaluator: random codes with random keywords over random texts.
 */
#include <math.h>

#include "tests/unit/coder_naive.h"

#include "coder/explain.h"
#include "corpus/tokens.h"

#define CODES 5
#define KEYWORDS_MAX 4

struct keyword {
	int item[2]; /* patterns; a word, or a phrase of two */
	int weight;  /* hundredths */
	char key[48];
};

struct naive_code {
	int parent; /* -1 none */
	bool up, group, by_para;
	int threshold;
	struct keyword keywords[KEYWORDS_MAX];
	int n;
};

struct hit_words {
	const struct keyword *k;
	uint64_t words;
};

/* What a code has on one unit. */
struct naive_score {
	double score;
	bool suggested;
	int longest; /* words of its longest hit */
};

/* --- codebooks --- */

static bool is_there(const struct naive_code *c, const char *key)
{
	for (int i = 0; i < c->n; i++)
		if (strcmp(c->keywords[i].key, key) == 0)
			return true;
	return false;
}

static void make_keyword(struct naive_code *c)
{
	static const int weights[] = { 10, 30, 33, 50, 50, 60, 80, 100 };
	struct keyword k = { { (int)rnd(PATTERNS - 1), -1 }, weights[rnd(8)], "" };

	if (rnd(3) == 0)
		k.item[1] = (int)rnd(PATTERNS - 1);
	if (k.item[1] < 0)
		snprintf(k.key, sizeof k.key, "%s", patterns[k.item[0]].text);
	else
		snprintf(k.key, sizeof k.key, "\"%s %s\"", patterns[k.item[0]].text,
			patterns[k.item[1]].text);
	if (!is_there(c, k.key))
		c->keywords[c->n++] = k;
}

static void make_codes(struct naive_code *codes)
{
	static const int thresholds[] = { 20, 50, 50, 70, 75, 80 };

	for (int i = 0; i < CODES; i++) {
		struct naive_code *c = &codes[i];

		c->parent = i > 0 && rnd(2) ? (int)rnd((uint32_t)i) : -1;
		c->up = c->parent >= 0 && rnd(2);
		c->group = rnd(3) == 0;
		c->by_para = rnd(4) == 0;
		c->threshold = thresholds[rnd(6)];
		c->n = 0;
		for (int k = 1 + (int)rnd(KEYWORDS_MAX); k > 0; k--)
			make_keyword(c);
	}
}

static void write_code(const struct naive_code *codes, int i, struct buf *out)
{
	const struct naive_code *c = &codes[i];

	buf_printf(out, "code %c { threshold %d.%02d unit %s%s%s\n", 'A' + i, c->threshold / 100,
		c->threshold % 100, c->by_para ? "paragraph" : "sentence",
		c->up ? " inherit up" : "", c->group ? " exclusive g" : "");
	for (int k = 0; k < c->n; k++)
		buf_printf(out, "keywords weight %d.%02d { %s }\n", c->keywords[k].weight / 100,
			c->keywords[k].weight % 100, c->keywords[k].key);
	for (int k = 0; k < CODES; k++)
		if (codes[k].parent == i)
			write_code(codes, k, out);
	buf_adds(out, "}\n");
}

/* --- what is expected --- */

/* By weight, number of words, key. */
static int by_rank(const void *pa, const void *pb)
{
	const struct hit_words *a = pa, *b = pb;
	int words = __builtin_popcountll(b->words) - __builtin_popcountll(a->words);

	if (a->k->weight != b->k->weight)
		return b->k->weight - a->k->weight;
	return words != 0 ? words : strcmp(a->k->key, b->k->key);
}

static struct naive_score score_of(const struct naive_code *c, struct unit u)
{
	struct hit_words hits[KEYWORDS_MAX];
	struct naive_score out = { 0, false, 0 };
	uint64_t used = 0;
	double left = 1;
	int n = 0;

	for (int k = 0; k < c->n; k++) {
		struct found f = { .n = 0 };

		for (int i = u.lo; i < u.hi; i++)
			item_places(u, i, c->keywords[k].item, &f);
		if (f.n == 0)
			continue;
		hits[n] = (struct hit_words){ &c->keywords[k], 0 };
		for (int i = 0; i < f.n; i++)
			mark(&hits[n].words, f.p[i]);
		n++;
	}
	qsort(hits, (size_t)n, sizeof *hits, by_rank);
	for (int i = 0; i < n; i++) {
		int length = __builtin_popcountll(hits[i].words);

		out.longest = length > out.longest ? length : out.longest;
		if ((hits[i].words & ~used) == 0)
			continue;
		used |= hits[i].words;
		left *= 1 - hits[i].k->weight / 100.0;
	}
	out.score = round((1 - left) * 10000) / 10000;
	out.suggested = n > 0 && out.score >= c->threshold / 100.0;
	return out;
}

/* From the last code to the first: children stand behind their parents. */
static void inherit(const struct naive_code *codes, struct naive_score *all)
{
	for (int i = CODES - 1; i > 0; i--) {
		struct naive_score *up;

		if (!codes[i].up || !all[i].suggested)
			continue;
		up = &all[codes[i].parent];
		up->score = fmax(up->score, all[i].score);
		if (all[i].longest > up->longest)
			up->longest = all[i].longest;
		up->suggested = true;
	}
}

static bool beats(const struct naive_score *a, const struct naive_score *b)
{
	return a->longest != b->longest ? a->longest > b->longest : a->score > b->score;
}

static void exclude(const struct naive_code *codes, struct naive_score *all)
{
	int best = -1;

	for (int i = 0; i < CODES; i++) {
		if (!codes[i].group || !all[i].suggested)
			continue;
		if (best >= 0 && !beats(&all[i], &all[best])) {
			all[i].suggested = false;
			continue;
		}
		if (best >= 0)
			all[best].suggested = false;
		best = i;
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

VEC_TYPE(line_list, char *);

static char *join(struct line_list *l)
{
	struct buf out = BUF_INIT;

	if (l->n > 0)
		qsort(l->items, l->n, sizeof *l->items, by_text);
	vec_each (char *, line, l) {
		buf_printf(&out, "%s; ", *line);
		free(*line);
	}
	vec_release(l);
	return buf_detach(&out);
}

static char *naive(const struct naive_code *codes, const struct naive_text *t)
{
	static const struct naive_world world = { 0 };
	struct line_list out = VEC_INIT;

	for (int scope = 0; scope < 2; scope++) {
		struct unit u = { &world, t, 0, 0 };

		while (u.hi < t->n) {
			struct naive_score all[CODES] = { { 0, false, 0 } };

			u = around(u, scope, u.hi);
			for (int i = 0; i < CODES; i++)
				if (codes[i].by_para == (scope == 1))
					all[i] = score_of(&codes[i], u);
			inherit(codes, all);
			exclude(codes, all);
			for (int i = 0; i < CODES; i++)
				if (all[i].suggested)
					vec_push(&out,
						mem_printf("%d-%d %c %.4f", t->w[u.lo].pos,
							t->w[u.hi - 1].pos, 'A' + i, all[i].score));
		}
	}
	return join(&out);
}

/* --- the engine --- */

struct engine_lines {
	const struct document *doc;
	struct line_list out;
};

static char *line_of(
	const struct document *doc, uint32_t start, uint32_t end, const char *code, double score)
{
	return mem_printf("%zu-%zu %s %.4f", tokens_count(doc->text, start),
		tokens_count(doc->text, end) - 1, code, score);
}

/* The same suggestions as explain tells them. */
static char *explained(struct engine *g, const struct document *doc)
{
	struct explanation x;
	struct diags d = DIAGS_INIT;
	struct line_list out = VEC_INIT;

	explain_document(g, doc, NULL, NULL, &x, &d);
	vec_each (struct explain_code, c, &x.codes)
		vec_each (struct explain_unit, u, &c->units)
			if (u->suggested)
				vec_push(&out,
					line_of(doc, u->start, u->end, c->code->key, u->score));
	explain_release(&x);
	diags_release(&d);
	return join(&out);
}

static enum rc note(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct engine_lines *o = arg;

	(void)e;
	vec_push(&o->out, line_of(o->doc, s->start, s->end, s->code->key, s->score));
	return RC_OK;
}

static char *run(const char *book, const char *text, char **told)
{
	struct codebook *cb = coder_book(book);
	struct document *doc = coder_document(text);
	struct engine_lines o = { doc, VEC_INIT };
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note, &o, &d, &e), RC_OK);
	*told = explained(g, doc);
	engine_free(g);
	diags_release(&d);
	document_free(doc);
	codebook_free(cb);
	return join(&o.out);
}

static void compare(uint64_t seed)
{
	struct naive_code codes[CODES];
	struct naive_text t;
	struct buf book = BUF_INIT;
	char *wanted, *result, *told;

	state = seed;
	make_codes(codes);
	make_text(&t, false);
	buf_adds(&book, "codebook t language id\n");
	for (int i = 0; i < CODES; i++)
		if (codes[i].parent < 0)
			write_code(codes, i, &book);
	wanted = naive(codes, &t);
	result = run(book.data, t.text.data, &told);
	ck_assert_msg(strcmp(wanted, result) == 0, "seed %llu\n%s%s\nwanted %s\nfound  %s",
		(unsigned long long)seed, book.data, t.text.data, wanted, result);
	ck_assert_msg(strcmp(wanted, told) == 0, "explain: seed %llu\n%s%s\nwanted %s\nfound  %s",
		(unsigned long long)seed, book.data, t.text.data, wanted, told);
	free(wanted);
	free(result);
	free(told);
	buf_release(&t.text);
	buf_release(&book);
}

START_TEST(scores_equal_a_naive_evaluator)
{
	const char *more = getenv("TEMA_PROPERTY_RUNS");
	uint64_t n = more != NULL ? strtoull(more, NULL, 10) : 2000;

	for (uint64_t seed = 1; seed <= n; seed++)
		compare(seed);
}
END_TEST

UNIT_MAIN("coder property scores", scores_equal_a_naive_evaluator)
