/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/charset.h"

#include <errno.h>
#include <iconv.h>

#define REPLACEMENT 0xfffdu
#define PIECE 4096

static const uint16_t high[32] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, /* 80 */
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, /* 88 */
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, /* 90 */
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178, /* 98 */
};

uint32_t charset_1252(unsigned char c)
{
	return c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* word is lower case. */
static bool is_word(const char *name, const char *word)
{
	while (*word != '\0' && lower(*name) == *word) {
		name++;
		word++;
	}
	return *word == '\0' && *name == '\0';
}

bool charset_is_1252(const char *name)
{
	static const char *const names[] = { "windows-1252", "cp1252", "iso-8859-1", "iso8859-1",
		"latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi", "x-cp1252" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_word(name, names[i]))
			return true;
	return false;
}

static void decode_1252(const char *p, size_t len, struct buf *out, size_t *bad)
{
	for (size_t i = 0; i < len; i++) {
		uint32_t cp = charset_1252((unsigned char)p[i]);

		*bad += cp == REPLACEMENT;
		buf_add_utf8(out, cp);
	}
}

bool charset_decode(const char *name, const char *p, size_t len, struct buf *out, size_t *bad)
{
	char *in = (char *)(uintptr_t)p; /* iconv() does not write there */
	iconv_t to;

	if (charset_is_1252(name)) {
		decode_1252(p, len, out, bad);
		return true;
	}
	to = iconv_open("UTF-8", name);
	if (to == (iconv_t)-1)
		return false;
	while (len > 0) {
		char piece[PIECE], *at = piece;
		size_t room = sizeof piece;
		size_t got = iconv(to, &in, &len, &at, &room);

		buf_add(out, piece, sizeof piece - room);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		buf_add_utf8(out, REPLACEMENT);
		++*bad;
		in++; /* cut off at the end, or no character */
		len--;
	}
	iconv_close(to);
	return true;
}
