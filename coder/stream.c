/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/stream.h"

#include <string.h>

#include "coder/gap.h"
#include "corpus/tokens.h"

void stream_init(struct stream *s, size_t natoms)
{
	memset(s, 0, sizeof *s);
	types_init(&s->types);
	s->natoms = natoms;
	s->atoms = mem_zalloc(natoms + 1, sizeof *s->atoms);
}

void stream_release(struct stream *s)
{
	types_release(&s->types);
	vec_release(&s->words);
	vec_release(&s->sentence_words);
	vec_release(&s->occurring);
	for (size_t i = 0; i < s->natoms; i++)
		vec_release(&s->atoms[i]);
	free(s->atoms);
}

static void note_atoms(struct stream *s, uint32_t type)
{
	const struct type *ty = &s->types.list.items[type];
	uint32_t here = (uint32_t)s->words.n - 1;

	for (uint32_t i = 0; i < ty->natoms; i++) {
		uint32_t id = s->types.atoms.items[ty->atom + i];

		if (s->atoms[id].n == 0)
			vec_push(&s->occurring, id);
		vec_push(&s->atoms[id], here);
	}
}

/* Sentences lie one behind the other, so the current one only moves on. */
static void read_para(
	struct stream *s, struct atoms *a, const struct negate *n, const struct para *para)
{
	const struct document *doc = s->doc;
	struct tokens t = { doc->text + para->start, para->end - para->start, 0 };
	uint32_t sentence = para->sentence, last = para->sentence + para->sentences;
	size_t start, end;

	vec_push(&s->sentence_words, (uint32_t)s->words.n);
	while (tokens_next(&t, &start, &end)) {
		uint32_t at = para->start + (uint32_t)start;

		while (sentence + 1 < last && at >= doc->sentences.items[sentence].end) {
			vec_push(&s->sentence_words, (uint32_t)s->words.n);
			sentence++;
		}
		vec_push(&s->words, ((struct word){ at, para->start + (uint32_t)end,
					    types_of(&s->types, a, n, doc->text + at, end - start),
					    sentence }));
		note_atoms(s, vec_last(&s->words)->type);
	}
	for (; sentence + 1 < last; sentence++)
		vec_push(&s->sentence_words, (uint32_t)s->words.n);
}

void stream_read(
	struct stream *s, struct atoms *a, const struct negate *n, const struct document *doc)
{
	vec_each (uint32_t, id, &s->occurring)
		vec_reset(&s->atoms[*id]);
	vec_reset(&s->occurring);
	vec_reset(&s->words);
	vec_reset(&s->sentence_words);
	types_settle(&s->types);
	s->doc = doc;
	vec_each (struct para, p, &doc->paras)
		if (p->sentences > 0)
			read_para(s, a, n, p);
	vec_push(&s->sentence_words, (uint32_t)s->words.n);
}

uint32_t stream_para(const struct stream *s, uint32_t word)
{
	return s->doc->sentences.items[s->words.items[word].sentence].para;
}

uint32_t stream_turn(const struct stream *s, uint32_t word)
{
	return s->doc->paras.items[stream_para(s, word)].turn;
}

uint32_t stream_unit(const struct stream *s, enum unit_kind kind, uint32_t word)
{
	switch (kind) {
	case UNIT_MATCH:
	case UNIT_SENTENCE:
		return s->words.items[word].sentence;
	case UNIT_PARAGRAPH:
		return stream_para(s, word);
	case UNIT_TURN:
		return stream_turn(s, word);
	case UNIT_DOCUMENT:
		break;
	}
	return 0;
}

static struct range sentences_range(const struct stream *s, uint32_t from, uint32_t to)
{
	return (struct range){ s->sentence_words.items[from], s->sentence_words.items[to] };
}

struct range stream_range(const struct stream *s, enum unit_kind kind, uint32_t unit)
{
	const struct para *first, *last;

	switch (kind) {
	case UNIT_MATCH:
	case UNIT_SENTENCE:
		return sentences_range(s, unit, unit + 1);
	case UNIT_PARAGRAPH:
		first = last = &s->doc->paras.items[unit];
		break;
	case UNIT_TURN:
		first = &s->doc->paras.items[s->doc->turns.items[unit].para];
		last = first + s->doc->turns.items[unit].paras - 1;
		break;
	default:
		return (struct range){ 0, (uint32_t)s->words.n };
	}
	return sentences_range(s, first->sentence, last->sentence + last->sentences);
}

struct span stream_span(const struct stream *s, enum unit_kind kind, uint32_t unit)
{
	const struct document *doc = s->doc;

	switch (kind) {
	case UNIT_MATCH:
	case UNIT_SENTENCE:
		return (struct span){ doc->sentences.items[unit].start,
			doc->sentences.items[unit].end };
	case UNIT_PARAGRAPH:
		return (struct span){ doc->paras.items[unit].start, doc->paras.items[unit].end };
	case UNIT_TURN:
		return (struct span){ doc->turns.items[unit].start, doc->turns.items[unit].end };
	case UNIT_DOCUMENT:
		break;
	}
	return (struct span){ 0, (uint32_t)doc->len };
}

bool stream_neighbours(const struct stream *s, uint32_t word)
{
	const struct word *w = &s->words.items[word];

	return word + 1 < s->words.n && w[1].sentence == w->sentence &&
	       gap_is_plain(s->doc->text, w->end, w[1].start);
}
