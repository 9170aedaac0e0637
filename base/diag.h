/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Flaws in input: each with a stable id, a level, and the place.  A list of
 * them is filled by a reader or parser and shown by the caller; the worst level
 * decides what the caller does.  Texts are copied into the list.
 */
#ifndef TEMA_BASE_DIAG_H
#define TEMA_BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum diag_level { DIAG_REMARK, DIAG_WARNING, DIAG_ERROR };

/* line and column count from 1, column and width in code points; 0 = no place. */
struct diag_at {
	const char *file; /* name shown; NULL = none */
	uint32_t line, column, width;
};

struct diag {
	char id[8]; /* "E009", "W051", "R012" */
	enum diag_level level;
	struct diag_at at;   /* file copied */
	const char *text;    /* one line, no full stop */
	const char *hint;    /* "did you mean '@mutu'?" or NULL */
	const char *excerpt; /* the source line, tabs as one space, cleaned (1:1, so columns hold);
				or NULL */
	uint32_t excerpt_from; /* code points of the line left out before the excerpt */
	const char *lang;      /* of its words: that of the list it is in */
};

struct diags {
	struct arena arena;
	VEC(struct diag) list;
	unsigned count[3]; /* by level */
	const char *lang;  /* "id": who fills the list speaks Indonesian; else English */
};

#define DIAGS_INIT                                                                                 \
	{                                                                                          \
		ARENA_INIT, VEC_INIT, { 0, 0, 0 }, NULL                                            \
	}

/* Adds one and gives it back so that hint and excerpt can be set (with diag_hint, diag_excerpt). */
struct diag *diag_add(struct diags *d, enum diag_level level, const char *id,
	const struct diag_at *at, const char *fmt, ...) __attribute__((format(printf, 5, 6)));
void diag_hint(struct diags *d, struct diag *g, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Of a line over 160 characters only the part around the column is kept. */
void diag_excerpt(struct diags *d, struct diag *g, const char *line, size_t len);
/* Stable sort by file (order of first appearance), line, column. */
void diag_sort(struct diags *d);
/* "file:14:20: error[E009]: text", then the line with carets and "= hint" (CODEBOOK 9).  columns:
 * of the terminal, where of a longer line only what is around the place is shown; 0: all of it. */
void diag_print(const struct diag *g, int columns, struct buf *out);
void diag_print_all(const struct diags *d, struct buf *out);
void diags_release(struct diags *d);

#endif
