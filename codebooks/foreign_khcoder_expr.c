/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions of KH Coder: atoms joined by and or not & | ! &! |! ( ), with
 * comparisons.  `and` binds before `or`.
 */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/foreign_khcoder.h"

struct reader {
	struct kh_code *k;
	const char *at, *end;
	const char *word; /* the word to be looked at */
	size_t len;	  /* 0: the end */
	unsigned deep;
	bool failed;
};

static bool is(const struct reader *r, const char *word)
{
	return r->len == strlen(word) && memcmp(r->word, word, r->len) == 0;
}

/* Where the atom that begins at s ends: its quotes and the brackets glued to it belong to it. */
static const char *atom_end(const char *s, const char *end)
{
	unsigned open = 0;
	char quote = '\0';
	const char *start = s;

	while (s < end) {
		uint32_t cp;
		size_t n = utf8_next(s, end, &cp);

		if (quote != '\0')
			quote = *s == quote ? '\0' : quote;
		else if ((*s == '\'' || *s == '"') && s == start)
			quote = *s;
		else if (*s == '(')
			open++;
		else if (*s == ')' && open-- == 0)
			break;
		else if (utf8_is_space(cp) && open == 0)
			break;
		s += n;
	}
	return s;
}

static void next(struct reader *r)
{
	uint32_t cp;

	while (r->at < r->end) {
		size_t n = utf8_next(r->at, r->end, &cp);

		if (!utf8_is_space(cp))
			break;
		r->at += n;
	}
	r->word = r->at;
	if (r->at < r->end && (*r->at == '(' || *r->at == ')'))
		r->at++;
	else if (r->at < r->end && *r->at == '!' && r->at + 1 < r->end && r->at[1] != '=')
		r->at++;
	else
		r->at = atom_end(r->at, r->end);
	r->len = (size_t)(r->at - r->word);
}

static void join(struct reader *r, struct kh_node *n, const struct kh_node *kid)
{
	const struct kh_node **kids;

	if (kid == NULL)
		return;
	if ((n->n & (n->n + 1)) == 0) { /* 0, 1, 3, 7 ...: room for as many again and one more */
		kids = arena_calloc(&r->k->f->arena, 2 * n->n + 1, sizeof *kids);
		if (n->n > 0)
			memcpy(kids, n->kids, n->n * sizeof *kids);
		n->kids = kids;
	}
	n->kids[n->n++] = kid;
}

static const struct kh_node *negate(struct reader *r, const struct kh_node *kid)
{
	struct kh_node *n = kh_new(r->k, KH_NOT, NULL);

	join(r, n, kid);
	return kid != NULL ? n : NULL;
}

static bool is_operator(const struct reader *r)
{
	static const char *const words[] = { "and", "or", "not", "&", "|", "!", "&!", "|!", "(",
		")", ">", ">=", "<", "<=", "==", "=", "!=", "+", "-", "*", "/" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is(r, words[i]))
			return true;
	return false;
}

static bool is_comparison(const struct reader *r)
{
	static const char *const words[] = { ">", ">=", "<", "<=", "==", "=", "!=" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is(r, words[i]))
			return true;
	return false;
}

static const struct kh_node *fail(struct reader *r)
{
	if (!r->failed)
		foreign_remark(r->k->f, DIAG_WARNING, r->k->line, SAY(F003_UNREADABLE),
			r->k->f->codes.items[r->k->code].name, (int)utf8_cut(r->word, r->len, 40),
			r->word);
	r->failed = true;
	return NULL;
}

static const struct kh_node *read_or(struct reader *r);

/* ATOM, or ATOM with a comparison; sums are carried along as one piece that has no counterpart. */
static const struct kh_node *read_atom(struct reader *r)
{
	const char *atom = r->word, *op, *start = r->word;
	size_t len = r->len, oplen;
	bool sum = false;

	if (r->len == 0 || is_operator(r))
		return fail(r);
	next(r);
	while (is(r, "+") || is(r, "-") || is(r, "*") || is(r, "/")) {
		sum = true;
		next(r);
		if (r->len == 0 || is_operator(r))
			return fail(r);
		next(r);
	}
	if (!is_comparison(r))
		return sum ? kh_new(r->k, KH_LOST,
				     arena_dup(&r->k->f->arena, start, (size_t)(r->word - start)))
			   : kh_atom(r->k, atom, len);
	op = r->word;
	oplen = r->len;
	next(r);
	if (r->len == 0 || is_operator(r))
		return fail(r);
	atom = start;
	if (sum)
		len = (size_t)(op - start);
	start = r->word;
	oplen = sum ? 0 : oplen;
	len = sum ? (size_t)(r->at - atom) : len;
	next(r);
	return kh_compare(r->k, atom, len, op, oplen, start, (size_t)strcspn(start, " \t)"));
}

static const struct kh_node *read_one(struct reader *r)
{
	const struct kh_node *n;

	if (is(r, "not") || is(r, "!")) {
		next(r);
		if (++r->deep > KH_DEEP)
			return fail(r);
		n = read_one(r);
		r->deep--;
		return negate(r, n);
	}
	if (!is(r, "("))
		return read_atom(r);
	next(r);
	if (++r->deep > KH_DEEP)
		return fail(r);
	n = read_or(r);
	r->deep--;
	if (n == NULL || !is(r, ")"))
		return fail(r);
	next(r);
	return n;
}

static const struct kh_node *read_and(struct reader *r)
{
	const struct kh_node *first = read_one(r);
	struct kh_node *all = NULL;

	while (first != NULL && !r->failed && (is(r, "and") || is(r, "&") || is(r, "&!"))) {
		bool not = is(r, "&!");
		const struct kh_node *more;

		next(r);
		more = read_one(r);
		if (all == NULL) {
			all = kh_new(r->k, KH_AND, NULL);
			join(r, all, first);
		}
		join(r, all, not ? negate(r, more) : more);
	}
	return r->failed ? NULL : all != NULL ? all : first;
}

static const struct kh_node *read_or(struct reader *r)
{
	const struct kh_node *first = read_and(r);
	struct kh_node *any = NULL;

	while (first != NULL && !r->failed && (is(r, "or") || is(r, "|") || is(r, "|!"))) {
		bool not = is(r, "|!");
		const struct kh_node *more;

		next(r);
		more = read_and(r);
		if (any == NULL) {
			any = kh_new(r->k, KH_OR, NULL);
			join(r, any, first);
		}
		join(r, any, not ? negate(r, more) : more);
	}
	return r->failed ? NULL : any != NULL ? any : first;
}

const struct kh_node *kh_parse(struct kh_code *k)
{
	struct reader r = { .k = k, .at = k->text, .end = k->text + k->len };
	const struct kh_node *tree;

	next(&r);
	tree = read_or(&r);
	if (tree != NULL && r.len > 0)
		return fail(&r);
	return tree;
}
