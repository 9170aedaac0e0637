/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The replacement list of the project (it never leaves the file), and the texts in the project
 * that it is applied to besides documents. */
#ifndef TEMA_STORE_PSEUDONYMS_H
#define TEMA_STORE_PSEUDONYMS_H

#include "corpus/document.h"
#include "output/redact.h"
#include "store/store.h"

/* Texts are valid during the callback only. */
struct store_pseudonym {
	int64_t row;
	const char *find, *replace;
};
typedef enum rc store_pseudonym_fn(const struct store_pseudonym *p, void *arg, struct err *e);
enum rc store_pseudonyms(
	struct store *s, store_pseudonym_fn *fn, void *arg, struct err *e); /* as added */
/* Inside an op. */
enum rc store_pseudonym_add(struct store *s, const char *find, const char *replace, struct err *e);
enum rc store_pseudonym_end(struct store *s, int64_t row, struct err *e);

/* What hides names wherever texts of this project are shown, NULL = nothing; the store owns it from
 * now on.  Reading from the store gives texts as they are: project/seen.h applies it. */
void store_hide(struct store *s, struct redactor *r);
const struct redactor *store_hidden(const struct store *s);

/* How speakers are called: one call for each label of each speaker in the order of speakers (""
 * for one without labels), hidden documents too. */
struct store_alias {
	int64_t speaker, document;
	const char *code, *name, *label; /* "" = none */
	bool shown_as_code;
	enum role role;
	enum speaker_kind kind;
};
typedef enum rc store_alias_fn(const struct store_alias *a, void *arg, struct err *e);
enum rc store_aliases(struct store *s, store_alias_fn *fn, void *arg, struct err *e);
/* The same for names that were given up when their speaker was merged into another (label ""). */
enum rc store_former_names(struct store *s, store_alias_fn *fn, void *arg, struct err *e);

/* Every living note and memo. */
typedef enum rc store_note_fn(const char *text, void *arg, struct err *e);
enum rc store_notes(struct store *s, store_note_fn *fn, void *arg, struct err *e);

#endif
