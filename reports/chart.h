/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts as inline SVG, drawn with xmlwrite into an open document.  Sizes are in CSS pixels; texts
 * are text elements, so that they can be searched and read aloud.
 */
#ifndef TEMA_REPORTS_CHART_H
#define TEMA_REPORTS_CHART_H

#include "base/vec.h"
#include "base/xmlwrite.h"

#define CHART_SERIES_MAX 6

struct chart_bar {
	const char *label;
	int indent;
	double values[CHART_SERIES_MAX]; /* NAN or negative: no bar */
};

struct chart {
	const char *title; /* for readers of the page's text */
	const char *lang;
	int decimals;
	bool stacked; /* series one behind the other, else below each other */
	const char *series[CHART_SERIES_MAX]; /* names for the legend; one series: none is drawn */
	size_t nseries;
	VEC(struct chart_bar) bars;
};

/* Horizontal bars. */
void chart_bars(struct xmlwrite *x, const struct chart *c);

#endif
