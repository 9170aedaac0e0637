/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/wordlist.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

int wordlist_find(struct wordlist list, const char *word, size_t len)
{
	char low[WORDLIST_LONGEST];
	const char *const *at;

	if (len >= sizeof low)
		return -1;
	for (size_t i = 0; i < len; i++)
		low[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
	low[len] = '\0';
	at = bsearch(low, list.words, list.n, sizeof *list.words, compare);
	return at != NULL ? (int)(at - list.words) : -1;
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
