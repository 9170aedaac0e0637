/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_pdf.c and pdf_*.c only: the words of a PDF file and where they
 * stand on its pages.
 *
 * The file is parsed by poppler in a child process (base/child.h), which sends
 * words through a pipe; what comes out of it is checked as if it were a file.
 * All that follows (lines, paragraphs) works on these words and needs no poppler.
 */
#ifndef TEMA_CORPUS_PDF_WORDS_H
#define TEMA_CORPUS_PDF_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/child.h"
#include "base/err.h"
#include "base/vec.h"

#define PDF_PAGES_MAX 20000
#define PDF_WORD_MAX 65536	       /* bytes */
#define PDF_MEMORY ((size_t)1 << 30)   /* limits of the child: 1 GiB, */
#define PDF_CPU 60		       /* seconds of computing, */
#define PDF_WALL 120		       /* seconds of waiting, */
#define PDF_OUTPUT ((size_t)128 << 20) /* and bytes of words with their places */

/* Points (1/72 inch), y from the top of the page down. */
struct pdf_word {
	float x0, y0, x1, y1;
	float size;	    /* of the font */
	uint32_t text, len; /* in pdf_words.text */
	bool bold;
	bool glued;   /* no blank between it and the word before */
	bool dropped; /* a running head, a mark of a footnote */
};

struct pdf_page {
	float width, height;
	uint32_t first, n; /* its words */
	bool has_image;	   /* asked only where there are no words */
};

struct pdf_words {
	struct buf text;
	VEC(struct pdf_word) words;
	VEC(struct pdf_page) pages;
	struct buf title;
};

#define PDF_WORDS_INIT                                                                             \
	{                                                                                          \
		.text = BUF_INIT, .title = BUF_INIT                                                \
	}

/* What a child tells; all in the order of this list, words behind their page. */
enum pdf_trouble { PDF_FINE, PDF_LOCKED, PDF_DAMAGED, PDF_TOO_MANY_PAGES };

bool pdf_send_title(struct child_pipe *to, const char *title);
bool pdf_send_page(struct child_pipe *to, const struct pdf_page *page);
bool pdf_send_word(struct child_pipe *to, const struct pdf_word *word, const char *text);
/* The last record. */
bool pdf_send_end(struct child_pipe *to, enum pdf_trouble trouble);

/* What came through the pipe.  false: cut off or not what a child of ours sends; trouble then is
 * PDF_DAMAGED. */
bool pdf_receive(const char *p, size_t len, struct pdf_words *out, enum pdf_trouble *trouble);

/* Reads a PDF file with these limits.  RC_INPUT: why not, and what to do. */
enum rc pdf_words_read(const char *data, size_t len, const struct child_limits *limits,
	struct pdf_words *out, struct err *e);
void pdf_words_release(struct pdf_words *w);

#endif
