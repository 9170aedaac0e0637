/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the codebook layer reports flaws: into a struct diags, with the excerpt
 * of the line.  Excerpts are shown only from files that begin with `codebook`,
 * so that a wrong path (or a hostile `use`) does not print another file's text.
 */
#ifndef TEMA_CODEBOOKS_COMPLAIN_H
#define TEMA_CODEBOOKS_COMPLAIN_H

#include "base/diag.h"
#include "codebooks/messages.h"
#include "codebooks/model.h"

#define COMPLAIN_MAX 200 /* errors of one file; the parser stops there */

struct complain {
	struct diags *d;
	const char *file;
	const char *text; /* what lines are cut from */
	size_t len;
	bool excerpts;
	unsigned errors;	/* so far */
	VEC(uint32_t) lines;	/* starts, made at the first flaw */
	VEC(struct at) not_nfc; /* first such place of each line of the file as it was saved */
	struct arena arena;	/* for complain_clip */
};

void complain_init(struct complain *c, struct diags *d, const char *file);
void complain_release(struct complain *c);
/* The text, from now on, from which excerpts are cut. */
void complain_text(struct complain *c, const char *text, size_t len);

/* Each takes SAY(KEY) of messages.h for m and english; the text is in the language of the diags.
 * NULL once COMPLAIN_MAX is reached; complain_hint() takes that. */
struct diag *complain_error(struct complain *c, struct at at, enum message m, const char *english,
	...) __attribute__((format(printf, 4, 5)));
struct diag *complain_warning(struct complain *c, struct at at, enum message m, const char *english,
	...) __attribute__((format(printf, 4, 5)));
/* The same with what SAY(KEY) needs in a va_list. */
struct diag *complain_warning_v(struct complain *c, struct at at, enum message m, va_list ap);
void complain_hint(struct complain *c, struct diag *g, enum message m, const char *english, ...)
	__attribute__((format(printf, 4, 5)));
/* A message or hint without arguments, chosen at run time; MSG_NONE is no hint. */
struct diag *complain_plain(struct complain *c, struct at at, enum message m);
void complain_plain_hint(struct complain *c, struct diag *g, enum message m);
/* A piece for another message, in its language; it lives as long as c. */
const char *complain_piece(struct complain *c, enum message m, const char *english, ...)
	__attribute__((format(printf, 3, 4)));
/* A piece of the user's text for a message: its first 40 characters. */
const char *complain_clip(struct complain *c, const char *p, size_t len);

#endif
