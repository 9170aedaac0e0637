/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Abbreviations written with a full stop, Indonesian and English, for
 * sentences.c only.  What follows decides whether the stop may also end a
 * sentence.  Looked up without the last stop, in any ASCII case ("S.Sos", "hlm").
 */
#ifndef TEMA_CORPUS_ABBREVIATIONS_H
#define TEMA_CORPUS_ABBREVIATIONS_H

#include <stdbool.h>
#include <stddef.h>

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,  /* "dr.", "Jl.": a name follows, never the end */
	ABBREVIATION_NUMBER, /* "No.", "hlm.": not the end before a number */
	ABBREVIATION_END,    /* "dkk.", "S.Sos.": the end before a capital, not before a number */
};

enum abbreviation abbreviations_find(const char *word, size_t len);
/* Words that begin sentences and no names: Saya, Mereka, Namun, The, But ... */
bool abbreviations_is_starter(const char *word, size_t len);
/* Words in front of a single letter that is no initial: vitamin C, kelas A ... */
bool abbreviations_takes_letter(const char *word, size_t len);
/* Words that a number and a title follow: Bab II. Pembahasan, Tabel 2. Jumlah peserta ... */
bool abbreviations_takes_title(const char *word, size_t len);
/* Measures that are shortened words behind a number only: 6 ft. 2 in. tall. */
bool abbreviations_is_unit(const char *word, size_t len);
/* Are the tables fit for searching?  For the unit test. */
bool abbreviations_sorted(void);

#endif
