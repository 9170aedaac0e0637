/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decimal numbers as text, the same in every locale: a point, no grouping.
 * json.c and opt.c use it; so must everything else that prints or reads a
 * real number for a machine.
 */
#ifndef TEMA_BASE_NUMBER_H
#define TEMA_BASE_NUMBER_H

#include <stdbool.h>

#include "base/buf.h"

/* The shortest form that reads back as the same number, with ".0" when whole; v must be finite. */
void number_add(struct buf *out, double v);
/* With a fixed count of digits behind the point ("0.250"); v must be finite. */
void number_add_fixed(struct buf *out, double v, int digits);
/* "12", "-0.5", "+1.25": the whole string, finite, no exponent. */
bool number_parse(const char *s, double *out);

#endif
