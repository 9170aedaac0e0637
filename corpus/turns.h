/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who speaks: finds speaker labels in a draft's paragraphs and their roles
 * (DESIGN 5, "Turns").
 *
 * A label stands at the start of a paragraph or of a line in it: "Name:",
 * "[00:12:03] Name:", "Name (00:12):", "**Name:**" (bold part of the draft),
 * at most 63 characters, seen at least twice or declared.  Ordinary text with
 * a colon ("pukul 10:30", "Catatan: ...", "http:", a list) is none, nor is the head of a transcript
 * ("Tanggal: ...", "Informan: Bu Sari").  Once is enough for numbered speakers (P1, Informan 3),
 * groups (Semua) and, where others look so too, names in bold or with a time.  "Kiki (K)" and "K"
 * are one.  "SN dan MR", "P & I", "Sari/Budi" are groups of their own where their parts speak too
 * (turns_joint.h).  A legend near the start ("P = Peneliti, I = Informan") declares
 * roles and names and is no turn (turns_legend.h).
 *
 * Role words (Pewawancara, Peneliti, Interviewer, Moderator, Tanya, ...;
 * Narasumber, Informan, Responden, Jawab, ...) set the role.  Single letters and
 * P1..Pn never do alone; a pair does ({P,I} {P,N} {P,J} {T,J} {Q,A} {I,R}): the
 * one with more question marks who also speaks first is the interviewer.
 * A name (no single letter) beside a known interviewer who asks more than twice as much is an
 * informant. In an fgd P1..Pn are participants, in a survey every person is an informant.
 * Everything else is an informant with sure = false
 * ("unsure label"), unless declared.
 */
#ifndef TEMA_CORPUS_TURNS_H
#define TEMA_CORPUS_TURNS_H

#include "corpus/document.h"
#include "corpus/draft.h"

/* What the user said: --speaker LABEL=NAME:role or a manifest row. */
struct speaker_hint {
	const char *label; /* compared by case fold */
	const char *name;  /* NULL = none given */
	const char *code;  /* informant code, NULL = none */
	int role;	   /* enum role, -1 = not given */
};

/* Remarks: R101 (warning) role unsure, the one who asks most in a hundred words proposed as
 * interviewer, R102 (warning) a pair of letters whose two tests disagree; the hint of both is the
 * option to type (--speaker "P=NAMA:interviewer").  R103: a name that stands once in front of a
 * colon, taken as text.  R104: what a legend declared.  R105: a label that was read as the role
 * word it misspells.  R106: where only one side has labels, paragraphs without one that were taken
 * as the other's.
 *
 * Fills doc->text, labels, turns and paras (not sentences) from the draft. */
void turns_find(struct draft *draft, enum method method, const struct speaker_hint *hints,
	size_t nhints, struct document *doc, struct diags *d);

#endif
