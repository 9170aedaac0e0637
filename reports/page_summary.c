/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page.h"

static uint64_t themes_found(const struct study *st)
{
	uint64_t found = 0;

	for (size_t i = 0; i < st->codes.n; i++)
		found += st->pairs[i * st->codes.n + i] > 0;
	return found;
}

static void put_figure(struct page *p, enum text what, uint64_t n)
{
	xml_open(p->x, "div");
	xml_element(p->x, "dt", text_of(what, p->lang));
	xml_element(p->x, "dd", page_number(p, n));
	xml_close(p->x, "div");
}

enum rc page_summary(struct page *p, struct err *e)
{
	const struct study *st = p->st;

	xml_open(p->x, "dl");
	xml_attr(p->x, "class", "figures");
	put_figure(p, T_DOCUMENTS, st->documents.n);
	put_figure(p, T_INFORMANTS, st->informants);
	put_figure(p, T_WORDS_CODABLE, st->words);
	put_figure(p, T_SEGMENTS, st->segments.n);
	put_figure(p, T_CODES_USED, themes_found(st));
	xml_close(p->x, "dl");
	xml_newline(p->x);
	return page_table(p, "documents", 0, e);
}
