/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/draft.h"

#include <string.h>

#include "base/utf8.h"
#include "corpus/normalise.h"

#define TITLE_MAX 500 /* bytes */

const char *const reader_rows_names[] = { "turns", "document", NULL };

void draft_init(struct draft *d)
{
	*d = (struct draft){ .arena = ARENA_INIT, .text = BUF_INIT, .paras = VEC_INIT };
}

void draft_release(struct draft *d)
{
	buf_release(&d->text);
	vec_release(&d->paras);
	arena_release(&d->arena);
}

static bool is_visible(const char *p, const char *end)
{
	uint32_t cp;

	while (p < end) {
		p += utf8_next(p, end, &cp);
		if (!utf8_is_space(cp) && cp != 0xad && (cp < 0x200b || cp > 0x200f) &&
			cp != 0x2060)
			return true;
	}
	return false;
}

/* The end of the last paragraph is known now; without visible text it goes away again. */
static void close_para(struct draft *d)
{
	struct draft_para *last;

	if (d->paras.n == 0)
		return;
	last = vec_last(&d->paras);
	last->end = d->text.len;
	if (is_visible(d->text.data + last->start, d->text.data + last->end))
		return;
	d->text.len = last->start;
	d->paras.n--;
}

struct draft_para *draft_para(struct draft *d, enum para_kind kind)
{
	struct draft_para *p;

	close_para(d);
	p = vec_new(&d->paras);
	p->start = p->end = d->text.len;
	p->kind = kind;
	p->ms = -1;
	return p;
}

/* Where text may be cut so that what follows cannot compose with what stands before: the last
 * character, with the marks on it. */
static size_t last_starter(const char *p, size_t start, size_t end)
{
	const char *q = p + end;
	uint32_t cp = 0;

	while (q > p + start) {
		q = utf8_prev(p + start, q, &cp);
		if (!utf8_is_mark(cp))
			break;
	}
	return (size_t)(q - p);
}

void draft_text(struct draft *d, const char *p, size_t len)
{
	struct buf joined = BUF_INIT;
	size_t from, start;

	if (len == 0)
		return;
	if (d->paras.n == 0)
		draft_para(d, PARA_BODY);
	start = vec_last(&d->paras)->start;
	from = d->text.len;
	if ((unsigned char)*p >= 0x80)
		from = last_starter(d->text.data, start, d->text.len);
	if (from < d->text.len) {
		buf_add(&joined, d->text.data + from, d->text.len - from);
		buf_add(&joined, p, len);
		d->text.len = from;
		p = joined.data;
		len = joined.len;
	}
	normalise_text(p, len, &d->text, &d->controls, &d->changed_nfc);
	buf_release(&joined);
}

void draft_label(struct draft *d, const char *label, size_t len)
{
	struct buf clean = BUF_INIT;

	if (d->paras.n == 0)
		draft_para(d, PARA_BODY);
	normalise_text(label, len, &clean, &d->controls, &d->changed_nfc);
	for (size_t i = 0; i < clean.len; i++)
		if (clean.data[i] == '\n' || clean.data[i] == '\t')
			clean.data[i] = ' ';
	vec_last(&d->paras)->label = arena_dup(&d->arena, clean.data, clean.len);
	buf_release(&clean);
}

static bool is_title(const char *s)
{
	static const char *const none[] = { "", "Word Document", "Microsoft Word Document",
		"Dokumen Word", "PowerPoint Presentation", "Untitled" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		if (strcmp(s, none[i]) == 0)
			return false;
	return strlen(s) <= TITLE_MAX;
}

void draft_title(struct draft *d, const char *p, size_t len)
{
	static const char blanks[] = " \t\r\n";
	struct buf title = BUF_INIT;
	uint32_t controls = 0;
	bool changed = false;

	while (len > 0 && memchr(blanks, *p, sizeof blanks - 1) != NULL) {
		p++;
		len--;
	}
	while (len > 0 && memchr(blanks, p[len - 1], sizeof blanks - 1) != NULL)
		len--;
	normalise_text(p, len, &title, &controls, &changed);
	for (size_t i = 0; i < title.len; i++)
		if (title.data[i] == '\n' || title.data[i] == '\t')
			title.data[i] = ' ';
	if (is_title(title.data))
		d->title = arena_dup(&d->arena, title.data, title.len);
	buf_release(&title);
}

void draft_end(struct draft *d)
{
	close_para(d);
}
