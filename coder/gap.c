/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/gap.h"

#include <string.h>

#include "base/utf8.h"

#define SOFT_HYPHEN 0x00AD

/* Quotation marks of all kinds, straight ones and the back quote, and Markdown's emphasis. */
static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '`' || cp == '*' || cp == 0x00AB || cp == 0x00BB ||
	       (cp >= 0x2018 && cp <= 0x201F) || cp == 0x2039 || cp == 0x203A || cp == 0x02BC;
}

/* Characters that are not there (CODEBOOK 2.5) */
static bool is_nothing(uint32_t cp)
{
	return cp == SOFT_HYPHEN || cp == 0x200B || cp == 0x200C || cp == 0x200D || cp == 0x2060 ||
	       cp == 0xFEFF;
}

static bool is_blank(uint32_t cp)
{
	return utf8_is_space(cp) || is_nothing(cp);
}

bool gap_is_plain(const char *text, size_t from, size_t to)
{
	const char *p = text + from, *end = text + to;
	uint32_t cp;

	while (p < end) {
		p += utf8_next(p, end, &cp);
		if (cp != ' ' && !is_blank(cp) && !is_quote(cp))
			return false;
	}
	return true;
}

static bool set_has(const char *set, uint32_t wanted)
{
	const char *end = set + strlen(set);
	uint32_t cp;

	while (set < end) {
		set += utf8_next(set, end, &cp);
		if (cp == wanted)
			return true;
	}
	return false;
}

/* The next character that counts, 0 at the end.  Quotation marks count where WANTED holds them. */
static uint32_t next_mark(const char **p, const char *end, const char *wanted)
{
	uint32_t cp;

	while (*p < end) {
		*p += utf8_next(*p, end, &cp);
		if (is_blank(cp) || (is_quote(cp) && !set_has(wanted, cp)))
			continue;
		return cp;
	}
	return 0;
}

bool gap_is_marks(const char *text, size_t from, size_t to, const char *marks)
{
	const char *p = text + from, *end = text + to;
	const char *m = marks, *mend = marks + strlen(marks);
	uint32_t found, wanted;

	do {
		found = next_mark(&p, end, marks);
		wanted = next_mark(&m, mend, marks);
		if (found != wanted)
			return false;
	} while (found != 0);
	return true;
}

bool gap_has(const char *text, size_t from, size_t to, const char *set)
{
	const char *p = text + from, *end = text + to;
	uint32_t cp;

	while (p < end) {
		p += utf8_next(p, end, &cp);
		if (cp != ' ' && set_has(set, cp))
			return true;
	}
	return false;
}
