/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counting units that carry codes (STATISTICS.md 3.2, "same sentence|turn|paragraph|document"):
 * per unit each code is there or not; a sweep over sorted spans, not pairs of codings.
 */
#ifndef TEMA_REPORTS_STUDY_PAIRS_H
#define TEMA_REPORTS_STUDY_PAIRS_H

#include "reports/study.h"

/* Adds one document's units to st->pairs and st->units. segments: the unions of this document,
 * grouped by code. */
void study_pairs_add(struct study *st, const struct document *doc,
	const struct study_segment *segments, size_t n, struct study_document *d);

#endif
