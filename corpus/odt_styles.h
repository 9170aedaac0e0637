/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For reader_odt.c only: the styles of an OpenDocument text, as far as they
 * say something about its text.  Paragraph and text styles may have the same
 * name; an id is the name as people see it ("Heading 1", not "Heading_20_1").
 */
#ifndef TEMA_CORPUS_ODT_STYLES_H
#define TEMA_CORPUS_ODT_STYLES_H

#include <stddef.h>

#include "base/err.h"
#include "corpus/odt_lists.h"
#include "corpus/styles.h"

enum odt_family { ODT_PARAGRAPH, ODT_TEXT, ODT_FAMILIES };

struct odt_styles {
	struct styles families[ODT_FAMILIES];
	struct odt_lists lists;
};

#define ODT_STYLES_INIT                                                                            \
	{                                                                                          \
		.families = { STYLES_INIT, STYLES_INIT }, .lists = ODT_LISTS_INIT                  \
	}

/* part: "styles.xml" or "content.xml" (automatic styles), for messages. */
enum rc odt_styles_read(
	struct odt_styles *s, const char *part, const char *xml, size_t len, struct err *e);
/* name: as in the file, or NULL.  The rest as styles_get(). */
int odt_styles_get(const struct odt_styles *s, enum odt_family family, const char *name,
	enum style_property what);
void odt_styles_release(struct odt_styles *s);

#endif
