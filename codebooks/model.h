/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A codebook in memory (CODEBOOK.md sections 2, 3 and 6): what parser.h makes of a
 * file, what the engine compiles and what a report prints.
 *
 * Everything hangs on the codebook's arena; pointers are valid until
 * codebook_free().  Nothing is changed after codebook_parse() has returned.
 * All words are in matching form (tokens.h): folded unless `exact`.
 *
 * Keywords are rules: each item of a `keywords` block is one struct rule with
 * is_keyword set, whose `when` is that place.  So there is one kind of rule
 * behind this header.
 */
#ifndef TEMA_CODEBOOKS_MODEL_H
#define TEMA_CODEBOOKS_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sha256.h"
#include "base/vec.h"

/* Place in the source: line and column from 1, column and width in code points. */
struct at {
	uint32_t line, column, width;
	uint16_t file; /* index into codebook->files */
};

enum unit_kind { UNIT_MATCH, UNIT_SENTENCE, UNIT_TURN, UNIT_PARAGRAPH, UNIT_DOCUMENT };
extern const char *const unit_names[]; /* in the order of the enum, NULL-terminated */

/* A text in several languages: first is the file's first language or the one without a tag. */
struct localised {
	const char *lang;
	const char *text;
	const struct localised *next;
};
/* The text in LANG, else the first; "" if there is none. */
const char *localised_text(const struct localised *t, const char *lang);

/* --- patterns ------------------------------------------------------------------------------- */

enum pattern_kind {
	PATTERN_WORD,	/* form */
	PATTERN_GLOB,	/* form with * and ? */
	PATTERN_PHRASE, /* parts and marks */
	PATTERN_ROOT,	/* form: root letters, '_' between the parts of a compound */
	PATTERN_STEM,	/* form: the word whose stem is sought; lang */
	PATTERN_REGEX,	/* form: the regex between the slashes, `\/` unescaped; regex flags */
	PATTERN_LIST,	/* list */
};

enum root_only { ROOT_ONLY_ANY, ROOT_ONLY_NEG, ROOT_ONLY_POS };
enum regex_flag {
	REGEX_CASE = 1 << 0,
	REGEX_MULTILINE = 1 << 1,
	REGEX_DOTALL = 1 << 2,
	REGEX_EXTENDED = 1 << 3
};

struct wordlist;
struct code;
struct rule;
struct codebook;

struct pattern {
	enum pattern_kind kind;
	bool exact;	     /* '=': case counts */
	bool spoken;	     /* ~root:lisan */
	enum root_only only; /* ~root:neg :pos */
	unsigned regex_flags;
	const char *form;   /* see kind; NULL for phrase and list */
	const char *lang;   /* stem language ("en" default) */
	const char *source; /* canonical writing as fmt prints it, with '=' '~' quotes, without
			       exclusions */
	const char *key;    /* the same, folded unless '=': what a keyword's key is */
	/* Phrase: nparts words, each a WORD, GLOB or ROOT pattern.  gaps[i] (i < nparts - 1) is the
	 * text of marks that must stand between word i and i+1, "" = the ordinary gap of section 4.
	 */
	const struct pattern *const *parts;
	const char *const *gaps;
	size_t nparts;
	const struct wordlist *list; /* PATTERN_LIST, resolved; NULL only when it lies in an
					unresolved used file */
	const char *list_name;	     /* "@sosialisasi", "@jamsos.acara" */
	/* `-b -"c d"`: words and phrases; a place inside a place of one of them is dropped. */
	const struct pattern *const *except;
	size_t nexcept;
	struct at at;
};

/* words @name { ... } */
struct wordlist {
	const char *name; /* without @ */
	const struct pattern *const *items;
	size_t nitems;
	struct at at;
};

/* --- expressions ---------------------------------------------------------------------------- */

enum node_kind {
	NODE_PLACE,    /* pattern */
	NODE_ANY,      /* kids joined by `or`, all of them places: itself a place */
	NODE_OR,       /* kids joined by `or`, at least one only true or false */
	NODE_AND,      /* kids */
	NODE_NOT,      /* kids[0] */
	NODE_CHAIN,    /* kids[0] step[0] kids[1] step[1] kids[2] ...: places */
	NODE_NOT_NEAR, /* kids[0] not step[0] kids[1] */
	NODE_NEGATED,  /* kids[0], a place */
	NODE_AFFIRMED,
	NODE_COUNT,  /* number of (kids), or number of @list: pattern */
	NODE_REF,    /* <code:rule>: ref */
	NODE_IN,     /* in scope (kids[0]) */
	NODE_WITHIN, /* within number sentences (kids[0]) */
};

enum step_kind { STEP_NEAR, STEP_BEFORE, STEP_AFTER };
enum scope_kind { SCOPE_SENTENCE, SCOPE_TURN, SCOPE_PARAGRAPH, SCOPE_DOCUMENT, SCOPE_QUESTION };

struct step {
	enum step_kind kind;
	uint32_t distance; /* 1..999 */
};

struct node {
	enum node_kind kind;
	const struct node *const *kids;
	size_t nkids;
	const struct step *steps; /* CHAIN: nkids - 1; NOT_NEAR: 1 */
	const struct pattern *pattern;
	uint32_t number;
	enum scope_kind scope;
	const char *ref_code,
		*ref_rule; /* REF: "INT", "jamsos.PATUH" or NULL (own code); or NULL */
	/* REF: the code, and the rule of it if one is named.  NULL only when it lies in an
	 * unread file. */
	const struct code *code;
	const struct rule *rule;
	struct at at;
};

/* --- where ---------------------------------------------------------------------------------- */

enum cond_kind { COND_AND, COND_OR, COND_NOT, COND_TEST };
enum cond_op { OP_EQ, OP_NE, OP_LT, OP_LE, OP_GT, OP_GE, OP_LIKE };
enum cond_object { OBJECT_SPEAKER, OBJECT_DOCUMENT, OBJECT_PARAGRAPH };

struct cond {
	enum cond_kind kind;
	const struct cond *const *kids;
	size_t nkids;
	enum cond_object object;
	const char *field; /* "role", "code", "name", "method", "date", "kind", else a variable */
	enum cond_op op;
	const char *value;
	struct at at;
};

/* --- rules, codes, codebook ------------------------------------------------------------------- */

enum test_kind { TEST_HIT, TEST_MISS, TEST_TODO_HIT, TEST_TODO_MISS };

struct test {
	enum test_kind kind;
	const char *text;
	struct at at;
};

struct setting { /* effective values: own, else the block's, the code's, the file's, the default */
	enum unit_kind unit; /* sentence */
	bool speakers_all;   /* `speakers all`: interviewers too */
	double weight;	     /* 0.5 */
	double threshold;    /* 0.5; meaningful in codes */
	const char *const
		*languages; /* NULL-terminated; rule's, else code's, else file's, else { "id" } */
};

struct rule {
	const char *key; /* "belum-optimal", or "~paham" for a keyword: unique in the code */
	const struct localised *label; /* NULL if none */
	const struct code *code;
	const struct codebook *book; /* the file it is written in: its negation changes apply */
	bool is_keyword, is_private;
	const struct node *when;
	const struct node *unless; /* or NULL */
	const struct cond *where;  /* or NULL */
	struct setting set;
	const struct test *tests;
	size_t ntests;
	const char *was;
	const struct localised *note;
	uint8_t hash[SHA256_LEN]; /* CODEBOOK 8 */
	struct at at;
	size_t start; /* byte of the file's text where `rule` stands */
};

struct path_list {
	const char *const *items;
	size_t n;
};

struct code {
	const char *key;	     /* "LEMAH" */
	const char *full;	     /* "jones.LEMAH" */
	const struct codebook *book; /* whose code it is */
	const struct code *parent;   /* or NULL */
	uint32_t index;		     /* in the codes of the codebook that was loaded */
	uint32_t depth;		     /* 0 at the top */
	const struct localised *label, *definition, *include, *exclude, *example, *source, *note;
	const char *color;     /* "#1f77b4" or NULL */
	const char *kind;      /* "theme" by default */
	const char *exclusive; /* group or NULL */
	struct path_list see, was;
	bool inherit_up;
	uint32_t expand_before, expand_after;
	struct setting set;
	const struct rule *const *rules; /* keywords and rules in source order */
	size_t nrules;
	const struct test *tests;
	size_t ntests;
	struct at at;
};

struct negation_change { /* negation LANG add|remove|except|border { ... } */
	const char *lang;
	enum { NEGATION_ADD, NEGATION_REMOVE, NEGATION_EXCEPT, NEGATION_BORDER } what;
	const struct pattern *const *items;
	size_t nitems;
	struct at at;
};

struct extension {		   /* extend PATH { ... } */
	const char *path, *parent; /* parent: new parent or NULL */
	const struct code *body;   /* holds the codeitems; its key is the path's last part */
	const struct code *target; /* the code that it changes; NULL in an unread file */
	struct at at;
};

struct source_file {
	const char *name; /* as given; of a used file where it lies */
	const char *id;	  /* "" of the file itself; of a used one how it is found (load.h) */
	const char *text; /* decoded, NFC, BOM gone, '\n' line ends */
	size_t len;
	uint8_t sha[SHA256_LEN]; /* of the bytes as read */
};

struct use {
	const char *name;
	bool refused;	       /* E021 */
	struct codebook *book; /* NULL: not read */
	struct at at;
};

/* `# suppress: W057`; suppress.h. */
struct suppress {
	struct at at;	/* of the id */
	bool alone;	/* nothing else stands on its line */
	uint32_t until; /* alone: the last of the comment lines that begin with it */
	bool used;	/* it silenced something */
	char id[5];	/* "" when the comment names none */
};
VEC_TYPE(suppress_list, struct suppress);
/* The lines of an item of the file that has several: a code, a list, a clause ... */
struct item_lines {
	uint32_t first, last;
	bool clause; /* of a rule */
};

struct codebook {
	struct arena arena;
	const char *name;	      /* "jones" */
	const char *declared;	      /* version as written, or NULL */
	const char *const *languages; /* NULL-terminated; { "id", NULL } when none is given */
	const struct localised *title, *source, *note;
	struct setting set;
	VEC(struct source_file) files; /* 0 is the file itself; behind it those that it uses */
	VEC(struct use) uses;
	/* The codebooks of all files it uses, directly or not, each once and behind what it uses
	 * itself.  They belong to the one that was loaded (owner). */
	VEC(struct codebook *) used;
	bool owner;
	VEC(struct wordlist *) lists;
	/* Preorder: parents before children.  Of the codebook that was loaded: its own and those of
	 * the files it uses, as `extend` changed them; each knows its own book. */
	VEC(struct code *) codes;
	VEC(struct negation_change) negations;
	VEC(struct extension) extensions;
	struct suppress_list suppressed;   /* in the file itself */
	VEC(struct item_lines) item_lines; /* in the file itself */
	uint8_t sha[SHA256_LEN]; /* identity of the version: of files[0] and its uses (section 8) */
};

void codebook_free(struct codebook *cb);
/* KEY: a code of this codebook; BOOK.KEY: of that of its files.  Any ASCII case; NULL if unknown.
 */
const struct code *codebook_code(const struct codebook *cb, const char *key);
bool code_is_color(const char *s); /* "#1f77b4" */
const struct rule *code_rule(const struct code *code, const char *key);
const struct wordlist *codebook_list(const struct codebook *cb, const char *name);

/* Of the files it uses, or itself; NULL if there is none of this name. */
const struct codebook *codebook_named(const struct codebook *cb, const char *name, size_t len);

#endif
