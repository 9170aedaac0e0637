/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Atoms of KH Coder's conditions: words, phrases, near() and seq(), codes, variables, counts. */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/foreign_khcoder.h"
#include "codebooks/foreign_term.h"

#define NEAR_DEFAULT 10
#define DISTANCE_MAX 999
#define COUNT_MAX 9

struct kh_node *kh_new(struct kh_code *k, enum kh_kind kind, const char *text)
{
	struct kh_node *n = arena_alloc(&k->f->arena, sizeof *n);

	n->kind = kind;
	n->text = text;
	return n;
}

static const struct kh_node *lost(struct kh_code *k, const char *s, size_t len)
{
	return kh_new(k, KH_LOST, arena_dup(&k->f->arena, s, len));
}

static const struct kh_node *kept(struct kh_code *k, enum kh_kind kind, struct buf *b)
{
	const struct kh_node *n = kh_new(k, kind, arena_strdup(&k->f->arena, b->data));

	buf_release(b);
	return n;
}

/* "word->form", "word-->part of speech": the word. */
static size_t without_form(struct kh_code *k, const char *s, size_t len)
{
	for (size_t i = 1; i + 1 < len; i++) {
		if (s[i] != '-' ||
			(s[i + 1] != '>' && (i + 2 >= len || memcmp(s + i, "-->", 3) != 0)))
			continue;
		foreign_remark(
			k->f, DIAG_WARNING, k->line, SAY(F003_FORM), (int)utf8_cut(s, len, 60), s);
		return i;
	}
	return len;
}

/* A word, or words joined by '+', as a pattern of ours. */
static bool words_source(struct kh_code *k, const char *s, size_t len, struct buf *out)
{
	struct buf words = BUF_INIT;
	bool unspaced = term_is_unspaced(s, len), good;

	len = without_form(k, s, len);
	for (size_t i = 0; i < len; i++) {
		if (s[i] != '+' || i == 0 || i + 1 == len)
			buf_addc(&words, s[i]);
		else if (!unspaced)
			buf_addc(&words, ' ');
	}
	good = term_source(words.data, words.len, out) != TERM_NONE;
	buf_release(&words);
	return good;
}

static const struct kh_node *place(struct kh_code *k, const char *s, size_t len)
{
	struct buf source = BUF_INIT;

	if (words_source(k, s, len, &source))
		return kept(k, KH_PLACE, &source);
	buf_release(&source);
	return lost(k, s, len);
}

/* --- near(a-b)[n] -------------------------------------------------------------------------------
 */

struct chain {
	const char *whole;
	size_t len;
	const char *words, *words_end;
	bool ordered, paragraph;
	unsigned distance;
};

/* "[b8]", "[d]", "[8]" behind the bracket. */
static bool read_distance(struct chain *c, const char *s, const char *end)
{
	unsigned n = 0;

	c->distance = NEAR_DEFAULT;
	if (s == end)
		return true;
	if (*s++ != '[' || end[-1] != ']')
		return false;
	for (end--; s < end && (*s == 'b' || *s == 'd'); s++)
		c->paragraph = c->paragraph || *s == 'd';
	if (s == end)
		return true;
	for (; s < end && *s >= '0' && *s <= '9' && n < DISTANCE_MAX; s++)
		n = 10 * n + (unsigned)(*s - '0');
	c->distance = n > DISTANCE_MAX ? DISTANCE_MAX : n;
	return s == end && n > 0;
}

static bool read_chain(struct chain *c, const char *s, size_t len)
{
	static const struct {
		const char *word;
		bool ordered;
	} kinds[] = { { "near(", false }, { "seq(", true } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t n = strlen(kinds[i].word);
		const char *close;

		if (len <= n || memcmp(s, kinds[i].word, n) != 0)
			continue;
		close = memchr(s, ')', len);
		*c = (struct chain){ .whole = s, .len = len, .ordered = kinds[i].ordered };
		c->words = s + n;
		c->words_end = close;
		return close != NULL && read_distance(c, close + 1, s + len);
	}
	return false;
}

/* Words of a script without spaces are no words here: distances cannot be counted. */
static void add_step(const struct chain *c, bool unspaced, struct buf *out)
{
	if (out->len == 0)
		return;
	if (unspaced)
		buf_adds(out, " and ");
	else
		buf_printf(out, " %s %u ", c->ordered ? "before" : "near", c->distance);
}

static const struct kh_node *chain(struct kh_code *k, const struct chain *c)
{
	bool unspaced = term_is_unspaced(c->words, (size_t)(c->words_end - c->words));
	struct buf out = BUF_INIT, whole = BUF_INIT;
	const char *s = c->words;
	unsigned n = 0;

	while (s < c->words_end) {
		const char *dash = memchr(s, '-', (size_t)(c->words_end - s));
		const char *end = dash != NULL ? dash : c->words_end;
		struct buf one = BUF_INIT;
		bool good = words_source(k, s, (size_t)(end - s), &one);

		if (good) {
			add_step(c, unspaced, &out);
			buf_adds(&out, one.data);
		}
		buf_release(&one);
		n++;
		if (!good)
			break;
		s = end + (dash != NULL);
	}
	if (s < c->words_end || n < 2) {
		buf_release(&out);
		return lost(k, c->whole, c->len);
	}
	if (unspaced)
		foreign_remark(k->f, DIAG_WARNING, k->line, SAY(F003_NO_SPACES),
			(int)utf8_cut(c->whole, c->len, 60), c->whole);
	buf_printf(&whole, "%s(%s)", c->paragraph ? "in paragraph " : "", out.data);
	buf_release(&out);
	return kept(k, KH_TRUTH, &whole);
}

/* --- <*code>, <>variable-->value ----------------------------------------------------------------
 */

static const struct kh_node *code_ref(struct kh_code *k, const char *s, size_t len)
{
	const char *name = s + 1;
	size_t n = len - 2;
	struct buf ref = BUF_INIT;
	uint32_t number, code;

	if (*name == '*') {
		name++;
		n--;
	} else if (n > 3 && memcmp(name, "\xef\xbc\x8a", 3) == 0) {
		name += 3;
		n -= 3;
	}
	foreign_trim(&name, &n);
	number = intern_find(k->names, name, n);
	code = number != INTERN_NONE ? k->previous[number] : k->code;
	/* Only those before: no code can then depend on itself. */
	if (code == k->code ||
		(k->f->codes.items[code].items.n == 0 && k->f->codes.items[code].rules.n == 0))
		return lost(k, s, len);
	buf_printf(&ref, "<%s>", k->f->codes.items[code].key);
	return kept(k, KH_PLACE, &ref);
}

static const struct kh_node *variable(struct kh_code *k, const char *s, size_t len)
{
	const char *name = s + 2, *end = s + len, *arrow = name;
	struct buf cond = BUF_INIT;

	while (arrow + 3 <= end && memcmp(arrow, "-->", 3) != 0)
		arrow++;
	if (arrow + 3 >= end || arrow == name)
		return lost(k, s, len);
	buf_adds(&cond, "document.");
	foreign_quote(arena_dup(&k->f->arena, name, (size_t)(arrow - name)), &cond);
	buf_adds(&cond, " = ");
	foreign_quote(arena_dup(&k->f->arena, arrow + 3, (size_t)(end - arrow) - 3), &cond);
	return kept(k, KH_VALUE, &cond);
}

/* --- atoms --------------------------------------------------------------------------------------
 */

static bool is_number_of(const char *s, size_t len)
{
	static const char *const words[] = { "lw", "lc", "No." };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (len == strlen(words[i]) && memcmp(s, words[i], len) == 0)
			return true;
	return false;
}

const struct kh_node *kh_atom(struct kh_code *k, const char *s, size_t len)
{
	struct chain c;

	if (len > 2 && (*s == '\'' || *s == '"') && s[len - 1] == *s)
		return place(k, s + 1, len - 2);
	if (len > 3 && *s == '<' && s[1] == '>')
		return variable(k, s, len);
	if (len > 2 && *s == '<' && s[len - 1] == '>')
		return code_ref(k, s, len);
	if (is_number_of(s, len))
		return lost(k, s, len);
	if (read_chain(&c, s, len))
		return chain(k, &c);
	return strpbrk(arena_dup(&k->f->arena, s, len), "()[]<") != NULL ? lost(k, s, len)
									 : place(k, s, len);
}

/* COUNT places of the pattern, one behind the other. */
static void repeat(const char *s, size_t len, const char *source, unsigned count, struct buf *out)
{
	if (count == 1) {
		buf_adds(out, source);
	} else if (term_is_unspaced(s, len)) {
		buf_addc(out, '/');
		term_regex(s, len, out);
		buf_printf(out, "(?:.*?");
		term_regex(s, len, out);
		buf_printf(out, "){%u}/", count - 1);
	} else {
		buf_addc(out, '(');
		for (unsigned i = 0; i < count; i++)
			buf_printf(out, "%s%s", i > 0 ? " before 999 " : "", source);
		buf_addc(out, ')');
	}
}

static bool op_is(const char *op, size_t len, const char *what)
{
	return len == strlen(what) && memcmp(op, what, len) == 0;
}

const struct kh_node *kh_compare(struct kh_code *k, const char *atom, size_t len, const char *op,
	size_t oplen, const char *number, size_t nlen)
{
	const char *all = atom;
	size_t whole = (size_t)(number + nlen - atom);
	bool equal = op_is(op, oplen, "==") || op_is(op, oplen, "=");
	bool quoted = len > 2 && (*atom == '\'' || *atom == '"') && atom[len - 1] == *atom;
	unsigned count = nlen == 1 && *number >= '0' && *number <= '9' ? (unsigned)(*number - '0')
								       : COUNT_MAX + 1;
	struct buf source = BUF_INIT, out = BUF_INIT;

	atom += quoted;
	len -= quoted ? 2 : 0;
	count += op_is(op, oplen, ">");
	if ((!equal && !op_is(op, oplen, ">=") && !op_is(op, oplen, ">")) || count == 0 ||
		count + equal > COUNT_MAX || is_number_of(atom, len) || *atom == '<' ||
		memchr(atom, '(', len) != NULL || memchr(atom, '+', len) != NULL ||
		!words_source(k, atom, len, &source)) {
		buf_release(&source);
		return lost(k, all, whole);
	}
	if (equal)
		buf_addc(&out, '(');
	repeat(atom, len, source.data, count, &out);
	if (equal) {
		buf_adds(&out, " and not ");
		repeat(atom, len, source.data, count + 1, &out);
	}
	if (equal)
		buf_addc(&out, ')');
	buf_release(&source);
	return kept(k, count == 1 && !equal ? KH_PLACE : KH_TRUTH, &out);
}
