/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The engine against a naive evaluator: random rules over random texts of a
 * dozen words, told by several people or by nobody, in codebooks that use
 * another, change the negation, expand.
 */
#include "tests/unit/coder_naive.h"

#include "codebooks/layout.h"
#include "coder/explain.h"
#include "corpus/tokens.h"

enum { BY_SENTENCE, BY_PARAGRAPH, BY_TURN, BY_DOCUMENT, BY_MATCH };
static const char *const units[] = { "sentence", "paragraph", "turn", "document", "match" };

struct test_case {
	struct naive_rule r;
	struct naive_text text, read; /* what is written; what the rule reads of it */
	struct naive_world world;
	int when, unless, unit;
	bool everyone; /* speakers all */
	int before, after;
	bool added, removed; /* triggers: hijau, tidak */
};

/* --- what is expected --- */

/* The span of the unit, grown by whole units of its turn. */
static void expand(const struct test_case *c, struct unit u, int *first, int *last)
{
	struct unit at = u;

	for (int i = 0; i < c->before && at.lo > 0; i++) {
		if (u.t->w[at.lo - 1].turn != u.t->w[u.lo].turn)
			break;
		at.lo = around(u, c->unit, at.lo - 1).lo;
	}
	for (int i = 0; i < c->after && at.hi < u.t->n; i++) {
		if (u.t->w[at.hi].turn != u.t->w[u.lo].turn)
			break;
		at.hi = around(u, c->unit, at.hi).hi;
	}
	*first = c->unit == BY_DOCUMENT ? 0 : u.t->w[at.lo].pos;
	*last = c->unit == BY_DOCUMENT ? c->text.w[c->text.n - 1].pos : u.t->w[at.hi - 1].pos;
}

static bool silenced(const struct test_case *c, struct unit u)
{
	uint64_t ignored = 0;

	return c->unless >= 0 && holds(&c->r, c->unless, u, &ignored);
}

/* Units whose spans have become the same are one suggestion. */
struct stored {
	int first, last;
	uint64_t words; /* by their number in the text that is read */
};

static void write_stored(const struct naive_text *t, const struct stored *s, struct buf *out)
{
	if (s->words == 0)
		return;
	buf_printf(out, "[%d-%d:", s->first, s->last);
	for (int i = 0; i < t->n; i++)
		if (s->words >> i & 1)
			buf_printf(out, " %d", t->w[i].pos);
	buf_adds(out, " ]");
}

static void naive_unit(
	const struct test_case *c, struct unit u, struct stored *before, struct buf *out)
{
	struct stored now = { 0, 0, 0 };

	if (!holds(&c->r, c->when, u, &now.words) || silenced(c, u))
		return;
	for (int i = 0; i < u.t->n; i++) /* words outside the unit are context */
		if (i < u.lo || i >= u.hi)
			now.words &= ~((uint64_t)1 << i);
	if (now.words == 0)
		return;
	expand(c, u, &now.first, &now.last);
	if (now.first == before->first && now.last == before->last) {
		before->words |= now.words;
		return;
	}
	write_stored(u.t, before, out);
	*before = now;
}

/* The nearest partner of p; of two the earlier. */
static bool nearest(
	const struct tree *t, struct run_of p, const struct found *f, struct run_of *out)
{
	int best = 0;

	for (int i = 0; i < f->n; i++) {
		struct run_of q = f->p[i];
		int distance = q.first > p.last ? q.first - p.last : p.first - q.last;

		if (!step_fits(t, 0, p, q) || (best > 0 && distance > best))
			continue;
		if (best == 0 || distance < best || q.first < out->first ||
			(q.first == out->first && q.last < out->last))
			*out = q;
		best = distance;
	}
	return best > 0;
}

/* Each place of the sentence, or each first operand with its nearest partner, as a bit of
 * spans[first]: its last word. */
static void matches(const struct test_case *c, struct unit u, uint64_t *spans)
{
	const struct tree *t = &c->r.nodes[c->when];
	bool pair = t->kind == CHAIN || t->kind == LACKS;
	struct found f = { .n = 0 }, others = { .n = 0 };

	places(&c->r, pair ? t->kids[0] : c->when, u, &f);
	if (pair)
		places(&c->r, t->kids[1], u, &others);
	for (int i = 0; i < f.n; i++) {
		struct run_of p = f.p[i], q = p;

		if (t->kind == CHAIN && !nearest(t, p, &others, &q))
			continue;
		if (t->kind == LACKS && !lonely(t, p, &others))
			continue;
		p.first = q.first < p.first ? q.first : p.first;
		p.last = q.last > p.last ? q.last : p.last;
		spans[p.first] |= (uint64_t)1 << p.last;
	}
}

static void naive_matches(const struct test_case *c, struct unit u, struct buf *out)
{
	uint64_t spans[WORDS_MAX] = { 0 };

	if (silenced(c, u))
		return;
	matches(c, u, spans);
	for (int i = 0; i < u.t->n; i++)
		for (int k = i; k < u.t->n; k++)
			if (spans[i] >> k & 1)
				buf_printf(out, "[%d-%d]", u.t->w[i].pos, u.t->w[k].pos);
}

static void naive(const struct test_case *c, struct buf *out)
{
	struct unit u = { &c->world, &c->read, 0, 0 };
	struct stored last = { -1, -1, 0 };

	while (u.hi < c->read.n) {
		u = around(u, c->unit == BY_MATCH ? BY_SENTENCE : c->unit, u.hi);
		if (c->unit == BY_MATCH)
			naive_matches(c, u, out);
		else
			naive_unit(c, u, &last, out);
	}
	write_stored(u.t, &last, out);
}

/* --- the engine --- */

struct engine_output {
	const struct document *doc;
	bool words;
	bool explained;
	struct buf out;
};

/* The words of all hits: there are two where units became one by `expand`. */
static void note_words(const struct engine_suggestion *s, struct engine_output *o)
{
	bool is_hit[2 * WORDS_MAX] = { false };

	for (size_t h = 0; h < s->nhits; h++)
		for (size_t i = 0; i < s->hits[h].nspans; i++)
			is_hit[tokens_count(o->doc->text, s->hits[h].spans[i].start)] = true;
	buf_addc(&o->out, ':');
	for (int i = 0; i < 2 * WORDS_MAX; i++)
		if (is_hit[i])
			buf_printf(&o->out, " %d", i);
	buf_addc(&o->out, ' ');
}

static enum rc note(const struct engine_suggestion *s, void *arg, struct err *e)
{
	struct engine_output *o = arg;
	const char *text = o->doc->text;

	(void)e;
	if (strcmp(s->code->key, "A") != 0)
		return RC_OK;
	buf_printf(
		&o->out, "[%zu-%zu", tokens_count(text, s->start), tokens_count(text, s->end) - 1);
	if (o->words)
		note_words(s, o);
	buf_addc(&o->out, ']');
	return RC_OK;
}

/* explain says of the rule what the engine did, and its tree says why. */
static bool explains(
	struct engine *g, const struct codebook *cb, const struct document *doc, bool hit)
{
	struct explanation x;
	struct diags d = DIAGS_INIT;
	bool good = false;

	explain_document(g, doc, codebook_code(cb, "A"), NULL, &x, &d);
	vec_each (struct explain_rule, r, &x.rules) {
		bool silenced = r->unless != NULL && r->unless->holds;

		if (strcmp(r->rule->key, "r") != 0)
			continue;
		good = r->hit == hit && (r->degree >= 1) == hit &&
		       (!hit || (r->when->holds && !silenced)) &&
		       (hit || r->when == NULL || !r->when->holds || silenced ||
			       r->when->why != NULL || r->why != NULL);
	}
	explain_release(&x);
	diags_release(&d);
	return good;
}

static void run(struct codebook *cb, struct document *doc, struct engine_output *o)
{
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;
	struct engine *g = NULL;

	o->doc = doc;
	buf_init(&o->out);
	ck_assert_int_eq(engine_new((const struct codebook *const *)&cb, 1, &g, &d, &e), RC_OK);
	ck_assert_int_eq(engine_run(g, doc, note, o, &d, &e), RC_OK);
	o->explained = explains(g, cb, doc, o->out.len > 0);
	engine_free(g);
	diags_release(&d);
	document_free(doc);
	codebook_free(cb);
}

/* fmt leaves every rule what it is, and its own work as it is. */
static void check_layout(const struct buf *book)
{
	struct codebook *before = coder_book(book->data), *after;
	struct buf once = BUF_INIT, twice = BUF_INIT;

	layout_write(before->files.items[0].text, before->files.items[0].len, &once);
	layout_write(once.data, once.len, &twice);
	ck_assert_str_eq(once.data, twice.data);
	after = coder_book(once.data);
	ck_assert_uint_eq(before->codes.n, after->codes.n);
	for (size_t i = 0; i < before->codes.n; i++) {
		const struct code *a = before->codes.items[i], *b = after->codes.items[i];

		ck_assert_uint_eq(a->nrules, b->nrules);
		for (size_t k = 0; k < a->nrules; k++)
			ck_assert_msg(memcmp(a->rules[k]->hash, b->rules[k]->hash, SHA256_LEN) == 0,
				"%s\nlaid out:\n%s", book->data, once.data);
	}
	codebook_free(before);
	codebook_free(after);
	buf_release(&once);
	buf_release(&twice);
}

/* --- cases --- */

/* What the rule reads. */
static void read_text(struct test_case *c)
{
	c->read.n = 0;
	for (int i = 0; i < c->text.n; i++)
		if (c->everyone || !c->text.w[i].asked)
			c->read.w[c->read.n++] = c->text.w[i];
}

static void make_rule(struct test_case *c)
{
	struct naive_rule *r = &c->r;

	r->n = 0;
	r->used = rnd(8) == 0;
	r->p_when = make_bool(r, 1);
	r->p_unless = rnd(3) == 0 ? make_place(r, 1) : -1;
	r->rules = true;
	r->questions = c->unit != BY_DOCUMENT && c->unit != BY_MATCH;
	c->when = c->unit != BY_MATCH ? make_bool(r, (int)rnd(3))
		  : rnd(2)	      ? make_place(r, 1)
				      : make_chain(r, 2);
	c->unless = rnd(3) == 0 ? make_bool(r, (int)rnd(2)) : -1;
}

/* `within` counts from sentences. */
static void without_within(struct naive_rule *r, int unit)
{
	for (int i = 0; i < r->n && unit != BY_SENTENCE && unit != BY_MATCH; i++)
		if (r->nodes[i].kind == WITHIN)
			r->nodes[i].kind = IN;
}

static void make_case(struct test_case *c, uint64_t seed)
{
	state = seed;
	c->unit = rnd(3) == 0 ? BY_SENTENCE : (int)rnd(5);
	make_rule(c);
	without_within(&c->r, c->unit);
	c->everyone = rnd(6) == 0;
	make_text(&c->text, rnd(2) == 0);
	read_text(c);
	c->before = c->unit == BY_MATCH ? 0 : (int)rnd(3);
	c->after = c->unit == BY_MATCH ? 0 : (int)rnd(3);
	c->added = rnd(4) == 0;
	c->removed = rnd(8) == 0;
	c->world = (struct naive_world){ .all = &c->text,
		.triggers = (c->added ? BIT(2) : 0) | (c->removed ? 0 : BIT(TIDAK)),
		.except = rnd(4) == 0,
		.border = rnd(4) == 0,
		.code_unit = (int)rnd(3) };
}

static void write_lists(const struct test_case *c, struct buf *book)
{
	for (int i = 0; i < 2; i++)
		buf_printf(book, "words @%s { %s }\n", lists[i].name, lists[i].items);
	buf_printf(book, "code B { threshold 0.7 unit %s keywords { biru%s } }\n",
		units[c->world.code_unit], c->r.used ? "" : ", kuning");
}

static void write_rule(const struct test_case *c, struct buf *book)
{
	buf_printf(book, "code A { expand before %d after %d\nprivate rule p { unit %s when ",
		c->before, c->after, c->unit == BY_MATCH ? "sentence" : units[c->unit]);
	print(&c->r, c->r.p_when, book);
	if (c->r.p_unless >= 0) {
		buf_adds(book, "\n unless ");
		print(&c->r, c->r.p_unless, book);
	}
	buf_printf(book, " }\nrule r { unit %s speakers %s\n when ", units[c->unit],
		c->everyone ? "all" : "informant");
	print(&c->r, c->when, book);
	if (c->unless >= 0) {
		buf_adds(book, "\n unless ");
		print(&c->r, c->unless, book);
	}
	buf_adds(book, " } }\n");
}

static void write_book(const struct test_case *c, struct buf *book, struct buf *used)
{
	buf_adds(book, "codebook t language id\n");
	buf_adds(used, "codebook u language id\n");
	write_lists(c, c->r.used ? used : book);
	if (c->r.used)
		buf_adds(book, "use \"u.codebook\"\nextend u.B { keywords { kuning } }\n");
	buf_adds(book, c->added ? "negation id add { hijau }\n" : "");
	buf_adds(book, c->removed ? "negation id remove { tidak }\n" : "");
	buf_adds(book, c->world.except ? "negation id except { \"tidak kuning\" }\n" : "");
	buf_adds(book, c->world.border ? "negation id border { kuning }\n" : "");
	write_rule(c, book);
}

static void save(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(b->data, 1, b->len, f), b->len);
	ck_assert_int_eq(fclose(f), 0);
}

/* With the used file beside it. */
static struct codebook *load(const struct buf *book, const struct buf *used)
{
	char *dir = unit_tmpdir(), *first = mem_printf("%s/t.codebook", dir);
	char *second = mem_printf("%s/u.codebook", dir);
	struct codebook *cb = NULL;
	struct diags d = DIAGS_INIT;
	struct err e = ERR_INIT;

	save(first, book);
	save(second, used);
	ck_assert_msg(codebook_load(first, &cb, &d, &e) == RC_OK, "%s\n%s", e.msg, book->data);
	unlink(first);
	unlink(second);
	rmdir(dir);
	free(first);
	free(second);
	free(dir);
	diags_release(&d);
	return cb;
}

static void compare(uint64_t seed)
{
	struct test_case c = { .r = { .n = 0 } };
	struct engine_output o;
	struct buf book = BUF_INIT, used = BUF_INIT, wanted = BUF_INIT;

	make_case(&c, seed);
	write_book(&c, &book, &used);
	naive(&c, &wanted);
	o.words = c.unit != BY_MATCH;
	run(c.r.used ? load(&book, &used) : coder_book(book.data), coder_document(c.text.text.data),
		&o);
	ck_assert_msg(strcmp(wanted.data, o.out.data) == 0, "seed %llu\n%s%s\nwanted %s\nfound  %s",
		(unsigned long long)seed, book.data, c.text.text.data, wanted.data, o.out.data);
	if (!c.r.used)
		check_layout(&book);
	ck_assert_msg(o.explained, "explain: seed %llu\n%s%s\nfound  %s", (unsigned long long)seed,
		book.data, c.text.text.data, o.out.data);
	buf_release(&c.text.text);
	buf_release(&book);
	buf_release(&used);
	buf_release(&wanted);
	buf_release(&o.out);
}

START_TEST(equals_a_naive_evaluator)
{
	const char *more = getenv("TEMA_PROPERTY_RUNS"), *from = getenv("TEMA_PROPERTY_FROM");
	uint64_t n = more != NULL ? strtoull(more, NULL, 10) : 3000;
	uint64_t seed = from != NULL ? strtoull(from, NULL, 10) : 1;

	for (uint64_t end = seed + n; seed < end; seed++)
		compare(seed);
}
END_TEST

UNIT_MAIN("coder property", equals_a_naive_evaluator)
