/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Command-line options as a table.  Long options with "--name value" and
 * "--name=value", short ones "-p value" and "-pvalue"; "--" ends them; options
 * and operands may be mixed.  An unambiguous beginning of a long name is NOT
 * accepted: scripts must not break when an option is added.
 */
#ifndef TEMA_BASE_OPT_H
#define TEMA_BASE_OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

enum opt_kind {
	OPT_FLAG,   /* bool *: set true */
	OPT_TEXT,   /* const char **: the last one wins */
	OPT_LIST,   /* struct opt_list *: every one */
	OPT_NUMBER, /* long *: decimal, min..max */
	OPT_REAL,   /* double *: a finite decimal with a point */
	OPT_CHOICE, /* int *: index into choices */
};

VEC_TYPE(opt_list, const char *); /* pointers into argv; release with vec_release */

struct opt {
	const char *name; /* without "--" */
	char letter;	  /* or 0 */
	enum opt_kind kind;
	void *value;
	const char *arg;	    /* name of the value in --help, "FILE"; NULL for a flag */
	const char *help;	    /* one line */
	const char *const *choices; /* OPT_CHOICE, NULL-terminated */
	long min, max;		    /* OPT_NUMBER; both 0 = any */
};

/* Parses argv[1..]; operands are collected in *rest.  RC_USAGE with "unknown option '--x'; did you
 * mean '--y'?" */
enum rc opt_parse(const struct opt *table, size_t n, int argc, char **argv, struct opt_list *rest,
	struct err *e);
void opt_help(const struct opt *table, size_t n, struct buf *out); /* aligned list for --help */
/* The nearest of the n words within two edits (one for words of up to 3 letters), or NULL ("did you
 * mean"). */
const char *opt_nearest(const char *word, const char *const *words, size_t n);
/* Edits (insert, delete, replace, swap of neighbours) that turn a into b; SIZE_MAX for very long
 * words. */
size_t opt_distance(const char *a, const char *b);

/* The word as it is typed on a command line: as it is, or in quotes where the shell asks for them.
 */
void opt_quote(const char *word, struct buf *out);

#endif
