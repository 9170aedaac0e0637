/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/html_marks.h"

#include <stdlib.h>
#include <string.h>

#include "corpus/flow.h"
#include "corpus/styles.h"

#define BOLD_FROM 600 /* font weights */

/* Words of class, role, id and epub:type: pandoc, LibreOffice, EPUB, DPUB-ARIA. */
static const char *const note_words[] = { "footnotes", "footnote", "endnotes", "doc-endnotes",
	"doc-footnote", "rearnotes", NULL };
static const char *const mark_words[] = { "footnote-ref", "footnoteref", "footnote-back",
	"footnote-backref", "sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym",
	"doc-noteref", "doc-backlink", "noteref", "MsoFootnoteReference", "MsoEndnoteReference",
	NULL };

static bool is_one_of(const char *const *words, const char *p, size_t len)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == len && memcmp(*words, p, len) == 0)
			return true;
	return false;
}

/* "MsoFootnoteText", "MsoTitle": the names of Word's own styles. */
static int word_kind(const char *p, size_t len)
{
	char name[32];

	if (len < 4 || len - 3 >= sizeof name || memcmp(p, "Mso", 3) != 0)
		return FLOW_UNSET;
	memcpy(name, p + 3, len - 3);
	name[len - 3] = '\0';
	return styles_kind(name);
}

static void take_words(const char *value, struct html_marks *out)
{
	while (value != NULL && *value != '\0') {
		size_t len = strcspn(value, " \t\r\n");
		int kind = word_kind(value, len);

		out->note |= is_one_of(note_words, value, len);
		out->note_mark |= is_one_of(mark_words, value, len);
		out->kind = kind != FLOW_UNSET ? kind : out->kind;
		out->list |= strncmp(value, "MsoList", 7) == 0;
		value += len;
		value += strspn(value, " \t\r\n");
	}
}

/* "sdfootnote3": LibreOffice's note number 3. */
static bool is_note_id(const char *id)
{
	static const char *const begins[] = { "sdfootnote", "sdendnote" };

	for (size_t i = 0; id != NULL && i < 2; i++) {
		size_t n = strlen(begins[i]);

		if (strncmp(id, begins[i], n) == 0 && id[n] != '\0' &&
			strspn(id + n, "0123456789") == strlen(id + n))
			return true;
	}
	return false;
}

/* "cmnt1": begins so and goes on with a number. */
static bool is_numbered(const char *id, const char *begin)
{
	size_t n = strlen(begin);

	return strncmp(id, begin, n) == 0 && id[n] >= '0' && id[n] <= '9';
}

/* What Google Docs calls its marks. */
static void take_id(const char *id, struct html_marks *out)
{
	if (id == NULL)
		return;
	out->note |= is_note_id(id);
	out->note_here |= is_numbered(id, "ftnt");
	out->note_mark |= out->note_here || is_numbered(id, "ftnt_ref");
	out->comment |= is_numbered(id, "cmnt_ref");
	out->comments |= is_numbered(id, "cmnt");
}

/* The value of a property in a style attribute, behind its colon and blanks; NULL = not there. */
static const char *property(const char *style, const char *name)
{
	size_t n = strlen(name);

	while (style != NULL && *style != '\0') {
		style += strspn(style, " \t\r\n;");
		if (strncmp(style, name, n) == 0) {
			const char *p = style + n + strspn(style + n, " \t");

			if (*p == ':')
				return p + 1 + strspn(p + 1, " \t");
		}
		style = strchr(style, ';');
	}
	return NULL;
}

static void take_style(const char *style, struct html_marks *out)
{
	const char *weight = property(style, "font-weight");
	const char *display = property(style, "display");
	const char *mso = property(style, "mso-hide"), *font = property(style, "font");
	const char *family = property(style, "font-family");

	if (weight != NULL)
		out->bold =
			strncmp(weight, "bold", 4) == 0 ||
			(*weight >= '0' && *weight <= '9' && strtol(weight, NULL, 10) >= BOLD_FROM);
	out->hidden |= display != NULL && strncmp(display, "none", 4) == 0;
	out->hidden |= mso != NULL && strncmp(mso, "all", 3) == 0;
	out->gap = font != NULL && strncmp(font, "7.0pt", 5) == 0;
	out->symbol = family != NULL &&
		      (strncmp(family, "Symbol", 6) == 0 || strncmp(family, "Wingdings", 9) == 0);
}

void html_marks(const struct html_node *node, struct html_marks *out)
{
	static const char *const words[] = { "class", "role", "epub:type" };

	*out = (struct html_marks){ .bold = FLOW_UNSET, .kind = FLOW_UNSET };
	if (node->attrs == NULL)
		return;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		take_words(htmlread_attr(node, words[i]), out);
	take_id(htmlread_attr(node, "id"), out);
	out->hidden |= htmlread_attr(node, "hidden") != NULL;
	take_style(htmlread_attr(node, "style"), out);
}
