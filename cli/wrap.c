/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/wrap.h"

#include <string.h>

#include "base/utf8.h"

static const char *const styles[] = {
	[WRAP_PLAIN] = WRAP_OFF,
	[WRAP_BOLD] = WRAP_OFF "\033[1m",
	[WRAP_DIM] = WRAP_OFF WRAP_DIM_ON,
	[WRAP_MARK] = WRAP_OFF "\033[1;4m", /* bold and underlined: seen without colours too */
};

#define NO_STYLE (-1)
#define ELLIPSIS "\xe2\x80\xa6"

void wrap_init(struct wrap *w, int columns)
{
	/* The last column stays empty: terminals differ in what they do there. */
	*w = (struct wrap){ .out = BUF_INIT,
		.lines = VEC_INIT,
		.width = columns > 20 ? columns - 1 : 20,
		.indent = 2,
		.style = NO_STYLE };
}

void wrap_release(struct wrap *w)
{
	buf_release(&w->out);
	vec_release(&w->lines);
}

void wrap_reset(struct wrap *w)
{
	buf_reset(&w->out);
	vec_reset(&w->lines);
	w->start = 0;
	w->column = 0;
	w->style = NO_STYLE;
	w->flag = w->cut = false;
}

static void set_style(struct wrap *w, enum wrap_style style)
{
	if (w->style == (int)style || (w->style == NO_STYLE && style == WRAP_PLAIN))
		return;
	buf_adds(&w->out, styles[style]);
	w->style = (int)style;
}

static void spaces(struct wrap *w, int n)
{
	set_style(w, WRAP_PLAIN);
	for (int i = 0; i < n; i++)
		buf_addc(&w->out, ' ');
	w->column += n;
}

void wrap_indent(struct wrap *w)
{
	spaces(w, w->indent);
}

/* One character, or false when the line is full. */
static bool put_one(struct wrap *w, enum wrap_style style, const char *p, size_t len, uint32_t cp)
{
	bool space = cp < ' ';
	int cells = space ? 1 : utf8_width(cp);

	if (w->column + cells > w->width)
		return false;
	set_style(w, style);
	buf_add(&w->out, space ? " " : p, space ? 1 : len);
	w->column += cells;
	return true;
}

void wrap_put(struct wrap *w, enum wrap_style style, const char *text, size_t len)
{
	struct buf clean = BUF_INIT;
	uint32_t cp;

	utf8_clean(text, len, &clean);
	for (size_t at = 0; at < clean.len;) {
		size_t step = utf8_next(clean.data + at, clean.data + clean.len, &cp);

		if (!put_one(w, style, clean.data + at, step, cp)) {
			wrap_line(w);
			wrap_indent(w);
			put_one(w, style, clean.data + at, step, cp);
		}
		at += step;
	}
	buf_release(&clean);
}

void wrap_puts(struct wrap *w, enum wrap_style style, const char *text)
{
	struct buf clean = BUF_INIT;
	uint32_t cp;

	utf8_clean(text, strlen(text), &clean);
	for (size_t at = 0; at < clean.len && !w->cut;) {
		size_t step = utf8_next(clean.data + at, clean.data + clean.len, &cp);

		w->cut = w->column + utf8_width(cp) > w->width - 1;
		if (w->cut)
			put_one(w, style, ELLIPSIS, strlen(ELLIPSIS), 0x2026);
		else
			put_one(w, style, clean.data + at, step, cp);
		at += step;
	}
	buf_release(&clean);
}

static void place(struct wrap *w, int cells, int gap)
{
	if (w->column > w->indent && w->column + gap + cells > w->width)
		wrap_line(w);
	if (w->column == 0)
		wrap_indent(w);
	else
		spaces(w, gap);
}

void wrap_word(struct wrap *w, int cells, bool first)
{
	place(w, cells, first ? 0 : 1);
}

void wrap_words(struct wrap *w, enum wrap_style style, const char *text)
{
	bool first = true;

	while (*text != '\0') {
		size_t len = strcspn(text, " \t\r\n");

		if (len > 0) {
			wrap_word(w, (int)utf8_cells(text, len), first);
			wrap_put(w, style, text, len);
			first = false;
		}
		text += len + strspn(text + len, " \t\r\n");
	}
}

void wrap_item(struct wrap *w, enum wrap_style style, const char *text)
{
	place(w, (int)utf8_cells(text, strlen(text)), 3);
	wrap_puts(w, style, text);
}

void wrap_flag(struct wrap *w)
{
	w->flag = true;
}

void wrap_line(struct wrap *w)
{
	if (w->style > WRAP_PLAIN)
		buf_adds(&w->out, WRAP_OFF);
	vec_push(&w->lines, ((struct wrap_range){ w->start, w->out.len, w->flag }));
	w->start = w->out.len;
	w->column = 0;
	w->style = NO_STYLE;
	w->flag = w->cut = false;
}

void wrap_clip(struct wrap *w, int lines)
{
	if (lines < 0)
		lines = 0;
	if ((size_t)lines < w->lines.n)
		w->lines.n = (size_t)lines;
}

void wrap_write(const struct wrap *w, int first, int n, struct buf *out)
{
	for (int i = first; i < first + n; i++) {
		const struct wrap_range *line = &w->lines.items[i];

		buf_add(out, w->out.data + line->start, line->end - line->start);
		buf_adds(out, "\r\n");
	}
}
