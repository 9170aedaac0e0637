/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/pairs.h"

#include "output/writer.h"
#include "reports/count.h"
#include "reports/text.h"

uint32_t pairs_both(const struct study *st, uint32_t a, uint32_t b)
{
	return st->pairs[a * st->codes.n + b];
}

bool pairs_are_related(const struct study *st, uint32_t a, uint32_t b)
{
	return study_is_above(st, a, b) || study_is_above(st, b, a);
}

void pairs_notes(const struct study *st, struct table *t)
{
	struct buf n = BUF_INIT, note = BUF_INIT;

	number_text((double)st->units, 0, st->options.lang, &n);
	text_fill(&note, T_NOTE_PAIRS, st->options.lang,
		(const char *const[]){ study_unit_name(st), n.data });
	table_note(t, "%s", note.data);
	table_note(t, "%s", text_of(T_NOTE_DEPENDENT, st->options.lang));
	count_notes(st, t);
	buf_release(&n);
	buf_release(&note);
}
