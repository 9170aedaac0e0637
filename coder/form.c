/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coder/form.h"

#include <string.h>

#include "corpus/tokens.h"

void form_init(struct form *f)
{
	memset(f, 0, sizeof *f);
	buf_init(&f->text[FORM_FOLDED]);
	buf_init(&f->text[FORM_EXACT]);
}

void form_release(struct form *f)
{
	buf_release(&f->text[FORM_FOLDED]);
	buf_release(&f->text[FORM_EXACT]);
}

static size_t find_parts(const struct buf *text, struct span *part)
{
	size_t n = 0, pos = 0, start, end;

	while (n < FORM_PARTS && token_part(text->data, text->len, &pos, &start, &end))
		part[n++] = (struct span){ (uint32_t)start, (uint32_t)end };
	if (n == 0)
		part[n++] = (struct span){ 0, (uint32_t)text->len };
	part[n - 1].end = (uint32_t)text->len;
	return n;
}

void form_set(struct form *f, const char *raw, size_t len)
{
	size_t n[2];

	for (int which = FORM_FOLDED; which <= FORM_EXACT; which++) {
		buf_reset(&f->text[which]);
		token_form(raw, len, which == FORM_FOLDED, &f->text[which]);
		n[which] = find_parts(&f->text[which], f->part[which]);
	}
	f->nparts = n[0] < n[1] ? n[0] : n[1];
}

const char *form_run(const struct form *f, int which, size_t from, size_t to, size_t *len)
{
	const struct span *part = f->part[which];

	*len = part[to].end - part[from].start;
	return f->text[which].data + part[from].start;
}

bool form_starts(const struct form *f, const char *prefix)
{
	const struct buf *b = &f->text[FORM_FOLDED];
	size_t len = strlen(prefix);

	return b->len >= len && memcmp(b->data, prefix, len) == 0;
}
