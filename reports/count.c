/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/count.h"

#include <math.h>
#include <stdlib.h>

#include "output/table.h"
#include "output/writer.h"
#include "reports/text.h"

static bool in_group(const struct study *st, int32_t speaker, const char *group)
{
	if (group == NULL)
		return true;
	if (speaker < 0)
		return false;
	vec_each (const char *, name, &st->speakers.items[speaker].groups)
		if (*name == group)
			return true;
	return false;
}

/* Which (code, document) and (code, speaker) were met: bits, so that each counts once. */
struct met {
	unsigned char *bits;
	size_t width;
};

static bool first_time(struct met *m, size_t row, size_t column)
{
	size_t bit = row * m->width + column;
	unsigned char mask = (unsigned char)(1u << (bit % 8));
	bool first = !(m->bits[bit / 8] & mask);

	m->bits[bit / 8] |= mask;
	return first;
}

static struct met met_new(size_t rows, size_t width)
{
	return (struct met){ mem_zalloc(rows * width / 8 + 1, 1), width };
}

static bool is_informant(const struct study *st, int32_t speaker)
{
	return speaker >= 0 && st->speakers.items[speaker].role == ROLE_INFORMANT &&
	       st->speakers.items[speaker].kind == SPEAKER_PERSON;
}

struct code_count *count_codes(const struct study *st, const char *group)
{
	struct code_count *counts = mem_zalloc(st->codes.n + 1, sizeof *counts);
	struct met documents = met_new(st->codes.n, st->documents.n);
	struct met speakers = met_new(st->codes.n, st->speakers.n);

	vec_each (const struct study_segment, g, &st->unions) {
		struct code_count *c = &counts[g->code];

		if (!in_group(st, g->speaker, group))
			continue;
		c->segments++;
		c->suggested += g->suggested;
		c->words += g->words;
		c->documents += first_time(&documents, g->code, g->document);
		c->informants += is_informant(st, g->speaker) &&
				 first_time(&speakers, g->code, (size_t)g->speaker);
	}
	free(documents.bits);
	free(speakers.bits);
	return counts;
}

uint64_t count_group_words(const struct study *st, const char *group)
{
	uint64_t words = 0;

	for (size_t i = 0; i < st->speakers.n; i++)
		if (st->speakers.items[i].role != ROLE_INTERVIEWER &&
			in_group(st, (int32_t)i, group))
			words += st->speakers.items[i].words;
	return words;
}

double count_per_1000(uint64_t n, uint64_t words)
{
	return words > 0 ? 1000.0 * (double)n / (double)words : NAN;
}

void count_notes(const struct study *st, struct table *t)
{
	table_note(t, "%s", text_of(T_NOTE_COUNTED, st->options.lang));
	if (st->options.include_suggested)
		table_note(t, "%s", text_of(T_NOTE_COUNTED_SUGGESTED, st->options.lang));
	if (st->orphaned > 0) {
		struct buf note = BUF_INIT;
		char *n = mem_printf("%llu", (unsigned long long)st->orphaned);

		text_fill(&note, T_ORPHANS_N, st->options.lang, (const char *const[]){ n });
		table_note(t, "%s", note.data);
		free(n);
		buf_release(&note);
	}
}
