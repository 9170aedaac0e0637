/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Utterances in JSON, whatever program wrote it: an object with text under one
 * of the names of fields.h, perhaps with a speaker and times.  Known shapes
 * beyond that:
 *
 *   "alternatives": [{"transcript": ...}]   the first one is the text (Google, Deepgram)
 *   "elements": [{"value": ...}]            joined as they stand (Rev)
 *   "sentences": [{"text": ...}]            joined with blanks (Deepgram)
 *   "segs": [{"utf8": ...}]              joined as they stand (YouTube)
 *   "text_entities": [{"text": ...}]     joined as they stand (Telegram)
 *   "timestamp": [0.0, 2.5]                 (transformers)
 *   "offsets": {"from": 0, "to": 2500}      (whisper.cpp)
 *   "speaker": 0, "speaker": {"name": ...}, "from": "Sari" (Telegram)
 */
#ifndef TEMA_CORPUS_JSON_ITEMS_H
#define TEMA_CORPUS_JSON_ITEMS_H

#include "base/json.h"
#include "corpus/utterances.h"

/* One utterance; false: no text in it.  Borrowed from item and the arena. */
bool json_item_read(const struct jsonv *item, struct arena *a, struct utterance *out);
/* Its speaker and times only, what it does not tell stays as it is in out. */
void json_item_who_and_when(const struct jsonv *item, struct arena *a, struct utterance *out);
/* The list of the utterances among all that is in root, NULL if there is none.  Of several the one
 * that tells more: whole sentences rather than words, speakers, times. */
const struct jsonv *json_items_find(const struct jsonv *root);
/* The text of the best member of KIND, or NULL. */
const char *json_item_text(const struct jsonv *item, enum field_kind kind);

#endif
