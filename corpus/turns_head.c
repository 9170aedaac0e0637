/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a transcript: "Tanggal: 3 Mei 2024", "Informan: Bu Sari". */
#include <string.h>

#include "corpus/turns_marks.h"

#define HEAD_LINES 40 /* it ends here at the latest */

static const char *value_of(const struct draft *draft, const struct line_mark *mark, size_t *len)
{
	const char *p = draft->text.data + mark->text;
	size_t left = draft->paras.items[mark->para].end - mark->text;
	const char *nl = memchr(p, '\n', left);

	*len = nl != NULL ? (size_t)(nl - p) : left;
	while (*len > 0 && p[*len - 1] == ' ')
		--*len;
	return p;
}

static bool is_key(const struct marks *m, const struct line_mark *mark)
{
	const char *name;

	if (mark->form != LABEL_COLON)
		return false;
	name = m->whos.items[mark->who].text;
	return turns_is_head_key(name, strlen(name));
}

/* A key of the head, or a role with a name behind it ("Informan: Bu Sari"). */
static bool is_head_line(
	const struct marks *m, const struct draft *draft, const struct line_mark *mark)
{
	const char *value;
	size_t len;

	if (is_key(m, mark))
		return true;
	if (mark->form != LABEL_COLON || mark->ms >= 0 || mark->text - mark->name < 4)
		return false;
	value = value_of(draft, mark, &len);
	return len == 0 || label_is_name(value, len);
}

/* Was the name of the mark used before in [from,to)? */
static bool repeats(const struct marks *m, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (m->list.items[i].who == m->list.items[to].who)
			return true;
	return false;
}

static bool is_next(const struct marks *m, const struct draft *draft, size_t i, bool tight)
{
	const struct line_mark *a = &m->list.items[i], *b = a + 1;

	if (b->number != a->number + 1)
		return false;
	return a->para == b->para || draft->paras.items[b->para].tight || !tight;
}

void marks_find_head(struct marks *m, const struct draft *draft)
{
	size_t key = 0, from, to, last;
	bool tight;

	while (key < m->list.n && m->list.items[key].number <= HEAD_LINES &&
		!is_key(m, &m->list.items[key]))
		key++;
	if (key == m->list.n || m->list.items[key].number > HEAD_LINES)
		return;
	from = to = last = key;
	while (from > 0 && is_next(m, draft, from - 1, false) &&
		is_head_line(m, draft, &m->list.items[from - 1]))
		from--;
	tight = to + 1 < m->list.n && is_next(m, draft, to, true);
	while (to + 1 < m->list.n && to - from < HEAD_LINES && is_next(m, draft, to, tight) &&
		is_head_line(m, draft, &m->list.items[to + 1]) && !repeats(m, from, to + 1)) {
		to++;
		if (tight || is_key(m, &m->list.items[to]))
			last = to;
	}
	for (size_t i = from; i <= last; i++)
		m->list.items[i].head = true;
}
