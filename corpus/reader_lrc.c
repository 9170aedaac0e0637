/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * LRC, as recognisers write it (Whisper): each line "[mm:ss.xx]text", hours possible.  A line
 * without text ends the cue before it.  A line with several times is said at each of them.  Tags
 * such as [ar:...] are left out, [ti:...] is the title, [offset:ms] moves all times (positive:
 * earlier).  Times of words ("<00:12.30>") go with the other marks of captions (vtt_text.h).  No
 * standard exists: https://en.wikipedia.org/wiki/LRC_(file_format).
 */
#include <stdlib.h>
#include <string.h>

#include "corpus/cue_blocks.h"
#include "corpus/cues.h"
#include "corpus/normalise.h"
#include "corpus/reader.h"
#include "corpus/vtt_text.h"

#define TIMES_MAX 64	   /* of one line */
#define OFFSET_MAX 3600000 /* ms: more is nonsense */

struct stamp {
	int64_t ms;
	uint32_t line; /* order of the file, where times are equal */
	const char *text;
	size_t len;
};

struct lrc {
	VEC(struct stamp) stamps;
	int64_t offset;
	struct cue_flaws flaws;
	struct draft *out;
};

/* "[NAME:": what stands behind it up to the "]"; NULL = another line. */
static const char *tag(const struct cue_line *line, const char *name, size_t *len)
{
	size_t head = strlen(name);
	const char *close = memchr(line->p, ']', line->len);

	if (close == NULL || line->len < head + 2 || line->p[0] != '[' ||
		memcmp(line->p + 1, name, head) != 0 || line->p[head + 1] != ':')
		return NULL;
	*len = (size_t)(close - line->p) - head - 2;
	return line->p + head + 2;
}

static bool take_tag(struct lrc *l, const struct cue_line *line)
{
	size_t len;
	const char *p = tag(line, "ti", &len);

	if (p != NULL) {
		draft_title(l->out, p, len);
		return true;
	}
	p = tag(line, "offset", &len);
	if (p != NULL) {
		long ms = strtol(p, NULL, 10); /* the text ends in NUL */

		l->offset = labs(ms) <= OFFSET_MAX ? ms : 0;
		return true;
	}
	return line->len > 3 && line->p[0] == '[' && line->p[1] >= 'a' && line->p[1] <= 'z' &&
	       memchr(line->p, ':', line->len) != NULL && line->p[line->len - 1] == ']';
}

/* The times in front of a line; returns how many bytes they take. */
static size_t take_times(const struct cue_line *line, int64_t *times, size_t *n)
{
	size_t at = 0;

	for (*n = 0; *n < TIMES_MAX && at < line->len && line->p[at] == '['; ++*n) {
		size_t len = cues_clock(line->p + at + 1, line->len - at - 1, &times[*n]);

		if (len == 0 || at + 1 + len >= line->len || line->p[at + 1 + len] != ']')
			break;
		at += len + 2;
	}
	return at;
}

static void take_line(struct lrc *l, const struct cue_line *line)
{
	int64_t times[TIMES_MAX];
	size_t n, head = take_times(line, times, &n);

	for (size_t i = 0; i < n; i++)
		vec_push(&l->stamps, ((struct stamp){ times[i], line->number, line->p + head,
					     line->len - head }));
	if (n > 0 || take_tag(l, line))
		return;
	if (l->stamps.n == 0) {
		cue_flaws_add(&l->flaws, line, "text in front of the first cue was left out");
		return;
	}
	cue_flaws_add(&l->flaws, line, "text without a time is kept with the cue before it");
	vec_push(&l->stamps,
		((struct stamp){ vec_last(&l->stamps)->ms, line->number, line->p, line->len }));
}

static int by_time(const void *a, const void *b)
{
	const struct stamp *x = a, *y = b;

	if (x->ms != y->ms)
		return x->ms < y->ms ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

/* Each cue lasts until the next time. */
static void add_cues(struct lrc *l, struct cues *cues)
{
	if (l->stamps.n > 1)
		qsort(l->stamps.items, l->stamps.n, sizeof *l->stamps.items, by_time);
	for (size_t i = 0; i < l->stamps.n; i++) {
		const struct stamp *s = &l->stamps.items[i];
		int64_t from = s->ms - l->offset,
			to = i + 1 < l->stamps.n ? s[1].ms - l->offset : from;

		vtt_text(s->text, s->len, from > 0 ? from : 0, to > 0 ? to : 0, cues);
	}
}

static enum rc read_lrc(const char *name, const char *data, size_t len, struct draft *out,
	struct diags *d, struct err *e)
{
	struct buf text = BUF_INIT;
	struct lrc l = { .stamps = VEC_INIT, .flaws = { name, d, 0 }, .out = out };
	struct cues cues = CUES_INIT;
	struct cue_lines lines;
	struct cue_line line;
	enum rc rc = normalise_decode(data, len, &text, d, e);

	if (rc != RC_OK)
		goto out;
	lines = (struct cue_lines){ text.data, text.data + text.len, 1 };
	for (cue_lines_skip_blank(&lines); cue_lines_peek(&lines, &line);
		cue_lines_skip_blank(&lines)) {
		take_line(&l, &line);
		cue_lines_advance(&lines, &line);
	}
	cue_flaws_end(&l.flaws);
	add_cues(&l, &cues);
	cues_write(&cues, name, out, d);
	draft_end(out);
	if (out->paras.n == 0)
		rc = err_set(e, RC_INPUT, "there is no line with a time and text in it");
out:
	cues_release(&cues);
	vec_release(&l.stamps);
	buf_release(&text);
	return rc;
}

const struct reader reader_lrc = {
	.name = "lrc",
	.extensions = (const char *const[]){ "lrc", NULL },
	.summary = "Lines with times (.lrc)",
	.read = read_lrc,
};
