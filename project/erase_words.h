/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an erased person said, as runs of four words: to find quotations of it in notes, copies of
 * it in texts that stand no more, and other documents that hold the same.
 */
#ifndef TEMA_PROJECT_ERASE_WORDS_H
#define TEMA_PROJECT_ERASE_WORDS_H

#include <stdint.h>

#include "base/vec.h"
#include "project/erase_names.h"

#define ERASE_RUN 4

struct erase_run {
	uint64_t hash;
	bool held; /* another text holds it, too: it says nothing about this one */
};

struct erase_words {
	VEC(struct erase_run) runs; /* sorted once sealed, each once */
};

void erase_words_add(struct erase_words *w, const char *text, size_t len);
void erase_words_seal(struct erase_words *w);
/* A text that stays: its runs are held from now on.  How many of ours it has, and of how many. */
uint64_t erase_words_hold(struct erase_words *w, const char *text, size_t len);
/* The words of runs that no other text holds, next ones joined. */
void erase_words_find(
	const struct erase_words *w, const char *text, size_t len, struct erase_spans *out);
void erase_words_release(struct erase_words *w);

#endif
