/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines near the start of a transcript that say who is who; for turns*.c only:
 *
 *	P = Peneliti, I = Informan        Keterangan: P: Pewawancara; N: Narasumber
 *	T : Tanya, J : Jawab              I1: Sari (kader), I2: Budi
 *
 * or one speaker a line.  They declare names and roles and are no turns.  Taken only where
 * a key is a label further down; remark R104 says what was taken.  What the user
 * declared goes before.
 */
#ifndef TEMA_CORPUS_TURNS_LEGEND_H
#define TEMA_CORPUS_TURNS_LEGEND_H

#include "base/diag.h"
#include "corpus/turns_marks.h"

VEC_TYPE(hint_list, struct speaker_hint);

/* Marks the lines of a legend as head and gives out what the legend and the user say together,
 * the user's last; strings in the draft's arena or the user's. */
void legend_find(struct marks *m, struct draft *draft, const struct speaker_hint *hints,
	size_t nhints, struct hint_list *out, struct diags *d);

#endif
