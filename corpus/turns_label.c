/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/turns_label.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "corpus/turns_words.h"
#include "corpus/wordlist.h"

#define LOOK 200 /* bytes of a line that are looked at */
#define WORDS_MAX 6

/* A line and a place in it. */
struct scan {
	const char *p, *end;	/* end: of the line, or as far as we look */
	const char *line, *eol; /* the whole line */
};

static bool is_star(char c)
{
	return c == '*' || c == '_';
}

static const char *skip(const char *p, const char *end, bool (*is)(char))
{
	while (p < end && is(*p))
		p++;
	return p;
}

/* ---- names ---- */

static const char *const particles[] = { "&", "al", "and", "bin", "binti", "da", "dan", "de", "der",
	"di", "dos", "el", "la", "le", "of", "the", "van", "von" };

static bool is_name_char(uint32_t cp)
{
	return cp == ' ' || utf8_is_letter(cp) || utf8_is_digit(cp) || cp == 0x2019 ||
	       (cp < 0x80 && strchr("-'.,()&/#_+", (int)cp) != NULL) || utf8_is_mark(cp);
}

/* One word of a name: begins with a capital, a digit or a letter without case; a full stop only
 * behind a short piece ("Psy.D", "St."). */
static bool is_name_word(const char *p, const char *end)
{
	const char *dot = memchr(p, '.', (size_t)(end - p));
	uint32_t cp;

	if (dot != NULL && (dot == p || dot - p > 4))
		return false;
	if (wordlist_find(WORDLIST(particles), p, (size_t)(end - p)) >= 0)
		return true;
	if (*p == '(')
		return true;
	while (p < end && strchr("#-'", *p) != NULL)
		p++;
	if (p == end)
		return true;
	utf8_next(p, end, &cp);
	return !utf8_is_lower(cp);
}

/* What stands in brackets ("penjual jamu") may be any word. */
static bool are_name_words(const char *p, const char *end)
{
	size_t words = 0;

	while (p < end) {
		const char *close = *p == '(' ? memchr(p, ')', (size_t)(end - p)) : NULL;
		const char *stop = close != NULL ? close + 1 : memchr(p, ' ', (size_t)(end - p));

		if (stop == NULL)
			stop = end;
		if (stop > p) {
			if (++words > WORDS_MAX || !is_name_word(p, stop))
				return false;
		}
		p = stop + (stop < end);
	}
	return words > 0;
}

bool label_is_name(const char *p, size_t len)
{
	const char *end = p + len;
	bool letter = false;
	uint32_t cp = 0;

	if (len == 0 || len > 4 * LABEL_MAX || utf8_count(p, len) > LABEL_MAX)
		return false;
	for (const char *q = p; q < end;) {
		q += utf8_next(q, end, &cp);
		if (!is_name_char(cp))
			return false;
		letter = letter || utf8_is_letter(cp);
	}
	utf8_next(p, end, &cp);
	if (!letter || (!utf8_is_letter(cp) && !utf8_is_digit(cp)))
		return false;
	if (len == 1 || turns_role_word(p, len) != NULL)
		return true;
	return are_name_words(p, end);
}

/* ---- forms ---- */

/* Takes stars and blanks from both ends of [*start,*end). */
static bool strip(const char **start, const char **end)
{
	bool stars = false;

	while (*start < *end && (ascii_blank(**start) || is_star(**start)))
		stars = is_star(*(*start)++) || stars;
	while (*end > *start && (ascii_blank((*end)[-1]) || is_star((*end)[-1])))
		stars = is_star(*--*end) || stars;
	return stars;
}

static void fill(struct label_seen *out, const struct scan *s, enum label_form form,
	const char *name, const char *name_end, const char *text)
{
	out->form = form;
	out->name = (size_t)(name - s->line);
	out->name_end = (size_t)(name_end - s->line);
	out->text = (size_t)(text - s->line);
}

/* The first colon that is not inside a time; *width: its bytes. */
static const char *find_colon(const struct scan *s, size_t *width)
{
	for (const char *p = s->p; p < s->end; p++) {
		if (*p == '\xef' && s->end - p >= 3 && memcmp(p, "\uff1a", 3) == 0) {
			*width = 3;
			return p;
		}
		if (*p != ':')
			continue;
		if (p > s->p && ascii_digit(p[-1]) && p + 1 < s->end && ascii_digit(p[1]))
			continue;
		*width = 1;
		return p;
	}
	return NULL;
}

/* Cuts "(00:12)" or "[00:12]" from the end of a name. */
static void cut_time(const char *start, const char **end, int64_t *ms)
{
	const char *p = *end - 1;

	if (p <= start || (*p != ')' && *p != ']'))
		return;
	while (p > start && *p != '(' && *p != '[')
		p--;
	if (label_skip_time(p, *end, ms) == *end)
		*end = p;
}

static bool parse_colon(const struct scan *s, struct label_seen *out)
{
	size_t width = 0;
	const char *colon = find_colon(s, &width), *name = s->p, *name_end = colon, *text;

	if (colon == NULL)
		return false;
	out->bold = strip(&name, &name_end) || out->bold;
	cut_time(name, &name_end, &out->ms);
	out->bold = strip(&name, &name_end) || out->bold;
	text = colon + width;
	if (!label_is_name(name, (size_t)(name_end - name)) ||
		(text < s->eol && strchr("/)(", *text) != NULL))
		return false;
	text = skip(skip(text, s->eol, is_star), s->eol, ascii_blank);
	text = label_skip_said_time(text, s->eol, &out->ms);
	text = skip(text, s->eol, ascii_blank);
	fill(out, s, LABEL_COLON, name, name_end, text);
	return true;
}

/* "Name  0:22" and "[Name] 10:02:33": a time is the last word of the line. */
static bool parse_time_behind(const struct scan *s, struct label_seen *out)
{
	const char *end = s->eol, *time, *name = s->p, *name_end;

	while (end > s->p && ascii_blank(end[-1]))
		end--;
	time = end;
	while (time > s->p && !ascii_blank(time[-1]) && end - time < 16)
		time--;
	if (s->end < s->eol || time == end ||
		label_clock(time, (size_t)(end - time), &out->ms) != (size_t)(end - time))
		return false;
	name_end = label_cut_marks(name, time);
	out->bold = strip(&name, &name_end) || out->bold;
	if (name < name_end && *name == '[' && name_end[-1] == ']') {
		name++;
		name_end--;
	}
	if (!label_is_name(name, (size_t)(name_end - name)))
		return false;
	fill(out, s, LABEL_TIMED, name, name_end, s->eol);
	return true;
}

/* "[Name 00:00:52] text", "[Name] (00:12)", "Name (00:12) text", "Name 00:00:12 text". */
static bool parse_time_inside(const struct scan *s, struct label_seen *out)
{
	bool bracket = s->p < s->end && *s->p == '[';
	const char *name = s->p + bracket, *text = NULL;
	const char *name_end = label_find_time(name, s->end, bracket, &text, &out->ms);

	if (name_end == NULL)
		return false;
	out->bold = strip(&name, &name_end) || out->bold;
	name_end -= bracket && name_end > name && name_end[-1] == ']';
	if (!label_is_name(name, (size_t)(name_end - name)))
		return false;
	fill(out, s, LABEL_TIMED, name, name_end, skip(text, s->eol, ascii_blank));
	return true;
}

/* "Interviewer – text", "Pewawancara - text". */
static bool parse_dash(const struct scan *s, struct label_seen *out)
{
	const char *p = s->p, *name = s->p, *name_end;
	size_t width = 0;

	for (; p < s->end; p++) {
		if (*p == '-' && p > s->p && ascii_blank(p[-1]))
			width = 1;
		else if (*p == '\xe2' && s->end - p >= 3 &&
			 (memcmp(p, "\u2013", 3) == 0 || memcmp(p, "\u2014", 3) == 0))
			width = 3;
		if (width > 0)
			break;
	}
	if (p == s->end || (p + width < s->eol && !ascii_blank(p[width])))
		return false;
	name_end = p;
	out->bold = strip(&name, &name_end) || out->bold;
	if (!label_is_name(name, (size_t)(name_end - name)))
		return false;
	fill(out, s, LABEL_DASH, name, name_end, skip(p + width, s->eol, ascii_blank));
	return true;
}

/* A letter that stands for a person, perhaps with a number: P, I2; not B, which numbers a list. */
static bool is_letter(const char *name, const char *end)
{
	return name < end && strchr("AIJMNPQRTW", *name) != NULL &&
	       skip(name + 1, end, ascii_digit) == end;
}

static bool is_role(const char *name, const char *end)
{
	return turns_role_word(name, (size_t)(end - name)) != NULL;
}

static bool is_person(const char *name, const char *end)
{
	return is_role(name, end) || is_letter(name, end);
}

/* "(P) text", "[Informan 2] text", "[Speaker 1] text": letters that stand for a person, numbered
 * ones, role words. */
static bool parse_bracketed(const struct scan *s, struct label_seen *out)
{
	const char *name = s->p + 1, *end = name, *text;
	char close = *s->p == '(' ? ')' : ']';

	if (*s->p != '(' && *s->p != '[')
		return false;
	while (end < s->end && *end != close && *end != *s->p)
		end++;
	if (end == s->end || *end != close || end == name || end + 1 == s->eol ||
		!ascii_blank(end[1]))
		return false;
	if (!is_person(name, end) && !(close == ']' && ascii_digit(end[-1]) &&
					     label_is_name(name, (size_t)(end - name))))
		return false;
	text = label_skip_said_time(skip(end + 1, s->eol, ascii_blank), s->eol, &out->ms);
	fill(out, s, LABEL_COLON, name, end, skip(text, s->eol, ascii_blank));
	return true;
}

/* "P. text", "P> text", "Peneliti ; text", "N | text", "P = text". */
static bool parse_mark(const struct scan *s, struct label_seen *out)
{
	const char *name = s->p, *end = name, *name_end;

	while (end < s->end && strchr(".;>|=", *end) == NULL)
		end++;
	if (end == s->end || end + 1 >= s->eol || !ascii_blank(end[1]))
		return false;
	name_end = end;
	out->bold = strip(&name, &name_end) || out->bold;
	if (!is_letter(name, name_end) && (*end == '.' || !is_role(name, name_end)))
		return false;
	fill(out, s, LABEL_MARK, name, name_end, skip(end + 1, s->eol, ascii_blank));
	return true;
}

/* A word in capitals, two letters at least. */
static bool is_shouted(const char *p, const char *end)
{
	for (const char *q = p; q < end; q++)
		if ((*q < 'A' || *q > 'Z') && *q != '\'' && *q != '-')
			return false;
	return end - p >= 2;
}

/* "Mr. BOND. text", "The PRESIDING OFFICER (Mr. Kyl). text": the minutes of parliaments. */
static bool parse_stop(const struct scan *s, struct label_seen *out)
{
	static const char *const titles[] = { "dr.", "miss", "mr.", "mrs.", "ms.", "the" };
	const char *p = s->p, *word, *end = NULL;

	for (word = p; p < s->end && !ascii_blank(*p); p++)
		;
	if (wordlist_find(WORDLIST(titles), word, (size_t)(p - word)) < 0)
		return false;
	while (p < s->end && *p == ' ') {
		for (word = ++p; p < s->end && *p != ' ' && *p != '.'; p++)
			;
		if (!is_shouted(word, p))
			break;
		end = p;
	}
	if (end == NULL)
		return false;
	p = end;
	if (s->end - p > 2 && p[0] == ' ' && p[1] == '(') {
		p = memchr(p, ')', (size_t)(s->end - p));
		p = p != NULL ? p + 1 : end;
	}
	if (s->end - p < 3 || p[0] != '.' || p[1] != ' ' || p[2] < 'A' || p[2] > 'Z')
		return false;
	fill(out, s, LABEL_COLON, s->p, end, p + 2);
	out->strong = true;
	return true;
}

/* "P<tab>text": a name, one tab, what is said. */
static bool parse_tab(const struct scan *s, struct label_seen *out)
{
	const char *tab = memchr(s->p, '\t', (size_t)(s->end - s->p)), *name = s->p, *end = tab;
	const char *text;

	if (tab == NULL)
		return false;
	text = skip(tab, s->eol, ascii_blank);
	if (text == s->eol || memchr(text, '\t', (size_t)(s->eol - text)) != NULL)
		return false;
	out->bold = strip(&name, &end) || out->bold;
	if (!label_is_name(name, (size_t)(end - name)))
		return false;
	fill(out, s, is_letter(name, end) ? LABEL_COLON : LABEL_DASH, name, end, text);
	return true;
}

/* Behind "3. " or "3) " in front of all: minutes number who speaks. */
static const char *skip_number(const char *p, const char *end)
{
	const char *q = skip(p, end, ascii_digit);

	if (q == p || q - p > 3 || end - q < 3 || (*q != '.' && *q != ')') || !ascii_blank(q[1]))
		return p;
	return skip(q + 1, end, ascii_blank);
}

/* "3. Ketua: text", "3) Bu Ani - text": a number makes a dash as good as a colon. */
static bool parse_numbered(const struct scan *s, struct label_seen *out)
{
	struct scan rest = *s;

	rest.p = skip_number(s->p, s->end);
	if (rest.p == s->p) { /* "12 P: text": lines are numbered */
		rest.p = skip(skip(s->p, s->end, ascii_digit), s->end, ascii_blank);
		return rest.p > s->p && parse_colon(&rest, out) &&
		       is_person(s->line + out->name, s->line + out->name_end);
	}
	if (!parse_colon(&rest, out) && !parse_dash(&rest, out))
		return false;
	out->form = LABEL_COLON;
	return true;
}

/* "- Peneliti: text", "• Bu Ani: text": an item of a list speaks if a person is named or a time
 * stands in front ("00:12 - Rina: text"). */
static bool parse_item(const struct scan *s, struct label_seen *out)
{
	static const char *const bullets[] = { "-", "*", "+", "\u2022", "\u2013" };
	struct scan rest = *s;

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets && rest.p == s->p; i++) {
		size_t n = strlen(bullets[i]);

		if ((size_t)(s->end - s->p) > n && memcmp(s->p, bullets[i], n) == 0 &&
			ascii_blank(s->p[n]))
			rest.p = skip(s->p + n, s->end, ascii_blank);
	}
	if (rest.p == s->p || !parse_colon(&rest, out))
		return false;
	return out->ms >= 0 || is_person(s->line + out->name, s->line + out->name_end) ||
	       turns_is_titled(s->line + out->name, out->name_end - out->name);
}

static bool parse_alone(const struct scan *s, struct label_seen *out)
{
	const char *name = s->p, *name_end = s->eol;

	if (s->end < s->eol)
		return false;
	out->bold = strip(&name, &name_end) || out->bold;
	if (!label_is_name(name, (size_t)(name_end - name)) || name_end[-1] == '.' ||
		memchr(name, ',', (size_t)(name_end - name)) != NULL)
		return false;
	fill(out, s, LABEL_ALONE, name, name_end, s->eol);
	return true;
}

/* A time in front of all; bare ones only where a name or nothing follows. */
static bool parse_leading_time(struct scan *s, struct label_seen *out)
{
	const char *p = label_skip_time(s->p, s->end, &out->ms);
	bool bare = p == s->p;
	int64_t ms;
	size_t n;

	if (bare) {
		n = label_span(p, (size_t)(s->end - p), &ms);
		if (n == 0 || (p + n < s->end && !ascii_blank(p[n])))
			return false;
		p += n;
		out->ms = ms;
	}
	s->p = skip(p, s->end, ascii_blank);
	fill(out, s, LABEL_TIME, s->p, s->p, s->p);
	out->said = bare ? 0 : out->text;
	bare = bare && s->p < s->eol;
	if (s->end - s->p > 2 && *s->p == '-' && ascii_blank(s->p[1])) /* "[00:12] - Rina" */
		s->p = skip(s->p + 1, s->end, ascii_blank);
	return !bare;
}

bool label_parse(const char *p, size_t len, struct label_seen *out)
{
	static bool (*const forms[])(const struct scan *, struct label_seen *) = {
		parse_numbered,
		parse_item,
		parse_stop,
		parse_colon,
		parse_bracketed,
		parse_time_behind,
		parse_time_inside,
		parse_dash,
		parse_tab,
		parse_mark,
		parse_alone,
	};
	struct scan s = { p, p + (len < LOOK ? len : LOOK), p, p + len };
	const char *dated;
	bool timed;

	*out = (struct label_seen){ .ms = -1 };
	while (s.p < s.end && (ascii_blank(*s.p) || *s.p == '>'))
		s.p++;
	if (s.p == s.end)
		return false;
	dated = label_skip_date(s.p, s.end);
	if (dated > s.p) { /* a line of a chat */
		s.p = dated;
		out->strong = true;
		return parse_colon(&s, out);
	}
	timed = parse_leading_time(&s, out);
	for (size_t i = 0; i < sizeof forms / sizeof *forms && s.p < s.end; i++) {
		struct label_seen try = *out;

		if (forms[i](&s, &try)) {
			*out = try;
			return true;
		}
	}
	return timed;
}
