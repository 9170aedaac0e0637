/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tests that stand in a codebook (CODEBOOK 6.16), and sentences that people
 * labelled in a file beside it.  A failed one is an error diag (E100) at the
 * test's place that says which rules did or did not hit; a todo test that
 * passes is a remark.
 */
#ifndef TEMA_CODER_SELFTEST_H
#define TEMA_CODER_SELFTEST_H

#include "base/arena.h"
#include "coder/engine.h"

struct selftest_result {
	unsigned passed, failed, todo, todo_passed;
};

enum selftest_outcome { SELFTEST_PASSED, SELFTEST_FAILED, SELFTEST_TODO, SELFTEST_TODO_PASSED };

/* One test that was run. */
struct selftest_case {
	const struct codebook *book;
	const struct test *test;
	const struct code *code;
	const struct rule *rule; /* NULL: of the code */
	const char *file;	 /* of a labelled sentence; NULL: in the codebook */
	bool hit;
	enum selftest_outcome outcome;
	const struct document *doc; /* NULL: a text without a word */
	struct engine *engine;	    /* as it stands behind the text */
};

typedef enum rc selftest_fn(const struct selftest_case *c, void *arg, struct err *e);

/* Labelled sentences: lines TEXT <tab> CODE or CODE:RULE <tab> hit|miss|todo-hit|todo-miss.  In
 * TEXT `\n` is a line break, `\t` a tab, `\\` a backslash.  Empty lines, lines that begin with '#'
 * and a first line `text<tab>code<tab>label` are passed over. */
struct selftest_label {
	struct test test;
	const struct code *code;
	const struct rule *rule; /* or NULL */
};
struct selftest_labels {
	struct arena arena;
	const char *file;
	VEC(struct selftest_label) list;
};
/* Every wrong line is an error in d (E101); then RC_INPUT. */
enum rc selftest_labels_read(struct selftest_labels *l, const char *file, const char *text,
	size_t len, const struct codebook *cb, struct diags *d, struct err *e);
void selftest_labels_release(struct selftest_labels *l);

/* Runs the codebook's tests, then the labelled sentences (NULL: none); a failing fn stops. */
enum rc selftest_each(const struct codebook *cb, const struct selftest_labels *labels,
	struct selftest_result *result, selftest_fn *fn, void *arg, struct diags *d, struct err *e);
/* What there is to say of a test: nothing when it went as it should. */
void selftest_diag(const struct selftest_case *c, struct diags *d);

/* The codebook's own tests, what there is to say in d. */
enum rc selftest_run(
	const struct codebook *cb, struct selftest_result *result, struct diags *d, struct err *e);

#endif
