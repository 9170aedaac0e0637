/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/odt_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/xmlread.h"

#define BOLD_FROM 600 /* font weights */

/* "Heading_20_1": the names in files hold blanks and the like as "_HEX_". */
static void add_decoded(struct buf *out, const char *name)
{
	while (*name != '\0') {
		char *stop = NULL;
		unsigned long cp = *name == '_' ? strtoul(name + 1, &stop, 16) : 0;

		if (cp > 0 && cp < 0x80 && stop <= name + 4 && *stop == '_') {
			buf_addc(out, (char)cp);
			name = stop + 1;
		} else {
			buf_addc(out, *name++);
		}
	}
}

int odt_styles_get(const struct odt_styles *s, enum odt_family family, const char *name,
	enum style_property what)
{
	struct buf id = BUF_INIT;
	int value = STYLE_UNSET;

	if (name != NULL) {
		add_decoded(&id, name);
		value = styles_get(&s->families[family], id.data, what);
	}
	buf_release(&id);
	return value;
}

void odt_styles_release(struct odt_styles *s)
{
	for (int i = 0; i < ODT_FAMILIES; i++)
		styles_release(&s->families[i]);
	odt_lists_release(&s->lists);
}

/* The styles of the family that <style:style> names, or NULL. */
static struct styles *family_of(struct odt_styles *s, struct xmlread *x)
{
	static const char *const names[] = { "paragraph", "text" };
	const char *value = xmlread_attr(x, "family");

	for (int i = 0; value != NULL && i < ODT_FAMILIES; i++)
		if (strcmp(value, names[i]) == 0)
			return &s->families[i];
	return NULL;
}

/* The number of the style that an attribute names, or INTERN_NONE. */
static uint32_t named_style(struct styles *s, struct xmlread *x, const char *attr)
{
	const char *name = xmlread_attr(x, attr);
	struct buf id = BUF_INIT;
	uint32_t n;

	if (name == NULL)
		return INTERN_NONE;
	add_decoded(&id, name);
	n = styles_number(s, id.data);
	if (s->list.items[n].kind == STYLE_UNSET)
		s->list.items[n].kind = styles_kind(id.data);
	buf_release(&id);
	return n;
}

/* <style:style> of a family of ours: its number, or INTERN_NONE. */
static uint32_t open_style(struct styles *s, struct xmlread *x)
{
	uint32_t base = named_style(s, x, "parent-style-name");
	uint32_t n = named_style(s, x, "name");
	const char *level = xmlread_attr(x, "default-outline-level");

	if (n == INTERN_NONE)
		return n;
	s->list.items[n].based_on = base;
	if (level != NULL && *level >= '1' && *level <= '9')
		s->list.items[n].outline = *level - '1';
	return n;
}

/* "bold", "normal", "700". */
static int weight(const char *value)
{
	if (strcmp(value, "bold") == 0)
		return 1;
	return *value >= '0' && *value <= '9' && strtol(value, NULL, 10) >= BOLD_FROM;
}

static void take_text(struct style *style, struct xmlread *x)
{
	const char *value = xmlread_attr(x, "font-weight");

	if (value != NULL)
		style->bold = weight(value);
	value = xmlread_attr(x, "display");
	if (value != NULL)
		style->hidden = strcmp(value, "none") == 0;
}

enum rc odt_styles_read(
	struct odt_styles *s, const char *part, const char *xml, size_t len, struct err *e)
{
	struct xmlread *x = NULL;
	enum xml_event event = XML_TEXT;
	struct styles *family = NULL;
	uint32_t style = INTERN_NONE, list = INTERN_NONE;
	enum rc rc = xmlread_open(&x, part, xml, len, e);

	while (rc == RC_OK && event != XML_END) {
		rc = xmlread_next(x, &event, e);
		if (rc != RC_OK || (event != XML_OPEN && event != XML_CLOSE))
			continue;
		if (strcmp(xmlread_name(x), "body") == 0)
			break; /* no styles behind it */
		if (strcmp(xmlread_name(x), "list-style") == 0 ||
			strcmp(xmlread_name(x), "outline-style") == 0)
			list = event == XML_OPEN ? odt_lists_style(&s->lists, x) : INTERN_NONE;
		else if (event == XML_OPEN && list != INTERN_NONE)
			odt_lists_level(&s->lists, list, x);
		if (strcmp(xmlread_name(x), "style") == 0) {
			family = event == XML_OPEN ? family_of(s, x) : NULL;
			style = family != NULL ? open_style(family, x) : INTERN_NONE;
		} else if (event == XML_OPEN && style != INTERN_NONE &&
			   strcmp(xmlread_name(x), "text-properties") == 0) {
			take_text(&family->list.items[style], x);
		}
	}
	xmlread_close(x);
	return rc;
}
