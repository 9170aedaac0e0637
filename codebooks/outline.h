/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of a parsed codebook as text again, for people: patterns and the clauses of rules. */
#ifndef TEMA_CODEBOOKS_OUTLINE_H
#define TEMA_CODEBOOKS_OUTLINE_H

#include "base/buf.h"
#include "codebooks/model.h"
#include "codebooks/words.h"

/* The pattern with its exclusions: `~paham -kesepahaman`. */
void outline_pattern(const struct pattern *w, struct buf *out);
/* The keywords of a code that weigh as LIKE, one of them, and are written in the same file, with
 * `between` them. */
void outline_keywords(
	const struct code *c, const struct rule *like, const char *between, struct buf *out);
/* Is R one of those? */
bool outline_is_like(const struct rule *r, const struct rule *like);
/* All keywords, with the items of a word list in its place: for those who do not have the lists. */
void outline_all_words(const struct code *c, const char *between, struct buf *out);
/* What stands behind WORD_WHEN, WORD_UNLESS or WORD_WHERE in a rule, on one line; nothing is
 * appended when the rule has no such clause. */
void outline_clause(
	const struct codebook *cb, const struct rule *r, enum word clause, struct buf *out);
/* The codebook's text under another name: its own references keep meaning its own codes. */
void outline_rename(const struct codebook *cb, const char *name, struct buf *out);
/* A key as codebooks are called? */
bool outline_is_key(const char *s);

#endif
