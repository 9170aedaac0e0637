/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tables (csv) and data files (json, jsonl) hold: who says what, when,
 * in order.  utterances_write() makes paragraphs of them:
 *   - with start and end times they are captions, joined as cues.h does, so that the
 *     same recording gives the same text from .vtt, .srt, .json and .tsv;
 *   - otherwise each is a paragraph (several, where a blank line is in it), below its heading.
 *
 * Remarks of their readers: R040 entries or lines without a text left out, R041
 * columns or fields left out, R042 rows above a table's header left out.
 *
 * Numbers are milliseconds when the mean length of an utterance would else be
 * more than eight minutes.
 */
#ifndef TEMA_CORPUS_UTTERANCES_H
#define TEMA_CORPUS_UTTERANCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/intern.h"
#include "base/vec.h"
#include "corpus/draft.h"
#include "corpus/fields.h"

struct utterance {
	const char *label; /* NULL = nobody is named */
	size_t label_len;
	const char *text;
	size_t len;
	const char *heading; /* a question that stands above the text; NULL = none */
	struct moment from, to;
};

struct utterances {
	struct arena arena; /* for the user's own strings */
	VEC(struct utterance) list;
	bool apart; /* one without a label does not continue the one before */
};

#define UTTERANCES_INIT                                                                            \
	{                                                                                          \
		ARENA_INIT, VEC_INIT, false                                                        \
	}

void utterances_release(struct utterances *u);
/* Text and label are borrowed, the label without blanks around it and a colon behind it; one
 * without text is left out: false. */
bool utterances_add(struct utterances *u, const struct utterance *one);
/* Paragraphs for all; file is the name shown in remarks. */
void utterances_write(struct utterances *u, const char *file, struct draft *out, struct diags *d);

/* The draft's date, if it has none yet and the text begins with one ("2024-08-17T09:30"). */
void utterances_date(struct draft *out, const char *text);
/* Remark R041: what ("columns", "fields") of the file were not used; none, no remark. */
void utterances_left_out(
	const struct intern *names, const char *what, const char *file, struct diags *d);

#endif
