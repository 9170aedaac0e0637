/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/wordlist.h"

#include <string.h>

int wordlist_find(struct wordlist list, const char *word, size_t len)
{
	char low[WORDLIST_LONGEST];
	size_t from = 0, to = list.n;

	if (len >= sizeof low)
		return -1;
	for (size_t i = 0; i < len; i++)
		low[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
	low[len] = '\0';
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = low[0] - list.words[middle][0]; /* mostly decides; all is ASCII */

		if (order == 0)
			order = strcmp(low, list.words[middle]);
		if (order == 0)
			return (int)middle;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return -1;
}

int wordlist_check(struct wordlist list)
{
	for (size_t i = 0; i < list.n; i++) {
		if (i > 0 && strcmp(list.words[i - 1], list.words[i]) >= 0)
			return 0;
		if (wordlist_find(list, list.words[i], strlen(list.words[i])) != (int)i)
			return 0;
	}
	return 1;
}
