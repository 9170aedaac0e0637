/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WordStat: a tree by tabs.  A line with "(1)" at its end is a term and the number
 * its weight; one without is a category.  '_' stands for a space.
 */
#include <string.h>

#include "base/utf8.h"
#include "codebooks/foreign.h"

#define LEVELS_MAX 64

/* "TERM (1)": the term's length and the weight; 0: a category. */
static size_t split_weight(const char *s, size_t len, const char **weight, size_t *wlen)
{
	size_t open;

	if (len < 4 || s[len - 1] != ')')
		return 0;
	for (open = len - 1; open > 0 && s[open] != '('; open--)
		;
	*weight = s + open + 1;
	*wlen = len - open - 2;
	if (open == 0 || *wlen == 0 || strspn(*weight, "0123456789.,-") < *wlen)
		return 0;
	return open;
}

static bool is_rule(const char *s, size_t len)
{
	static const char *const words[] = { " NEAR ", " BEFORE ", " AFTER ", " AND ", " NOT " };
	char *copy = mem_dup(s, len);
	bool found = *s == '#' || *s == '@' || strstr(copy, " #") != NULL;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		found = found || (strstr(copy, words[i]) != NULL && strchr(copy, '#') != NULL);
	free(copy);
	return found;
}

static void add_term(struct foreign *f, uint32_t code, const char *s, size_t len, uint32_t line)
{
	char *words;

	foreign_trim(&s, &len);
	if (len == 0)
		return;
	if (is_rule(s, len)) {
		foreign_remark(f, DIAG_WARNING, line, SAY(F003_WORDSTAT_RULE),
			(int)utf8_cut(s, len, 60), s, f->codes.items[code].name);
		return;
	}
	words = mem_dup(s, len);
	for (size_t i = 1; i + 1 < len; i++)
		words[i] = words[i] == '_' ? ' ' : words[i];
	if (memcmp(words, s, len) != 0)
		foreign_remark(
			f, DIAG_REMARK, line, SAY(F010_WORDS), (int)utf8_cut(s, len, 60), s, words);
	foreign_term(f, code, words, len, line);
	free(words);
}

static void check_weight(
	struct foreign *f, const char *s, size_t n, const char *weight, size_t len, uint32_t line)
{
	foreign_trim(&s, &n);
	if (len != 1 || *weight != '1')
		foreign_remark(f, DIAG_WARNING, line, SAY(F001_WEIGHT), (int)len, weight,
			(int)utf8_cut(s, n, 60), s);
}

static enum rc read(struct foreign *f, const char *text, size_t len, struct err *e)
{
	struct foreign_lines lines = { text, text + len, 0 };
	uint32_t open[LEVELS_MAX], levels = 0;
	const char *s, *weight;
	size_t n, wlen, term;

	while (foreign_line(&lines, &s, &n)) {
		uint32_t level = 0;

		while (level < n && s[level] == '\t')
			level++;
		foreign_trim(&s, &n);
		if (n == 0)
			continue;
		level = level < levels ? level : levels;
		term = split_weight(s, n, &weight, &wlen);
		if (term > 0 && level == 0)
			return foreign_wrong(f, lines.number, e,
				"a term without a category; a WordStat dictionary is a tree by "
				"tabs");
		if (term > 0) {
			check_weight(f, s, term, weight, wlen, lines.number);
			add_term(f, open[level - 1], s, term, lines.number);
		} else if (level < LEVELS_MAX) {
			open[level] = foreign_code(
				f, s, n, level > 0 ? open[level - 1] : FOREIGN_TOP, lines.number);
			levels = level + 1;
		} else {
			return foreign_wrong(f, lines.number, e, "categories nested too deep");
		}
	}
	return RC_OK;
}

const struct foreign_format foreign_wordstat = {
	.name = "wordstat", .title = "WordStat dictionary", .extensions = "cat", .read = read
};
