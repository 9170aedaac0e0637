/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c only: what the styles of a Word document (styles.xml) mean
 * for its text.  Built-in styles have English names in every language version
 * ("heading 1"), only their ids differ ("Judul1"), so names decide; a document
 * without styles.xml is judged by ids.
 */
#ifndef TEMA_CORPUS_DOCX_STYLES_H
#define TEMA_CORPUS_DOCX_STYLES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/intern.h"
#include "base/vec.h"
#include "corpus/document.h"

#define DOCX_UNSET (-1)

struct docx_style {
	uint32_t based_on; /* id number or INTERN_NONE */
	int kind;	   /* enum para_kind from the name, or DOCX_UNSET */
	int outline;	   /* 0 to 8 = heading, 9 = body, or DOCX_UNSET */
	int bold, hidden;  /* 1, 0 or DOCX_UNSET */
};

struct docx_styles {
	struct intern ids;
	VEC(struct docx_style) list; /* by number in ids */
};

#define DOCX_STYLES_INIT                                                                           \
	{                                                                                          \
		INTERN_INIT, VEC_INIT                                                              \
	}

/* What of a style is asked for. */
enum docx_property { DOCX_KIND, DOCX_OUTLINE, DOCX_BOLD, DOCX_HIDDEN };

/* xml: styles.xml. */
enum rc docx_styles_read(struct docx_styles *s, const char *xml, size_t len, struct err *e);
void docx_styles_release(struct docx_styles *s);
/* The value of the style or of one it is based on, or DOCX_UNSET. id may be NULL. */
int docx_style_get(const struct docx_styles *s, const char *id, enum docx_property what);

/* "1", "true", "on" or no value at all: 1; "0", "false", "off", "none": 0. */
int docx_switch(const char *value);
/* "0" to "9" of an outline level, else DOCX_UNSET. */
int docx_outline(const char *value);

#endif
