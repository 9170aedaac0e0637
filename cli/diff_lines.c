/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a difference: styles, words wrapped at the width, marked places. */
#include <string.h>

#include "base/utf8.h"
#include "cli/diff_view.h"

#define LEAST 30 /* columns that a text needs to be wrapped */

static const char *const styles[DIFF_STYLES] = {
	[DIFF_PLAIN] = "",
	[DIFF_BOLD] = "\033[1m",
	[DIFF_MINUS] = "\033[31m",
	[DIFF_PLUS] = "\033[32m",
	[DIFF_MARK] = "\033[1;31m",
};

void diff_indent(int indent, struct buf *out)
{
	while (indent-- > 0)
		buf_addc(out, ' ');
}

void diff_put(const struct diff_view *v, enum diff_style style, const char *text, struct buf *out)
{
	bool styled = v->colour && style != DIFF_PLAIN;

	buf_adds(out, styled ? styles[style] : "");
	utf8_clean(text, strlen(text), out);
	buf_adds(out, styled ? "\033[0m" : "");
}

/* Where marks begin and end: in colour, else between guillemets. */
static void put_mark(const struct diff_view *v, bool begins, struct buf *out)
{
	if (v->colour)
		buf_adds(out, begins ? styles[DIFF_MARK] : "\033[0m");
	else
		buf_adds(out, begins ? "\xc2\xab" : "\xc2\xbb");
}

struct words {
	const struct diff_view *v;
	const char *text;
	const struct span *marks;
	size_t n, mark;
	bool open; /* inside of a mark */
	struct buf *out;
};

/* The bytes [from,to) of the text, with the marks in them. */
static void put_marked(struct words *w, size_t from, size_t to)
{
	while (from < to) {
		const struct span *m = w->mark < w->n ? &w->marks[w->mark] : NULL;
		size_t stop = to;

		if (m != NULL && !w->open && m->start == from) {
			put_mark(w->v, true, w->out);
			w->open = true;
		}
		if (m != NULL && !w->open && m->start < to)
			stop = m->start;
		else if (m != NULL && w->open && m->end < to)
			stop = m->end;
		utf8_clean(w->text + from, stop - from, w->out);
		from = stop;
		if (m != NULL && w->open && m->end == from) {
			put_mark(w->v, false, w->out);
			w->open = false;
			w->mark++;
		}
	}
}

void diff_words(const struct diff_view *v, int indent, int used, const char *text,
	const struct span *marks, size_t n, struct buf *out)
{
	struct words w = { v, text, marks, n, 0, false, out };
	size_t at = 0, len = strlen(text);
	bool first = true;

	while (at < len) {
		size_t size = strcspn(text + at, " \n");
		int cells = (int)utf8_cells(text + at, size);

		if (!first && v->width >= indent + LEAST && used + 3 + cells > v->width) {
			buf_addc(out, '\n');
			diff_indent(indent, out);
			used = indent;
		} else if (!first) {
			put_marked(&w, at - 1, at);
			used++;
		}
		put_marked(&w, at, at + size);
		used += cells;
		first = false;
		at += size + (at + size < len);
	}
	buf_addc(out, '\n');
}
