/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The coder's engine: runs the rules of codebooks over documents and calls
 * back with suggestions.  It knows neither where suggestions go nor what people
 * decided.  What a rule means is CODEBOOK.md section 6; a numbered paragraph
 * there is cited where the code does it.
 *
 * An engine is compiled once from parsed codebooks and may be used for any
 * number of documents, one after another; it is not shared between threads.
 * The codebooks must outlive it.  Everything a callback sees is valid only
 * during the callback.
 *
 * This is the reference engine of ENGINE.md: correct and plain.  Its walls are
 * those of the fast one: a document is tokenised once, each distinct word
 * becomes a type with its list of atoms, rules work on positions of atoms, and
 * a rule none of whose atoms occurred is not looked at.
 */
#ifndef TEMA_CODER_ENGINE_H
#define TEMA_CODER_ENGINE_H

#include "base/diag.h"
#include "base/err.h"
#include "codebooks/model.h"
#include "corpus/document.h"

struct engine;

/* One rule true in one unit. spans: the words that made it true, in order, without doubles. */
struct engine_hit {
	const struct rule *rule;
	const struct span *spans;
	size_t nspans;
	bool counted; /* false: all its words were used by stronger rules already (6.10) */
};

struct engine_suggestion {
	const struct code *code;
	enum unit_kind unit;
	uint32_t start, end;	       /* bytes of the unit in the document's text */
	double score;		       /* 4 decimals (6.10) */
	const struct engine_hit *hits; /* by weight, number of words, key */
	size_t nhits;
};

typedef enum rc engine_fn(const struct engine_suggestion *s, void *arg, struct err *e);

/* A codebook whose used files were not read (E021) and regexes that PCRE2 refuses are errors in d
 * and RC_INPUT: nothing is silently ignored. */
enum rc engine_new(const struct codebook *const *books, size_t n, struct engine **out,
	struct diags *d, struct err *e);
void engine_free(struct engine *g);

/* All suggestions of one document, ordered by start, end, codebook, code.  A rule that reaches a
 * regex limit is reported in d (W090) and gives no hit in that document.  A failing callback stops.
 */
enum rc engine_run(struct engine *g, const struct document *doc, engine_fn *fn, void *arg,
	struct diags *d, struct err *e);

const char *engine_name(void); /* "reference 1": kept with every run */

#endif
