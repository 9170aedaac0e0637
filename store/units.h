/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit cache: sentences, turns and paragraphs of a revision as rows, and the figures made of
 * them. Where the cache is missing the figures are computed from the text. */
#ifndef TEMA_STORE_UNITS_H
#define TEMA_STORE_UNITS_H

#include "corpus/document.h"
#include "store/handle.h"

struct unit_label {
	uint32_t label; /* number of the label in the document */
	uint32_t turns;
	uint64_t words;
};

struct unit_turn {
	uint32_t start, end;
	int32_t label; /* DOCUMENT_NOBODY = nobody */
};

VEC_TYPE(unit_turns, struct unit_turn);
VEC_TYPE(unit_labels, struct unit_label);

struct unit_counts {
	uint32_t paragraphs, turns, sentences, words;
	uint64_t length; /* code points */
};

enum rc units_fill(struct store *s, int64_t revision, const struct document *doc, struct err *e);
void units_count(const struct document *doc, struct unit_counts *out);
/* In order of place; of label. */
enum rc units_turns(struct store *s, int64_t revision, struct unit_turns *out, struct err *e);
enum rc units_labels(struct store *s, int64_t revision, struct unit_labels *out, struct err *e);

#endif
