/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_para.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

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

static bool is_blank(const char *p, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (p[i] != ' ' && p[i] != '\t' && p[i] != '\n')
			return false;
	return true;
}

/* As numbering_next() would give it: "1. ", "\u2022 ". */
static void take_number(struct rtf *b, char out[NUMBERING_MAX])
{
	const char *p = b->number.data, *end = p + b->number.len;
	bool text = false;
	uint32_t cp;

	for (const char *q = p; q < end;) {
		q += utf8_next(q, end, &cp);
		text |= utf8_is_letter(cp) || utf8_is_digit(cp);
	}
	while (p < end && is_blank(p, 1))
		p++;
	while (end > p && is_blank(end - 1, 1))
		end--;
	out[0] = '\0';
	if (text && end - p < NUMBERING_MAX - 1)
		snprintf(out, NUMBERING_MAX, "%.*s ", (int)(end - p), p);
	else if (!text && (end > p || b->bullet))
		snprintf(out, NUMBERING_MAX, "\u2022 ");
	rtf_para_no_number(b);
}

void rtf_para_no_number(struct rtf *b)
{
	buf_reset(&b->number);
	b->bullet = false;
}

bool rtf_para_is_open(struct rtf *b)
{
	return b->paras.frames.n > rtf_para_state(b)->base;
}

void rtf_para_begin(struct rtf *b)
{
	struct flow_frame *f;

	if (rtf_para_is_open(b))
		return;
	rtf_para_table(b, rtf_para_state(b)->in_table || b->row);
	flow_open(&b->paras);
	f = flow_top(&b->paras);
	f->note = rtf_para_state(b)->note;
	f->fresh = b->fresh;
	b->fresh = false;
	if (f->note == FLOW_NO_NOTE)
		take_number(b, f->number);
}

void rtf_para_end(struct rtf *b)
{
	const struct rtf_state *s = rtf_para_state(b);
	struct flow_frame *f = flow_top(&b->paras);

	if (!rtf_para_is_open(b)) {
		rtf_para_no_number(b);
		return;
	}
	f->kind = style_value(b, s->style, STYLE_KIND);
	f->outline =
		s->outline != FLOW_UNSET ? s->outline : style_value(b, s->style, STYLE_OUTLINE);
	f->joins = s->deleted;
	flow_close(&b->paras);
}

void rtf_para_text(struct rtf *b, const char *p, size_t len)
{
	const struct rtf_state *s = rtf_para_state(b);

	if (s->deleted || (!rtf_para_is_open(b) && is_blank(p, len)))
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
	else if (rtf_para_state(b)->dest == RTF_TO_NUMBER)
		buf_add(&b->number, b->run.data, b->run.len);
	buf_reset(&b->run);
}
