/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For xlsx_*.c: numbers and dates of a workbook as text, the same on every machine. */
#ifndef TEMA_CORPUS_XLSX_VALUE_H
#define TEMA_CORPUS_XLSX_VALUE_H

#include <stdbool.h>

#include "base/buf.h"

/* What the format of a cell makes of its number. */
enum xlsx_kind { XLSX_NUMBER, XLSX_DATE, XLSX_TIME, XLSX_MOMENT };

/* By the number of a built-in format, 0 to 163; by the code of another ("dd/mm/yyyy hh:mm"). */
enum xlsx_kind xlsx_kind_built_in(unsigned id);
enum xlsx_kind xlsx_kind_of(const char *code);

/* raw as it stands in the file ("45521.4375", "1.5E-2"): a number with at most 15 digits, or
 * "2024-08-17", "10:30:00", "2024-08-17 10:30:00".  What is no number stays as it is. */
void xlsx_value_add(struct buf *out, const char *raw, enum xlsx_kind kind, bool from_1904);

/* "AB12": column from 0, row from 1; false: none, or beyond 16384 columns and 1048576 rows. */
bool xlsx_place(const char *ref, unsigned *column, unsigned *row);

#endif
