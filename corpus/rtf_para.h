/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For rtf_body.c and rtf_words.c only: the state of an RTF file while it is
 * read, and its paragraphs, which open with their first word.
 */
#ifndef TEMA_CORPUS_RTF_PARA_H
#define TEMA_CORPUS_RTF_PARA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/flow.h"
#include "corpus/rtf_body.h"
#include "corpus/rtf_text.h"
#include "corpus/styles.h"

/* Where text goes; also, as bits, where a word counts. */
enum rtf_dest {
	RTF_TO_TEXT = 1,
	RTF_TO_STYLES = 2, /* names of styles */
	RTF_TO_FONTS = 4,
	RTF_TO_TITLE = 8,
	RTF_TO_NOTHING = 16, /* but inner groups may go elsewhere */
	RTF_TO_SKIP = 32,    /* with all inner groups */
	RTF_TO_NUMBER = 64,  /* the number or bullet of a list */
	RTF_ANYWHERE = 127 - RTF_TO_SKIP,
};

/* What a group inherits and gives back. */
struct rtf_state {
	enum rtf_dest dest;
	bool bold, hidden, deleted, in_table;
	int uc;	  /* bytes that stand for a \u */
	int font; /* -1 = the default one */
	int page; /* of the font, 0 = not looked up */
	int style, outline;
	enum flow_note note;
	size_t base; /* paragraphs that were open when the note or text box began */
};

struct rtf {
	struct rtf_counts *counts;
	struct flow paras;
	struct rtf_text text;
	struct styles styles;
	struct buf run, name, title; /* name: of a style */
	struct buf number;	     /* of a list: waits for its paragraph */
	bool bullet;		     /* a sign stands for it */
	VEC(struct rtf_state) states;
	int based_on; /* of the style being read, -1 = none */
	int default_font;
	int drop;	 /* bytes that stand for the last \u */
	bool star;	 /* \* stands in front */
	bool row, fresh; /* row: \trowd was there, \row not yet */
};

/* Of the innermost open group. */
struct rtf_state *rtf_para_state(struct rtf *b);
bool rtf_para_is_open(struct rtf *b);
void rtf_para_begin(struct rtf *b);
/* Ends it, if one is open; a number of a list that waits for one is dropped. */
void rtf_para_end(struct rtf *b);
void rtf_para_no_number(struct rtf *b);
/* Text of the paragraph with the bold and hidden of the state. */
void rtf_para_text(struct rtf *b, const char *p, size_t len);
/* Outside of notes and text boxes, whether a paragraph is inside a table tells where one begins
 * and ends. */
void rtf_para_table(struct rtf *b, bool inside);
/* Text waits as long as nothing changes, so that characters of several bytes come together; this
 * sends it where it belongs. */
void rtf_para_flush(struct rtf *b);

#endif
