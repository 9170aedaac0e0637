/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Association of two codes over n units (STATISTICS.md 3.2): a = both, b = A only,
 * c = B only.  Jaccard (1901): a / (a + b + c).
 */
#ifndef TEMA_REPORTS_ASSOCIATION_H
#define TEMA_REPORTS_ASSOCIATION_H

#include <stdint.h>

/* NAN when neither occurs. */
double association_jaccard(uint64_t a, uint64_t b, uint64_t c);

#endif
