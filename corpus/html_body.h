/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_html.c only: the main text of a web page as paragraphs of a
 * draft.
 *
 * Scripts, styles, navigation, headers, footers, asides and what is hidden are
 * left out, so are forms unless asked for (some pages stand in one as a
 * whole).  The innermost tables go through grid.h, those around them only
 * lay the page out.  Preformatted text keeps its lines and is read like a
 * plain text file.  Two line breaks end a paragraph.
 */
#ifndef TEMA_CORPUS_HTML_BODY_H
#define TEMA_CORPUS_HTML_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/err.h"
#include "corpus/draft.h"
#include "corpus/flow.h"

struct html_counts {
	struct flow_counts flow;
	uint32_t aside; /* navigation, headers, footers, asides */
	uint32_t forms;
};

/* text: valid UTF-8 without NULs. */
enum rc html_body_read(const char *text, size_t len, bool forms, struct draft *out,
	struct html_counts *counts, struct diags *d, struct err *e);

#endif
