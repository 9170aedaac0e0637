/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Theme frequency by informant group (STATISTICS.md 3.1): segments and segments per 1000 words of
 * the group. */
#include <stdlib.h>
#include <string.h>

#include "output/writer.h"
#include "reports/count.h"
#include "reports/report.h"
#include "reports/text.h"

static void add_column(const struct study *st, struct table *t, size_t group, enum text title,
	const char *key, enum column_kind kind)
{
	struct buf b = BUF_INIT;
	char *k = mem_printf("%s: %s", st->groups.items[group], key);

	text_fill(&b, title, st->options.lang, (const char *const[]){ st->groups.items[group] });
	table_column(t, k, b.data, kind, 2);
	buf_release(&b);
	free(k);
}

static void add_words_row(const struct study *st, struct table *t)
{
	table_row(t);
	vec_last(&t->rows)->rule_above = true;
	table_text(t, text_of(T_TOTAL_WORDS, st->options.lang))->strong = true;
	table_text(t, "");
	vec_each (const char *, group, &st->groups) {
		table_number(t, (double)count_group_words(st, *group));
		table_empty(t);
	}
}

static void add_rows(const struct study *st, struct table *t)
{
	struct code_count **counts = mem_zalloc(st->groups.n + 1, sizeof *counts);

	for (size_t g = 0; g < st->groups.n; g++)
		counts[g] = count_codes(st, st->groups.items[g]);
	for (size_t i = 0; i < st->codes.n; i++) {
		table_row(t);
		table_text(t, st->codes.items[i].label)->indent = (int)st->codes.items[i].depth;
		table_text(t, st->codes.items[i].full);
		vec_last(&t->rows)->rule_above =
			i > 0 &&
			strcmp(st->codes.items[i].codebook, st->codes.items[i - 1].codebook) != 0;
		for (size_t g = 0; g < st->groups.n; g++) {
			table_number(t, (double)counts[g][i].segments);
			table_number(t, count_per_1000(counts[g][i].segments,
						count_group_words(st, st->groups.items[g])));
		}
	}
	for (size_t g = 0; g < st->groups.n; g++)
		free(counts[g]);
	free(counts);
}

static void add_notes(const struct study *st, struct table *t)
{
	struct buf note = BUF_INIT;

	count_notes(st, t);
	if (st->groups.n == 0) {
		table_note(t, "%s", text_of(T_NOTE_NO_GROUPS, st->options.lang));
		return;
	}
	text_fill(
		&note, T_NOTE_GROUPS, st->options.lang, (const char *const[]){ st->options.group });
	table_note(t, "%s", note.data);
	buf_release(&note);
}

static enum rc make(const struct study *st, struct store *s, struct table *t, struct err *e)
{
	(void)s;
	(void)e;
	table_init(t, "groups", text_of(T_GROUPS, st->options.lang));
	table_column(t, "theme", text_of(T_THEME, st->options.lang), COLUMN_TEXT, 0);
	table_column(t, "code", text_of(T_CODE, st->options.lang), COLUMN_CODE, 0);
	for (size_t g = 0; g < st->groups.n; g++) {
		add_column(st, t, g, T_SEGMENTS_OF, "segments", COLUMN_INT);
		add_column(st, t, g, T_PER_1000_OF, "per_1000_words", COLUMN_REAL);
	}
	if (st->groups.n > 0) {
		add_rows(st, t);
		add_words_row(st, t);
	}
	add_notes(st, t);
	return RC_OK;
}

const struct report report_groups = { .key = "groups", .make = make };
