/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/entities.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define LONGEST 10 /* bytes between '&' and ';' */

static const struct {
	const char *name;
	uint32_t cp;
} names[] = {
	{ "amp", '&' },
	{ "lt", '<' },
	{ "gt", '>' },
	{ "quot", '"' },
	{ "apos", '\'' },
	{ "nbsp", 0xa0 },
	{ "lrm", 0x200e },
	{ "rlm", 0x200f },
	{ "shy", 0xad },
	{ "hellip", 0x2026 },
	{ "ndash", 0x2013 },
	{ "mdash", 0x2014 },
	{ "lsquo", 0x2018 },
	{ "rsquo", 0x2019 },
	{ "ldquo", 0x201c },
	{ "rdquo", 0x201d },
	{ "laquo", 0xab },
	{ "raquo", 0xbb },
	{ "bull", 0x2022 },
	{ "middot", 0xb7 },
	{ "deg", 0xb0 },
	{ "times", 0xd7 },
	{ "copy", 0xa9 },
	{ "reg", 0xae },
	{ "trade", 0x2122 },
	{ "euro", 0x20ac },
	{ "eacute", 0xe9 },
	{ "egrave", 0xe8 },
	{ "aacute", 0xe1 },
	{ "agrave", 0xe0 },
	{ "ouml", 0xf6 },
	{ "uuml", 0xfc },
	{ "ccedil", 0xe7 },
	{ "ntilde", 0xf1 },
};

static int digit_of(char c, uint32_t base)
{
	int v = -1;

	if (c >= '0' && c <= '9')
		v = c - '0';
	else if (c >= 'a' && c <= 'f')
		v = c - 'a' + 10;
	else if (c >= 'A' && c <= 'F')
		v = c - 'A' + 10;
	return v < (int)base ? v : -1;
}

/* "#8217" or "#x2019"; false when it is no number or no character. */
static bool number(const char *p, size_t len, uint32_t *cp)
{
	bool hex = len > 1 && (p[1] == 'x' || p[1] == 'X');
	uint32_t base = hex ? 16 : 10, v = 0;
	size_t i = hex ? 2 : 1;

	if (i >= len)
		return false;
	for (; i < len; i++) {
		int n = digit_of(p[i], base);

		if (n < 0 || v > 0x10ffff)
			return false;
		v = v * base + (uint32_t)n;
	}
	*cp = v;
	return v != 0 && v <= 0x10ffff && (v < 0xd800 || v > 0xdfff);
}

static bool named(const char *p, size_t len, uint32_t *cp)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strlen(names[i].name) == len && memcmp(names[i].name, p, len) == 0) {
			*cp = names[i].cp;
			return true;
		}
	}
	return false;
}

size_t entity_decode(const char *p, const char *end, struct buf *out)
{
	size_t max = (size_t)(end - p) < LONGEST + 2 ? (size_t)(end - p) : LONGEST + 2;
	const char *stop = memchr(p, ';', max);
	uint32_t cp = 0;
	size_t len;

	if (stop == NULL || stop == p + 1)
		return 0;
	len = (size_t)(stop - p - 1);
	if (p[1] == '#' ? !number(p + 1, len, &cp) : !named(p + 1, len, &cp))
		return 0;
	buf_add_utf8(out, cp);
	return len + 2;
}
