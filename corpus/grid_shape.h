/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For grid.c: a look at a whole table, to tell which column holds what (the
 * shapes are described in grid.h).  The two functions that trim are for
 * utterances.c too.
 */
#ifndef TEMA_CORPUS_GRID_SHAPE_H
#define TEMA_CORPUS_GRID_SHAPE_H

#include "corpus/grid.h"

enum grid_head {
	HEAD_NONE,
	HEAD_QUESTION,
	HEAD_ANSWER,
	HEAD_SPEAKER,
	HEAD_TEXT,
	HEAD_TIME,
	HEAD_NUMBER
};

struct grid_cell {
	uint32_t row, column;
	size_t first, n; /* paragraphs */
	const char *p;	 /* all its text */
	size_t len;
};

struct grid_column {
	uint32_t cells, numbers, times, colons, labels, roles, asks, words;
	uint32_t distinct;     /* different texts among the labels */
	uint32_t paras, turns; /* turns: paragraphs that begin with a label */
	uint32_t keys;	       /* labels that are keys of data: Nama, Usia */
	enum grid_head head;
	bool literal; /* the head is a word for columns, not one for people */
};

enum grid_shape { SHAPE_ROWS, SHAPE_FRAME, SHAPE_SPEAKER, SHAPE_QUESTIONS, SHAPE_PAIR };

struct grid_view {
	const struct grid *t;
	VEC(struct grid_cell) cells;
	struct grid_column columns[GRID_COLUMNS];
	uint32_t text[2], ntext; /* the first two columns that hold text, and how many there are */
	enum grid_shape shape;
	bool has_head;
};

/* Fills a view that is zero but for t: cells, columns, shape. */
void grid_shape_find(struct grid_view *v);

/* What a header or label cell says by its word: "Pertanyaan 1", "No.", "Speaker:". */
enum grid_head grid_shape_head(const char *p, size_t len);
bool grid_shape_in_head(const struct grid_view *v, const struct grid_cell *c);
/* A column of numbers, times, ":" or nothing. */
bool grid_shape_is_aside(const struct grid_column *col);
void grid_shape_trim(const char **p, size_t *len);
/* Without blanks and a closing ":" (label cells are often written "Peneliti :"). */
void grid_shape_trim_label(const char **p, size_t *len);

#endif
