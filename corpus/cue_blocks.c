/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/cue_blocks.h"

#include <string.h>

#define FLAWS_MAX 20

bool cue_lines_peek(const struct cue_lines *l, struct cue_line *line)
{
	const char *stop;

	if (l->pos >= l->end)
		return false;
	stop = memchr(l->pos, '\n', (size_t)(l->end - l->pos));
	line->p = l->pos;
	line->len = (size_t)((stop != NULL ? stop : l->end) - l->pos);
	line->number = l->number;
	return true;
}

void cue_lines_advance(struct cue_lines *l, const struct cue_line *line)
{
	l->pos += line->len + (l->pos + line->len < l->end);
	l->number++;
}

void cue_lines_skip_blank(struct cue_lines *l)
{
	struct cue_line line;

	while (cue_lines_peek(l, &line) && line.len == 0)
		cue_lines_advance(l, &line);
}

bool cue_line_has_arrow(const struct cue_line *line)
{
	return memmem(line->p, line->len, "-->", 3) != NULL;
}

void cue_block_read(
	struct cue_block *b, struct cue_lines *l, bool (*is_time)(const struct cue_line *line))
{
	struct cue_line line;
	size_t lines = 0;

	buf_reset(&b->text);
	b->first = (struct cue_line){ "", 0, 0 };
	b->has_time = b->cut = false;
	for (; cue_lines_peek(l, &line) && line.len > 0; cue_lines_advance(l, &line)) {
		lines++;
		if (lines == 1)
			b->first = line;
		if (is_time(&line)) {
			b->cut = lines > 2 || b->has_time;
			if (b->cut)
				return;
			b->has_time = true;
			b->time = line;
			buf_reset(&b->text); /* the cue's identifier */
			continue;
		}
		buf_add(&b->text, line.p, line.len);
		buf_addc(&b->text, '\n');
	}
}

void cue_flaws_add(struct cue_flaws *f, const struct cue_line *line, const char *why)
{
	struct diag_at at = { .file = f->file, .line = line->number };
	struct diag *g;

	if (f->n++ >= FLAWS_MAX)
		return;
	g = diag_add(f->d, DIAG_REMARK, "R026", &at, "%s", why);
	diag_excerpt(f->d, g, line->p, line->len);
}

void cue_flaws_end(struct cue_flaws *f)
{
	if (f->n > FLAWS_MAX)
		diag_add(f->d, DIAG_REMARK, "R026", &(struct diag_at){ .file = f->file },
			"more places like these: %u", f->n - FLAWS_MAX);
}
