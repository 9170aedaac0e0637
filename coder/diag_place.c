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

static void add_excerpt(struct diags *d, struct diag *g, const struct source_file *f)
{
	const char *line;
	size_t len;

	if (g->at.line == 0 || f->text == NULL)
		return;
	line = line_of(f, g->at.line, &len);
	diag_excerpt(d, g, line, len);
}

struct diag *diag_say_v(struct diags *d, enum diag_level level, const struct codebook *cb,
	const struct at *at, enum message m, va_list ap)
{
	const struct source_file *f = &cb->files.items[at->file];
	struct diag_at place = { f->name, at->line, at->column, at->width };
	struct diag *g = message_diag_v(d, level, &place, m, ap);

	add_excerpt(d, g, f);
	return g;
}

struct diag *diag_say(struct diags *d, enum diag_level level, const struct codebook *cb,
	const struct at *at, enum message m, const char *english, ...)
{
	struct diag *g;
	va_list ap;

	va_start(ap, english);
	g = diag_say_v(d, level, cb, at, m, ap);
	va_end(ap);
	return g;
}
