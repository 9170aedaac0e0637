/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_json.c: speech recognisers that tell who speaks at each word only
 * (Amazon, Deepgram, Google, Speechmatics, WhisperX), and lists that give
 * speakers names.
 *
 * A word is an object with a text without blanks, its own or that of its first
 * alternative.  Words at the same place of the file ("segments/words") belong
 * together, whatever list they are in.  One that names nobody goes on with the
 * speaker before; Amazon names them in a list of their own, by the word's start.
 */
#ifndef TEMA_CORPUS_JSON_WORDS_H
#define TEMA_CORPUS_JSON_WORDS_H

#include "base/json.h"
#include "corpus/utterances.h"

/* Adds the words' sentences and false starts as utterances of their speakers.  False, and nothing
 * done: no words name speakers, or they hold less than half of so many bytes. */
bool json_words_read(const struct jsonv *root, size_t bytes, struct utterances *u);

/* Speakers that are numbers in the text get the names of a list like "speakers": [{"id": 1,
 * "name": "Sari"}]. */
void json_words_names(const struct jsonv *root, struct utterances *u);

#endif
