/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said about a codebook, in English and in Indonesian.
 *
 * Every text has a key, and stands in one of the tables messages_*.def as
 *
 *	MESSAGE(E009_UNKNOWN, "unknown word list '%s'", "daftar kata '%s' tidak dikenal")
 *
 * A key that begins with an id (E009, W057, F003, R100) is what that id says; the id
 * is read off the key, so a caller names only the key:
 *
 *	complain_error(c, at, SAY(E009_UNKNOWN), name);
 *
 * SAY() gives two arguments, the number and the English format, so that the
 * compiler checks the arguments against the format.  Keys with H_ are hints,
 * with P_ pieces that other texts are put together from ("the key of a code"),
 * with S_ sentences of the commands, with X_ those of explanations.
 *
 * To add a message: a row in the table, in both languages, and SAY(KEY) where
 * it is said; a new id also needs a row in coder/id_text_*.def (which
 * `check --explain ID` and man/tema-messages.7 show).  tests/unit/
 * test_codebooks_messages.c tells what is missing.  In the Indonesian text the
 * arguments may stand in another order: then all of them are numbered, "%2$s".
 *
 * Words: code kode, codebook buku kode, rule aturan, word list daftar kata,
 * keyword kata kunci, item butir, root kata dasar, place tempat, unit satuan,
 * scope lingkup, field atribut, error kesalahan, warning peringatan, file
 * berkas, line baris, column kolom, weight bobot, threshold ambang.  What the
 * language itself reads ('when', 'unit') stays as it is, in quotes.
 */
#ifndef TEMA_CODEBOOKS_MESSAGES_H
#define TEMA_CODEBOOKS_MESSAGES_H

#include "base/diag.h"

enum message {
	MSG_NONE,
#define MESSAGE(key, en, id) MSG_##key,
#include "codebooks/messages_all.def"
#undef MESSAGE
	MESSAGE_COUNT
};

/* An array of each English text, for the compiler to check arguments against. */
#define MESSAGE(key, en, id) static const char MSG_TEXT_##key[] __attribute__((unused)) = en;
#include "codebooks/messages_all.def"
#undef MESSAGE

#define SAY(key) MSG_##key, MSG_TEXT_##key

/* The text in a language: "id", or English for any other and for NULL.  "" of MSG_NONE. */
const char *message_text(enum message m, const char *lang);
const char *message_key(enum message m); /* "E009_UNKNOWN" */
/* The text with its arguments, kept in the arena, or appended to out. */
const char *message_words(struct arena *a, const char *lang, enum message m, const char *english,
	...) __attribute__((format(printf, 4, 5)));
void message_add(struct buf *out, const char *lang, enum message m, const char *english, ...)
	__attribute__((format(printf, 4, 5)));
/* The id, the text and the arguments behind it as a diag, in the list's language. */
struct diag *message_diag(struct diags *d, enum diag_level level, const struct diag_at *at,
	enum message m, const char *english, ...) __attribute__((format(printf, 5, 6)));
struct diag *message_diag_v(struct diags *d, enum diag_level level, const struct diag_at *at,
	enum message m, va_list ap);
/* The hint of g, if there is a g. */
void message_hint(struct diags *d, struct diag *g, enum message m, const char *english, ...)
	__attribute__((format(printf, 4, 5)));
void message_hint_v(struct diags *d, struct diag *g, enum message m, va_list ap);
/* "E009" of E009_UNKNOWN, the first four characters of the key. */
void message_id(enum message m, char id[5]);

#endif
