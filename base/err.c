/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Copies s behind the first `used` bytes of the message; what does not fit is cut. */
static size_t put(struct err *e, size_t used, const char *s)
{
	size_t room = sizeof e->msg - 1 - used;
	size_t n = utf8_cut(s, strlen(s), room);

	memcpy(e->msg + used, s, n);
	e->msg[used + n] = '\0';
	return used + n;
}

/* vsnprintf cuts in the middle of a character: drop what is left of it. */
static void trim_end(char *s)
{
	size_t bad;

	if (!utf8_valid(s, strlen(s), &bad) && strlen(s) - bad < 4)
		s[bad] = '\0';
}

/* Words are formatted into a buffer of their own: the old message may be among the arguments. */
static void format(char *out, size_t size, const char *fmt, va_list ap)
{
	int n = vsnprintf(out, size, fmt, ap);

	if (n < 0)
		out[0] = '\0';
	else if ((size_t)n >= size)
		trim_end(out);
}

enum rc err_vset(struct err *e, enum rc rc, const char *fmt, va_list ap)
{
	char words[sizeof e->msg];

	format(words, sizeof words, fmt, ap);
	put(e, 0, words);
	e->rc = rc;
	return rc;
}

enum rc err_set(struct err *e, enum rc rc, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(e, rc, fmt, ap);
	va_end(ap);
	return rc;
}

enum rc err_errno(struct err *e, enum rc rc, const char *fmt, ...)
{
	const char *why = strerror(errno);
	va_list ap;

	va_start(ap, fmt);
	err_vset(e, rc, fmt, ap);
	va_end(ap);
	put(e, put(e, strlen(e->msg), ": "), why);
	return rc;
}

enum rc err_wrap(struct err *e, const char *fmt, ...)
{
	char words[sizeof e->msg], old[sizeof e->msg];
	va_list ap;

	va_start(ap, fmt);
	format(words, sizeof words, fmt, ap);
	va_end(ap);
	memcpy(old, e->msg, sizeof old);
	put(e, put(e, put(e, 0, words), ": "), old);
	return e->rc;
}
