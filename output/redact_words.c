/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output/redact_words.h"

#include <string.h>

#include "base/utf8.h"

#define GAP_MAX 64 /* bytes between two words of one name */

static bool is_skipped(uint32_t cp)
{
	return cp == 0xad || (cp >= 0x200b && cp <= 0x200d) || cp == 0x2060 || cp == 0xfeff ||
	       utf8_is_bidi(cp);
}

static bool is_word(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
		       (cp >= '0' && cp <= '9');
	return utf8_is_letter(cp) || utf8_is_mark(cp) || utf8_is_digit(cp);
}

static bool is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xb4 || cp == 0x2018 || cp == 0x2019 ||
	       cp == 0x02bc || cp == 0x02bb;
}

bool redact_in_word(const char *p, const char *end)
{
	uint32_t cp;

	if (p >= end)
		return false;
	utf8_next(p, end, &cp);
	return is_word(cp);
}

/* Length of "-\n" in front of a small letter, 0 if there is none. */
static size_t joined_line(const char *p, const char *end)
{
	uint32_t cp;
	size_t step = utf8_next(p, end, &cp);

	if (!is_hyphen(cp) || p + step >= end || p[step] != '\n' || p + step + 1 >= end)
		return 0;
	utf8_next(p + step + 1, end, &cp);
	return utf8_is_lower(cp) ? step + 1 : 0;
}

bool redact_word(const char *p, size_t len, size_t *pos, size_t *start, size_t *end)
{
	const char *at = p + *pos, *stop = p + len, *last;
	uint32_t cp = 0;
	size_t step;

	while (at < stop) {
		step = 1;
		cp = (unsigned char)*at;
		if (cp >= 0x80)
			step = utf8_next(at, stop, &cp);
		if (is_word(cp))
			break;
		at += step;
	}
	*start = (size_t)(at - p);
	last = at;
	while (at < stop) {
		step = 1;
		cp = (unsigned char)*at;
		if (cp >= 0x80)
			step = utf8_next(at, stop, &cp);
		if (is_word(cp)) {
			last = at + step;
		} else if (!is_skipped(cp)) {
			step = joined_line(at, stop);
			if (step == 0)
				break;
		}
		at += step;
	}
	*end = *pos = (size_t)(last - p);
	return *end > *start;
}

void redact_form(const char *p, size_t len, struct buf *out)
{
	struct buf fold = BUF_INIT;
	bool plain = true;

	buf_reserve(out, len + 1);
	for (size_t i = 0; plain && i < len; i++) {
		unsigned char c = (unsigned char)p[i];

		out->data[out->len + i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
		plain = c < 0x80 && is_word(c);
	}
	if (plain)
		out->len += len;
	out->data[out->len] = '\0';
	if (plain)
		return;
	for (size_t at = 0; at < len;) {
		uint32_t cp;
		size_t step = utf8_next(p + at, p + len, &cp);

		if (is_word(cp))
			buf_add(&fold, p + at, step);
		at += step;
	}
	{
		struct buf folded = BUF_INIT;

		utf8_fold(fold.data, fold.len, &folded);
		utf8_nfc(folded.data, folded.len, out);
		buf_release(&folded);
	}
	buf_release(&fold);
}

enum glyph { SMALL, CAPITAL, DIGIT, OTHER };

static enum glyph glyph_of(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' ? SMALL : cp >= 'A' ? CAPITAL : cp >= '0' ? DIGIT : OTHER;
	if (utf8_is_lower(cp))
		return SMALL;
	return utf8_is_upper(cp) ? CAPITAL : utf8_is_digit(cp) ? DIGIT : OTHER;
}

size_t redact_border(const char *p, size_t from, size_t end)
{
	enum glyph before = OTHER;

	for (size_t at = from; at < end;) {
		uint32_t cp;
		size_t step = utf8_next(p + at, p + end, &cp);
		enum glyph now = glyph_of(cp);

		if (cp < 0x80 ? !is_word(cp) : utf8_is_mark(cp) || is_skipped(cp))
			now = before;
		if (at > from && ((now == DIGIT) != (before == DIGIT) ||
					 (before == SMALL && now == CAPITAL)))
			return at;
		before = now;
		at += step;
	}
	return end;
}

size_t redact_back(const char *p, size_t start, size_t end, size_t n)
{
	while (end > start && n > 0) {
		uint32_t cp;

		end = (size_t)(utf8_prev(p + start, p + end, &cp) - p);
		n -= is_word(cp);
	}
	return end;
}

bool redact_gap(const char *p, size_t len, struct buf *out, bool *space)
{
	unsigned breaks = 0;

	*space = false;
	if (len > GAP_MAX)
		return false;
	for (size_t at = 0; at < len;) {
		uint32_t cp;
		size_t step = utf8_next(p + at, p + len, &cp);

		breaks += cp == '\n';
		if (utf8_is_space(cp))
			*space = true;
		else if (is_apostrophe(cp))
			buf_addc(out, '\'');
		else if (is_hyphen(cp))
			buf_addc(out, '-');
		else if (!is_skipped(cp))
			buf_add(out, p + at, step);
		at += step;
	}
	return breaks <= 2;
}

/* ---- clitics --------------------------------------------------------------------------------- */

static const char *const clitics[] = { "nyalah", "nyakah", "nyapun", "kulah", "mulah", "nya", "lah",
	"kah", "pun", "ku", "mu" }; /* longer ones first */

/* Words that end like a clitic behind something that may be a name. */
static const char *const whole_words[] = { "adalah", "adapun", "ampun", "apapun", "ataupun",
	"bagaimanapun", "bangku", "bengkulah", "berkah", "berlaku", "bertamu", "bertanya",
	"bertemu", "betapapun", "biarpun", "himpun", "jumlah", "kapanpun", "ketemu", "khilafah",
	"langkah", "makalah", "maluku", "manapun", "mangku", "masalah", "maupun", "menanya",
	"mengaku", "meskipun", "menimpun", "pangku", "pelaku", "perilaku", "pertanya", "pertemu",
	"rumpun", "sebelah", "sedekah", "sekalipun", "sekolah", "selaku", "setelah", "siapapun",
	"sungguhpun", "tengku", "walaupun" };

static bool is_whole(const char *form, size_t len)
{
	for (size_t i = 0; i < sizeof whole_words / sizeof *whole_words; i++)
		if (strlen(whole_words[i]) == len && memcmp(form, whole_words[i], len) == 0)
			return true;
	return false;
}

size_t redact_clitic(const char *form, size_t len, size_t min_stem)
{
	if (len < min_stem + 2)
		return 0;
	for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++) {
		size_t n = strlen(clitics[i]);

		if (len > n && memcmp(form + len - n, clitics[i], n) == 0 &&
			utf8_count(form, len - n) >= min_stem)
			return is_whole(form, len) ? 0 : n;
	}
	return 0;
}
