/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_body.h"

#include "corpus/rtf_lex.h"
#include "corpus/rtf_para.h"
#include "corpus/rtf_words.h"

static void take_symbol(struct rtf *b, const struct rtf_token *t)
{
	static const struct {
		char symbol;
		int cp;
	} chars[] = { { '~', 0xa0 }, { '_', '-' }, { '\\', '\\' }, { '{', '{' }, { '}', '}' },
		{ '\t', '\t' } };

	if (t->word[0] == '*' || rtf_para_state(b)->dest == RTF_TO_SKIP)
		return;
	if (t->word[0] == '\n' || t->word[0] == '\r') {
		rtf_para_flush(b);
		if (rtf_para_state(b)->dest == RTF_TO_TEXT)
			rtf_para_end(b);
		return;
	}
	for (size_t i = 0; i < sizeof chars / sizeof *chars; i++)
		if (chars[i].symbol == t->word[0])
			rtf_text_unicode(&b->text, chars[i].cp, &b->run);
}

static void take_bytes(struct rtf *b, const char *p, size_t len)
{
	struct rtf_state *s = rtf_para_state(b);
	size_t drop = (size_t)b->drop < len ? (size_t)b->drop : len;

	b->drop -= (int)drop;
	if (s->dest == RTF_TO_SKIP || drop == len)
		return;
	b->bullet |= s->dest == RTF_TO_NUMBER;
	if (s->page == 0)
		s->page = rtf_text_page_of(&b->text, s->font >= 0 ? s->font : b->default_font);
	rtf_text_bytes(&b->text, s->page, p + drop, len - drop, &b->run);
}

static enum rc open_group(struct rtf *b, struct err *e)
{
	struct rtf_state s = { .dest = RTF_TO_TEXT,
		.uc = 1,
		.font = -1,
		.outline = FLOW_UNSET,
		.note = FLOW_NO_NOTE };

	if (b->states.n >= RTF_DEPTH_MAX)
		return err_set(e, RC_INPUT, "groups are nested more than %d deep", RTF_DEPTH_MAX);
	if (b->states.n > 0) {
		rtf_para_flush(b);
		s = *rtf_para_state(b);
	}
	vec_push(&b->states, s);
	return RC_OK;
}

static void close_group(struct rtf *b)
{
	size_t outer = b->states.n > 1 ? b->states.items[b->states.n - 2].base : 0;

	rtf_para_flush(b);
	while (rtf_para_state(b)->base > outer && b->paras.frames.n > rtf_para_state(b)->base)
		rtf_para_end(b);
	if (b->states.n == 1)
		rtf_para_end(b);
	b->states.n--;
}

static enum rc take_token(struct rtf *b, const struct rtf_token *t, struct err *e)
{
	enum rc rc = RC_OK;
	char byte = (char)t->value;

	if (t->kind == RTF_SYMBOL && t->word[0] != '*' && b->drop > 0) {
		b->drop--;
		return RC_OK;
	}
	if (t->kind != RTF_TEXT && t->kind != RTF_HEX)
		b->drop = 0;
	switch (t->kind) {
	case RTF_OPEN:
		rc = open_group(b, e);
		break;
	case RTF_CLOSE:
		close_group(b);
		break;
	case RTF_WORD:
		rtf_word(b, t);
		break;
	case RTF_SYMBOL:
		take_symbol(b, t);
		break;
	case RTF_HEX:
		take_bytes(b, &byte, 1);
		break;
	case RTF_TEXT:
		take_bytes(b, t->p, t->len);
		break;
	default:
		break;
	}
	b->star = t->kind == RTF_SYMBOL && t->word[0] == '*';
	return rc;
}

enum rc rtf_body_read(
	const char *data, size_t len, struct draft *out, struct rtf_counts *counts, struct err *e)
{
	struct rtf b = { .counts = counts,
		.paras = FLOW_INIT,
		.text = RTF_TEXT_INIT,
		.styles = STYLES_INIT,
		.run = BUF_INIT,
		.name = BUF_INIT,
		.number = BUF_INIT,
		.title = BUF_INIT,
		.based_on = -1,
		.default_font = -1 };
	struct rtf_lex lex = { data, data + len };
	struct rtf_token t;
	enum rc rc;

	b.paras.out = out;
	do {
		rtf_next(&lex, &t);
		rc = t.kind == RTF_END ? RC_OK : take_token(&b, &t, e);
	} while (rc == RC_OK && t.kind != RTF_END && b.states.n > 0);
	counts->cut = b.states.n > 0;
	while (rc == RC_OK && b.states.n > 0)
		close_group(&b);
	if (rc == RC_OK) {
		flow_end(&b.paras);
		draft_title(out, b.title.data, b.title.len);
	}
	counts->flow.hidden += b.paras.hidden;
	counts->bad = b.text.bad;
	counts->unknown_page = b.text.unknown_page;
	flow_release(&b.paras);
	rtf_text_release(&b.text);
	styles_release(&b.styles);
	buf_release(&b.run);
	buf_release(&b.name);
	buf_release(&b.number);
	buf_release(&b.title);
	vec_release(&b.states);
	return rc;
}
