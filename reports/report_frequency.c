/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Theme frequency (STATISTICS.md 3.1): segments, documents, informants, words, per 1000 words;
 * parents as union. */
#include <stdlib.h>
#include <string.h>

#include "output/writer.h"
#include "reports/count.h"
#include "reports/report.h"
#include "reports/text.h"

static void add_columns(const struct study *st, struct table *t)
{
	const char *l = st->options.lang;

	table_column(t, "theme", text_of(T_THEME, l), COLUMN_TEXT, 0);
	table_column(t, "code", text_of(T_CODE, l), COLUMN_CODE, 0);
	table_column(t, "segments", text_of(T_SEGMENTS, l), COLUMN_INT, 0);
	table_column(t, "documents", text_of(T_DOCUMENTS_N, l), COLUMN_INT, 0);
	table_column(t, "documents_share", text_of(T_DOCUMENTS_SHARE, l), COLUMN_PERCENT, 0);
	table_column(t, "informants", text_of(T_INFORMANTS, l), COLUMN_INT, 0);
	table_column(t, "words", text_of(T_WORDS, l), COLUMN_INT, 0);
	table_column(t, "per_1000_words", text_of(T_PER_1000, l), COLUMN_REAL, 2);
	if (st->options.include_suggested)
		table_column(t, "suggested", text_of(T_SUGGESTED_OF_THESE, l), COLUMN_INT, 0);
}

static void add_row(const struct study *st, const struct study_code *code,
	const struct code_count *n, struct table *t)
{
	table_row(t);
	table_text(t, code->label)->indent = (int)code->depth;
	table_text(t, code->full);
	table_number(t, (double)n->segments);
	table_number(t, n->documents);
	table_number(t, st->documents.n > 0 ? (double)n->documents / (double)st->documents.n : 0);
	table_number(t, n->informants);
	table_number(t, (double)n->words);
	table_number(t, count_per_1000(n->segments, st->words));
	if (st->options.include_suggested)
		table_number(t, (double)n->suggested);
}

static void add_notes(const struct study *st, struct table *t)
{
	struct buf words = BUF_INIT, note = BUF_INIT;

	count_notes(st, t);
	number_text((double)st->words, 0, st->options.lang, &words);
	text_fill(&note, T_NOTE_EXPOSURE, st->options.lang, (const char *const[]){ words.data });
	table_note(t, "%s", note.data);
	table_note(t, "%s", text_of(T_NOTE_PARENT, st->options.lang));
	buf_release(&words);
	buf_release(&note);
}

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	struct code_count *counts = count_codes(st, NULL);
	const char *codebook = NULL;

	(void)s;
	(void)e;
	table_init(t, "frequency", text_of(T_FREQUENCY, st->options.lang));
	add_columns(st, t);
	for (size_t i = 0; i < st->codes.n; i++) {
		const struct study_code *code = &st->codes.items[i];

		add_row(st, code, &counts[i], t);
		if (code->depth > 0) /* also a code of another codebook that was moved here */
			continue;
		vec_last(&t->rows)->rule_above =
			codebook != NULL && strcmp(codebook, code->codebook) != 0;
		codebook = code->codebook;
	}
	add_notes(st, t);
	free(counts);
	return RC_OK;
}

const struct report report_frequency = { .key = "frequency", .make = make };
