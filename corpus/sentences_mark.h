/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands around a mark that may end a sentence; for sentences.c only.
 * Nothing looks further than a few words in either direction.
 */
#ifndef TEMA_CORPUS_SENTENCES_MARK_H
#define TEMA_CORPUS_SENTENCES_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One mark (or run of marks) and what stands around it. */
struct mark {
	const char *p, *end; /* the paragraph */
	const char *from;    /* start of the sentence so far */
	const char *at;	     /* first mark */
	const char *stop;    /* behind the marks */
	const char *close;   /* behind closing quotes and brackets */
	const char *next;    /* first visible character behind that */
	const char *word;    /* the next word, behind opening quotes and brackets */
	bool asks;	     /* '?' or '!' among the marks */
	bool dots;	     /* an ellipsis */
	bool quoted;	     /* a closing quote is among the closers */
	bool wide;	     /* a full-width mark: no space follows in such text */
};

/* A word of the text: [start,end). */
struct word {
	const char *start, *end;
};

/* The next mark at or behind p, or end. */
const char *mark_search(const char *p, const char *end);
/* The marks at `at`, of the sentence that began at `from`, in the paragraph [p,end). */
void mark_init(struct mark *m, const char *p, const char *end, const char *from, const char *at);

bool mark_is_digit(uint32_t cp); /* ASCII */
bool mark_is_space(uint32_t cp);
bool mark_is_opener(uint32_t cp);
bool mark_is_closer(uint32_t cp);
const char *mark_skip_spaces(const char *p, const char *end);
const char *mark_skip_openers(const char *p, const char *end);
uint32_t mark_code_at(const struct mark *m, const char *p);	/* 0 at the end */
uint32_t mark_code_before(const struct mark *m, const char *p); /* 0 at the start */

/* What stands glued in front of `end`, opening quotes and brackets left out. */
struct word mark_word_before(const struct mark *m, const char *end);
/* The word in front of w. */
struct word mark_previous(const struct mark *m, struct word w);
struct word mark_word_after(const struct mark *m);

#endif
