/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exported chats: WhatsApp ("17/08/24 09.30 - Sari: text", "[17/08/24 09.30.12] Sari: text") and
 * the chat of Zoom ("09:30:12 From Sari to Everyone:").
 *
 * A message is a paragraph of its sender, with its line breaks; where the chat goes over several
 * days, the date as written is a heading above the messages of each.  Remarks: R029 notices of the
 * program left out (members, encryption, deleted messages), R033 messages that were a picture or
 * recording.
 */
#ifndef TEMA_CORPUS_CHATS_H
#define TEMA_CORPUS_CHATS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "corpus/draft.h"

/* False, and nothing done, unless the first line is one of a chat and three are.  text as
 * normalise_decode() gave it. */
bool chats_read(const char *name, const char *text, size_t len, struct draft *out, struct diags *d);

#endif
