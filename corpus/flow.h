/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paragraphs of a word processor's document (docx, odt, rtf, html) while they
 * are put together, and where they go: to the draft, into a table's cell
 * (grid.h), or behind all others when they are notes.
 *
 * Paragraphs nest (a text box stands inside a run of another paragraph); the
 * inner ones come behind the one that holds them.  A paragraph whose end mark
 * was deleted goes on in the next one.  Tables inside a cell count as text of
 * that cell.
 */
#ifndef TEMA_CORPUS_FLOW_H
#define TEMA_CORPUS_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "corpus/draft.h"
#include "corpus/grid.h"
#include "corpus/numbering.h"

#define FLOW_UNSET (-1)

enum flow_note { FLOW_NO_NOTE, FLOW_FOOTNOTE, FLOW_ENDNOTE };

/* What was left out or decided for the reader of the document; one remark each. */
struct flow_counts {
	uint32_t changes;  /* tracked insertions, deletions, moves */
	uint32_t comments; /* marks of comments */
	uint32_t hidden;   /* runs of hidden text */
	uint32_t embedded; /* documents inside the document */
};

/* An open paragraph.  Numbers are FLOW_UNSET when neither style nor run says anything. */
struct flow_frame {
	struct buf text;
	size_t bold;  /* leading bold bytes so far */
	bool leading; /* nothing but bold text yet */
	bool joins;   /* its end mark was deleted */
	bool blank;   /* flow_words(): white space waits for a word behind it */
	int kind, outline;
	int para_bold, para_hidden; /* of the paragraph's style */
	int run_bold, run_hidden;   /* of the run, over the style */
	bool counted;		    /* this run is counted as hidden */
	enum flow_note note;
	bool fresh; /* first paragraph of a note */
	/* The number of a list that goes in front (numbering.h), "" = none.  It is left out where a
	 * speaker's name begins the paragraph or is all of it: there it counts lines. */
	char number[NUMBERING_MAX];
};

struct flow_done {
	struct buf text;
	size_t bold;
	enum para_kind kind;
	bool fresh;
};

VEC_TYPE(flow_list, struct flow_done);

struct flow {
	struct draft *out;
	VEC(struct flow_frame) frames;
	struct flow_list boxes;	   /* finished inner ones */
	struct flow_list notes[2]; /* footnotes, endnotes: written by flow_end() */
	struct flow_done carry;	   /* goes on in the next paragraph */
	struct grid table;
	uint32_t tables, row, column, span; /* tables: how many are open */
	uint64_t written;		    /* bytes of text so far */
	uint32_t hidden;		    /* runs of hidden text so far */
	bool all_notes;			    /* every paragraph is a footnote */
	bool fresh; /* the next one does not go on with what the last speaker says */
};

#define FLOW_INIT                                                                                  \
	{                                                                                          \
		.carry = { BUF_INIT, 0, PARA_BODY, false }, .table = GRID_INIT, .span = 1          \
	}

void flow_open(struct flow *s);
void flow_close(struct flow *s);
/* The innermost open paragraph, or NULL. */
struct flow_frame *flow_top(struct flow *s);
/* Text of the current run as it is; outside of paragraphs and in hidden runs it is left out. */
void flow_text(struct flow *s, const char *p, size_t len);
/* The same with white space collapsed, also over the borders of runs: none at the start and the
 * end of a paragraph, one blank between words. */
void flow_words(struct flow *s, const char *p, size_t len);

void flow_table_open(struct flow *s);
void flow_table_close(struct flow *s);
void flow_row_close(struct flow *s);
void flow_cell_close(struct flow *s);

/* Behind the last paragraph of a part: writes the notes. */
void flow_end(struct flow *s);
void flow_release(struct flow *s);

void flow_report(const char *file, const struct flow_counts *c, struct diags *d);

#endif
