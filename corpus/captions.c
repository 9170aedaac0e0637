/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/captions.h"

#include <string.h>

#include "corpus/cues.h"
#include "corpus/md_line.h"
#include "corpus/vtt_text.h"

#define CUES_MIN 3

struct caption {
	int64_t from, to;
	struct buf text;
	bool open; /* a cue has begun */
};

/* A time line, perhaps in square brackets and with text behind it: the length of the time. */
static size_t time_length(const struct md_line *line, int64_t *from, int64_t *to)
{
	bool bracket = line->len > 0 && *line->p == '[';
	size_t n;

	if (line->len < 3 || memmem(line->p, line->len, "-->", 3) == NULL)
		return 0;
	n = cues_times(line->p + bracket, line->len - bracket, from, to);
	if (n == 0 || !bracket)
		return n;
	return n + 1 < line->len && line->p[n + 1] == ']' ? n + 2 : 0;
}

static bool are_captions(const char *text, size_t len)
{
	const char *pos = text, *end = text + len;
	struct md_line line;
	size_t lines = 0, times = 0;
	int64_t from, to;

	if (memchr(text, '>', len) == NULL) /* without "-->" there are no times */
		return false;
	while (md_line_next(&pos, end, &line)) {
		md_line_trim(&line);
		lines += line.len > 0;
		times += time_length(&line, &from, &to) > 0;
	}
	return times >= CUES_MIN && 4 * times >= lines;
}

static bool is_number(const struct md_line *line)
{
	for (size_t i = 0; i < line->len; i++)
		if (line->p[i] < '0' || line->p[i] > '9')
			return false;
	return line->len > 0;
}

/* SubRip counts its cues: a number right in front of a time line is no text. */
static bool counts(const struct md_line *line, const char *pos, const char *end)
{
	struct md_line next;
	int64_t from, to;

	if (!is_number(line) || !md_line_next(&pos, end, &next))
		return false;
	md_line_trim(&next);
	return time_length(&next, &from, &to) > 0;
}

static void close_cue(struct caption *c, struct cues *cues)
{
	if (c->open)
		vtt_text(c->text.data, c->text.len, c->from, c->to, cues);
	buf_reset(&c->text);
}

/* A line without its time. */
static void take_text(struct caption *c, const char *p, size_t len, struct draft *out)
{
	if (c->open) {
		buf_add(&c->text, p, len);
		buf_addc(&c->text, '\n');
	} else {
		draft_para(out, PARA_BODY);
		draft_text(out, p, len);
	}
}

bool captions_read(
	const char *name, const char *text, size_t len, struct draft *out, struct diags *d)
{
	const char *pos = text, *end = text + len;
	struct caption c = { 0, 0, BUF_INIT, false };
	struct cues cues = CUES_INIT;
	struct md_line line;
	int64_t from, to;
	size_t n;

	if (!are_captions(text, len))
		return false;
	while (md_line_next(&pos, end, &line)) {
		md_line_trim(&line);
		if (counts(&line, pos, end))
			continue;
		n = time_length(&line, &from, &to);
		if (n > 0) {
			close_cue(&c, &cues);
			c.from = from;
			c.to = to;
			c.open = true;
		}
		take_text(&c, line.p + n, line.len - n, out);
	}
	close_cue(&c, &cues);
	cues_write(&cues, name, out, d);
	draft_end(out);
	cues_release(&cues);
	buf_release(&c.text);
	return true;
}
