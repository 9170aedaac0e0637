/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_rtf.c only: the text of an RTF file as paragraphs of a draft.
 *
 * The number or bullet that stands in a list's paragraph goes in front of it as numbering.h says.
 * Of fields only the result counts; hidden text, comments, headers, footers
 * and pictures are left out, tracked changes count as accepted, notes come
 * behind the text, text boxes behind the paragraph that holds them, tables go
 * through grid.h.  Groups may be nested RTF_DEPTH_MAX deep.
 */
#ifndef TEMA_CORPUS_RTF_BODY_H
#define TEMA_CORPUS_RTF_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "corpus/draft.h"
#include "corpus/flow.h"

#define RTF_DEPTH_MAX 1000

struct rtf_counts {
	struct flow_counts flow;
	size_t bad;	  /* bytes that are no characters */
	int unknown_page; /* a code page that is not known here, or 0 */
	bool cut;	  /* the file ends in the middle of a group */
};

/* data begins with "{\rtf". */
enum rc rtf_body_read(
	const char *data, size_t len, struct draft *out, struct rtf_counts *counts, struct err *e);

#endif
