/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text is read once for marks that can end a sentence; around each the
 * nearest words are looked at, never more than a few bytes (sentences_mark.h),
 * so time grows with the length only.
 */
#include "corpus/sentences.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/abbreviations.h"
#include "corpus/sentences_mark.h"

#define LIST_LOOK 200 /* bytes between two numbers of a list within a sentence */

static size_t length(struct word w)
{
	return (size_t)(w.end - w.start);
}

static bool is_starter(const struct mark *m)
{
	struct word w = mark_word_after(m);

	if (length(w) == 1 && *w.start == 'I' && m->end - w.end >= 2 && *w.end == ' ')
		return utf8_is_lower(mark_code_at(m, w.end + 1)); /* "I am" */
	if (w.end > w.start && w.end[-1] == '.')
		w.end--;
	return abbreviations_is_starter(w.start, length(w));
}

static bool has_digit(struct word w)
{
	for (; w.start < w.end; w.start++)
		if (mark_is_digit((unsigned char)*w.start))
			return true;
	return false;
}

static bool is_roman(struct word w)
{
	if (w.start == w.end)
		return false;
	for (; w.start < w.end; w.start++)
		if (strchr("IVXLC", *w.start) == NULL || *w.start == '\0')
			return false;
	return true;
}

static bool is_number(struct word w)
{
	bool digit = false;

	for (; w.start < w.end; w.start++) {
		if (mark_is_digit((unsigned char)*w.start))
			digit = true;
		else if (*w.start != '.' && *w.start != ',')
			return false;
	}
	return digit;
}

static bool is_letter_word(struct word w)
{
	uint32_t cp;

	return w.start < w.end && utf8_next(w.start, w.end, &cp) == length(w) && utf8_is_letter(cp);
}

/* "K.H", "S.Sos", "a.n": letters parted by stops, the first part at most two letters long. */
static bool is_dotted(struct word w)
{
	const char *dot = memchr(w.start, '.', length(w));
	uint32_t cp;

	if (dot == NULL || dot == w.start || dot - w.start > 2 || w.end[-1] == '.')
		return false;
	for (const char *p = w.start; p < w.end;) {
		p += utf8_next(p, w.end, &cp);
		if (cp != '.' && !utf8_is_letter(cp))
			return false;
	}
	return true;
}

/* "Bab II.", "Tabel 2." at the start of a sentence: a title follows. */
static bool is_title_number(const struct mark *m, struct word w)
{
	struct word before = mark_previous(m, w);

	return before.start <= mark_skip_openers(m->from, m->end) &&
	       abbreviations_takes_title(before.start, length(before));
}

/* "1", "a", "I": the first of a list behind a colon. */
static bool begins_list(struct word w)
{
	return length(w) == 1 && strchr("1aAiI", *w.start) != NULL;
}

/* "1. KTP dan 2. KK": the number before it stands not far away in the same sentence. */
static bool continues_list(const struct mark *m, struct word w)
{
	const char *p = w.start - m->from > 4 ? w.start - 4 : m->from;
	int n = 0;

	for (const char *d = w.start; d < w.end; d++) {
		if (!mark_is_digit((unsigned char)*d) || length(w) > 2)
			return false;
		n = 10 * n + (*d - '0');
	}
	for (; n > 1 && p > m->from && w.start - p < LIST_LOOK; p--) {
		char before[] = { (char)('0' + (n - 1) / 10), (char)('0' + (n - 1) % 10) };
		bool two = n > 10;
		const char *q = p + 1 + two;

		if (p[-1] != ' ' || memcmp(p, before + !two, 1 + two) != 0)
			continue;
		if ((*q == '.' || *q == ')') && q[1] == ' ')
			return true;
	}
	return false;
}

/* "1.", "a.", "IV." at the start of a sentence or behind a colon number a list; none ends a
 * sentence. */
static bool is_list_number(const struct mark *m, struct word w)
{
	const char *line = w.start;
	bool digits = is_number(w) && length(w) <= 5;

	if (!digits && !is_letter_word(w) && !(is_roman(w) && length(w) <= 5))
		return false;
	while (line > m->from && (line[-1] == ' ' || line[-1] == '\t' || line[-1] == '('))
		line--;
	if (line == m->from || line[-1] == ';' || (line[-1] == ':' && begins_list(w)))
		return true;
	if (digits && continues_list(m, w))
		return true;
	return (line[-1] == '\n' && length(w) <= 2) || is_title_number(m, w);
}

/* "kelas A", "golongan darahnya O". */
static bool takes_letter(struct word w)
{
	if (length(w) > 5 && memcmp(w.end - 3, "nya", 3) == 0)
		w.end -= 3;
	return abbreviations_takes_letter(w.start, length(w));
}

/* Is the stop behind a single letter that of an initial ("A. Rahman")? */
static bool is_initial(const struct mark *m, struct word w)
{
	struct word before = mark_previous(m, w);

	if (is_starter(m) || takes_letter(before) || mark_code_before(m, w.start) == '/')
		return false;
	if (before.end > before.start && before.end[-1] == '.' &&
		abbreviations_find(before.start, length(before) - 1) == ABBREVIATION_NUMBER)
		return false;
	return *w.start != 'I' || !utf8_is_lower(mark_code_at(m, before.start));
}

static bool is_vowel(char c)
{
	return c != '\0' && strchr("aeiouAEIOU", c) != NULL;
}

/* "ya", "ga", "oh", "ok". */
static bool is_short_word(struct word w)
{
	if (is_vowel(w.start[0]))
		return w.start[1] == 'h' || w.start[1] == 'k';
	return is_vowel(w.start[1]);
}

/* A whole word rather than a shortened one: letters, three at least, a vowel among them. */
static bool is_spoken_word(struct word w)
{
	size_t letters = 0;
	bool vowel = false;
	uint32_t cp;

	if (length(w) == 2)
		return is_short_word(w);
	for (const char *p = w.start; p < w.end; letters++) {
		vowel = vowel || is_vowel(*p) || *p == 'y' || (unsigned char)*p >= 0x80;
		p += utf8_next(p, w.end, &cp);
		if (!utf8_is_letter(cp) && cp != '-' && cp != '\'' && cp != 0x2019 &&
			!mark_is_digit(cp))
			return false;
	}
	return letters >= 3 && vowel;
}

/* A single full stop, then a small letter: people who transcribe fast write so. */
static bool ends_before_small(const struct mark *m, struct word w)
{
	struct word next = mark_word_after(m);
	uint32_t last = mark_code_before(m, m->at);

	if (m->quoted)
		return false;
	if (mark_is_closer(last) || last == '%')
		return true;
	if (is_number(w))
		return next.end > next.start && next.end[-1] != '.';
	return is_spoken_word(w);
}

/* "App. B", "Bab A.": a letter that stands for a number. */
static bool is_letter_name(struct word w)
{
	if (w.end > w.start && w.end[-1] == '.')
		w.end--;
	return is_letter_word(w) && *w.start != 'I';
}

/* "III" of "III/a" */
static struct word up_to_slash(struct word w)
{
	const char *slash = w.start < w.end ? memchr(w.start, '/', length(w)) : NULL;

	return (struct word){ w.start, slash != NULL ? slash : w.end };
}

/* "PT", "KH": may be an acronym that ends a sentence. */
static bool is_shouted(struct word w)
{
	for (; w.start < w.end; w.start++)
		if (*w.start < 'A' || *w.start > 'Z')
			return false;
	return true;
}

static bool ends_abbreviation(
	const struct mark *m, struct word w, enum abbreviation kind, uint32_t next)
{
	struct word after = mark_word_after(m);

	if (kind == ABBREVIATION_TITLE)
		return length(w) > 1 && is_shouted(w) && is_starter(m);
	if (kind == ABBREVIATION_NUMBER)
		return !has_digit(after) && !is_roman(up_to_slash(after)) &&
		       !is_letter_name(after) && utf8_is_upper(next);
	if (mark_is_opener(mark_code_at(m, m->next)) && *m->next == '(')
		return false;
	return utf8_is_upper(next) &&
	       !(after.end > after.start && after.end[-1] == '.' && !is_starter(m));
}

/* What w is by the table; "P" and "V" are initials unless a number follows ("P. 24"), "in" is a
 * measure behind a number only. */
static enum abbreviation kind_of(const struct mark *m, struct word w)
{
	enum abbreviation kind = abbreviations_find(w.start, length(w));

	if (kind == ABBREVIATION_NUMBER && is_letter_word(w) && *w.start <= 'Z' &&
		!has_digit(mark_word_after(m)))
		return ABBREVIATION_NONE;
	if (kind == ABBREVIATION_NONE && abbreviations_is_unit(w.start, length(w)) &&
		is_number(mark_previous(m, w)))
		return ABBREVIATION_END;
	return kind;
}

/* "Kolonel (Purn.) Sutarja": one shortened word in brackets, not a sentence of its own
 * ("(Tertawa.)"). */
static bool is_bracketed_word(const struct mark *m, struct word w)
{
	const char *open = w.start - 1;

	return m->close > m->stop && *m->stop == ')' && open > m->from && *open == '(' &&
	       mark_skip_openers(m->from, m->end) < open;
}

/* A single full stop behind w, white space behind it: does it end the sentence? */
static bool stop_ends(const struct mark *m, struct word w)
{
	uint32_t next = mark_code_at(m, m->word);
	enum abbreviation kind = kind_of(m, w);

	if (is_list_number(m, w) || is_bracketed_word(m, w))
		return false;
	if (kind != ABBREVIATION_NONE)
		return ends_abbreviation(m, w, kind, next);
	if (utf8_is_lower(next))
		return ends_before_small(m, w);
	if (is_letter_word(w))
		return !is_initial(m, w);
	if (is_dotted(w)) {
		struct word before = mark_previous(m, w);

		return is_starter(m) || (before.end > before.start && before.end[-1] == ',');
	}
	return true;
}

/* "Well... I think": the capital of I says nothing. */
static bool ends_before_capital(const struct mark *m)
{
	struct word after = mark_word_after(m);

	return !(length(after) == 1 && *after.start == 'I');
}

/* A mark with a letter glued to it: "selesai.Kemudian", "apa?Tidak", but not "desa.Id" or "S.Sos".
 */
static bool ends_glued(const struct mark *m, struct word w)
{
	const char *p = m->close;
	uint32_t first, second;

	if (p == m->end || (m->dots && !m->asks))
		return false;
	p += utf8_next(p, m->end, &first);
	second = mark_code_at(m, p);
	if (m->wide)
		return !mark_is_closer(first);
	if (!utf8_is_upper(first) || !(utf8_is_lower(second) || (m->asks && mark_is_space(second))))
		return false;
	if (m->asks)
		return memchr(w.start, '/', length(w)) == NULL &&
		       mark_code_before(m, w.start) != '/';
	if (mark_code_before(m, w.start) == '/' || m->close != m->stop)
		return false;
	for (p = w.start; p < w.end; p++)
		if (*p < 'a' || *p > 'z')
			return false;
	return length(w) >= 4 && abbreviations_find(w.start, length(w)) == ABBREVIATION_NONE;
}

static bool mark_ends(const struct mark *m)
{
	uint32_t before = mark_code_before(m, m->at), next = mark_code_at(m, m->word);
	struct word w = mark_word_before(m, m->at);

	if (m->next == m->end)
		return true;
	if (m->close > m->stop && (before == '(' || before == '['))
		return false;
	if (m->next == m->close)
		return ends_glued(m, w);
	if (m->asks)
		return !(m->quoted && utf8_is_lower(next));
	if (m->dots)
		return !utf8_is_lower(next) && m->at > m->from && ends_before_capital(m);
	return stop_ends(m, w);
}

/* Reports [from,to) without the white space at its ends. */
static void report(const char *p, const char *from, const char *to, sentence_fn *fn, void *arg)
{
	uint32_t cp;

	from = mark_skip_spaces(from, to);
	while (to > from) {
		const char *q = utf8_prev(from, to, &cp);

		if (!mark_is_space(cp))
			break;
		to = q;
	}
	if (to > from)
		fn((size_t)(from - p), (size_t)(to - p), arg);
}

void sentences_split(const char *p, size_t len, sentence_fn *fn, void *arg)
{
	const char *end = p + len, *from = p, *at = p;
	struct mark m;

	while ((at = mark_search(at, end)) < end) {
		mark_init(&m, p, end, from, at);
		at = m.stop;
		if (!mark_ends(&m))
			continue;
		report(p, from, m.close, fn, arg);
		from = at = m.close;
	}
	report(p, from, end, fn, arg);
}
