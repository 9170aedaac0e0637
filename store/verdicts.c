/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/verdicts.h"

#include <string.h>

#include "store/visit.h"

const char *const verdict_names[] = { "confirm", "reject", "unsure", NULL };
const char *const via_names[] = { "single", "bulk", "sheet", "hand", "import", "adjudication",
	NULL };
const char *const suggestion_state_names[] = { "open", "confirmed", "rejected", "unsure", NULL };

int verdict_parse(const char *name)
{
	for (int i = 0; verdict_names[i] != NULL; i++)
		if (strcmp(verdict_names[i], name) == 0)
			return i;
	return -1;
}

static int by_code(const void *a, const void *b)
{
	const struct verdict_at *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

void verdicts_sort(struct verdicts *list)
{
	vec_sort(list, by_code);
}

/* Newest first within a segment and code. */
static int by_segment(const void *a, const void *b)
{
	const struct verdict_at *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->segment != y->segment)
		return x->segment < y->segment ? -1 : 1;
	if (x->at != y->at)
		return x->at > y->at ? -1 : 1;
	return -memcmp(&x->uid, &y->uid, sizeof x->uid);
}

static void drop_older(struct verdicts *list)
{
	size_t n = 0;

	vec_sort(list, by_segment);
	for (size_t i = 0; i < list->n; i++) {
		const struct verdict_at *v = &list->items[i];

		if (n == 0 || list->items[n - 1].code != v->code ||
			list->items[n - 1].segment != v->segment)
			list->items[n++] = *v;
	}
	list->n = n;
}

enum rc verdicts_load(
	struct store *s, const struct visit *v, int64_t coder, struct verdicts *out, struct err *e)
{
	struct query q;
	enum rc rc;

	query_start(&q, s, SQL_JUDGED, e, "iii", v->document, v->revision, coder);
	while (query_next(&q)) {
		const struct code_item *code = code_list_resolve(&v->codes, query_int(&q, 0));
		struct verdict_at at = { .start = query_u32(&q, 2),
			.end = query_u32(&q, 3),
			.segment = query_int(&q, 4),
			.at = query_int(&q, 5) };
		int verdict = verdict_parse(query_text(&q, 1));

		if (code == NULL || verdict < 0)
			continue;
		at.code = code->code.id;
		at.verdict = (enum verdict)verdict;
		query_uid(&q, 6, &at.uid);
		vec_push(out, at);
	}
	rc = query_end(&q);
	drop_older(out);
	vec_sort(out, by_code);
	return rc;
}

/* Verdicts (bits) whose anchors hold the whole span; *exact those of exactly this place. */
static unsigned around(
	const struct verdicts *list, size_t first, int64_t code, struct span span, unsigned *exact)
{
	unsigned found = 0;

	*exact = 0;
	for (size_t i = first; i < list->n; i++) {
		const struct verdict_at *v = &list->items[i];

		if (v->code != code || v->start > span.start)
			break;
		if (v->end < span.end)
			continue;
		found |= 1u << v->verdict;
		if (v->start == span.start && v->end == span.end)
			*exact |= 1u << v->verdict;
	}
	return found;
}

static size_t first_of(const struct verdicts *list, int64_t code)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (list->items[mid].code < code)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

#define BIT(VERDICT) (1u << (VERDICT))
#define ANSWERS (BIT(VERDICT_CONFIRM) | BIT(VERDICT_REJECT))

enum suggestion_state verdicts_state(const struct verdicts *list, int64_t code, struct span unit,
	const struct span *spans, size_t n, bool *again)
{
	size_t first = first_of(list, code), answered = 0, met = 0;
	unsigned exact, all = 0, ignored;

	*again = false;
	if (first == list->n || list->items[first].code != code)
		return SUGGESTION_OPEN;
	around(list, first, code, unit, &exact);
	if (n == 0) { /* no evidence kept: the unit itself */
		spans = &unit;
		n = 1;
	}
	for (size_t i = 0; i < n; i++) {
		unsigned at = around(list, first, code, spans[i], &ignored);

		all |= at;
		answered += (at & ANSWERS) != 0;
		met += at != 0;
	}
	if (answered == n) { /* a verdict on just this unit says which, else any confirmation */
		unsigned from = (exact & ANSWERS) != 0 ? exact : all;

		return from & BIT(VERDICT_CONFIRM) ? SUGGESTION_CONFIRMED : SUGGESTION_REJECTED;
	}
	if (met == n)
		return SUGGESTION_UNSURE;
	*again = answered > 0;
	return SUGGESTION_OPEN;
}
