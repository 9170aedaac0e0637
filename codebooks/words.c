/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebooks/words.h"

#include <string.h>

#include "base/opt.h"

static const struct {
	const char *text;
	unsigned flags;
} words[WORD_COUNT] = { [WORD_NONE] = { "", 0 },
#define WORD_ROW(id, text, flags) [WORD_##id] = { text, flags },
	WORDS(WORD_ROW)
#undef WORD_ROW
};

static int compare(const char *s, size_t len, const char *word)
{
	int c = strncmp(s, word, len);

	return c != 0 ? c : (word[len] == '\0' ? 0 : -1);
}

enum word word_find(const char *s, size_t len)
{
	int low = 1, high = WORD_COUNT - 1;

	if (len < 2 || len > 10)
		return WORD_NONE;
	while (low <= high) {
		int mid = (low + high) / 2;
		int c = compare(s, len, words[mid].text);

		if (c == 0)
			return (enum word)mid;
		if (c < 0)
			high = mid - 1;
		else
			low = mid + 1;
	}
	return WORD_NONE;
}

const char *word_text(enum word w)
{
	return words[w].text;
}

unsigned word_flags(enum word w)
{
	return words[w].flags;
}

const char *word_nearest(const char *s, unsigned flags)
{
	const char *list[WORD_COUNT];
	size_t n = 0;

	for (int i = 1; i < WORD_COUNT; i++)
		if ((words[i].flags & flags) != 0)
			list[n++] = words[i].text;
	return opt_nearest(s, list, n);
}
