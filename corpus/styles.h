/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the styles of a document (docx, odt, rtf) mean for its text.  A style
 * that says nothing of a property has that of the style it is based on.
 * Built-in styles have English names in every language version ("heading 1"),
 * only their ids differ ("Judul1"), so names decide; without a style of that id
 * the id itself is judged as a name.
 */
#ifndef TEMA_CORPUS_STYLES_H
#define TEMA_CORPUS_STYLES_H

#include <stddef.h>

#include "base/intern.h"
#include "base/vec.h"
#include "corpus/document.h"

#define STYLE_UNSET (-1)

struct style {
	uint32_t based_on; /* id number or INTERN_NONE */
	int kind;	   /* enum para_kind from the name, or STYLE_UNSET */
	int outline;	   /* 0 to 8 = heading, 9 = body, or STYLE_UNSET */
	int bold, hidden;  /* 1, 0 or STYLE_UNSET */
	int list, level;   /* numbered list and its level from 0, or STYLE_UNSET; docx only */
};

struct styles {
	struct intern ids;
	VEC(struct style) list; /* by number in ids */
};

#define STYLES_INIT                                                                                \
	{                                                                                          \
		INTERN_INIT, VEC_INIT                                                              \
	}

/* What of a style is asked for. */
enum style_property {
	STYLE_KIND,
	STYLE_OUTLINE,
	STYLE_BOLD,
	STYLE_HIDDEN,
	STYLE_LIST,
	STYLE_LEVEL
};

/* The number of a style, which begins with nothing set. */
uint32_t styles_number(struct styles *s, const char *id);
/* The kind that a style's name tells ("heading 1"), or STYLE_UNSET. */
int styles_kind(const char *name);
/* The value of the style or of one it is based on, or STYLE_UNSET. id may be NULL. */
int styles_get(const struct styles *s, const char *id, enum style_property what);
void styles_release(struct styles *s);

#endif
