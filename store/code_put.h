/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For code_put.c: what becomes of codes that a new version of a codebook has no more.
 *
 * `was OLD` names what a code was called.  Where the code itself is new in the project it simply is
 * the old one, with another key (code_put.c).  Otherwise, and for a code of another codebook
 * (was jones.LAMA) or the second of several, the old code is merged into it: what was decided on
 * the old one counts as decided on the new one.
 */
#ifndef TEMA_STORE_CODE_PUT_H
#define TEMA_STORE_CODE_PUT_H

#include "store/code_list.h"

/* The key in the code's own codebook that a `was` names; NULL: of another codebook. */
const char *code_was_key(const struct code *c, const char *was);
/* Merges what `was` names and what is in no codebook any more, or is the project's own.  RC_INPUT:
 * it still is in a codebook. */
enum rc code_was_carry(struct store *s, const struct codebook *cb, struct err *e);
/* Codes that were there before, were decided on and are in no codebook now: retired, or RC_INPUT.
 * Those that came back suggest again. */
enum rc code_vanish(struct store *s, const struct code_list *before,
	const struct store_codebook_set *set, struct store_lost *lost, struct err *e);

#endif
