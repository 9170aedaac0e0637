/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of root matching, for corpus/root_*.c only; everybody else
 * includes root_id.h.
 *
 *	root_affixes.c   the tables of prefixes, suffixes and clitics
 *	root_claims.c    words that look derived and are not
 *	root_lexicon.c   a hash of spellings, asked by the hash of a piece of a word
 *	root_parse.c     takes a word apart and asks a lexicon for what remains
 */
#ifndef TEMA_CORPUS_ROOT_PARTS_H
#define TEMA_CORPUS_ROOT_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/vec.h"

/* Longer words are only compared as they are: nothing of 64 bytes is derived. */
#define ROOT_WORD_MAX 64

/* ---- affixes ---- */

enum root_suffix_bit {
	SUF_NONE = 1 << 0,
	SUF_KAN = 1 << 1,
	SUF_AN = 1 << 2,
	SUF_I = 1 << 3,
	SUF_IN = 1 << 4,    /* spoken: bayarin */
	SUF_WAN = 1 << 5,   /* -wan -wati */
	SUF_WANAN = 1 << 6, /* kerelawanan */
	SUF_ANY = 0xff,
};

struct root_suffix {
	const char *text;
	const char *label;
	uint8_t len, bit;
	uint8_t min_bare; /* bytes the root must have when no prefix stands before it, see
			     bare_fits() */
};

extern const struct root_suffix root_suffixes[];
extern const size_t root_nsuffixes;

/* Particles and possessives, stripped in this order from the end. */
struct root_clitic {
	const char *text;
	uint8_t len;
	uint8_t min; /* bytes that must remain before it */
};

extern const struct root_clitic root_particles[]; /* ended by text NULL */
extern const struct root_clitic root_possessives[];

/* What stands between a prefix and its root. */
enum root_attach {
	ATTACH_PLAIN,  /* nothing: di- */
	ATTACH_NASAL,  /* the nasal of meN- and peN- */
	ATTACH_CASUAL, /* the spoken nasal alone: nagih, nyari, ngurus */
	ATTACH_REPEAT, /* first consonant + e: pepohonan */
};

struct root_head {
	const char *text;  /* as spelled, without the nasal */
	const char *label; /* for people: "ber- + peN-" */
	const char *next;  /* bytes one of which must follow; NULL: any */
	const char *only;  /* the roots that take it, parted by spaces; NULL: any */
	uint8_t suffixes;  /* enum root_suffix_bit */
	uint8_t attach;	   /* enum root_attach */
	uint8_t min;	   /* bytes of a root that begins with a consonant */
	uint8_t how;	   /* enum root_how that this prefix brings */
	bool er;	   /* only before a root whose first syllable is Cer-: bekerja */
};

extern const struct root_head root_heads[]; /* grouped by first letter, the empty ones first */
extern const size_t root_nheads;

struct root_nasal {
	const char *text;
	const char *next;    /* as in root_head */
	const char *restore; /* put before the rest: the consonant that was dropped */
	uint8_t len;
	uint8_t min;	   /* as in root_head */
	uint8_t min_bare;  /* the same without -kan -i -an, for a consonant kept against the rule */
	bool one_syllable; /* menge-: only such roots; all that drop a consonant: never such */
};

extern const struct root_nasal root_nasals[]; /* ended by text NULL */
extern const struct root_nasal root_casuals[];

/* ---- claims ---- */

/*
 * A stem that claims the words it can be read from.  Where the winner is a
 * reading of a word, the loser is not; without a loser, no shorter root is.
 */
struct root_claim {
	const char *winner;
	const char *loser;
	uint8_t suffixes; /* it wins only in readings with one of these */
	char lead;	  /* and only in words that begin with this letter; 0: any */
};

extern const struct root_claim root_claims[];
extern const size_t root_nclaims;

/* Stems without a loser, parted by spaces: with affixes, and as the whole word only. */
extern const char *const root_stems[];
extern const char *const root_words[];

extern const char root_not_spoken[];
extern const char *const root_no_i[]; /* endings of roots that take no bare -i */

/* ---- lexicon ---- */

/* One use of a spelling: its value and whether only the spoken language spells it so. */
struct lex_entry {
	uint32_t value;
	uint32_t next; /* the next entry of the same spelling + 1; 0: none */
	bool spoken;
};

struct lex_spelling {
	uint64_t hash;
	const char *s;
	uint32_t first; /* entry + 1 */
	uint32_t len;
};

#define LEX_CORE_BITS 65536

struct lexicon {
	struct arena arena;
	VEC(struct lex_spelling) spellings;
	VEC(struct lex_entry) entries;
	uint32_t *slots; /* open addressing, spelling + 1 */
	uint64_t *bits;	 /* one bit a hash: most questions end here */
	uint32_t nslots;
	unsigned shift; /* hash to bit number */
	/* What of a spelling stands in every word made from it, so that most words are refused
	 * at a glance; a bit for each hash of such a core. */
	uint64_t cores[LEX_CORE_BITS / 64];
	bool no_core; /* a spelling is too short to have one */
};

void lexicon_init(struct lexicon *lex);
void lexicon_release(struct lexicon *lex);
void lexicon_add(struct lexicon *lex, const char *s, size_t len, uint32_t value, bool spoken);

/* The spelling PRE followed by S, whose hash the caller knows; NULL: none. */
const struct lex_spelling *lexicon_find(const struct lexicon *lex, uint64_t hash, const char *pre,
	size_t pre_len, const char *s, size_t len);

/* May the word hold a spelling?  False is certain: the spelling, without a consonant that a nasal
 * can stand for, is nowhere in it. */
bool lexicon_may_hold(const struct lexicon *lex, const char *word, size_t len);

/* Hashes of pieces: a polynomial in LEX_BASE, so that a piece costs one multiplication. */
#define LEX_BASE UINT64_C(0x9e3779b97f4a7c55)
#define LEX_MIX UINT64_C(0xd6e8feb86659fd93)

static inline uint64_t lex_step(uint64_t hash, char c)
{
	return hash * LEX_BASE + (unsigned char)c + 1;
}

static inline bool lexicon_maybe(const struct lexicon *lex, uint64_t hash)
{
	uint64_t bit = hash * LEX_MIX >> lex->shift;

	return (lex->bits[bit >> 6] >> (bit & 63)) & 1;
}

/* ---- parse ---- */

#define ROOT_NO_NASAL 0xff

/* One reading of a word: [start, end) is the root but for what was restored. */
struct root_parse {
	uint32_t spelling;
	uint8_t head, nasal, suffix; /* rows of the tables; nasal may be ROOT_NO_NASAL */
	uint8_t start, end;
	uint8_t base;	  /* where the clitics begin */
	uint8_t restored; /* bytes put back before start */
	uint8_t how;
	bool doubled; /* the root stands twice: fungsifungsi */
};

/* What a parser needs to know of the tables, made once: many questions a word, so in numbers. */
#define ROOT_MAX_HEADS 120
#define ROOT_MAX_NASALS 20

/* What must stand for a row to apply: its text, and one of some letters behind it. */
struct root_gate {
	uint64_t text, mask; /* its first eight bytes as a number; all ones where there are some */
	uint32_t next;	     /* bits of letters */
	uint8_t len;
};

struct root_grammar {
	uint64_t power[ROOT_WORD_MAX + 1]; /* of LEX_BASE */
	struct root_gate heads[ROOT_MAX_HEADS];
	struct root_gate nasals[2][ROOT_MAX_NASALS]; /* root_nasals, root_casuals */
	uint8_t first_head[27];			     /* by letter; [i] to [i + 1] */
	uint8_t empty_heads;			     /* rows before the first with a letter */
};

void root_grammar_init(struct root_grammar *g);

/*
 * All readings of a word without hyphens whose root is in the lexicon, at most
 * max of them.  A word over ROOT_WORD_MAX bytes has none.
 */
size_t root_parse(const struct root_grammar *g, const struct lexicon *lex, const char *word,
	size_t len, struct root_parse *out, size_t max);

/* A spoken spelling is no root of formal meN- and peN-: pengalaman is not halaman. */
bool root_too_formal(const struct root_parse *p);

/* ---- the set ---- */

#define ROOT_MAX_PARSES 24

struct root_item {
	const char *text; /* without '_', in the keys' arena */
	size_t len;
	uint64_t borders; /* bit i: a new part begins at byte i */
};

struct roots {
	struct root_grammar grammar;
	struct arena arena;
	struct intern keys; /* as added, with '_': the number of a root */
	VEC(struct root_item) items;
	struct lexicon lex;    /* value: number of a root */
	struct lexicon claims; /* value: number in claimants */
	VEC(struct root_claim) claimants;
};

/* The readings of one word without hyphens that no claim refuses, at most ROOT_MAX_PARSES. */
size_t roots_read(const struct roots *r, const char *word, size_t len, struct root_parse *out);

/* Is the first reading nearer to the plain root than the second? */
bool root_how_weaker(uint8_t a, uint8_t b);

/* One hyphen part of a word. */
struct root_part {
	const char *s;
	size_t len;
	uint8_t how;		  /* what surrounds it brings: ketidak-patuhan, rumah2 */
	char text[ROOT_WORD_MAX]; /* holds s when a 2 for repetition was taken out */
};

/* The parts one after the other, *pos from 0; false when done.  Empty parts are given too. */
bool root_part_next(const char *word, size_t len, size_t *pos, struct root_part *part);

bool root_vowel(char c); /* a e i o u */

/* Has it one vowel? Such a root keeps its first consonant behind a nasal. */
bool root_one_syllable(const char *s, size_t len);

bool root_in_list(const char *list, const char *s, size_t len); /* words parted by spaces */

#endif
