/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reserved words of the rule language (CODEBOOK 2.7), with what each may
 * begin.  They are small letters; a word that is searched for and reads like one
 * of them is written in quotes.
 */
#ifndef TEMA_CODEBOOKS_WORDS_H
#define TEMA_CODEBOOKS_WORDS_H

#include <stddef.h>

enum word_flag {
	IS_OPERATOR = 1 << 0,
	IN_FILE = 1 << 1,   /* begins an item of the file */
	IN_CODE = 1 << 2,   /* ... of a code */
	IN_RULE = 1 << 3,   /* ... a clause of a rule */
	IN_EXTEND = 1 << 4, /* ... of an extend block, besides those of a code */
	ENDS_OPEN = 1 << 5, /* at a line start: ends an open '(', list or rule */
	ENDS_CODE = 1 << 6, /* at a line start: ends an open code */
	IS_ITEM = IN_FILE | IN_CODE | IN_RULE | IN_EXTEND,
};

/* Sorted; the numbers index the tables of item functions. */
#define WORDS(X)                                                                                   \
	X(AFFIRMED, "affirmed", IS_OPERATOR)                                                       \
	X(AFTER, "after", IS_OPERATOR)                                                             \
	X(AND, "and", IS_OPERATOR)                                                                 \
	X(BEFORE, "before", IS_OPERATOR)                                                           \
	X(CODE, "code", IN_FILE | IN_CODE | ENDS_OPEN)                                             \
	X(COLOR, "color", IN_CODE)                                                                 \
	X(DEFAULT, "default", IN_FILE | ENDS_CODE)                                                 \
	X(DEFINITION, "definition", IN_CODE)                                                       \
	X(EACH, "each", IS_OPERATOR)                                                               \
	X(EXAMPLE, "example", IN_CODE)                                                             \
	X(EXCLUDE, "exclude", IN_CODE)                                                             \
	X(EXCLUSIVE, "exclusive", IN_CODE)                                                         \
	X(EXPAND, "expand", IN_CODE)                                                               \
	X(EXTEND, "extend", IN_FILE | ENDS_OPEN | ENDS_CODE)                                       \
	X(IN, "in", IS_OPERATOR)                                                                   \
	X(INCLUDE, "include", IN_CODE)                                                             \
	X(INHERIT, "inherit", IN_CODE)                                                             \
	X(KEYWORDS, "keywords", IN_CODE | ENDS_OPEN)                                               \
	X(KIND, "kind", IN_CODE)                                                                   \
	X(LANGUAGE, "language", IN_CODE | IN_RULE)                                                 \
	X(NEAR, "near", IS_OPERATOR)                                                               \
	X(NEGATED, "negated", IS_OPERATOR)                                                         \
	X(NEGATION, "negation", IN_FILE | ENDS_CODE)                                               \
	X(NOT, "not", IS_OPERATOR)                                                                 \
	X(NOTE, "note", IN_FILE | IN_CODE | IN_RULE)                                               \
	X(OF, "of", IS_OPERATOR)                                                                   \
	X(OR, "or", IS_OPERATOR)                                                                   \
	X(PARENT, "parent", IN_EXTEND)                                                             \
	X(PRIVATE, "private", IN_CODE | ENDS_OPEN)                                                 \
	X(RULE, "rule", IN_CODE | ENDS_OPEN)                                                       \
	X(SEE, "see", IN_CODE)                                                                     \
	X(SOURCE, "source", IN_FILE | IN_CODE)                                                     \
	X(SPEAKERS, "speakers", IN_CODE | IN_RULE)                                                 \
	X(TEST, "test", IN_CODE | IN_RULE)                                                         \
	X(THRESHOLD, "threshold", IN_CODE)                                                         \
	X(TITLE, "title", IN_FILE)                                                                 \
	X(UNIT, "unit", IN_CODE | IN_RULE)                                                         \
	X(UNLESS, "unless", IN_RULE)                                                               \
	X(USE, "use", IN_FILE | ENDS_CODE)                                                         \
	X(WAS, "was", IN_CODE | IN_RULE)                                                           \
	X(WEIGHT, "weight", IN_RULE)                                                               \
	X(WHEN, "when", IN_RULE)                                                                   \
	X(WHERE, "where", IN_RULE)                                                                 \
	X(WITHIN, "within", IS_OPERATOR)                                                           \
	X(WORDS, "words", IN_FILE | ENDS_OPEN | ENDS_CODE)

enum word {
	WORD_NONE,
#define WORD_ENUM(id, text, flags) WORD_##id,
	WORDS(WORD_ENUM)
#undef WORD_ENUM
		WORD_COUNT
};

enum word word_find(const char *s, size_t len); /* WORD_NONE: not reserved */
const char *word_text(enum word w);
unsigned word_flags(enum word w); /* 0 for WORD_NONE */
/* The reserved word with one of FLAGS that S was perhaps meant to be, or NULL: written with
 * capitals or ':', in Indonesian, or misspelt. */
const char *word_nearest(const char *s, unsigned flags);

#endif
