/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c only: the lists of a Word document (numbering.xml).  A
 * paragraph names a list by its number; several lists may count on in one
 * definition.
 */
#ifndef TEMA_CORPUS_DOCX_NUMBERING_H
#define TEMA_CORPUS_DOCX_NUMBERING_H

#include <stddef.h>

#include "base/err.h"
#include "base/vec.h"
#include "corpus/numbering.h"

struct docx_definition {
	long id;
	struct numbering numbering;
};

struct docx_list {
	long id, definition;
	long starts[NUMBERING_LEVELS]; /* of this list alone, -1 = as the definition says */
	bool used;
};

struct docx_numbering {
	VEC(struct docx_definition) definitions;
	VEC(struct docx_list) lists;
};

#define DOCX_NUMBERING_INIT                                                                        \
	{                                                                                          \
		VEC_INIT, VEC_INIT                                                                 \
	}

/* xml: numbering.xml. */
enum rc docx_numbering_read(struct docx_numbering *n, const char *xml, size_t len, struct err *e);
/* The next number of a list's level (numbering_next); "" for a list that is not there. */
void docx_numbering_next(
	struct docx_numbering *n, long list, size_t level, char out[NUMBERING_MAX]);
void docx_numbering_release(struct docx_numbering *n);

#endif
