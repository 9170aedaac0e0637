/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document as a stream of words, tokenised once, and the positions of every
 * atom in it.  Words are counted through the document; a unit is a range of
 * them.
 */
#ifndef TEMA_CODER_STREAM_H
#define TEMA_CODER_STREAM_H

#include "coder/place.h"
#include "coder/types.h"
#include "codebooks/model.h"
#include "corpus/document.h"

struct word {
	uint32_t start, end; /* bytes of the text */
	uint32_t type, sentence;
};

VEC_TYPE(positions, uint32_t);

struct stream {
	const struct document *doc;
	VEC(struct word) words;
	VEC(uint32_t)
	sentence_words;		 /* first word of each sentence, and the number of words behind */
	struct positions *atoms; /* words where each atom is, by atom */
	size_t natoms;
	struct atom_ids occurring; /* atoms with a position */
	struct types types;
};

void stream_init(struct stream *s, size_t natoms);
void stream_release(struct stream *s);
/* Reads doc; what was read before is forgotten. */
void stream_read(
	struct stream *s, struct atoms *a, const struct negate *n, const struct document *doc);

/* Units by number: index of a sentence, turn or paragraph; 0 for the document.  UNIT_MATCH is read
 * in its sentence. */
uint32_t stream_unit(const struct stream *s, enum unit_kind kind, uint32_t word);
struct range stream_range(const struct stream *s, enum unit_kind kind, uint32_t unit);
struct span stream_span(const struct stream *s, enum unit_kind kind, uint32_t unit);
uint32_t stream_para(const struct stream *s, uint32_t word);
uint32_t stream_turn(const struct stream *s, uint32_t word);
/* The next word of the same sentence is there and only spaces and quotation marks part them. */
bool stream_neighbours(const struct stream *s, uint32_t word);

#endif
