/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What document.c and shape.c share: making an empty document and its sentences. */
#ifndef TEMA_CORPUS_SHAPE_H
#define TEMA_CORPUS_SHAPE_H

#include "corpus/document.h"

struct document *document_new(void);	   /* empty; name, title and date are "" */
void document_split(struct document *doc); /* computes the sentences of all paragraphs */

#endif
