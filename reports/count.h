/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting one code's unions: what the frequency tables and charts share. */
#ifndef TEMA_REPORTS_COUNT_H
#define TEMA_REPORTS_COUNT_H

#include "reports/study.h"

struct code_count {
	uint64_t segments, suggested, words;
	uint32_t documents, informants;
};

/* One count per code, in the order of st->codes. group: only segments of speakers in this group
 * (name as in st->groups, by address), NULL = all. The caller frees it. */
struct code_count *count_codes(const struct study *st, const char *group);
/* Words of speakers in the group. */
uint64_t count_group_words(const struct study *st, const char *group);
double count_per_1000(uint64_t n, uint64_t words); /* NAN without words */

struct table;
/* The notes every table needs: what was counted. */
void count_notes(const struct study *st, struct table *t);

#endif
