/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/root_parts.h"

#include "corpus/root_id.h"

#define VOWELS "aeiou"
#define VERB (SUF_NONE | SUF_KAN | SUF_I)
#define NOUN (SUF_NONE | SUF_AN)

const struct root_suffix root_suffixes[] = {
	{ "", NULL, 0, SUF_NONE, 0 },
	{ "kan", "-kan", 3, SUF_KAN, 3 },
	{ "an", "-an", 2, SUF_AN, 4 },
	{ "i", "-i", 1, SUF_I, 4 },
	{ "in", "-in", 2, SUF_IN, 4 },
	{ "wan", "-wan", 3, SUF_WAN, 4 },
	{ "wati", "-wati", 4, SUF_WAN, 4 },
	{ "wanan", "-wan + -an", 5, SUF_WANAN, 4 },
};
const size_t root_nsuffixes = sizeof root_suffixes / sizeof *root_suffixes;

const struct root_clitic root_particles[] = {
	{ "lah", 3, 3 },
	{ "kah", 3, 3 },
	{ "pun", 3, 3 },
	{ "tah", 3, 4 }, /* bantah is not ban + -tah */
	{ NULL, 0, 0 },
};

const struct root_clitic root_possessives[] = {
	{ "nya", 3, 2 },
	{ "ku", 2, 3 },
	{ "mu", 2, 3 },
	{ NULL, 0, 0 },
};

/*
 * The nasal of meN- and peN-.  Roots of one syllable take menge- and never
 * lose their consonant, so that memang is not meN- + pang.  Consonants kept
 * against the rule are loans (mentransfer, mempublikasikan, mengkritik,
 * mensosialisasikan) or common misspellings; short roots are not kept bare,
 * so that mental, mentari and pensil stay whole.
 */
const struct root_nasal root_nasals[] = {
	{ "", "rlmnwy", "", 0, 4, 4, false },
	{ "m", "bfv", "", 1, 3, 3, false },
	{ "m", VOWELS, "p", 1, 4, 4, false },
	{ "m", "rl", "p", 1, 5, 5, false },
	{ "m", "p", "", 1, 4, 5, false },
	{ "n", "cdjz", "", 1, 3, 3, false },
	{ "n", "t", "", 1, 4, 6, false },
	{ "n", "s", "", 1, 4, 5, false },
	{ "n", VOWELS, "t", 1, 4, 4, false },
	{ "n", "r", "t", 1, 5, 5, false },
	{ "ng", VOWELS, "", 2, 3, 3, false },
	{ "ng", VOWELS, "k", 2, 4, 4, false },
	{ "ng", "rl", "k", 2, 5, 5, false },
	{ "ng", "rl", "", 2, 4, 4, false }, /* penglihatan, pengrajin */
	{ "ng", "ghqkc", "", 2, 3, 4, false },
	{ "ny", VOWELS, "s", 2, 4, 4, false },
	{ "ny", VOWELS, "sy", 2, 5, 5, false },
	{ "nge", NULL, "", 3, 3, 3, true },
	{ NULL, NULL, NULL, 0, 0, 0, false },
};

const struct root_nasal root_casuals[] = {
	{ "m", VOWELS, "p", 1, 4, 4, false },
	{ "m", "b", "", 1, 4, 4, false },
	{ "n", VOWELS, "t", 1, 4, 4, false },
	{ "n", "cdj", "", 1, 4, 4, false },
	{ "ny", VOWELS, "s", 2, 4, 4, false },
	{ "ny", VOWELS, "c", 2, 4, 4, false },
	{ "ng", VOWELS, "", 2, 3, 3, false },
	{ "ng", VOWELS, "k", 2, 4, 4, false },
	{ "ng", "g", "", 2, 4, 4, false },
	{ NULL, NULL, NULL, 0, 0, 0, false },
};

#define PLAIN(TEXT, LABEL, SUFFIXES, MIN)                                                          \
	{                                                                                          \
		TEXT, LABEL, NULL, NULL, SUFFIXES, ATTACH_PLAIN, MIN, ROOT_PLAIN, false            \
	}
#define BEFORE(TEXT, LABEL, NEXT, SUFFIXES, MIN)                                                   \
	{                                                                                          \
		TEXT, LABEL, NEXT, NULL, SUFFIXES, ATTACH_PLAIN, MIN, ROOT_PLAIN, false            \
	}
/* be- te- pe-: the r is lost before a first syllable in -er- */
#define BEFORE_ER(TEXT, LABEL, SUFFIXES)                                                           \
	{                                                                                          \
		TEXT, LABEL, NULL, NULL, SUFFIXES, ATTACH_PLAIN, 4, ROOT_PLAIN, true               \
	}
#define ONLY(TEXT, LABEL, ROOTS, SUFFIXES)                                                         \
	{                                                                                          \
		TEXT, LABEL, NULL, ROOTS, SUFFIXES, ATTACH_PLAIN, 3, ROOT_PLAIN, false             \
	}
#define NASAL(TEXT, LABEL, SUFFIXES)                                                               \
	{                                                                                          \
		TEXT, LABEL, NULL, NULL, SUFFIXES, ATTACH_NASAL, 3, ROOT_PLAIN, false              \
	}
#define SPOKEN(TEXT, LABEL, ATTACH, SUFFIXES)                                                      \
	{                                                                                          \
		TEXT, LABEL, NULL, NULL, SUFFIXES, ATTACH, 4, ROOT_SPOKEN, false                   \
	}
#define NEGATES(TEXT, LABEL)                                                                       \
	{                                                                                          \
		TEXT, LABEL, NULL, NULL, SUF_AN, ATTACH_PLAIN, 4, ROOT_NEGATES, false              \
	}

/* Consonants before which pe- stands without a nasal (petani, pesuruh); before the others peN- has
 * none. */
#define PE_BARE "bcdghjkpstz"
#define ORDINALS "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu"

const struct root_head root_heads[] = {
	PLAIN("", NULL, SUF_NONE | SUF_KAN | SUF_AN | SUF_I | SUF_IN | SUF_WAN, 2),
	SPOKEN("", "N-", ATTACH_CASUAL, SUF_NONE | SUF_KAN | SUF_IN),
	{ "", "(C)e-", NULL, NULL, SUF_AN, ATTACH_REPEAT, 4, ROOT_PLAIN, false },
	{ "", "(C)e-", NULL, "laki luhur tua", SUF_NONE, ATTACH_REPEAT, 3, ROOT_PLAIN, false },

	PLAIN("ber", "ber-", NOUN | SUF_KAN, 3),
	BEFORE("be", "ber-", "r", NOUN | SUF_KAN, 4),
	BEFORE_ER("be", "ber-", NOUN | SUF_KAN),
	ONLY("bel", "ber-", "ajar", NOUN),
	PLAIN("berper", "ber- + per-", NOUN, 4),
	BEFORE("berpe", "ber- + per-", "r", NOUN, 4),
	PLAIN("berse", "ber- + se-", NOUN, 4),
	PLAIN("berke", "ber- + ke-", SUF_AN, 4),
	PLAIN("berkeber", "ber- + ke- + ber-", SUF_AN, 4),
	PLAIN("berketer", "ber- + ke- + ter-", SUF_AN, 4),
	ONLY("berke", "ber- + ke-", "hendak", SUF_NONE),
	NASAL("berpe", "ber- + peN-", NOUN),
	BEFORE("berpe", "ber- + pe-", PE_BARE, NOUN, 4),
	ONLY("berpenge", "ber- + peN- + ke-", "tahu", SUF_AN),

	PLAIN("di", "di-", VERB | SUF_IN, 3),
	PLAIN("diper", "di- + per-", VERB, 4),
	BEFORE("dipe", "di- + per-", "r", VERB, 4),
	BEFORE_ER("dipe", "di- + per-", SUF_KAN),
	ONLY("dipel", "di- + per-", "ajar", SUF_KAN | SUF_I),
	PLAIN("diber", "di- + ber-", SUF_KAN, 4),
	ONLY("dibel", "di- + ber-", "ajar", SUF_KAN),
	PLAIN("dise", "di- + se-", SUF_KAN | SUF_I, 4),
	PLAIN("dike", "di- + ke-", SUF_KAN, 4),
	ONLY("dike", "di- + ke-", "tahu hendak tua", SUF_I),
	ONLY("diter", "di- + ter-", "tawa", SUF_KAN),
	ONLY("dir", "di-", "ubah", SUF_NONE | SUF_KAN), /* dirubah, as many write */

	PLAIN("ke", "ke-", SUF_AN | SUF_WANAN, 3),
	PLAIN("ke", "ke-", SUF_KAN, 5),
	ONLY("ke", "ke-", "tahu hendak tua", SUF_I),
	ONLY("ke", "ke-", ORDINALS " rangka kasih tua hendak", SUF_NONE),
	SPOKEN("ke", "ke-", ATTACH_PLAIN, SUF_NONE),
	PLAIN("keber", "ke- + ber-", SUF_AN, 4),
	BEFORE("kebe", "ke- + ber-", "r", SUF_AN, 4),
	BEFORE_ER("kebe", "ke- + ber-", SUF_AN),
	PLAIN("keter", "ke- + ter-", SUF_AN, 4),
	BEFORE("kete", "ke- + ter-", "r", SUF_AN, 4),
	PLAIN("keper", "ke- + per-", SUF_AN, 4),
	PLAIN("kese", "ke- + se-", SUF_AN, 4),
	NASAL("kepe", "ke- + peN-", SUF_AN),
	BEFORE("kepe", "ke- + pe-", PE_BARE, SUF_AN, 4),
	ONLY("kepel", "ke- + per-", "ajar", SUF_AN),
	NEGATES("ketidak", "ketidak-"),
	NEGATES("ketidakber", "ketidak- + ber-"),
	NEGATES("ketidakter", "ketidak- + ter-"),
	NEGATES("ketidakse", "ketidak- + se-"),
	NEGATES("ketak", "ketak-"),
	NEGATES("ketakber", "ketak- + ber-"),
	NEGATES("ketakter", "ketak- + ter-"),
	PLAIN("ku", "ku-", VERB, 4),
	PLAIN("kau", "kau-", VERB, 4),

	NASAL("me", "meN-", VERB | SUF_IN),
	PLAIN("memper", "meN- + per-", VERB, 4),
	BEFORE("mempe", "meN- + per-", "r", VERB, 4),
	BEFORE_ER("mempe", "meN- + per-", SUF_KAN),
	ONLY("mempel", "meN- + per-", "ajar", SUF_KAN | SUF_I),
	PLAIN("member", "meN- + ber-", SUF_KAN, 4),
	ONLY("membel", "meN- + ber-", "ajar", SUF_KAN),
	PLAIN("menye", "meN- + se-", SUF_KAN | SUF_I, 4),
	PLAIN("menge", "meN- + ke-", SUF_KAN, 4),
	ONLY("menge", "meN- + ke-", "tahu hendak tua", SUF_I),
	ONLY("mener", "meN- + ter-", "tawa", SUF_KAN),
	ONLY("menter", "meN- + ter-", "tawa", SUF_KAN),
	ONLY("mer", "meN-", "ubah", SUF_NONE | SUF_KAN),

	SPOKEN("nge", "nge-", ATTACH_PLAIN, SUF_NONE | SUF_KAN | SUF_IN),

	NASAL("pe", "peN-", NOUN),
	BEFORE("pe", "pe-", PE_BARE, NOUN, 4),
	PLAIN("per", "per-", VERB | SUF_AN, 4),
	ONLY("pel", "per-", "ajar", NOUN),
	PLAIN("perse", "per- + se-", SUF_AN, 4),
	PLAIN("pember", "peN- + ber-", NOUN, 4),
	ONLY("pembel", "peN- + ber-", "ajar", NOUN),
	PLAIN("pemer", "peN- + per-", NOUN, 4),
	BEFORE("peme", "peN- + per-", "r", NOUN, 4),
	ONLY("pemel", "peN- + per-", "ajar", SUF_AN),
	PLAIN("penye", "peN- + se-", NOUN, 4),
	PLAIN("penge", "peN- + ke-", SUF_AN, 4),

	PLAIN("se", "se-", NOUN, 4),
	ONLY("se", "se-", "jam", SUF_NONE),
	PLAIN("sese", "se- + se-", SUF_NONE, 4),
	PLAIN("seper", "se- + per-", NOUN, 4),
	BEFORE("sepe", "se- + per-", "r", SUF_AN, 4),
	NASAL("sepe", "se- + peN-", NOUN),
	ONLY("sepenge", "se- + peN- + ke-", "tahu", SUF_AN),

	PLAIN("ter", "ter-", VERB, 4),
	BEFORE("te", "ter-", "r", VERB, 4),
	BEFORE_ER("te", "ter-", VERB),
	PLAIN("terper", "ter- + per-", VERB, 4),
	BEFORE("terpe", "ter- + per-", "r", VERB, 4),
	ONLY("terpel", "ter- + per-", "ajar", SUF_NONE | SUF_I),
};
const size_t root_nheads = sizeof root_heads / sizeof *root_heads;
