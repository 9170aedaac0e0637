/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page.h"

static void put_attribution(struct page *p, const struct study_segment *g)
{
	const struct study *st = p->st;
	const struct study_document *d = &st->documents.items[g->document];
	struct buf b = BUF_INIT;

	buf_printf(&b, "%s; %s",
		g->speaker >= 0 ? st->speakers.items[g->speaker].shown : text_of(T_NOBODY, p->lang),
		d->title);
	if (d->date[0] != '\0')
		buf_printf(&b, ", %s", d->date);
	buf_adds(&b, ", ");
	text_fill(
		&b, T_ATTRIBUTION_LINE, p->lang, (const char *const[]){ page_number(p, g->line) });
	xml_open(p->x, "footer");
	xml_textf(p->x, "(%s)", b.data);
	if (g->suggested) {
		xml_text(p->x, " ");
		xml_open(p->x, "span");
		xml_attr(p->x, "class", "tag");
		xml_text(p->x, text_of(T_SUGGESTED, p->lang));
		xml_close(p->x, "span");
	}
	xml_close(p->x, "footer");
	buf_release(&b);
}

static void put_quotation(struct page *p, const struct study_segment *g)
{
	xml_open(p->x, "blockquote");
	if (g->suggested)
		xml_attr(p->x, "class", "suggested");
	xml_open(p->x, "p");
	xml_textf(p->x, "\xe2\x80\x9c%s\xe2\x80\x9d", g->text);
	xml_close(p->x, "p");
	put_attribution(p, g);
	xml_close(p->x, "blockquote");
	xml_newline(p->x);
}

static void put_theme(struct page *p, uint32_t code)
{
	const struct study_code *c = &p->st->codes.items[code];
	bool headed = false;

	vec_each (const struct study_segment, g, &p->st->segments) {
		if (g->code != code)
			continue;
		if (!headed) {
			xml_open(p->x, "h3");
			xml_textf(p->x, "%s ", c->label);
			xml_open(p->x, "span");
			xml_attr(p->x, "class", "code");
			xml_text(p->x, c->full);
			xml_close(p->x, "span");
			xml_close(p->x, "h3");
			headed = true;
		}
		put_quotation(p, g);
	}
}

enum rc page_quotations(struct page *p, struct err *e)
{
	(void)e;
	if (p->st->segments.n == 0)
		page_paragraph(p, NULL, text_of(T_NO_QUOTATIONS, p->lang));
	for (uint32_t i = 0; i < p->st->codes.n; i++)
		put_theme(p, i);
	return RC_OK;
}
