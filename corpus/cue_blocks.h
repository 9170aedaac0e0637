/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Caption files (vtt, srt) by blocks: the lines up to a blank one, or up to
 * the time line of the next cue.  What a block means is the reader's business.
 */
#ifndef TEMA_CORPUS_CUE_BLOCKS_H
#define TEMA_CORPUS_CUE_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"

struct cue_line {
	const char *p;
	size_t len;
	uint32_t number; /* from 1 */
};

/* The rest of a file, with '\n' line ends. */
struct cue_lines {
	const char *pos, *end;
	uint32_t number; /* of the line at pos */
};

bool cue_lines_peek(const struct cue_lines *l, struct cue_line *line); /* false at the end */
void cue_lines_advance(struct cue_lines *l, const struct cue_line *line);
void cue_lines_skip_blank(struct cue_lines *l);
bool cue_line_has_arrow(const struct cue_line *line); /* "-->" anywhere */

struct cue_block {
	struct buf text; /* with a '\n' behind each line; without the time and what is above it */
	struct cue_line first, time;
	bool has_time;
	bool cut; /* ends where a time line follows, not at a blank line */
};

#define CUE_BLOCK_INIT                                                                             \
	{                                                                                          \
		BUF_INIT, { "", 0, 0 }, { "", 0, 0 }, false, false                                 \
	}

/* The next block; of no lines when the next one is blank.  is_time tells the time lines. */
void cue_block_read(
	struct cue_block *b, struct cue_lines *l, bool (*is_time)(const struct cue_line *line));

/* Remarks R026 about single cues; behind twenty of them the rest is counted. */
struct cue_flaws {
	const char *file;
	struct diags *d;
	uint32_t n;
};

void cue_flaws_add(struct cue_flaws *f, const struct cue_line *line, const char *why);
void cue_flaws_end(struct cue_flaws *f);

#endif
