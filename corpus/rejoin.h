/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of plain text: the whole text of a .txt (or any other format
 * without markup) goes in, paragraphs of a draft come out.
 *
 * Three shapes of files are told apart by looking at all lines:
 *   - one line is one paragraph (text pasted from a word processor);
 *   - hard-wrapped: lines are cut at one width, a paragraph is the block
 *     between blank lines, its line breaks stay in it as '\n';
 *   - hard-wrapped with a blank line behind every line (copied from a PDF): lines are
 *     joined over the blank lines, which stay in the paragraph as "\n\n", with remark R005.
 * Which one it is is a guess; text is never changed by it, only paragraph borders.
 *
 * Sets draft->plain, so that document_build() guesses kinds (kinds.h).  Does not
 * look for speaker labels: turns.c does, also in the middle of a paragraph.
 */
#ifndef TEMA_CORPUS_REJOIN_H
#define TEMA_CORPUS_REJOIN_H

#include <stddef.h>

#include "base/diag.h"
#include "corpus/draft.h"

/* text: what normalise_decode() gave (valid UTF-8, '\n' line ends, need not be NFC).  Calls
 * draft_para() and draft_text() for each paragraph; the caller calls draft_end(). */
void rejoin_lines(const char *text, size_t len, struct draft *draft, struct diags *d);

#endif
