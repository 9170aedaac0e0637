/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page.h"

#define PAIRS_MAX 30

enum rc page_cooccurrence(struct page *p, struct err *e)
{
	enum rc rc;

	if (p->st->segments.n == 0) {
		page_paragraph(p, "warning", text_of(T_NOTHING, p->lang));
		return RC_OK;
	}
	rc = page_table(p, "matrix", 0, e);
	return rc == RC_OK ? page_table(p, "pairs", PAIRS_MAX, e) : rc;
}
