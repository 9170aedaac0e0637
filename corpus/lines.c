/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line numbers of the normalised text (document.h). */
#include <string.h>

#include "corpus/document.h"

void lines_init(struct lines *l, const char *text, size_t len)
{
	const char *p = text, *end = text + len;

	l->starts.items = NULL;
	l->starts.n = l->starts.cap = 0;
	vec_push(&l->starts, 0);
	while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		p++;
		vec_push(&l->starts, (uint32_t)(p - text));
	}
}

size_t lines_at(const struct lines *l, uint32_t pos)
{
	size_t low = 0, high = l->starts.n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (l->starts.items[middle] <= pos)
			low = middle;
		else
			high = middle;
	}
	return low + 1;
}

void lines_release(struct lines *l)
{
	vec_release(&l->starts);
}
