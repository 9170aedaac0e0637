/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebVTT, by the parser of the W3C specification (section 6.1): what that
 * parser takes is a cue here too.  Where it silently drops text that someone
 * may have said, we are kinder: a decimal comma is a point, and a block
 * without a time behind a cue (a blank line inside the cue's text) stays with
 * that cue.
 */
#include <string.h>

#include "corpus/cues.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/vtt_text.h"

#define BAD_MAX 20 /* remarks about single cues; the rest is counted */

struct line {
	const char *p;
	size_t len;
	uint32_t number; /* from 1 */
};

struct vtt {
	const char *name, *pos, *end;
	uint32_t number; /* of the line at pos */
	struct cues cues;
	struct diags *d;
	uint32_t bad, notes;
};

/* A block: the lines up to a blank one, or up to the time line of the next cue. */
struct block {
	struct buf text; /* with a '\n' behind each line */
	struct line first, time;
	bool has_time;
};

static bool peek(const struct vtt *v, struct line *line)
{
	const char *stop;

	if (v->pos >= v->end)
		return false;
	stop = memchr(v->pos, '\n', (size_t)(v->end - v->pos));
	line->p = v->pos;
	line->len = (size_t)((stop != NULL ? stop : v->end) - v->pos);
	line->number = v->number;
	return true;
}

static void advance(struct vtt *v, const struct line *line)
{
	v->pos += line->len + (v->pos + line->len < v->end);
	v->number++;
}

static bool has_arrow(const struct line *line)
{
	return memmem(line->p, line->len, "-->", 3) != NULL;
}

static bool starts_with(const char *p, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len >= n && memcmp(p, word, n) == 0 && (len == n || p[n] == ' ' || p[n] == '\t');
}

/* ---- blocks ---- */

static void collect(struct vtt *v, struct block *b)
{
	struct line line;
	size_t lines = 0;

	buf_reset(&b->text);
	b->has_time = false;
	for (; peek(v, &line) && line.len > 0; advance(v, &line)) {
		lines++;
		if (lines == 1)
			b->first = line;
		if (has_arrow(&line)) {
			if (lines > 2 || b->has_time)
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

static void skipped(struct vtt *v, const struct line *line, const char *why)
{
	struct diag_at at = { .file = v->name, .line = line->number };
	struct diag *g;

	if (v->bad++ >= BAD_MAX)
		return;
	g = diag_add(v->d, DIAG_REMARK, "R026", &at, "%s", why);
	diag_excerpt(v->d, g, line->p, line->len);
}

/* A block without a time: a comment, a style, or text that lost its cue. */
static void take_timeless(struct vtt *v, const struct block *b)
{
	const struct cue *last = v->cues.list.n > 0 ? vec_last(&v->cues.list) : NULL;
	const char *p = b->first.p;
	size_t len = b->first.len, digits = 0;

	if (starts_with(p, len, "NOTE")) {
		v->notes++;
		return;
	}
	if (starts_with(p, len, "STYLE") || starts_with(p, len, "REGION"))
		return;
	while (digits < len && p[digits] >= '0' && p[digits] <= '9')
		digits++;
	if (digits == len && b->text.len == len + 1)
		return; /* the number of a cue that is not there */
	if (last == NULL) {
		skipped(v, &b->first, "text in front of the first cue was left out");
		return;
	}
	skipped(v, &b->first, "text without a time is kept with the cue before it");
	vtt_text(b->text.data, b->text.len, last->to, last->to, &v->cues);
}

static void take_block(struct vtt *v, const struct block *b)
{
	int64_t from, to;

	if (b->first.len == 0)
		return;
	if (!b->has_time)
		take_timeless(v, b);
	else if (cues_times(b->time.p, b->time.len, &from, &to) > 0)
		vtt_text(b->text.data, b->text.len, from, to, &v->cues);
	else
		skipped(v, &b->time, "cue skipped: its times cannot be read");
}

static enum rc check_signature(const struct vtt *v, struct err *e)
{
	struct line line = { "", 0, 1 };

	peek(v, &line);
	if (line.len < 6 || memcmp(line.p, "WEBVTT", 6) != 0 ||
		(line.len > 6 && line.p[6] != ' ' && line.p[6] != '\t'))
		return err_set(e, RC_INPUT, "line 1: no WEBVTT signature");
	return RC_OK;
}

/* Everything up to the first blank line or time line. */
static void skip_header(struct vtt *v)
{
	struct line line;

	while (peek(v, &line) && line.len > 0 && !has_arrow(&line))
		advance(v, &line);
}

static void report(struct vtt *v)
{
	struct diag_at at = { .file = v->name };

	if (v->bad > BAD_MAX)
		diag_add(v->d, DIAG_REMARK, "R026", &at, "more places like these: %u",
			v->bad - BAD_MAX);
	if (v->notes > 0)
		diag_add(v->d, DIAG_REMARK, "R027", &at, "comments (NOTE) left out: %u", v->notes);
}

static enum rc parse(struct vtt *v, struct err *e)
{
	struct block b = { BUF_INIT, { "", 0, 0 }, { "", 0, 0 }, false };
	struct line line;

	if (check_signature(v, e) != RC_OK)
		return e->rc;
	skip_header(v);
	while (peek(v, &line)) {
		if (line.len == 0) {
			advance(v, &line);
			continue;
		}
		collect(v, &b);
		take_block(v, &b);
	}
	buf_release(&b.text);
	report(v);
	return RC_OK;
}

static enum rc read_vtt(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct vtt v = { .name = name, .number = 1, .cues = CUES_INIT, .d = d };
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc != RC_OK)
		goto out;
	v.pos = text.data;
	v.end = text.data + text.len;
	rc = parse(&v, e);
	if (rc != RC_OK)
		goto out;
	cues_write(&v.cues, name, out, d);
	draft_end(out);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no cue with text in it");
out:
	cues_release(&v.cues);
	buf_release(&text);
	return rc;
}

const struct reader reader_vtt = {
	.name = "vtt",
	.extensions = (const char *const[]){ "vtt", NULL },
	.summary = "WebVTT captions (Zoom, Teams, YouTube)",
	.read = read_vtt,
};
