/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_numbering.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"

#define LISTS_MAX 4096 /* further ones have no numbers */

struct reading {
	struct docx_numbering *n;
	struct xmlread *x;
	size_t level; /* of the open <w:lvl> or <w:lvlOverride>; NUMBERING_LEVELS = none */
	bool in_list; /* in <w:num>, whose own levels are not read but for where they start */
};

static long number_of(const char *value)
{
	return value != NULL ? strtol(value, NULL, 10) : -1;
}

static struct numbering_level *level_of(struct reading *r)
{
	if (r->in_list || r->level >= NUMBERING_LEVELS || r->n->definitions.n == 0)
		return NULL;
	return &vec_last(&r->n->definitions)->numbering.levels[r->level];
}

static void open_definition(struct reading *r)
{
	struct docx_definition *d;

	if (r->n->definitions.n >= LISTS_MAX)
		return;
	d = vec_new(&r->n->definitions);
	d->id = number_of(xmlread_attr(r->x, "abstractNumId"));
	numbering_init(&d->numbering);
	r->in_list = false;
}

static void open_list(struct reading *r)
{
	struct docx_list *l;

	if (r->n->lists.n >= LISTS_MAX)
		return;
	l = vec_new(&r->n->lists);
	l->id = number_of(xmlread_attr(r->x, "numId"));
	l->definition = -1;
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		l->starts[i] = -1;
	r->in_list = true;
	r->level = NUMBERING_LEVELS;
}

static void take_definition(struct reading *r)
{
	if (r->in_list && r->n->lists.n > 0)
		vec_last(&r->n->lists)->definition = number_of(xmlread_attr(r->x, "val"));
}

static void open_level(struct reading *r)
{
	long level = number_of(xmlread_attr(r->x, "ilvl"));

	r->level = level >= 0 && level < NUMBERING_LEVELS ? (size_t)level : NUMBERING_LEVELS;
}

static void take_start(struct reading *r)
{
	struct numbering_level *l = level_of(r);
	long start = number_of(xmlread_attr(r->x, "val"));

	if (l != NULL && start >= 0)
		l->start = (uint32_t)start;
}

static void take_own_start(struct reading *r)
{
	if (r->in_list && r->n->lists.n > 0 && r->level < NUMBERING_LEVELS)
		vec_last(&r->n->lists)->starts[r->level] = number_of(xmlread_attr(r->x, "val"));
}

static void take_format(struct reading *r)
{
	static const struct {
		const char *name;
		enum numbering_format format;
	} formats[] = {
		{ "none", NUMBERING_NONE },
		{ "bullet", NUMBERING_BULLET },
		{ "decimalZero", NUMBERING_ZERO },
		{ "lowerLetter", NUMBERING_LOWER_LETTER },
		{ "upperLetter", NUMBERING_UPPER_LETTER },
		{ "lowerRoman", NUMBERING_LOWER_ROMAN },
		{ "upperRoman", NUMBERING_UPPER_ROMAN },
	};
	struct numbering_level *l = level_of(r);
	const char *value = xmlread_attr(r->x, "val");

	for (size_t i = 0; l != NULL && value != NULL && i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, value) == 0)
			l->format = formats[i].format;
}

static void take_text(struct reading *r)
{
	struct numbering_level *l = level_of(r);
	const char *value = xmlread_attr(r->x, "val");

	if (l != NULL && value != NULL)
		numbering_text(l, value);
}

static void take_element(struct reading *r)
{
	static const struct {
		const char *name;
		void (*take)(struct reading *r);
	} elements[] = {
		{ "abstractNum", open_definition },
		{ "num", open_list },
		{ "abstractNumId", take_definition },
		{ "lvl", open_level },
		{ "lvlOverride", open_level },
		{ "start", take_start },
		{ "startOverride", take_own_start },
		{ "numFmt", take_format },
		{ "lvlText", take_text },
	};

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (strcmp(elements[i].name, xmlread_name(r->x)) == 0)
			elements[i].take(r);
}

enum rc docx_numbering_read(struct docx_numbering *n, const char *xml, size_t len, struct err *e)
{
	struct reading r = { .n = n, .level = NUMBERING_LEVELS };
	enum xml_event event = XML_TEXT;
	enum rc rc = xmlread_open(&r.x, "numbering.xml", xml, len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(r.x, &event, e);
		if (rc == RC_OK && event == XML_OPEN)
			take_element(&r);
	}
	xmlread_close(r.x);
	return rc;
}

void docx_numbering_next(struct docx_numbering *n, long list, size_t level, char out[NUMBERING_MAX])
{
	struct docx_list *found = NULL;

	out[0] = '\0';
	vec_each (struct docx_list, l, &n->lists)
		if (l->id == list)
			found = l;
	if (found == NULL)
		return;
	vec_each (struct docx_definition, d, &n->definitions) {
		if (d->id != found->definition)
			continue;
		for (size_t i = 0; i < NUMBERING_LEVELS && !found->used; i++)
			if (found->starts[i] >= 0)
				numbering_restart(&d->numbering, i, (uint32_t)found->starts[i]);
		found->used = true;
		numbering_next(&d->numbering, level, out);
		return;
	}
}

void docx_numbering_release(struct docx_numbering *n)
{
	vec_release(&n->definitions);
	vec_release(&n->lists);
}
