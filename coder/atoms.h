/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Atoms: the different one-word patterns of all codebooks: words, globs, roots,
 * stems.
 * Equal ones are one atom.  A word of a text is asked once (types.h) which
 * atoms it is: as a whole, by a hyphen part or a run of them.
 *
 * Two kinds serve other patterns: ATOM_TAIL is a word that may be the second
 * half of a compound (~kerja_sama: begins with "sama"), ATOM_CLITIC a plain
 * word with its particles and possessives (exclusions behind a ~root).
 */
#ifndef TEMA_CODER_ATOMS_H
#define TEMA_CODER_ATOMS_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/vec.h"
#include "codebooks/model.h"
#include "coder/form.h"
#include "corpus/stem.h"
#include "corpus/root_id.h"

enum atom_kind { ATOM_WORD, ATOM_GLOB, ATOM_ROOT, ATOM_TAIL, ATOM_CLITIC, ATOM_STEM };
#define ATOM_KINDS 6
#define NO_ATOM UINT32_MAX

VEC_TYPE(atom_ids, uint32_t);

struct atom {
	enum atom_kind kind;
	int which;	  /* FORM_FOLDED or FORM_EXACT */
	const char *form; /* word, glob, letters of the root, of the tail */
	uint32_t len;
	char first;    /* the byte a word must begin with, 0 = any (a glob) */
	uint32_t root; /* number in roots */
	int language;  /* ATOM_STEM: number in stemmers */
	enum root_only only;
	bool spoken;
	bool footnotes; /* long enough to be found with footnote digits */
};

struct atoms {
	struct arena arena;
	VEC(struct atom) list;
	struct intern keys;	/* finds equal ones; the number is the atom */
	struct intern words[2]; /* forms of ATOM_WORD, folded and exact */
	struct atom_ids word_atom[2];
	struct atom_ids of_kind[ATOM_KINDS];
	struct roots *roots;
	struct stemmers *stemmers;
	VEC(struct atom_ids) of_root;
};

void atoms_init(struct atoms *a);
void atoms_release(struct atoms *a);
/* A PATTERN_WORD, _GLOB, _ROOT or _STEM; of a compound root the form written as one word.  NO_ATOM:
 * there are no stems for the language. */
uint32_t atoms_add(struct atoms *a, const struct pattern *p);
uint32_t atoms_add_tail(struct atoms *a, const struct pattern *compound);
uint32_t atoms_add_clitic(struct atoms *a, const struct pattern *word);

/* Atoms of a word, sorted, without doubles. */
void atoms_match(const struct atoms *a, const struct form *f, struct atom_ids *found);
/* Are the parts FROM..TO of the word, taken alone, the atom? */
bool atoms_is(const struct atoms *a, uint32_t id, const struct form *f, size_t from, size_t to);
/* Do two forms, joined, give a form of the compound's root (the atom of the joined form)? */
bool atoms_joined(const struct atoms *a, uint32_t root_atom, const char *first, size_t flen,
	const char *second, size_t slen);

#endif
