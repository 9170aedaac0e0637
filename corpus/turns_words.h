/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What words in front of a colon say about a speaker; for turns*.c, cues.c and grid_shape.c. */
#ifndef TEMA_CORPUS_TURNS_WORDS_H
#define TEMA_CORPUS_TURNS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "corpus/document.h"

struct role_word {
	const char *word;
	enum role role;
	enum speaker_kind kind;
};

/* The row for a label: its words without number ("Narasumber 1", "Informan-03", "INTERVIEWER A"),
 * or NULL. */
const struct role_word *turns_role_word(const char *label, size_t len);
/* Words that head a line of data or of ordinary text and name nobody: Tanggal, Sumber, Contoh, http
 * ... */
bool turns_is_stop(const char *label, size_t len);
/* Of these, the keys of the head of a transcript: Nama, Usia, Tanggal ... */
bool turns_is_head_key(const char *label, size_t len);
/* Behind the name of the conversation in a code: "P1" of "FGD-P1", "M" of "FGD2-M"; the label
 * itself where there is none. */
const char *turns_code(const char *label);
/* "Pak Budi", "Ketua RT 03": an address or an office and a name. */
bool turns_is_titled(const char *label, size_t len);
/* Is LABEL the role word that stands in OTHER, with one slip and the same number ("Narasuber 2",
 * "Narasumber 2")? */
bool turns_is_slip(const char *label, size_t len, const char *other, size_t olen);
bool turns_words_sorted(void); /* for the unit test */

#endif
