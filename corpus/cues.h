/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions: many short cues with times become paragraphs.
 *
 * A caption format (vtt, srt) adds its cues in order; cues_write() then
 *   - drops lines that a rolling caption (YouTube) only repeats,
 *   - finds speakers written as "Name: " in the text, when a name comes at
 *     least twice (once, when every cue has one) and the format itself named
 *     nobody; who is named speaks on until another name comes (R103: names
 *     that come once); or as a name alone on the first line of each cue,
 *   - joins the cues of one speaker.  A paragraph ends when the speaker
 *     changes, or at a sentence end when it has become long; without speakers
 *     also at a pause.
 * Nothing else is changed, no word is lost.
 */
#ifndef TEMA_CORPUS_CUES_H
#define TEMA_CORPUS_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "corpus/draft.h"

struct cue {
	int64_t from, to;  /* milliseconds */
	const char *label; /* who the format says is speaking, or NULL */
	size_t label_len;
	const char *text; /* lines parted by '\n' */
	size_t len;
};

struct cues {
	struct arena arena;
	VEC(struct cue) list;
	bool rolling; /* the format shows that lines are repeated (times inside cues) */
};

#define CUES_INIT                                                                                  \
	{                                                                                          \
		ARENA_INIT, VEC_INIT, false                                                        \
	}

void cues_release(struct cues *c);
/* Text and label are copied. */
void cues_add(struct cues *c, int64_t from, int64_t to, const char *label, size_t label_len,
	const char *text, size_t len);
/* Paragraphs for all cues; file is the name shown in remarks. */
void cues_write(struct cues *c, const char *file, struct draft *out, struct diags *d);

/* "00:12.000 --> 01:00:14.500" at the start of a line (WebVTT, also with a decimal comma): its
 * length, 0 = none. */
size_t cues_times(const char *line, size_t len, int64_t *from, int64_t *to);
/* The same as SubRip files write it: "00:00:12,5", "00:00:12:500", "00:00:12" too. */
size_t cues_times_loose(const char *line, size_t len, int64_t *from, int64_t *to);
/* "0:00:12.500,0:00:14.000" (SubViewer). */
size_t cues_times_pair(const char *line, size_t len, int64_t *from, int64_t *to);
/* One time, minutes of any number: "75:10.25", "1:15:10", "00:12". */
size_t cues_clock(const char *p, size_t len, int64_t *ms);

#endif
