/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of the transcript's page: its rows, and the stripes beside them. */
#ifndef TEMA_REPORTS_TRANSCRIPT_HTML_H
#define TEMA_REPORTS_TRANSCRIPT_HTML_H

#include "base/xmlwrite.h"
#include "reports/transcript.h"

#define STRIPES_MAX                                                                                \
	8 /* lanes beside the text; the names of the others stand there all the same               \
	   */

struct page_row { /* one line of the text that is not empty */
	uint32_t line;
	struct span text;
	const struct transcript_para *para; /* begins on it, or NULL */
};
VEC_TYPE(page_rows, struct page_row);

/* A stripe: where one code, confirmed or suggested, goes on from row to row. */
struct stripe {
	uint32_t code, first, last, lane;
	bool suggested;
};
VEC_TYPE(stripes, struct stripe);

void page_rows_fill(const struct transcript *t, struct page_rows *out);
/* In order of the first row, then of the codes; *lanes: how many are needed, STRIPES_MAX at most.
 */
void stripes_fill(const struct transcript *t, const struct page_rows *rows, struct stripes *out,
	uint32_t *lanes);

/* The text of a row with what is coded in it marked.  *first: marks before it end before the row; 0
 * for the first row. */
void transcript_html_text(
	struct xmlwrite *x, const struct transcript *t, struct span row, size_t *first);

extern const char transcript_css[];

#endif
