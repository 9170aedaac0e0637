/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/html_para.h"

#include <string.h>

void html_para_end(struct html_state *b)
{
	if (flow_top(&b->paras) != NULL)
		flow_close(&b->paras);
}

const struct html_level *html_para_level(const struct html_state *b)
{
	static const struct html_level none = { NULL, FLOW_UNSET, FLOW_UNSET, false, false, false };

	return b->levels.n > 0 ? vec_last(&b->levels) : &none;
}

static bool is_white(const char *p, size_t len)
{
	size_t i = 0;

	while (i < len && strchr(" \t\n\r\f", p[i]) != NULL && p[i] != '\0')
		i++;
	return i == len;
}

void html_para_begin(struct html_state *b)
{
	struct flow_frame *f;

	flow_open(&b->paras);
	f = flow_top(&b->paras);
	f->kind = html_para_level(b)->kind;
	html_lists_take(&b->lists, f->number);
	if (html_para_level(b)->notes) {
		f->note = FLOW_FOOTNOTE;
		f->fresh = true;
	}
}

void html_para_text(struct html_state *b, const char *p, size_t len)
{
	if (b->in_title) {
		buf_add(&b->title, p, len);
		return;
	}
	if (b->pres > 0) {
		buf_add(&b->pre, p, len);
		return;
	}
	if (!is_white(p, len)) {
		b->starts = false;
		if (flow_top(&b->paras) == NULL)
			html_para_begin(b);
	}
	if (flow_top(&b->paras) == NULL)
		return;
	flow_top(&b->paras)->run_bold = html_para_level(b)->bold;
	flow_words(&b->paras, p, len);
}

void html_para_skip(struct html_state *b)
{
	b->skip = b->levels.n + 1;
}
