/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/study_pairs.h"

#include "reports/study_document.h"

VEC_TYPE(span_list, struct span);

/* ---- the units of exposure ----------------------------------------------------------------------
 */

static void sentences(const struct document *doc, struct span_list *units)
{
	vec_each (const struct sentence, sentence, &doc->sentences)
		if (study_is_exposed(doc, &doc->paras.items[sentence->para]))
			vec_push(units, ((struct span){ sentence->start, sentence->end }));
}

static void paragraphs(const struct document *doc, struct span_list *units)
{
	vec_each (const struct para, para, &doc->paras)
		if (study_is_exposed(doc, para))
			vec_push(units, ((struct span){ para->start, para->end }));
}

static void turns(const struct document *doc, struct span_list *units)
{
	vec_each (const struct turn, turn, &doc->turns) {
		bool exposed = false;

		for (uint32_t i = turn->para; i < turn->para + turn->paras; i++)
			exposed = exposed || study_is_exposed(doc, &doc->paras.items[i]);
		if (exposed)
			vec_push(units, ((struct span){ turn->start, turn->end }));
	}
}

static void whole(const struct document *doc, struct span_list *units)
{
	vec_push(units, ((struct span){ 0, (uint32_t)doc->len }));
}

typedef void units_fn(const struct document *doc, struct span_list *units);

static units_fn *const finders[] = { [UNIT_MATCH] = sentences,
	[UNIT_SENTENCE] = sentences,
	[UNIT_TURN] = turns,
	[UNIT_PARAGRAPH] = paragraphs,
	[UNIT_DOCUMENT] = whole };

/* ---- which codes are in which unit
 * --------------------------------------------------------------- */

struct presence {
	uint32_t unit, code;
};
VEC_TYPE(presence_list, struct presence);

static size_t first_touched(const struct span_list *units, uint32_t start)
{
	size_t low = 0, high = units->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (units->items[middle].end <= start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int by_unit_code(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;

	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	return x->code < y->code ? -1 : x->code > y->code;
}

static void find_presence(const struct span_list *units, const struct study_segment *segments,
	size_t n, struct presence_list *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t u = first_touched(units, segments[i].start);
			u < units->n && units->items[u].start < segments[i].end; u++)
			vec_push(out, ((struct presence){ (uint32_t)u, segments[i].code }));
	vec_sort(out, by_unit_code);
	for (size_t i = 0; i < out->n; i++)
		if (kept == 0 || by_unit_code(&out->items[i], &out->items[kept - 1]) != 0)
			out->items[kept++] = out->items[i];
	out->n = kept;
}

static void count_unit(struct study *st, const struct presence *first, const struct presence *end)
{
	for (const struct presence *a = first; a < end; a++)
		for (const struct presence *b = first; b < end; b++)
			st->pairs[a->code * st->codes.n + b->code]++;
}

void study_pairs_add(struct study *st, const struct document *doc,
	const struct study_segment *segments, size_t n, struct study_document *d)
{
	struct span_list units = VEC_INIT;
	struct presence_list found = VEC_INIT;

	finders[st->options.unit](doc, &units);
	find_presence(&units, segments, n, &found);
	for (size_t i = 0, k; i < found.n; i = k) {
		for (k = i; k < found.n && found.items[k].unit == found.items[i].unit;)
			k++;
		count_unit(st, &found.items[i], &found.items[k]);
	}
	d->units = (uint32_t)units.n;
	st->units += units.n;
	vec_release(&units);
	vec_release(&found);
}
