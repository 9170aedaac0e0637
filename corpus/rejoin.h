/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of plain text: the whole text of a .txt (or any other format
 * without markup) goes in, paragraphs of a draft come out.
 *
 * Three shapes of files are told apart by looking at all lines (rejoin_shape.h):
 *   - one line is one paragraph (text pasted from a word processor);
 *   - hard-wrapped: lines are cut at one width, a paragraph is the block
 *     between blank lines (remark R007);
 *   - hard-wrapped with a blank line behind every line, copied from a PDF (R005).
 * Cut lines are joined with a blank; where a line may name a speaker its line break
 * stays.  Words divided at the end of a line are joined (R008, rejoin_hyphen.h).
 * A sentence that breaks off and goes on behind a page's end is joined too (R009): the
 * footnotes, page number and running head between its parts come behind it, the numbers and
 * heads as PARA_FOOTNOTE.
 *
 * Joining changes nothing but white space, hyphens at ends of lines, and the place of what
 * stands at a page's end.  It is a guess on the careful side; --rejoin yes takes lines as cut,
 * --rejoin no leaves every line as it is (draft->options).
 *
 * Does not look for speaker labels: turns.c does, also in the middle of a paragraph.
 */
#ifndef TEMA_CORPUS_REJOIN_H
#define TEMA_CORPUS_REJOIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"
#include "corpus/draft.h"

/* text: what normalise_decode() gave (valid UTF-8, '\n' line ends, need not be NFC).  Calls
 * draft_para() and draft_text() for each paragraph and sets draft->plain, so that
 * document_build() guesses kinds (kinds.h); the caller calls draft_end(). */
void rejoin_lines(const char *text, size_t len, struct draft *draft, struct diags *d);

/* The same for a text with markup of its own (Markdown): the text with its lines joined goes to
 * out, for the format's reader.  Lines between fences (```) stay as they are.  False, and out
 * empty, where nothing had to be joined. */
bool rejoin_markup(
	const char *text, size_t len, enum rejoin mode, struct buf *out, struct diags *d);

enum rejoin rejoin_mode(const struct draft *draft); /* of the draft's options */
/* "auto", "yes", "no", in the order of the enum, NULL-terminated. */
extern const char *const rejoin_names[];

#endif
