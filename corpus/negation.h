/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What negates (CODEBOOK 6.5), per language: trigger words, clause borders and
 * exception phrases.  All in matching form (folded).
 */
#ifndef TEMA_CORPUS_NEGATION_H
#define TEMA_CORPUS_NEGATION_H

struct negation {
	const char *lang;		 /* "id", "en" */
	const char *const *triggers;	 /* NULL-terminated; "*n't" means: ends in n't */
	const char *const *border_words; /* tetapi, but, ... */
	const char *border_marks;	 /* UTF-8 string of the marks that are borders */
	const char *const
		*exceptions;	 /* phrases, words parted by one space; as last word "." is a full
				  * stop glued to the word before, "#" a word of digits */
	const char *const *self; /* first hyphen part that negates: non tak tidak */
};

const struct negation *negation_of(const char *lang); /* NULL: unknown language */

#endif
