/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "reports/chart.h"
#include "reports/count.h"
#include "reports/page.h"

#define BARS_MAX 40 /* frequency: what fits on a page */
#define GROUPED_MAX 14

static void put_figure(struct page *p, enum text title, struct chart *c)
{
	struct buf caption = BUF_INIT;

	buf_printf(&caption, "%s %u. %s", text_of(T_FIGURE, p->lang), ++p->figures,
		text_of(title, p->lang));
	c->title = caption.data;
	c->lang = p->lang;
	xml_open(p->x, "figure");
	if (c->stacked && c->nseries > 1)
		xml_attr(p->x, "class", "open");
	xml_element(p->x, "figcaption", caption.data);
	chart_bars(p->x, c);
	xml_close(p->x, "figure");
	xml_newline(p->x);
	buf_release(&caption);
}

/* The value that the n-th most frequent code has: codes below it are left out of the figure. */
static int descending(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x > y ? -1 : x < y;
}

static uint64_t least_shown(const struct study *st, const struct code_count *counts, size_t max)
{
	VEC(uint64_t) sizes = VEC_INIT;
	uint64_t least = 1;

	for (size_t i = 0; i < st->codes.n; i++)
		vec_push(&sizes, counts[i].segments);
	vec_sort(&sizes, descending);
	if (sizes.n > max && sizes.items[max] + 1 > least)
		least = sizes.items[max] + 1;
	vec_release(&sizes);
	return least;
}

static bool has_others(const struct study *st, const struct study_code *code)
{
	vec_each (const struct study_code, other, &st->codes)
		if (strcmp(other->codebook, code->codebook) != 0)
			return true;
	return false;
}

/* The code's label; with several codebooks a top code says whose it is, for labels may be equal. */
static const char *bar_label(const struct page *p, const struct study_code *code)
{
	if (code->depth > 0 || !has_others(p->st, code))
		return code->label;
	return arena_printf((struct arena *)&p->st->arena, "%s (%s)", code->label, code->codebook);
}

static void put_frequency_chart(struct page *p)
{
	const struct study *st = p->st;
	struct code_count *counts = count_codes(st, NULL);
	uint64_t least = least_shown(st, counts, BARS_MAX);
	struct chart c = { .stacked = true,
		.nseries = st->options.include_suggested ? 2 : 1,
		.series = { text_of(T_LEGEND_CONFIRMED, p->lang),
			text_of(T_LEGEND_SUGGESTED, p->lang) } };

	for (size_t i = 0; i < st->codes.n; i++)
		if (counts[i].segments >= least)
			vec_push(&c.bars,
				((struct chart_bar){ .label = bar_label(p, &st->codes.items[i]),
					.indent = (int)st->codes.items[i].depth,
					.values = {
						(double)(counts[i].segments - counts[i].suggested),
						(double)counts[i].suggested } }));
	if (c.bars.n > 0)
		put_figure(p, T_FIGURE_FREQUENCY, &c);
	vec_release(&c.bars);
	free(counts);
}

enum rc page_frequency(struct page *p, struct err *e)
{
	if (p->st->segments.n == 0)
		page_paragraph(p, "warning", text_of(T_NOTHING, p->lang));
	put_frequency_chart(p);
	return page_table(p, "frequency", 0, e);
}

static void put_groups_chart(struct page *p)
{
	const struct study *st = p->st;
	size_t groups = st->groups.n < CHART_SERIES_MAX ? st->groups.n : CHART_SERIES_MAX;
	struct code_count *all = count_codes(st, NULL), *counts[CHART_SERIES_MAX];
	uint64_t least = least_shown(st, all, GROUPED_MAX);
	struct chart c = { .decimals = 2, .nseries = groups };

	for (size_t g = 0; g < groups; g++) {
		c.series[g] = st->groups.items[g];
		counts[g] = count_codes(st, st->groups.items[g]);
	}
	for (size_t i = 0; i < st->codes.n; i++) {
		struct chart_bar bar = { .label = bar_label(p, &st->codes.items[i]), .indent = 0 };

		if (all[i].segments < least)
			continue;
		for (size_t g = 0; g < groups; g++)
			bar.values[g] = count_per_1000(
				counts[g][i].segments, count_group_words(st, st->groups.items[g]));
		vec_push(&c.bars, bar);
	}
	if (c.bars.n > 0)
		put_figure(p, T_FIGURE_GROUPS, &c);
	for (size_t g = 0; g < groups; g++)
		free(counts[g]);
	free(all);
	vec_release(&c.bars);
}

enum rc page_groups(struct page *p, struct err *e)
{
	if (p->st->groups.n == 0) {
		page_paragraph(p, NULL, text_of(T_NOTE_NO_GROUPS, p->lang));
		return RC_OK;
	}
	put_groups_chart(p);
	return page_table(p, "groups", 0, e);
}
