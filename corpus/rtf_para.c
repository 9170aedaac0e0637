/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_para.h"

#include <stdio.h>
#include <string.h>

struct rtf_state *rtf_para_state(struct rtf *b)
{
	return vec_last(&b->states);
}

static int style_value(const struct rtf *b, int style, enum style_property what)
{
	char id[16];

	snprintf(id, sizeof id, "s%d", style);
	return styles_get(&b->styles, id, what);
}

void rtf_para_table(struct rtf *b, bool inside)
{
	if (rtf_para_state(b)->base > 0)
		return;
	if (inside && b->paras.tables == 0)
		flow_table_open(&b->paras);
	else if (!inside && b->paras.tables > 0)
		flow_table_close(&b->paras);
}

void rtf_para_begin(struct rtf *b)
{
	struct flow_frame *f;

	if (b->paras.frames.n > rtf_para_state(b)->base)
		return;
	rtf_para_table(b, rtf_para_state(b)->in_table || b->row);
	flow_open(&b->paras);
	f = flow_top(&b->paras);
	f->note = rtf_para_state(b)->note;
	f->fresh = b->fresh;
	b->fresh = false;
}

void rtf_para_end(struct rtf *b)
{
	const struct rtf_state *s = rtf_para_state(b);
	struct flow_frame *f = flow_top(&b->paras);

	if (b->paras.frames.n <= s->base)
		return;
	f->kind = style_value(b, s->style, STYLE_KIND);
	f->outline =
		s->outline != FLOW_UNSET ? s->outline : style_value(b, s->style, STYLE_OUTLINE);
	f->joins = s->deleted;
	flow_close(&b->paras);
}

static bool is_blank(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (p[i] != ' ' && p[i] != '\t' && p[i] != '\n')
			return false;
	return true;
}

void rtf_para_text(struct rtf *b, const char *p, size_t len)
{
	const struct rtf_state *s = rtf_para_state(b);

	if (s->deleted || (b->paras.frames.n <= s->base && is_blank(p, len)))
		return;
	rtf_para_begin(b);
	flow_top(&b->paras)->run_bold = s->bold;
	flow_top(&b->paras)->run_hidden = s->hidden;
	flow_text(&b->paras, p, len);
}

/* "heading 1;" at the end of a style. */
static void put_style(struct rtf *b, const char *p, size_t len)
{
	const char *stop = memchr(p, ';', len);
	struct style *style;
	char id[16];
	uint32_t n, base = INTERN_NONE;

	buf_add(&b->name, p, stop != NULL ? (size_t)(stop - p) : len);
	if (stop == NULL)
		return;
	if (b->based_on >= 0 && b->based_on != rtf_para_state(b)->style) {
		snprintf(id, sizeof id, "s%d", b->based_on);
		base = styles_number(&b->styles, id);
	}
	snprintf(id, sizeof id, "s%d", rtf_para_state(b)->style);
	n = styles_number(&b->styles, id);
	style = &b->styles.list.items[n];
	style->kind = styles_kind(b->name.data);
	style->outline = rtf_para_state(b)->outline;
	style->based_on = base;
	buf_reset(&b->name);
	b->based_on = -1;
}

void rtf_para_flush(struct rtf *b)
{
	rtf_text_flush(&b->text, &b->run);
	if (b->run.len == 0)
		return;
	if (rtf_para_state(b)->dest == RTF_TO_TEXT)
		rtf_para_text(b, b->run.data, b->run.len);
	else if (rtf_para_state(b)->dest == RTF_TO_STYLES)
		put_style(b, b->run.data, b->run.len);
	else if (rtf_para_state(b)->dest == RTF_TO_TITLE)
		buf_add(&b->title, b->run.data, b->run.len);
	buf_reset(&b->run);
}
