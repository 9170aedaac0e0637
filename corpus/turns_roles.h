/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which role each label of a document has (turns.h), and remarks for those
 * that stay unsure; but for roles_propose(), for turns.c only.
 *
 * R101 (warning): role unsure; the hint is the option to type.
 * R102 (warning): a pair of letters whose two tests disagree; same.
 */
#ifndef TEMA_CORPUS_TURNS_ROLES_H
#define TEMA_CORPUS_TURNS_ROLES_H

#include "base/diag.h"
#include "corpus/document.h"
#include "corpus/turns.h"
#include "corpus/turns_words.h"

/* hints and words: what is known of each label, in the order of doc->labels; NULL = nothing. */
void roles_find(struct document *doc, enum method method, const struct speaker_hint *const *hints,
	const struct role_word *const *words, struct diags *d);

/* Sets label.likely, which roles_find() has set already in a document that was just read. */
void roles_propose(struct document *doc);

/* Are these capitals one of the pairs that share an interview: P and I, Q and A ...? */
bool roles_are_pair(char a, char b);

#endif
