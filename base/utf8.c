/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#define REPLACEMENT 0xfffdu
#define HIGH_BITS 0x8080808080808080u /* of each of eight bytes */
#define LOW_BITS 0x0101010101010101u

static bool is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Length announced by a first byte (0: cannot be first), its bits, and the smallest code point. */
static size_t head(unsigned char c, uint32_t *cp, uint32_t *least)
{
	if (c >= 0xc2 && c <= 0xdf) {
		*cp = c & 0x1f;
		*least = 0x80;
		return 2;
	}
	if ((c & 0xf0) == 0xe0) {
		*cp = c & 0x0f;
		*least = 0x800;
		return 3;
	}
	if (c >= 0xf0 && c <= 0xf4) {
		*cp = c & 0x07;
		*least = 0x10000;
		return 4;
	}
	return 0;
}

size_t utf8_next_wide(const char *p, const char *end, uint32_t *cp)
{
	uint32_t v = 0, least = 0;
	size_t n = head((unsigned char)*p, &v, &least);

	*cp = UTF8_BAD;
	if (n == 0 || (size_t)(end - p) < n)
		return 1;
	for (size_t i = 1; i < n; i++) {
		if (!is_tail(p[i]))
			return 1;
		v = v << 6 | ((unsigned char)p[i] & 0x3f);
	}
	if (v < least || v > 0x10ffff || (v >= 0xd800 && v <= 0xdfff))
		return 1;
	*cp = v;
	return n;
}

const char *utf8_prev(const char *start, const char *p, uint32_t *cp)
{
	const char *end = p--;

	while (p > start && is_tail(*p))
		p--;
	utf8_next(p, end, cp);
	return p;
}

bool utf8_valid(const char *p, size_t len, size_t *bad)
{
	const char *start = p, *end = p + len;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (cp == UTF8_BAD) {
			if (bad != NULL)
				*bad = (size_t)(p - start);
			return false;
		}
		p += n;
	}
	return true;
}

/* Most text is ASCII: eight bytes are looked at in one step. */
static uint64_t eight_bytes(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

size_t utf8_ascii(const char *p, size_t len)
{
	size_t i = 0;

	while (len - i >= 8 && (eight_bytes(p + i) & HIGH_BITS) == 0)
		i += 8;
	while (i < len && (unsigned char)p[i] < 0x80)
		i++;
	return i;
}

size_t utf8_count(const char *p, size_t len)
{
	size_t n = 0, i = 0;

	for (; len - i >= 8; i += 8) {
		uint64_t word = eight_bytes(p + i);

		/* the bits of bytes 10xxxxxx, which continue a character, summed in the top byte */
		word = (word & ~(word << 1) & HIGH_BITS) >> 7;
		n += 8 - (word * LOW_BITS >> 56);
	}
	for (; i < len; i++)
		n += !is_tail(p[i]);
	return n;
}

size_t utf8_offset(const char *p, size_t len, size_t n)
{
	for (size_t i = 0; i < len; i++) {
		if (is_tail(p[i]))
			continue;
		if (n-- == 0)
			return i;
	}
	return len;
}

size_t utf8_cut(const char *p, size_t len, size_t max)
{
	if (max >= len)
		return len;
	while (max > 0 && is_tail(p[max]))
		max--;
	return max;
}

static void map(const char *p, size_t len, utf8proc_option_t options, struct buf *out)
{
	utf8proc_uint8_t *result = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)len,
		&result, UTF8PROC_STABLE | UTF8PROC_COMPOSE | options);

	if (n >= 0)
		buf_add(out, result, (size_t)n);
	else
		buf_add(out, p, len);
	free(result);
}

/*
 * Inert characters are NFC, never change, and never join with what stands
 * before them; so text may be cut in front of each of them.
 */
static bool is_inert(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x2010 && cp <= 0x2027);
}

static bool is_ascii(uint32_t cp)
{
	return cp < 0x80;
}

/* First character at or behind p for which is() differs from `want`; *last: the one before it. */
static const char *run_end(
	const char *p, const char *end, bool (*is)(uint32_t), bool want, const char **last)
{
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (is(cp) != want)
			break;
		*last = p;
		p += n;
	}
	return p;
}

void utf8_nfc(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;

	buf_reserve(out, len);
	while (p < end) {
		const char *last = p, *ignored = p;
		const char *stop = run_end(p, end, is_inert, true, &last);

		if (stop == end)
			last = end;
		buf_add(out, p, (size_t)(last - p));
		p = run_end(stop, end, is_inert, false, &ignored);
		if (p > last)
			map(last, (size_t)(p - last), 0, out);
	}
}

bool utf8_is_nfc_quick(const char *p, size_t len)
{
	const char *end = p + len;
	uint32_t cp;

	while ((p += utf8_ascii(p, (size_t)(end - p))) < end) {
		p += utf8_next(p, end, &cp);
		if (!is_inert(cp))
			return false;
	}
	return true;
}

static void add_lower_ascii(const char *p, size_t len, struct buf *out)
{
	char *to;

	buf_reserve(out, len);
	to = out->data + out->len;
	for (size_t i = 0; i < len; i++)
		to[i] = p[i] >= 'A' && p[i] <= 'Z' ? (char)(p[i] + 32) : p[i];
	out->len += len;
	if (len > 0)
		to[len] = '\0';
}

void utf8_fold(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;

	while (p < end) {
		const char *ignored = p, *stop = p + utf8_ascii(p, (size_t)(end - p));
		/* the last one before other text may compose with it */
		const char *last = stop == end || stop == p ? stop : stop - 1;

		add_lower_ascii(p, (size_t)(last - p), out);
		p = run_end(stop, end, is_ascii, false, &ignored);
		if (p > last)
			map(last, (size_t)(p - last), UTF8PROC_CASEFOLD, out);
	}
}

static utf8proc_category_t category(uint32_t cp)
{
	return cp <= 0x10ffff ? utf8proc_category((utf8proc_int32_t)cp) : UTF8PROC_CATEGORY_CN;
}

static bool is_ascii_upper(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z';
}

static bool is_ascii_lower(uint32_t cp)
{
	return cp >= 'a' && cp <= 'z';
}

bool utf8_is_letter(uint32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return is_ascii_upper(cp) || is_ascii_lower(cp);
	c = category(cp);
	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_mark(uint32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return false;
	c = category(cp);
	return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_digit(uint32_t cp)
{
	return cp < 0x80 ? cp >= '0' && cp <= '9' : category(cp) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_upper(uint32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return is_ascii_upper(cp);
	c = category(cp);
	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_lower(uint32_t cp)
{
	return cp < 0x80 ? is_ascii_lower(cp) : category(cp) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_space(uint32_t cp)
{
	utf8proc_category_t c;

	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	c = category(cp);
	return cp == 0x85 || (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

bool utf8_is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
}

bool utf8_is_bidi(uint32_t cp)
{
	return cp == 0x61c || cp == 0x200e || cp == 0x200f || (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069);
}

int utf8_width(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 0x20 && cp != 0x7f;
	return cp <= 0x10ffff ? utf8proc_charwidth((utf8proc_int32_t)cp) : 1;
}

size_t utf8_cells(const char *p, size_t len)
{
	const char *end = p + len;
	size_t cells = 0;
	uint32_t cp;

	while (p < end) {
		p += utf8_next(p, end, &cp);
		cells += (size_t)utf8_width(cp);
	}
	return cells;
}

size_t utf8_fit(const char *p, size_t len, size_t cells)
{
	size_t pos = 0, used = 0;

	while (pos < len) {
		uint32_t cp;
		size_t step = utf8_next(p + pos, p + len, &cp);

		if (used + (size_t)utf8_width(cp) > cells)
			break;
		used += (size_t)utf8_width(cp);
		pos += step;
	}
	return pos;
}

void utf8_clean(const char *p, size_t len, struct buf *out)
{
	const char *end = p + len;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_next(p, end, &cp);

		if (cp == UTF8_BAD)
			buf_add_utf8(out, REPLACEMENT);
		else if (cp == '\n' || cp == '\t' || (!utf8_is_control(cp) && !utf8_is_bidi(cp)))
			buf_add(out, p, n);
		p += n;
	}
}
