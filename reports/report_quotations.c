/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every coded segment with its attribution: the CSV form of the quotations section. */
#include "reports/report.h"
#include "reports/text.h"

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	const char *l = st->options.lang;

	(void)s;
	(void)e;
	table_init(t, "quotations", text_of(T_QUOTATIONS, l));
	table_column(t, "code", text_of(T_CODE, l), COLUMN_CODE, 0);
	table_column(t, "theme", text_of(T_THEME, l), COLUMN_TEXT, 0);
	table_column(t, "quotation", text_of(T_QUOTATION, l), COLUMN_TEXT, 0);
	table_column(t, "speaker", text_of(T_SPEAKER, l), COLUMN_TEXT, 0);
	table_column(t, "document", text_of(T_TITLE, l), COLUMN_TEXT, 0);
	table_column(t, "line", text_of(T_LINE, l), COLUMN_INT, 0);
	table_column(t, "words", text_of(T_WORDS, l), COLUMN_INT, 0);
	table_column(t, "state", text_of(T_STATE, l), COLUMN_TEXT, 0);
	vec_each (const struct study_segment, g, &st->segments) {
		table_row(t);
		table_text(t, st->codes.items[g->code].full);
		table_text(t, st->codes.items[g->code].label);
		table_text(t, g->text);
		table_text(t, g->speaker >= 0 ? st->speakers.items[g->speaker].shown : "");
		table_text(t, st->documents.items[g->document].title);
		table_number(t, g->line);
		table_number(t, g->words);
		table_text(t, text_of(g->suggested ? T_SUGGESTED : T_CONFIRMED, l));
	}
	return RC_OK;
}

const struct report report_quotations = { .key = "quotations", .make = make };
