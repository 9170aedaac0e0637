/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of the study and how much each holds. */
#include "reports/report.h"
#include "reports/text.h"

static const enum text methods[] = { [METHOD_INTERVIEW] = T_METHOD_INTERVIEW,
	[METHOD_OBSERVATION] = T_METHOD_OBSERVATION,
	[METHOD_DOCUMENT] = T_METHOD_DOCUMENT,
	[METHOD_FGD] = T_METHOD_FGD,
	[METHOD_SURVEY] = T_METHOD_SURVEY };

static void count_segments(const struct study *st, uint64_t *by_document)
{
	vec_each (const struct study_segment, g, &st->segments)
		by_document[g->document]++;
}

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	uint64_t *segments = mem_zalloc(st->documents.n + 1, sizeof *segments);
	const char *l = st->options.lang;

	(void)s;
	(void)e;
	table_init(t, "documents", text_of(T_DOCUMENTS, l));
	table_column(t, "number", text_of(T_NUMBER, l), COLUMN_INT, 0);
	table_column(t, "title", text_of(T_TITLE, l), COLUMN_TEXT, 0);
	table_column(t, "method", text_of(T_METHOD, l), COLUMN_TEXT, 0);
	table_column(t, "date", text_of(T_DATE, l), COLUMN_CODE, 0);
	table_column(t, "place", text_of(T_PLACE, l), COLUMN_TEXT, 0);
	table_column(t, "informants", text_of(T_INFORMANTS, l), COLUMN_INT, 0);
	table_column(t, "words", text_of(T_WORDS_CODABLE, l), COLUMN_INT, 0);
	table_column(t, "segments", text_of(T_SEGMENTS, l), COLUMN_INT, 0);
	count_segments(st, segments);
	for (size_t i = 0; i < st->documents.n; i++) {
		const struct study_document *d = &st->documents.items[i];

		table_row(t);
		table_number(t, d->number);
		table_text(t, d->title);
		table_text(t, text_of(methods[d->method], l));
		table_text(t, d->date);
		table_text(t, d->place);
		table_number(t, d->informants);
		table_number(t, (double)d->words);
		table_number(t, (double)segments[i]);
	}
	free(segments);
	return RC_OK;
}

const struct report report_documents = { .key = "documents", .make = make };
