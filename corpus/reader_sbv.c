/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SubViewer as YouTube writes it: blocks of a time line "0:00:00.599,0:00:04.160" and text, parted
 * by blank lines; "[br]" is a line break.  No standard exists.
 */
#include <string.h>

#include "corpus/cue_blocks.h"
#include "corpus/cues.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/vtt_text.h"

static bool is_time(const struct cue_line *line)
{
	int64_t from, to;

	return cues_times_pair(line->p, line->len, &from, &to) > 0;
}

static void break_lines(struct buf *text)
{
	for (char *p = text->data;
		(p = memmem(p, text->len - (size_t)(p - text->data), "[br]", 4)) != NULL;)
		memcpy(p, "\n   ", 4);
}

static void take_block(struct cue_block *b, struct cues *cues, struct cue_flaws *flaws)
{
	int64_t from = 0, to = 0;

	if (b->has_time) {
		cues_times_pair(b->time.p, b->time.len, &from, &to);
	} else if (cues->list.n > 0) {
		from = to = vec_last(&cues->list)->to;
		cue_flaws_add(
			flaws, &b->first, "text without a time is kept with the cue before it");
	} else {
		cue_flaws_add(flaws, &b->first, "text in front of the first cue was left out");
		return;
	}
	if (b->text.len > 0)
		break_lines(&b->text);
	vtt_text(b->text.data, b->text.len, from, to, cues);
}

static enum rc read_sbv(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct cue_block b = CUE_BLOCK_INIT;
	struct cue_flaws flaws = { name, d, 0 };
	struct cues cues = CUES_INIT;
	struct cue_lines lines;
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc != RC_OK)
		goto out;
	lines = (struct cue_lines){ text.data, text.data + text.len, 1 };
	for (cue_lines_skip_blank(&lines); lines.pos < lines.end; cue_lines_skip_blank(&lines)) {
		cue_block_read(&b, &lines, is_time);
		take_block(&b, &cues, &flaws);
	}
	cue_flaws_end(&flaws);
	cues_write(&cues, name, out, d);
	draft_end(out);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no cue with a time and text in it");
out:
	cues_release(&cues);
	buf_release(&b.text);
	buf_release(&text);
	return rc;
}

const struct reader reader_sbv = {
	.name = "sbv",
	.extensions = (const char *const[]){ "sbv", NULL },
	.summary = "SubViewer captions (.sbv)",
	.read = read_sbv,
};
