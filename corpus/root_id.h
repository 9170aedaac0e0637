/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Indonesian root matching (CODEBOOK 10): `~bayar` finds membayarkan,
 * pembayarannya, terbayar, but not bayan.
 *
 * Roots of all rules are put into one `struct roots`; roots_find() then takes
 * one word and gives every root it is a form of.  A word is taken apart by
 * rule: particle and possessive, one suffix, one prefix class with the
 * suffixes that this class takes; what remains, with its dropped consonant
 * put back, is looked up in the hash of all roots.  There is no dictionary:
 * the only words known are those in root_claims.c, which look derived and are
 * not (sekolah is not se- + kolah) or decide between two roots that look the
 * same when derived (mengubah is ubah, not kubah).  A word that is itself a
 * root is always found, whatever that list says: add "sekolah" and it is a
 * root like any other.
 *
 * What one root finds never depends on the other roots in the set.
 *
 * All text is in matching form (token_form with fold): lower case, '-' as
 * hyphen.  roots_find(), root_joined() and root_explain() only read the set:
 * threads may share it.
 *
 * Layers: used by codebooks (lint) and coder (engine).
 */
#ifndef TEMA_CORPUS_ROOT_ID_H
#define TEMA_CORPUS_ROOT_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* How a word comes from its root.  A rule `~patuh` wants hits without
 * ROOT_SPOKEN, `~patuh:lisan` all, `:neg` those with and `:pos` those without
 * ROOT_NEGATES. */
enum root_how {
	ROOT_PLAIN = 0,
	ROOT_NEGATES = 1 << 0, /* negates inside: ketidakpatuhan, ketakpastian, ketidak-patuhan */
	ROOT_SPOKEN = 1 << 1,  /* only as a spoken form: bayarin, ngebayar, rumah2, liat */
	ROOT_SELF = 1 << 2,    /* the root itself, with particle or possessive or without */
};

struct root_hit {
	uint32_t root; /* the number roots_add() gave */
	uint8_t how;   /* enum root_how */
};

struct roots;

struct roots *roots_new(void);
void roots_free(struct roots *r); /* accepts NULL */

/*
 * Adds a root in matching form and gives its number, counted from 0; the same
 * text twice gives the same number.  '_' marks where the parts of a compound
 * meet: "kerja_sama" is spelled kerjasama and is a root of its own beside
 * "kerjasama", so that a rule without '_' never finds two neighbouring words.
 */
uint32_t roots_add(struct roots *r, const char *root, size_t len);

/* How many roots there are; the spelling of one, without '_', borrowed until roots_free(). */
uint32_t roots_count(const struct roots *r);
const char *roots_text(const struct roots *r, uint32_t root);

/*
 * The roots of one folded word.  Hyphen parts are looked at one by one
 * (kader-kader, bayar-membayar, kehati-hatian), and two neighbouring parts
 * together for compounds (kerja-sama).  Writes at most max hits, each root
 * once, ordered by number, with the weakest how (a formal reading beats a
 * spoken one, a plain one beats a negating one); returns how many.
 */
size_t roots_find(
	const struct roots *r, const char *word, size_t len, struct root_hit *hits, size_t max);

/* For `a -b`: is WORD the plain excluded word, alone or with -ku -mu -nya and -lah -kah -tah -pun?
 */
bool root_clitic_form(const char *word, size_t len, const char *plain, size_t plain_len);

/*
 * Are two neighbouring words, written together, a form of the compound, with
 * the border of its parts just between them?  "bekerja" "sama" and "kerja"
 * "samanya" are for kerja_sama, "kerja" "bersama" is not.  Always false for a
 * root added without '_'.  *how is set when true.
 */
bool root_joined(const struct roots *r, uint32_t root, const char *left, size_t llen,
	const char *right, size_t rlen, uint8_t *how);

/*
 * Appends the derivation for `why` and `explain`: "ke- + patuh + -an",
 * "meN- + tagih", "lihat (liat) + -in"; of a word with hyphens the part that
 * is nearest to the root.  For two joined words give both without a space.  ROOT as for
 * roots_add().  False, and nothing appended, when WORD is not a form of ROOT.
 */
bool root_explain(const char *word, size_t len, const char *root, size_t rlen, struct buf *out);

#endif
