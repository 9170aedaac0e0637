/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of a person who is erased, and where a text mentions them.
 *
 * A full name is found in any case and with -nya and the like; so is each part of it of three and
 * more letters ("Siti Aminah": Siti, Aminah).  A part that is an ordinary word, too (Sari, Bunga,
 * Will), is taken for the name only with a capital or behind Bu, Pak, ...; what is left of it in
 * lower case is counted.  Words are found as output/redact.h finds them.  A full name of somebody
 * else that shares a part is left as it is, and a part that is somebody else's whole name is not
 * looked for.
 *
 * Labels: "Bu Sari" is a name, "P", "I1", "Narasumber 1", "Kepala Desa" are none.
 */
#ifndef TEMA_PROJECT_ERASE_NAMES_H
#define TEMA_PROJECT_ERASE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "corpus/document.h"
#include "output/redact.h"

VEC_TYPE(erase_spans, struct span);

struct erase_form {
	const char *text; /* words, folded, parted by spaces */
	bool ordinary;	  /* a word of the language, too */
	bool part;	  /* of a longer name */
};
VEC_TYPE(erase_forms, struct erase_form);

struct erase_names {
	struct arena arena;
	struct erase_forms forms, others; /* of the person; of other people */
	struct erase_forms shared;	  /* parts of the name that are others' whole names */
	struct redactor *finder, *greedy;
};

/* A full name, or another form that a person typed; false: there is no name in it. */
bool erase_names_add(struct erase_names *n, const char *name);
/* A label, if it is a name. */
bool erase_names_add_label(struct erase_names *n, const char *label);
void erase_names_add_other(struct erase_names *n, const char *name);
/* Once, when all are there: takes out the parts that are somebody else's whole name. */
void erase_names_seal(struct erase_names *n);
/* Mentions, in order, disjoint. */
void erase_names_find(const struct erase_names *n, enum redact_kind kind, const char *text,
	size_t len, struct erase_spans *out);
bool erase_names_in(
	const struct erase_names *n, enum redact_kind kind, const char *text, size_t len);
/* Ordinary words in running text that were not taken for the name. */
uint64_t erase_names_doubtful(const struct erase_names *n, const char *text, size_t len);
/* The same as erase_names_in() in bytes of any encoding (UTF-8, UTF-16, Latin-1). */
bool erase_names_in_bytes(const struct erase_names *n, const char *p, size_t len);
void erase_names_release(struct erase_names *n);

#endif
