/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is hidden: the list of names and what stands in their place.
 *
 * The list is what people added (`tema pseudonyms add`) and what follows from speakers who have an
 * informant code and are shown by it (implied entries):
 *   - the declared name, and the name without titles and degrees ("Ibu Siti Aminah, S.Pd." is also
 *     "Siti Aminah");
 *   - a label that is a name ("Bu Sari", also "Sari"), but no role ("Narasumber 2"), occupation
 *     ("Kepala Desa"), form of address alone ("Ibu"), initials, or number.  A label of one word
 *     counts only where it begins with a capital, for it may be an ordinary word too.
 * Where two speakers share a name, both codes stand in its place ("I1/I4").
 *
 * An entry that people added comes before an implied one of the same name.
 */
#ifndef TEMA_PROJECT_PSEUDONYMS_H
#define TEMA_PROJECT_PSEUDONYMS_H

#include "base/arena.h"
#include "base/diag.h"
#include "output/redact.h"
#include "store/documents.h"
#include "store/pseudonyms.h"

#define PSEUDONYM_MAX 60 /* characters of a replacement */

struct pseudonym {
	const char *find, *replace;
	int64_t row; /* of the store; 0 = implied */
	bool implied, proper;
	bool keep;	 /* stays as it is in the texts (replace equals find) */
	uint64_t places; /* in texts (pseudonyms_count) */
	uint32_t documents, titles, labels, notes;
};

struct pseudonyms {
	struct arena arena;
	VEC(struct pseudonym) list; /* added ones in their order, then implied ones */
};

enum rc pseudonyms_load(struct store *s, struct pseudonyms *out, struct err *e);
void pseudonyms_release(struct pseudonyms *p);
/* What replaces them; NULL when there is nothing to replace. */
struct redactor *pseudonyms_redactor(const struct pseudonyms *p);
/* How often each stands where. */
enum rc pseudonyms_count(struct pseudonyms *p, struct store *s, struct err *e);

/* ---- changing (inside no op: each is one of its own) ---- */

struct pseudonym_pair {
	const char *find, *replace;
};
struct pseudonym_changes {
	unsigned added, changed, removed, same;
};
/* Adds the pairs; an entry with the same find is replaced.  exact: entries that are in no pair are
 * removed.  Nothing is written when one is wrong: RC_USAGE, *bad is its number.  dry_run: only
 * counts. */
enum rc pseudonyms_put(struct store *s, const struct person *who,
	const struct pseudonym_pair *pairs, size_t n, bool exact, bool dry_run,
	struct pseudonym_changes *changes, size_t *bad, struct err *e);
/* RC_NOTFOUND: not in the list (with what to do about an implied one). */
enum rc pseudonyms_remove(
	struct store *s, const struct person *who, const char *find, struct err *e);

/* ---- names that may still be seen (pseudonyms_check.c) ---- */

enum near_kind {
	NEAR_SPELLING,	  /* "Sarii": nearly a name of the list */
	NEAR_PART,	  /* "Siti" of "Siti Aminah" */
	NEAR_ADDRESSED,	  /* "Bu Yanti": somebody else */
	NEAR_SPEAKER,	  /* a speaker without an informant code, shown by name */
	NEAR_SMALL,	  /* "indah": a name that is also an ordinary word, left as it is */
	NEAR_ORDINARY,	  /* "budi": replaced, but written small */
	NEAR_REPLACEMENT, /* the replacement itself stands in the texts already */
	NEAR_KINDS
};
extern const char *const near_kind_names[];

struct near_name {
	enum near_kind kind;
	const char *text, *of; /* as it stands in the texts; the entry that it is near to */
	uint32_t places, documents;
	unsigned document; /* number of the first one; 0 = none */
	uint32_t line;
	const char *context; /* one example, with what is replaced replaced */
};

struct near_names {
	struct arena arena;
	VEC(struct near_name) list; /* by kind, the most frequent first */
};
enum rc pseudonyms_check(
	struct store *s, const struct pseudonyms *p, struct near_names *out, struct err *e);
void near_names_release(struct near_names *n);

/* Forms of address ("Bu", "Pak", "Mbak", "Mr."): a word's form as redact_form() gives it. */
bool pseudonym_is_address(const char *form, size_t len);
/* A label that names a person, as far as its words tell. */
bool pseudonym_is_name(const char *label);
/* Words for people that are no names: occupations, kin, offices. */
bool pseudonym_is_office(const char *form, size_t len);

#endif
