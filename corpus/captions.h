/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions in a file that says it is text: what speech recognisers write
 * ("[00:43.810 --> 00:47.850]  Hello"), and SubRip or WebVTT cues pasted into
 * a .txt or .md.
 */
#ifndef TEMA_CORPUS_CAPTIONS_H
#define TEMA_CORPUS_CAPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "corpus/draft.h"

/* False, and nothing done, unless a quarter of the lines are times of cues.  text as
 * normalise_decode() gave it; what stands in front of the first cue becomes paragraphs. */
bool captions_read(
	const char *name, const char *text, size_t len, struct draft *out, struct diags *d);

#endif
