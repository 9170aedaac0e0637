/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/diag_place.h"

#include <string.h>

static const char *line_of(const struct source_file *f, uint32_t line, size_t *len)
{
	const char *p = f->text, *end = f->text + f->len, *eol;

	while (line > 1 && p < end) {
		eol = memchr(p, '\n', (size_t)(end - p));
		p = eol != NULL ? eol + 1 : end;
		line--;
	}
	eol = memchr(p, '\n', (size_t)(end - p));
	*len = (size_t)((eol != NULL ? eol : end) - p);
	return p;
}

struct diag *diag_place(struct diags *d, enum diag_level level, const char *id,
	const struct codebook *cb, const struct at *at, const char *fmt, ...)
{
	const struct source_file *f = &cb->files.items[at->file];
	struct diag_at place = { f->name, at->line, at->column, at->width };
	struct buf text = BUF_INIT;
	const char *line;
	struct diag *g;
	size_t len;
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	g = diag_add(d, level, id, &place, "%s", text.data);
	buf_release(&text);
	if (at->line > 0 && f->text != NULL) {
		line = line_of(f, at->line, &len);
		diag_excerpt(d, g, line, len);
	}
	return g;
}
