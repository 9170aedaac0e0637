/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which paragraphs a rule reads (CODEBOOK 6.1, 6.2).  Rules with the same
 * answer share a reader; a reader answers once a document.
 *
 * Paragraphs that a reader skips do not exist for its rules, so distances
 * are counted without their words.
 */
#ifndef TEMA_CODER_WHERE_H
#define TEMA_CODER_WHERE_H

#include "coder/stream.h"

struct reader {
	const struct cond *where; /* or NULL */
	struct reader *within;	  /* reads only what this one reads, too; or NULL */
	bool speakers_all;
	bool questions;	 /* reads interviewers, and nobody else; no where */
	bool everything; /* reads all there is */
	/* For the document at hand: */
	uint64_t epoch;
	VEC(bool) reads;       /* by paragraph */
	VEC(uint32_t) skipped; /* words before the paragraph that are not read */
};

/* Answers for s->doc unless it has done so in this epoch.  lenient (codebook tests): fields other
 * than speaker.role and paragraph.kind hold. */
void reader_prepare(struct reader *r, const struct stream *s, uint64_t epoch, bool lenient);
void reader_release(struct reader *r);

static inline bool reader_reads(const struct reader *r, const struct stream *s, uint32_t word)
{
	return r->reads.items[stream_para(s, word)];
}

/* A word's number among the words that are read. */
static inline uint32_t reader_count(const struct reader *r, const struct stream *s, uint32_t word)
{
	return word - r->skipped.items[stream_para(s, word)];
}

/* The condition alone; label may be NULL. */
bool where_holds(
	const struct cond *c, const struct document *doc, const struct para *p, bool lenient);

/* A field that is none of the fixed ones of its object. */
bool where_is_variable(const struct cond *c);
/* The words that a field with a closed set of values has; NULL: it has no such set. */
const char *const *where_set_of(const struct cond *c);
/* Is the value one of that set, in one of its languages? */
bool where_knows(const struct cond *c, const char *value);

#endif
