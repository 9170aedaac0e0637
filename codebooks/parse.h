/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inside of the parser: its state and what its files give each other.  Nothing
 * outside this folder includes it.
 *
 * Two passes.  The first (parse_*.c) reads the tokens, builds patterns and
 * expressions and reports what can be said on the spot; names are noted, not
 * looked up, since a list or code may stand further down.  The second
 * (resolve.c, refs.c, check.c, canon.c, lint.c) looks names up, expands `each`,
 * settles the settings, checks what needs the whole, and computes hashes.
 *
 * A function that returns bool (or a pointer) reports its own error before it
 * returns false (or NULL); the block it stands in then recovers (section 9).
 */
#ifndef TEMA_CODEBOOKS_PARSE_H
#define TEMA_CODEBOOKS_PARSE_H

#include "base/intern.h"
#include "codebooks/complain.h"
#include "codebooks/graph.h"
#include "codebooks/lexer.h"
#include "codebooks/load.h"
#include "codebooks/model.h"

#define NESTING_MAX 32
#define CODES_DEEP 8
#define ITEMS_MAX 200000
#define REGEX_MAX 4096
#define STEP_MAX 999

/* Settings as written in one place; has says which. */
enum own_bit {
	OWN_UNIT = 1 << 0,
	OWN_SPEAKERS = 1 << 1,
	OWN_WEIGHT = 1 << 2,
	OWN_THRESHOLD = 1 << 3,
	OWN_LANGUAGES = 1 << 4,
};

struct own {
	unsigned has;
	struct setting v;
};

struct rule_draft {
	struct rule *rule;
	const struct pattern *each; /* `each @list`: rule is NULL */
	struct own own;
	struct at when_at;
};

VEC_TYPE(rule_drafts, struct rule_draft);
VEC_TYPE(test_vec, struct test);
VEC_TYPE(text_vec, const char *);
VEC_TYPE(pattern_vec, const struct pattern *);

#define NO_PARENT UINT32_MAX

struct code_draft {
	struct code *code;
	uint32_t parent; /* index of its draft, or NO_PARENT */
	struct own own;
	struct rule_drafts rules;
	bool extends;	     /* the body of an extend block */
	struct code *target; /* the code it extends; NULL: none known */
};

/* What the second pass needs to know of a list and of a reference; the model's struct comes first,
 * so that its pointer leads here. */
struct code_full {
	struct code code;
	struct own own;	     /* what it sets itself */
	bool has_expand;     /* written, if only as 0 and 0 */
	struct claim *taken; /* which `extend` set what (link.c); NULL: none did */
};

struct list_draft {
	struct wordlist list;
	uint32_t index;
	bool used;
	bool broken; /* its items had an error */
	size_t size; /* its items, with those of the lists in it; ITEMS_MAX + 1: more */
	uint8_t digest[SHA256_LEN];
};

struct rule_full {
	struct rule rule;
	struct own own;	 /* what it sets itself */
	uint32_t number; /* in parser.rules; NO_PARENT: not there */
	uint32_t place;	 /* among the rules of all files (canon.c) */
};

struct ref_node {
	struct node node;
	uint32_t code; /* draft of the code it stands in */
	const struct rule *from;
	const struct rule *target; /* of <CODE:rule> */
	uint32_t target_code;	   /* draft, or NO_PARENT */
};

struct place_use { /* every place, for lint */
	const struct pattern *pattern;
	const struct rule *rule; /* or NULL */
};

struct see_use { /* see PATH, for lint */
	const char *path;
	struct at at;
};

struct count_use { /* N of @list */
	const struct node *node;
	struct at at;
};

/* What may precede an error that is only its consequence. */
enum unsure { UNSURE_LISTS = 1 << 0, UNSURE_CODES = 1 << 1, UNSURE_RULES = 1 << 2 };

struct parser {
	struct lexer lex;
	struct token tok;		 /* the one to be looked at */
	uint32_t last_line, last_column; /* end of the one before */
	struct arena *arena;
	struct complain *c;
	struct codebook *cb; /* NULL in pattern_parse() */
	struct load *load;   /* NULL: one file alone */
	uint16_t file;	     /* its number */
	bool blind;	     /* a file it uses was not read: names may be unknown */
	VEC(struct code_draft) codes;
	VEC(struct pattern *) lists; /* every @list, to be looked up */
	VEC(struct place_use) places;
	VEC(struct ref_node *) refs;
	VEC(struct count_use) counts;
	VEC(struct see_use) sees;
	VEC(struct at) seams; /* texts that join in the middle of a word */
	struct own defaults;
	uint32_t code; /* draft of the code we are in */
	struct rule *rule;
	/* Second pass.  Names in small letters; their numbers index codes, lists, rules. */
	struct intern code_names, list_names, rule_names;
	VEC(uint32_t) code_of_name; /* draft */
	VEC(struct list_draft *) list_of_name;
	VEC(struct rule *) rules; /* of this file, keywords too, by number of rule_names */
	size_t items;
	unsigned unsure;
	bool stopped;	     /* a limit was passed: every token is the end now */
	enum message whole;  /* what is read, for messages: "the file", "the pattern" */
	enum message behind; /* what may stand behind an expression, for messages */
};

/* --- parse.c: tokens, errors, recovery, keys, numbers, texts -----------------------------------
 */

void parse_start(
	struct parser *p, struct arena *a, struct complain *c, const char *text, size_t len);
void parse_stop(struct parser *p); /* releases what is not the codebook's */
void parse_advance(struct parser *p);
bool parse_mark(struct parser *p, enum mark m); /* takes it if it is there */
bool parse_at(const struct parser *p, enum mark m);
bool parse_is(const struct parser *p, const char *word); /* a run of exactly these bytes? */
/* From START to the end of the last token taken; only on START's line. */
struct at parse_span(const struct parser *p, struct at start);
const char *parse_clip(struct parser *p); /* the current token for a message */
size_t parse_len(const struct parser *p); /* its bytes */
const char *parse_raw(const struct parser *p);

/* A piece without arguments, in the language of the messages. */
const char *parse_piece(const struct parser *p, enum message m);
/* E005 at the current token, or its own flaw if it has one (NULL then: no place for a hint). */
struct diag *parse_expected(struct parser *p, enum message what);
/* At the dash that word processors make of ' -': – or —? */
bool parse_at_dash(const struct parser *p);
/* The hint for a '=' or ':' that does not belong there. */
void parse_stray(struct parser *p, struct diag *g);
/* Reports the current token's lexical flaw; false if it has none. */
bool parse_flawed(struct parser *p);
void parse_limit(struct parser *p, struct at at, enum message m); /* E022, and the parser stops */

const char *parse_key(struct parser *p, enum message what, unsigned unsure);
const char *parse_path(struct parser *p, enum message what);
/* Bytes of the KEY or KEY.KEY [s,s+len) that are right; len if all are. */
size_t parse_key_check(const char *s, size_t len, bool path);
const char *parse_language(struct parser *p);
bool parse_integer(struct parser *p, enum message what, uint32_t min, uint32_t max, uint32_t *out);
bool parse_share(struct parser *p, enum message what, double *out); /* above 0 to 1 */
bool parse_text(struct parser *p, enum message what, const struct localised **out);
/* Neighbouring TEXTs as one. */
const char *parse_joined(struct parser *p, enum message what);
char *parse_lower(struct parser *p, const char *s); /* ASCII letters made small */

/* --- parse_block.c: { items } ----------------------------------------------------------------- */

typedef bool item_fn(struct parser *p, void *block);

struct block {
	enum message name;     /* "a rule" */
	enum message expected; /* what the list of items looks like, for E005 */
	item_fn *const *items; /* by enum word */
	unsigned flags;	       /* words that may stand here */
	unsigned ends;	       /* words that end it at a line start */
};

/* Items up to and with '}'. */
void parse_block(struct parser *p, const struct block *b, void *arg, struct at open);
/* Items up to the end of the file. */
void parse_items(struct parser *p, const struct block *b, void *arg);
/* The '{' of a block; after an error in the head, looks for it on the line. false: there is none.
 */
bool parse_head(struct parser *p, bool good, unsigned flags, struct at *open);
void parse_recover(struct parser *p);
/* Reports E002 at OPEN unless there were errors since. */
void parse_unclosed(struct parser *p, struct at open, unsigned errors, const char *what);

/* --- parse_setting.c -------------------------------------------------------------------------- */

bool parse_setting(struct parser *p, struct own *own); /* at one of the four words */
bool parse_languages(struct parser *p, struct own *own);
bool parse_twice(struct parser *p, const char *what); /* E013 at the current token; false */
const char *const *parse_language_list(struct parser *p);
void setting_default(struct setting *s);
void setting_take(struct setting *s, const struct own *own); /* what OWN has goes over S */

/* --- parse_list.c ----------------------------------------------------------------------------- */

/* { item sep item ... }; each: may items be `each @list`? add() takes one item. */
typedef void list_add_fn(struct parser *p, void *arg, const struct pattern *item, bool each);
bool parse_list(struct parser *p, bool each, list_add_fn *add, void *arg);
bool parse_patterns(struct parser *p, struct pattern_vec *out);
const struct pattern *const *parse_keep_patterns(struct parser *p, struct pattern_vec *v);

/* --- parse_pattern.c, parse_word.c, parse_phrase.c ---------------------------------------------
 */

struct pattern *parse_place(struct parser *p); /* with its exclusions */
struct pattern *parse_list_name(struct parser *p);
struct pattern *parse_phrase(struct parser *p, bool exact, struct at at);
struct pattern *parse_regex(struct parser *p);
/* A run that is a word, a glob, ~root or stem: */
struct pattern *parse_word(struct parser *p, bool exact, struct at at);
/* ~root:flags at s (which holds the '~'), *used bytes of it; NULL if no letter follows. */
struct pattern *word_root(struct parser *p, const char *s, size_t len, size_t *used);
/* A word or glob; its source and key are bare, without '=' and quotes. */
struct pattern *word_new(struct parser *p, const char *s, size_t len, bool exact);
bool word_has_letters(const struct pattern *w); /* a glob needs two */
/* Puts '=' and quotes, where needed, around source and key. */
void word_dress(struct parser *p, struct pattern *w);

/* --- parse_expr.c, parse_cond.c -----------------------------------------------------------------
 */

struct node *parse_expr(struct parser *p);
struct cond *parse_where(struct parser *p);
bool node_is_place(const struct node *n);

/* --- parse_code.c, parse_rule.c -----------------------------------------------------------------
 */

bool parse_code(
	struct parser *p, void *parent); /* parent: struct code_block of parse_code.c or NULL */
bool parse_extend(struct parser *p, void *unused);
bool parse_rule(struct parser *p, struct rule_drafts *out);
bool parse_test(struct parser *p, struct test_vec *out);
const struct test *parse_keep_tests(struct parser *p, struct test_vec *tests, size_t *n);
struct rule *rule_new(struct arena *a);
/* The expression of a `when`, with what makes it one (E018), into the draft's rule. */
bool parse_when(struct parser *p, struct rule_draft *d);
/* The rule that a keyword is. */
struct rule *rule_of_keyword(struct arena *a, const struct pattern *item, struct at at);

void parse_file_items(struct parser *p); /* parse_file.c: to the end of the file */

/* parse_use.c: reads the files that this one uses; what cannot be read leaves the parser blind. */
bool parse_use(struct parser *p, void *unused);
void parse_used(struct parser *p);
/* parser.c: one more file, with those that it uses; errors are counted in load. */
struct codebook *parse_another(
	struct load *load, const char *name, const char *id, const struct buf *bytes);

/* --- second pass: resolve.c, refs.c, check.c, canon.c, lint.c
 * --------------------------------------- */

void resolve_codebook(struct parser *p); /* lists, each, settings, keys */
void resolve_refs(struct parser *p);	 /* <CODE:rule> and cycles */
void check_codebook(struct parser *p);
void link_codebook(struct parser *p); /* what files do to each other; only without errors */
/* Hashes; only without errors.  Gives a code that refers back to itself, NULL if all is well. */
const struct code *canon_codebook(struct codebook *cb);
void lint_codebook(struct parser *p); /* warnings; only without errors */

/* Draft of the code, rule of the code with this draft, as written in a <...>; NO_PARENT, NULL. */
uint32_t resolve_code(struct parser *p, const char *key);
struct rule *resolve_rule(struct parser *p, uint32_t code, const char *key);
/* Splits "book.KEY" or "KEY": the KEY; *foreign: another codebook is named. */
/* The code that PATH names in a used file, or NULL. */
const struct code *resolve_used_code(const struct parser *p, const char *path);
void resolve_unknown_code(struct parser *p, struct at at, const char *path); /* E010 */
const char *resolve_path(const struct parser *p, const char *path, bool *foreign);
struct list_draft *resolve_list(const struct wordlist *list);
uint32_t resolve_number(const struct rule *r);
/* The rules by number, an edge for each <CODE:rule> of this file. */
struct graph resolve_rule_graph(const struct parser *p);

/* NULL when `# suppress: ID` stands on the line or above it, or so at the rule (which may be NULL).
 */
struct diag *lint_warning(struct parser *p, const struct rule *rule, struct at at, enum message m,
	const char *english, ...) __attribute__((format(printf, 5, 6)));

#endif
