/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/html_lists.h"

#include <stdlib.h>
#include <string.h>

static enum numbering_format format_of(const struct html_node *node, bool ordered)
{
	static const struct {
		const char *name;
		enum numbering_format format;
	} formats[] = {
		{ "a", NUMBERING_LOWER_LETTER },
		{ "A", NUMBERING_UPPER_LETTER },
		{ "i", NUMBERING_LOWER_ROMAN },
		{ "I", NUMBERING_UPPER_ROMAN },
		{ "none", NUMBERING_NONE },
	};
	const char *type = htmlread_attr(node, "type"), *style = htmlread_attr(node, "style");

	if (style != NULL && strstr(style, "list-style") != NULL && strstr(style, "none") != NULL)
		return NUMBERING_NONE;
	for (size_t i = 0; type != NULL && i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, type) == 0)
			return formats[i].format;
	return ordered ? NUMBERING_DECIMAL : NUMBERING_BULLET;
}

/* false: no attribute of that name, or no number. */
static bool number_attr(const struct html_node *node, const char *name, uint32_t *out)
{
	const char *value = htmlread_attr(node, name);

	if (value == NULL || *value < '0' || *value > '9')
		return false;
	*out = (uint32_t)strtoul(value, NULL, 10);
	return true;
}

void html_lists_open(struct html_lists *l, const struct html_node *node, bool ordered)
{
	struct numbering *n = vec_new(&l->open);

	numbering_init(n);
	n->levels[0].format = format_of(node, ordered);
	number_attr(node, "start", &n->levels[0].start);
}

void html_lists_close(struct html_lists *l)
{
	l->open.n -= l->open.n > 0;
	l->number[0] = '\0';
}

void html_lists_item(struct html_lists *l, const struct html_node *node)
{
	uint32_t value;

	l->number[0] = '\0';
	if (l->open.n == 0)
		return;
	if (number_attr(node, "value", &value))
		numbering_restart(vec_last(&l->open), 0, value);
	numbering_next(vec_last(&l->open), 0, l->number);
}

void html_lists_take(struct html_lists *l, char out[NUMBERING_MAX])
{
	memcpy(out, l->number, sizeof l->number);
	l->number[0] = '\0';
}

void html_lists_release(struct html_lists *l)
{
	vec_release(&l->open);
}
