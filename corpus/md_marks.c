/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/md_marks.h"

#include "base/utf8.h"

static bool is_space(uint32_t cp)
{
	return cp == UTF8_BAD || utf8_is_space(cp);
}

static bool is_punct(uint32_t cp)
{
	return !is_space(cp) && !utf8_is_letter(cp) && !utf8_is_mark(cp) && !utf8_is_digit(cp);
}

void md_marks_add(struct md_items *m, char mark, size_t n, uint32_t before, uint32_t after)
{
	bool left = !is_space(after) && (!is_punct(after) || is_space(before) || is_punct(before));
	bool right = !is_space(before) && (!is_punct(before) || is_space(after) || is_punct(after));
	struct md_item *item = vec_new(&m->list);

	item->start = item->end = m->text.len;
	item->mark = mark;
	item->n = n;
	item->opens = left;
	item->closes = right;
	if (mark == '_') {
		item->opens = left && (!right || is_punct(before));
		item->closes = right && (!left || is_punct(after));
	}
	/* "**Rina: **Ya" is common in transcripts: two stars may close behind a blank, and open
	 * in front of one at the start of a paragraph. */
	if (mark == '*' && n >= 2) {
		item->closes |= before != UTF8_BAD;
		item->opens |= before == UTF8_BAD;
	}
}

void md_marks_text(struct md_items *m, const char *p, size_t len)
{
	struct md_item *last = m->list.n > 0 ? vec_last(&m->list) : NULL;

	if (len == 0)
		return;
	if (last == NULL || last->mark != '\0') {
		last = vec_new(&m->list);
		last->start = m->text.len;
	}
	buf_add(&m->text, p, len);
	last->end = m->text.len;
}

/* Openers that wait for a partner; open[] counts them by mark so that a search never goes in vain.
 */
struct waiting {
	VEC(size_t) stack;
	size_t open[128];
};

static void pop(struct waiting *w, const struct md_items *m)
{
	size_t top = *vec_last(&w->stack);

	w->open[(unsigned char)m->list.items[top].mark]--;
	w->stack.n--;
}

static void close_one(struct waiting *w, struct md_items *m, size_t at)
{
	struct md_item *item = &m->list.items[at], *opener;
	size_t use;

	while (m->list.items[*vec_last(&w->stack)].mark != item->mark)
		pop(w, m);
	opener = &m->list.items[*vec_last(&w->stack)];
	use = opener->n >= 2 && item->n >= 2 ? 2 : 1;
	if (item->mark == '~' && use == 1) {
		pop(w, m);
		return;
	}
	opener->n -= use;
	item->n -= use;
	if (use == 2 && item->mark != '~')
		opener->strong_end = at;
	if (opener->n == 0)
		pop(w, m);
}

void md_marks_pair(struct md_items *m)
{
	struct waiting w = { VEC_INIT, { 0 } };

	for (size_t i = 0; i < m->list.n; i++) {
		struct md_item *item = &m->list.items[i];
		unsigned char mark = (unsigned char)item->mark;

		if (mark == 0)
			continue;
		while (item->closes && item->n > 0 && w.open[mark] > 0)
			close_one(&w, m, i);
		if (item->opens && item->n > 0) {
			vec_push(&w.stack, i);
			w.open[mark]++;
		}
	}
	vec_release(&w.stack);
}

void md_marks_write(const struct md_items *m, struct buf *out, size_t *bold)
{
	size_t start = out->len, strong_end = 0;

	*bold = 0;
	for (size_t i = 0; i < m->list.n; i++) {
		const struct md_item *item = &m->list.items[i];

		if (strong_end > 0 && i == strong_end)
			*bold = out->len - start;
		if (item->mark != '\0' && out->len == start && item->strong_end > 0)
			strong_end = item->strong_end;
		buf_add(out, m->text.data + item->start, item->end - item->start);
		/* Stars at the very start that nothing closes are no word of anyone. */
		if (item->mark == '*' && item->n >= 2 && i == 0)
			continue;
		for (size_t k = 0; item->mark != '\0' && k < item->n; k++)
			buf_addc(out, item->mark);
	}
}

void md_marks_release(struct md_items *m)
{
	buf_release(&m->text);
	vec_release(&m->list);
}
