/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What differs between two versions of one codebook (CODEBOOK 8).
 *
 * Codes are paired by key, else by `was`; rules and keywords of a pair by key,
 * else by `was`, else by hash.  Layout, comments and order make no difference,
 * nor do the names of lists in what a rule means.  Codes and lists of used
 * files count with those of the file.
 *
 * Each difference says what it is about, since only some of them change which
 * places are found: the wording for people, the tests, the score, the matching.
 *
 * Everything hangs on the arena; both codebooks must outlive it.
 */
#ifndef TEMA_CODEBOOKS_CHANGES_H
#define TEMA_CODEBOOKS_CHANGES_H

#include "codebooks/model.h"
#include "codebooks/outline.h"

enum change_how { CHANGE_NONE, CHANGE_EDITED, CHANGE_ADDED, CHANGE_REMOVED };
enum change_about { ABOUT_TEXT, ABOUT_TESTS, ABOUT_SCORE, ABOUT_MATCHING };
/* "same" "changed" "added" "removed"; "text" "tests" "score" "matching" */
extern const char *const change_how_names[], *const change_about_names[];

struct change_field {
	const char *name;	    /* "definition", "threshold", "when", "test hit" */
	const char *lang;	    /* of a text that has several languages, else NULL */
	const char *before, *after; /* NULL: none */
	enum change_about about;
};
VEC_TYPE(change_fields, struct change_field);
VEC_TYPE(change_texts, const char *);

struct change_rule {
	enum change_how how;
	const struct rule *before, *after; /* NULL: added, removed */
	bool renamed;			   /* one rule under two keys */
	bool matching;			   /* its hash is another one */
	struct change_fields fields;
	/* Why it matches otherwise, besides what stands in it: "@mutu", "<INT:agen>", "negation".
	 */
	struct change_texts through;
	const struct code *other; /* removed, added: the same rule stands in this code now, stood in
				     this code before */
};

struct change_code {
	enum change_how how;
	const struct code *before, *after;
	bool renamed, moved; /* moved: under another parent */
	struct change_fields fields;
	VEC(struct change_rule) rules; /* only those that differ: in order, the removed ones last */
	/* Of one that is added: a removed one that looks like it, and the other way round: was it
	 * renamed without `was`? */
	const struct code *like;
	const struct code *into; /* removed: one that was there already says `was` of it */
};

struct change_list {
	enum change_how how;
	const struct wordlist *before, *after;
	const char *name; /* "@mutu"; of a used file "@jamsos.acara"; the new name */
	const char *old;  /* the old name when it has another one now, else NULL */
	struct change_texts added, removed; /* items */
	VEC(const struct rule *) rules;	    /* of the new version, that match otherwise by it */
};

struct changes {
	struct arena arena;
	const struct codebook *before, *after;
	struct change_fields fields; /* of the file: version, title, negation ... */
	VEC(struct change_code)
	codes;				 /* ALL codes: first those of `after` by their index, behind
					    them the removed ones */
	VEC(struct change_list) lists;	 /* that differ */
	unsigned added, removed, edited; /* codes */
};

void changes_find(const struct codebook *before, const struct codebook *after, struct changes *out);
void changes_release(struct changes *c);
bool changes_any(const struct changes *c);

/* --- inside of changes*.c -------------------------------------------------------------------- */

void changes_of_file(struct changes *c);
void changes_of_code(struct changes *c, struct change_code *k);
void changes_of_rule(struct changes *c, struct change_rule *r);
void changes_of_lists(struct changes *c);
/* Through which lists, rules and negations the rules that match otherwise do so. */
void changes_through(struct changes *c);

#endif
