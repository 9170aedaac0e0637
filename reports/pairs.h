/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into the study's pair counts: what the matrix and the list of pairs share. */
#ifndef TEMA_REPORTS_PAIRS_H
#define TEMA_REPORTS_PAIRS_H

#include "output/table.h"
#include "reports/study.h"

uint32_t pairs_both(const struct study *st, uint32_t a,
	uint32_t b); /* units with both; a == b: with the code */
bool pairs_are_related(const struct study *st, uint32_t a,
	uint32_t b); /* one is above the other: trivially together */
void pairs_notes(const struct study *st, struct table *t);

#endif
