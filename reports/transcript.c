/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/transcript.h"

#include <string.h>

#include "base/utf8.h"
#include "project/seen.h"
#include "project/shown.h"
#include "reports/transcript_marks.h"

/* Text that a person will see: control characters are gone from it. */
static const char *keep(struct transcript *t, const char *s)
{
	struct buf clean = BUF_INIT;
	const char *kept;

	utf8_clean(s, strlen(s), &clean);
	kept = arena_dup(&t->arena, clean.data, clean.len);
	buf_release(&clean);
	return kept;
}

struct loading {
	struct transcript *t;
	struct store *store;
};

/* A short text of the document, with hidden names replaced. */
static const char *keep_seen(struct loading *l, const char *s)
{
	return keep(l->t, seen_text(l->store, REDACT_NAME, s, &l->t->arena));
}

static enum rc take_attributes(const struct store_document *d, void *arg, struct err *e)
{
	struct loading *l = arg;
	struct transcript *t = l->t;

	(void)e;
	t->number = d->number;
	t->title = keep_seen(l, d->title);
	t->date = keep(t, d->date);
	t->place = keep_seen(l, d->place);
	t->variables = keep_seen(l, d->variables);
	t->method = d->method;
	t->words = d->words;
	return RC_OK;
}

static void take_text(struct transcript *t, const struct document *doc)
{
	t->text = arena_dup(&t->arena, doc->text, doc->len);
	t->len = (uint32_t)doc->len;
	lines_init(&t->lines, t->text, t->len);
}

static void take_speakers(
	struct transcript *t, const struct document *doc, const struct shown *shown)
{
	vec_each (const struct label, label, &doc->labels)
		vec_push(
			&t->speakers, ((struct transcript_speaker){ keep(t, shown_of(shown, label)),
					      label->role, label->kind, label->turns }));
}

/* Where a line begins; behind the last one: the end of the text. */
static uint32_t line_start(const struct transcript *t, size_t line)
{
	return line <= t->lines.starts.n ? t->lines.starts.items[line - 1] : t->len;
}

static struct span shown_span(const struct transcript *t)
{
	return (struct span){ line_start(t, t->first), line_start(t, t->last + 1u) };
}

static void take_paras(struct transcript *t, const struct document *doc)
{
	struct span shown = shown_span(t);

	for (size_t i = 0; i < doc->paras.n; i++) {
		const struct para *p = &doc->paras.items[i];
		const struct turn *turn = &doc->turns.items[p->turn];

		if (p->start >= shown.end || p->end <= shown.start)
			continue;
		vec_push(&t->paras, ((struct transcript_para){ p->start, p->end,
					    (uint32_t)lines_at(&t->lines, p->start), p->ms,
					    turn->label == DOCUMENT_NOBODY ? -1 : turn->label,
					    p->kind, turn->para == i }));
	}
}

static enum rc choose_lines(struct transcript *t, const struct transcript_options *o, struct err *e)
{
	uint32_t all = (uint32_t)t->lines.starts.n;

	/* A line end at the very end begins no line that anybody would count. */
	if (all > 1 && t->lines.starts.items[all - 1] >= t->len)
		all--;
	t->first = o->first > 0 ? o->first : 1;
	t->last = o->last > 0 && o->last < all ? o->last : all;
	if (t->first > all)
		return err_set(e, RC_NOTFOUND, "document %u ends at line %u", t->number, all);
	return RC_OK;
}

static enum rc load(struct loading *l, int64_t id, const struct transcript_options *o,
	const struct seen *seen, struct err *e)
{
	struct shown shown = { .arena = ARENA_INIT };
	struct transcript *t = l->t;
	enum rc rc;

	take_text(t, seen->doc);
	rc = choose_lines(t, o, e);
	if (rc == RC_OK)
		rc = shown_load(l->store, &shown, e);
	if (rc == RC_OK) {
		take_speakers(t, seen->doc, &shown);
		take_paras(t, seen->doc);
		t->has_codes = !o->no_codes;
		t->has_suggested = o->suggested && !o->no_codes;
		if (t->has_codes)
			rc = transcript_marks_load(t, l->store, id, o, seen, shown_span(t), e);
	}
	shown_release(&shown);
	return rc;
}

enum rc transcript_load(struct store *s, int64_t document, const struct transcript_options *o,
	struct transcript **out, struct err *e)
{
	struct transcript *t = mem_zalloc(1, sizeof *t);
	struct loading l = { t, s };
	struct seen seen;
	enum rc rc = store_document_get(s, document, take_attributes, &l, e);

	*out = NULL;
	if (rc == RC_OK)
		rc = seen_load(s, document, &seen, e);
	if (rc == RC_OK) {
		rc = load(&l, document, o, &seen, e);
		seen_release(&seen);
	}
	if (rc == RC_OK)
		*out = t;
	else
		transcript_free(t);
	return rc;
}

void transcript_free(struct transcript *t)
{
	if (t == NULL)
		return;
	lines_release(&t->lines);
	vec_release(&t->paras);
	vec_release(&t->speakers);
	vec_release(&t->codes);
	vec_release(&t->marks);
	arena_release(&t->arena);
	free(t);
}

void transcript_time(int64_t ms, struct buf *out)
{
	long long s = ms / 1000;

	if (s >= 3600)
		buf_printf(out, "%lld:%02lld:%02lld", s / 3600, s / 60 % 60, s % 60);
	else
		buf_printf(out, "%02lld:%02lld", s / 60, s % 60);
}

bool transcript_has_times(const struct transcript *t)
{
	vec_each (const struct transcript_para, p, &t->paras)
		if (p->ms >= 0)
			return true;
	return false;
}

bool transcript_is_suggested(const struct transcript *t)
{
	vec_each (const struct transcript_mark, m, &t->marks)
		if (m->suggested)
			return true;
	return false;
}

/* The first paragraph that ends behind POS. */
static size_t para_behind(const struct transcript *t, uint32_t pos)
{
	size_t lo = 0, hi = t->paras.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (t->paras.items[mid].end <= pos)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

struct span transcript_line(
	const struct transcript *t, size_t line, const struct transcript_para **para)
{
	uint32_t from = line_start(t, line), to = line_start(t, line + 1);
	size_t i = para_behind(t, from);
	struct span text = { from, from };

	*para = NULL;
	for (; i < t->paras.n && t->paras.items[i].start < to; i++) {
		const struct transcript_para *p = &t->paras.items[i];

		if (text.start == text.end)
			text.start = p->start > from ? p->start : from;
		text.end = p->end < to ? p->end : to;
		if (*para == NULL && p->start >= from)
			*para = p;
	}
	while (text.end > text.start && t->text[text.end - 1] == '\n')
		text.end--;
	return text;
}
