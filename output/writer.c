/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output/writer.h"

#include <string.h>

#include "base/utf8.h"

const struct writer *const writers[] = { &writer_text, &writer_csv, &writer_json, NULL };

const struct writer *writer_by_name(const char *name)
{
	for (const struct writer *const *w = writers; *w != NULL; w++)
		if (strcmp((*w)->name, name) == 0)
			return *w;
	return NULL;
}

int cell_places(const struct cell *cell, const struct column *column)
{
	if (cell->decimals >= 0)
		return cell->decimals;
	return column->kind == COLUMN_INT ? 0 : column->decimals;
}

void cell_text(
	const struct cell *cell, const struct column *column, const char *lang, struct buf *out)
{
	if (cell->kind == CELL_TEXT)
		utf8_clean(cell->text, strlen(cell->text), out);
	if (cell->kind != CELL_NUMBER)
		return;
	if (column->kind == COLUMN_PERCENT) {
		number_text(100 * cell->number, column->decimals, lang, out);
		buf_adds(out, "\xc2\xa0%");
	} else {
		number_text(cell->number, cell_places(cell, column), lang, out);
	}
}
