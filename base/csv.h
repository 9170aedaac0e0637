/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comma-separated values (RFC 4180, read generously: any of , ; tab as
 * separator, LF or CRLF, BOM).  Rows may have different lengths.
 */
#ifndef TEMA_BASE_CSV_H
#define TEMA_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

struct csv_row {
	const char **cells; /* terminated strings in the arena of the csv */
	size_t n;
	size_t line; /* of its first character, from 1 */
};

struct csv {
	struct arena arena;
	VEC(struct csv_row) rows; /* empty lines are left out */
	char separator;
	bool odd_quotes; /* text stands behind a closing quote: quotes may be no quoting here */
};

#define CSV_INIT                                                                                   \
	{                                                                                          \
		ARENA_INIT, VEC_INIT, 0, false                                                     \
	}

/* sep 0: the one of , ; tab that occurs most in the first line outside quotes. RC_INPUT: bad UTF-8,
 * open quote. */
enum rc csv_parse(const char *p, size_t len, char sep, struct csv *out, struct err *e);
/* The same for a file that quotes nothing: '"' is a character as any other. */
enum rc csv_parse_unquoted(const char *p, size_t len, char sep, struct csv *out, struct err *e);
void csv_release(struct csv *c);
/* One cell, quoted when it must be.  formula_guard: a cell that begins with = + - @ and is no
 * number gets a ' in front. */
void csv_cell(struct buf *out, const char *s, size_t len, bool first, bool formula_guard);
void csv_end(struct buf *out); /* CRLF */

#endif
