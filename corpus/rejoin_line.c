/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rejoin_line.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/kinds.h"
#include "corpus/turns_label.h"
#include "corpus/turns_words.h"
#include "corpus/wordlist.h"

#define GAP 3	      /* blanks that part columns */
#define PAGE_LINE 30  /* bytes of a line that holds nothing but a page number */
#define NAME_WIDTH 40 /* characters of a name alone on its line */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

bool rejoin_line_next(struct rejoin_cursor *c)
{
	bool page = false;

	for (c->blanks = 0; c->pos < c->end; c->blanks++) {
		const char *nl = memchr(c->pos, '\n', (size_t)(c->end - c->pos));
		struct rejoin_line l = { .p = c->pos,
			.raw = c->pos,
			.end = nl != NULL ? nl : c->end,
			.indented = is_blank(*c->pos) };

		c->pos = nl != NULL ? nl + 1 : c->end;
		for (; l.p < l.end && is_blank(*l.p); l.p++)
			page = page || *l.p == '\f';
		if (l.p == l.end)
			continue;
		while (is_blank(l.end[-1]))
			l.end--;
		l.width = utf8_count(l.p, (size_t)(l.end - l.p));
		l.page = page;
		c->line = l;
		return true;
	}
	return false;
}

bool rejoin_line_finished(const struct rejoin_line *l)
{
	const char *p = l->end;
	uint32_t cp = 0;

	for (int i = 0; i < 3 && p > l->p; i++) {
		p = utf8_prev(l->p, p, &cp);
		if (cp != '"' && cp != ')' && cp != 0x201d && cp != 0x2019)
			break;
	}
	return cp == '.' || cp == '?' || cp == '!' || cp == ':' || cp == 0x2026;
}

bool rejoin_line_starts_small(const struct rejoin_line *l)
{
	uint32_t cp;

	utf8_next(l->p, l->end, &cp);
	return utf8_is_lower(cp);
}

size_t rejoin_line_first_word(const struct rejoin_line *l)
{
	const char *p = l->p;

	while (p < l->end && !is_blank(*p))
		p++;
	return utf8_count(l->p, (size_t)(p - l->p));
}

bool rejoin_line_is_item(const struct rejoin_line *l, bool finished)
{
	const char *p = l->p;
	uint32_t cp;
	size_t n = utf8_next(p, l->end, &cp);

	if (cp == '-' || cp == '*' || cp == 0x2022 || cp == 0x2013 || cp == 0x2014)
		return p + n < l->end && p[n] == ' ';
	while (p < l->end && p - l->p < 3 && *p >= '0' && *p <= '9')
		p++;
	if (p == l->p && *p >= 'a' && *p <= 'z')
		p++;
	return finished && p > l->p && l->end - p > 1 && (*p == '.' || *p == ')') && p[1] == ' ';
}

/* Behind the next wide gap, NULL = none.  Every GAP-th byte is enough to meet them all. */
static const char *behind_gap(const char *p, const char *end)
{
	while (end - p >= GAP) {
		const char *from = p + GAP - 1, *to = from;

		while (from > p && *from == ' ' && from[-1] == ' ')
			from--;
		while (to < end && *to == ' ')
			to++;
		if (to - from >= GAP)
			return to;
		p = to + 1;
	}
	return NULL;
}

/* Two wide gaps at least: columns put side by side with blanks. */
static bool has_columns(const struct rejoin_line *l)
{
	const char *p = behind_gap(l->p, l->end);

	return p != NULL && behind_gap(p, l->end) != NULL;
}

bool rejoin_line_is_apart(const struct rejoin_line *l)
{
	return kinds_of_line(l->p, (size_t)(l->end - l->p)) != PARA_BODY || has_columns(l) ||
	       rejoin_line_is_rule(l);
}

bool rejoin_line_is_label(const struct rejoin_line *l)
{
	struct label_seen seen;

	if (!label_parse(l->p, (size_t)(l->end - l->p), &seen))
		return false;
	if (seen.form == LABEL_DASH)
		return turns_role_word(l->p + seen.name, seen.name_end - seen.name) != NULL;
	if (seen.form == LABEL_MARK) /* a line may begin with "M. Natsir" */
		return l->p[seen.name_end] != '.';
	return seen.form != LABEL_ALONE;
}

bool rejoin_line_is_label_alone(const struct rejoin_line *l)
{
	struct label_seen seen;
	size_t len = (size_t)(l->end - l->p);

	return l->width <= NAME_WIDTH && label_parse(l->p, len, &seen) &&
	       (seen.form == LABEL_ALONE || seen.text >= len);
}

bool rejoin_line_is_rule(const struct rejoin_line *l)
{
	if (l->end - l->p < 3 || strchr("-_*=`~", *l->p) == NULL)
		return false;
	for (const char *p = l->p; p < l->end; p++)
		if (*p != *l->p && *p != ' ')
			return false;
	return true;
}

bool rejoin_line_is_footnote(const struct rejoin_line *l)
{
	return kinds_of_line(l->p, (size_t)(l->end - l->p)) == PARA_FOOTNOTE;
}

/* ---- page numbers ---- */

static const char *const page_words[] = { "hal", "hal.", "halaman", "hlm.", "page" };

static const char *skip_blanks(const char *p, const char *end)
{
	while (p < end && is_blank(*p))
		p++;
	return p;
}

static const char *number_at(const char *p, const char *end, unsigned *n)
{
	const char *start = p;

	for (*n = 0; p < end && p - start < 4 && *p >= '0' && *p <= '9'; p++)
		*n = 10 * *n + (unsigned)(*p - '0');
	return p;
}

/* " of 10", "/10", " dari 10" */
static const char *skip_total(const char *p, const char *end)
{
	static const char *const words[] = { "of ", "dari ", "/" };
	const char *q = skip_blanks(p, end);
	unsigned total;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if ((size_t)(end - q) > n && memcmp(q, words[i], n) == 0)
			return number_at(skip_blanks(q + n, end), end, &total);
	}
	return p;
}

unsigned rejoin_line_page_number(const struct rejoin_line *l)
{
	const char *p = l->p, *end = l->end, *word = p;
	unsigned n;

	if (end - p > PAGE_LINE)
		return 0;
	if (*p == '-' && end - p > 2 && end[-1] == '-') {
		p = word = skip_blanks(p + 1, end - 1);
		end--;
	}
	while (p < end && !is_blank(*p))
		p++;
	if (p < end && wordlist_find(WORDLIST(page_words), word, (size_t)(p - word)) >= 0)
		word = skip_blanks(p, end);
	p = number_at(word, end, &n);
	if (p == word)
		return 0;
	return skip_blanks(skip_total(p, end), end) == end ? n : 0;
}
