/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of one WebVTT cue: voices ("<v Name>", "<v.loud Name>") part it,
 * other tags and times inside are taken out, character references become
 * characters.  A word in angle brackets that is no tag of WebVTT or HTML
 * ("<laughs>") stays as text; so does what stands behind "<v " without a ">".
 */
#ifndef TEMA_CORPUS_VTT_TEXT_H
#define TEMA_CORPUS_VTT_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "corpus/cues.h"

/* Adds one cue to out for each voice (none when there is no text). */
void vtt_text(const char *p, size_t len, int64_t from, int64_t to, struct cues *out);

#endif
