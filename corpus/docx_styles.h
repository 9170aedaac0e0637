/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c only: the styles of a Word document (styles.xml).
 */
#ifndef TEMA_CORPUS_DOCX_STYLES_H
#define TEMA_CORPUS_DOCX_STYLES_H

#include <stddef.h>

#include "base/err.h"
#include "corpus/styles.h"

/* xml: styles.xml. */
enum rc docx_styles_read(struct styles *s, const char *xml, size_t len, struct err *e);

/* "1", "true", "on" or no value at all: 1; "0", "false", "off", "none": 0. */
int docx_switch(const char *value);
/* "0" to "9" of an outline level, else STYLE_UNSET. */
int docx_outline(const char *value);
/* A number that is not negative, else STYLE_UNSET. */
int docx_number(const char *value);

#endif
