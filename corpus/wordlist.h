/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small fixed tables of ASCII words in lower case, sorted by bytes. */
#ifndef TEMA_CORPUS_WORDLIST_H
#define TEMA_CORPUS_WORDLIST_H

#include <stddef.h>

#define WORDLIST_LONGEST 32

struct wordlist {
	const char *const *words;
	size_t n;
};

#define WORDLIST(array) ((struct wordlist){ array, sizeof array / sizeof *array })

/* Where the word stands in the list, any ASCII case; -1: not there. */
int wordlist_find(struct wordlist list, const char *word, size_t len);
/* Is the list sorted, without doubles or capitals?  For the unit tests of its owner. */
int wordlist_check(struct wordlist list);

#endif
