/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the program says besides its results: to stderr, cleaned of control characters. */
#ifndef TEMA_CLI_SAY_H
#define TEMA_CLI_SAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "store/store.h"

/* say() hides the names that this project hides, until NULL is given. */
void say_hide(const struct store *s);
/* "tema import: MESSAGE" */
void say_error(const char *command, const struct err *e);
/* "s" for none or several things, "" for one. */
const char *plural(uint64_t n);
void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* As it is: file names, which have to be found as they are printed, and coders. */
void say_plain(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void say_diags(const struct diags *d);
void say_diags_from(
	const struct diags *d, enum diag_level least); /* those of this level and worse */

/* Columns of the terminal that fd is; 0: it is none. */
int screen_width(int fd);

/* Results to stdout. out is emptied. Failing writes are remembered and told by out_finish(). */
void out_put(struct buf *out);
enum rc out_finish(struct err *e);

/* A line on a terminal's stderr that is written over ("precode: 12 of 200 documents"); silent
 * elsewhere. */
void progress(const char *what, size_t done, size_t all, const char *things);
void progress_end(void);

/* Ask a yes/no question on the terminal. RC_USAGE when there is none: hint names the option to give
 * instead. */
enum rc ask_yes(const char *question, const char *hint, bool *yes, struct err *e);

#endif
