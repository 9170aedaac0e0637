/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of fit.h: what its files share. */
#ifndef TEMA_CODER_FIT_RUN_H
#define TEMA_CODER_FIT_RUN_H

#include "codebooks/messages.h"
#include "coder/fit.h"
#include "coder/run.h"

#define FIT_SHOWN 5 /* items in one message */

/* --- words of the texts --- */

struct fit_word {
	const char *form; /* folded */
	uint64_t count;
	uint32_t len, letters; /* which of a to z it has */
};
VEC_TYPE(fit_words, struct fit_word);

struct fit_vocabulary {
	struct intern raw; /* as written */
	VEC(uint64_t) counts;
	uint64_t total;
	struct intern forms; /* when all is read: folded */
	struct fit_words list;
};

/* --- patterns --- */

struct fit_pattern {
	const struct pattern *pattern;
	const struct rule *rule;     /* the first that names it; NULL: it stands in a list */
	const struct wordlist *list; /* that it stands in, or NULL */
	const struct finder *finder;
	bool asked;		  /* some rule asks for it: it does not only forbid */
	bool alone;		  /* where it is found a rule can be true without anything else */
	bool in_unless;		  /* it stands in one */
	uint64_t read, elsewhere; /* places that are read, and others */
	uint64_t inner;		  /* with exclusions: places that they might keep out */
	uint64_t words;		  /* of the words that count (fit_words) */
	bool *keeps_out;	  /* by exclusion */
	uint64_t *parts;	  /* of a phrase: how often its words are there */
};

struct fit_use { /* a pattern as one reader reads it */
	uint32_t pattern;
	struct finder *finder;
	struct reader *reader;
};

/* --- rules --- */

struct fit_place { /* what a rule asks for */
	struct expr *x;
	uint64_t count;
};

struct fit_trial {
	bool own;		  /* it stands in the file itself */
	uint64_t hits, before;	  /* with this text, without it */
	uint64_t silenced;	  /* units in which `unless` kept it from being true */
	bool tried, holds, works; /* `where`: some paragraph passed, some was kept out */
	VEC(struct fit_place) places;
	struct trial_ids beside; /* rules of the code beside which all its hits were idle */
};

/* --- conditions --- */

struct fit_test {
	const struct cond *cond;
	const struct rule *rule;
	bool variable; /* the field is none of the fixed ones */
	bool known;    /* some object has it */
	bool met;      /* ... with this value */
};

struct fit_value {
	enum cond_object object;
	const char *key, *value;
	uint64_t count;
};

struct fit {
	const struct codebook *cb;
	struct engine *engine;
	struct arena arena;
	struct reader plain; /* what is read when nothing is said */
	struct fit_vocabulary vocabulary;
	struct intern pattern_keys, use_keys;
	VEC(struct fit_pattern) patterns;
	VEC(struct fit_use) uses;
	VEC(struct fit_trial) trials; /* as engine->tree.trials */
	VEC(struct hit) sorted;
	VEC(struct fit_test) tests;
	struct intern value_keys;
	VEC(struct fit_value) values;
	/* Suggestions: by rank of the code, and of two codes for the same unit. */
	uint64_t *suggested, *together;
	struct {
		uint32_t start, end;
	} unit;
	VEC(uint32_t) at_unit; /* rank and unit kind of what is suggested there */
	struct diags *d;       /* while telling */
};

VEC_TYPE(fit_items, const char *);

/* fit.c: a warning, unless it is silenced at its place, at the rule (or NULL) or list. */
struct diag *fit_warn(struct fit *f, const struct rule *rule, const struct at *at, enum message m,
	const char *english, ...) __attribute__((format(printf, 5, 6)));
void fit_hint(struct fit *f, struct diag *g, enum message m, const char *english, ...)
	__attribute__((format(printf, 4, 5)));
bool fit_is_told(const struct fit *f, const struct at *at, const char *id);
/* "a, b and 3 more" for a message; in the arena. */
const char *fit_join(struct fit *f, const struct fit_items *items);
const char *fit_piece(struct fit *f, enum message m, const char *english, ...)
	__attribute__((format(printf, 3, 4)));

/* fit_words.c */
void fit_words_read(struct fit *f, const struct document *shown);
void fit_words_finish(struct fit *f);
void fit_words_release(struct fit_vocabulary *v);
/* Words that are few letters away from the pattern, "paham 3, faham 1", behind what out holds. */
void fit_words_near(const struct fit *f, const struct pattern *p, struct buf *out);
/* Words of the same root as words[i], for out[i]. */
void fit_words_kin(const struct fit *f, const char *const *words, size_t n, struct buf *out);
/* Is the rule (NULL: the codebook) in this language? */
bool fit_speaks(const struct fit *f, const struct rule *rule, const char *lang);
void fit_words_tell(struct fit *f); /* W087 */

/* fit_patterns.c */
void fit_patterns_find(struct fit *f);
void fit_patterns_read(struct fit *f);
void fit_patterns_tell(struct fit *f); /* W081 to W083 */

/* fit_nowhere.c */
void fit_nowhere_tell(struct fit *f); /* W081, W082 */

/* fit_rules.c */
void fit_rules_find(struct fit *f);
void fit_rules_read(struct fit *f);
void fit_rules_tell(struct fit *f); /* W081, W082, W084 */
void fit_rules_release(struct fit *f);
/* It never hits, and that is told at the rule. */
bool fit_rule_is_dead(const struct fit *f, const struct rule *rule);
bool fit_rule_unless_is_idle(const struct fit *f, const struct rule *rule);

/* fit_codes.c */
void fit_codes_find(struct fit *f);
enum rc fit_codes_read(struct fit *f, struct err *e);
void fit_codes_tell(struct fit *f); /* W085 */

/* fit_where.c */
void fit_where_find(struct fit *f);
void fit_where_read(struct fit *f, const struct document *doc, const struct document *shown);
void fit_where_tell(struct fit *f); /* W086 */
/* Some value or variable of it is told of as unknown. */
bool fit_where_is_told(const struct fit *f, const struct rule *rule);

#endif
