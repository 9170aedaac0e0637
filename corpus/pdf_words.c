/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/pdf_words.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

#define PLACE_MAX 1e6F /* points; nothing stands further away */

/* Sender and receiver are the same program, so that structs travel as they are in memory. */
enum record { REC_TITLE = 'T', REC_PAGE = 'P', REC_WORD = 'W', REC_END = 'E' };

struct head {
	uint32_t record, len; /* bytes of text behind the fixed part */
};

static bool send(struct child_pipe *to, enum record record, const void *fixed, size_t size,
	const char *text, size_t len)
{
	struct head head = { (uint32_t)record, (uint32_t)len };

	return child_write(to, &head, sizeof head) && child_write(to, fixed, size) &&
	       child_write(to, text, len);
}

bool pdf_send_title(struct child_pipe *to, const char *title)
{
	size_t len = strlen(title);

	return len > PDF_WORD_MAX || send(to, REC_TITLE, "", 0, title, len);
}

bool pdf_send_page(struct child_pipe *to, const struct pdf_page *page)
{
	return send(to, REC_PAGE, page, sizeof *page, "", 0);
}

bool pdf_send_word(struct child_pipe *to, const struct pdf_word *word, const char *text)
{
	return send(to, REC_WORD, word, sizeof *word, text, word->len);
}

bool pdf_send_end(struct child_pipe *to, enum pdf_trouble trouble)
{
	uint32_t what = trouble;

	return send(to, REC_END, &what, sizeof what, "", 0);
}

/* ---- the receiver ---- */

struct source {
	const char *p, *end;
	struct pdf_words *out;
	bool ended;
	uint32_t trouble;
};

static bool take(struct source *s, void *to, size_t size)
{
	if ((size_t)(s->end - s->p) < size)
		return false;
	memcpy(to, s->p, size);
	s->p += size;
	return true;
}

static bool is_place(float x)
{
	return isfinite(x) && x > -PLACE_MAX && x < PLACE_MAX;
}

static bool take_page(struct source *s)
{
	struct pdf_page page;

	if (!take(s, &page, sizeof page) || !is_place(page.width) || !is_place(page.height))
		return false;
	if (s->out->pages.n >= PDF_PAGES_MAX)
		return false;
	page.first = (uint32_t)s->out->words.n;
	page.n = 0;
	vec_push(&s->out->pages, page);
	return true;
}

static bool take_word(struct source *s, size_t len)
{
	struct pdf_word w;

	if (!take(s, &w, sizeof w) || s->out->pages.n == 0 || (size_t)(s->end - s->p) < len)
		return false;
	if (len == 0 || !utf8_valid(s->p, len, NULL))
		return false;
	if (!is_place(w.x0) || !is_place(w.y0) || !is_place(w.x1) || !is_place(w.y1) ||
		!is_place(w.size) || w.x1 < w.x0 || w.y1 < w.y0 || w.size <= 0)
		return false;
	w.text = (uint32_t)s->out->text.len;
	w.len = (uint32_t)len;
	buf_add(&s->out->text, s->p, len);
	s->p += len;
	vec_push(&s->out->words, w);
	vec_last(&s->out->pages)->n++;
	return true;
}

static bool take_title(struct source *s, size_t len)
{
	if ((size_t)(s->end - s->p) < len || !utf8_valid(s->p, len, NULL))
		return false;
	buf_add(&s->out->title, s->p, len);
	s->p += len;
	return true;
}

static bool take_record(struct source *s)
{
	struct head head;

	if (!take(s, &head, sizeof head) || head.len > PDF_WORD_MAX)
		return false;
	if (head.record == REC_TITLE)
		return take_title(s, head.len);
	if (head.record == REC_PAGE)
		return take_page(s);
	if (head.record == REC_WORD)
		return take_word(s, head.len);
	s->ended = head.record == REC_END && take(s, &s->trouble, sizeof s->trouble);
	return s->ended;
}

bool pdf_receive(const char *p, size_t len, struct pdf_words *out, enum pdf_trouble *trouble)
{
	struct source s = { p, p + len, out, false, PDF_DAMAGED };

	while (!s.ended && take_record(&s))
		;
	*trouble = s.ended && s.trouble <= PDF_TOO_MANY_PAGES ? (enum pdf_trouble)s.trouble
							      : PDF_DAMAGED;
	return s.ended && s.p == s.end;
}

void pdf_words_release(struct pdf_words *w)
{
	buf_release(&w->text);
	buf_release(&w->title);
	vec_release(&w->words);
	vec_release(&w->pages);
}
