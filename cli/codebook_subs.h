/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sub-commands of `tema codebook` that have a file of their own, and their options. */
#ifndef TEMA_CLI_CODEBOOK_SUBS_H
#define TEMA_CLI_CODEBOOK_SUBS_H

#include "base/diag.h"
#include "cli/cmd.h"
#include "codebooks/model.h"
#include "output/table.h"

/* What --format can be here; not every sub-command knows each. */
enum codebook_format { CODEBOOK_TEXT, CODEBOOK_CSV, CODEBOOK_JSON, CODEBOOK_HTML };

struct codebook_options {
	int format;		     /* enum codebook_format */
	const char *output;	     /* -o; NULL or "-": standard output */
	const char *name;	     /* --name of the new codebook */
	const char *from, *encoding; /* import */
	const char *language;	     /* import: of the words */
	const char *sentences;	     /* test: file of labelled sentences */
	const char *explain;	     /* check: an id */
	bool check, write;	     /* fmt */
	long limit;		     /* diff: places of one kind and code; 0: all; -1: not given */
};

enum rc codebook_check(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_explain(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_import(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_export(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_show(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_copy(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_fmt(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_forms(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_diff(struct ctx *c, const struct codebook_options *o, struct err *e);
enum rc codebook_test(struct ctx *c, const struct codebook_options *o, struct err *e);

/* The codebook that the first operand names, its errors told; warnings are what `check` is for. */
enum rc codebook_of(const struct ctx *c, struct codebook **cb, struct err *e);
/* Opens the project for reading, names hidden, if it is not open: sub-commands need none, mostly.
 */
enum rc codebook_open_project(struct ctx *c, struct err *e);
/* check -p: what the project's texts say of the codebook is added to d. */
enum rc codebook_fit(struct ctx *c, const struct codebook *cb, struct diags *d, struct err *e);

/* The text to -o or to standard output; out is emptied. */
enum rc codebook_write(
	struct ctx *c, const struct codebook_options *o, struct buf *out, struct err *e);
/* The table in the chosen --format to -o or to standard output; it is released. */
enum rc codebook_write_table(
	struct ctx *c, const struct codebook_options *o, struct table *t, struct err *e);
/* RC_USAGE unless the name, if there is one, is a key. */
enum rc codebook_check_name(const char *name, struct err *e);

#endif
