/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One pass, one table look-up a byte: the hot loop of the whole program.
 *
 * ASCII text never leaves the table; a byte above 0x7f is decoded and gets its
 * class from the code point.  A mark inside a word ('-', an apostrophe, '.' or ','
 * between digits) belongs to the word only when a letter or digit follows, so the
 * end of the word is moved only at letters and digits.
 */
#include "corpus/tokens.h"

#include <string.h>

#include "base/utf8.h"

enum letter {
	OTHER,
	LETTER,
	DIGIT,	 /* Nd */
	MARK,	 /* combining: goes on with a word, never begins one */
	NUMBER,	 /* '.' ',': inside digits */
	JOINER,	 /* hyphens and apostrophes */
	SKIPPED, /* soft hyphen, ZWSP, ZWNJ, ZWJ, word joiner */
};

/* clang-format off */
static const uint8_t classes[256] = {
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
	['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
	['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER, ['E'] = LETTER,
	['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER, ['J'] = LETTER,
	['K'] = LETTER, ['L'] = LETTER, ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER,
	['P'] = LETTER, ['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER,
	['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER, ['Y'] = LETTER,
	['Z'] = LETTER,
	['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER, ['e'] = LETTER,
	['f'] = LETTER, ['g'] = LETTER, ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER,
	['k'] = LETTER, ['l'] = LETTER, ['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER,
	['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER, ['y'] = LETTER,
	['z'] = LETTER,
	['.'] = NUMBER, [','] = NUMBER, ['-'] = JOINER, ['\''] = JOINER,
};
/* clang-format on */

static bool is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static enum letter class_of(uint32_t cp)
{
	if (cp < 0x80)
		return classes[cp];
	if (cp == 0x2019 || cp == 0x2bc || cp == 0x2010 || cp == 0x2011)
		return JOINER;
	if (cp == 0xad || (cp >= 0x200b && cp <= 0x200d) || cp == 0x2060)
		return SKIPPED;
	if (utf8_is_letter(cp))
		return LETTER;
	if (utf8_is_digit(cp))
		return DIGIT;
	return utf8_is_mark(cp) ? MARK : OTHER;
}

static inline bool is_word(enum letter c)
{
	return c == LETTER || c == DIGIT || c == MARK;
}

static inline bool is_high(const char *p)
{
	return (unsigned char)*p >= 0x80;
}

/* The class of the character at p < end, and its length. */
static inline enum letter look(const char *p, const char *end, size_t *n, uint32_t *cp)
{
	*n = 1;
	*cp = (unsigned char)*p;
	if (!is_high(p))
		return classes[*cp];
	*n = utf8_next(p, end, cp);
	return class_of(*cp);
}

static const char *skip_marks(const char *p, const char *end, enum letter *c)
{
	while (p < end) {
		uint32_t cp;
		size_t n;

		*c = look(p, end, &n, &cp);
		if (*c != SKIPPED)
			return p;
		p += n;
	}
	*c = OTHER;
	return p;
}

/* p stands behind a hyphen: over the line break, if the hyphen ends the line ("pem-\n  berdayaan").
 */
static const char *over_line(const char *p, const char *end)
{
	const char *start = p;

	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	if (p == end || *p != '\n')
		return start;
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\n'))
		p++;
	return p;
}

static bool digit_before(const char *start, const char *p)
{
	uint32_t cp;

	if (p == start)
		return false;
	utf8_prev(start, p, &cp);
	return class_of(cp) == DIGIT;
}

/* A word [start,p) ends before p < end, which holds no letter or digit.  If the word goes on behind
 * it, where; else NULL. */
static const char *bridge(const char *start, const char *p, const char *end)
{
	const char *word = p, *q;
	uint32_t cp;
	size_t n;
	enum letter c = look(p, end, &n, &cp), next;

	if (c == SKIPPED) {
		p = skip_marks(p, end, &c);
		if (is_word(c))
			return p;
		if (c != OTHER)
			look(p, end, &n, &cp);
	}
	if (c != JOINER && c != NUMBER)
		return NULL;
	q = p + n;
	if (c == JOINER && is_hyphen(cp))
		q = over_line(q, end);
	q = skip_marks(q, end, &next);
	if (c == NUMBER)
		return next == DIGIT && digit_before(start, word) ? q : NULL;
	return is_word(next) ? q : NULL;
}

/* Over letters and digits. */
static inline const char *run(const char *p, const char *end)
{
	for (;;) {
		uint32_t cp;
		size_t n;

		while (p < end && is_word(classes[(unsigned char)*p]))
			p++;
		if (p == end || !is_high(p))
			return p;
		n = utf8_next(p, end, &cp);
		if (!is_word(class_of(cp)))
			return p;
		p += n;
	}
}

/* The first letter or digit. */
static inline const char *first(const char *p, const char *end)
{
	while (p < end) {
		uint32_t cp;
		size_t n = 1;

		enum letter c = look(p, end, &n, &cp);

		if (c == LETTER || c == DIGIT)
			return p;
		p += n;
	}
	return p;
}

bool tokens_next(struct tokens *t, size_t *start, size_t *end)
{
	const char *stop = t->text + t->len;
	const char *p = first(t->text + t->pos, stop);

	*start = (size_t)(p - t->text);
	while (p < stop) {
		const char *q;

		p = run(p, stop);
		if (p == stop || *p == ' ')
			break;
		q = bridge(t->text + *start, p, stop);
		if (q == NULL)
			break;
		p = q;
	}
	*end = t->pos = (size_t)(p - t->text);
	return *end > *start;
}

static enum letter class_at(const char *p, const char *end)
{
	uint32_t cp;
	size_t n;

	return p < end ? look(p, end, &n, &cp) : OTHER;
}

/* Adds a word without what is skipped, its hyphens and apostrophes made plain. */
static void add_plain(const char *p, const char *end, struct buf *out)
{
	while (p < end) {
		uint32_t cp;
		size_t n;
		enum letter c = look(p, end, &n, &cp);
		const char *q = p + n;

		if (c == JOINER && is_hyphen(cp)) {
			const char *next = over_line(q, end);

			if (next == q || class_at(next, end) == DIGIT)
				buf_addc(out, '-');
			q = next;
		} else if (c == JOINER) {
			buf_addc(out, '\'');
		} else if (c != SKIPPED) {
			buf_add(out, p, n);
		}
		p = q;
	}
}

/* Only characters whose matching form is their ASCII lower case? */
static bool is_simple(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (classes[(unsigned char)p[i]] == OTHER)
			return false;
	return true;
}

static void add_lower(const char *p, size_t len, struct buf *out)
{
	char *to;

	buf_add(out, p, len);
	to = out->data + out->len - len;
	for (size_t i = 0; i < len; i++)
		if (to[i] >= 'A' && to[i] <= 'Z')
			to[i] = (char)(to[i] + ('a' - 'A'));
}

void token_form(const char *raw, size_t len, bool fold, struct buf *out)
{
	struct buf plain = BUF_INIT;

	if (!fold) {
		add_plain(raw, raw + len, out);
	} else if (is_simple(raw, len)) {
		add_lower(raw, len, out);
	} else {
		add_plain(raw, raw + len, &plain);
		utf8_fold(plain.data, plain.len, out);
		buf_release(&plain);
	}
}

bool token_part(const char *form, size_t len, size_t *pos, size_t *start, size_t *end)
{
	const char *hyphen;

	if (*pos >= len)
		return false;
	hyphen = memchr(form + *pos, '-', len - *pos);
	*start = *pos;
	*end = hyphen != NULL ? (size_t)(hyphen - form) : len;
	*pos = *end + 1;
	return true;
}

size_t tokens_count(const char *text, size_t len)
{
	struct tokens t = { text, len, 0 };
	size_t start, end, n = 0;

	while (tokens_next(&t, &start, &end))
		n++;
	return n;
}
