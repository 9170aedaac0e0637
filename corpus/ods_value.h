/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For ods_sheet.c: values of cells as text, the same as xlsx_value.h gives them. */
#ifndef TEMA_CORPUS_ODS_VALUE_H
#define TEMA_CORPUS_ODS_VALUE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/xmlread.h"

/* Of the <table:table-cell> at which x stands: its value, or nothing where only its paragraphs
 * tell. */
void ods_value_read(struct xmlread *x, struct buf *out);
/* value as it stands in the file, of this type: "float" "12.50" is "12.5", "date"
 * "2024-08-17T10:30:00" is "2024-08-17 10:30:00", "time" "PT10H30M00S" is "10:30:00". */
void ods_value_add(struct buf *out, const char *type, const char *value);
/* What a formula that failed shows: "#N/A", "Err:502". */
bool ods_value_is_error(const char *text);

#endif
