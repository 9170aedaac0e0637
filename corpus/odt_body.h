/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_odt.c only: the text of content.xml as paragraphs of a draft.
 *
 * Tracked changes count as accepted, hidden text and annotations are left
 * out, notes come behind the text, text boxes behind the paragraph that holds
 * them, tables go through grid.h.
 */
#ifndef TEMA_CORPUS_ODT_BODY_H
#define TEMA_CORPUS_ODT_BODY_H

#include <stddef.h>

#include "base/err.h"
#include "corpus/draft.h"
#include "corpus/flow.h"
#include "corpus/odt_styles.h"

enum rc odt_body_read(const char *xml, size_t len, struct odt_styles *styles, struct draft *out,
	struct flow_counts *counts, struct err *e);

#endif
