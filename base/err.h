/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Failed operations.
 *
 * An operation that can fail returns an enum rc and takes a struct err last.
 * Whoever detects the failure calls err_set(), which fills the message and
 * returns the code; a caller that knows more adds it once with err_wrap(),
 * which puts its words in front.  Nothing is allocated, so a struct err needs
 * no release.  A flaw in the *input* that does not stop the work is a diag
 * (diag.h), not an err.
 *
 * Wording: lower case, no full stop, the subject in single quotes, what failed
 * first, then what the user can do if there is one thing.
 */
#ifndef TEMA_BASE_ERR_H
#define TEMA_BASE_ERR_H

#include <stdarg.h>

/* The values are the exit statuses of the program (DESIGN 7). */
enum rc {
	RC_OK = 0,
	RC_PART = 1,	 /* done in part, or something needs attention */
	RC_USAGE = 2,	 /* the command line is wrong */
	RC_INPUT = 3,	 /* a file or codebook is wrong or cannot be read or written */
	RC_PROJECT = 4,	 /* the project file: missing, busy, newer, damaged, full disk */
	RC_NOTFOUND = 5, /* unknown code, document, speaker, coder, suggestion */
};

struct err {
	enum rc rc;
	char msg[2048]; /* UTF-8, always terminated, cut at a character border */
};

#define ERR_INIT                                                                                   \
	{                                                                                          \
		RC_OK, ""                                                                          \
	}

/* Fill *e and return rc.  An earlier message is replaced. */
enum rc err_set(struct err *e, enum rc rc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
enum rc err_vset(struct err *e, enum rc rc, const char *fmt, va_list ap);
/* Like err_set, and ": " + strerror(errno) behind. */
enum rc err_errno(struct err *e, enum rc rc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Put "FMT: " in front of the message; returns e->rc so that "return err_wrap(...)" works. */
enum rc err_wrap(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
