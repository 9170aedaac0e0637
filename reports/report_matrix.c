/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Co-occurrence matrix: counts above the diagonal, units with the code on it, Jaccard below,
 * shaded by Jaccard (heat map).  The page shows the most frequent codes only; pairs.csv has all.
 */
#include <math.h>
#include <stdlib.h>

#include "output/writer.h"
#include "reports/association.h"
#include "reports/pairs.h"
#include "reports/report.h"
#include "reports/text.h"

#define MATRIX_MAX 16 /* codes that fit on an A4 page */

struct chosen {
	uint32_t *code; /* indices, in the order of the codebook */
	size_t n, all;
};

struct ranked {
	uint32_t code, units;
};

static int by_units(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->units != y->units)
		return x->units > y->units ? -1 : 1;
	return x->code < y->code ? -1 : x->code > y->code;
}

static int by_code(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return x->code < y->code ? -1 : x->code > y->code;
}

static struct chosen choose(const struct study *st)
{
	VEC(struct ranked) ranked = VEC_INIT;
	struct chosen c = { .code = mem_zalloc(MATRIX_MAX, sizeof *c.code) };

	for (uint32_t i = 0; i < st->codes.n; i++)
		if (pairs_both(st, i, i) > 0)
			vec_push(&ranked, ((struct ranked){ i, pairs_both(st, i, i) }));
	vec_sort(&ranked, by_units);
	c.all = ranked.n;
	ranked.n = ranked.n < MATRIX_MAX ? ranked.n : MATRIX_MAX;
	vec_sort(&ranked, by_code);
	for (; c.n < ranked.n; c.n++)
		c.code[c.n] = ranked.items[c.n].code;
	vec_release(&ranked);
	return c;
}

static void add_cell(const struct study *st, struct table *t, uint32_t row, uint32_t column)
{
	uint32_t both = pairs_both(st, row, column);
	double jaccard = association_jaccard(
		both, pairs_both(st, row, row) - both, pairs_both(st, column, column) - both);
	struct cell *cell;

	if (row == column) {
		table_number(t, both)->strong = true;
	} else if (pairs_are_related(st, row, column)) {
		table_text(t, "\xc2\xb7");
	} else if (both == 0) {
		table_empty(t);
	} else {
		cell = table_number(t, row < column ? both : jaccard);
		cell->decimals = row < column ? 0 : 2;
		cell->heat = jaccard;
	}
}

static void add_rows(const struct study *st, struct table *t, const struct chosen *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct study_code *code = &st->codes.items[c->code[i]];
		char *name = mem_printf("%zu  %s (%s)", i + 1, code->label, code->full);

		table_row(t);
		table_text(t, name);
		free(name);
		for (size_t k = 0; k < c->n; k++)
			add_cell(st, t, c->code[i], c->code[k]);
	}
}

static void add_notes(const struct study *st, struct table *t, const struct chosen *c)
{
	struct buf shown = BUF_INIT, all = BUF_INIT, note = BUF_INIT;

	table_note(t, "%s", text_of(T_NOTE_MATRIX, st->options.lang));
	if (c->n < c->all) {
		number_text((double)c->n, 0, st->options.lang, &shown);
		number_text((double)c->all, 0, st->options.lang, &all);
		text_fill(&note, T_NOTE_MATRIX_CUT, st->options.lang,
			(const char *const[]){ shown.data, all.data });
		table_note(t, "%s", note.data);
	}
	pairs_notes(st, t);
	buf_release(&shown);
	buf_release(&all);
	buf_release(&note);
}

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	struct chosen c = choose(st);

	(void)s;
	(void)e;
	table_init(t, "matrix", text_of(T_MATRIX, st->options.lang));
	table_column(t, "theme", text_of(T_THEME, st->options.lang), COLUMN_TEXT, 0);
	for (size_t i = 0; i < c.n; i++) {
		char *number = mem_printf("%zu", i + 1);

		table_column(t, st->codes.items[c.code[i]].full, number, COLUMN_INT, 2);
		free(number);
	}
	add_rows(st, t, &c);
	add_notes(st, t, &c);
	free(c.code);
	return RC_OK;
}

const struct report report_matrix = { .key = "matrix", .make = make };
