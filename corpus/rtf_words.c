/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/rtf_words.h"

#include <stdlib.h>
#include <string.h>

typedef void word_fn(struct rtf *b, const struct rtf_token *t, int arg);

static bool is_on(const struct rtf_token *t)
{
	return !t->has_value || t->value != 0;
}

static void take_dest(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	rtf_para_state(b)->dest = (enum rtf_dest)arg;
}

static void take_comment(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	b->counts->flow.comments++;
	rtf_para_state(b)->dest = RTF_TO_SKIP;
}

/* The text of a list's number stands in front of the paragraph's own. */
static void take_number(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_no_number(b);
	rtf_para_state(b)->dest =
		rtf_para_is_open(b) || rtf_para_state(b)->deleted ? RTF_TO_SKIP : RTF_TO_NUMBER;
}

/* A note (arg: which) or text box (0): its paragraphs stand inside the open one. */
static void open_inner(struct rtf *b, const struct rtf_token *t, int arg)
{
	struct rtf_state *s = rtf_para_state(b);

	(void)t;
	rtf_para_begin(b);
	s->dest = RTF_TO_TEXT;
	s->base = b->paras.frames.n;
	s->bold = false;
	s->style = 0;
	s->outline = FLOW_UNSET;
	if (arg != FLOW_NO_NOTE) {
		s->note = (enum flow_note)arg;
		b->fresh = true;
	}
}

static void take_endnote(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	if (rtf_para_state(b)->note != FLOW_NO_NOTE)
		rtf_para_state(b)->note = (enum flow_note)arg;
}

static void take_bold(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->bold = is_on(t);
}

static void take_hidden(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->hidden = is_on(t);
	if (flow_top(&b->paras) != NULL)
		flow_top(&b->paras)->counted = false;
}

static void take_change(struct rtf *b, const struct rtf_token *t, int arg)
{
	if (arg)
		rtf_para_state(b)->deleted = is_on(t);
	b->counts->flow.changes += is_on(t);
}

static void take_plain(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_state(b)->bold = rtf_para_state(b)->hidden = rtf_para_state(b)->deleted = false;
	rtf_para_state(b)->font = -1;
	rtf_para_state(b)->page = 0;
}

static void take_pard(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_state(b)->in_table = false;
	rtf_para_state(b)->style = 0;
	rtf_para_state(b)->outline = FLOW_UNSET;
}

static void take_style(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->style = t->value;
}

static void take_based(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	b->based_on = t->value;
}

static void take_outline(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->outline = t->value >= 0 && t->value <= 9 ? t->value : FLOW_UNSET;
}

static void take_font(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->font = t->value;
	rtf_para_state(b)->page = 0;
}

static void take_default_font(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	b->default_font = t->value;
}

static void take_charset(struct rtf *b, const struct rtf_token *t, int arg)
{
	if (arg)
		rtf_text_charset(&b->text, rtf_para_state(b)->font, t->value);
	else
		rtf_text_page(&b->text, rtf_para_state(b)->font, t->value);
}

/* The page of the file: from the word itself (arg) or from its value. */
static void take_page(struct rtf *b, const struct rtf_token *t, int arg)
{
	if (arg != 0 || t->value > 0)
		b->text.page = arg != 0 ? arg : t->value;
}

static void take_uc(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->uc = t->value > 0 ? t->value : 0;
}

static void put_char(struct rtf *b, const struct rtf_token *t, int arg)
{
	struct buf one = BUF_INIT;

	(void)t;
	buf_add_utf8(&one, (uint32_t)arg);
	if (rtf_para_state(b)->dest == RTF_TO_NUMBER)
		buf_add(&b->number, one.data, one.len);
	else
		rtf_para_text(b, one.data, one.len);
	buf_release(&one);
}

static void take_par(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_end(b);
}

static void take_in_table(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)arg;
	rtf_para_state(b)->in_table = is_on(t);
}

static void take_row_start(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	b->row = true;
}

static void take_cell(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_table(b, true);
	rtf_para_end(b);
	if (rtf_para_state(b)->base == 0)
		flow_cell_close(&b->paras);
}

static void take_row(struct rtf *b, const struct rtf_token *t, int arg)
{
	(void)t;
	(void)arg;
	rtf_para_end(b);
	if (rtf_para_state(b)->base > 0)
		return;
	flow_row_close(&b->paras);
	b->row = false;
}

struct word {
	const char *name;
	word_fn *take;
	int arg;
	int where; /* bits of enum rtf_dest */
};

/* By name, for bsearch(). */
static const struct word words[] = {
	{ "aftncn", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "aftnsep", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "aftnsepc", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "annotation", take_comment, 0, RTF_ANYWHERE },
	{ "ansi", take_page, 1252, RTF_ANYWHERE },
	{ "ansicpg", take_page, 0, RTF_ANYWHERE },
	{ "b", take_bold, 0, RTF_TO_TEXT },
	{ "bullet", put_char, 0x2022, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "cell", take_cell, 0, RTF_TO_TEXT },
	{ "colortbl", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "column", put_char, '\n', RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "cpg", take_charset, 0, RTF_TO_FONTS },
	{ "deff", take_default_font, 0, RTF_ANYWHERE },
	{ "deleted", take_change, 1, RTF_TO_TEXT },
	{ "do", take_dest, RTF_TO_NOTHING, RTF_TO_TEXT },
	{ "dptxbxtext", open_inner, FLOW_NO_NOTE, RTF_TO_NOTHING },
	{ "emdash", put_char, 0x2014, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "emspace", put_char, 0x2003, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "endash", put_char, 0x2013, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "enspace", put_char, 0x2002, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "f", take_font, 0, RTF_ANYWHERE },
	{ "falt", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "fcharset", take_charset, 1, RTF_TO_FONTS },
	{ "filetbl", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "fldinst", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "fonttbl", take_dest, RTF_TO_FONTS, RTF_ANYWHERE },
	{ "footer", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "footerf", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "footerl", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "footerr", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "footnote", open_inner, FLOW_FOOTNOTE, RTF_TO_TEXT },
	{ "formfield", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "ftnalt", take_endnote, FLOW_ENDNOTE, RTF_TO_TEXT },
	{ "ftncn", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "ftnsep", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "ftnsepc", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "header", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "headerf", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "headerl", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "headerr", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "info", take_dest, RTF_TO_NOTHING, RTF_ANYWHERE },
	{ "intbl", take_in_table, 0, RTF_TO_TEXT },
	{ "ldblquote", put_char, 0x201c, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "line", put_char, '\n', RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "listtext", take_number, 0, RTF_TO_TEXT },
	{ "lquote", put_char, 0x2018, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "mac", take_page, 10000, RTF_ANYWHERE },
	{ "nestcell", take_par, 0, RTF_TO_TEXT },
	{ "nestrow", take_par, 0, RTF_TO_TEXT },
	{ "nonesttables", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "nonshppict", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "outlinelevel", take_outline, 0, RTF_TO_TEXT | RTF_TO_STYLES },
	{ "page", put_char, '\n', RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "par", take_par, 0, RTF_TO_TEXT },
	{ "pard", take_pard, 0, RTF_TO_TEXT },
	{ "pc", take_page, 437, RTF_ANYWHERE },
	{ "pca", take_page, 850, RTF_ANYWHERE },
	{ "pict", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "plain", take_plain, 0, RTF_TO_TEXT },
	{ "pntext", take_number, 0, RTF_TO_TEXT },
	{ "pntxta", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "pntxtb", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "qmspace", put_char, 0x2005, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "rdblquote", put_char, 0x201d, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "revised", take_change, 0, RTF_TO_TEXT },
	{ "revtbl", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "row", take_row, 0, RTF_TO_TEXT },
	{ "rquote", put_char, 0x2019, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "rxe", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "s", take_style, 0, RTF_TO_TEXT | RTF_TO_STYLES },
	{ "sbasedon", take_based, 0, RTF_TO_STYLES },
	{ "sect", take_par, 0, RTF_TO_TEXT },
	{ "shpinst", take_dest, RTF_TO_NOTHING, RTF_TO_TEXT },
	{ "shprslt", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "shptxt", open_inner, FLOW_NO_NOTE, RTF_TO_NOTHING },
	{ "softline", put_char, '\n', RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "sp", take_dest, RTF_TO_SKIP, RTF_TO_NOTHING },
	{ "stylesheet", take_dest, RTF_TO_STYLES, RTF_ANYWHERE },
	{ "tab", put_char, '\t', RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "tc", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "tcn", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "title", take_dest, RTF_TO_TITLE, RTF_TO_NOTHING },
	{ "trowd", take_row_start, 0, RTF_TO_TEXT },
	{ "txe", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "uc", take_uc, 0, RTF_ANYWHERE },
	{ "ud", take_dest, RTF_TO_TEXT, RTF_TO_NOTHING },
	{ "upr", take_dest, RTF_TO_NOTHING, RTF_TO_TEXT },
	{ "v", take_hidden, 0, RTF_TO_TEXT },
	{ "xe", take_dest, RTF_TO_SKIP, RTF_ANYWHERE },
	{ "zwj", put_char, 0x200d, RTF_TO_TEXT | RTF_TO_NUMBER },
	{ "zwnj", put_char, 0x200c, RTF_TO_TEXT | RTF_TO_NUMBER },
};

static int by_name(const void *key, const void *item)
{
	return strcmp(key, ((const struct word *)item)->name);
}

void rtf_word(struct rtf *b, const struct rtf_token *t)
{
	const struct word *w;

	if (rtf_para_state(b)->dest == RTF_TO_SKIP)
		return;
	if (strcmp(t->word, "u") == 0) {
		rtf_text_unicode(&b->text, t->value, &b->run);
		b->drop = rtf_para_state(b)->uc;
		return;
	}
	rtf_para_flush(b);
	w = bsearch(t->word, words, sizeof words / sizeof *words, sizeof *words, by_name);
	if (w != NULL && (w->where & (int)rtf_para_state(b)->dest) != 0)
		w->take(b, t, w->arg);
	else if (b->star && w == NULL)
		rtf_para_state(b)->dest = RTF_TO_SKIP; /* written for those who know it */
}
