/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/docx_styles.h"

#include <string.h>

#include "base/xmlread.h"

#define CHAIN_MAX 16 /* styles based on each other */

/* Beginnings of style names, lower case, without blanks. */
static const struct {
	const char *name;
	enum para_kind kind;
} kinds[] = {
	{ "heading", PARA_HEADING },
	{ "judul", PARA_HEADING },
	{ "title", PARA_HEADING },
	{ "subtitle", PARA_HEADING },
	{ "subjudul", PARA_HEADING },
	{ "toc", PARA_HEADING },
	{ "tocheading", PARA_HEADING },
	{ "tableoffigures", PARA_HEADING },
	{ "caption", PARA_CAPTION },
	{ "keterangangambar", PARA_CAPTION },
	{ "footnotetext", PARA_FOOTNOTE },
	{ "endnotetext", PARA_FOOTNOTE },
	{ "bibliography", PARA_REFERENCE },
	{ "quote", PARA_QUOTE },
	{ "intensequote", PARA_QUOTE },
	{ "blocktext", PARA_QUOTE },
};

int docx_switch(const char *value)
{
	static const char *const off[] = { "0", "false", "off", "none" };

	for (size_t i = 0; value != NULL && i < sizeof off / sizeof *off; i++)
		if (strcmp(value, off[i]) == 0)
			return 0;
	return 1;
}

/* The word is the whole name, or digits follow ("heading 1"): "Title Page Text" is no title. */
static bool names_kind(const char *name, const char *word)
{
	for (; *word != '\0'; name++) {
		if (*name == ' ')
			continue;
		if (*word != (*name >= 'A' && *name <= 'Z' ? *name + ('a' - 'A') : *name))
			return false;
		word++;
	}
	while (*name == ' ' || (*name >= '0' && *name <= '9'))
		name++;
	return *name == '\0';
}

static int kind_of(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (names_kind(name, kinds[i].name))
			return (int)kinds[i].kind;
	return DOCX_UNSET;
}

static uint32_t style_number(struct docx_styles *s, const char *id)
{
	uint32_t n = intern_add(&s->ids, id, strlen(id));

	while (s->list.n <= n) {
		struct docx_style *style = vec_new(&s->list);

		*style = (struct docx_style){ INTERN_NONE, DOCX_UNSET, DOCX_UNSET, DOCX_UNSET,
			DOCX_UNSET };
	}
	return n;
}

int docx_outline(const char *value)
{
	return value != NULL && value[0] >= '0' && value[0] <= '9' && value[1] == '\0'
		       ? value[0] - '0'
		       : DOCX_UNSET;
}

typedef void part_fn(struct docx_styles *s, uint32_t style, const char *val);

static void take_base(struct docx_styles *s, uint32_t style, const char *val)
{
	uint32_t base = val != NULL ? style_number(s, val) : INTERN_NONE;

	s->list.items[style].based_on = base;
}

static void take_name(struct docx_styles *s, uint32_t style, const char *val)
{
	s->list.items[style].kind = val != NULL ? kind_of(val) : DOCX_UNSET;
}

static void take_outline(struct docx_styles *s, uint32_t style, const char *val)
{
	s->list.items[style].outline = docx_outline(val);
}

static void take_bold(struct docx_styles *s, uint32_t style, const char *val)
{
	s->list.items[style].bold = docx_switch(val);
}

static void take_hidden(struct docx_styles *s, uint32_t style, const char *val)
{
	s->list.items[style].hidden = docx_switch(val);
}

/* An element inside <w:style>. */
static void take_part(struct docx_styles *s, uint32_t style, struct xmlread *x)
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
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].name, xmlread_name(x)) == 0)
			parts[i].take(s, style, xmlread_attr(x, "val"));
}

enum rc docx_styles_read(struct docx_styles *s, const char *xml, size_t len, struct err *e)
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

			style = id != NULL ? style_number(s, id) : INTERN_NONE;
		} else if (event == XML_OPEN && style != INTERN_NONE && table == 0) {
			take_part(s, style, x);
		}
	}
	xmlread_close(x);
	return rc;
}

void docx_styles_release(struct docx_styles *s)
{
	intern_release(&s->ids);
	vec_release(&s->list);
}

int docx_style_get(const struct docx_styles *s, const char *id, enum docx_property what)
{
	uint32_t n = id != NULL ? intern_find(&s->ids, id, strlen(id)) : INTERN_NONE;

	if (id != NULL && n == INTERN_NONE && what == DOCX_KIND)
		return kind_of(id);
	for (int i = 0; i < CHAIN_MAX && n != INTERN_NONE; i++) {
		const struct docx_style *style = &s->list.items[n];
		const int values[] = { [DOCX_KIND] = style->kind,
			[DOCX_OUTLINE] = style->outline,
			[DOCX_BOLD] = style->bold,
			[DOCX_HIDDEN] = style->hidden };

		if (values[what] != DOCX_UNSET)
			return values[what];
		n = style->based_on;
	}
	return DOCX_UNSET;
}
