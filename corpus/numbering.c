/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/numbering.h"

#include <stdio.h>
#include <string.h>

#define ROMAN_MAX 3999
#define LETTERS 26

void numbering_init(struct numbering *n)
{
	memset(n, 0, sizeof *n);
	for (size_t i = 0; i < NUMBERING_LEVELS; i++) {
		n->levels[i].format = NUMBERING_DECIMAL;
		n->levels[i].start = 1;
		snprintf(n->levels[i].text, NUMBERING_TEXT, "%%%zu.", i + 1);
	}
}

void numbering_text(struct numbering_level *level, const char *text)
{
	size_t len = strlen(text);

	if (len >= NUMBERING_TEXT)
		for (len = NUMBERING_TEXT - 1;
			len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80;)
			len--;
	memcpy(level->text, text, len);
	level->text[len] = '\0';
}

void numbering_restart(struct numbering *n, size_t level, uint32_t start)
{
	if (level >= NUMBERING_LEVELS)
		return;
	n->levels[level].start = start;
	for (size_t i = level; i < NUMBERING_LEVELS; i++)
		n->begun[i] = false;
}

/* a, b, ... z, aa, bb, ... as Word and LibreOffice count. */
static void letters(uint32_t n, char first, char out[NUMBERING_MAX])
{
	size_t times = n > 0 ? (n - 1) / LETTERS + 1 : 0;

	times = times < 8 ? times : 8;
	memset(out, first + (char)((n + LETTERS - 1) % LETTERS), times);
	out[times] = '\0';
}

static void roman(uint32_t n, bool upper, char out[NUMBERING_MAX])
{
	static const struct {
		uint32_t value;
		const char *upper, *lower;
	} signs[] = { { 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" },
		{ 400, "CD", "cd" }, { 100, "C", "c" }, { 90, "XC", "xc" }, { 50, "L", "l" },
		{ 40, "XL", "xl" }, { 10, "X", "x" }, { 9, "IX", "ix" }, { 5, "V", "v" },
		{ 4, "IV", "iv" }, { 1, "I", "i" } };
	size_t len = 0;

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; n >= signs[i].value; n -= signs[i].value)
			len += (size_t)snprintf(out + len, NUMBERING_MAX - len, "%s",
				upper ? signs[i].upper : signs[i].lower);
	out[len] = '\0';
}

static void number(enum numbering_format format, uint32_t n, char out[NUMBERING_MAX])
{
	out[0] = '\0';
	if (format == NUMBERING_LOWER_LETTER || format == NUMBERING_UPPER_LETTER)
		letters(n, format == NUMBERING_LOWER_LETTER ? 'a' : 'A', out);
	else if ((format == NUMBERING_LOWER_ROMAN || format == NUMBERING_UPPER_ROMAN) &&
		 n <= ROMAN_MAX)
		roman(n, format == NUMBERING_UPPER_ROMAN, out);
	else if (format != NUMBERING_NONE)
		snprintf(out, NUMBERING_MAX, format == NUMBERING_ZERO ? "%02u" : "%u", n);
}

static size_t append(char *out, size_t len, const char *p, size_t n)
{
	if (len + n + 2 > NUMBERING_MAX)
		return len;
	memcpy(out + len, p, n);
	return len + n;
}

/* "%1.%2)" -> "2.3) " */
static void fill(const struct numbering *n, const char *text, char out[NUMBERING_MAX])
{
	char one[NUMBERING_MAX];
	size_t len = 0;

	for (; *text != '\0'; text++) {
		size_t level = (size_t)(text[0] == '%' && text[1] >= '1' && text[1] <= '9'
						? text[1] - '1'
						: NUMBERING_LEVELS);

		if (level >= NUMBERING_LEVELS) {
			len = append(out, len, text, 1);
			continue;
		}
		number(n->levels[level].format,
			n->begun[level] ? n->counts[level] : n->levels[level].start, one);
		len = append(out, len, one, strlen(one));
		text++;
	}
	while (len > 0 && (out[len - 1] == ' ' || out[len - 1] == '\t'))
		len--;
	if (len > 0)
		out[len++] = ' ';
	out[len] = '\0';
}

void numbering_next(struct numbering *n, size_t level, char out[NUMBERING_MAX])
{
	const struct numbering_level *l;

	level = level < NUMBERING_LEVELS ? level : NUMBERING_LEVELS - 1;
	l = &n->levels[level];
	n->counts[level] = n->begun[level] ? n->counts[level] + 1 : l->start;
	n->begun[level] = true;
	for (size_t i = level + 1; i < NUMBERING_LEVELS; i++)
		n->begun[i] = false;
	out[0] = '\0';
	if (l->format == NUMBERING_BULLET)
		snprintf(out, NUMBERING_MAX, "\xe2\x80\xa2 ");
	else if (l->format != NUMBERING_NONE)
		fill(n, l->text, out);
}
