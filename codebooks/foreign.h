/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dictionaries and code lists of other programs as a codebook.
 *
 * Each format is one file foreign_NAME.c with one row in the table of
 * foreign.c.  Its reader makes a list of categories with their patterns (struct
 * foreign); foreign_write.c makes the codebook's text of it, the same for all.
 * Nothing is lost in silence: what could not be carried is a remark with the
 * line it stands in.  Their texts are in messages_import.def, what each id (F001
 * and up) means in coder/id_text_import.def; the language is that of the diags.
 */
#ifndef TEMA_CODEBOOKS_FOREIGN_H
#define TEMA_CODEBOOKS_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/intern.h"
#include "base/vec.h"
#include "codebooks/messages.h"

#define FOREIGN_MAX (16u << 20) /* bytes of a file */
#define FOREIGN_TOP UINT32_MAX	/* no parent */
#define FOREIGN_DEEP 8		/* levels of codes a codebook may have */

struct foreign_item {
	const char *text;   /* as it stands in the file, trimmed */
	const char *source; /* as our language writes it */
	uint32_t line;
};

struct foreign_rule {
	const char *body; /* clauses, "when ... where ..." */
	uint32_t line;
};

struct foreign_code {
	const char *name; /* as the file has it: the label */
	const char *key;  /* made of it */
	const char *definition, *include, *exclude, *example, *source, *note, *color; /* or NULL */
	uint32_t parent; /* index, or FOREIGN_TOP */
	uint32_t depth;
	uint32_t line;
	struct intern seen; /* the sources of its items */
	VEC(struct foreign_item) items;
	VEC(struct foreign_rule) rules;
};

/* What a reader fills. */
struct foreign {
	struct arena arena;
	const char *file;		/* for remarks */
	const char *title;		/* of the dictionary, or NULL */
	VEC(struct foreign_code) codes; /* a parent before its children */
	struct intern keys;		/* taken, in small letters */
	struct intern bases;		/* of keys with a number behind them */
	VEC(uint32_t) numbers;		/* the next one of each */
	struct diags *d;
};

struct foreign_format {
	const char *name;	/* "liwc" */
	const char *title;	/* "LIWC dictionary" */
	const char *extensions; /* "dic dic2007", lower case */
	const char *charsets;	/* tried in this order when the text is not UTF-8 */
	enum rc (*read)(struct foreign *f, const char *text, size_t len, struct err *e);
};

extern const struct foreign_format *const foreign_formats[]; /* NULL-terminated */

struct foreign_options {
	const char *format;   /* name; NULL: by the file's name and first bytes */
	const char *charset;  /* NULL: found out */
	const char *name;     /* of the codebook; NULL: from the file's name */
	const char *language; /* of the words, "en"; NULL: not said */
};

struct foreign_figures {
	size_t codes, keywords, rules;
};

/* The file's bytes as the text of a codebook, appended to out.  file: its name.  RC_INPUT: not of
 * this format; RC_USAGE: unknown format or encoding. */
enum rc foreign_import(const char *file, const char *bytes, size_t len,
	const struct foreign_options *o, struct buf *out, struct foreign_figures *n,
	struct diags *d, struct err *e);

/* --- the two halves, for tests -----------------------------------------------------------------
 */

enum rc foreign_read(struct foreign *f, const char *file, const char *bytes, size_t len,
	const struct foreign_options *o, const struct foreign_format **chosen, struct diags *d,
	struct err *e);
void foreign_release(struct foreign *f);
void foreign_write(const struct foreign *f, const struct foreign_format *format,
	const struct foreign_options *o, struct buf *out, struct foreign_figures *n);

/* --- for the readers ----------------------------------------------------------------------------
 */

/* A new category; gives its index.  name: trimmed here.  Too deep: hung on the last level that may
 * be, which is told. */
uint32_t foreign_code(
	struct foreign *f, const char *name, size_t len, uint32_t parent, uint32_t line);
/* A pattern with '*' and '?' (foreign_term.h) of this category; told when it cannot be carried. */
void foreign_term(struct foreign *f, uint32_t code, const char *text, size_t len, uint32_t line);
/* One that is written in our language already. */
void foreign_source(
	struct foreign *f, uint32_t code, const char *text, const char *source, uint32_t line);
/* SAY(F003_...); level: a warning where something is lost, else a remark. */
void foreign_remark(struct foreign *f, enum diag_level level, uint32_t line, enum message m,
	const char *english, ...) __attribute__((format(printf, 5, 6)));
/* The file is not of this format. */
enum rc foreign_wrong(const struct foreign *f, uint32_t line, struct err *e, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Lines of a text, '\n' ended; the last may have none. */
struct foreign_lines {
	const char *at, *end;
	uint32_t number; /* of the line given last */
};
bool foreign_line(struct foreign_lines *l, const char **line, size_t *len);
/* Cuts spaces, tabs and no-break spaces from both ends. */
void foreign_trim(const char **s, size_t *len);

/* "..." with escapes; control characters are left out. */
void foreign_quote(const char *s, struct buf *out);

extern const struct foreign_format foreign_liwc, foreign_dicx, foreign_yoshikoder, foreign_wordstat,
	foreign_lexicoder, foreign_quanteda, foreign_khcoder, foreign_codelist;

#endif
