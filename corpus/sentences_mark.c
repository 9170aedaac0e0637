/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/sentences_mark.h"

#include <string.h>

#include "base/utf8.h"

#define LOOK 64

/* First bytes of characters that end sentences: . ! ? and of U+2026, U+061F, U+3002, U+FF01,
 * U+FF1F. */
static const bool first_bytes[256] = {
	['.'] = true,
	['!'] = true,
	['?'] = true,
	[0xe2] = true,
	[0xd8] = true,
	[0xe3] = true,
	[0xef] = true,
};

/* Length of the ending mark at p, 0 = none. */
static size_t mark_at(struct mark *m, const char *p)
{
	uint32_t cp;
	size_t n;

	if (p == m->end || !first_bytes[(unsigned char)*p])
		return 0;
	n = utf8_next(p, m->end, &cp);
	switch (cp) {
	case '.':
		return n;
	case 0x2026:
		m->dots = true;
		return n;
	case 0x3002:
	case 0xff01:
	case 0xff1f:
		m->wide = true; /* fall through */
	case '!':
	case '?':
	case 0x61f:
		m->asks = true;
		return n;
	default:
		return 0;
	}
}

bool mark_is_space(uint32_t cp)
{
	return cp < 0x80 ? cp == ' ' || cp == '\n' || cp == '\t' : utf8_is_space(cp);
}

static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || (cp >= 0x2018 && cp <= 0x201f) || cp == 0xab ||
	       cp == 0xbb || cp == 0x2039 || cp == 0x203a;
}

bool mark_is_closer(uint32_t cp)
{
	return is_quote(cp) || cp == ')' || cp == ']' || cp == '}' || cp == '*' || cp == '_' ||
	       cp == 0xb2 || cp == 0xb3 || cp == 0xb9 || (cp >= 0x2070 && cp <= 0x2079);
}

bool mark_is_opener(uint32_t cp)
{
	return is_quote(cp) || cp == '(' || cp == '[' || cp == '{' || cp == '*' || cp == '_' ||
	       cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x2022 || cp == 0xbf ||
	       cp == 0xa1;
}

uint32_t mark_code_at(const struct mark *m, const char *p)
{
	uint32_t cp;

	if (p >= m->end)
		return 0;
	utf8_next(p, m->end, &cp);
	return cp;
}

uint32_t mark_code_before(const struct mark *m, const char *p)
{
	uint32_t cp;

	if (p <= m->p)
		return 0;
	utf8_prev(m->p, p, &cp);
	return cp;
}

bool mark_is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Behind "[12]" or "<sup>3</sup>" at p, a note glued to the full stop; p if there is none. */
static const char *skip_note(const struct mark *m, const char *p)
{
	bool bracket = p < m->end && *p == '[';
	bool tag = m->end - p > 5 && memcmp(p, "<sup>", 5) == 0;
	const char *q = p + (tag ? 5 : 1);

	if (!bracket && !tag)
		return p;
	while (q < m->end && (mark_is_digit((unsigned char)*q) || *q == ',') && q - p < LOOK)
		q++;
	if (q == p + (tag ? 5 : 1))
		return p;
	if (bracket)
		return q < m->end && *q == ']' ? q + 1 : p;
	return m->end - q >= 6 && memcmp(q, "</sup>", 6) == 0 ? q + 6 : p;
}

/* Behind the digits of a footnote ("keseluruhan.3 Hal ini"): letter, stop, up to 3 digits, space.
 */
static const char *skip_footnote(const struct mark *m, const char *p)
{
	const char *q = p;

	if (!utf8_is_lower(mark_code_before(m, m->at)))
		return p;
	while (q < m->end && mark_is_digit((unsigned char)*q) && q - p < 4)
		q++;
	if (q == p || q - p > 3 || (q < m->end && !mark_is_space(mark_code_at(m, q))))
		return p;
	return q;
}

static const char *skip_closers(struct mark *m, const char *p)
{
	while (p < m->end) {
		uint32_t cp;
		size_t n = utf8_next(p, m->end, &cp);
		const char *note = skip_note(m, p);

		if (note > p) {
			p = note;
			continue;
		}
		if (!mark_is_closer(cp))
			break;
		m->quoted = m->quoted || is_quote(cp);
		p += n;
	}
	return skip_footnote(m, p);
}

const char *mark_skip_spaces(const char *p, const char *end)
{
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (!mark_is_space(cp))
			break;
		p += n;
	}
	return p;
}

const char *mark_skip_openers(const char *p, const char *end)
{
	const char *limit = end - p > LOOK ? p + LOOK : end;
	uint32_t cp;

	while (p < limit) {
		size_t n = utf8_next(p, end, &cp);

		if (!mark_is_opener(cp) && !mark_is_space(cp))
			break;
		p += n;
	}
	return p;
}

const char *mark_search(const char *p, const char *end)
{
	struct mark m = { .end = end };

	for (;; p++) {
		while (p < end && !first_bytes[(unsigned char)*p])
			p++;
		if (p == end || mark_at(&m, p) > 0)
			return p;
	}
}

void mark_init(struct mark *m, const char *p, const char *end, const char *from, const char *at)
{
	size_t n, count = 0;

	*m = (struct mark){ .p = p, .end = end, .from = from, .at = at, .stop = at };
	while ((n = mark_at(m, m->stop)) > 0) {
		m->stop += n;
		count++;
	}
	m->dots = m->dots || (count > 1 && !m->asks);
	m->close = skip_closers(m, m->stop);
	m->next = mark_skip_spaces(m->close, end);
	m->word = mark_skip_openers(m->next, end);
}

/* What stands glued in front of `end`, opening quotes and brackets left out. */
struct word mark_word_before(const struct mark *m, const char *end)
{
	struct word w = { end, end };
	uint32_t cp;

	while (w.start > m->from && w.end - w.start < LOOK) {
		const char *q = utf8_prev(m->from, w.start, &cp);

		if (mark_is_space(cp) || cp == '(' || cp == '[' || cp == '/')
			break;
		w.start = q;
	}
	while (w.start < w.end && mark_is_opener(mark_code_at(m, w.start)))
		w.start += utf8_next(w.start, w.end, &cp);
	return w;
}

/* The word in front of w, without a comma or the like behind it. */
struct word mark_previous(const struct mark *m, struct word w)
{
	const char *end = w.start;

	while (end > m->from && w.start - end < LOOK && (end[-1] == ' ' || end[-1] == '\n'))
		end--;
	return mark_word_before(m, end);
}

struct word mark_word_after(const struct mark *m)
{
	struct word w = { m->word, m->word };
	uint32_t cp;

	while (w.end < m->end && w.end - w.start < LOOK) {
		size_t n = utf8_next(w.end, m->end, &cp);

		if (!utf8_is_letter(cp) && !mark_is_digit(cp) && cp != '-' && cp != '/' &&
			cp != '.')
			break;
		w.end += n;
	}
	return w;
}
