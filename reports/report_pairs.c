/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Co-occurrence as a list of pairs (STATISTICS.md 3.2), the strongest first. */
#include <stdlib.h>

#include "output/writer.h"
#include "reports/association.h"
#include "reports/count.h"
#include "reports/pairs.h"
#include "reports/report.h"
#include "reports/text.h"

struct pair {
	uint32_t a, b; /* codes */
	uint32_t both, only_a, only_b;
	double jaccard;
};
VEC_TYPE(pair_list, struct pair);

static int by_strength(const void *x, const void *y)
{
	const struct pair *p = x, *q = y;

	if (p->jaccard != q->jaccard)
		return p->jaccard > q->jaccard ? -1 : 1;
	if (p->both != q->both)
		return p->both > q->both ? -1 : 1;
	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	return p->b < q->b ? -1 : p->b > q->b;
}

static void collect(const struct study *st, struct pair_list *out)
{
	for (uint32_t a = 0; a < st->codes.n; a++)
		for (uint32_t b = a + 1; b < st->codes.n; b++) {
			struct pair p = { .a = a, .b = b, .both = pairs_both(st, a, b) };

			if (p.both == 0 || pairs_are_related(st, a, b))
				continue;
			p.only_a = pairs_both(st, a, a) - p.both;
			p.only_b = pairs_both(st, b, b) - p.both;
			p.jaccard = association_jaccard(p.both, p.only_a, p.only_b);
			vec_push(out, p);
		}
	vec_sort(out, by_strength);
}

static void add_columns(const struct study *st, struct table *t)
{
	const char *l = st->options.lang;

	table_column(t, "a", text_of(T_A, l), COLUMN_TEXT, 0);
	table_column(t, "b", text_of(T_B, l), COLUMN_TEXT, 0);
	table_column(t, "both", text_of(T_BOTH, l), COLUMN_INT, 0);
	table_column(t, "only_a", text_of(T_ONLY_A, l), COLUMN_INT, 0);
	table_column(t, "only_b", text_of(T_ONLY_B, l), COLUMN_INT, 0);
	table_column(t, "jaccard", text_of(T_JACCARD, l), COLUMN_REAL, 3);
}

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	struct pair_list list = VEC_INIT;

	(void)s;
	(void)e;
	table_init(t, "pairs", text_of(T_PAIRS, st->options.lang));
	add_columns(st, t);
	collect(st, &list);
	vec_each (const struct pair, p, &list) {
		table_row(t);
		table_text(t, st->codes.items[p->a].full);
		table_text(t, st->codes.items[p->b].full);
		table_number(t, p->both);
		table_number(t, p->only_a);
		table_number(t, p->only_b);
		table_number(t, p->jaccard)->heat = p->jaccard;
	}
	pairs_notes(st, t);
	vec_release(&list);
	return RC_OK;
}

const struct report report_pairs = { .key = "pairs", .make = make };
