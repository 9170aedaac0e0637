/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebVTT, by the parser of the W3C specification (section 6.1): what that
 * parser takes is a cue here too.  Where it silently drops text that someone
 * may have said, we are kinder: a decimal comma is a point, and a block
 * without a time behind a cue (a blank line inside the cue's text) stays with
 * that cue.
 */
#include <string.h>

#include "corpus/cue_blocks.h"
#include "corpus/cues.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/vtt_text.h"

struct vtt {
	struct cue_lines lines;
	struct cues cues;
	struct cue_flaws flaws;
	uint32_t notes;
};

static bool starts_with(const char *p, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len >= n && memcmp(p, word, n) == 0 && (len == n || p[n] == ' ' || p[n] == '\t');
}

/* A block without a time: a comment, a style, or text that lost its cue. */
static void take_timeless(struct vtt *v, const struct cue_block *b)
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
		cue_flaws_add(&v->flaws, &b->first, "text in front of the first cue was left out");
		return;
	}
	cue_flaws_add(&v->flaws, &b->first, "text without a time is kept with the cue before it");
	vtt_text(b->text.data, b->text.len, last->to, last->to, &v->cues);
}

static void take_block(struct vtt *v, const struct cue_block *b)
{
	int64_t from, to;

	if (b->first.len == 0)
		return;
	if (!b->has_time)
		take_timeless(v, b);
	else if (cues_times(b->time.p, b->time.len, &from, &to) > 0)
		vtt_text(b->text.data, b->text.len, from, to, &v->cues);
	else
		cue_flaws_add(&v->flaws, &b->time, "cue skipped: its times cannot be read");
}

static enum rc check_signature(const struct vtt *v, struct err *e)
{
	struct cue_line line = { "", 0, 1 };

	cue_lines_peek(&v->lines, &line);
	if (line.len < 6 || memcmp(line.p, "WEBVTT", 6) != 0 ||
		(line.len > 6 && line.p[6] != ' ' && line.p[6] != '\t'))
		return err_set(e, RC_INPUT, "line 1: no WEBVTT signature");
	return RC_OK;
}

/* Everything up to the first blank line or time line. */
static void skip_header(struct vtt *v)
{
	struct cue_line line;

	while (cue_lines_peek(&v->lines, &line) && line.len > 0 && !cue_line_has_arrow(&line))
		cue_lines_advance(&v->lines, &line);
}

static void report(struct vtt *v)
{
	cue_flaws_end(&v->flaws);
	if (v->notes > 0)
		diag_add(v->flaws.d, DIAG_REMARK, "R027",
			&(struct diag_at){ .file = v->flaws.file }, "comments (NOTE) left out: %u",
			v->notes);
}

static enum rc parse(struct vtt *v, struct err *e)
{
	struct cue_block b = CUE_BLOCK_INIT;

	if (check_signature(v, e) != RC_OK)
		return e->rc;
	skip_header(v);
	for (cue_lines_skip_blank(&v->lines); v->lines.pos < v->lines.end;
		cue_lines_skip_blank(&v->lines)) {
		cue_block_read(&b, &v->lines, cue_line_has_arrow);
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
	struct vtt v = { .cues = CUES_INIT, .flaws = { name, d, 0 } };
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc != RC_OK)
		goto out;
	v.lines = (struct cue_lines){ text.data, text.data + text.len, 1 };
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
