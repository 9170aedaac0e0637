/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/styles.h"

#include <string.h>

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
	{ "contents", PARA_HEADING },
	{ "contentsheading", PARA_HEADING },
	{ "caption", PARA_CAPTION },
	{ "keterangangambar", PARA_CAPTION },
	{ "footnotetext", PARA_FOOTNOTE },
	{ "endnotetext", PARA_FOOTNOTE },
	{ "bibliography", PARA_REFERENCE },
	{ "footnote", PARA_FOOTNOTE },
	{ "endnote", PARA_FOOTNOTE },
	{ "quote", PARA_QUOTE },
	{ "quotations", PARA_QUOTE },
	{ "intensequote", PARA_QUOTE },
	{ "blocktext", PARA_QUOTE },
};

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

int styles_kind(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (names_kind(name, kinds[i].name))
			return (int)kinds[i].kind;
	return STYLE_UNSET;
}

uint32_t styles_number(struct styles *s, const char *id)
{
	uint32_t n = intern_add(&s->ids, id, strlen(id));

	while (s->list.n <= n) {
		struct style *style = vec_new(&s->list);

		*style = (struct style){ INTERN_NONE, STYLE_UNSET, STYLE_UNSET, STYLE_UNSET,
			STYLE_UNSET, STYLE_UNSET, STYLE_UNSET };
	}
	return n;
}

void styles_release(struct styles *s)
{
	intern_release(&s->ids);
	vec_release(&s->list);
}

int styles_get(const struct styles *s, const char *id, enum style_property what)
{
	uint32_t n = id != NULL ? intern_find(&s->ids, id, strlen(id)) : INTERN_NONE;

	if (id != NULL && n == INTERN_NONE && what == STYLE_KIND)
		return styles_kind(id);
	for (int i = 0; i < CHAIN_MAX && n != INTERN_NONE; i++) {
		const struct style *style = &s->list.items[n];
		const int values[] = { [STYLE_KIND] = style->kind,
			[STYLE_OUTLINE] = style->outline,
			[STYLE_BOLD] = style->bold,
			[STYLE_HIDDEN] = style->hidden,
			[STYLE_LIST] = style->list,
			[STYLE_LEVEL] = style->level };

		if (values[what] != STYLE_UNSET)
			return values[what];
		n = style->based_on;
	}
	return STYLE_UNSET;
}
