/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a reader found in a file, paragraph by paragraph, before turns and
 * sentences are known.  A reader calls draft_para() for each paragraph and
 * draft_text() for its runs; the text is normalised as it is added.
 */
#ifndef TEMA_CORPUS_DRAFT_H
#define TEMA_CORPUS_DRAFT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "corpus/document.h"

struct draft_para {
	size_t start, end; /* bytes in draft->text */
	enum para_kind
		kind; /* labelled paragraphs of kind body, quote, caption stay or become body */
	const char
		*label; /* the format itself names the speaker (<v Name>, table column); or NULL */
	int64_t ms;	/* -1 = none */
	size_t bold;	/* length of the leading bold part ("**T:**"), 0 = none: a hint for turns.c;
			 * set it from draft->text.len - start behind the bold run */
	bool tight; /* no blank line in front of it: joined to the one before with one '\n', else
		     * "\n\n".  draft_para() sets false */
	bool fresh; /* never continues the turn before: without a label it is nobody's (a file's
		     * new section, a table outside the dialogue).  draft_para() sets false */
};

/* What the user said about reading the file; each reader takes what concerns it. */
enum reader_rows { ROWS_FOUND, ROWS_TURNS, ROWS_DOCUMENT };
extern const char *const reader_rows_names[];	    /* from ROWS_TURNS on, NULL-terminated */
enum rejoin { REJOIN_AUTO, REJOIN_YES, REJOIN_NO }; /* cut lines of plain text (rejoin.h) */
struct reader_options {
	const char *text_column; /* of a table; several parted by '\n', and a list with commas where
				    no column has that name; NULL = found by its name */
	const char *speaker_column, *id_column; /* NULL = found by their names */
	const char *sheet; /* of a workbook; NULL = the first that holds something */
	enum reader_rows
		rows; /* what a row of a table or a line of objects is; FOUND = see rows.h */
	enum rejoin rejoin;
};

struct draft {
	struct arena arena;
	struct buf text; /* paragraphs one behind the other, without separators */
	VEC(struct draft_para) paras;
	const char *title; /* from front matter or document properties, or NULL; in the draft's
			      arena or static */
	const char *date;  /* ISO, or NULL */
	uint32_t controls; /* control characters removed so far: one remark at the end */
	bool changed_nfc;  /* something was not NFC */
	const struct reader_options *options; /* borrowed; NULL = none given */
	bool plain; /* text without markup: kinds of body paragraphs are guessed (kinds.h) */
};

void draft_init(struct draft *d);
void draft_release(struct draft *d);
/* Begin a paragraph. One without visible text is dropped when the next begins.  The address is
 * valid until the next call of draft_para(). */
struct draft_para *draft_para(struct draft *d, enum para_kind kind);
/* Append valid UTF-8 to the current paragraph; a '\n' inside is a line break within it. */
void draft_text(struct draft *d, const char *p, size_t len);
void draft_label(struct draft *d, const char *label, size_t len); /* of the current paragraph */
/* The title that a person gave: those that programs put in by themselves are not taken. */
void draft_title(struct draft *d, const char *p, size_t len);
void draft_end(struct draft *d); /* call once behind the last paragraph; again does no harm */

#endif
