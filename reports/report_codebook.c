/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes with labels and definitions, and what was decided on each. */
#include "reports/report.h"
#include "reports/text.h"

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	const char *l = st->options.lang;

	(void)s;
	(void)e;
	table_init(t, "codebook", text_of(T_CODEBOOK, l));
	table_column(t, "code", text_of(T_CODE, l), COLUMN_CODE, 0);
	table_column(t, "theme", text_of(T_THEME, l), COLUMN_TEXT, 0);
	table_column(t, "definition", text_of(T_DEFINITION, l), COLUMN_TEXT, 0);
	table_column(t, "includes", text_of(T_INCLUDES, l), COLUMN_TEXT, 0);
	table_column(t, "excludes", text_of(T_EXCLUDES, l), COLUMN_TEXT, 0);
	table_column(t, "confirmed", text_of(T_CONFIRMED, l), COLUMN_INT, 0);
	table_column(t, "rejected", text_of(T_REJECTED, l), COLUMN_INT, 0);
	table_column(t, "unsure", text_of(T_UNSURE, l), COLUMN_INT, 0);
	table_column(t, "open", text_of(T_OPEN, l), COLUMN_INT, 0);
	vec_each (const struct study_code, code, &st->codes) {
		table_row(t);
		table_text(t, code->full)->indent = (int)code->depth;
		table_text(t, code->label);
		table_text(t, code->definition);
		table_text(t, code->includes);
		table_text(t, code->excludes);
		table_number(t, (double)code->confirmed);
		table_number(t, (double)code->rejected);
		table_number(t, (double)code->unsure);
		table_number(t, (double)code->open);
	}
	return RC_OK;
}

const struct report report_codebook = { .key = "codebook", .make = make };
