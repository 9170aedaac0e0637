/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/score.h"

/* Units of a kind are counted through the document; those of `unit match` grow by sentences. */
struct turn_units {
	uint32_t first, last; /* of the turn */
};

static bool units_of_turn(
	const struct stream *s, enum unit_kind kind, uint32_t word, struct turn_units *out)
{
	struct range turn = stream_range(s, UNIT_TURN, stream_turn(s, word));

	if (kind == UNIT_TURN || kind == UNIT_DOCUMENT || turn.lo == turn.hi)
		return false;
	out->first = stream_unit(s, kind, turn.lo);
	out->last = stream_unit(s, kind, turn.hi - 1);
	return true;
}

/* The first word of the span; false: it has none. */
static bool word_in(const struct stream *s, uint32_t start, uint32_t end, uint32_t *word)
{
	uint32_t lo = 0, hi = (uint32_t)s->words.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (s->words.items[mid].end <= start)
			lo = mid + 1;
		else
			hi = mid;
	}
	*word = lo;
	return lo < s->words.n && s->words.items[lo].start < end;
}

static bool expand(const struct engine *g, struct proposal *p)
{
	const struct code *code = g->codes.items[p->rank];
	const struct stream *s = &g->stream;
	struct turn_units turn;
	uint32_t word, unit, start = p->start, end = p->end;

	if (code->expand_before + code->expand_after == 0 || !word_in(s, start, end, &word) ||
		!units_of_turn(s, p->unit, word, &turn))
		return false;
	unit = stream_unit(s, p->unit, word);
	if (unit - turn.first > code->expand_before)
		turn.first = unit - code->expand_before;
	if (turn.last - unit > code->expand_after)
		turn.last = unit + code->expand_after;
	if (turn.first < unit)
		p->start = stream_span(s, p->unit, turn.first).start;
	if (turn.last > unit)
		p->end = stream_span(s, p->unit, turn.last).end;
	return p->start != start || p->end != end;
}

bool expand_all(const struct engine *g, struct proposals *list)
{
	bool some = false;

	vec_each (struct proposal, p, list)
		if (p->suggested)
			some = expand(g, p) || some;
	return some;
}

static bool same(const struct proposal *a, const struct proposal *b)
{
	return a->suggested && b->suggested && a->start == b->start && a->end == b->end &&
	       a->rank == b->rank && a->unit == b->unit;
}

void expand_merge(struct proposals *list)
{
	struct proposal *kept = NULL;

	vec_each (struct proposal, p, list) {
		if (kept == NULL || !same(kept, p)) {
			kept = p->suggested ? p : kept;
			continue;
		}
		kept->score = p->score > kept->score ? p->score : kept->score;
		vec_each (struct hit, h, &p->hits)
			vec_push(&kept->hits, *h);
		p->suggested = false;
	}
}
