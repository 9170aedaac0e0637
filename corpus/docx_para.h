/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For docx_body.c only: paragraphs of a Word document while they are put
 * together, and where they go: to the draft, or into a table's cell.
 *
 * Paragraphs nest (a text box stands inside a run of another paragraph); the
 * inner ones come behind the one that holds them.  A paragraph whose end mark
 * was deleted goes on in the next one.  Tables inside a cell count as text of
 * that cell.
 */
#ifndef TEMA_CORPUS_DOCX_PARA_H
#define TEMA_CORPUS_DOCX_PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "corpus/draft.h"
#include "corpus/grid.h"

/* An open paragraph.  Numbers are DOCX_UNSET when neither style nor run says anything. */
struct docx_frame {
	struct buf text;
	size_t bold;  /* leading bold bytes so far */
	bool leading; /* nothing but bold text yet */
	bool joins;   /* its end mark was deleted */
	int kind, outline;
	int para_bold, para_hidden; /* of the paragraph's style */
	int run_bold, run_hidden;   /* of the run, over the style */
	bool counted;		    /* this run is counted as hidden */
};

struct docx_done {
	struct buf text;
	size_t bold;
	enum para_kind kind;
};

struct docx_paras {
	struct draft *out;
	VEC(struct docx_frame) frames;
	VEC(struct docx_done) boxes; /* finished inner ones */
	struct docx_done carry;	     /* goes on in the next paragraph */
	struct grid table;
	uint32_t tables, row, column, span; /* tables: how many are open */
	uint64_t written;		    /* bytes of text so far */
	uint32_t hidden;		    /* runs of hidden text so far */
	bool notes;			    /* all paragraphs are footnotes */
	bool fresh; /* the next one does not go on with what the last speaker says */
};

#define DOCX_PARAS_INIT                                                                            \
	{                                                                                          \
		.carry = { BUF_INIT, 0, PARA_BODY }, .table = GRID_INIT, .span = 1                 \
	}

void docx_para_open(struct docx_paras *s);
void docx_para_close(struct docx_paras *s);
/* The innermost open paragraph, or NULL. */
struct docx_frame *docx_para_top(struct docx_paras *s);
/* Text of the current run; outside of paragraphs and in hidden runs it is left out. */
void docx_para_text(struct docx_paras *s, const char *p, size_t len);

void docx_table_open(struct docx_paras *s);
void docx_table_close(struct docx_paras *s);
void docx_row_close(struct docx_paras *s);
void docx_cell_close(struct docx_paras *s);

/* Behind the last paragraph of a part. */
void docx_paras_end(struct docx_paras *s);
void docx_paras_release(struct docx_paras *s);

#endif
