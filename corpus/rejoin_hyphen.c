/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rejoin_hyphen.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

#define PART 48	    /* bytes of a half that are looked at */
#define FREE_WORD 4 /* letters of a half that is a word of its own */
#define STEM 3	    /* letters that a reduplication repeats */
#define CHAIN 2	    /* hyphens of a name like "apa-yang-beda" */

/* English words that keep their hyphen. */
static const char *const formers[] = { "all", "cross", "ex", "half", "quasi", "self", "vice",
	"well" };

struct part {
	const char *p, *end;
};

static size_t length(struct part a)
{
	return (size_t)(a.end - a.p);
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* ---- words of the text ---- */

static void count_word(struct rejoin_words *w, const char *p, size_t len, struct buf *key)
{
	char low[2 * PART];
	uint32_t at;

	if (len >= sizeof low)
		return;
	if (utf8_ascii(p, len) == len) {
		for (size_t i = 0; i < len; i++)
			low[i] = lower(p[i]);
		at = intern_add(&w->words, low, len);
	} else {
		buf_reset(key);
		utf8_fold(p, len, key);
		at = intern_add(&w->words, key->data, key->len);
	}
	if (at == w->counts.n)
		vec_push(&w->counts, 0);
	w->counts.items[at]++;
}

void rejoin_words_count(struct rejoin_words *w, const char *text, size_t len)
{
	const char *p = text, *end = text + len;
	struct buf key = BUF_INIT;
	bool cut = false;

	while (p < end) {
		const char *start = p;

		while (p < end && (is_word_byte(*p) || (*p == '-' && p > start && p + 1 < end &&
							       is_word_byte(p[1]))))
			p++;
		if (p > start && !cut && (p == end || *p != '-'))
			count_word(w, start, (size_t)(p - start), &key);
		cut = cut && p == start;
		if (p == start || (p < end && *p == '-')) {
			cut = cut || (*p == '-' && p > start);
			p++;
		}
	}
	buf_release(&key);
}

void rejoin_words_release(struct rejoin_words *w)
{
	intern_release(&w->words);
	vec_release(&w->counts);
}

/* How often a, between and b stand in the text as one word. */
static uint32_t times(
	const struct rejoin_words *w, struct part a, const char *between, struct part b)
{
	struct buf word = BUF_INIT, key = BUF_INIT;
	uint32_t at, n;

	buf_add(&word, a.p, length(a));
	buf_adds(&word, between);
	buf_add(&word, b.p, length(b));
	utf8_fold(word.data, word.len, &key);
	at = intern_find(&w->words, key.data, key.len);
	n = at != INTERN_NONE ? w->counts.items[at] : 0;
	buf_release(&word);
	buf_release(&key);
	return n;
}

static bool is_free(const struct rejoin_words *w, struct part a)
{
	return length(a) >= FREE_WORD && times(w, a, "", (struct part){ a.end, a.end }) > 0;
}

/* ---- reduplication ---- */

static bool same(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lower(a[i]) != lower(b[i]))
			return false;
	return true;
}

/* Does b begin with the last N letters of a? */
static bool repeats(struct part a, struct part b, size_t n)
{
	return n <= length(a) && n <= length(b) && same(a.end - n, b.p, n);
}

/* "anak-anaknya", "berlari-larian": the second half begins with the end of the first;
 * "tolong-menolong": it ends like the first, but for its first letter. */
static bool is_doubled(struct part a, struct part b)
{
	size_t rhyme = length(a) - 1;

	for (size_t n = length(a); n > STEM; n--)
		if (repeats(a, b, n))
			return true;
	if (length(a) >= 2 && repeats(a, b, length(a)) && (length(a) > 2 || length(b) == 2))
		return true;
	return rhyme > STEM && length(b) > rhyme && same(a.p + 1, b.end - rhyme, rhyme);
}

/* ---- what stands around the hyphen ---- */

static bool is_address(const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == '@' || *p == '/' || *p == '\\' ||
			(end - p > 4 && memcmp(p, "www.", 4) == 0))
			return true;
	return false;
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The word in front of the hyphen and its last piece ("se-baik" -> "baik"). */
static struct part part_before(const char *p, const char *hyphen, const char **word)
{
	const char *start = hyphen, *piece;

	while (start > p && hyphen - start < PART && (is_word_byte(start[-1]) || start[-1] == '-'))
		start--;
	*word = start;
	for (piece = hyphen; piece > start && piece[-1] != '-'; piece--)
		;
	return (struct part){ piece, hyphen };
}

static struct part part_behind(const char *q, const char *stop)
{
	const char *end = q;

	while (end < stop && end - q < PART && is_word_byte(*end))
		end++;
	return (struct part){ q, end };
}

static enum rejoin_hyphen vote(const struct rejoin_words *w, struct part a, struct part b)
{
	uint32_t joined = times(w, a, "", b), parted = times(w, a, "-", b);

	if (joined != parted)
		return joined > parted ? REJOIN_DROP_HYPHEN : REJOIN_KEEP_HYPHEN;
	if (is_free(w, a) && is_free(w, b))
		return REJOIN_KEEP_HYPHEN;
	return wordlist_find(WORDLIST(formers), a.p, length(a)) >= 0 ? REJOIN_KEEP_HYPHEN
								     : REJOIN_DROP_HYPHEN;
}

/* "apa-yang-ber-": with two hyphens already it is no word that a program divides. */
static bool is_chain(const char *word, const char *hyphen)
{
	unsigned hyphens = 0;

	for (const char *p = word; p < hyphen; p++)
		hyphens += *p == '-';
	return hyphens >= CHAIN;
}

enum rejoin_hyphen rejoin_hyphen_between(const struct rejoin_words *w, const char *p,
	const char *end, const char *q, const char *stop)
{
	const char *hyphen = end - 1, *word, *blank;
	struct part a, b = part_behind(q, stop);

	if (end - p < 2 || *hyphen != '-' || hyphen[-1] == ' ' || hyphen[-1] == '-')
		return REJOIN_NO_HYPHEN;
	for (blank = hyphen; blank > p && blank[-1] != ' ' && blank[-1] != '\t'; blank--)
		;
	if (is_address(blank, end))
		return REJOIN_KEEP_HYPHEN;
	a = part_before(p, hyphen, &word);
	if (length(a) == 0 || length(b) == 0)
		return REJOIN_NO_HYPHEN;
	if (ascii_digit(a.end[-1]) || ascii_digit(*b.p) || is_capital(*b.p) ||
		is_capital(a.end[-1]) || length(a) == 1)
		return REJOIN_KEEP_HYPHEN;
	if (is_doubled(a, b) || is_chain(word, hyphen))
		return REJOIN_KEEP_HYPHEN;
	return vote(w, (struct part){ word, hyphen }, b);
}
