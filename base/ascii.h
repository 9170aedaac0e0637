/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single bytes of formats and of our own syntax, whatever the locale; for text of people there is
 * utf8.h. */
#ifndef TEMA_BASE_ASCII_H
#define TEMA_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A space or a tab: what may stand between words of one line. */
static inline bool ascii_blank(char c)
{
	return c == ' ' || c == '\t';
}

#endif
