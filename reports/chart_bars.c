/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "output/writer.h"
#include "reports/chart.h"

#define WIDTH 700
#define LABELS 270 /* right edge of the labels */
#define VALUES 60  /* room for the figures behind the longest bar */
#define BAR 16
#define THIN 10 /* a bar among several series */
#define GAP 8
#define LEGEND 24
#define LABEL_MAX 42 /* code points */

static void attr_number(struct xmlwrite *x, const char *name, double v)
{
	struct buf b = BUF_INIT;

	number_machine(v, 1, &b);
	xml_attr(x, name, b.data);
	buf_release(&b);
}

static bool has(double v)
{
	return isfinite(v) && v >= 0;
}

static double bar_total(const struct chart *c, const struct chart_bar *bar)
{
	double sum = 0, most = 0;

	for (size_t i = 0; i < c->nseries; i++) {
		double v = has(bar->values[i]) ? bar->values[i] : 0;

		sum += v;
		most = v > most ? v : most;
	}
	return c->stacked ? sum : most;
}

static double longest(const struct chart *c)
{
	double most = 0;

	vec_each (const struct chart_bar, bar, &c->bars)
		most = fmax(most, bar_total(c, bar));
	return most > 0 ? most : 1;
}

static void put_text(
	struct xmlwrite *x, double at_x, double at_y, const char *anchor, const char *text)
{
	xml_open(x, "text");
	attr_number(x, "x", at_x);
	attr_number(x, "y", at_y);
	if (anchor != NULL)
		xml_attr(x, "text-anchor", anchor);
	xml_text(x, text);
	xml_close(x, "text");
}

static void put_label(struct xmlwrite *x, const struct chart_bar *bar, double y)
{
	struct buf b = BUF_INIT;
	size_t len = strlen(bar->label);

	if (utf8_count(bar->label, len) > LABEL_MAX) {
		buf_add(&b, bar->label, utf8_offset(bar->label, len, LABEL_MAX - 1));
		buf_adds(&b, "\xe2\x80\xa6");
	} else {
		buf_adds(&b, bar->label);
	}
	put_text(x, 4 + 12 * bar->indent, y, NULL, b.data);
	buf_release(&b);
}

static void put_bar(
	struct xmlwrite *x, double at_x, double at_y, double width, double height, size_t series)
{
	xml_open(x, "rect");
	attr_number(x, "x", at_x);
	attr_number(x, "y", at_y);
	attr_number(x, "width", width);
	attr_number(x, "height", height);
	xml_attrf(x, "class", "s%zu", series + 1);
	xml_close(x, "rect");
}

static void put_value(struct xmlwrite *x, const struct chart *c, double at_x, double at_y, double v)
{
	struct buf b = BUF_INIT;

	number_text(v, c->decimals, c->lang, &b);
	put_text(x, at_x + 5, at_y, NULL, b.data);
	buf_release(&b);
}

static void put_stacked(struct xmlwrite *x, const struct chart *c, const struct chart_bar *bar,
	double y, double scale)
{
	double at = LABELS;

	for (size_t i = 0; i < c->nseries; i++) {
		double width = has(bar->values[i]) ? bar->values[i] * scale : 0;

		if (width > 0)
			put_bar(x, at, y, width, BAR, i);
		at += width;
	}
	put_value(x, c, at, y + BAR - 4, bar_total(c, bar));
}

static void put_grouped(struct xmlwrite *x, const struct chart *c, const struct chart_bar *bar,
	double y, double scale)
{
	for (size_t i = 0; i < c->nseries; i++) {
		double at = y + (double)(THIN + 1) * (double)i;

		if (!has(bar->values[i]))
			continue;
		put_bar(x, LABELS, at, fmax(bar->values[i] * scale, 0.5), THIN, i);
		put_value(x, c, LABELS + bar->values[i] * scale, at + THIN - 1, bar->values[i]);
	}
}

static void put_legend(struct xmlwrite *x, const struct chart *c)
{
	double at = LABELS;

	for (size_t i = 0; c->nseries > 1 && i < c->nseries; i++) {
		put_bar(x, at, 4, 10, 10, i);
		put_text(x, at + 15, 13, NULL, c->series[i]);
		at += 35 + 7.0 * (double)utf8_count(c->series[i], strlen(c->series[i]));
	}
}

void chart_bars(struct xmlwrite *x, const struct chart *c)
{
	size_t lines = c->stacked || c->nseries < 2 ? 1 : c->nseries;
	double step = (lines == 1 ? BAR : (THIN + 1) * (double)lines) + GAP;
	double top = c->nseries > 1 ? LEGEND : 0, height = top + step * (double)c->bars.n + 4;
	double scale = (WIDTH - LABELS - VALUES) / longest(c);

	xml_open(x, "svg");
	xml_attr(x, "xmlns", "http://www.w3.org/2000/svg");
	xml_attrf(x, "viewBox", "0 0 %d %.0f", WIDTH, height);
	xml_attr(x, "role", "img");
	xml_attr(x, "class", "chart");
	xml_element(x, "title", c->title);
	put_legend(x, c);
	for (size_t i = 0; i < c->bars.n; i++) {
		const struct chart_bar *bar = &c->bars.items[i];
		double y = top + step * (double)i;

		put_label(x, bar, y + (step - GAP) / 2 + 4);
		(lines == 1 ? put_stacked : put_grouped)(x, c, bar, y, scale);
	}
	xml_close(x, "svg");
	xml_newline(x);
}
