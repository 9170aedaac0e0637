/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"

int docx_switch(const char *value)
{
	static const char *const off[] = { "0", "false", "off", "none" };

	for (size_t i = 0; value != NULL && i < sizeof off / sizeof *off; i++)
		if (strcmp(value, off[i]) == 0)
			return 0;
	return 1;
}

int docx_outline(const char *value)
{
	return value != NULL && value[0] >= '0' && value[0] <= '9' && value[1] == '\0'
		       ? value[0] - '0'
		       : STYLE_UNSET;
}

int docx_number(const char *value)
{
	long n = value != NULL && *value >= '0' && *value <= '9' ? strtol(value, NULL, 10) : -1;

	return n >= 0 && n <= INT32_MAX ? (int)n : STYLE_UNSET;
}

typedef void part_fn(struct styles *s, uint32_t style, const char *val);

static void take_base(struct styles *s, uint32_t style, const char *val)
{
	uint32_t base = val != NULL ? styles_number(s, val) : INTERN_NONE;

	s->list.items[style].based_on = base;
}

static void take_name(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].kind = val != NULL ? styles_kind(val) : STYLE_UNSET;
}

static void take_outline(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].outline = docx_outline(val);
}

static void take_bold(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].bold = docx_switch(val);
}

static void take_hidden(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].hidden = docx_switch(val);
}

static void take_list(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].list = docx_number(val);
}

static void take_level(struct styles *s, uint32_t style, const char *val)
{
	s->list.items[style].level = docx_number(val);
}

/* An element inside <w:style>. */
static void take_part(struct styles *s, uint32_t style, struct xmlread *x)
{
	static const struct {
		const char *name;
		part_fn *take;
	} parts[] = {
		{ "basedOn", take_base },
		{ "name", take_name },
		{ "outlineLvl", take_outline },
		{ "b", take_bold },
		{ "vanish", take_hidden },
		{ "numId", take_list },
		{ "ilvl", take_level },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].name, xmlread_name(x)) == 0)
			parts[i].take(s, style, xmlread_attr(x, "val"));
}

enum rc docx_styles_read(struct styles *s, const char *xml, size_t len, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	uint32_t style = INTERN_NONE;
	int table = 0; /* inside <w:tblStylePr>: the look of parts of a table */
	enum rc rc = xmlread_open(&x, "styles.xml", xml, len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK || (event != XML_OPEN && event != XML_CLOSE))
			continue;
		if (strcmp(xmlread_name(x), "tblStylePr") == 0)
			table += event == XML_OPEN ? 1 : -1;
		if (strcmp(xmlread_name(x), "style") == 0) {
			const char *id = event == XML_OPEN ? xmlread_attr(x, "styleId") : NULL;

			style = id != NULL ? styles_number(s, id) : INTERN_NONE;
		} else if (event == XML_OPEN && style != INTERN_NONE && table == 0) {
			take_part(s, style, x);
		}
	}
	xmlread_close(x);
	return rc;
}
