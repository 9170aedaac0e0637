/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/foreign_term.h"

#include <string.h>

#include "base/utf8.h"
#include "codebooks/parser.h"
#include "codebooks/words.h"
#include "corpus/tokens.h"

#define EDGE_BEFORE "(?<![\\p{L}\\p{N}])"
#define EDGE_BEHIND "(?![\\p{L}\\p{N}])"

static bool is_wild(uint32_t cp)
{
	return cp == '*' || cp == '?';
}

static bool is_word_char(uint32_t cp)
{
	return utf8_is_letter(cp) || utf8_is_mark(cp) || utf8_is_digit(cp);
}

bool term_is_pattern(const char *source)
{
	struct arena a = ARENA_INIT;
	const struct pattern *w;
	struct err e = ERR_INIT;
	bool good = pattern_parse(source, &a, &w, &e) == RC_OK;

	arena_release(&a);
	return good;
}

/* Thai, Lao, Khmer, Myanmar; kana, Han, and what lies beyond. */
static bool is_unspaced(uint32_t cp)
{
	static const struct {
		uint32_t from, to;
	} scripts[] = { { 0x0e01, 0x0eff }, { 0x1000, 0x109f }, { 0x1780, 0x17ff },
		{ 0x3005, 0x3007 }, { 0x3041, 0x30ff }, { 0x31f0, 0x31ff }, { 0x3400, 0x9fff },
		{ 0xf900, 0xfaff }, { 0xff66, 0xff9f }, { 0x20000, 0x3ffff } };

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (cp >= scripts[i].from && cp <= scripts[i].to)
			return true;
	return false;
}

bool term_is_unspaced(const char *text, size_t len)
{
	const char *end = text + len;
	uint32_t cp;

	while (text < end) {
		text += utf8_next(text, end, &cp);
		if (is_unspaced(cp))
			return true;
	}
	return false;
}

/* What a term is made of. */
struct makeup {
	size_t letters, capitals, spaces, others; /* others: no mark inside a word */
	bool starts, ends;			  /* with a word's character or a wild one */
	bool signs; /* characters that mean something in our phrases */
};

static struct makeup look_at(const char *s, size_t len)
{
	const char *end = s + len;
	struct makeup m = { 0 };
	bool first = true;
	uint32_t cp;

	while (s < end) {
		s += utf8_next(s, end, &cp);
		m.ends = is_word_char(cp) || is_wild(cp);
		m.starts = first ? m.ends : m.starts;
		first = false;
		m.letters += is_word_char(cp);
		m.capitals += utf8_is_upper(cp);
		m.spaces += utf8_is_space(cp);
		m.others += !m.ends && !utf8_is_space(cp) && cp != '-' && cp != '\'';
		m.signs = m.signs || cp == '~' || cp == '=';
	}
	return m;
}

/* --- as a regular expression --------------------------------------------------------------------
 */

static void add_char(uint32_t cp, struct buf *out)
{
	if (cp == '*')
		buf_adds(out, "[\\p{L}\\p{N}'-]*");
	else if (cp == '?')
		buf_adds(out, "[\\p{L}\\p{N}'-]");
	else if (utf8_is_space(cp))
		buf_adds(out, "\\s+");
	else if (cp < 0x80 && !is_word_char(cp) && cp > ' ')
		buf_printf(out, "\\%c", (char)cp);
	else
		buf_add_utf8(out, cp);
}

void term_regex(const char *text, size_t len, struct buf *out)
{
	const char *end = text + len;
	bool unspaced = term_is_unspaced(text, len), space = false;
	uint32_t cp = 0, last = 0;

	for (const char *s = text; s < end; last = cp) {
		bool first = s == text;

		s += utf8_next(s, end, &cp);
		if (first && !unspaced && is_word_char(cp))
			buf_adds(out, EDGE_BEFORE);
		if (!utf8_is_space(cp) || !space)
			add_char(cp, out);
		space = utf8_is_space(cp);
	}
	if (!unspaced && is_word_char(last))
		buf_adds(out, EDGE_BEHIND);
}

static enum term_result as_regex(
	const char *text, size_t len, const struct makeup *m, struct buf *out)
{
	struct buf re = BUF_INIT;
	bool good = m->letters + m->others > 0;

	if (good) {
		buf_addc(&re, '/');
		term_regex(text, len, &re);
		buf_addc(&re, '/');
		good = term_is_pattern(re.data);
	}
	if (good)
		buf_add(out, re.data, re.len);
	buf_release(&re);
	return good ? TERM_REGEX : TERM_NONE;
}

/* --- as words -----------------------------------------------------------------------------------
 */

static bool is_bare(const char *text, size_t len, const struct makeup *m)
{
	return m->spaces == 0 && m->others == 0 && word_find(text, len) == WORD_NONE &&
	       strspn(text, "0123456789.,") < len;
}

static bool as_words(const char *text, size_t len, const struct makeup *m, struct buf *out)
{
	const char *quote = is_bare(text, len, m) ? "" : "\"";
	struct buf one = BUF_INIT;
	bool good;

	buf_adds(&one, quote);
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\\' || text[i] == '"')
			buf_addc(&one, '\\');
		buf_addc(&one, text[i]);
	}
	buf_adds(&one, quote);
	good = term_is_pattern(one.data);
	if (good)
		buf_add(out, one.data, one.len);
	buf_release(&one);
	return good;
}

enum term_result term_source(const char *text, size_t len, struct buf *out)
{
	struct makeup m = look_at(text, len);
	struct buf folded = BUF_INIT;
	enum term_result result = TERM_WORDS;

	/* Case does not count in any of these formats; small letters do not say that it does. */
	if (m.capitals >= 2)
		utf8_fold(text, len, &folded);
	else
		buf_add(&folded, text, len);
	if (!m.starts || !m.ends || m.signs || m.letters == 0 || term_is_unspaced(text, len) ||
		!as_words(folded.data, folded.len, &m, out))
		result = as_regex(folded.data, folded.len, &m, out);
	buf_release(&folded);
	return result;
}
