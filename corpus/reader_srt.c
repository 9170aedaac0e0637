/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SubRip: blocks of a number, a time line and text.  No specification exists,
 * so whatever can be understood is: numbers may be missing or wrong, blank
 * lines between cues may be missing, times may end in '.', ',' or no fraction.
 * Text without a readable time stays with the cue before it, with a remark.
 */
#include <string.h>

#include "base/ascii.h"
#include "corpus/cue_blocks.h"
#include "corpus/cues.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/vtt_text.h"

#define NUMBER_MAX 9 /* digits */

struct srt {
	struct cue_lines lines;
	struct cues cues;
	struct cue_flaws flaws;
	int64_t last;	  /* the number of the cue before */
	bool waits;	  /* a cue had no text yet: a blank line stands in front of it */
	int64_t from, to; /* its times */
};

/* "a --> b" in a text is none: a time begins with a digit. */
static bool is_time(const struct cue_line *line)
{
	size_t i = 0;

	while (i < line->len && ascii_blank(line->p[i]))
		i++;
	return i < line->len && ascii_digit(line->p[i]) && cue_line_has_arrow(line);
}

/* The number that a line is; -1: it is something else. */
static int64_t number_of(const char *p, size_t len)
{
	int64_t n = 0;

	for (; len > 0 && ascii_blank(*p); p++)
		len--;
	if (len == 0 || len > NUMBER_MAX)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (!ascii_digit(p[i]))
			return -1;
		n = n * 10 + (p[i] - '0');
	}
	return n;
}

/* A line of blanks parts cues too. */
static void trim_lines(struct buf *text)
{
	size_t to = 0;

	for (size_t i = 0; i < text->len; i++) {
		while (text->data[i] == '\n' && to > 0 && ascii_blank(text->data[to - 1]))
			to--;
		text->data[to++] = text->data[i];
	}
	text->len = to;
	text->data[to] = '\0';
}

/* Where no blank line parts two cues, the number of the next is the last line of the text: takes
 * it out; -1: there is none. */
static int64_t take_next_number(struct buf *text)
{
	const char *line;
	size_t before;
	int64_t n;

	if (text->len == 0)
		return -1;
	line = memrchr(text->data, '\n', text->len - 1);
	before = line != NULL ? (size_t)(line + 1 - text->data) : 0;
	n = number_of(text->data + before, text->len - 1 - before);
	if (n >= 0) {
		text->len = before;
		text->data[before] = '\0';
	}
	return n;
}

/* "{\an8}": where a player shows the cue. */
static void drop_placing(struct buf *text)
{
	size_t to = 0;

	for (size_t i = 0; i < text->len; i++) {
		const char *p = text->data + i, *close = NULL;

		if (*p == '{' && p[1] == '\\')
			close = memchr(p, '}', text->len - i);
		if (close != NULL && memchr(p, '\n', (size_t)(close - p)) == NULL)
			i += (size_t)(close - p);
		else
			text->data[to++] = *p;
	}
	text->len = to;
	text->data[to] = '\0';
}

static void keep(struct srt *s, struct cue_block *b, int64_t from, int64_t to)
{
	drop_placing(&b->text);
	vtt_text(b->text.data, b->text.len, from, to, &s->cues);
}

/* Text that lost its cue, perhaps with the cue's number. */
static void take_timeless(struct srt *s, struct cue_block *b)
{
	const struct cue *last = s->cues.list.n > 0 ? vec_last(&s->cues.list) : NULL;
	size_t head = b->first.len + 1;

	if (b->text.len >= head && number_of(b->first.p, b->first.len) == s->last + 1) {
		s->last++;
		memmove(b->text.data, b->text.data + head, b->text.len - head + 1);
		b->text.len -= head;
	}
	if (b->text.len == 0)
		return;
	if (s->waits) {
		s->waits = false;
		keep(s, b, s->from, s->to);
		return;
	}
	if (last == NULL) {
		cue_flaws_add(&s->flaws, &b->first, "text in front of the first cue was left out");
		return;
	}
	cue_flaws_add(&s->flaws, &b->first, "text without a time is kept with the cue before it");
	keep(s, b, last->to, last->to);
}

static void take_cue(struct srt *s, struct cue_block *b)
{
	const struct cue *last = s->cues.list.n > 0 ? vec_last(&s->cues.list) : NULL;
	int64_t from = last != NULL ? last->to : 0, to = from, n;

	if (b->first.p != b->time.p) {
		n = number_of(b->first.p, b->first.len);
		if (n >= 0)
			s->last = n;
		else
			cue_flaws_add(&s->flaws, &b->first, "left out: no number of a cue");
	}
	if (cues_times_loose(b->time.p, b->time.len, &from, &to) == 0) {
		cue_flaws_add(
			&s->flaws, &b->time, "the times cannot be read; the cue's text is kept");
		from = to = last != NULL ? last->to : 0;
	}
	s->waits = b->text.len == 0;
	s->from = from;
	s->to = to;
	keep(s, b, from, to);
}

static void parse(struct srt *s)
{
	struct cue_block b = CUE_BLOCK_INIT;

	for (cue_lines_skip_blank(&s->lines); s->lines.pos < s->lines.end;
		cue_lines_skip_blank(&s->lines)) {
		int64_t next;

		cue_block_read(&b, &s->lines, is_time);
		next = b.cut ? take_next_number(&b.text) : -1;
		if (b.has_time)
			take_cue(s, &b);
		else
			take_timeless(s, &b);
		if (next >= 0)
			s->last = next;
	}
	buf_release(&b.text);
	cue_flaws_end(&s->flaws);
}

static enum rc read_srt(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct srt s = { .cues = CUES_INIT, .flaws = { name, d, 0 } };
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc != RC_OK)
		goto out;
	trim_lines(&text);
	s.lines = (struct cue_lines){ text.data, text.data + text.len, 1 };
	parse(&s);
	cues_write(&s.cues, name, out, d);
	draft_end(out);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no cue with a time and text in it");
out:
	cues_release(&s.cues);
	buf_release(&text);
	return rc;
}

const struct reader reader_srt = {
	.name = "srt",
	.extensions = (const char *const[]){ "srt", NULL },
	.summary = "SubRip captions (.srt)",
	.read = read_srt,
};
