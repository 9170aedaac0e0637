/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/fold.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

#define LONG 60 /* a line of so many goes on in the next */

struct fold {
	struct buf *out;
	size_t width, column, indent;
};

static void new_line(struct fold *f, size_t indent)
{
	buf_addc(f->out, '\n');
	buf_printf(f->out, "%*s", (int)indent, "");
	f->column = indent;
}

static void put_words(struct fold *f, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		const char *space = memchr(s, ' ', (size_t)(end - s));
		size_t n = (size_t)((space != NULL ? space : end) - s), cells = utf8_cells(s, n);

		if (f->column > f->indent && f->column + 1 + cells > f->width)
			new_line(f, f->indent);
		else if (f->column > f->indent) {
			buf_addc(f->out, ' ');
			f->column++;
		}
		buf_add(f->out, s, n);
		f->column += cells;
		s += n;
		while (s < end && *s == ' ')
			s++;
	}
}

/* Bytes up to where the last column of the line begins. */
static size_t hang(const char *s, size_t len)
{
	size_t at = 0;

	for (size_t i = 0; i + 2 < len; i++)
		if (s[i] == ' ' && s[i + 1] != ' ' && (i == 0 || s[i - 1] == ' '))
			at = i + 1;
	return at > 0 ? at : strspn(s, " ");
}

static void put_line(struct fold *f, const char *s, size_t len)
{
	size_t at = hang(s, len);

	if (utf8_cells(s, len) <= f->width || at + 20 > f->width) {
		buf_add(f->out, s, len);
		return;
	}
	buf_add(f->out, s, at);
	f->column = f->indent = at;
	put_words(f, s + at, len - at);
}

static bool begins_text(const char *s)
{
	return *s != '\0' && *s != '\n' && *s != ' ';
}

void fold_text(const char *text, int columns, struct buf *out)
{
	struct fold f = { .out = out, .width = columns > 40 ? (size_t)columns - 1 : 40 };
	bool goes_on = false;

	if (columns == 0) {
		buf_adds(out, text);
		return;
	}
	for (const char *s = text, *next; *s != '\0'; s = next) {
		size_t len = strcspn(s, "\n");

		next = s + len + (s[len] == '\n');
		f.indent = 0;
		if (begins_text(s)) {
			f.column = goes_on ? f.column : 0;
			put_words(&f, s, len);
		} else {
			put_line(&f, s, len);
		}
		goes_on = begins_text(s) && begins_text(next) && len >= LONG;
		if (!goes_on)
			buf_addc(out, '\n');
	}
}
