/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_docx.c only: the text of one part of a Word document
 * (document.xml, footnotes.xml, endnotes.xml) as paragraphs of a draft.
 *
 * Tracked changes count as accepted, hidden text and comments are left out,
 * text boxes come behind the paragraph that holds them and only once, tables
 * go through grid.h, numbers of lists become text (numbering.h).
 */
#ifndef TEMA_CORPUS_DOCX_BODY_H
#define TEMA_CORPUS_DOCX_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "corpus/docx_numbering.h"
#include "corpus/draft.h"
#include "corpus/flow.h"
#include "corpus/styles.h"

/* part: "document.xml", for messages. notes: the part holds foot- or endnotes. */
enum rc docx_body_read(const char *part, const char *xml, size_t len, bool notes,
	const struct styles *styles, struct docx_numbering *numbering, struct draft *out,
	struct flow_counts *counts, struct err *e);

#endif
